using Attune.Method.Cases;
using Attune.Method.Repair;

namespace Attune.Method.Tests.Repair;

public sealed class PartnerContributionsTests
{
    [Fact]
    public void Of_SeveralSteps_NamesEachOnceWhereItWasFirstGiven() => Assert.Equal(
        [
            new(RepairContribution.RaisedIt, 1, 3, true), new(RepairContribution.Stayed, 2, 3, true), new(RepairContribution.Accepted, 3, 4, false),
        ],
        RuptureAtHand.Of()
            .Step(RepairStepKind.Recognised, gave: [RepairContribution.RaisedIt])
            .Step(RepairStepKind.ThankedForTheRisk, gave: [RepairContribution.Stayed])
            .Step(RepairStepKind.MetTheNeed, session: 4, gave: [RepairContribution.Accepted, RepairContribution.Stayed])
            .Read((_, rupture) => PartnerContributions.Of(rupture)));

    [Fact]
    public void Of_NobodyThanked_IsStillToBeThanked() =>
        Assert.False(Assert.Single(RuptureAtHand.Of().Step(RepairStepKind.Explored, gave: [RepairContribution.OfferedSomething])
            .Read((_, rupture) => PartnerContributions.Of(rupture))).IsThanked);

    [Fact]
    public void Of_NothingNoted_IsEmpty() => Assert.Empty(RuptureAtHand.Of().Step(RepairStepKind.Explored).Read((_, rupture) => PartnerContributions.Of(rupture)));
}
