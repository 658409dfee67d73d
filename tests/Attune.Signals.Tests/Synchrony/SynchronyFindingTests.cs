using Attune.Signals.Synchrony;

namespace Attune.Signals.Tests.Synchrony;

public sealed class SynchronyFindingTests
{
    private static readonly SynchronyOptions Options = new() { Window = TimeSpan.FromSeconds(10), Step = TimeSpan.FromSeconds(5), LongestLag = TimeSpan.FromSeconds(3) };
    private static readonly Gen<double[]> Series = Gen.Double[-1, 1].Array[200, 260];
    private static readonly Gen<LagPlacement> Placement = Gen.Enum<LagPlacement>();

    [Fact]
    public void FisherZ_AnyPair_EqualsTheDefinition() => Gen.Select(Series, Series, Placement).Sample((first, second, placement) =>
    {
        var options = Options with { Placement = placement };
        var samples = Math.Min(first.Length, second.Length);
        var (windows, lags) = (WindowedCorrelation.CountWindows(samples, options), WindowedCorrelation.CountLags(options));
        var z = new double[windows * lags];
        WindowedCorrelation.FisherZ(first, second, options, z);

        for (var i = 0; i < z.Length; i++)
        {
            var (start, lag) = (i / lags * 20, (i % lags) - 12);
            var (a, b) = placement is LagPlacement.SecondMoves
                ? (start + 12, start + 12 + lag)
                : (start + Math.Max(0, -lag), start + Math.Max(0, lag));
            Assert.Equal(Math.Atanh(Pearson(first.AsSpan(a, 40), second.AsSpan(b, 40))), z[i], 1e-10);
        }
    }, iter: 40);

    [Fact]
    public void Of_ScaledAndShiftedInValue_StaysTheSame() => Gen.Select(Series, Series, Gen.Double[0.001, 1_000], Gen.Double[-50, 50]).Sample((first, second, scale, shift) =>
    {
        double[] other = [.. second.Select(value => (value * scale) + (shift * scale))];

        AssertSame(SynchronyFinding.Of(first, second, Options), SynchronyFinding.Of(first, other, Options), 1e-8);
    }, iter: 40);

    [Fact]
    public void Of_ChangedOver_TurnsTheLags() => Gen.Select(Series, Series).Sample((first, second) =>
    {
        var (one, other) = (SynchronyFinding.Of(first, second, Options), SynchronyFinding.Of(second, first, Options));

        foreach (var (a, b) in one.Profile.Zip(other.Profile.Reverse()))
            Assert.Equal(a, b, 1e-11);
        Assert.Equal(one.Signed.FirstEarlier, other.Signed.SecondEarlier, 1e-11);
    }, iter: 40);

    [Fact]
    public void Of_OneSeriesDelayed_FindsTheDelay() => Gen.Select(Gen.Double[-1, 1].Array[300], Gen.Int[-12, 12], Placement).Sample((series, delay, placement) =>
    {
        var (first, second) = (series[12..212], series[(12 - delay)..(212 - delay)]);

        var finding = SynchronyFinding.Of(first, second, Options with { Placement = placement });

        Assert.Equal(delay / 4.0, finding.BestLagSeconds);
        Assert.Equal(10, finding.BestLagZ);
    }, iter: 40);

