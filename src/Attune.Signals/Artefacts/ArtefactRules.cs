using Attune.Signals.Beats;

namespace Attune.Signals.Artefacts;

/// <summary>
/// Rules that find beats no heart can have made. Kernels write into a span as long as the source, in ms, where NaN means missing;
/// a beat missing in the source stays missing. None of them allocates. Source and destination must not overlap, except to be the same
/// in <see cref="KeepRange"/>.
/// </summary>
public static class ArtefactRules
{
    /// <summary>Shortest believable beat, inside: 300 ms = 200 bpm (hrv-analysis package).</summary>
    public const double ShortestMs = 300;

    /// <summary>Longest believable beat, inside: 2000 ms = 30 bpm (hrv-analysis package).</summary>
    public const double LongestMs = 2_000;

    /// <summary>Share of the neighbours' mean by which a beat may differ, outside: .20 (Karlsson et al., 2012).</summary>
    public const double KarlssonShare = 0.20;

    /// <summary>Longest run of missing beats that is filled, inside, in recorded ms: 5 s (our proposal; the gap at which the live rule resets).</summary>
    public const double LongestFilledMs = 5_000;

    /// <summary>Keeps beats in [300, 2000] ms. Any n; each beat is judged alone.</summary>
    public static void KeepRange(ReadOnlySpan<double> sourceMs, Span<double> destinationMs)
    {
        RequireSameLength(sourceMs, destinationMs);
        for (var i = 0; i < sourceMs.Length; i++)
            destinationMs[i] = sourceMs[i] is >= ShortestMs and <= LongestMs ? sourceMs[i] : double.NaN;
    }

    /// <summary>
    /// Keeps beat i when |m - RR(i)| &lt; .20 m with m the mean of the beats before and after it in the <em>source</em> (Karlsson et
    /// al., 2012, as coded in hrv-analysis). The first and last beat, and a beat beside a missing one, cannot be judged and are kept;
    /// so below three beats all are kept.
    /// </summary>
    public static void KeepKarlsson(ReadOnlySpan<double> sourceMs, Span<double> destinationMs)
    {
        RequireSameLength(sourceMs, destinationMs);
        sourceMs.CopyTo(destinationMs);
        for (var i = 1; i < sourceMs.Length - 1; i++)
        {
            var mean = (sourceMs[i - 1] + sourceMs[i + 1]) / 2;
            if (Math.Abs(mean - sourceMs[i]) >= KarlssonShare * mean)
                destinationMs[i] = double.NaN;
        }
    }

    /// <summary>
    /// Fills missing beats on the straight line, by beat number, between the nearest known ones; at the ends with the nearest known
    /// one (pandas' <c>interpolate</c>, here at both ends). Without any known beat all stay missing.
    /// </summary>
    public static void FillLinear(ReadOnlySpan<double> sourceMs, Span<double> destinationMs)
    {
        RequireSameLength(sourceMs, destinationMs);
        sourceMs.CopyTo(destinationMs);
        var known = -1;
        for (var i = 0; i < sourceMs.Length; i++)
        {
            if (double.IsNaN(sourceMs[i]))
                continue;
            FillBetween(sourceMs, destinationMs, known, i);
            known = i;
        }

        if (known >= 0)
            destinationMs[(known + 1)..].Fill(sourceMs[known]);
    }

    /// <summary>
    /// Applies a rule to a whole series. Missing beats are filled linearly from the beats that stand, when their run lasts at most
    /// <see cref="LongestFilledMs"/>; a longer run, and any run that holds a beat of unknown length (0), stays missing. In
    /// <see cref="ArtefactRule.RangeThenKarlsson"/> the Karlsson test sees the range-filtered beats with their gaps filled, as
    /// hrv-analysis chains its filters. <see cref="ArtefactRule.RangeThenKarlssonLive"/> fills nothing; <see cref="ArtefactRule.None"/> fills
    /// nothing and touches nothing.
    /// </summary>
    public static CorrectedBeats Correct(BeatSeries beats, ArtefactRule rule)
    {
        ArgumentNullException.ThrowIfNull(beats);
        var recorded = beats.IntervalsMs;
        var kept = new double[recorded.Length];
        KeepRange(recorded, kept);
        if (rule is ArtefactRule.None)
            return new(NanForZero(recorded), Known(kept), touched: 0);

        var filled = new double[recorded.Length];
        if (rule is ArtefactRule.RangeThenKarlsson)
        {
            FillLinear(kept, filled);
            var judged = new double[recorded.Length];
            KeepKarlsson(filled, judged);
            for (var i = 0; i < kept.Length; i++)
                kept[i] = double.IsNaN(judged[i]) ? double.NaN : kept[i];
        }
        else if (rule is ArtefactRule.RangeThenKarlssonLive)
        {
            KeepKarlsson(kept, filled);
            var heard = Known(filled);
            return new(filled, heard, heard.AsSpan().Count(false));
        }
        else if (rule is not ArtefactRule.Range)
        {
            throw new ArgumentOutOfRangeException(nameof(rule), rule, "Not an artefact rule.");
        }

        FillLinear(kept, filled);
        var believed = Known(kept);
        ReopenLongRuns(recorded, believed, filled);
        return new(filled, believed, believed.AsSpan().Count(false));
    }

    private static void FillBetween(ReadOnlySpan<double> source, Span<double> destination, int before, int after)
    {
        for (var i = before + 1; i < after; i++)
        {
            destination[i] = before < 0
                ? source[after]
                : source[before] + ((source[after] - source[before]) * (i - before) / (after - before));
        }
    }

    private static void ReopenLongRuns(ReadOnlySpan<double> recorded, bool[] believed, double[] filled)
    {
        for (var start = 0; start < filled.Length;)
        {
            var length = 0;
            var lasted = 0.0;
            var unknown = false;
            for (; start + length < filled.Length && !believed[start + length]; length++)
            {
                lasted += recorded[start + length];
                unknown |= recorded[start + length] == 0;
            }

            if (unknown || lasted > LongestFilledMs)
                filled.AsSpan(start, length).Fill(double.NaN);
            start += length + 1;
        }
    }

    private static bool[] Known(ReadOnlySpan<double> values)
    {
        var known = new bool[values.Length];
        for (var i = 0; i < values.Length; i++)
            known[i] = !double.IsNaN(values[i]);
        return known;
    }

    private static double[] NanForZero(ReadOnlySpan<double> recorded)
    {
        var values = recorded.ToArray();
        values.AsSpan().Replace(0, double.NaN);
        return values;
    }

    private static void RequireSameLength(ReadOnlySpan<double> source, Span<double> destination)
    {
        if (source.Length != destination.Length)
            throw new ArgumentException($"The source holds {source.Length} beats, the destination {destination.Length}.", nameof(destination));
    }
}
