using System.Collections.Immutable;
using Attune.Method.Alliance;
using Attune.Method.Cases;
using Attune.Method.Repair;
using Attune.Method.Tests.Cases;

namespace Attune.Method.Tests.Alliance;

public class ThreatsToContinuingTests
{
    [Fact]
    public void Of_QuietCourse_IsEmpty() => Assert.Empty(Read(Six()));

    [Fact]
    public void Of_EverythingAtOnce_IsOrderedByWeight()
    {
        var told = new ToldCourse();
        foreach (var apart in new[] { 0, 0.33, 0.67, 1 })
            told.Session(ToldCourse.Composite(6), ToldCourse.Composite(6 - apart));
        told.Rupture().Session(new CheckInAnswers { SinceLastTime = SinceLastTimeAnswer.MadeThingsHarder })
            .Then(Doubted(told, Partner.B)).Then(Faded(told, Partner.A)).Then(LeaningOut(told, Partner.B))
            .Then(Missed(told, MissedHow.Cancelled)).Then(Missed(told, MissedHow.DidNotCome));

        Assert.Equal(Enum.GetValues<ThreatKind>(), Read(told).Select(threat => threat.Kind));
    }

    [Fact]
    public void Of_OpenRupture_AgesInSessionsAndDays()
    {
        var told = Six().Rupture().SilentSessions(4);
        var open = Assert.Single(Read(told));

        Assert.Equal((ThreatKind.OpenRupture, RuptureOwner.A, 6, 4, 1), (open.Kind, open.Who, open.Session, open.SessionsAgo, open.Times));
        Assert.Equal(ToldCourse.TheRupture, open.Rupture);
        Assert.Equal(30, open.DaysAgo(Day(told.Couple.FindSession(6)!.Held!.StartedAt).AddDays(30)));
        // Open is open, however long: it is not forgotten as an event is.
        Assert.Equal(14, Assert.Single(Read(told.SilentSessions(10))).SessionsAgo);
    }

    [Fact]
    public void Of_RuptureSetAsideOrConfirmed_IsNone()
    {
        Assert.Empty(Read(Six().Rupture().SetAside(), RepairState.Open));
        Assert.Empty(Read(Six().Rupture().ToldInTheRoom()));
    }

    [Fact]
    public void Of_SameThingAgain_IsOneLineWithTheLastSession()
    {
        var told = Six();
        told.Then(Missed(told, MissedHow.Cancelled, RuptureOwner.Both)).Session();
        told.Then(Missed(told, MissedHow.Cancelled, RuptureOwner.Both)).Then(Missed(told, MissedHow.Cancelled, RuptureOwner.A)).Session();

        Assert.Equal(
            [(RuptureOwner.A, 7, 1, 1), (RuptureOwner.Both, 7, 1, 2)],
            Read(told).Select(threat => (threat.Who, threat.Session, threat.SessionsAgo, threat.Times)));
    }

    // Somebody who was not sure, and has come six times since, has answered.
    [Fact]
    public void Of_SixSessionsLater_IsForgotten()
    {
        var told = Six();
        told.Then(Doubted(told, Partner.A)).SilentSessions(5);
        Assert.Equal(5, Assert.Single(Read(told)).SessionsAgo);
        Assert.Empty(Read(told.SilentSessions(1)));
    }

    [Fact]
    public void Of_AssessedAnew_IsLeaningOutNoMore()
    {
        var told = Six();
        told.Then(LeaningOut(told, Partner.A)).SilentSessions(8);
        Assert.Equal((6, 8), (Read(told)[0].Session, Read(told)[0].SessionsAgo));
        Assert.Empty(Read(told.Then(new PartnerAssessed { At = told.Now, Partner = Partner.A, Leaning = Leaning.Undecided })));
    }

    [Fact]
    public void Of_MissedBeforeTheFirstSession_BelongsToNone()
    {
        var told = new ToldCourse();
        told.Then(new SessionMissed { At = told.Now, AfterSession = 0, How = MissedHow.DidNotCome, Whose = RuptureOwner.B, On = new DateOnly(2026, 3, 1) });
        var missed = Assert.Single(Read(told));

        Assert.Equal((0, 0, new DateOnly(2026, 3, 1)), (missed.Session, missed.SessionsAgo, missed.On));
        Assert.Equal(2, missed.DaysAgo(new DateOnly(2026, 3, 3)));
        // Cancelled for a day that is still to come.
        Assert.Equal(0, missed.DaysAgo(new DateOnly(2026, 2, 20)));
    }

    [Fact]
    public void Of_SessionNotNotedAsHeld_HasNoDay()
    {
        var told = new ToldCourse();
        told.Then(new CheckInAnswered { At = told.Now, Session = 1, Partner = Partner.A, Answers = new CheckInAnswers { SinceLastTime = SinceLastTimeAnswer.MadeThingsHarder } });
        Assert.Null(Assert.Single(Read(told)).DaysAgo(new DateOnly(2026, 3, 3)));
    }

    [Fact]
    public void Of_WouldRatherSayItAlone_IsNoThreat() =>
        Assert.Empty(Read(new ToldCourse().Session(new CheckInAnswers { SinceLastTime = SinceLastTimeAnswer.RatherSayItAlone })));

    [Fact]
    public void Of_ClosedAndOpenedAgain_IsEmptyInBetween()
    {
        var told = Six();
        told.Then(Doubted(told, Partner.A));
        Assert.Empty(Read(told.Then(new CoupleClosed { At = told.Now, AfterSession = 6, Reason = ClosingReason.Pause })));
        Assert.Single(Read(told.Then(new CoupleReopened { At = told.Now })));
    }

    [Fact]
    public void Of_AnyCourse_IsInOrderOfWeightAndNamesEachThingOnce() => RandomCouples.BySession.Sample(all =>
    {
        var couple = RandomCouples.Fold(all);
        var alliance = CoupleAlliance.Of(couple);
        var threats = ThreatsToContinuing.Of(couple, alliance, couple.Ruptures);
        return threats.Select(threat => threat.Kind).SequenceEqual(threats.Select(threat => threat.Kind).Order())
            && threats.DistinctBy(threat => (threat.Kind, threat.Who)).Count() == threats.Length
            && threats.All(threat => threat.SessionsAgo == alliance.Sessions.Count(held => held.Session > threat.Session) && threat.Times >= 1);
    });

    private static ImmutableArray<Threat> Read(ToldCourse told, RepairState? asIf = null)
    {
        var couple = told.Couple;
        var open = couple.Ruptures.Where(rupture => asIf is RepairState.Open || RepairJudgement.Of(couple, rupture).IsStillOpen && !rupture.IsSetAside);
        return ThreatsToContinuing.Of(couple, CoupleAlliance.Of(couple), open);
    }

    private static ToldCourse Six() => ToldCourse.OfComposites(6, 6, 6, 6, 6, 6);

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.DateTime);

    private static int Last(ToldCourse told) => told.Couple.Sessions.Count;

    private static ContinuingDoubted Doubted(ToldCourse told, Partner partner) => new() { At = told.Now, Partner = partner, Session = Last(told) };

    private static HopeSeenFading Faded(ToldCourse told, Partner partner) => new() { At = told.Now, Partner = partner, Session = Last(told) };

    private static PartnerAssessed LeaningOut(ToldCourse told, Partner partner) => new() { At = told.Now, Partner = partner, Leaning = Leaning.Out };

    private static SessionMissed Missed(ToldCourse told, MissedHow how, RuptureOwner whose = RuptureOwner.Both) =>
        new() { At = told.Now, AfterSession = Last(told), How = how, Whose = whose };
}
