using Attune.Signals.RecordingFiles.Text;

namespace Attune.Signals.RecordingFiles.Binary;

/// <summary>A notification with the time at which it came.</summary>
/// <param name="Arrived">By the receiver's clock.</param>
/// <param name="Value">The bytes of characteristic 0x2A37.</param>
public readonly record struct ReceivedMeasurement(DateTimeOffset Arrived, ReadOnlyMemory<byte> Value);

/// <summary>Heart rate notifications of one strap, in the order they came, to beats on a clock: arrival is not the beat, see <see cref="Beats.BeatClock"/>.</summary>
public static class BluetoothReader
{
    /// <summary>Notifications that cannot be parsed are left out with their place. Never throws for what they hold.</summary>
    public static RecordingOutcome Read(IReadOnlyList<ReceivedMeasurement> received, RecordingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(received);
        var seen = new Understanding(RecordingFormat.BluetoothMeasurements, options ?? RecordingOptions.None);
        var (numbers, arrivals) = (new IntervalNumbers(), new List<double>());
        var (rateTimes, rates) = (new List<double>(), new List<double>());
        var lost = 0;
        for (var i = 0; i < received.Count && !numbers.IsFull; i++)
        {
            if (!HeartRateMeasurement.TryParse(received[i].Value.Span, out var measurement))
            {
                if (seen.Dropped++ == 0)
                    seen.Remark($"Notifications that could not be read were left out; the first is number {i + 1}.", i + 1);
                continue;
            }

            var at = (received[i].Arrived - DateTimeOffset.UnixEpoch).TotalMilliseconds;
            lost += measurement!.Contact is SkinContact.Lost ? 1 : 0;
            rateTimes.Add(at);
            rates.Add(measurement.RateBpm ?? 0);
            foreach (var tick in measurement.Ticks)
            {
                numbers.Add(new(tick, 0));
                arrivals.Add(at);
            }
        }

        if (lost > 0)
            seen.Remark($"Notifications in which the strap had no contact to the skin: {lost}.");
        if (numbers.CountPositive() < 2)
            return SeriesBuilding.Rates(seen, rateTimes, rates, "The strap's own rate.", start => seen.StartsAtUnix(start / 1_000));
        seen.UseUnit(IntervalUnit.Ticks1024, "The service fixes it.");
        return SeriesBuilding.Timed(
            seen, numbers, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(arrivals), TimesAre.Arrivals, 0, start => seen.StartsAtUnix(start / 1_000));
    }
}
