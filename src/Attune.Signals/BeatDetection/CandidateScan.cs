namespace Attune.Signals.BeatDetection;

/// <summary>A place where a beat may be.</summary>
/// <param name="Peak">Sample of the highest band-passed value.</param>
/// <param name="Strength">Root of the mean energy about it, in units of the wave.</param>
internal readonly record struct Candidate(int Peak, double Strength);

/// <summary>Band-passed wave, its energy, and the blocks in which the short average lies above the long one (Elgendi, 2013).</summary>
internal static class CandidateScan
{
    // A wave that moves by less than this share of its level holds rounding, no heart.
    private const double StillShare = 1e-9;

    /// <summary>Fills the band and its energy and finds the candidates. All spans have the length of the wave.</summary>
    internal static void Run(
        ReadOnlySpan<double> wave, double rate, WaveRules rules, bool upwardsOnly, Span<double> band, Span<double> energy, List<Candidate> found)
    {
        var (smooth, wide) = (RunningMeans.Half(rules.SmoothSeconds, rate), RunningMeans.Half(rules.BaseSeconds, rate));
        // Twice each: a triangle, which lets less of the far frequencies through than a box.
        RunningMeans.Of(wave, smooth, energy);
        RunningMeans.Of(energy, smooth, band);
        RunningMeans.Of(band, wide, energy);
        SubtractMeans(energy, wide, band);
        var (largest, level) = (0.0, 0.0);
        for (var i = 0; i < band.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(band[i]));
            level = Math.Max(level, Math.Abs(wave[i]));
            var kept = upwardsOnly ? Math.Max(band[i], 0) : band[i];
            energy[i] = kept * kept;
        }

        if (largest > StillShare * level)
            Blocks(band, energy, rate, rules, upwardsOnly, found);
    }

    // Takes the second average while it is made, so that no further memory is wanted.
    private static void SubtractMeans(ReadOnlySpan<double> once, int half, Span<double> from)
    {
        var last = once.Length - 1;
        var (sum, share) = (0.0, 1.0 / ((2 * half) + 1));
        for (var k = -half; k <= half; k++)
            sum += once[Math.Clamp(k, 0, last)];
        from[0] -= sum * share;
        for (var i = 1; i <= last; i++)
        {
            sum += once[Math.Min(i + half, last)] - once[Math.Max(i - half - 1, 0)];
            from[i] -= sum * share;
        }
    }

    private static void Blocks(
        ReadOnlySpan<double> band, ReadOnlySpan<double> energy, double rate, WaveRules rules, bool upwardsOnly, List<Candidate> found)
    {
        var last = energy.Length - 1;
        var (peak, beat, wide) =
            (RunningMeans.Half(rules.PeakSeconds, rate), RunningMeans.Half(rules.BeatSeconds, rate), RunningMeans.Half(WaveRules.OffsetSeconds, rate));
        var (peakSum, beatSum, wideSum) = (Start(energy, peak), Start(energy, beat), Start(energy, wide));
        var (peakShare, beatShare, wideShare) = (1.0 / ((2 * peak) + 1), 1.0 / ((2 * beat) + 1), rules.Offset / ((2 * wide) + 1));
        var (from, most) = (-1, 0.0);
        for (var i = 0; i <= last; i++)
        {
            if (i > 0)
            {
                peakSum += energy[Math.Min(i + peak, last)] - energy[Math.Max(i - peak - 1, 0)];
                beatSum += energy[Math.Min(i + beat, last)] - energy[Math.Max(i - beat - 1, 0)];
                wideSum += energy[Math.Min(i + wide, last)] - energy[Math.Max(i - wide - 1, 0)];
            }

            var mean = peakSum * peakShare;
            if (mean > (beatSum * beatShare) + (wideSum * wideShare))
            {
                (from, most) = from < 0 ? (i, mean) : (from, Math.Max(most, mean));
                if (i < last)
                    continue;
            }

            if (from >= 0 && i - from >= peak)
                AddPeak(band, energy, from, i, most, upwardsOnly, found);
            from = -1;
        }
    }

    // A block that only leans on an end of the wave has no peak of its own.
    private static void AddPeak(ReadOnlySpan<double> band, ReadOnlySpan<double> energy, int from, int to, double most, bool upwardsOnly, List<Candidate> found)
    {
        var best = from;
        for (var i = from; i < to; i++)
        {
            if (energy[i] > energy[best])
                best = i;
        }

        if (best == 0 || best == band.Length - 1 || energy[best - 1] > energy[best] || energy[best + 1] > energy[best] || (upwardsOnly && band[best] <= 0))
            return;
        found.Add(new(best, Math.Sqrt(Math.Max(0, most))));
    }

    private static double Start(ReadOnlySpan<double> energy, int half)
    {
        var sum = 0.0;
        for (var k = -half; k <= half; k++)
            sum += energy[Math.Clamp(k, 0, energy.Length - 1)];
        return sum;
    }
}
