using System.Buffers;

namespace Attune.Signals.Variability;

/// <summary>
/// Beat intervals at even steps of time: interval i stands at the moment when its beat ends; the first such moment is sample 0, and samples
/// lie before the last. Intervals in ms, positive and finite: gaps are cut before.
/// </summary>
internal static class Resampling
{
    /// <summary>How many samples <see cref="Resample"/> gives: 0 below two beats, for a spline below four.</summary>
    internal static int Count(ReadOnlySpan<double> intervals, double samplesPerSecond, IntervalInterpolation interpolation)
    {
        if (intervals.Length < (interpolation is IntervalInterpolation.CubicSpline ? 4 : 2))
            return 0;
        var lasts = 0.0;
        foreach (var interval in intervals[1..])
            lasts += interval;
        return (int)Math.Ceiling(lasts / 1_000 * samplesPerSecond);
    }

    internal static void Resample(ReadOnlySpan<double> intervals, double samplesPerSecond, IntervalInterpolation interpolation, Span<double> samples)
    {
        var rented = ArrayPool<double>.Shared.Rent(3 * intervals.Length);
        try
        {
            var bends = rented.AsSpan(0, intervals.Length);
            bends.Clear();
            if (interpolation is IntervalInterpolation.CubicSpline)
                Bends(intervals, bends, rented.AsSpan(intervals.Length, intervals.Length), rented.AsSpan(2 * intervals.Length, intervals.Length));
            Evaluate(intervals, bends, 1_000 / samplesPerSecond, samples);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    // Second derivatives at the beats. The step to beat i is interval i itself. Not-a-knot: the third derivative goes on through the second
    // and the last but one, which takes the two end unknowns out of the tridiagonal system.
    private static void Bends(ReadOnlySpan<double> y, Span<double> bends, Span<double> diagonal, Span<double> above)
    {
        var last = y.Length - 1;
        var first = y[1] / y[2];
        var final = y[last] / y[last - 1];
        for (var i = 1; i < last; i++)
        {
            var (before, after) = (y[i], y[i + 1]);
            var (low, middle, high) = (before, 2 * (before + after), after);
            if (i == 1)
                (middle, high) = (middle + (before * (1 + first)), high - (before * first));
            var right = 6 * (((y[i + 1] - y[i]) / after) - ((y[i] - y[i - 1]) / before));
            if (i == last - 1)
                (low, middle) = (low - (after * final), middle + (after * (1 + final)));
            if (i > 1)
            {
                var share = low / diagonal[i - 1];
                middle -= share * above[i - 1];
                right -= share * bends[i - 1];
            }

            (diagonal[i], above[i], bends[i]) = (middle, high, right);
        }

        bends[last - 1] /= diagonal[last - 1];
        for (var i = last - 2; i >= 1; i--)
            bends[i] = (bends[i] - (above[i] * bends[i + 1])) / diagonal[i];
        bends[0] = bends[1] + (first * (bends[1] - bends[2]));
        bends[last] = bends[last - 1] + (final * (bends[last - 1] - bends[last - 2]));
    }

    private static void Evaluate(ReadOnlySpan<double> y, ReadOnlySpan<double> bends, double stepMs, Span<double> samples)
    {
        var (beat, from) = (1, 0.0);
        for (var k = 0; k < samples.Length; k++)
        {
            var at = k * stepMs;
            while (beat < y.Length - 1 && at >= from + y[beat])
                from += y[beat++];
            var width = y[beat];
            var right = (at - from) / width;
            var left = 1 - right;
            samples[k] = (left * y[beat - 1]) + (right * y[beat])
                + (((((left * left) - 1) * left * bends[beat - 1]) + (((right * right) - 1) * right * bends[beat])) * width * width / 6);
        }
    }
}
