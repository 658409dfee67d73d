using System.Buffers;
using System.Collections.Immutable;

namespace Attune.Signals.BeatDetection;

/// <summary>Beats from raw waves. One pass of running sums; a million samples take some ten milliseconds.</summary>
public static class BeatDetector
{
    private const double WindowSeconds = 10;
    private const double ShortestStretchSeconds = 2;

    /// <summary>A window whose median quality lies below is unknown (our proposal).</summary>
    public static double LeastQuality(WaveKind kind) => kind is WaveKind.PulseWave ? 0.6 : 0.5;

    /// <summary>An interval that differs from the one before by more than this share of it is uneven: an ECG shows early beats truly, a pulse wave hardly (our proposal).</summary>
    public static double MostStep(WaveKind kind) => kind is WaveKind.PulseWave ? 0.3 : 0.5;

    /// <summary>
    /// Finds the beats of a wave in any unit. A sample that is not finite cuts it; stretches below 2 s are not looked at. Throws when there are
    /// too few samples a second for the kind. Works on rented memory of twice the wave.
    /// </summary>
    public static DetectedBeats Detect(ReadOnlySpan<double> wave, double samplesPerSecond, WaveKind kind)
    {
        var rules = WaveRules.Of(kind);
        if (!(samplesPerSecond >= rules.LeastRateHz && samplesPerSecond <= 100_000))
            throw new ArgumentOutOfRangeException(nameof(samplesPerSecond), samplesPerSecond, $"This kind of wave wants {rules.LeastRateHz} to 100,000 samples a second.");
        var (moments, quality) = (new List<double>(), new List<double>());
        var rented = ArrayPool<double>.Shared.Rent(Math.Max(1, 2 * wave.Length));
        for (var from = 0; from < wave.Length;)
        {
            var to = from;
            while (to < wave.Length && double.IsFinite(wave[to]))
                to++;
            if (to - from >= ShortestStretchSeconds * samplesPerSecond)
                Stretch(wave[from..to], from, samplesPerSecond, kind, rules, rented, moments, quality);
            from = to + 1;
        }

        ArrayPool<double>.Shared.Return(rented);
        return new(kind, samplesPerSecond, wave.Length, [.. moments], [.. quality], Windows(wave, samplesPerSecond, kind, moments, quality));
    }

    private static void Stretch(
        ReadOnlySpan<double> wave, int at, double rate, WaveKind kind, WaveRules rules, double[] rented, List<double> moments, List<double> quality)
    {
        var band = rented.AsSpan(0, wave.Length);
        var energy = rented.AsSpan(wave.Length, wave.Length);
        var candidates = new List<Candidate>();
        CandidateScan.Run(wave, rate, rules, kind is WaveKind.PulseWave, band, energy, candidates);
        var beats = BeatChoice.Of(candidates, rate, rules);
        var near = (int)Math.Round(rules.AtBeatSeconds * rate);
        for (var i = 0; i < beats.Count; i++)
        {
            var peak = beats[i].Peak;
            // At the ends as far as to the one neighbour there is.
            var (before, after) = (i > 0 ? peak - beats[i - 1].Peak : 0, i < beats.Count - 1 ? beats[i + 1].Peak - peak : 0);
            var (left, right) = ((before > 0 ? before : after) / 2, (after > 0 ? after : before) / 2);
            moments.Add(at + peak + Parabola(band, peak));
            quality.Add(Share(energy, peak, near, Math.Min(left, (int)rate), Math.Min(right, (int)rate)));
        }
    }

    // How far the top of the parabola through three values lies from the middle one, in samples.
    private static double Parabola(ReadOnlySpan<double> band, int peak)
    {
        var (before, top, after) = (band[peak - 1], band[peak], band[peak + 1]);
        var bend = before - (2 * top) + after;
        return bend == 0 ? 0 : Math.Clamp((before - after) / (2 * bend), -0.5, 0.5);
    }

    private static double Share(ReadOnlySpan<double> energy, int peak, int near, int left, int right)
    {
        var (all, at) = (0.0, 0.0);
        var (from, to) = (Math.Max(0, peak - Math.Max(left, near)), Math.Min(energy.Length - 1, peak + Math.Max(right, near)));
        for (var i = from; i <= to; i++)
        {
            all += energy[i];
            at += Math.Abs(i - peak) <= near ? energy[i] : 0;
        }

        return all > 0 ? at / all : 0;
    }

    private static ImmutableArray<QualityWindow> Windows(ReadOnlySpan<double> wave, double rate, WaveKind kind, List<double> moments, List<double> quality)
    {
        var length = (int)Math.Round(WindowSeconds * rate);
        var windows = ImmutableArray.CreateBuilder<QualityWindow>();
        var (beat, to) = (0, 0);
        for (var from = 0; from < wave.Length; from = to)
        {
            to = wave.Length - from < 1.5 * length ? wave.Length : from + length;
            var first = beat;
            while (beat < moments.Count && moments[beat] < to)
                beat++;
            windows.Add(Judge(wave[from..to], from, to, first, beat, rate, kind, moments, quality));
        }

        return windows.ToImmutable();
    }

    private static QualityWindow Judge(
        ReadOnlySpan<double> wave, int from, int to, int first, int next, double rate, WaveKind kind, List<double> moments, List<double> quality)
    {
        if (first == next)
            return new(from, to, WaveStanding.NoSignal, double.NaN);
        var sorted = quality[first..next];
        sorted.Sort();
        var median = sorted[sorted.Count / 2];
        var uneven = 0;
        for (var i = Math.Max(1, first); i < next; i++)
        {
            var interval = (moments[i] - moments[i - 1]) * 1_000 / rate;
            var before = i > 1 ? (moments[i - 1] - moments[i - 2]) * 1_000 / rate : interval;
            uneven += interval is not (>= 300 and <= 2_000) || Math.Abs(interval - before) > MostStep(kind) * before ? 1 : 0;
        }

        var standing = IsMissing(wave) ? WaveStanding.NoSignal
            : median < LeastQuality(kind) ? WaveStanding.Noisy
            : 4 * uneven > next - first ? WaveStanding.Uneven
            : WaveStanding.Readable;
        return new(from, to, standing, median);
    }

    private static bool IsMissing(ReadOnlySpan<double> wave)
    {
        foreach (var value in wave)
        {
            if (!double.IsFinite(value))
                return true;
        }

        return false;
    }
}
