using System.Globalization;
using Attune.Method.Detection;
using static Attune.Method.Detection.DetectionCriterion;
using static Attune.Method.Detection.DetectionForm;

namespace Attune.Method.Tests.Detection;

/// <summary>Many whole-series charts at once, against <c>Reference/charts.R</c> and against the plain criterion.</summary>
public class IndividualsChartsTests
{
    private static readonly Dictionary<string, string[]> Expected = Rows().ToDictionary(row => row[0]);

    public static TheoryData<string> Names => [.. Expected.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Judge_ReferenceSeries_HasTheLimitsAndFlagsOfR(string name)
    {
        var row = Expected[name];
        double[] series = [.. row[1].Split(' ').Select(Number)];
        var (limits, three, two) = (new ChartLimits[1], new bool[series.Length], new bool[series.Length]);
        IndividualsCharts.Judge(series, series.Length, 3, limits, three);
        IndividualsCharts.Judge(series, series.Length, 2, limits, two);
        Assert.Equal([Number(row[2]), Number(row[3]), Number(row[4]), Number(row[5])], new[] { limits[0].Centre, limits[0].Sigma, limits[0].Lower, limits[0].Upper }, Near);
        Assert.Equal(Sessions(row[7]), DetectionSeries.Sessions(three));
        Assert.Equal(Sessions(row[8]), DetectionSeries.Sessions(two));
        Assert.Equal(Sessions(row[7]), DetectionSeries.Sessions(DetectionSeries.Flags(IndividualsChartThreeSigma, WholeSeries, series)));
        var sorted = new SortedRanges(new double[series.Length]);
        foreach (var value in series)
            sorted.Keep(value);
        Assert.Equal(Number(row[6]), sorted.Median / 0.954, 1e-12);
    }

    // The published limits of the handbook's flow rates.
    [Fact]
    public void Judge_FlowRate_HasThePublishedLimits()
    {
        double[] series = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];
        var limits = new ChartLimits[1];
        IndividualsCharts.Judge(series, 10, 3, limits, new bool[10]);
        Assert.Equal((50.81, 45.8159, 55.8041), (Math.Round(limits[0].Centre, 4), Math.Round(limits[0].Lower, 4), Math.Round(limits[0].Upper, 4)));
    }

    [Fact]
    public void Judge_AnySeries_FlagsWhatThePlainChartFlags() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 5], Gen.Int[0, 10_000], Gen.Int[0, 3]).Sample((sessions, count, seed, gaps) =>
        {
            var values = new double[sessions * count];
            var noise = new CourseNoise(0.3, OnRealScale: seed % 2 == 0);
            for (var i = 0; i < count; i++)
                noise.Fill((uint)seed, (uint)i, values.AsSpan(i * sessions, sessions));
            for (var i = 0; i < gaps; i++)
                values[(seed + 7 * i) % values.Length] = double.NaN;
            return ((int, DetectionCriterion)[])[(3, IndividualsChartThreeSigma), (2, IndividualsChartTwoSigma)] is var ways && ways.All(way =>
            {
                var (limits, flags) = (new ChartLimits[count], Enumerable.Repeat(true, values.Length).ToArray());
                IndividualsCharts.Judge(values, sessions, way.Item1, limits, flags);
                return Enumerable.Range(0, count).All(i => flags.Skip(i * sessions).Take(sessions)
                    .SequenceEqual(DetectionSeries.Flags(way.Item2, WholeSeries, values[(i * sessions)..((i + 1) * sessions)])));
            });
        });

    [Fact]
    public void Judge_TooFewAnswersOrNone_HasNoLimitsAndNoFlag()
    {
        var (limits, flags) = (new ChartLimits[2], new bool[10]);
        IndividualsCharts.Judge([6, double.NaN, 6, 1, double.NaN, .. Enumerable.Repeat(double.NaN, 5)], 5, 3, limits, flags);
        Assert.All(limits, limit => Assert.True(double.IsNaN(limit.Centre) && double.IsNaN(limit.Lower)));
        Assert.DoesNotContain(true, flags);
    }

    [Fact]
    public void Judge_WhatCannotBeJudged_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => IndividualsCharts.Judge([5, double.PositiveInfinity], 2, 3, new ChartLimits[1], new bool[2]));
        Assert.Throws<ArgumentException>(() => IndividualsCharts.Judge([5, 5, 5], 2, 3, new ChartLimits[1], new bool[3]));
        Assert.Throws<ArgumentException>(() => IndividualsCharts.Judge([5, 5], 2, 3, new ChartLimits[1], new bool[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => IndividualsCharts.Judge([5, 5], 0, 3, new ChartLimits[1], new bool[2]));
    }

    private static bool Near(double one, double other) => Math.Abs(one - other) <= 1e-12 * (1 + Math.Abs(one));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static int[] Sessions(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => int.Parse(one, CultureInfo.InvariantCulture))];

    private static IEnumerable<string[]> Rows()
    {
        using var text = new StreamReader(typeof(IndividualsChartsTests).Assembly.GetManifestResourceStream("Reference/charts.csv")!);
        text.ReadLine();
        while (text.ReadLine() is { } line)
            yield return line.Split(',');
    }
}
