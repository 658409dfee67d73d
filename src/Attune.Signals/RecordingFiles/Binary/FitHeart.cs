using System.Runtime.InteropServices;
using Attune.Signals.Beats;
using Attune.Signals.RecordingFiles.Text;

namespace Attune.Signals.RecordingFiles.Binary;

/// <summary>
/// What FIT messages say about the heart: rates in records (20), beat intervals in hrv (78; s × 1000, without a time: they ended before the next timestamp in the stream), beat times in hr (132;
/// 1/1024 s, packed into 12 bits), the timer's stops in events (21).
/// </summary>
internal sealed class FitHeart
{
    private const double EpochUnixMs = 631_065_600_000;
    private const uint FirstDate = 0x1000_0000;
    private const byte Timestamp = 253;
    private const int LowestTwelve = 0xFFF;

    private readonly List<double> rateTimes = [];
    private readonly List<double> rates = [];
    private readonly IntervalNumbers intervals = new();
    private readonly List<double> arrivals = [];
    private readonly List<double> eventTimes = [];
    private readonly List<(double Ms, string Text)> timer = [];
    private uint time;
    private long? lastEvent;
    private double eventOffsetMs = double.NaN;
    private int waiting;

    /// <summary>Nothing of a chained file before counts for the next.</summary>
    internal void BeginFile() => (time, lastEvent) = (0, null);

    internal void Take(FitDefinition definition, ReadOnlySpan<byte> message, int? compressedTime)
    {
        var stamped = definition.Number(message, Timestamp) is { } stamp ? stamp : compressedTime is { } offset && time != 0 ? Unpacked(offset) : (uint?)null;
        if (stamped is { } now and > 0)
            SetTime(now);
        switch (definition.Global)
        {
            case 20 when definition.Number(message, 3) is { } rate && stamped is { } at && rates.Count < IntervalNumbers.Most:
                rateTimes.Add(Ms(at));
                rates.Add(rate);
                break;
            case 21 when definition.Number(message, 0) == 0 && definition.Number(message, 1) is { } kind and (0 or 1 or 4) && stamped is { } at && timer.Count < IntervalNumbers.Most:
                timer.Add((Ms(at), kind == 0 ? "timer started" : "timer stopped"));
                break;
            case 78:
                TakeIntervals(definition, definition.Bytes(message, 0));
                break;
            case 132:
                TakeEvents(definition, message, stamped);
                break;
        }
    }

    internal RecordingOutcome Build(Understanding seen, long length)
    {
        seen.Remark(eventTimes.Count + intervals.Count > 0 ? "FIT file with single beats." : "FIT file.");
        var outcome = intervals.CountPositive() >= 2 ? FromIntervals(seen) : eventTimes.Count >= 3 ? FromEvents(seen) : null;
        if (outcome is not null)
            return outcome;
        if (rates.Count < 2 && (seen.WasCut || seen.IsDamaged))
            return Refusals.Damaged("FIT", $"of its {length} bytes those that could be read hold {rates.Count} heart rates and {intervals.Count + eventTimes.Count} beats", null, length);
        return FromRates(seen);
    }

    private void SetTime(uint now)
    {
        time = now;
        for (; waiting > 0; waiting--)
            arrivals[^waiting] = Ms(now);
    }

    private uint Unpacked(int offset)
    {
        var full = (time & ~0x1Fu) + (uint)offset;
        return offset < (time & 0x1F) ? full + 0x20 : full;
    }

    private static double Ms(uint seconds) => EpochUnixMs + (seconds * 1_000.0);

    private void TakeIntervals(FitDefinition definition, ReadOnlySpan<byte> values)
    {
        for (; values.Length >= 2 && !intervals.IsFull; values = values[2..])
        {
            var value = definition.Short(values);
            if (value is ushort.MaxValue or 0)
                continue;
            intervals.Add(new(value, 0));
            // It ended before the next time in the stream, and may have ended long after the last: smart recording leaves seconds out.
            arrivals.Add(Ms(time));
            waiting++;
        }
    }

