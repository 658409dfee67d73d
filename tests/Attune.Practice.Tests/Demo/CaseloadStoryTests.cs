using Attune.Method.Alliance;
using Attune.Method.Assessment;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Repair;
using Attune.Method.Trust;
using Attune.Practice.Couples;
using Attune.Practice.Demo;
using Attune.Practice.Tests.Fixtures;
using Attune.Practice.Therapists;
using Attune.Practice.Viewing;

namespace Attune.Practice.Tests.Demo;

/// <summary>Each story is what its pages tell, whatever the seed shades between its turns.</summary>
public abstract class CaseloadStoryTests(ToldCaseload told)
{
    private const byte Courted = 2;
    private const byte Mistrust = 3;
    private const byte Verdict = 4;
    private const byte HopeForTwo = 5;
    private const byte New = 6;

    [Fact]
    public async Task Caseload_Told_HoldsSixCouplesWithTheirSessions()
    {
        var caseload = await told.SeeCaseloadAsync();

        Assert.Equal(
            ["Alma and Bo 6", "Ines and Jule 16", "Marit and Oskar 8", "Nilo and Wren 16", "Ruth and Emil 16", "Sanna and Ilir 0"],
            caseload.Couples.Select(line => $"{line.NameOfA} and {line.NameOfB} {line.SessionsHeld}").Order(StringComparer.Ordinal));
        Assert.Empty(told.Door.Record.Verify());
    }

    /// <summary>A line is made from the case alone, a page from the whole view: what both say is the same.</summary>
    [Fact]
    public async Task Caseload_EveryLine_SaysWhatTheCouplesOwnPagesSay()
    {
        var lines = (await told.SeeCaseloadAsync()).Couples;

        Assert.Equal(6, lines.Length);
        foreach (var line in lines)
        {
            var view = await told.Grains.GetGrain<ICoupleGrain>(line.Id.Value).See(new Viewer.OwnTherapist(told.Door.Therapist), "test");
            Assert.Equal(Wire.Json(FromView(view)), Wire.Json(line));
        }

        Assert.Contains(lines, line => line is { OpenRuptures: > 0, MissingAnswers: > 0 });
        Assert.Contains(lines, line => line is { Threat: not null, Owed.Length: > 0 });
    }

    private static CaseloadLine FromView(CoupleView couple)
    {
        var open = couple.Ruptures.Where(rupture => !rupture.IsSetAside && rupture.Reading.IsStillOpen).ToList();
        var held = couple.Sessions.Where(session => session.Held is not null).ToList();
        return new CaseloadLine(
            couple.Id, couple.A.Name, couple.B.Name, held.Count, open.Count, open.Count == 0 ? null : couple.LastHeld - open.Min(rupture => rupture.Session),
            [.. couple.Promises.Select(owed => $"{couple.NameOf(owed.Partner)}: {owed.Text}")],
            held.Sum(session => (session.A.CheckIn is null ? 1 : 0) + (session.B.CheckIn is null ? 1 : 0)))
        {
            Threat = couple.Threats.FirstOrDefault(threat => threat.Kind != ThreatKind.OpenRupture),
            IsClosed = couple.Closed is not null,
        };
    }

    [Fact]
    public async Task Courted_FairnessFallsAlone_IsPossibleSidingAndBothMoveAway()
    {
        var view = await told.SeeAsync(Courted);

        var siding = Assert.Single(view.B.Course.Findings.OfType<RuptureFinding.PossibleSiding>());
        Assert.Equal(5, siding.Session);
        Assert.Equal(view.B.Course.PointOf(4)!.Composite, view.B.Course.PointOf(5)!.Composite);
        Assert.DoesNotContain(view.B.Course.Leading, finding => finding.Session == 5 && finding is not RuptureFinding.PossibleSiding);
        Assert.Equal([5], view.Alliance.Sessions.Where(session => session.AreBothMovingAway).Select(session => session.Session));
    }

    [Fact]
    public async Task Courted_Repair_IsConfirmedWithTheWitnessHeld()
    {
        var rupture = Assert.Single((await told.SeeAsync(Courted)).Ruptures);

        Assert.Equal((RuptureOwner.B, RepairState.Confirmed, false), (rupture.Owner, rupture.Reading.State, rupture.Reading.HadDrop));
        Assert.Contains(rupture.Steps, step => step is { Kind: RepairStepKind.HeldTheWitness, Witness: WitnessReaction.Stayed });
        Assert.Contains(rupture.Steps, step => step.Witness == WitnessReaction.TookItAsSiding);
        Assert.NotNull(rupture.Repair.Story.Written);
    }

