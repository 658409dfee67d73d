namespace Attune.Journeys.Straps;

/// <summary>One message per beat, each of another length than its neighbours: one that is lost, doubled or moved is seen.</summary>
internal sealed class SimulatedBeats(double bpm = 75)
{
    private int _told;
    private double _open;

    /// <summary>Goes on where the last ones ended.</summary>
    public byte[][] Next(int beats) => [.. Enumerable.Range(0, beats).Select(_ => HeartRateMessage.Of(Interval(_told++)))];

    /// <summary>Those that end while this much more time passes.</summary>
    public byte[][] Next(TimeSpan passes)
    {
        _open += passes.TotalMilliseconds;
        var messages = new List<byte[]>();
        while (_open >= Interval(_told))
        {
            _open -= Interval(_told);
            messages.AddRange(Next(1));
        }

        return [.. messages];
    }

    // 97 lengths, 1 ms apart, in an order in which none is near the one before.
    private double Interval(int number) => (60_000 / bpm) + ((number * 37 % 97) - 48);
}
