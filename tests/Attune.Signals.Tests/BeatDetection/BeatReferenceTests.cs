using Attune.Signals.BeatDetection;
using Attune.Signals.Simulation;

namespace Attune.Signals.Tests.BeatDetection;

/// <summary>Waves of real people with what others annotated or measured.</summary>
public sealed class BeatReferenceTests
{
    private const double Rate = 360;
    private const double Tolerance = 0.1 * Rate;

    [Theory]
    [InlineData("118e24", 0.99)]
    [InlineData("118e12", 0.98)]
    public void Detect_StressRecord_MeetsItsAnnotations(string name, double least)
    {
        var beats = BeatDetector.Detect(Wave(name), Rate, WaveKind.Electrocardiogram);

        Assert.True(MatchedBeats.F1(beats.Moments, Annotations(name), Tolerance) >= least);
        Assert.True(beats.ShareReadable > 0.9);
    }

    // The noise is ours: half wander of the baseline, half a muscle-like hiss that swells and ebbs.
    [Theory]
    [InlineData(6, 0.999)]
    [InlineData(0, 0.99)]
    [InlineData(-12, 0.99)]
    public void Detect_OwnNoiseOnTheCleanestRecord_StillFindsMost(double decibels, double least)
    {
        var (clean, truth) = (Wave("118e24"), Annotations("118e24"));
        var scores = Enumerable.Range(1, 5).Select(seed =>
            MatchedBeats.F1(BeatDetector.Detect(Noisy(clean, truth, decibels, (ulong)seed), Rate, WaveKind.Electrocardiogram).Moments, truth, Tolerance)).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine($"{decibels} dB: {string.Join(' ', scores)}");

        Assert.True(scores.Average() >= least, $"{scores.Average()} of {string.Join(' ', scores)}");
    }

    [Theory]
    [InlineData("e0103", 59.697, 45.6)]
    [InlineData("e0110", 58.018, 59.5)]
    public void Detect_OtherHearts_HaveTheRateThatWasMeasured(string name, double bpm, double sdnn)
    {
        var beats = BeatDetector.Detect(Wave(name), 250, WaveKind.Electrocardiogram);
        var series = beats.ToSeries(out _).IntervalsMs.ToArray();

        Assert.Equal(1, beats.ShareReadable);
        Assert.Equal(bpm, 60_000 / series.Average(), 0.1);
        Assert.Equal(sdnn, Sd(series), 1.0);
    }

    [Fact]
    public void Detect_CleanPulse_HasTheRateThatWasMeasured()
    {
        var beats = BeatDetector.Detect(Wave("data"), 100, WaveKind.PulseWave);
        var series = beats.ToSeries(out _).IntervalsMs.ToArray();

        Assert.Equal(24, beats.Moments.Length);
        Assert.Equal(1, beats.ShareReadable);
        Assert.Equal(58.899, 60_000 / series.Average(), 0.1);
        Assert.Equal(65.76, Sd(series), 2.0);
    }

    // Movement and a pause in the first forty seconds, clean after that: the peer keeps 84 of 110 beats at 62.4 a minute.
    [Fact]
    public void Detect_PulseWithMovement_IsUnknownWhereItMoved()
    {
        double[] wave = [.. File.ReadLines(ReferenceData.PathOf("ecg-ppg", "heartpy", "data2.csv")).Skip(1).Select(line => RealSeries.Number(line.Split(',')[1]))];
        var beats = BeatDetector.Detect(wave, 116.99555416894158, WaveKind.PulseWave);

        Assert.Equal(Enumerable.Range(0, 13).Select(i => i >= 4), beats.Windows.Select(window => window.Standing is WaveStanding.Readable));
        Assert.InRange(60_000 / beats.ToSeries(out _).IntervalsMs.ToArray().Average(), 60, 65);
    }

    private static double[] Wave(string name) =>
        [.. File.ReadLines(ReferenceData.PathOf("ecg-ppg", "heartpy", name + ".csv")).Where(line => line.Trim().Length > 0).Select(RealSeries.Number)];

    private static List<double> Annotations(string name) =>
        [.. File.ReadLines(ReferenceData.PathOf("ecg-ppg", "heartpy", name + "_ann.csv")).Where(line => line.Trim().Length > 0).Select(RealSeries.Number)];

    private static double Sd(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }

    // Power of the signal as in the noise stress test (Moody et al., 1984): the square of the usual height of a QRS complex, by eight.
    private static double[] Noisy(double[] clean, List<double> truth, double decibels, ulong seed)
    {
        var heights = truth.Select(beat => clean[Math.Max(0, (int)beat - 18)..Math.Min(clean.Length, (int)beat + 18)]).Select(part => part.Max() - part.Min()).Order().ToList();
        var signal = heights[heights.Count / 2] * heights[heights.Count / 2] / 8;
        var half = Math.Sqrt(signal * Math.Pow(10, -decibels / 10) / 2);
        var (wander, hiss) = (Scaled(Enumerable.Range(0, clean.Length).Select(i => Wander(i, seed)), half), Scaled(Enumerable.Range(0, clean.Length).Select(i => Hiss(i, seed)), half));
        return [.. clean.Select((value, i) => value + wander[i] + hiss[i])];
    }

    private static double Wander(int i, ulong seed)
    {
        double[] hertz = [0.07, 0.13, 0.21, 0.33, 0.52];
        return hertz.Select((hz, k) => SplitMix64.BellAt(seed, 900_000 + (ulong)k) * Math.Sin(2 * Math.PI * ((hz * i / Rate) + SplitMix64.UnitAt(seed, 950_000 + (ulong)k)))).Sum();
    }

    // White noise less the mean of its neighbours (little below 20 Hz, as muscles give it), of a strength that changes every eight seconds.
    private static double Hiss(int i, ulong seed)
    {
        var noise = SplitMix64.BellAt(seed, (ulong)i + 10) - (Enumerable.Range(-4, 9).Sum(k => SplitMix64.BellAt(seed, (ulong)(i + 10 + k))) / 9);
        var (place, share) = ((ulong)(i / (8 * Rate)), i % (8 * Rate) / (8 * Rate));
        return noise * (((1 - share) * SplitMix64.UnitAt(seed, 990_000 + place)) + (share * SplitMix64.UnitAt(seed, 990_001 + place)));
    }

    private static double[] Scaled(IEnumerable<double> values, double sd)
    {
        double[] all = [.. values];
        var factor = sd / Sd(all);
        return [.. all.Select(value => value * factor)];
    }
}
