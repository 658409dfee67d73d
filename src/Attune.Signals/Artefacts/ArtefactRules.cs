using Attune.Signals.Beats;

namespace Attune.Signals.Artefacts;

/// <summary>
/// Rules that find beats no heart can have made. Kernels write into a span as long as the source, in ms, where NaN means missing;
/// a beat missing in the source stays missing. None of them allocates. Source and destination must not overlap, except to be the same
/// in <see cref="KeepRange"/>.
/// </summary>
public static partial class ArtefactRules
{
    /// <summary>Shortest believable beat, inside: 300 ms = 200 bpm (hrv-analysis package).</summary>
    public const double ShortestMs = 300;

    /// <summary>Longest believable beat, inside: 2000 ms = 30 bpm (hrv-analysis package).</summary>
    public const double LongestMs = 2_000;

    /// <summary>Whether a beat of this length, in ms, is believable by itself: in [<see cref="ShortestMs"/>, <see cref="LongestMs"/>]. NaN is not.</summary>
    public static bool IsInRange(double ms) => ms is >= ShortestMs and <= LongestMs;

    /// <summary>Longest run of missing beats that is filled, inside, in recorded ms: 5 s (our proposal; the gap at which the live rule resets).</summary>
    public const double LongestFilledMs = 5_000;

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
    /// Applies a rule to a whole series. What the rule removes is filled linearly from the beats that stand, when the run lasts at most
    /// <see cref="LongestFilledMs"/>; a longer run, and any run that holds a beat of unknown length (0), stays missing. In a chain (range,
    /// then another) the second rule sees the range-filtered beats with their gaps filled, as hrv-analysis chains its filters.
    /// <see cref="ArtefactRule.LipponenTarvainen"/> works on each stretch between gaps (an interval of unknown length or above
    /// <see cref="LongestFilledMs"/>) by itself. <see cref="ArtefactRule.RangeThenKarlssonLive"/> fills nothing, and
    /// its second rule sees the range-filtered beats with their gaps; <see cref="ArtefactRule.None"/> fills nothing and touches nothing.
    /// </summary>
    public static CorrectedBeats Correct(BeatSeries beats, ArtefactRule rule)
    {
        ArgumentNullException.ThrowIfNull(beats);
        return rule switch
        {
            ArtefactRule.None => AsRecorded(beats),
            ArtefactRule.Range => Judged(beats, rule, null),
            ArtefactRule.RangeThenKarlsson => Judged(beats, rule, KeepKarlsson),
            ArtefactRule.RangeThenMalik => Judged(beats, rule, KeepMalik),
            ArtefactRule.RangeThenKamath => Judged(beats, rule, KeepKamath),
            ArtefactRule.RangeThenAcar => Judged(beats, rule, KeepAcar),
            ArtefactRule.LipponenTarvainen => Mended(beats),
            ArtefactRule.RangeThenKarlssonLive => AsHeard(beats),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Not an artefact rule."),
        };
    }

    private static CorrectedBeats AsRecorded(BeatSeries beats)
    {
        var kept = new double[beats.Count];
        KeepRange(beats.IntervalsMs, kept);
        return new(ArtefactRule.None, new bool[beats.Count], NanForZero(beats.IntervalsMs), beats.Ends, Known(kept), new bool[beats.Count]);
    }

    private static CorrectedBeats Judged(BeatSeries beats, ArtefactRule rule, Kernel? keep)
    {
        var kept = new double[beats.Count];
        var filled = new double[beats.Count];
        KeepRange(beats.IntervalsMs, kept);
        if (keep is not null)
        {
            FillLinear(kept, filled);
            var judged = new double[beats.Count];
            keep(filled, judged);
            for (var i = 0; i < kept.Length; i++)
                kept[i] = double.IsNaN(judged[i]) ? double.NaN : kept[i];
        }

        FillLinear(kept, filled);
        var believed = Known(kept);
        ReopenLongRuns(beats.IntervalsMs, believed, filled);
        return new(rule, Not(believed), filled, beats.Ends, believed, Drawn(believed, filled));
    }

    // A heart that is heard has no beats on the far side of a gap to fill it from.
    private static CorrectedBeats AsHeard(BeatSeries beats)
    {
        var inside = new double[beats.Count];
        var kept = new double[beats.Count];
        KeepRange(beats.IntervalsMs, inside);
        KeepKarlsson(inside, kept);
        var believed = Known(kept);
        return new(ArtefactRule.RangeThenKarlssonLive, Not(believed), kept, beats.Ends, believed, new bool[beats.Count]);
    }

    private static CorrectedBeats Mended(BeatSeries beats)
    {
        var recorded = beats.IntervalsMs;
        var mended = new MendedBeats(recorded.Length);
        var classes = new BeatClass[recorded.Length];
        var touched = new bool[recorded.Length];
        for (var from = 0; from < recorded.Length;)
        {
            if (IsGap(recorded[from]))
            {
                touched[from] = true;
                mended.Add(recorded[from], beats.EndsMs[from], stands: false);
                from++;
                continue;
            }

            var length = 1;
            while (from + length < recorded.Length && !IsGap(recorded[from + length]))
                length++;
            BeatMending.Mend(
                recorded.Slice(from, length),
                beats.EndsMs.Slice(from, length),
                from == 0 ? 0 : beats.EndsMs[from - 1],
                classes.AsSpan(from, length),
                touched.AsSpan(from, length),
                mended);
            from += length;
        }

        var outside = FillOutside(mended);
        for (var i = 0; i < recorded.Length; i++)
            touched[i] |= !IsInRange(recorded[i]);
        return new(
            ArtefactRule.LipponenTarvainen,
            touched,
            mended.Intervals,
            mended.Ends,
            mended.BelievedBeats,
            outside,
            classes);
    }

    // What no rule could mend is missing, and is filled as everywhere.
    private static bool[] FillOutside(MendedBeats mended)
    {
        var kept = new double[mended.Count];
        KeepRange(mended.IntervalsMs, kept);
        var inside = Known(kept);
        var filled = new double[mended.Count];
        FillLinear(kept, filled);
        ReopenLongRuns(mended.IntervalsMs, inside, filled);
        filled.CopyTo(mended.IntervalsMs);
        for (var i = 0; i < inside.Length; i++)
            mended.Believed[i] &= inside[i];
        return Drawn(inside, filled);
    }

    private static bool IsGap(double intervalMs) => intervalMs is 0 or > LongestFilledMs;

    private static bool[] Drawn(ReadOnlySpan<bool> known, ReadOnlySpan<double> filled)
    {
        var drawn = new bool[known.Length];
        for (var i = 0; i < drawn.Length; i++)
            drawn[i] = !known[i] && !double.IsNaN(filled[i]);
        return drawn;
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

    private static bool[] Not(bool[] values) => Array.ConvertAll(values, static value => !value);

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
