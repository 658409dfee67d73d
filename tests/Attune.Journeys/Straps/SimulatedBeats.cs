using Attune.Signals.Simulation;

namespace Attune.Journeys.Straps;

/// <summary>One message per beat, each of another length than its neighbours: one that is lost, doubled or moved is seen.</summary>
internal sealed class SimulatedBeats(Func<int, double> intervalOf)
{
    public SimulatedBeats(double bpm) : this(number => Told(bpm, number))
    {
    }

    /// <summary>A heart that goes up and down; past its end the last beat comes again.</summary>
    public static SimulatedBeats Of(HeartCourse course, ulong seed)
    {
        var intervals = SimulatedHeart.Record(course, seed).Beats.IntervalsMs.ToArray();
        return new(number => intervals[Math.Min(number, intervals.Length - 1)]);
    }

    private int _told;
    private double _open;

    /// <summary>Goes on where the last ones ended.</summary>
    public byte[][] Next(int beats) => [.. Enumerable.Range(0, beats).Select(_ => HeartRateMessage.Of(intervalOf(_told++)))];

    /// <summary>Those that end while this much more time passes.</summary>
    public byte[][] Next(TimeSpan passes)
    {
        _open += passes.TotalMilliseconds;
        var messages = new List<byte[]>();
        while (_open >= intervalOf(_told))
        {
            _open -= intervalOf(_told);
            messages.AddRange(Next(1));
        }

        return [.. messages];
    }

    // 97 lengths, 1 ms apart, in an order in which none is near the one before.
    private static double Told(double bpm, int number) => (60_000 / bpm) + ((number * 37 % 97) - 48);
}
