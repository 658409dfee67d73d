using Attune.Signals.RecordingFiles.Tables;
using Attune.Signals.RecordingFiles.Text;

namespace Attune.Signals.RecordingFiles.Plain;

/// <summary>A column that may be a clock: written dates and times, or numbers that go on as the beats do, in s or ms. A running number is none.</summary>
internal sealed class ColumnClock(RecordingOptions options)
{
    // Half again or two thirds of the beats' step still is their clock (our proposal); 1000 times is another unit.
    private const double LargestRatio = 1.5;

    private readonly List<double> times = [];
    private Timestamp? first;
    private bool broken;

    /// <summary>The first date, where it could be read in two ways and nobody chose.</summary>
    internal DateTime? NeedsDateOrder => !broken && options.DateOrder is null && first is { OrderMatters: true } stamp ? stamp.Clock : null;

    internal void Add(ReadOnlySpan<byte> cell, bool decimalComma)
    {
        if (broken)
            return;
        if ((first is not null || times.Count == 0) && Timestamps.TryParse(cell, options.DateOrder, out var stamp))
        {
            first ??= stamp;
            times.Add(stamp.ClockMs);
        }
        else if (first is null && IntervalTable.TryNumber(cell, decimalComma, out var number))
        {
            times.Add(number.ToDouble());
        }
        else
        {
            broken = true;
        }
    }

    /// <summary>A time in ms beside every interval; null when the column is no clock.</summary>
    internal double[]? Resolve(double[] intervalsMs)
    {
        if (broken || times.Count != intervalsMs.Length || times.Count < 3)
            return null;
        if (first is not null)
            return [.. times];
        var steps = times.Skip(1).Zip(times, (later, earlier) => later - earlier).Order().ToArray();
        var (step, interval) = (steps[steps.Length / 2], intervalsMs.Order().ElementAt(intervalsMs.Length / 2));
        if (steps[0] == steps[^1] || !(interval > 0))
            return null;
        double? scale = IsNear(step / interval) ? 1 : IsNear(step * 1_000 / interval) ? 1_000 : null;
        return scale is { } factor ? [.. times.Select(time => time * factor)] : null;
    }

    internal void StartAt(Understanding seen, double startMs)
    {
        if (first is { } stamp)
            seen.StartsAt(DateTime.UnixEpoch.AddTicks((long)Math.Round(startMs * TimeSpan.TicksPerMillisecond)), stamp.Offset);
        else if (startMs > 1e12)
            seen.StartsAtUnix(startMs / 1_000);
    }

    private static bool IsNear(double ratio) => ratio is > 1 / LargestRatio and < LargestRatio;
}
