using Attune.Signals.Artefacts;
using Attune.Signals.Beats;

namespace Attune.Signals.Variability;

/// <summary>
/// The intervals between two beats that stand, in a part of a recording: as measured or as corrected. What was only drawn in for a rate,
/// what is missing and what no heart can have made is NaN, so that no difference is taken across it.
/// </summary>
internal sealed class UsableIntervals
{
    private readonly double[] intervals;
    private readonly Range longest;

    private UsableIntervals(double[] intervals, double usableMs, Range longest, SessionSpan longestSpan) =>
        (this.intervals, UsableMs, this.longest, LongestSpan) = (intervals, usableMs, longest, longestSpan);

    internal ReadOnlySpan<double> WithGaps => intervals;

    internal double UsableMs { get; }

    internal ReadOnlySpan<double> LongestStretch => intervals.AsSpan(longest);

    internal SessionSpan LongestSpan { get; }

    /// <summary>Of the corrected beats that end in [from, to) ms.</summary>
    internal static UsableIntervals Of(CorrectedBeats beats, double fromMs, double toMs)
    {
        var ends = beats.EndsMs;
        var (first, last) = (FirstAtOrAfter(ends, fromMs), FirstAtOrAfter(ends, toMs));
        var values = beats.IntervalsMs[first..last].ToArray();
        var (usable, longest, length, stretch, start) = (0.0, 0..0, 0.0, 0.0, 0);
        for (var i = 0; i < values.Length; i++)
        {
            if (beats.Filled[first + i] || !ArtefactRules.IsInRange(values[i]))
            {
                values[i] = double.NaN;
                (stretch, start) = (0, i + 1);
                continue;
            }

            usable += values[i];
            stretch += values[i];
            if (stretch > length)
                (length, longest) = (stretch, start..(i + 1));
        }

        if (length == 0)
            return new(values, usable, longest, default);
        var end = ends[first + longest.End.Value - 1];
        return new(values, usable, longest, new(BeatSeries.FromMs(Math.Max(0, end - length)), BeatSeries.FromMs(end)));
    }

    /// <summary>Share of the recorded beats that end in [from, to) ms; 0 without any.</summary>
    internal static double ShareTouched(BeatSeries beats, CorrectedBeats corrected, double fromMs, double toMs)
    {
        var (first, last) = (FirstAtOrAfter(beats.EndsMs, fromMs), FirstAtOrAfter(beats.EndsMs, toMs));
        return first == last ? 0 : (double)corrected.Touched[first..last].Count(true) / (last - first);
    }

    private static int FirstAtOrAfter(ReadOnlySpan<double> ends, double ms)
    {
        var (low, high) = (0, ends.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ends[middle] < ms)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
