using System.Globalization;
using Attune.Method.Detection;

namespace Attune.Method.Tests.Detection;

/// <summary>The posterior of run lengths against <c>Reference/changepoints.py</c>, which sums over all partitions, and what follows from it.</summary>
public class RunLengthsTests
{
    private static readonly ILookup<string, string[]> Expected = Rows().ToLookup(row => row[0]);

    public static TheoryData<string> Names => [.. Expected.Select(rows => rows.Key)];

    [Theory, MemberData(nameof(Names))]
    public void Of_ReferenceSeries_HasItsPosteriors(string name)
    {
        var rows = Expected[name].ToArray();
        var first = rows[0].Skip(1).Take(5).Select(Number).ToArray();
        var series = rows.GroupBy(row => row[6]).Select(session => Number(session.First()[7])).ToArray();
        var lengths = RunLengths.Of(series, new ChangePointPrior(first[0], first[1], first[2], (int)first[3], first[4]));
        Assert.All(rows, row => Assert.Equal(Number(row[9]), lengths.Posteriors[(int)Number(row[6]) - 1]!.Value[(int)Number(row[8]) - 1], 1e-9));
    }

    [Fact]
    public void Table_AsStored_HoldsEverySeries() => Assert.Equal(["worked", "step", "ceiling", "long"], Expected.Select(rows => rows.Key));

    [Fact]
    public void Of_AnySeries_SumsToOneAndReadsNothingAhead() => DetectionSeries.WithGaps.Sample(series =>
    {
        var prior = ChangePointPrior.Of(DetectionReference.CheckIn, 5);
        var whole = RunLengths.Of(series, prior).Posteriors;
        var half = RunLengths.Of(series.AsSpan(0, series.Length / 2), prior).Posteriors;
        return whole.Select((runs, i) => runs is null == double.IsNaN(series[i]) && (runs is null || Math.Abs(runs.Value.Sum() - 1) < 1e-12)).All(holds => holds)
            && half.Zip(whole).All(pair => pair.First is null ? pair.Second is null : pair.First.Value.SequenceEqual(pair.Second!.Value));
    });

    [Fact]
    public void Of_StepThatStays_FindsWhereItBegan()
    {
        double[] step = [6, 6.1, 5.9, 6, 6.1, 5.9, 4, 4.1, 3.9];
        var lengths = RunLengths.Of(step, ChangePointPrior.Of(DetectionReference.CheckIn, 6));
        Assert.Equal([1, 2, 3], Enumerable.Range(6, 3).Select(session => lengths.MostLikely(session)));
        Assert.Equal(6, lengths.MostLikely(5));
        Assert.Contains(7, DetectionSeries.Sessions(DetectionSeries.Flags(DetectionCriterion.OnlineChangePoint, DetectionForm.SoFar, step)));
        double[] up = [.. step.Select(value => 12 - value)];
        Assert.Empty(DetectionSeries.Sessions(DetectionSeries.Flags(DetectionCriterion.OnlineChangePoint, DetectionForm.SoFar, up)));
    }

    // So far out that every density is 0, or that a square is infinite: a change for certain, and no NaN.
    [Theory]
    [InlineData(1e100), InlineData(-1e160), InlineData(double.MaxValue)]
    public void Of_NumberFarOutsideTheScale_IsAChange(double far)
    {
        double[] series = [.. Enumerable.Repeat(5.0, 300), far, 5, 5];
        var runs = RunLengths.Of(series, ChangePointPrior.Of(DetectionReference.CheckIn, 5)).Posteriors;
        Assert.All(runs, session => Assert.Equal(1, session!.Value.Sum(), 1e-9));
        Assert.Equal(1, runs[300]!.Value[0], 1e-9);
    }

    [Fact]
    public void Of_WhatCannotBeJudged_IsRefusedByName()
    {
        var prior = ChangePointPrior.Of(DetectionReference.CheckIn, 5);
        Assert.Contains("infinite", Refused([double.PositiveInfinity], prior));
        Assert.Contains("hazard", Refused([5], prior with { Hazard = 1 }));
        Assert.Contains("weight", Refused([5], prior with { Weight = 0 }));
        Assert.Contains("scale", Refused([5], prior with { Scale = double.NaN }));
        Assert.Contains("freedom", Refused([5], prior with { Freedom = 0 }));
        Assert.Contains("mean", Refused([5], prior with { Mean = double.NaN }));
        Assert.Empty(RunLengths.Of([], prior).Posteriors);
        Assert.Null(RunLengths.Of([double.NaN], prior).MostLikely(0));
    }

    private static string Refused(double[] series, ChangePointPrior prior) => Assert.Throws<ArgumentException>(() => RunLengths.Of(series, prior)).Message;

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Rows()
    {
        using var text = new StreamReader(typeof(RunLengthsTests).Assembly.GetManifestResourceStream("Reference/changepoints.csv")!);
        text.ReadLine();
        while (text.ReadLine() is { } line)
            yield return line.Split(',');
    }
}
