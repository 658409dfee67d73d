using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Repair;

namespace Attune.Method.Tests.Repair;

public sealed partial class RepairJudgementTests
{
    // Moment 7, the varying partner.
    [Fact]
    public void Of_BackWithClearingFour_IsConfirmedWithTheThreeFigures()
    {
        var reading = Read(Course.Of(Partner.A).Composite(5.67, 4).WithTension(cleared: 4).Composite(5.67).Rupture(2).Claimed(3));

        Assert.Equal(RepairState.Confirmed, reading.State);
        Assert.Equal((17 / 3.0, 4.0, 17 / 3.0), (reading.Before, reading.At, reading.Since));
        Assert.Equal((3, 4), (reading.SinceSession, reading.Clearing));
        Assert.Null(reading.Reason);
    }

    // Moment 7, the partner whose forms are all 7: without a drop, whatever is ticked about clearing.
    [Fact]
    public void Of_ClaimedWithFlatAnswers_StaysClaimedAndAsksInTheRoom()
    {
        var course = Course.Of(Partner.A).Composite(7, 7, 7, 7, 7, 7).Composite(7).With(StillOpenAnswer.Nothing).Rupture(6).Claimed(6);
        var reading = Read(course);

        Assert.Equal((RepairState.Claimed, RepairReason.AnswersRarelyVary), (reading.State, reading.Reason));
        Assert.Contains(RepairAdvice.AskInTheRoom, RepairPlanning.For(course.Fold(), course.FoldedRupture(), reading, 8).Advice);
        Assert.Equal(RepairState.ToldInTheRoom, Read(course.Told(7)).State);
    }

    [Fact]
    public void Of_ThreeSilentSessionsAfterTheClaim_IsNotKnown()
    {
        var course = Course.Of(Partner.A).Composite(5.67, 4).Rupture(2).Claimed(2).Silent(2);
        Assert.Equal((RepairState.Claimed, RepairReason.NoAnswerYet), StateOf(course));
        Assert.Equal((RepairState.NotKnown, RepairReason.SilentForThreeSessions), StateOf(course.PutOff()));
        Assert.Equal(RepairState.ToldInTheRoom, Read(course.Told(4)).State);
    }

    [Fact]
    public void Of_NeitherClaimedNorAnswered_IsOpen() =>
        Assert.Equal((RepairState.Open, RepairReason.NoAnswerYet), StateOf(Course.Of(Partner.A).Composite(5.67, 4).Silent(4).Rupture(2)));

    [Fact]
    public void Of_BackWithoutAClaim_IsConfirmed() =>
        Assert.Equal(RepairState.Confirmed, Read(Course.Of(Partner.A).Composite(6, 4, 4.33, 6).Rupture(2)).State);

    [Fact]
    public void Of_BackOnlyInTheFourthSession_IsTooLate() =>
        Assert.Equal((RepairState.Open, RepairReason.NotBackYet), StateOf(Course.Of(Partner.A).Composite(6, 4, 4, 4, 4, 6).Rupture(2)));

    [Theory]
    [InlineData(5.67, RepairState.Partial)]
    [InlineData(5, RepairState.Partial)]
    [InlineData(4.67, RepairState.Open)]
    public void Of_HalfTheDropRegained_IsPartial(double since, RepairState state) =>
        Assert.Equal(state, Read(Course.Of(Partner.A).Composite(6, 4, since).Rupture(2)).State);

    [Fact]
    public void Of_BackButNotCleared_IsPartial() => Assert.Equal(
        (RepairState.Partial, RepairReason.NotClearedYet),
        StateOf(Course.Of(Partner.A).Composite(6, 4, 6).With(StillOpenAnswer.PartlyCleared).Rupture(2).Claimed(2)));

    [Fact]
    public void Of_AnswersDoNotConfirmTheClaim_StaysClaimed() =>
        Assert.Equal((RepairState.Claimed, RepairReason.NotBackYet), StateOf(Course.Of(Partner.A).Composite(6, 4, 4, 4, 4, 4).Rupture(2).Claimed(2)));

    // The level before needs no waiting: a rupture in the first session has none, so only clearing can tell.
    [Theory]
    [InlineData(StillOpenAnswer.Nothing, RepairState.Confirmed)]
    [InlineData(StillOpenAnswer.PartlyCleared, RepairState.Partial)]
    [InlineData(StillOpenAnswer.StillOpen, RepairState.Claimed)]
    public void Of_NoDrop_IsJudgedByClearingAlone(StillOpenAnswer open, RepairState state)
    {
        var reading = Read(Course.Of(Partner.A).Composite(6, 6).WithTension(3, 5).Composite(5).With(open).Rupture(2).Claimed(2));
        Assert.False(reading.HadDrop);
        Assert.Equal(state, reading.State);
    }

