using Attune.Signals.Artefacts;
using Attune.Signals.Beats;

namespace Attune.Signals.Synchrony;

/// <summary>Series at even steps of time: made from beats, smoothed, freed of a line. NaN = missing.</summary>
public static class RegularSeries
{
    /// <summary>
    /// Heart rate in bpm at <paramref name="from"/> + k / <paramref name="samplesPerSecond"/> on the recording's clock, so that hearts can be laid on
    /// one clock. Each beat's rate stands at its end, with straight lines between. NaN before the first beat's end, from the last one's on
    /// and where one of the two beats is missing or outside 300-2000 ms: gaps are cut, never drawn over. No allocation.
    /// </summary>
    public static void Rates(CorrectedBeats beats, TimeSpan from, double samplesPerSecond, Span<double> bpm)
    {
        ArgumentNullException.ThrowIfNull(beats);
        if (!(samplesPerSecond > 0 && double.IsFinite(samplesPerSecond)))
            throw new ArgumentOutOfRangeException(nameof(samplesPerSecond), samplesPerSecond, "Some samples a second are needed.");
        var intervals = beats.IntervalsMs;
        var ends = beats.EndsMs;
        var beat = 0;
        for (var k = 0; k < bpm.Length; k++)
        {
            var at = from.TotalMilliseconds + (k * 1_000 / samplesPerSecond);
            while (beat < ends.Length && ends[beat] <= at)
                beat++;
            if (beat == 0 || beat == ends.Length || !ArtefactRules.IsInRange(intervals[beat - 1]) || !ArtefactRules.IsInRange(intervals[beat]))
            {
                bpm[k] = double.NaN;
                continue;
            }

            var share = (at - ends[beat - 1]) / (ends[beat] - ends[beat - 1]);
            bpm[k] = BeatSeries.MillisecondsPerMinute * (((1 - share) / intervals[beat - 1]) + (share / intervals[beat]));
        }
    }

    /// <summary>
    /// Moving sum by the length of the window in samples, as rMEA smooths: each place takes floor(w) samples, from ceil((w - 1) / 2) before it on,
    /// and divides by w = <paramref name="windowSamples"/> (at least 1) even where w is no whole number and at the ends, where what lies outside adds
    /// nothing. A missing sample makes all that take it missing.
    /// </summary>
    public static void Smooth(ReadOnlySpan<double> series, double windowSamples, Span<double> smoothed)
    {
        if (!(windowSamples is >= 1 and <= 1 << 20))
            throw new ArgumentOutOfRangeException(nameof(windowSamples), windowSamples, "A window holds at least a sample.");
        if (smoothed.Length != series.Length)
            throw new ArgumentException("The result has the length of the series.", nameof(smoothed));
        var (taken, before) = ((int)windowSamples, (int)Math.Ceiling((windowSamples - 1) / 2));
        var (sum, missing) = (0.0, 0);
        for (var i = 0; i < series.Length + before; i++)
        {
            // What comes in for place i - (taken - 1 - before), and what goes.
            if (i < series.Length)
                Count(series[i], 1, ref sum, ref missing);
            var gone = i - taken;
            if (gone >= 0 && gone < series.Length)
                Count(series[gone], -1, ref sum, ref missing);
            var place = i - (taken - 1 - before);
            if (place >= 0 && place < series.Length)
                smoothed[place] = missing > 0 ? double.NaN : sum / windowSamples;
        }
    }

    /// <summary>Takes the least-squares line off, missing samples left out. Fewer than two samples become 0.</summary>
    public static void Detrend(Span<double> series)
    {
        var (count, places, values) = (0.0, 0.0, 0.0);
        for (var i = 0; i < series.Length; i++)
        {
            if (!double.IsNaN(series[i]))
                (count, places, values) = (count + 1, places + i, values + series[i]);
        }

        if (count == 0)
            return;
        var (middle, mean, squares, products) = (places / count, values / count, 0.0, 0.0);
        for (var i = 0; i < series.Length; i++)
        {
            if (!double.IsNaN(series[i]))
                (squares, products) = (squares + ((i - middle) * (i - middle)), products + ((i - middle) * (series[i] - mean)));
        }

        var slope = squares > 0 ? products / squares : 0;
        for (var i = 0; i < series.Length; i++)
            series[i] -= mean + (slope * (i - middle));
    }

    private static void Count(double value, int sign, ref double sum, ref int missing)
    {
        if (double.IsNaN(value))
            missing += sign;
        else
            sum += sign * value;
    }
}
