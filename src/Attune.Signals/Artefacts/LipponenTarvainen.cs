using System.Buffers;

namespace Attune.Signals.Artefacts;

/// <summary>
/// Artefacts by thresholds that follow the recording's own variability (Lipponen &amp; Tarvainen, 2019), with the choices that public code
/// bases share: the first difference is the mean of the others, quartiles are linear, windows are cut short at the ends, and the
/// neighbours of the first and last beats are mirrored. Looks 45 beats ahead: for whole recordings only.
/// </summary>
/// <remarks>
/// Successive differences and deviations from the running median are divided by 5.2 times the quartile deviation of the 91 values around
/// them. Where that deviation is 0 (equal beats throughout) any departure is outside.
/// </remarks>
public static class LipponenTarvainen
{
    /// <summary>Beats in the window of the quartiles, centred: 91.</summary>
    public const int QuartileWindow = 91;

    /// <summary>Beats in the window of the running median, centred: 11.</summary>
    public const int MedianWindow = 11;

    /// <summary>Quartile deviations that make the threshold: 5.2.</summary>
    public const double Alpha = 5.2;

    /// <summary>Slope of the border of the ectopic area: .13.</summary>
    public const double C1 = 0.13;

    /// <summary>Distance of that border: .17.</summary>
    public const double C2 = 0.17;

    // A beat this many thresholds from the running median is long or short whatever its neighbours do.
    private const double FarFromMedian = 3;

    /// <summary>
    /// One pass: a class for every interval in ms, and how many are not normal. Class i speaks of the beat that ends interval i. The last two
    /// cannot be judged and are normal, so below three all are. Throws for values that are not finite (gaps are cut before) and for
    /// another length. Uses rented memory only.
    /// </summary>
    public static int Classify(ReadOnlySpan<double> intervalsMs, Span<BeatClass> classes)
    {
        if (intervalsMs.Length != classes.Length)
            throw new ArgumentException($"There are {intervalsMs.Length} intervals and {classes.Length} classes.", nameof(classes));
        classes.Clear();
        var n = intervalsMs.Length;
        if (n < 3)
            return RequireFinite(intervalsMs);

        var rented = ArrayPool<double>.Shared.Rent(4 * n);
        var steps = rented.AsSpan(0, n);
        var deviations = rented.AsSpan(n, n);
        var medians = rented.AsSpan(2 * n, n);
        var thresholds = rented.AsSpan(3 * n, n);
        try
        {
            Differences(intervalsMs, steps);
            Thresholds(steps, thresholds);
            Divide(steps, thresholds);
            Medians(intervalsMs, medians);
            for (var i = 0; i < n; i++)
            {
                var deviation = intervalsMs[i] - medians[i];
                deviations[i] = deviation < 0 ? 2 * deviation : deviation;
            }

            Thresholds(deviations, thresholds);
            Divide(deviations, thresholds);
            return new Scaled(intervalsMs, steps, deviations, medians, thresholds).Walk(classes);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    private static int RequireFinite(ReadOnlySpan<double> intervals)
    {
        foreach (var interval in intervals)
        {
            if (!double.IsFinite(interval))
                throw new ArgumentException("An interval is not a finite length of time: gaps are cut before.", nameof(intervals));
        }

        return 0;
    }

    private static void Differences(ReadOnlySpan<double> intervals, Span<double> steps)
    {
        RequireFinite(intervals);
        for (var i = 1; i < intervals.Length; i++)
            steps[i] = intervals[i] - intervals[i - 1];
        // The mean of successive differences is the way from the first to the last, shared out.
        steps[0] = (intervals[^1] - intervals[0]) / (intervals.Length - 1);
    }

    private static void Divide(Span<double> values, ReadOnlySpan<double> by)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] /= by[i];
    }

    private static void Thresholds(ReadOnlySpan<double> values, Span<double> thresholds)
    {
        const int reach = QuartileWindow / 2;
        Span<double> room = stackalloc double[SortedWindow.RoomFor(QuartileWindow)];
        var window = new SortedWindow(room);
        for (var i = 0; i < Math.Min(reach, values.Length); i++)
            window.Add(Math.Abs(values[i]));
        for (var i = 0; i < values.Length; i++)
        {
            Slide(ref window, i - reach - 1 >= 0 ? Math.Abs(values[i - reach - 1]) : double.NaN, i + reach < values.Length ? Math.Abs(values[i + reach]) : double.NaN);
            thresholds[i] = Alpha * (window.Quantile(0.75) - window.Quantile(0.25)) / 2;
        }
    }