    [Fact]
    public async Task Courted_OwnSide_IsOverTowardOneAndUnderTowardTheOther()
    {
        var directed = (await told.SeeAsync(Courted)).OwnSide.Reading.Directed;

        Assert.Equal([3, 4, 5, 12, 16], directed.Where(one => one is { Toward: Partner.A, Direction: Involvement.Over }).Select(one => one.Session));
        Assert.Equal([4, 5], directed.Where(one => one is { Toward: Partner.B, Direction: Involvement.Under }).Select(one => one.Session));
        Assert.DoesNotContain(directed, one => one is { Toward: Partner.B, Direction: Involvement.Over } or { Toward: Partner.A, Direction: Involvement.Under });
    }

    [Fact]
    public async Task Mistrust_EarlySilence_LeavesNoPointBeforeTheFourthSession()
    {
        var view = await told.SeeAsync(Mistrust);

        Assert.Equal([1, 2, 3], view.Sessions.Where(session => session.B.CheckIn is null).Select(session => session.Number));
        Assert.NotNull(view.Session(1)!.B.PutOffAt);
        Assert.All(view.Sessions, session => Assert.NotNull(session.A.CheckIn));
    }

    [Fact]
    public async Task Mistrust_OwnMode_IsTheTherapistsAndNotTheCatalogues()
    {
        var chain = Assert.Single((await told.SeeAsync(Mistrust)).B.Chains, chain => chain.EarlySchema == "ma");

        Assert.Equal(("funny-protector", "frightened-child"), (chain.Coping?.Mode, chain.Child?.Mode));
        Assert.Equal(ChainSource.SetByTherapist, chain.Coping?.From);
    }

    [Fact]
    public async Task Mistrust_ToldAlone_OneIsRepairedAndOneIsAPrivateWordOfTheBrief()
    {
        var view = await told.SeeAsync(Mistrust);

        Assert.Equal([(9, false), (15, true)], view.Ruptures.OrderBy(one => one.Session).Select(one => (one.Session, one.Reading.IsStillOpen)));
        var word = Assert.Single(view.Brief.Private);
        Assert.Equal((Partner.B, 15, SpeakPermission.OnlyWithMeAlone, 2), (word.Partner, word.Session, word.Permission, word.WaysToMakeRoom.Length));
        Assert.True(view.Rupture(DemoCaseload.Rupture(0xf3).Value)!.Reading.HadDrop);
    }

    [Fact]
    public async Task Mistrust_CareCameAndIsNotExpected_IsNotBelievedYet() =>
        Assert.Equal((TrustWord.NotBelievedYet, 2), await told.SeeAsync(Mistrust) is { B.Trust: var trust } ? (trust.Word, trust.KeptToMyself) : default);

    [Fact]
    public async Task Verdict_BetrayalRuledOutAlone_TheBlameIsOfASchemaAndTheViewMovesSlowly()
    {
        var view = await told.SeeAsync(Verdict);

        Assert.Equal((true, BlameKind.BySchema, 4), (view.A.Assessment!.AsksForVerdict, view.A.Assessment.Blames, view.A.Assessment.SharedView));
        Assert.All(view.A.SafetyScreens.Concat(view.B.SafetyScreens), screen => Assert.True(screen is { Alone: true, Concerns.IsEmpty: true }));
        var seen = view.Sessions.Select(session => session.A.Debrief!.SharedView!.Value).ToArray();
        Assert.Equal(seen.Order(), seen);
        Assert.Equal((1, 4), (seen[0], seen[^1]));
    }

    [Fact]
    public async Task Verdict_GoalBroken_IsBackByHerOwnAnswersAndSplitsTheTwo()
    {
        var view = await told.SeeAsync(Verdict);
        var rupture = view.Rupture(DemoCaseload.Rupture(0xf5).Value)!;

        Assert.Equal((RuptureArea.Goal, true, false), (rupture.Reading.Area, rupture.Reading.HadDrop, rupture.Reading.IsStillOpen));
        Assert.Equal(SplitGrade.Severe, view.Alliance.Sessions.Single(session => session.Session == 4).Composite!.Grade);
    }

