using Attune.Method.Cases;
using Attune.Method.Tests.Repair;
using Attune.Method.Trust;

namespace Attune.Method.Tests.Trust;

public sealed class RaisedTensionsTests
{
    [Fact]
    public void Of_RaisedInTheRoomAndInTheForm_CountsEachApart()
    {
        var told = RuptureAtHand.Of().Step(RepairStepKind.Recognised, gave: [RepairContribution.RaisedIt])
            .Step(RepairStepKind.Explored, gave: [RepairContribution.RaisedIt])
            .Told(Partner.A, "Too fast.", SpeakPermission.PleaseJustKnowIt);

        // Twice noted of one rupture is once raised.
        Assert.Equal(new RaisedTensions(1, 1), RaisedTensions.Of(told.Case, Partner.A));
        Assert.Equal(RaisedTensions.None, RaisedTensions.Of(told.Case, Partner.B));
        Assert.Equal(new RaisedTensions(1, 1), TrustReadings.Of(told.Case, Partner.A).Raised);
    }

    [Fact]
    public void Of_NoTensionInTheForm_IsNoSign() =>
        Assert.Equal(0, RaisedTensions.Of(RuptureAtHand.Of().Told(Partner.A, null, null, any: false).Case, Partner.A).InTheCheckIn);

    [Fact]
    public void Of_RuptureOfBothOrSetAside_DoesNotCount()
    {
        var both = RuptureAtHand.Of(RuptureOwner.Both).Step(RepairStepKind.Recognised, gave: [RepairContribution.RaisedIt]);
        var aside = RuptureAtHand.Of().Step(RepairStepKind.Recognised, gave: [RepairContribution.RaisedIt])
            .Then(new RuptureSetAside { At = default, Rupture = RuptureAtHand.Id, Owner = RuptureOwner.A });

        Assert.Equal(RaisedTensions.None, RaisedTensions.Of(both.Case, Partner.A));
        Assert.Equal(RaisedTensions.None, RaisedTensions.Of(aside.Case, Partner.A));
    }
}
