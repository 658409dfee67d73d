using Attune.Method.Alliance;
using Attune.Method.Cases;
using Attune.Practice.Asking;
using Attune.Practice.Closing;
using Attune.Practice.Continuing;
using Attune.Practice.Debriefing;
using Attune.Practice.Repairing;
using Attune.Practice.Tests.Fixtures;
using Attune.Practice.Therapists;

namespace Attune.Practice.Tests.Therapists;

public sealed class CaseloadLinesTests
{
    [Fact]
    public void Of_NothingYet_CountsNothing()
    {
        var line = Line(Told.Begun());

        Assert.Equal((0, 0, null, 0, 0), (line.SessionsHeld, line.OpenRuptures, line.OldestOpenSessions, line.MissingAnswers, line.Owed.Length));
    }

    [Fact]
    public void Of_ThreeSessions_CountsWhatIsMissingAndHowOldTheOldestIs()
    {
        var told = Told.Held(3);
        foreach (var (session, rupture) in new[] { (2, 1), (1, 2), (3, 3) })
            told.Do(new NoteRupture { Rupture = Id(rupture), Session = session, Owner = RuptureOwner.B, Source = RuptureSource.NoticedByTherapist });
        told.Do(new AnswerCheckIn { Partner = Partner.A, Session = 1, Answers = new CheckInAnswers { Task = 5 } });
        told.Do(new PutOffCheckIn { Partner = Partner.B, Session = 1 });

        var line = Line(told);

        Assert.Equal((3, 3, 2, 5), (line.SessionsHeld, line.OpenRuptures, line.OldestOpenSessions, line.MissingAnswers));
    }

    [Fact]
    public void Of_SetAside_LeavesTheCount()
    {
        var line = Line(Told.Ruptured().Do(new SetRuptureAside { Rupture = Told.Rupture }));

        Assert.Equal((0, (int?)null), (line.OpenRuptures, line.OldestOpenSessions));
    }

    [Fact]
    public void Of_ClaimedAndNotConfirmed_StaysOpen() =>
        Assert.Equal(1, Line(Told.Ruptured().Do(new ClaimRepair { Rupture = Told.Rupture, Session = 1 })).OpenRuptures);

    [Fact]
    public void Of_OwedInSeveralDebriefs_ListsWhatWasNotKeptNewestFirst()
    {
        var told = Told.Held(2)
            .Do(new WriteDebrief { Session = 1, A = new PartnerPart { Owed = "an apology" } })
            .Do(new WriteDebrief { Session = 2, B = new PartnerPart { Owed = "a call" } });

        Assert.Equal(["Bo: a call", "Alma: an apology"], Line(told).Owed);
        Assert.Equal(["Alma: an apology"], Line(told.Do(new KeepPromise { Partner = Partner.B, PromisedInSession = 2, Session = 2 })).Owed);
    }

    // What ended open is a fact to learn from, and asks for nothing any more.
    [Fact]
    public void Of_ClosedWithARuptureOpen_LeavesTheCount() =>
        Assert.Equal(0, Line(Told.Ruptured().Do(new CloseCouple { Reason = ClosingReason.Practical })).OpenRuptures);

    [Fact]
    public void Of_NotSureToComeBack_NamesTheHeaviestThreatThatIsNoRupture()
    {
        var told = Told.Ruptured().Do(new MissSession { How = MissedHow.Cancelled, Whose = RuptureOwner.Both });
        Assert.Equal(ThreatKind.Cancelled, Line(told).Threat?.Kind);
        Assert.Equal(ThreatKind.DidNotCome, Line(told.Do(new MissSession { How = MissedHow.DidNotCome, Whose = RuptureOwner.B })).Threat?.Kind);
        Assert.Null(Line(Told.Ruptured()).Threat);
    }

    [Fact]
    public void InOrder_OneReasonEach_PutsRupturesByAgeThenOwedThenMissingThenThreats()
    {
        CaseloadLine[] right =
        [
            Bare("oldest open") with { OpenRuptures = 1, OldestOpenSessions = 4 },
            Bare("open lately, more owed") with { OpenRuptures = 1, OldestOpenSessions = 0, Owed = ["a", "b", "c"], MissingAnswers = 9 },
            Bare("owed twice") with { Owed = ["a", "b"] },
            Bare("owed and missing") with { Owed = ["a"], MissingAnswers = 3 },
            Bare("owed") with { Owed = ["a"], Threat = Threat(ThreatKind.NotSureToComeBack) },
            Bare("missing") with { MissingAnswers = 2, Threat = Threat(ThreatKind.Cancelled) },
            Bare("missing less") with { MissingAnswers = 1, Threat = Threat(ThreatKind.NotSureToComeBack) },
            Bare("heavy threat") with { Threat = Threat(ThreatKind.NotSureToComeBack) },
            Bare("light threat") with { Threat = Threat(ThreatKind.Cancelled) },
            Bare("nothing"),
            Bare("closed, with answers missing") with { IsClosed = true, MissingAnswers = 5 },
        ];

        Assert.Equal(right, CaseloadLines.InOrder(right.Reverse()));
        Gen.Shuffle(right).Sample(shuffled => CaseloadLines.InOrder(shuffled).SequenceEqual(right));
    }

    [Fact]
    public void InOrder_NothingTellsThemApart_KeepsTheirOrder() =>
        Assert.Equal(["one", "two"], CaseloadLines.InOrder([Bare("one"), Bare("two")]).Select(line => line.NameOfA));

    private static CaseloadLine Bare(string name) => new(new CoupleId(Guid.Empty), name, "Bo", 3, 0, null, [], 0);

    private static Threat Threat(ThreatKind kind) => new(kind, RuptureOwner.B, 2, 1, 1, null);

    private static CaseloadLine Line(Told told) => CaseloadLines.Of(told.Case);

    private static RuptureId Id(int number) => new(new Guid(number, 0, 0, new byte[8]));
}
