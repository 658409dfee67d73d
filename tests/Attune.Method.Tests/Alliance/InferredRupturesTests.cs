using System.Collections.Immutable;
using Attune.Method.Alliance;

namespace Attune.Method.Tests.Alliance;

/// <summary>The criteria over bare series. The expected figures are those of the method's facts, and of Reference/alliance.py.</summary>
public class InferredRupturesTests
{
    // Made up, for tests: a V at 5, and an erosion at 10 to 12 with a slow repair.
    private static readonly double[] Worked = [5.4, 5.6, 5.5, 5.8, 4.3, 5.6, 5.7, 5.9, 5.8, 4.9, 4.6, 4.2, 5.0, 5.8, 6.0, 6.1];

    [Theory]
    [InlineData(3, ChartBaseline.FlaggedKeptOut, new[] { 5, 11, 12 }, new[] { 4.675, 4.678, 4.678 })]
    [InlineData(2, ChartBaseline.FlaggedKeptOut, new[] { 5, 10, 11, 12, 13 }, new[] { 4.975, 5.0625, 5.0625, 5.0625, 5.0625 })]
    [InlineData(3, ChartBaseline.AllPastData, new[] { 5 }, new[] { 5.043 })]
    [InlineData(2, ChartBaseline.AllPastData, new[] { 5, 12 }, new[] { 5.220, 4.486 })]
    public void Judge_WorkedSeriesByChart_FlagsTheSessionsOfTheDefinitions(int sigmas, ChartBaseline baseline, int[] sessions, double[] limits)
    {
        var found = Judge(Worked).OfType<RuptureFinding.ControlChart>().Where(f => f.Sigmas == sigmas && f.Baseline == baseline).ToArray();

        Assert.Equal(sessions, found.Select(f => f.Session));
        Assert.All(found.Zip(limits), pair => Assert.Equal(pair.Second, pair.First.Limit, 0.0005));
        Assert.All(found, f => Assert.Equal(f.Centre - sigmas * f.Sigma, f.Limit, 9));
    }

    [Theory]
    [InlineData(2, new[] { 5 }, new[] { 4.8 })]
    [InlineData(1, new[] { 5, 10 }, new[] { 5.3, 5.3 })]
    public void Judge_WorkedSeriesByDrop_FlagsTheSessionsOfTheFacts(int sds, int[] sessions, double[] limits)
    {
        var found = Judge(Worked).OfType<RuptureFinding.Drop>().Where(f => f.Sds == sds).ToArray();

        Assert.Equal(sessions, found.Select(f => f.Session));
        Assert.All(found.Zip(limits), pair => Assert.Equal(pair.Second, pair.First.Limit, 9));
        Assert.All(found, f => Assert.Equal(sds * 0.5, f.Threshold, 9));
    }

    [Fact]
    public void Judge_WorkedSeriesErodes_IsFoundAtTheThirdDeclineAndCarriedOn()
    {
        var found = Judge(Worked).OfType<RuptureFinding.SlowErosion>().ToArray();

        Assert.Equal([(11, 9, 3), (12, 9, 4)], found.Select(f => (f.Session, f.Since, f.Declines)));
        Assert.Equal((5.9, 4.2), (found[1].From, found[1].To));
        Assert.Equal(5.4, found[1].Limit, 9);
    }

    // Three steps of a third of a point are exactly 1; three of a tenth are less than .5.
    [Theory]
    [InlineData(new[] { 6, 5.9, 5.8, 5.7 }, false)]
    [InlineData(new[] { 6, 5.9, 5.8, 5.5 }, true)]
    [InlineData(new[] { 6, 5.5, 5, 5, 4.5 }, false)]
    public void Judge_Declines_NeedThreeInARowAndTheLooseThreshold(double[] series, bool erodes) =>
        Assert.Equal(erodes, Judge(series).OfType<RuptureFinding.SlowErosion>().Any());

    [Fact]
    public void Judge_CeilingSeries_IsNotFlaggedAtThreeSigma()
    {
        var found = Judge(7, 7, 7, 7, 7, 20 / 3.0);

        Assert.DoesNotContain(found, f => f is RuptureFinding.ControlChart { Baseline: ChartBaseline.FlaggedKeptOut });
        // Without a floor of sigma every fall from a constant series is below the limit: the reason for the floor.
        Assert.Contains(found, f => f is RuptureFinding.ControlChart { Baseline: ChartBaseline.AllPastData, Limit: 7 });
    }

    [Fact]
    public void Judge_LastingShift_IsFlaggedFourTimesAndIsThenTheUsual()
    {
        var found = Judge(6, 6, 6, 6, 4, 4, 4, 4, 4, 4, 4).OfType<RuptureFinding.ControlChart>()
            .Where(f => f is { Sigmas: 3, Baseline: ChartBaseline.FlaggedKeptOut }).ToArray();

        Assert.Equal([5, 6, 7, 8], found.Select(f => f.Session));
        Assert.All(found, f => Assert.Equal(5.1, f.Limit, 9));
    }

    [Fact]
    public void Judge_ConstantThirds_AreNeverBelowTheirOwnMean()
    {
        var third = 17 / 3.0;
        Assert.Empty(Judge([.. Enumerable.Repeat(third, 30)]));
    }

