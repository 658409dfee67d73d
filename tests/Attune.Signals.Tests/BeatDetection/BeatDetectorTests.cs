using Attune.Signals.BeatDetection;
using Attune.Signals.Beats;
using Attune.Signals.Simulation;

namespace Attune.Signals.Tests.BeatDetection;

public sealed class BeatDetectorTests
{
    private static readonly Gen<WaveKind> Kind = Gen.Enum<WaveKind>();
    private static readonly Gen<(double Mean, double[] Steps)> Hearts = Gen.Select(Gen.Double[480, 1_150], Gen.Double[-0.06, 0.06].Array[30, 80]);

    [Fact]
    public void Detect_SimulatedWave_FindsEveryBeatAndNoOther() => Gen.Select(Hearts, Kind, Gen.Double[0, 0.03], Gen.ULong).Sample((heart, kind, noise, seed) =>
    {
        var wave = SimulatedWave.Of(Series(heart), kind, 250, noise, seed);
        var beats = BeatDetector.Detect(wave.Samples, 250, kind);

        Assert.Equal(wave.Beats.Length, beats.Moments.Length);
        // 30 ms for a pulse, whose second rise leans on the first; 10 ms for an ECG.
        for (var i = 0; i < beats.Moments.Length; i++)
            Assert.Equal(wave.Beats[i], beats.Moments[i], kind is WaveKind.PulseWave ? 7.5 : 2.5);
        Assert.Equal(1, beats.ShareReadable);
    }, iter: 60);

    [Theory]
    [InlineData(128)]
    [InlineData(500)]
    [InlineData(1_000)]
    public void Detect_AnotherRate_FindsTheSameBeats(double rate)
    {
        var wave = SimulatedWave.Of(Steady(900, 40), WaveKind.Electrocardiogram, rate, 0.02, 3);

        Assert.Equal(1, MatchedBeats.F1(BeatDetector.Detect(wave.Samples, rate, WaveKind.Electrocardiogram).Moments, wave.Beats.ToArray(), 0.02 * rate));
    }

    // Powers of two change no digit, so nothing may change at all.
    [Fact]
    public void Detect_Scaled_StaysTheSame() => Gen.Select(Hearts, Kind, Gen.Int[-20, 20]).Sample((heart, kind, power) =>
    {
        var wave = SimulatedWave.Of(Series(heart), kind, 250, 0.05, 1).Samples.ToArray();
        double[] scaled = [.. wave.Select(value => Math.ScaleB(value, power))];

        AssertSame(BeatDetector.Detect(wave, 250, kind), BeatDetector.Detect(scaled, 250, kind), 0, 0);
    }, iter: 40);

    [Fact]
    public void Detect_RaisedOrUpsideDown_FindsTheSameBeats() => Hearts.Sample(heart =>
    {
        var wave = SimulatedWave.Of(Series(heart), WaveKind.Electrocardiogram, 250, 0.01, 1).Samples.ToArray();
        var beats = BeatDetector.Detect(wave, 250, WaveKind.Electrocardiogram);

        AssertSame(beats, BeatDetector.Detect([.. wave.Select(value => value + 40)], 250, WaveKind.Electrocardiogram), 0, 1e-6);
        AssertSame(beats, BeatDetector.Detect([.. wave.Select(value => -value)], 250, WaveKind.Electrocardiogram), 0, 1e-9);
    }, iter: 40);

