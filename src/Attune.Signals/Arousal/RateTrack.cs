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

    /// <summary>One slot per beat, which ends at <paramref name="endsMs"/>. <paramref name="valuesMs"/>: its interval, NaN = missing.</summary>
    internal static RateTrack PerBeat(ReadOnlySpan<double> endsMs, ReadOnlySpan<double> valuesMs)
    {
        var edges = new double[endsMs.Length + 1];
        endsMs.CopyTo(edges.AsSpan(1));
        var rates = new double[endsMs.Length];
        for (var i = 0; i < rates.Length; i++)
            rates[i] = BeatSeries.MillisecondsPerMinute / valuesMs[i];
        return new(edges, rates);
    }

    /// <summary>
    /// One slot per second that was recorded to its end; second t holds the rate of the beat that covers the moment t. A beat of
    /// unknown length (it ends where the one before ended) makes the second that it falls into missing.
    /// </summary>
    internal static RateTrack PerSecond(ReadOnlySpan<double> endsMs, ReadOnlySpan<double> valuesMs)
    {
        var rates = new double[endsMs.IsEmpty ? 0 : (int)Math.Floor(endsMs[^1] / SecondMs)];
        var beat = 0;
        for (var second = 0; second < rates.Length; second++)
        {
            while (endsMs[beat] <= second * SecondMs)
                beat++;
            rates[second] = BeatSeries.MillisecondsPerMinute / valuesMs[beat];
        }

        for (var i = 0; i < endsMs.Length; i++)
        {
            var second = (int)(endsMs[i] / SecondMs);
            if (endsMs[i] == (i == 0 ? 0 : endsMs[i - 1]) && second < rates.Length)
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
    internal static RateTrack Trailing(ReadOnlySpan<double> endsMs, ReadOnlySpan<double> valuesMs)
    {
        var edges = new double[endsMs.Length + 1];
        endsMs.CopyTo(edges.AsSpan(1));
        var rates = new double[endsMs.Length];
        var (oldest, count, sum, heardUntil) = (0, 0, 0L, 0.0);
        for (var i = 0; i < rates.Length; i++)
        {
            if (double.IsNaN(valuesMs[i]))
            {
                var breaks = edges[i + 1] == edges[i] || endsMs[i] - heardUntil > LongestUnheardMs;
                rates[i] = breaks ? Break : double.NaN;
                if (breaks)
                    (oldest, count, sum, heardUntil) = (i + 1, 0, 0, endsMs[i]);
                continue;
            }

            heardUntil = endsMs[i];
            sum += TrailingSum.Units(valuesMs[i]);
            count++;
            for (; endsMs[oldest] <= endsMs[i] - TrailingSum.WindowMs; oldest++)
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
