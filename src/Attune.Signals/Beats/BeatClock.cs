namespace Attune.Signals.Beats;

/// <summary>
/// Gives beat intervals a clock. A pause leaves no mark in a list of intervals, so they are compared with the times that stand beside
/// them, and what is missing becomes a gap. Time never runs back.
/// </summary>
public static class BeatClock
{
    /// <summary>An arrival that stays this much later than the beats' sum is a gap, in ms (our proposal: above what a phone delays).</summary>
    public const double ArrivalGapMs = 2_000;

    // Our proposals: a stalled link hands over its backlog within 10 s; two quartz clocks differ by less than 200 ppm.
    private const double BacklogMs = 10_000;
    private const double QuartzDrift = 200e-6;

    /// <summary>
    /// Beats whose ends are known by the recorder's own clock (<paramref name="endsMs"/>, in ms, any origin), each to within
    /// <paramref name="toleranceMs"/>. A beat that begins later than the one before ended leaves a gap; one that begins earlier keeps its
    /// length and is counted in <see cref="AnchoredBeats.StepsBack"/>. With <paramref name="originMs"/> the first sample lies there, and the time
    /// before the first beat is a gap; without, it is the first beat's start. Throws when the lengths differ and for what
    /// <see cref="BeatSeries.FromIntervals"/> refuses. No beats give an empty series.
    /// </summary>
    public static AnchoredBeats ByEnds(ReadOnlySpan<double> intervalsMs, ReadOnlySpan<double> endsMs, double toleranceMs, double? originMs = null)
    {
        RequireSameLength(intervalsMs, endsMs);
        if (intervalsMs.IsEmpty)
            return new(BeatSeries.Empty, 0, 0, 0, 0);
        var gaps = new double[intervalsMs.Length];
        var clock = originMs ?? endsMs[0] - intervalsMs[0];
        var (start, back) = (clock, 0);
        for (var i = 0; i < gaps.Length; i++)
        {
            var late = endsMs[i] - intervalsMs[i] - clock;
            if (late > toleranceMs)
                gaps[i] = late;
            else if (late < -toleranceMs)
                back++;
            clock += gaps[i] + intervalsMs[i];
        }

        return new(BeatSeries.FromIntervalsAndGaps(intervalsMs, gaps), start, endsMs[^1] - start, endsMs[^1] - clock, back);
    }

    /// <summary>
    /// Beats that came with the time of their <em>arrival</em> (<paramref name="arrivalsMs"/>, in ms, any origin): later than the beat by
    /// a delay that changes. The beats' own sum is the clock; the least delay of the beats to come holds it, so that a stalled link that hands over its
    /// backlog makes no gap; what stays later than <see cref="ArrivalGapMs"/> does. Throws as <see cref="ByEnds"/>.
    /// </summary>
    public static AnchoredBeats ByArrivals(ReadOnlySpan<double> intervalsMs, ReadOnlySpan<double> arrivalsMs)
    {
        RequireSameLength(intervalsMs, arrivalsMs);
        if (intervalsMs.IsEmpty)
            return new(BeatSeries.Empty, 0, 0, 0, 0);
        var offsets = LeastOffsets(intervalsMs, arrivalsMs);
        var gaps = new double[intervalsMs.Length];
        var start = offsets[0];
        var (held, gapSum, back) = (start, 0.0, 0);
        for (var i = 0; i < gaps.Length; i++)
        {
            var late = offsets[i] - held;
            if (late > ArrivalGapMs)
            {
                gapSum += gaps[i] = late;
                held = offsets[i];
            }
            else if (late < -ArrivalGapMs)
            {
                back++;
                held = offsets[i];
            }
            else
            {
                held += Math.Clamp(late, -QuartzDrift * intervalsMs[i], QuartzDrift * intervalsMs[i]);
            }
        }

        return new(BeatSeries.FromIntervalsAndGaps(intervalsMs, gaps), start, arrivalsMs[^1] - start, offsets[^1] - start - gapSum, back);
    }

    /// <summary>Arrival minus cumulated beats: the least over the beats that end within the backlog from here on.</summary>
    private static double[] LeastOffsets(ReadOnlySpan<double> intervalsMs, ReadOnlySpan<double> arrivalsMs)
    {
        var (ends, offsets) = (new double[intervalsMs.Length], new double[intervalsMs.Length]);
        var sum = 0.0;
        for (var i = 0; i < ends.Length; i++)
        {
            ends[i] = sum += intervalsMs[i];
            offsets[i] = arrivalsMs[i] - sum;
        }

        // A monotone queue from the right: its front is the least offset of the window.
        var (queue, front, back) = (new int[ends.Length], 0, 0);
        var least = new double[ends.Length];
        for (var i = ends.Length - 1; i >= 0; i--)
        {
            while (back > front && offsets[queue[back - 1]] >= offsets[i])
                back--;
            queue[back++] = i;
            while (ends[queue[front]] > ends[i] + BacklogMs)
                front++;
            least[i] = offsets[queue[front]];
        }

        return least;
    }

    private static void RequireSameLength(ReadOnlySpan<double> intervalsMs, ReadOnlySpan<double> timesMs)
    {
        if (intervalsMs.Length != timesMs.Length)
            throw new ArgumentException($"There are {intervalsMs.Length} intervals and {timesMs.Length} times.", nameof(timesMs));
    }
}