    private void TakeEvents(FitDefinition definition, ReadOnlySpan<byte> message, uint? stamped)
    {
        if (definition.Number(message, 9) is { } full)
        {
            // A counter that starts anew has its own relation to the clock; within one the first decides.
            if (lastEvent is null && stamped is { } at)
                eventOffsetMs = Ms(at) + ((definition.Number(message, 0) ?? 0) / 32.768) - (full * 1_000.0 / 1_024);
            AddEvent(full);
        }

        if (lastEvent is not { } last)
            return;
        for (var packed = definition.Bytes(message, 10); packed.Length >= 3; packed = packed[3..])
        {
            AddEvent(last = Later(last, packed[0] | ((packed[1] & 0x0F) << 8)));
            AddEvent(last = Later(last, (packed[1] >> 4) | (packed[2] << 4)));
        }
    }

    private static long Later(long last, int low) => (last & ~(long)LowestTwelve) + low + (low < (last & LowestTwelve) ? LowestTwelve + 1 : 0);

    private void AddEvent(long ticks)
    {
        var ms = (double.IsNaN(eventOffsetMs) ? 0 : eventOffsetMs) + (ticks * 1_000.0 / 1_024);
        if (eventTimes.Count < IntervalNumbers.Most && (eventTimes.Count == 0 || ms > eventTimes[^1]))
            eventTimes.Add(ms);
        lastEvent = ticks;
    }

    private RecordingOutcome? FromIntervals(Understanding seen)
    {
        seen.UseUnit(IntervalUnit.Milliseconds, "The format fixes it.");
        var ms = intervals.ToMs(IntervalUnit.Milliseconds);
        if (arrivals.Min() < EpochUnixMs + 1 || arrivals.Max() - arrivals.Min() > BeatSeries.LongestDuration.TotalMilliseconds / 3)
            return SeriesBuilding.Intervals(seen, intervals);
        var anchored = BeatClock.ByArrivals(ms, CollectionsMarshal.AsSpan(arrivals));
        seen.Take(anchored);
        return WithRates(seen, anchored.Beats, anchored.StartMs);
    }

    private RecordingOutcome FromEvents(Understanding seen)
    {
        seen.UseUnit(IntervalUnit.Ticks1024, "The format fixes it.");
        var start = eventTimes[0];
        if (!(eventTimes[^1] - start <= BeatSeries.LongestDuration.TotalMilliseconds))
            return Refusals.TooLong();
        var differences = new double[eventTimes.Count - 1];
        for (var i = 0; i < differences.Length; i++)
            differences[i] = Math.Round(eventTimes[i + 1] - eventTimes[i], 6);
        return WithRates(seen, BeatSeries.FromIntervals(differences), start);
    }

    private RecordingOutcome WithRates(Understanding seen, BeatSeries beats, double startMs)
    {
        var zero = startMs;
        if (rates.Count >= 2 && rateTimes[0] >= EpochUnixMs && Math.Abs(rateTimes[0] - startMs) < BeatSeries.LongestDuration.TotalMilliseconds / 3)
        {
            zero = Math.Min(startMs, rateTimes[0]);
            if (SeriesBuilding.Rates(new(RecordingFormat.Fit, seen.Options), rateTimes, rates, "The device's own rate.", static _ => { }) is RecordingOutcome.Read { Content: RecordingContent.Rate { Series: var series } })
                seen.Beside.Add(new RecordingContent.Rate(series with { TimesMs = [.. series.TimesMs.Select(at => at + rateTimes[0] - zero)] }));
        }

        Began(seen, zero);
        return seen.Beats(beats.After(startMs - zero));
    }

    private RecordingOutcome FromRates(Understanding seen) =>
        SeriesBuilding.Rates(seen, rateTimes, rates, "The device's own rate.", start => Began(seen, start));

    private void Began(Understanding seen, double zeroMs)
    {
        if (zeroMs >= Ms(FirstDate))
            seen.StartsAtUnix(zeroMs / 1_000);
        else
            seen.Remark("The device had no date when it began; times count from the first sample.");
        foreach (var (ms, text) in timer)
        {
            if (Math.Abs(ms - zeroMs) < BeatSeries.LongestDuration.TotalMilliseconds)
                seen.Marks.Add(new(BeatSeries.FromMs(ms - zeroMs), null, text));
        }
    }
}