    [Fact]
    public void Of_NoDropAndClearingLeftOut_IsNotConfirmed() =>
        Assert.Equal((RepairState.Claimed, RepairReason.ItemNotAnswered), StateOf(Course.Of(Partner.A).Composite(6, 6, 6).Rupture(2).Claimed(2)));

    [Fact]
    public void Of_AreaKnown_IsJudgedByItsItemNotTheComposite()
    {
        var reading = Read(Course.Of(Partner.A)
            .Forms(Course.Rated(5, 5, 6), Course.Rated(5, 5, 3), Course.Rated(7, 7, 3)).RuptureOf(RuptureArea.Bond, 2));
        Assert.Equal((RepairState.Open, RuptureArea.Bond), (reading.State, reading.Area));
        Assert.Equal((6.0, 3.0, 3.0), (reading.Before, reading.At, reading.Since));
    }

    [Fact]
    public void Of_ItemOfTheAreaLeftOut_IsNotReplacedByTheComposite() => Assert.Equal(
        (RepairState.Open, RepairReason.ItemNotAnswered),
        StateOf(Course.Of(Partner.A).Composite(6, 3).Forms(new CheckInAnswers { Task = 7, Goal = 7 }).RuptureOf(RuptureArea.Bond, 2)));

    [Fact]
    public void Of_BondAboveTheThreeBeforeTwice_IsStrongerThanBefore()
    {
        var course = Course.Of(Partner.A).Composite(5, 5, 5, 3, 6);
        Assert.Equal(RepairState.Confirmed, Read(course.Rupture(4)).State);
        Assert.Equal(RepairState.StrongerThanBefore, Read(course.Composite(6)).State);
    }

    // The later word counts: the room after a half-way form, the private form after the room.
    [Fact]
    public void Of_ToldInTheRoomAndHalfWay_TakesTheLaterWord()
    {
        Assert.Equal(RepairState.ToldInTheRoom, Read(Course.Of(Partner.A).Composite(6, 4, 5).Silent().Rupture(2).Told(4)).State);
        Assert.Equal(RepairState.Partial, Read(Course.Of(Partner.A).Composite(6, 4).Silent().Composite(5).Rupture(2).Told(3)).State);
    }

    // A peak coming down to the usual level is no fall that could be regained.
    [Fact]
    public void Of_PeakBackToUsual_HadNoDrop() => Assert.False(Read(Course.Of(Partner.A).Composite(5, 5, 5, 7, 5.33, 5.33).Rupture(5)).HadDrop);

    [Fact]
    public void Of_FirstSession_HasNoLevelBefore()
    {
        var reading = Read(Course.Of(Partner.A).Composite(4, 6).With(StillOpenAnswer.Nothing).Rupture(1));
        Assert.Equal((null, RepairState.Confirmed), (reading.Before, reading.State));
    }

    [Fact]
    public void Of_OwnFormOfTheRupture_NeverConfirms() =>
        Assert.Equal(RepairState.Claimed, Read(Course.Of(Partner.A).Composite(6, 6).WithTension(2, 5).Rupture(2).Claimed(2)).State);

    [Fact]
    public void Of_SetAside_HasNoJudgement()
    {
        var reading = Read(Course.Of(Partner.A).Composite(6, 4, 6).Rupture(2).SetAside());
        Assert.Equal((RepairState.NotKnown, RepairReason.SetAside), (reading.State, reading.Reason));
        Assert.Null(reading.Before);
    }

    [Fact]
    public void Of_RuptureOfBoth_TakesTheWeakerState()
    {
        var reading = Read(Course.Of(Partner.A).Composite(6, 4, 6).Rupture(2, owner: RuptureOwner.Both));
        Assert.Equal((RepairState.Open, Partner.B), (reading.State, reading.Partner));
    }

    // Moment 7 and row 37: what was told without leave to speak of it is judged like any other answer.
    [Theory]
    [InlineData(SpeakPermission.OnlyWithMeAlone)]
    [InlineData(SpeakPermission.PleaseJustKnowIt)]
    [InlineData(null)]
    public void Of_ToldInPrivate_IsJudgedAllTheSame(SpeakPermission? may)
    {
        var tension = new TensionAnswer { Any = true, Strength = 4, Cleared = 4, Words = "It went too fast for me.", MaySpeak = may };
        var forms = new[] { Course.Rated(5.67), Course.Rated(4) with { Tension = tension }, Course.Rated(5.67) };

        Assert.Equal(RepairState.Confirmed, Read(Course.Of(Partner.A).Forms(forms).Rupture(2).Claimed(3)).State);
    }

    private static (RepairState, RepairReason?) StateOf(Course course) => (Read(course).State, Read(course).Reason);

    private static RepairReading Read(Course course) => RepairJudgement.Of(course.Fold(), course.FoldedRupture());
}
