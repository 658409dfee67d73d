using Attune.Signals.Beats;

namespace Attune.Signals.Arousal;

/// <summary>
/// A heart rate in consecutive slots of time: slot i covers [EdgesMs[i], EdgesMs[i + 1]) and holds RatesBpm[i], NaN where no beat is
/// known. The slots are beats or whole seconds. A rate of <see cref="Break"/> says that nothing goes on from before it.
/// </summary>
internal sealed record RateTrack(double[] EdgesMs, double[] RatesBpm)
{
    /// <summary>Width of the centred mean, in s.</summary>
    internal const int SmoothingSeconds = 15;

    /// <summary>Longest stretch without a believed beat that a trailing mean passes over, inside, in ms (our proposal).</summary>
    internal const double LongestUnheardMs = 5_000;

    /// <summary>Rate of a slot at which everything begins anew.</summary>
    internal const double Break = double.NegativeInfinity;

    private const double SecondMs = 1_000;

    /// <summary>One slot per beat. <paramref name="valuesMs"/>: an interval per beat of the series, NaN = missing.</summary>
    internal static RateTrack PerBeat(BeatSeries beats, ReadOnlySpan<double> valuesMs)
    {
        var edges = new double[beats.Count + 1];
        beats.EndsMs.CopyTo(edges.AsSpan(1));
        var rates = new double[beats.Count];
        for (var i = 0; i < rates.Length; i++)
            rates[i] = BeatSeries.MillisecondsPerMinute / valuesMs[i];
        return new(edges, rates);
    }

    /// <summary>
    /// One slot per second that was recorded to its end; second t holds the rate of the beat that covers the moment t. A beat of
    /// unknown length (0) makes the second that it falls into missing.
    /// </summary>
    internal static RateTrack PerSecond(BeatSeries beats, ReadOnlySpan<double> valuesMs)
    {
        var ends = beats.EndsMs;
        var rates = new double[(int)Math.Floor(beats.TotalMs / SecondMs)];
        var beat = 0;
        for (var second = 0; second < rates.Length; second++)
        {
            while (ends[beat] <= second * SecondMs)
                beat++;
            rates[second] = BeatSeries.MillisecondsPerMinute / valuesMs[beat];
        }

        for (var i = 0; i < ends.Length; i++)
        {
            var second = (int)(ends[i] / SecondMs);
            if (beats.IntervalsMs[i] == 0 && second < rates.Length)
                rates[second] = double.NaN;
        }

        var edges = new double[rates.Length + 1];
        for (var i = 0; i < edges.Length; i++)
            edges[i] = i * SecondMs;
        return new(edges, rates);
    }

    /// <summary>
    /// One slot per beat, each with the mean of the known beats that ended in the 15 s up to its end; of fewer after the start or a break.
    /// A missing beat has no rate. A break is a beat of unknown length (0), and the missing beat that makes it more than 5 s without a
    /// known one.
    /// </summary>
    internal static RateTrack Trailing(BeatSeries beats, ReadOnlySpan<double> valuesMs)
    {
        var intervals = beats.IntervalsMs;
        var ends = beats.EndsMs;
        var edges = new double[beats.Count + 1];
        ends.CopyTo(edges.AsSpan(1));
        var rates = new double[beats.Count];
        var (oldest, count, sum, heardUntil) = (0, 0, 0L, 0.0);
        for (var i = 0; i < rates.Length; i++)
        {
            if (double.IsNaN(valuesMs[i]))
            {
                var breaks = intervals[i] == 0 || ends[i] - heardUntil > LongestUnheardMs;
                rates[i] = breaks ? Break : double.NaN;
                if (breaks)
                    (oldest, count, sum, heardUntil) = (i + 1, 0, 0, ends[i]);
                continue;
            }

            heardUntil = ends[i];
            sum += TrailingSum.Units(valuesMs[i]);
            count++;
            for (; ends[oldest] <= ends[i] - TrailingSum.WindowMs; oldest++)
            {
                if (double.IsNaN(valuesMs[oldest]))
                    continue;
                sum -= TrailingSum.Units(valuesMs[oldest]);
                count--;
            }

            rates[i] = TrailingSum.Bpm(count, sum);
        }

        return new(edges, rates);
    }

    /// <summary>
    /// Every known slot replaced by the mean of the known ones at most 7 before and 7 after it; fewer at the ends of the track. A
    /// missing slot stays missing.
    /// </summary>
    internal RateTrack Smoothed()
    {
        const int reach = SmoothingSeconds / 2;
        var smooth = new double[RatesBpm.Length];
        for (var i = 0; i < smooth.Length; i++)
        {
            var first = Math.Max(0, i - reach);
            var last = Math.Min(smooth.Length - 1, i + reach);
            smooth[i] = double.IsNaN(RatesBpm[i]) ? double.NaN : MeanOfKnown(RatesBpm.AsSpan(first, last - first + 1));
        }

        return this with { RatesBpm = smooth };
    }

    private static double MeanOfKnown(ReadOnlySpan<double> rates)
    {
        var sum = 0.0;
        var count = 0;
        foreach (var rate in rates)
        {
            if (double.IsNaN(rate))
                continue;
            sum += rate;
            count++;
        }

        return sum / count;
    }
}