    private static void Medians(ReadOnlySpan<double> values, Span<double> medians)
    {
        const int reach = MedianWindow / 2;
        Span<double> room = stackalloc double[SortedWindow.RoomFor(MedianWindow)];
        var window = new SortedWindow(room);
        for (var i = 0; i < Math.Min(reach, values.Length); i++)
            window.Add(values[i]);
        for (var i = 0; i < values.Length; i++)
        {
            Slide(ref window, i - reach - 1 >= 0 ? values[i - reach - 1] : double.NaN, i + reach < values.Length ? values[i + reach] : double.NaN);
            medians[i] = window.Quantile(0.5);
        }
    }

    // NaN: nothing leaves at the start, nothing comes at the end.
    private static void Slide(ref SortedWindow window, double leaving, double coming)
    {
        if (!double.IsNaN(leaving) && !double.IsNaN(coming))
            window.Replace(leaving, coming);
        else if (!double.IsNaN(coming))
            window.Add(coming);
        else if (!double.IsNaN(leaving))
            window.Remove(leaving);
    }

    /// <summary>The series in units of its own thresholds; <paramref name="thresholds"/> and <paramref name="medians"/> in ms.</summary>
    private readonly ref struct Scaled(
        ReadOnlySpan<double> intervals,
        ReadOnlySpan<double> steps,
        ReadOnlySpan<double> deviations,
        ReadOnlySpan<double> medians,
        ReadOnlySpan<double> thresholds)
    {
        private readonly ReadOnlySpan<double> intervals = intervals;
        private readonly ReadOnlySpan<double> steps = steps;
        private readonly ReadOnlySpan<double> deviations = deviations;
        private readonly ReadOnlySpan<double> medians = medians;
        private readonly ReadOnlySpan<double> thresholds = thresholds;

        internal int Walk(Span<BeatClass> classes)
        {
            var found = 0;
            for (var i = 0; i < steps.Length - 2;)
            {
                if (Math.Abs(steps[i]) <= 1)
                {
                    i++;
                }
                else if (IsEctopic(i))
                {
                    classes[i++] = BeatClass.Ectopic;
                    found++;
                }
                else
                {
                    // A neighbour that was tested with its beat is not walked again.
                    for (var last = Math.Abs(steps[i + 1]) < Math.Abs(steps[i + 2]) ? i + 1 : i; i <= last; i++)
                    {
                        classes[i] = LongOrShort(i);
                        found += classes[i] is BeatClass.Normal ? 0 : 1;
                    }
                }
            }

            return found;
        }

        private double StepAt(int i)
        {
            var mirrored = i < 0 ? -i : i;
            return steps[mirrored < steps.Length ? mirrored : (2 * (steps.Length - 1)) - mirrored];
        }

        private bool IsEctopic(int i)
        {
            var (step, before, after) = (steps[i], StepAt(i - 1), StepAt(i + 1));
            return (step > 1 && Math.Max(before, after) < (-C1 * step) - C2)
                || (step < -1 && Math.Min(before, after) > (-C1 * step) + C2);
        }

        private BeatClass LongOrShort(int i)
        {
            var (step, next, second) = (steps[i], StepAt(i + 1), StepAt(i + 2));
            var (isLong, isShort) = (step > 1 && Math.Min(next, second) < -1, step < -1 && Math.Max(next, second) > 1);
            if (!isLong && !isShort && !(Math.Abs(deviations[i]) > FarFromMedian))
                return BeatClass.Normal;
            if (isShort && Math.Abs(intervals[i] + intervals[i + 1] - medians[i]) < thresholds[i])
                return BeatClass.Extra;
            if (isLong && Math.Abs((intervals[i] / 2) - medians[i]) < thresholds[i])
                return BeatClass.Missed;
            return isLong || (!isShort && deviations[i] > 0) ? BeatClass.Long : BeatClass.Short;
        }
    }
}