    [Fact]
    public void Detect_AfterASilence_FindsTheSameBeatsLater() => Gen.Select(Hearts, Kind, Gen.Int[1, 2_000]).Sample((heart, kind, samples) =>
    {
        var wave = SimulatedWave.Of(Series(heart), kind, 250).Samples.ToArray();
        // The wave begins and ends at nought; missing samples cut, so that the stretch is looked at as it was.
        double[] later = [.. Enumerable.Repeat(double.NaN, samples), .. wave];

        AssertSame(BeatDetector.Detect(wave, 250, kind), BeatDetector.Detect(later, 250, kind), samples, 1e-9);
    }, iter: 40);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(499)]
    public void Detect_TooShort_HasNoBeats(int samples)
    {
        foreach (var kind in Enum.GetValues<WaveKind>())
        {
            var beats = BeatDetector.Detect(SimulatedWave.Of(Steady(800, 3), kind, 250).Samples[..samples], 250, kind);

            Assert.Equal(0, beats.Moments.Length);
            Assert.Equal(0, beats.ShareReadable);
            Assert.Equal(0, beats.ToSeries(out var first).Count);
            Assert.Equal(TimeSpan.Zero, first);
            Assert.All(beats.Windows, window => Assert.Equal(WaveStanding.NoSignal, window.Standing));
        }
    }

    [Fact]
    public void Detect_FlatOrNoise_IsUnknown()
    {
        double[] noise = [.. Enumerable.Range(0, 30_000).Select(i => SplitMix64.BellAt(9, (ulong)i))];

        Assert.Equal(0, BeatDetector.Detect(Enumerable.Repeat(1.7, 30_000).ToArray(), 250, WaveKind.Electrocardiogram).Moments.Length);
        Assert.Equal(0, BeatDetector.Detect(noise, 250, WaveKind.Electrocardiogram).ShareReadable);
        // Smooth noise looks more like a pulse: uneven intervals give most of it away, not all.
        Assert.True(BeatDetector.Detect(noise, 250, WaveKind.PulseWave).ShareReadable < 0.3);
    }

    [Fact]
    public void ToSeries_SensorOffInBetween_LeavesAGapOfItsLength()
    {
        var wave = SimulatedWave.Of(Steady(800, 75), WaveKind.Electrocardiogram, 250).Samples.ToArray();
        wave.AsSpan(25 * 250, 5 * 250).Fill(double.NaN);

        var beats = BeatDetector.Detect(wave, 250, WaveKind.Electrocardiogram);
        var series = beats.ToSeries(out var first);

        Assert.Equal([WaveStanding.Readable, WaveStanding.Readable, WaveStanding.NoSignal], beats.Windows.Take(3).Select(window => window.Standing));
        Assert.Equal(1, first.TotalSeconds, 0.01);
        Assert.Single(series.IntervalsMs.ToArray(), ms => ms > 10_000);
        Assert.Equal(60_000, series.Duration.TotalMilliseconds, 20.0);
        Assert.All(series.IntervalsMs.ToArray().Where(ms => ms < 10_000), ms => Assert.Equal(800, ms, 8.0));
    }

    [Fact]
    public void Quality_MoreNoise_Falls()
    {
        double[] quality = [.. new[] { 0.0, 0.05, 0.2 }.Select(noise =>
            BeatDetector.Detect(SimulatedWave.Of(Steady(800, 60), WaveKind.Electrocardiogram, 250, noise, 2).Samples, 250, WaveKind.Electrocardiogram).Quality.ToArray().Average())];

        Assert.True(quality[0] > quality[1] && quality[1] > quality[2]);
        Assert.All(quality, value => Assert.InRange(value, 0, 1));
    }

    // A beat of a third of the height in the middle: passed over, and found again in the silence.
    [Fact]
    public void Detect_OneWeakBeat_IsFoundInTheSilence()
    {
        var made = SimulatedWave.Of(Steady(800, 40), WaveKind.Electrocardiogram, 250);
        var wave = made.Samples.ToArray();
        var middle = (int)made.Beats[20];
        foreach (ref var value in wave.AsSpan(middle - 60, 120))
            value *= 0.3;

        Assert.Equal(1, MatchedBeats.F1(BeatDetector.Detect(wave, 250, WaveKind.Electrocardiogram).Moments, made.Beats.ToArray(), 5.0));
    }

    [Fact]
    public void Detect_RatherRandomWaves_NeverFailsAndKeepsItsOrder() => Gen.Select(
        Gen.OneOf(Gen.Double[-1e6, 1e6], Gen.Double, Gen.Const(double.NaN), Gen.Const(0.0)).Array[0, 3_000], Kind).Sample((wave, kind) =>
    {
        var beats = BeatDetector.Detect(wave, 100, kind);

        for (var i = 1; i < beats.Moments.Length; i++)
            Assert.True(beats.Moments[i] > beats.Moments[i - 1]);
        Assert.All(beats.Quality.ToArray(), value => Assert.InRange(value, 0, 1));
        Assert.Equal(wave.Length, beats.Windows.Sum(window => window.To - window.From));
        _ = beats.ToSeries(out _);
    }, iter: 200);

    [Fact]
    public void Detect_OutsideItsSets_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => BeatDetector.Detect([], 99, WaveKind.Electrocardiogram));
        Assert.Throws<ArgumentOutOfRangeException>(() => BeatDetector.Detect([], double.NaN, WaveKind.PulseWave));
        Assert.Throws<ArgumentOutOfRangeException>(() => BeatDetector.Detect([], 100, (WaveKind)9));
        Assert.Throws<ArgumentOutOfRangeException>(() => SimulatedWave.Of(Steady(800, 3), WaveKind.PulseWave, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SimulatedWave.Of(Steady(800, 3), WaveKind.PulseWave, 100, -1));
    }

    [Fact]
    public void RunningMeans_AnyWave_EqualTheMeansThatDefineThem() => Gen.Select(Gen.Double[-5, 5].Array[1, 40], Gen.Int[0, 30]).Sample((wave, half) =>
    {
        var means = new double[wave.Length];
        RunningMeans.Of(wave, half, means);

        for (var i = 0; i < wave.Length; i++)
            Assert.Equal(Enumerable.Range(i - half, (2 * half) + 1).Average(k => wave[Math.Clamp(k, 0, wave.Length - 1)]), means[i], 1e-12);
    });

    private static BeatSeries Steady(double ms, int beats) => BeatSeries.FromIntervals([.. Enumerable.Repeat(ms, beats)]);

    private static BeatSeries Series((double Mean, double[] Steps) heart) => BeatSeries.FromIntervals([.. heart.Steps.Select(step => heart.Mean * (1 + step))]);

    private static void AssertSame(DetectedBeats one, DetectedBeats other, double shift, double within)
    {
        Assert.Equal(one.Moments.Length, other.Moments.Length);
        for (var i = 0; i < one.Moments.Length; i++)
            Assert.Equal(one.Moments[i] + shift, other.Moments[i], within);
    }
}