    [Fact]
    public void Judge_DirectRupture_LeavesTheBaselineOfTheChart()
    {
        var inferred = new InferredRuptures();
        var found = ImmutableArray.CreateBuilder<RuptureFinding>();
        foreach (var (session, composite, isDirect) in new[] { (1, 6.0, false), (2, 6.0, false), (3, 6.0, false), (4, 5.6, true), (5, 6.0, false), (6, 5.0, false) })
            inferred.Judge(session, composite, isDirect, found);

        var chart = Assert.Single(found.OfType<RuptureFinding.ControlChart>(), f => f is { Sigmas: 3, Baseline: ChartBaseline.FlaggedKeptOut });
        Assert.Equal((6, 4, 6.0), (chart.Session, chart.Over, chart.Centre));
        Assert.Equal(6, inferred.ChartJudgesFrom);
    }

    [Fact]
    public void ChartOf_FlowRateOfTheHandbook_HasThePublishedLimits()
    {
        var running = new RunningBaseline(ChartBaseline.AllPastData);
        foreach (var value in new[] { 49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1 })
            running.Add(value, isFlagged: true);
        var chart = IndividualsChart.Of(running.Current, ChartBaseline.AllPastData)!.Value;

        Assert.Equal(1.877778, running.Current.MeanMovingRange, 6);
        Assert.Equal((50.81, 45.8159, 55.8041), (Math.Round(chart.Centre, 4), Math.Round(chart.LowerLimit(3), 4), Math.Round(chart.LowerLimit(-3), 4)));
    }

    [Theory]
    [InlineData(0), InlineData(1), InlineData(2), InlineData(3)]
    public void ChartOf_FewerThanFour_CannotJudge(int sessions)
    {
        var running = new RunningBaseline(ChartBaseline.FlaggedKeptOut);
        for (var i = 0; i < sessions; i++)
            running.Add(6 - i % 2, isFlagged: false);

        Assert.Null(IndividualsChart.Of(running.Current, ChartBaseline.FlaggedKeptOut));
        Assert.Equal(sessions, running.Current.Count);
        Assert.Equal(sessions < 2 ? 0 : 1, running.Current.MeanMovingRange);
        Assert.Equal(sessions == 0, running.Current.Mean is null);
    }

    // A flagged session parts its neighbours: no step is taken across it.
    [Fact]
    public void RunningBaseline_FlaggedBetweenTwo_TakesNoStepAcross()
    {
        var running = new RunningBaseline(ChartBaseline.FlaggedKeptOut);
        foreach (var (value, isFlagged) in new[] { (6.0, false), (5.5, false), (3.0, true), (4.0, false), (4.5, false) })
            running.Add(value, isFlagged);

        Assert.Equal((4, 5.0, 0.5), (running.Current.Count, running.Current.Mean, running.Current.MeanMovingRange));
    }

    private static readonly Gen<double[]> Series = Gen.Int[3, 21].Select(thirds => thirds / 3.0).Array[1, 40];

    [Fact]
    public void RunningBaseline_AnySeries_AgreesWithTheWholeSeriesAtOnce() => Series.Sample(values =>
    {
        var running = new RunningBaseline(ChartBaseline.AllPastData);
        foreach (var value in values)
            running.Add(value, isFlagged: false);
        var mean = values.Average();
        var sd = values.Length < 2 ? 0 : Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1));
        var range = values.Length < 2 ? 0 : values.Zip(values.Skip(1), (a, b) => Math.Abs(b - a)).Average();
        return Math.Abs(running.Current.Mean!.Value - mean) < 1e-9 && Math.Abs(running.Current.OwnSd - sd) < 1e-9
            && Math.Abs(running.Current.MeanMovingRange - range) < 1e-9;
    });

    [Fact]
    public void Judge_StrictDrop_IsAlwaysALooseOneToo() => Series.Sample(values =>
    {
        var drops = Judge(values).OfType<RuptureFinding.Drop>().ToLookup(f => f.Sds, f => f.Session);
        return drops[2].All(drops[1].Contains);
    });

    [Fact]
    public void Judge_EveryFinding_LiesAtOrBelowItsLimit() => Series.Sample(values => Judge(values).All(finding => finding switch
    {
        RuptureFinding.Drop drop => drop.To <= drop.Limit + 1e-9,
        RuptureFinding.ControlChart chart => chart.At < chart.Limit && chart.Over >= 4,
        RuptureFinding.SlowErosion erosion => erosion.To <= erosion.Limit + 1e-9 && erosion.Declines >= 3,
        _ => false,
    }));

    [Fact]
    public void Judge_WholeSeriesShifted_FindsTheSame() =>
        Gen.Select(Gen.Int[3, 15].Select(thirds => thirds / 3.0).Array[1, 30], Gen.Int[1, 6]).Sample((values, thirds) =>
            Names(Judge(values)).SequenceEqual(Names(Judge([.. values.Select(value => value + thirds / 3.0)]))));

    private static IEnumerable<(int, RuptureCriterion?)> Names(IEnumerable<RuptureFinding> findings) => findings.Select(f => (f.Session, f.Criterion));

    private static ImmutableArray<RuptureFinding> Judge(params double[] series)
    {
        var inferred = new InferredRuptures();
        var found = ImmutableArray.CreateBuilder<RuptureFinding>();
        for (var i = 0; i < series.Length; i++)
            inferred.Judge(i + 1, series[i], isDirect: false, found);
        return found.ToImmutable();
    }
}
