using System.Numerics;

namespace Attune.Signals.Variability;

/// <summary>
/// Sample entropy (Richman &amp; Moorman, 2000): -ln of the share of pairs of runs of m intervals alike that stay alike with one more. Runs
/// never match themselves; the last run of m has no successor and is left out of both counts.
/// </summary>
public static class SampleEntropy
{
    /// <summary>Length of the compared runs, m: 2.</summary>
    public const int Length = 2;

    /// <summary>Tolerance in SDs of the series: .2.</summary>
    public const double ToleranceShare = 0.2;

    /// <summary>
    /// In nats; alike = no pair of values further apart than <paramref name="toleranceMs"/>, inside. A gap (NaN) matches nothing, so no run
    /// reaches across it. NaN when no pair of runs matches in m or in m + 1 values, so below m + 2 intervals. Takes the time of n squared.
    /// </summary>
    public static double Of(ReadOnlySpan<double> intervalsMs, double toleranceMs)
    {
        var runs = intervalsMs.Length - Length;
        var (alike, staying) = (0L, 0L);
        for (var lag = 1; lag < runs; lag++)
            Count(intervalsMs, intervalsMs[lag..], runs - lag, toleranceMs, ref alike, ref staying);
        return alike > 0 && staying > 0 ? -Math.Log((double)staying / alike) : double.NaN;
    }

    private static void Count(ReadOnlySpan<double> one, ReadOnlySpan<double> other, int pairs, double tolerance, ref long alike, ref long staying)
    {
        var limit = new Vector<double>(tolerance);
        var (same, still) = (Vector<long>.Zero, Vector<long>.Zero);
        var i = 0;
        for (; i <= pairs - Vector<double>.Count; i += Vector<double>.Count)
        {
            var both = Near(one, other, i, limit) & Near(one, other, i + 1, limit);
            same -= both;
            still -= both & Near(one, other, i + 2, limit);
        }

        alike += Vector.Sum(same);
        staying += Vector.Sum(still);
        for (; i < pairs; i++)
        {
            if (!(Math.Abs(one[i] - other[i]) <= tolerance && Math.Abs(one[i + 1] - other[i + 1]) <= tolerance))
                continue;
            alike++;
            staying += Math.Abs(one[i + 2] - other[i + 2]) <= tolerance ? 1 : 0;
        }
    }

    private static Vector<long> Near(ReadOnlySpan<double> one, ReadOnlySpan<double> other, int at, Vector<double> limit) =>
        Vector.LessThanOrEqual(Vector.Abs(new Vector<double>(one[at..]) - new Vector<double>(other[at..])), limit);
}
