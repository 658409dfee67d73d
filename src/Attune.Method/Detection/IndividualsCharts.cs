using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Attune.Method.Alliance;

namespace Attune.Method.Detection;

/// <summary>
/// Whole-series individuals charts of many series at once: <see cref="DetectionCriterion.IndividualsChartThreeSigma"/> and its 2-sigma form, four numbers
/// at a time. Sums are taken in another order than one after the other, so limits agree with the plain chart to 1e-12 of the largest value, and flags with
/// it but for a value that lies as near to its limit.
/// </summary>
public static class IndividualsCharts
{
    private const double MeanRangeToSigma = IndividualsChart.MeanRangeToSigma;

    // The bytes of four flags, by the bits of a comparison; the first flag lies lowest.
    private static readonly uint[] FourFlags =
        [.. Enumerable.Range(0, 16).Select(bits => (uint)((bits & 1) | (bits & 2) << 7 | (bits & 4) << 14 | (bits & 8) << 21))];

    /// <summary>Writes the limits of each series and which sessions lie below centre less so many sigma. Allocates nothing.</summary>
    /// <param name="values">Series of equal length one after the other. NaN: no answer, stepped over; infinity is refused.</param>
    /// <param name="sessions">In each series; 1 or more.</param>
    /// <param name="limits">One for each series: NaN below four answers. No floor of sigma, as in the plain chart.</param>
    /// <param name="flags">As long as the values; what it held is overwritten.</param>
    public static void Judge(ReadOnlySpan<double> values, int sessions, int sigmas, Span<ChartLimits> limits, Span<bool> flags)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sessions, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(sigmas, 1);
        if (values.Length != (long)limits.Length * sessions)
            throw new ArgumentException($"{values.Length} values are not {limits.Length} series of {sessions} sessions.", nameof(values));
        if (flags.Length != values.Length)
            throw new ArgumentException($"{flags.Length} flags for {values.Length} sessions.", nameof(flags));
        for (var i = 0; i < limits.Length; i++)
        {
            var series = values.Slice(i * sessions, sessions);
            limits[i] = LimitsOf(series);
            Flag(series, limits[i].Centre - sigmas * limits[i].Sigma - Baseline.Rounding, flags.Slice(i * sessions, sessions));
        }
    }

    private static ChartLimits LimitsOf(ReadOnlySpan<double> series)
    {
        ref var first = ref MemoryMarshal.GetReference(series);
        var (sums, ranges) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var i = 0;
        for (; i <= series.Length - Vector256<double>.Count - 1; i += Vector256<double>.Count)
        {
            var here = Vector256.LoadUnsafe(ref first, (nuint)i);
            sums += here;
            ranges += Vector256.Abs(Vector256.LoadUnsafe(ref first, (nuint)i + 1) - here);
        }
        var (sum, range) = (Vector256.Sum(sums), Vector256.Sum(ranges));
        for (; i < series.Length; i++)
        {
            sum += series[i];
            if (i + 1 < series.Length)
                range += Math.Abs(series[i + 1] - series[i]);
        }
        if (!double.IsFinite(sum))
            return LimitsOfAnswered(series);
        return series.Length < IndividualsChart.Least ? ChartLimits.None : new ChartLimits(sum / series.Length, range / (series.Length - 1) / MeanRangeToSigma);
    }

    // Sessions without an answer are few courses' lot, and these take the plain way.
    private static ChartLimits LimitsOfAnswered(ReadOnlySpan<double> series)
    {
        RuptureDetection.CheckValues(series);
        var running = new RunningBaseline(ChartBaseline.AllPastData);
        foreach (var value in series)
        {
            if (!double.IsNaN(value))
                running.Add(value, isFlagged: false);
        }
        return IndividualsChart.Of(running.Current, ChartBaseline.AllPastData) is { } chart ? new ChartLimits(chart.Centre, chart.Sigma) : ChartLimits.None;
    }

    // NaN on either side is not below.
    private static void Flag(ReadOnlySpan<double> series, double limit, Span<bool> flags)
    {
        ref var first = ref MemoryMarshal.GetReference(series);
        var limits = Vector256.Create(limit);
        var bytes = MemoryMarshal.AsBytes(flags);
        var i = 0;
        for (; i <= series.Length - Vector256<double>.Count; i += Vector256<double>.Count)
        {
            var below = Vector256.LessThan(Vector256.LoadUnsafe(ref first, (nuint)i), limits).ExtractMostSignificantBits();
            BinaryPrimitives.WriteUInt32LittleEndian(bytes[i..], FourFlags[below]);
        }
        for (; i < series.Length; i++)
            flags[i] = series[i] < limit;
    }
}

/// <summary>Of an individuals chart, in the unit of the series: centre and sigma (mean moving range over 1.128). NaN: too few answers.</summary>
public readonly record struct ChartLimits(double Centre, double Sigma)
{
    internal static ChartLimits None => new(double.NaN, double.NaN);

    /// <summary>Centre less 3 sigma.</summary>
    public double Lower => Centre - IndividualsChart.StrictSigmas * Sigma;

    /// <summary>Centre and 3 sigma.</summary>
    public double Upper => Centre + IndividualsChart.StrictSigmas * Sigma;
}
