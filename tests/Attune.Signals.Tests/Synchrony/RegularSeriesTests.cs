using Attune.Signals.Artefacts;
using Attune.Signals.Beats;
using Attune.Signals.Synchrony;

namespace Attune.Signals.Tests.Synchrony;

public sealed class RegularSeriesTests
{
    [Fact]
    public void Rates_TwoRatesWithAGap_AreLinesBetweenBeatsAndMissingInTheGap()
    {
        var rates = Rates([1_000, 1_000, 500, 500, 0, 9_000, 500, 500], TimeSpan.Zero, 52);

        // Beats end at 1, 2, 2.5, 3 s; the gap ends at 12 s and the beats after it at 12.5 and 13 s.
        Assert.All(rates[..4], value => Assert.True(double.IsNaN(value)));
        Assert.Equal([60, 60, 60, 60, 60, 90, 120, 120], rates[4..12]);
        Assert.All(rates[12..50], value => Assert.True(double.IsNaN(value)));
        Assert.Equal([120, 120], rates[50..52]);
    }

    [Fact]
    public void Rates_AnotherStart_IsTheSameClock() => Gen.Select(Gen.Double[500, 1_200].Array[20, 60], Gen.Int[0, 30]).Sample((ms, ahead) =>
    {
        var (whole, later) = (Rates(ms, TimeSpan.Zero, 80), Rates(ms, TimeSpan.FromSeconds(ahead / 4.0), 80 - ahead));

        Assert.Equal(whole[ahead..], later);
        Assert.All(whole.Where(double.IsFinite), bpm => Assert.InRange(bpm, 60_000 / 1_200.0, 60_000 / 500.0));
    });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Rates_FewerThanTwoBeats_AreMissing(int beats) =>
        Assert.All(Rates([.. Enumerable.Repeat(800.0, beats)], TimeSpan.FromSeconds(-1), 20), value => Assert.True(double.IsNaN(value)));

    [Fact]
    public void Smooth_AnySeries_EqualsTheSumsThatDefineIt() => Gen.Select(Gen.Double[-5, 5].Array[0, 40], Gen.Double[1, 20]).Sample((series, window) =>
    {
        var smooth = new double[series.Length];
        RegularSeries.Smooth(series, window, smooth);

        for (var i = 0; i < series.Length; i++)
        {
            var from = i - (int)Math.Ceiling((window - 1) / 2);
            var sum = Enumerable.Range(from, (int)window).Where(k => k >= 0 && k < series.Length).Sum(k => series[k]);
            Assert.Equal(sum / window, smooth[i], 1e-11);
        }
    });

    [Fact]
    public void Smooth_AMissingSample_IsMissingWhereItIsTakenAndNowhereElse()
    {
        var (series, smooth) = (Enumerable.Repeat(2.0, 12).ToArray(), new double[12]);
        series[5] = double.NaN;
        RegularSeries.Smooth(series, 3, smooth);

        Assert.Equal([4, 5, 6], Enumerable.Range(0, 12).Where(i => double.IsNaN(smooth[i])));
        Assert.Equal(2, smooth[7], 1e-12);
    }

    [Fact]
    public void Detrend_LineWithAGap_LeavesNothing() => Gen.Select(Gen.Double[-9, 9], Gen.Double[-9, 9], Gen.Int[0, 6]).Sample((level, slope, length) =>
    {
        double[] series = [.. Enumerable.Range(0, length).Select(i => i == 2 ? double.NaN : level + (slope * i))];
        RegularSeries.Detrend(series);

        Assert.All(series, (value, i) => Assert.True(i == 2 ? double.IsNaN(value) : Math.Abs(value) < 1e-12));
    });

    private static double[] Rates(double[] ms, TimeSpan from, int samples)
    {
        var bpm = new double[samples];
        RegularSeries.Rates(ArtefactRules.Correct(BeatSeries.FromIntervals(ms), ArtefactRule.Range), from, 4, bpm);
        return bpm;
    }
}
