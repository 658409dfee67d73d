using Attune.Method.Alliance;
using Attune.Method.Detection;

namespace Attune.Method.Tests.Detection;

public class CoupleSeriesTests
{
    private const double None = double.NaN;

    [Fact]
    public void Of_TwoSeries_GradesTheGapAndItsGrowth()
    {
        var found = CoupleSeries.Of([6, 6, 6, None, 6, 6], [6, 5.5, 5, 4, 4.5, 4]);
        Assert.Equal([SplitGrade.None, SplitGrade.None, SplitGrade.Split, null, SplitGrade.Split, SplitGrade.Severe], found.Select(one => one.Gap?.Grade));
        Assert.Equal([1, 2, 3, 5], found.Where(one => one.Gap is not null && one.Session <= 5).Select(one => one.Session));
        // Sizes 0, .5, 1, 1.5 at 1, 2, 3, 5: slope 3.25 / 8.75.
        Assert.Equal(3.25 / 8.75, found[4].Trend!.Slope, 12);
        Assert.True(found[4].Trend!.IsGrowing);
        Assert.Null(found[2].Trend);
        Assert.Equal((5.25, 4.5), (found[4].Mean, found[4].Weakest));
        Assert.Equal((null, null), (found[3].Mean, found[3].Weakest));
    }

    [Fact]
    public void Of_AnotherSd_IsInItsUnit() => Assert.Equal(
        CoupleSeries.Of([6, 5], [4, 5]).Select(one => one.Gap), CoupleSeries.Of([60, 50], [40, 50], betweenSd: 10).Select(one => one.Gap));

    [Fact]
    public void BlindSpot_Guesses_MeanOverTheLastFourWithBoth()
    {
        var found = CoupleSeries.BlindSpot([6, 6, None, 6, 6, 6], [6, 5, 3, 5, 4, 5]);
        Assert.Equal([0.0, 1, null, 1, 2, 1], found.Select(one => one.Difference));
        Assert.Equal((1.25, 4, true), (found[5].Mean, found[5].Over, found[5].IsOff));
        Assert.Equal((0.5, 2, false), (found[2].Mean, found[2].Over, found[2].IsOff));
        Assert.Equal(found, CoupleSeries.MetaAllianceGap([6, 6, None, 6, 6, 6], [6, 5, 3, 5, 4, 5]));
    }

    [Fact]
    public void WithinCouple_Answers_AreLowOrDivergeOrCannotBeTold() => Assert.Equal(
        [new(1, true, false), new(2, false, true), new(3, null, null)], CoupleSeries.WithinCouple([3, 6, None], [3, 4, 2]));

    [Fact]
    public void Of_WhatDoesNotFit_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => CoupleSeries.Of([1, 2], [1]));
        Assert.Throws<ArgumentException>(() => CoupleSeries.Of([double.PositiveInfinity], [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => CoupleSeries.Of([1], [1], 0));
        Assert.Empty(CoupleSeries.Of([], []));
    }

    [Fact]
    public void State_SoFarAndWhole_IsTheDistanceFromOwnMean()
    {
        var state = new double[4];
        StateAndTrait.State([6, None, 4, 5], DetectionForm.SoFar, state);
        Assert.Equal([0, None, -1, 0], state);
        StateAndTrait.State([6, None, 4, 5], DetectionForm.WholeSeries, state);
        Assert.Equal([1, None, -1, 0], state);
        Assert.True(double.IsNaN(StateAndTrait.Mean([None])));
        Assert.Throws<ArgumentException>(() => StateAndTrait.State([5], DetectionForm.SoFar, new double[2]));
    }

    [Fact]
    public void Trait_Caseload_CountsEachPersonOnce()
    {
        ReadOnlyMemory<double>[] persons = [new double[] { 6, 6, 3 }, new double[] { 4 }, new double[] { None, None }];
        Assert.Equal([0.5, -0.5, None], StateAndTrait.Trait(persons));
        Assert.Equal([1, -1, None], StateAndTrait.Trait(persons, upTo: 2));
        Assert.Equal([0.0], StateAndTrait.Trait([persons[1]]));
        Assert.Empty(StateAndTrait.Trait([]));
    }
}
