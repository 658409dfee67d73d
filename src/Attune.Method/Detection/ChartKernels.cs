using System.Buffers;
using System.Numerics;
using Attune.Method.Alliance;

namespace Attune.Method.Detection;

/// <summary>What is judged by the individuals chart. Flags are written for every session; one without a value, or before a chart can judge, has none.</summary>
internal static class ChartKernels
{
    private const int OnTheStack = 256;
    private const double CusumSlack = 0.5;
    private const double EwmaWeight = 0.2;
    private const double EwmaSigmas = 3;

    public static void MeanRange(ReadOnlySpan<double> series, Span<bool> flags, DetectionForm form, int sigmas, ChartBaseline kind) =>
        Chart(series, flags, new Usual(series, form, kind), sigmas);

    public static void MedianRange(ReadOnlySpan<double> series, Span<bool> flags, DetectionForm form, int sigmas, ChartBaseline kind)
    {
        if (series.Length <= OnTheStack)
        {
            Chart(series, flags, new Usual(series, form, kind, stackalloc double[OnTheStack]), sigmas);
            return;
        }
        var lent = ArrayPool<double>.Shared.Rent(series.Length);
        try
        {
            Chart(series, flags, new Usual(series, form, kind, lent), sigmas);
        }
        finally
        {
            // They are made of a person's answers.
            ArrayPool<double>.Shared.Return(lent, clearArray: true);
        }
    }

    /// <summary>So many of the last so many answered sessions beyond so many sigma, this one among them.</summary>
    /// <param name="of">At most 32.</param>
    public static void Run(ReadOnlySpan<double> series, Span<bool> flags, DetectionForm form, int needed, int of, int sigmas)
    {
        var usual = new Usual(series, form, ChartBaseline.AllPastData);
        var window = uint.MaxValue >> (32 - of);
        var beyond = 0u;
        for (var i = 0; i < series.Length; i++)
        {
            flags[i] = false;
            if (double.IsNaN(series[i]))
                continue;
            var isBeyond = usual.Chart is { } chart && chart.IsBelow(series[i], sigmas);
            beyond = ((beyond << 1) | (isBeyond ? 1u : 0u)) & window;
            flags[i] = isBeyond && BitOperations.PopCount(beyond) >= needed;
            usual.Add(i, flags[i]);
        }
    }

    /// <param name="alarm">In sigma; above it is flagged.</param>
    public static void Cusum(ReadOnlySpan<double> series, Span<bool> flags, DetectionForm form, double alarm)
    {
        var usual = new Usual(series, form, ChartBaseline.AllPastData);
        var sum = 0.0;
        for (var i = 0; i < series.Length; i++)
        {
            flags[i] = false;
            if (double.IsNaN(series[i]))
                continue;
            if (usual.Chart is { } chart)
            {
                sum = Math.Max(0, sum + (chart.Centre - series[i]) / Floored(chart) - CusumSlack);
                flags[i] = sum > alarm + Baseline.Rounding;
            }
            usual.Add(i, flags[i]);
        }
    }

    public static void Ewma(ReadOnlySpan<double> series, Span<bool> flags, DetectionForm form)
    {
        var usual = new Usual(series, form, ChartBaseline.AllPastData);
        var (average, forgotten) = (0.0, 1.0);
        for (var i = 0; i < series.Length; i++)
        {
            flags[i] = false;
            if (double.IsNaN(series[i]))
                continue;
            if (usual.Chart is { } chart)
            {
                average += EwmaWeight * (series[i] - chart.Centre - average);
                forgotten *= (1 - EwmaWeight) * (1 - EwmaWeight);
                var sigma = Floored(chart) * Math.Sqrt(EwmaWeight / (2 - EwmaWeight) * (1 - forgotten));
                flags[i] = average < -EwmaSigmas * sigma - Baseline.Rounding;
            }
            usual.Add(i, flags[i]);
        }
    }

    private static void Chart(ReadOnlySpan<double> series, Span<bool> flags, Usual usual, int sigmas)
    {
        for (var i = 0; i < series.Length; i++)
        {
            flags[i] = false;
            if (double.IsNaN(series[i]))
                continue;
            flags[i] = usual.Chart is { } chart && chart.IsBelow(series[i], sigmas);
            usual.Add(i, flags[i]);
        }
    }

    private static double Floored(IndividualsChart chart) => Math.Max(IndividualsChart.LeastSigma, chart.Sigma);
}
