using Attune.Signals.Arousal;
using Attune.Signals.Artefacts;
using Attune.Signals.Beats;
using Attune.Signals.Simulation;

namespace Attune.Signals.Tests.Arousal;

public sealed class BaselineTests
{
    private static readonly RestingBaseline Usual = new(70, 4, TimeSpan.FromMinutes(5));

    [Fact]
    public void Take_QuietMinutes_GivesMedianAndDeviation()
    {
        // 100 beats of each: rates 60, 75 and 80 by turns.
        var ms = Enumerable.Range(0, 300).Select(i => (i % 3) switch { 0 => 1_000.0, 1 => 800, _ => 750 }).ToArray();

        var taken = Assert.IsType<BaselineReading.Taken>(BaselineReading.Take(BeatSeries.FromIntervals(Smooth(ms)), null)).Baseline;

        Assert.Equal(75, taken.MedianBpm, 1e-9);
        // sqrt(650 / 9 * 300 / 299), by hand.
        Assert.Equal(8.51257, taken.DeviationBpm, 0.00001);
        Assert.Equal(TimeSpan.FromSeconds(255), taken.Measured);
    }

    [Fact]
    public void Take_LessThanThreeMinutes_IsTooShort()
    {
        Assert.IsType<BaselineReading.TooShort>(BaselineReading.Take(Steady(1_000, 179), null));
        Assert.IsType<BaselineReading.Taken>(BaselineReading.Take(Steady(1_000, 180), null));
        Assert.IsType<BaselineReading.TooShort>(BaselineReading.Take(Steady(1_000, 0), null));
    }

    [Fact]
    public void Take_HardlyABeatToBelieve_IsRefusedWithItsCoverage()
    {
        var lost = new SensorFaults { Dropouts = [new(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2.5))] };
        var heart = SimulatedHeart.Record(new(TimeSpan.FromMinutes(5), 66), 9).Beats;

        var refused = Assert.IsType<BaselineReading.TooFewBelievableBeats>(BaselineReading.Take(lost.Recorded(heart, 1), null));

