using Attune.Method.Agreement;

namespace Attune.Method.Tests.Agreement;

public sealed class SoftaConsensusTests
{
    private static readonly Gen<int> Rating = Gen.Int[-3, 3];

    [Fact]
    public void Of_TheManualsExample_DropsTheThird() => Assert.Equal(new SoftaConsensus.MeanOfClosest(1.5, Dropped: -1), SoftaConsensus.Of(-1, 1, 2));

    [Fact]
    public void Of_TwoAgree_TakesTheirs() => Assert.Equal(new SoftaConsensus.Agreed(0), SoftaConsensus.Of(0, 0, -1));

    [Fact]
    public void Of_TheThirdIsFarAbove_DropsIt() => Assert.Equal(new SoftaConsensus.MeanOfClosest(-2.5, Dropped: 3), SoftaConsensus.Of(3, -2, -3));

    [Fact]
    public void Of_AllAsFarApart_TakesTheMiddle() => Assert.Equal(new SoftaConsensus.Middle(0), SoftaConsensus.Of(2, 0, -2));

    [Fact]
    public void Of_OneDidNotRate_SaysSo() => Assert.Equal(new SoftaConsensus.CannotTell(NoAgreementReason.RatingMissing), SoftaConsensus.Of(1, null, 1));

    [Theory]
    [InlineData(-4, 0, 0)]
    [InlineData(0, 4, null)]
    [InlineData(0, 0, 4)]
    public void Of_RatingOffTheScale_Throws(int? first, int? second, int? third) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SoftaConsensus.Of(first, second, third));

    [Fact]
    public void Of_RatersInAnyOrder_IsTheSame() => Gen.Select(Rating, Rating, Rating).Sample((a, b, c) =>
        Assert.Single(new[] { SoftaConsensus.Of(a, b, c), SoftaConsensus.Of(b, c, a), SoftaConsensus.Of(c, a, b), SoftaConsensus.Of(b, a, c) }.Distinct()));

    [Fact]
    public void Of_ScaleTurnedRound_IsTurnedRound() => Gen.Select(Rating, Rating, Rating).Sample((a, b, c) =>
        Assert.Equal(-Value(SoftaConsensus.Of(a, b, c)), Value(SoftaConsensus.Of(-a, -b, -c))));

    [Fact]
    public void Of_ThreeRatings_LiesBetweenThemInStepsOfAHalf() => Gen.Select(Rating, Rating, Rating).Sample((a, b, c) =>
    {
        var value = Value(SoftaConsensus.Of(a, b, c));
        Assert.InRange(value, Math.Min(a, Math.Min(b, c)), Math.Max(a, Math.Max(b, c)));
        Assert.Equal(0, value * 2 % 1);
    });

    private static double Value(SoftaConsensus found) => found switch
    {
        SoftaConsensus.Agreed one => one.Rating,
        SoftaConsensus.MeanOfClosest one => one.Rating,
        SoftaConsensus.Middle one => one.Rating,
        _ => throw new InvalidOperationException($"{found}"),
    };
}
