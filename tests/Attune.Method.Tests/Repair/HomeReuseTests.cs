using Attune.Method.Cases;
using Attune.Method.Repair;

namespace Attune.Method.Tests.Repair;

public sealed class HomeReuseTests
{
    private static readonly RuptureFormulation WithLine = new() { NextTimeToPartner = "I say: wait, I am lost." };

    [Fact]
    public void ToAsk_CarriedOver_AsksBothFromTheSessionAfter()
    {
        var told = RuptureAtHand.Of(held: 5).Step(RepairStepKind.CarriedOverToTheCouple, session: 4);

        Assert.Empty(HomeReuse.ToAsk(told.Case, 4));
        Assert.Equal(
            [new(RuptureAtHand.Id, Partner.A, ReuseBecause.CarriedOver, 4, null), new(RuptureAtHand.Id, Partner.B, ReuseBecause.CarriedOver, 4, null)],
            HomeReuse.ToAsk(told.Case, 5));
    }

    [Fact]
    public void ToAsk_LineForTheNextTime_AsksWhoseItIs() => Assert.Equal(
        [new(RuptureAtHand.Id, Partner.B, ReuseBecause.NextTimeLine, 3, null)], HomeReuse.ToAsk(RuptureAtHand.Of(RuptureOwner.B, WithLine).Case, 4));

    [Theory]
    [InlineData(ReuseAnswer.NotYet, true)]
    [InlineData(ReuseAnswer.TriedAndStuck, true)]
    [InlineData(ReuseAnswer.UsedAndHelped, false)]
    [InlineData(ReuseAnswer.WouldRatherNot, false)]
    public void ToAsk_Answered_AsksAgainOnlyWhereItMayHaveChanged(ReuseAnswer answer, bool again)
    {
        var told = RuptureAtHand.Of(RuptureOwner.A, WithLine).Reused(Partner.A, 4, answer);

        Assert.Empty(HomeReuse.ToAsk(told.Case, 4));
        Assert.Equal(again ? [(Partner.A, answer)] : [], HomeReuse.ToAsk(told.Case, 5).Select(one => (one.Partner, one.Before!.Value)));
        Assert.Equal(answer, told.Read((_, rupture) => HomeReuse.LastOf(rupture, Partner.A))!.Answer);
        Assert.Null(told.Read((_, rupture) => HomeReuse.LastOf(rupture, Partner.B)));
    }

    // Homework between two of whom one is afraid of the other is none.
    [Fact]
    public void ToAsk_SafetyFlag_AsksNothingAndKeepsWhatWasAnswered()
    {
        var told = RuptureAtHand.Of(RuptureOwner.A, WithLine).Flagged().Reused(Partner.A, 4, ReuseAnswer.TriedAndStuck);

        Assert.Empty(HomeReuse.ToAsk(told.Case, 9));
        Assert.Equal(ReuseAnswer.TriedAndStuck, Assert.Single(told.Read((_, rupture) => rupture.Reuses)).Answer);
    }

    [Fact]
    public void ToAsk_SetAsideOrClosedOrNothingToUse_AsksNothing()
    {
        var aside = new RuptureSetAside { At = default, Rupture = RuptureAtHand.Id, Owner = RuptureOwner.A };
        var closed = new CoupleClosed { At = default, AfterSession = 3, Reason = ClosingReason.GoalsReached };

        Assert.Empty(HomeReuse.ToAsk(RuptureAtHand.Of(RuptureOwner.A, WithLine).Then(aside).Case, 4));
        Assert.Empty(HomeReuse.ToAsk(RuptureAtHand.Of(RuptureOwner.A, WithLine).Then(closed).Case, 4));
        Assert.Empty(HomeReuse.ToAsk(RuptureAtHand.Of(formulation: new() { NextTimeToTherapist = "I say: slower." }).Case, 4));
    }
}