        Assert.Equal(0.70, refused.Coverage, 0.01);
        Assert.IsType<BaselineReading.Taken>(BaselineReading.Take(heart, null));
    }

    [Fact]
    public void Take_AfterAStormyHour_IsRefusedBesideTheUsualOne()
    {
        var refused = Assert.IsType<BaselineReading.AboveUsual>(BaselineReading.Take(SimulatedHeart.Record(new(TimeSpan.FromMinutes(5), 84), 2).Beats, Usual));

        Assert.Equal(84, refused.Measured.MedianBpm, 1.5);
        Assert.Equal(Usual, refused.Usual);
    }

    [Theory]
    [InlineData(800, 75, false)]
    [InlineData(800, 68, true)]
    [InlineData(750, 72.72727272727273, false)]
    [InlineData(749, 72.72727272727273, true)]
    public void Take_TenPercentAboveUsual_IsRefusedOnlyAboveThat(double ms, double usual, bool refused) => Assert.Equal(
        refused,
        BaselineReading.Take(Steady(ms, 400), new(usual, 3, TimeSpan.FromMinutes(5))) is BaselineReading.AboveUsual);

    [Theory]
    [InlineData(100, 90, true, 95)]
    [InlineData(80, 70, true, 75)]
    public void LevelsOf_NoBaseline_FollowTheThreshold(double threshold, double rising, bool inclusive, double recovered)
    {
        var levels = ArousalLevels.Of(new() { ThresholdBpm = threshold });

        Assert.Equal((threshold, rising, inclusive, recovered), (levels.ArousedAboveBpm, levels.RisingFromBpm, levels.RisingIncludesLevel, levels.RecoveredAtBpm));
        Assert.Equal(ArousalCriterion.Threshold, levels.Criterion);
    }

    // Worked by hand from: rising b + max(10, 10%, 2 s); aroused b + min(25, max(15, 3 s)), not below rising, not above 100; recovered b + max(5, 10%).
    [Theory]
    [InlineData(70, 4, 80, 85, 77)]
    [InlineData(70, 6, 82, 88, 77)]
    [InlineData(70, 2, 80, 85, 77)]
    [InlineData(60, 9, 78, 85, 66)]
    [InlineData(62, 12, 86, 87, 68.2)]
    [InlineData(60, 13, 86, 86, 66)]
    [InlineData(48, 1, 58, 63, 53)]
    [InlineData(84, 3, 94, 99, 92.4)]
    [InlineData(88, 3, 98, 100, 95)]
    [InlineData(92, 6, 100, 100, 95)]
    public void LevelsOf_Baseline_AreThoseOfTheRule(double median, double deviation, double rising, double aroused, double recovered)
    {
        var levels = ArousalLevels.Of(new() { Baseline = new(median, deviation, TimeSpan.FromMinutes(5)) });

        Assert.Equal(rising, levels.RisingFromBpm, 1e-9);
        Assert.Equal(aroused, levels.ArousedAboveBpm, 1e-9);
        Assert.Equal(recovered, levels.RecoveredAtBpm, 1e-9);
        Assert.False(levels.RisingIncludesLevel);
        Assert.Equal(aroused < 100 ? ArousalCriterion.AboveBaseline : ArousalCriterion.Threshold, levels.Criterion);
    }

    [Fact]
    public void LevelsOf_AnyBaseline_KeepTheirOrder() =>
        Gen.Select(Gen.Double[40, 140], Gen.Double[0, 30], Gen.Double[60, 140]).Sample((median, deviation, threshold) =>
        {
            var levels = ArousalLevels.Of(new() { ThresholdBpm = threshold, Baseline = new(median, deviation, TimeSpan.FromMinutes(5)) });

            Assert.True(levels.RisingFromBpm <= levels.ArousedAboveBpm && levels.ArousedAboveBpm <= threshold);
            Assert.True(levels.RecoveredAtBpm <= levels.ArousedAboveBpm - 5);
        });

    /// <summary>
    /// This heart's beats deviate by 2 bpm, so three deviations would count from 10 above its rest on. What lies between that and the floor
    /// is shown as rising, and is no episode.
    /// </summary>
    [Fact]
    public void OverWholeRecording_BetweenThreeDeviationsAndTheFloor_IsNoEpisode()
    {
        var rest = Taken(new(TimeSpan.FromMinutes(5), 66), 5);
        var floor = ArousalLevels.LeastAboveBaselineBpm;
        Assert.InRange(3 * rest.DeviationBpm, 3, floor - 3);

        foreach (var options in new[] { ArousalOptions.Recorded with { Baseline = rest }, ArousalOptions.Live with { Baseline = rest } })
        {
            Assert.Empty(After(floor - 2, options).Episodes);
            Assert.Single(After(floor + 6, options).Episodes);
        }

        ArousalFinding After(double aboveBpm, ArousalOptions options)
        {
            var held = new HeartRise(TimeSpan.FromMinutes(5), rest.MedianBpm + aboveBpm, TimeSpan.FromMinutes(6));
            return ArousalRule.OverWholeRecording(SimulatedHeart.Record(new(TimeSpan.FromMinutes(20), 66) { Rises = [held] }, 6).Beats, options);
        }
    }

    /// <summary>
    /// Why there is a floor and why s goes by the beat, as docs/hearts.md says: walking is no arousal, and it takes twelve people's
    /// rates as far from sitting as this.
    /// </summary>
    [Fact]
    public void LevelsOf_WalkingOfTwelvePeople_ReachesFewOfThem()
    {
        var (byMeans, byBeats, ours) = (0, 0, 0);
        for (var subject = 0; subject < 12; subject++)
        {
            var (sitting, walking) = (Believed(RealSeries.Task(subject, "sitting")), Believed(RealSeries.Task(subject, "walking")));
            var (median, deviation) = (Median(Rates(sitting)), Deviation(Rates(sitting)));
            var above = Median(Rates(walking)) - median;
            var levels = ArousalLevels.Of(new() { ThresholdBpm = 200, Baseline = new(median, deviation, TimeSpan.FromMinutes(5)) });

            TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(
                $"{subject}: rest {median:0.0}, s {deviation:0.0} by the beat, {Deviation(FifteenSecondMeans(sitting)):0.0} by 15 s, walk +{above:0.0}"));
            byMeans += above > Math.Max(10, Math.Min(25, 3 * Deviation(FifteenSecondMeans(sitting)))) ? 1 : 0;
            byBeats += above > Math.Max(10, Math.Min(25, 3 * deviation)) ? 1 : 0;
            ours += median + above > levels.ArousedAboveBpm ? 1 : 0;
        }

        Assert.Equal((8, 2, 1), (byMeans, byBeats, ours));
    }

    [Fact]
    public void OverWholeRecording_FarAboveOwnRest_CountsBelowTheThreshold()
    {
        var heart = SimulatedHeart.Record(
            new(TimeSpan.FromMinutes(20), 62) { Rises = [new(TimeSpan.FromMinutes(5), 94, TimeSpan.FromMinutes(4))] }, 11).Beats;

        Assert.Empty(ArousalRule.OverWholeRecording(heart, ArousalOptions.Recorded).Episodes);
        foreach (var options in new[] { ArousalOptions.Recorded, ArousalOptions.Live })
        {
            var finding = ArousalRule.OverWholeRecording(heart, options with { Baseline = new(62, 4, TimeSpan.FromMinutes(5)) });

            Assert.Equal((ArousalCriterion.AboveBaseline, 77), (finding.Levels.Criterion, finding.Levels.ArousedAboveBpm));
            Assert.Equal(62, finding.Baseline!.MedianBpm);
            var episode = Assert.Single(finding.Episodes);
            Assert.True(episode.RecoveredAfter > TimeSpan.FromMinutes(1));
        }
    }

    [Fact]
    public void Constructor_NumbersThatAreNone_Throw()
    {
        foreach (var none in new[] { double.NaN, double.PositiveInfinity, -1 })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => new RestingBaseline(none, 1, TimeSpan.Zero));
            Assert.Throws<ArgumentOutOfRangeException>(() => new RestingBaseline(70, none, TimeSpan.Zero));
        }
    }

    private static double[] Believed(BeatSeries beats)
    {
        var corrected = ArtefactRules.Correct(beats, ArtefactRule.RangeThenKarlsson);
        return [.. beats.IntervalsMs.ToArray().Where((_, i) => corrected.Believed[i])];
    }

    private static double[] Rates(double[] ms) => [.. ms.Select(interval => 60_000 / interval)];

    private static double[] FifteenSecondMeans(double[] ms)
    {
        var (means, from, sum) = (new List<double>(), 0, 0.0);
        for (var i = 0; i < ms.Length; i++)
        {
            sum += ms[i];
            if (sum < 15_000)
                continue;
            means.Add(60_000 * (i + 1 - from) / sum);
            (from, sum) = (i + 1, 0);
        }

        return [.. means];
    }

    private static double Median(double[] values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static double Deviation(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }

    private static RestingBaseline Taken(HeartCourse quiet, ulong seed) =>
        Assert.IsType<BaselineReading.Taken>(BaselineReading.Take(SimulatedHeart.Record(quiet, seed).Beats, null)).Baseline;

    private static BeatSeries Steady(double ms, int count) => BeatSeries.FromIntervals(Enumerable.Repeat(ms, count).ToArray());

    /// <summary>The same beats in runs, so that neighbours are alike and none is taken for an artefact.</summary>
    private static double[] Smooth(double[] ms) => [.. ms.Order()];
}
