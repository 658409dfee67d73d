using Attune.Method.Cases;
using Attune.Practice.Continuing;
using Attune.Practice.Planning;
using Attune.Practice.Tests.Fixtures;

namespace Attune.Practice.Tests.Continuing;

public sealed class ContinuingTests
{
    private static readonly AgreeHomeTask Task = new() { Session = 1, For = RuptureOwner.Both, Words = "  Ten minutes each.  " };

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Decide_Missed_FallsAfterTheLastHeld(int held)
    {
        var missed = Told.Held(held).Event<SessionMissed>(new MissSession { How = MissedHow.DidNotCome, Whose = RuptureOwner.B, On = new DateOnly(2026, 11, 2), Reason = "the train" });

        Assert.Equal((held, MissedHow.DidNotCome, Subject.PartnerB, new DateOnly(2026, 11, 2), "the train"), (missed.AfterSession, missed.How, missed.Subject, missed.On, missed.Reason));
    }

    [Fact]
    public void Decide_MissedOutOfRange_SaysAllAtOnce() => Assert.Equal(
        [("PRA021", "How"), ("PRA021", "Whose"), ("PRA022", "Reason")],
        Told.Begun().Refusals(new MissSession { How = (MissedHow)0, Whose = (RuptureOwner)0, Reason = new string('x', 1_001) }));

    [Fact]
    public void Decide_DoubtAndFadingHope_AreKeptWithTheirSession()
    {
        var told = Told.Held(2)
            .Do(new DoubtContinuing { Partner = Partner.B, Session = 2, Words = "Perhaps it is too late." })
            .Do(new SeeHopeFading { Partner = Partner.A, Session = 1 });

        Assert.Equal("Perhaps it is too late.", Assert.Single(told.Case[Partner.B].Doubts).Words);
        Assert.Equal([1], told.Case[Partner.A].HopeFadedIn);
        Assert.Empty(told.Case[Partner.A].Doubts);
    }

    [Fact]
    public void Decide_SessionThatWasOnlyPlanned_IsRefused()
    {
        var told = Told.Begun().Do(new PlanSession { Session = 1 });

        Assert.Equal([("PLN002", null)], told.Refusals(new DoubtContinuing { Partner = Partner.A, Session = 1 }));
        Assert.Equal([("PLN002", null)], told.Refusals(new SeeHopeFading { Partner = Partner.A, Session = 1 }));
        Assert.Equal([("PLN002", null)], told.Refusals(Task));
    }

    [Fact]
    public void Decide_NobodyNamed_IsRefused()
    {
        var told = Told.Held();

        Assert.Equal([("PRA021", "Partner")], told.Refusals(new SeeHopeFading { Partner = (Partner)0, Session = 1 }));
        Assert.Equal([("PRA021", "Partner"), ("PRA022", "Words")], told.Refusals(new DoubtContinuing { Partner = (Partner)0, Session = 1, Words = new string('x', 1_001) }));
        Assert.Equal([("PRA021", "For"), ("PRA023", "Words")], told.Refusals(new AgreeHomeTask { Session = 1, For = (RuptureOwner)0, Words = "" }));
    }

    [Fact]
    public void Decide_TasksAgreed_AreNumberedAndUnderWhomTheyAreFor()
    {
        var told = Told.Held().Do(Task);

        var second = told.Event<HomeTaskAgreed>(Task with { For = RuptureOwner.A });

        Assert.Equal((2, "Ten minutes each.", Subject.PartnerA), (second.Task, second.Words, second.Subject));
    }

    [Fact]
    public void Decide_ReviewedAgain_TheLaterHoldsForThatPartnerAlone()
    {
        var told = Told.Held(2).Do(Task)
            .Do(Review(Partner.A, HomeTaskOutcome.Not)).Do(Review(Partner.A, HomeTaskOutcome.NeverReallyAgreed)).Do(Review(Partner.B, HomeTaskOutcome.Done));

        var task = Assert.Single(told.Case.HomeTasks);
        Assert.Equal((HomeTaskOutcome.NeverReallyAgreed, HomeTaskOutcome.Done), (task.OutcomeOf(Partner.A), task.OutcomeOf(Partner.B)));
    }

    [Fact]
    public void Decide_ReviewOfNothing_SaysAllAtOnce() => Assert.Equal(
        [("PRA021", "Partner"), ("PRA021", "Outcome"), ("CON001", "Task")],
        Told.Held().Refusals(new ReviewHomeTask { Task = 1, Partner = (Partner)0, Session = 1, Outcome = (HomeTaskOutcome)0 }));

    private static ReviewHomeTask Review(Partner partner, HomeTaskOutcome outcome) => new() { Task = 1, Partner = partner, Session = 2, Outcome = outcome };
}