    // The first two samples of a step are gone from both: the same windows, a step later.
    [Fact]
    public void FisherZ_BegunAStepLater_IsTheSameWithoutItsFirstWindow() => Gen.Select(Gen.Double[-1, 1].Array[220], Gen.Double[-1, 1].Array[220]).Sample((first, second) =>
    {
        var lags = WindowedCorrelation.CountLags(Options);
        var (whole, later) = (new double[9 * lags], new double[8 * lags]);
        WindowedCorrelation.FisherZ(first, second, Options, whole);
        WindowedCorrelation.FisherZ(first.AsSpan(20), second.AsSpan(20), Options, later);

        Assert.Equal(later, whole[lags..]);
    }, iter: 40);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(51)]
    public void Of_TooShort_IsUnknownEverywhere(int samples)
    {
        var (first, second) = MadePairTests.Pair(samples);
        var finding = SynchronyFinding.Of(first, second, Options);

        Assert.Equal((0, 0), (finding.Windows, finding.Used));
        Assert.Empty(finding.Profile);
        Assert.All(
            [finding.Signed.Mean, finding.Signed.AtZero, finding.Absolute.Mean, finding.Signed.MeanBestLagSeconds, finding.BestLagSeconds, finding.BestLagZ],
            value => Assert.True(double.IsNaN(value)));
        var tests = new[]
        {
            Surrogates.ByShuffling(first, second, Options, 10, 1), Surrogates.ByShifting(first, second, Options, 10, 1), Surrogates.ByStrangers(first, second, [first], Options),
        };
        Assert.All(tests, test =>
        {
            Assert.Equal(0, test.Count);
            Assert.All([test.Signed.Real, test.Signed.Mean, test.Absolute.EffectSize, test.BestLag.ShareAtLeast], value => Assert.True(double.IsNaN(value)));
            Assert.Equal(Lead.CannotTell, finding.LeadGiven(test));
        });
    }

    [Fact]
    public void Of_JustLongEnough_HasOneWindow()
    {
        var (first, second) = MadePairTests.Pair(52);

        Assert.Equal(1, SynchronyFinding.Of(first, second, Options).Used);
        Assert.Equal(0, SynchronyFinding.Of(first, second, Options with { Placement = LagPlacement.SecondMoves }).Used);
    }

    [Fact]
    public void Of_AGap_RefusesTheWindowsThatTouchIt()
    {
        var (first, second) = MadePairTests.Pair(300);
        second[150] = double.NaN;
        var lags = WindowedCorrelation.CountLags(Options);
        var z = new double[13 * lags];
        WindowedCorrelation.FisherZ(first, second, Options, z);

        // A window and its lags take 52 samples, one every 20: those from 100, 120 and 140.
        for (var window = 0; window < 13; window++)
            Assert.Equal(window is 5 or 6 or 7, double.IsNaN(z[window * lags]));
        Assert.Equal((13, 10), (SynchronyFinding.Of(first, second, Options).Windows, SynchronyFinding.Of(first, second, Options).Used));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(71.3)]
    public void Of_AHeartThatStandsStill_IsRefusedNotCorrelatedWithItsRounding(double level)
    {
        var (first, second) = MadePairTests.Pair(300);
        second.AsSpan(100, 64).Fill(level);
        var smooth = new double[300];
        RegularSeries.Smooth(second, 4.5, smooth);

        Assert.True(SynchronyFinding.Of(first, second, Options).Used < 13);
        Assert.Equal(SynchronyFinding.Of(first, second, Options).Used, SynchronyFinding.Of(first, smooth, Options).Used);
    }

    // A spike beside it a million times as high: the transform alone would drown the window.
    [Fact]
    public void FisherZ_AQuietWindowBesideASpike_KeepsItsDigits()
    {
        var (first, second) = MadePairTests.Pair(52);
        second[51] = 1e7;
        var z = new double[WindowedCorrelation.CountLags(Options)];
        WindowedCorrelation.FisherZ(first, second, Options, z);

        Assert.Equal(Math.Atanh(Pearson(first.AsSpan(0, 40), second.AsSpan(5, 40))), z[17], 1e-10);
        Assert.Equal(Math.Atanh(Pearson(first.AsSpan(0, 40), second.AsSpan(12, 40))), z[24], 1e-10);
    }

    [Fact]
    public void Among_ThreeHearts_GivesEveryPairOnce()
    {
        var (first, second) = MadePairTests.Pair();
        double[] third = [.. first.Reverse()];

        var pairs = SynchronyFinding.Among([first, second, third], Options);

        Assert.Equal([(0, 1), (0, 2), (1, 2)], pairs.Select(pair => (pair.First, pair.Second)));
        AssertSame(SynchronyFinding.Of(second, third, Options), pairs[2].Finding, 0);
    }

    [Fact]
    public void Options_OutsideTheirSets_Throw()
    {
        foreach (var options in new SynchronyOptions[]
        {
            new() { SamplesPerSecond = 0 }, new() { SamplesPerSecond = double.NaN }, new() { Window = TimeSpan.FromSeconds(0.5) }, new() { Step = TimeSpan.Zero },
            new() { LongestLag = TimeSpan.FromSeconds(16) }, new() { LongestLag = TimeSpan.FromSeconds(-1) }, new() { Placement = (LagPlacement)9 },
            new() { Window = TimeSpan.FromDays(30) },
        })
            Assert.Throws<ArgumentOutOfRangeException>(() => SynchronyFinding.Of([1, 2, 3], [1, 2, 3], options));
        Assert.Throws<ArgumentException>(() => WindowedCorrelation.FisherZ([1, 2], [1, 2], Options, new double[1]));
    }

    [Fact]
    public void DescriptiveOnly_Always_SaysWhatItIsNot() => Assert.Contains("does not say", SynchronyFinding.DescriptiveOnly);

    internal static void AssertSame(SynchronyFinding one, SynchronyFinding other, double within)
    {
        Assert.Equal(one.Used, other.Used);
        foreach (var (a, b) in one.Profile.Concat(one.AbsoluteProfile).Zip(other.Profile.Concat(other.AbsoluteProfile)))
            Assert.Equal(a, b, within);
    }

    internal static double Pearson(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var (meanA, meanB) = (a.ToArray().Average(), b.ToArray().Average());
        var (aa, bb, ab) = (0.0, 0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
        {
            var (x, y) = (a[i] - meanA, b[i] - meanB);
            (aa, bb, ab) = (aa + (x * x), bb + (y * y), ab + (x * y));
        }

        return ab / Math.Sqrt(aa * bb);
    }
}
