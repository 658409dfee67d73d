using Attune.Method.Cases;
using Attune.Method.Repair;

namespace Attune.Method.Tests.Repair;

/// <summary>What the closing of the work makes of a repair, and that opening it again undoes it.</summary>
public sealed partial class RepairJudgementTests
{
    private static readonly DateTimeOffset At = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_ClosedWhileOpen_HasEnded() => AssertEnded(Course.Of(Partner.A).Composite(6, 4, 4).Rupture(2), RepairState.Open);

    [Fact]
    public void Of_ClosedWhilePartial_HasEndedAndSaysHowFarItCame() =>
        AssertEnded(Course.Of(Partner.A).Composite(6, 4, 5).Rupture(2).Claimed(2), RepairState.Partial);

    [Fact]
    public void Of_ClosedWithAClaimThatTheAnswersDeny_HasEnded() =>
        AssertEnded(Course.Of(Partner.A).Composite(6, 4, 4).Rupture(2).Claimed(2), RepairState.Claimed);

    // Nobody can answer any more, and "not known" is never "unrepaired".
    [Fact]
    public void Of_ClosedWithAClaimThatNobodyAnswered_IsNotKnown()
    {
        var reading = Read(Closed(Course.Of(Partner.A).Composite(6, 4).Rupture(2).Claimed(2)));

        Assert.Equal((RepairState.NotKnown, RepairReason.ClosedBeforeAnAnswer, false), (reading.State, reading.Reason, reading.IsStillOpen));
        Assert.Null(reading.EndedAs);
    }

    [Fact]
    public void Of_ClosedWithFlatAnswersToTheClaim_IsNotKnown() =>
        Assert.Equal(RepairState.NotKnown, Read(Closed(Course.Of(Partner.A).Composite(7, 7, 7, 7, 7, 7, 7).Rupture(6).Claimed(6))).State);

    [Fact]
    public void Of_ClosedAfterConfirmation_StaysWhatItWas()
    {
        Assert.Equal(RepairState.Confirmed, Read(Closed(Course.Of(Partner.A).Composite(6, 4, 6).Rupture(2).Claimed(2))).State);
        Assert.Equal(RepairState.ToldInTheRoom, Read(Closed(Course.Of(Partner.A).Composite(6, 4).Rupture(2).Told(2))).State);
        Assert.Equal(RepairState.StrongerThanBefore, Read(Closed(Course.Of(Partner.A).Composite(5, 5, 5, 3, 6, 6).Rupture(4))).State);
    }

    [Fact]
    public void Of_OpenedAgain_IsAsIfItHadNeverBeenClosed()
    {
        var course = Course.Of(Partner.A).Composite(6, 4, 4).Rupture(2);
        var before = Read(course);

        Assert.Equal(before, Read(Closed(course).Then(new CoupleReopened { At = At })));
    }

    [Fact]
    public void Of_ClosedRuptureOfBoth_TakesTheWeakerState()
    {
        var reading = Read(Closed(Course.Of(Partner.A).Composite(6, 4, 6).Rupture(2, owner: RuptureOwner.Both).Claimed(2)));

        Assert.Equal((RepairState.NotKnown, Partner.B), (reading.State, reading.Partner));
    }

    private static void AssertEnded(Course course, RepairState was)
    {
        Assert.Equal(was, Read(course).State);
        Assert.True(Read(course).IsStillOpen);
        var reading = Read(Closed(course));
        Assert.Equal((RepairState.Ended, was, false), (reading.State, reading.EndedAs, reading.IsStillOpen));
    }

    private static Course Closed(Course course) => course.Then(new CoupleClosed { At = At, AfterSession = 3, Reason = ClosingReason.Pause });
}