    [Fact]
    public async Task Verdict_AnswersRarelyVary_HisRepairStaysClaimed()
    {
        var reading = (await told.SeeAsync(Verdict)).Rupture(DemoCaseload.Rupture(0xf6).Value)!.Reading;

        Assert.Equal((RepairState.Claimed, RepairReason.AnswersRarelyVary, true), (reading.State, reading.Reason, reading.IsStillOpen));
    }

    [Fact]
    public async Task HopeForTwo_Threats_AreWhatWasSaidBrokeAndSeen()
    {
        var view = await told.SeeAsync(HopeForTwo);

        (ThreatKind, RuptureOwner)[] expected =
        [
            (ThreatKind.NotSureToComeBack, RuptureOwner.A), (ThreatKind.OpenRupture, RuptureOwner.A), (ThreatKind.HopeFading, RuptureOwner.A), (ThreatKind.Cancelled, RuptureOwner.B),
        ];
        Assert.Equal(expected, view.Threats.Where(threat => threat.Kind != ThreatKind.GrowingSplit).Select(threat => (threat.Kind, threat.Who)));
        Assert.True(view.Alliance.Sessions.Last().AreBothMovingAway);
    }

    [Fact]
    public async Task HopeForTwo_TwoSessionsWithoutAnyForm_AreNoAnswerAndTheSecondIsOwed()
    {
        var view = await told.SeeAsync(HopeForTwo);

        Assert.Equal([3, 6], view.Alliance.Sessions.Where(session => session.WhyNoGap == NoGapReason.NobodyAnswered).Select(session => session.Session));
        Assert.Equal(Partner.B, Assert.Single(view.Promises).Partner);
        Assert.Equal(
            [(HomeTaskOutcome.Done, HomeTaskOutcome.Not), (null, HomeTaskOutcome.Done), (HomeTaskOutcome.Partly, HomeTaskOutcome.NeverReallyAgreed)],
            view.HomeTasks.OrderBy(task => task.Number).Select(task => (task.OutcomeOfA, task.OutcomeOfB)));
    }

    [Fact]
    public async Task New_NothingHeld_IsAssessedInPartOnly()
    {
        var view = await told.SeeAsync(New);

        Assert.Equal((0, 1), (view.LastHeld, view.NextSession));
        Assert.Contains(view.A.Progress, part => part.State == AssessmentState.NotYet);
        Assert.Contains(view.A.Progress, part => part.State != AssessmentState.NotYet);
        Assert.Empty(view.Ruptures);
        Assert.Equal(["first-session"], view.Session(1)!.Plan!.Occasions);
    }

    /// <summary>No ordinary session looks like a rupture: what leads on a page is in the script.</summary>
    [Theory]
    [InlineData(Courted, Partner.A, "")]
    [InlineData(Courted, Partner.B, "5 6")]
    [InlineData(Mistrust, Partner.A, "")]
    [InlineData(Mistrust, Partner.B, "9 15")]
    [InlineData(Verdict, Partner.A, "4")]
    [InlineData(Verdict, Partner.B, "")]
    public async Task Course_OrdinarySessions_FindNothing(byte couple, Partner partner, string sessions)
    {
        var course = (await told.SeeAsync(couple)).Partner(partner).Course;

        Assert.Equal(sessions, string.Join(' ', course.Leading.Select(finding => finding.Session).Distinct()));
    }
}

public sealed class CaseloadFromTheUsualSeedTests(ToldCaseload told) : CaseloadStoryTests(told), IClassFixture<ToldCaseload>;

public sealed class CaseloadFromAnotherSeedTests(ToldFromAnotherSeed told) : CaseloadStoryTests(told), IClassFixture<ToldFromAnotherSeed>
{
    [Fact]
    public void Stories_OtherSeed_HaveTheSameEventsAndOtherShades()
    {
        var today = new DateOnly(2026, 3, 2);
        var therapist = new Viewer.OwnTherapist(told.Door.Therapist);
        foreach (var script in DemoCaseload.Scripts.Where(script => script.Sessions > 0))
        {
            string[] Told(ulong seed) => [.. new StoryTeller(script, therapist, today, seed).Tell().Select(happened => System.Text.Encoding.UTF8.GetString(CaseJson.Write(happened)))];

            Assert.Equal(Told(7), Told(7));
            Assert.NotEqual(Told(7), Told(8));
            Assert.Equal(Told(7).Length, Told(8).Length);
        }
    }
}
