namespace Attune.Signals.Artefacts;

/// <summary>Corrected beats while they are collected: as many as were recorded, give or take the missed and the extra ones.</summary>
internal sealed class MendedBeats(int expected)
{
    private double[] intervals = new double[expected];
    private double[] ends = new double[expected];
    private bool[] believed = new bool[expected];

    internal int Count { get; private set; }

    internal Span<double> IntervalsMs => intervals.AsSpan(0, Count);

    internal Span<double> EndsMs => ends.AsSpan(0, Count);

    internal Span<bool> Believed => believed.AsSpan(0, Count);

    internal ReadOnlyMemory<double> Intervals => intervals.AsMemory(0, Count);

    internal ReadOnlyMemory<double> Ends => ends.AsMemory(0, Count);

    internal ReadOnlyMemory<bool> BelievedBeats => believed.AsMemory(0, Count);

    internal void Add(double intervalMs, double endMs, bool stands)
    {
        if (Count == intervals.Length)
        {
            var room = Count + (Count / 8) + 16;
            Array.Resize(ref intervals, room);
            Array.Resize(ref ends, room);
            Array.Resize(ref believed, room);
        }

        (intervals[Count], ends[Count], believed[Count]) = (intervalMs, endMs, stands);
        Count++;
    }
}
