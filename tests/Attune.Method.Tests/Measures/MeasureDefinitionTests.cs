using System.Collections.Immutable;
using Attune.Method.Measures;

namespace Attune.Method.Tests.Measures;

public sealed class MeasureDefinitionTests
{
    private static readonly MeasureDefinition Sum = new()
    {
        Code = "four-taps",
        Name = "Four taps",
        Scoring = MeasureScoring.SumOfItems,
        Items = 4,
        Lowest = 0,
        Highest = 5,
        Direction = MeasureDirection.HigherIsBetter,
        Source = "Invented",
    };

    private static MeasureDefinition Mean => Sum with { Scoring = MeasureScoring.MeanOfItems };

    private static MeasureDefinition Whole => Sum with { Scoring = MeasureScoring.WholeScore, Items = 0, Highest = 40 };

    [Fact]
    public void Score_OfItems_IsTheirSumOrMean()
    {
        Assert.Equal(11, Sum.Score([1, 2, 3, 5]));
        Assert.Equal(2.75, Mean.Score([1, 2, 3, 5]));
        Assert.Equal(31.5, Whole.Score([31.5]));
    }

    [Fact]
    public void Score_AnItemLeftOut_IsNotGuessed()
    {
        Assert.All(new[] { Sum, Mean }, measure => Assert.All<ImmutableArray<double>>([default, [], [1, 2, 3], [1, 2, 3, 4, 5]], typed => Assert.Equal(double.NaN, measure.Score(typed))));
        Assert.Equal(double.NaN, Whole.Score([]));
    }

    [Fact]
    public void Range_OfTheScore_FollowsTheScoring()
    {
        Assert.Equal((0, 20, 4), (Sum.LowestScore, Sum.HighestScore, Sum.Fields));
        Assert.Equal((0, 5, 4), (Mean.LowestScore, Mean.HighestScore, Mean.Fields));
        Assert.Equal((0, 40, 1), (Whole.LowestScore, Whole.HighestScore, Whole.Fields));
    }

    // Whatever is typed within the range of an item, the score lies within the range that is shown.
    [Fact]
    public void Score_ItemsInRange_LiesInTheRange() => Gen.Select(Gen.Double[-10, 10], Gen.Double[0.1, 20], Gen.Double[0, 1].Array[1, 12], Gen.Bool).Sample((low, width, shares, sum) =>
    {
        var measure = Sum with { Lowest = low, Highest = low + width, Items = shares.Length, Scoring = sum ? MeasureScoring.SumOfItems : MeasureScoring.MeanOfItems };
        var score = measure.Score([.. shares.Select(share => low + (share * width))]);
        return score >= measure.LowestScore - 1e-9 && score <= measure.HighestScore + 1e-9;
    });
}
