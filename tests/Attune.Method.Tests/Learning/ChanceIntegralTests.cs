using Attune.Method.Learning;

namespace Attune.Method.Tests.Learning;

public sealed class ChanceIntegralTests
{
    [Theory]
    [InlineData(0.01)]
    [InlineData(0.5)]
    [InlineData(2)]
    public void Any_WhatAllAreasShareAlone_HasTheLimitsOfThatOneNormal(double sd)
    {
        double[] odds = [-3, -2, -4];
        var covariance = Enumerable.Repeat(sd * sd, 9).ToArray();

        var found = ChanceIntegral.Any(odds, covariance);

        Assert.Equal(ChanceIntegral.AnyAt(odds, -Normal.Upper95 * sd), found.Lower, 1e-7);
        Assert.Equal(ChanceIntegral.AnyAt(odds, Normal.Upper95 * sd), found.Upper, 1e-7);
    }

    [Theory]
    [InlineData(-40)]
    [InlineData(0)]
    [InlineData(25)]
    public void Any_AtFarOdds_StaysAChanceAndInOrder(double at)
    {
        var found = ChanceIntegral.Any([at, at - 1, at + 1], [1, .2, .1, .2, .5, .1, .1, .1, 2]);

        Assert.True(found is { Lower: > 0 } && found.Lower <= found.Probability && found.Probability <= found.Upper && found.Upper <= 1, $"{found}");
    }

    [Fact]
    public void Any_NothingUnknown_IsOneChance()
    {
        var found = ChanceIntegral.Any([-2, -3, -1], new double[9]);

        var chance = ChanceIntegral.AnyAt([-2, -3, -1], 0);
        Assert.All([found.Probability, found.Lower, found.Upper], one => Assert.Equal(chance, one, 1e-14));
    }
}
