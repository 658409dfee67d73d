using Attune.Method.Agreement;

namespace Attune.Method.Tests.Agreement;

/// <summary>Where F has a closed form, and that quantile and probability turn each other round.</summary>
public sealed class FDistributionTests
{
    private static readonly Gen<double> Share = Gen.Double[0.001, 0.999];

    private static readonly Gen<double> Degrees = Gen.Double[0.5, 500];

    [Fact]
    public void Quantile_OneAndOne_IsTheSquaredTangent() => Share.Sample(p =>
        Close(Math.Pow(Math.Tan(Math.PI * p / 2), 2), FDistribution.Quantile(p, 1, 1)));

    [Fact]
    public void Quantile_TwoAbove_IsTheClosedForm() => Gen.Select(Share, Degrees).Sample((p, below) =>
        Close(below / 2 * (Math.Pow(1 - p, -2 / below) - 1), FDistribution.Quantile(p, 2, below)));

    [Fact]
    public void Quantile_OtherTail_IsTheReciprocal() => Gen.Select(Share, Degrees, Degrees).Sample((p, above, below) =>
        Close(1 / FDistribution.Quantile(1 - p, below, above), FDistribution.Quantile(p, above, below)));

    [Fact]
    public void Probability_OfAQuantile_IsGivenBack() => Gen.Select(Share, Degrees, Degrees).Sample((p, above, below) =>
        Assert.Equal(p, FDistribution.Probability(FDistribution.Quantile(p, above, below), above, below), 1e-10));

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(double.NaN, 1, 1)]
    [InlineData(0.5, 0.2, 1)]
    [InlineData(0.5, 1, double.NaN)]
    [InlineData(0.5, 1, double.PositiveInfinity)]
    public void Quantile_OutsideOfWhatItPromises_Throws(double p, double above, double below) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => FDistribution.Quantile(p, above, below));

    private static void Close(double expected, double actual) =>
        Assert.True(Math.Abs(actual - expected) <= 1e-9 * (1 + Math.Abs(expected)), $"{actual:R} instead of {expected:R}");
}
