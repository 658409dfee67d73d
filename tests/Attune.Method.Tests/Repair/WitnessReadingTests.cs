using Attune.Method.Cases;
using Attune.Method.Repair;

namespace Attune.Method.Tests.Repair;

public sealed class WitnessReadingTests
{
    [Fact]
    public void Of_EachStep_SaysHowTheOtherTookIt()
    {
        var reading = RuptureAtHand.Of(RuptureOwner.B)
            .Step(RepairStepKind.Validated, witness: WitnessReaction.Stayed)
            .Step(RepairStepKind.Explored)
            .Step(RepairStepKind.OwnedWithoutDefence, session: 4, witness: WitnessReaction.TurnedAway)
            .Read((_, rupture) => WitnessReading.Of(rupture))!;

        Assert.Equal((Partner.A, true), (reading.Witness, reading.NeedsHolding));
        Assert.Equal(
            [
                new(1, 3, RepairStepKind.Validated, WitnessReaction.Stayed), new(2, 3, RepairStepKind.Explored, null),
                new(3, 4, RepairStepKind.OwnedWithoutDefence, WitnessReaction.TurnedAway),
            ],
            reading.Moments);
    }

    [Theory]
    [InlineData(WitnessReaction.Stayed, false)]
    [InlineData(WitnessReaction.JoinedIn, false)]
    [InlineData(WitnessReaction.NotSeen, false)]
    [InlineData(WitnessReaction.TurnedAway, true)]
    [InlineData(WitnessReaction.TookItAsSiding, true)]
    public void Of_LastReaction_DecidesWhetherTheyNeedHolding(WitnessReaction reaction, bool needs)
    {
        var told = RuptureAtHand.Of().Step(RepairStepKind.Explored, witness: reaction);
        Assert.Equal(needs, told.Read((_, rupture) => WitnessReading.Of(rupture))!.NeedsHolding);
        Assert.False(told.Step(RepairStepKind.HeldTheWitness, witness: WitnessReaction.Stayed).Read((_, rupture) => WitnessReading.Of(rupture))!.NeedsHolding);
    }

    [Fact]
    public void Of_RuptureOfBoth_HasNoWitness() =>
        Assert.Null(RuptureAtHand.Of(RuptureOwner.Both).Step(RepairStepKind.Explored).Read((_, rupture) => WitnessReading.Of(rupture)));
}
