using Attune.Method.Cases;
using Attune.Method.SelfInsight;
using static Attune.Method.Tests.SelfInsight.OwnSide;

namespace Attune.Method.Tests.SelfInsight;

public sealed class RestingUsualTests
{
    private static readonly TherapistAssessed Typed = new() { At = At, UsualRestingRate = 64 };

    [Fact]
    public void Of_NothingTakenOrTyped_IsNull() => Assert.Null(RestingUsual.Of(Therapist()));

    [Fact]
    public void Of_OnlyTyped_IsThatWithoutADeviation() => Assert.Equal(new RestingUsual(64, 0, 0), RestingUsual.Of(Therapist(Typed)));

    [Fact]
    public void Of_OneTaken_GoesBeforeWhatWasTyped() => Assert.Equal(new RestingUsual(70, 3, 1), RestingUsual.Of(Therapist(Rest(70, 3), Typed)));

    [Fact]
    public void Of_TwoTaken_IsTheMiddleOfBoth() => Assert.Equal(new RestingUsual(69, 2.5, 2), RestingUsual.Of(Therapist(Rest(66, 2), Rest(72, 3))));

    // The first two are six sessions ago; one stormy hour among the last five moves nothing.
    [Fact]
    public void Of_Seven_IsTheMiddleOfTheLastFive() => Assert.Equal(
        new RestingUsual(68, 3, 5), RestingUsual.Of(Therapist(Rest(50, 9), Rest(51, 9), Rest(66, 2), Rest(90, 8), Rest(68, 1), Rest(67, 3), Rest(69, 4))));

    private static RestingRateTaken Rest(double median, double deviation) => new() { At = At, MedianBpm = median, DeviationBpm = deviation, Measured = TimeSpan.FromMinutes(2) };
}
