namespace Attune.Signals.Variability;

/// <summary>
/// Number of intervals by the height of their histogram (Task Force, 1996). It grows with the number of intervals and depends on the bins,
/// so both are named with every result.
/// </summary>
public static class TriangularIndex
{
    /// <summary>Width of a bin in ms: 1/128 s, as the Task Force has it.</summary>
    public const double TaskForceBinMs = 1_000.0 / 128;

    private const int MostBins = 4_096;

    /// <summary>
    /// Bins are [first + k width, first + (k + 1) width), in ms; hrv-analysis takes 8 from 300. Gaps and what lies below the first edge or
    /// 4,096 bins above it are in no bin, but are counted among the intervals when positive and finite. NaN when nothing is in a bin.
    /// </summary>
    public static double Of(ReadOnlySpan<double> intervalsMs, double binMs = TaskForceBinMs, double firstEdgeMs = 0)
    {
        Span<int> bins = stackalloc int[MostBins];
        bins.Clear();
        var (count, highest) = (0, 0);
        foreach (var interval in intervalsMs)
        {
            if (!(interval > 0 && double.IsFinite(interval)))
                continue;
            count++;
            var place = (interval - firstEdgeMs) / binMs;
            if (place is >= 0 and < MostBins)
                highest = Math.Max(highest, ++bins[(int)place]);
        }

        return highest == 0 ? double.NaN : (double)count / highest;
    }
}
