using System.Buffers;
using Attune.Method.Alliance;

namespace Attune.Method.Detection;

/// <summary>Flags where a lower regime probably began. Flags are written for every session; one without a value has none.</summary>
internal static class ChangePointKernel
{
    /// <summary>Answered sessions within which it began.</summary>
    public const int Recent = 3;

    /// <summary>From here on it is flagged.</summary>
    public const double Bound = 0.5;

    private const int OnTheStack = 64;

    public static void Flag(ReadOnlySpan<double> series, Span<bool> flags, DetectionReference reference)
    {
        if (series.Length <= OnTheStack)
        {
            Flag(series, flags, reference, stackalloc double[RegimeFilter.RoomFor(OnTheStack)]);
            return;
        }
        var lent = ArrayPool<double>.Shared.Rent(RegimeFilter.RoomFor(series.Length));
        try
        {
            Flag(series, flags, reference, lent);
        }
        finally
        {
            // They are made of a person's answers.
            ArrayPool<double>.Shared.Return(lent, clearArray: true);
        }
    }

    private static void Flag(ReadOnlySpan<double> series, Span<bool> flags, DetectionReference reference, Span<double> room)
    {
        flags.Clear();
        var first = 0;
        while (first < series.Length && double.IsNaN(series[first]))
            first++;
        if (first == series.Length)
            return;
        var filter = new RegimeFilter(reference, series[first], room, series.Length - first);
        for (var i = first; i < series.Length; i++)
        {
            if (double.IsNaN(series[i]))
                continue;
            filter.Add(series[i]);
            flags[i] = filter.LowerWithin(Recent) >= Bound - Baseline.Rounding;
        }
    }
}
