using Attune.Method.Cases;
using Attune.Method.Repair;

namespace Attune.Method.Tests.Repair;

public sealed class RuptureStoryReadingTests
{
    private static readonly RuptureStory Own = new("You hurried.", "I froze.", "Time.");

    private static StoryReading Of(RuptureAtHand told, Partner? partner = null) =>
        told.Read((_, rupture) => partner is { } one ? StoryReading.Of(rupture, one) : StoryReading.Of(rupture));

    [Fact]
    public void Of_NothingWritten_IsNone() => Assert.Equal(new StoryReading(StoryStatus.None, null), Of(RuptureAtHand.Of()));

    [Fact]
    public void Of_Unanswered_IsTheTherapistsViewOnly() =>
        Assert.Equal(new StoryReading(StoryStatus.TherapistsViewOnly, null), Of(RuptureAtHand.Of().Story()));

    [Fact]
    public void Of_Fits_IsTheFormulationsText()
    {
        var reading = Of(RuptureAtHand.Of().Story("It went wrong.").Answer(Partner.A, StoryFit.Fits));

        Assert.Equal((StoryStatus.Agreed, "It went wrong."), (reading.Status, reading.Agreed!.Happened));
    }

    [Theory]
    [InlineData(StoryFit.Fits)]
    [InlineData(StoryFit.Partly)]
    [InlineData(StoryFit.DoesNotFit)]
    public void Of_InTheirOwnWords_TheirsStand(StoryFit fit) =>
        Assert.Equal(new StoryReading(StoryStatus.CorrectedByThePartner, Own), Of(RuptureAtHand.Of().Story().Answer(Partner.A, fit, Own)));

    [Theory]
    [InlineData(StoryFit.Partly, StoryStatus.FitsInPart)]
    [InlineData(StoryFit.DoesNotFit, StoryStatus.DoesNotFit)]
    public void Of_NotFitting_AgreesToNothing(StoryFit fit, StoryStatus status) =>
        Assert.Equal(new StoryReading(status, null), Of(RuptureAtHand.Of().Story().Answer(Partner.A, fit)));

    [Fact]
    public void Of_WrittenAnew_WasNotAnswered() =>
        Assert.Equal(StoryStatus.TherapistsViewOnly, Of(RuptureAtHand.Of().Story().Answer(Partner.A, StoryFit.Fits).Story("Another.")).Status);

    // The one who watched has no say in whose story it is.
    [Fact]
    public void Of_AnswerOfTheOther_ChangesNothing() =>
        Assert.Equal(StoryStatus.TherapistsViewOnly, Of(RuptureAtHand.Of().Story().Answer(Partner.B, StoryFit.Fits)).Status);

    [Fact]
    public void Of_RuptureOfBoth_IsAgreedWhenBothSaySo()
    {
        var told = RuptureAtHand.Of(RuptureOwner.Both).Story().Answer(Partner.A, StoryFit.Fits);
        Assert.Equal(new StoryReading(StoryStatus.TherapistsViewOnly, null), Of(told));
        Assert.Equal(StoryStatus.Agreed, Of(told, Partner.A).Status);

        Assert.NotNull(Of(told.Answer(Partner.B, StoryFit.Fits)).Agreed);
        Assert.Equal(new StoryReading(StoryStatus.CorrectedByThePartner, null), Of(told.Answer(Partner.B, StoryFit.Partly, Own)));
    }
}
