using System.Numerics;
using System.Runtime.InteropServices;

namespace Attune.Signals.Artefacts;

/// <summary>
/// The values of a sliding window, kept in order, for quantiles at a cost that does not grow with sorting: where a value stands is
/// counted over the whole window at once, and only the values between the leaving and the coming one are shifted. No allocation.
/// </summary>
internal ref struct SortedWindow
{
    private readonly Span<double> sorted;
    private int count;

    /// <summary><paramref name="room"/>: see <see cref="RoomFor"/>. The window starts empty.</summary>
    internal SortedWindow(Span<double> room)
    {
        sorted = room;
        // What is free lies above every value, so that counting needs no end.
        sorted.Fill(double.PositiveInfinity);
    }

    /// <summary>Places that a window of <paramref name="width"/> values wants: whole vectors, of the widest there are.</summary>
    internal static int RoomFor(int width) => (width + 7) / 8 * 8;

    internal void Add(double value)
    {
        var at = CountBelow(value);
        sorted[at..count].CopyTo(sorted[(at + 1)..]);
        sorted[at] = value;
        count++;
    }

    /// <summary>Takes out a value that is in the window.</summary>
    internal void Remove(double value)
    {
        var at = CountBelow(value);
        sorted[(at + 1)..count].CopyTo(sorted[at..]);
        count--;
        sorted[count] = double.PositiveInfinity;
    }

    /// <summary>One value out, one in.</summary>
    internal readonly void Replace(double leaving, double coming)
    {
        var (old, young) = (new Vector<double>(leaving), new Vector<double>(coming));
        var (belowOut, belowIn) = (Vector<long>.Zero, Vector<long>.Zero);
        foreach (var values in MemoryMarshal.Cast<double, Vector<double>>(sorted))
        {
            belowOut -= Vector.LessThan(values, old);
            belowIn -= Vector.LessThan(values, young);
        }

        var (from, to) = ((int)Vector.Sum(belowOut), (int)Vector.Sum(belowIn));
        if (to > from)
        {
            to--;
            sorted[(from + 1)..(to + 1)].CopyTo(sorted[from..]);
        }
        else
        {
            sorted[to..from].CopyTo(sorted[(to + 1)..]);
        }

        sorted[to] = coming;
    }

    /// <summary>Linear quantile (type 7 of Hyndman and Fan) of a window that holds a value at least; <paramref name="share"/> in [0, 1].</summary>
    internal readonly double Quantile(double share)
    {
        var place = (count - 1) * share;
        var below = (int)place;
        var part = place - below;
        return part == 0 ? sorted[below] : sorted[below] + (part * (sorted[below + 1] - sorted[below]));
    }

    private readonly int CountBelow(double value)
    {
        var wanted = new Vector<double>(value);
        var below = Vector<long>.Zero;
        foreach (var values in MemoryMarshal.Cast<double, Vector<double>>(sorted))
            below -= Vector.LessThan(values, wanted);
        return (int)Vector.Sum(below);
    }
}
