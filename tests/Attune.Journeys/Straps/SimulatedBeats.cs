namespace Attune.Journeys.Straps;

/// <summary>One message per beat, each of another length than its neighbours: one that is lost, doubled or moved is seen.</summary>
internal sealed class SimulatedBeats(double bpm = 75)
{
    private int _told;

    /// <summary>Goes on where the last ones ended.</summary>
    public byte[][] Next(int beats) => [.. Enumerable.Range(0, beats).Select(_ => HeartRateMessage.Of(Interval()))];

    /// <summary>As many as fill this long.</summary>
    public byte[][] Next(TimeSpan during)
    {
        var messages = new List<byte[]>();
        for (double left = during.TotalMilliseconds; left > 0;)
        {
            var interval = Interval();
            messages.Add(HeartRateMessage.Of(interval));
            left -= interval;
        }

        return [.. messages];
    }

    // 97 lengths, 1 ms apart, in an order in which none is near the one before.
    private double Interval() => (60_000 / bpm) + (((_told++ * 37) % 97) - 48);
}
