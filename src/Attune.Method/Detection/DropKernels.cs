using Attune.Method.Alliance;

namespace Attune.Method.Detection;

/// <summary>Falls from one answered session to the next, and over several. Flags are written for every session; one without a value has none.</summary>
internal static class DropKernels
{
    /// <summary>By so many own SD. Fewer than four sessions, or an own SD of 0: nothing is flagged.</summary>
    public static void OwnSd(ReadOnlySpan<double> series, Span<bool> flags, DetectionForm form, int sds)
    {
        var usual = new Usual(series, form, ChartBaseline.AllPastData);
        var last = double.NaN;
        for (var i = 0; i < series.Length; i++)
        {
            flags[i] = false;
            if (double.IsNaN(series[i]))
                continue;
            var before = usual.Baseline;
            flags[i] = before.Count >= IndividualsChart.Least && before.OwnSd > Baseline.Rounding && Baseline.IsFall(last, series[i], sds * before.OwnSd);
            usual.Add(i, flags[i]);
            last = series[i];
        }
    }

    /// <summary>By so many times the larger of own and reference SD.</summary>
    public static void StricterSd(ReadOnlySpan<double> series, Span<bool> flags, DetectionForm form, int sds, double referenceSd, ChartBaseline kind)
    {
        var usual = new Usual(series, form, kind);
        var last = double.NaN;
        for (var i = 0; i < series.Length; i++)
        {
            flags[i] = false;
            if (double.IsNaN(series[i]))
                continue;
            flags[i] = Baseline.IsFall(last, series[i], sds * usual.Baseline.LooseThresholdAgainst(referenceSd));
            usual.Add(i, flags[i]);
            last = series[i];
        }
    }

    /// <summary>By a threshold that owes nothing to the series.</summary>
    public static void Fixed(ReadOnlySpan<double> series, Span<bool> flags, double threshold)
    {
        var last = double.NaN;
        for (var i = 0; i < series.Length; i++)
        {
            flags[i] = Baseline.IsFall(last, series[i], threshold);
            if (!double.IsNaN(series[i]))
                last = series[i];
        }
    }

    /// <summary>Declines in a row that together are the loose threshold.</summary>
    public static void Erosion(ReadOnlySpan<double> series, Span<bool> flags, DetectionForm form, double referenceSd)
    {
        var usual = new Usual(series, form, ChartBaseline.AllPastData);
        var declines = new DeclineRun();
        for (var i = 0; i < series.Length; i++)
        {
            flags[i] = false;
            if (double.IsNaN(series[i]))
                continue;
            declines.Add(i, series[i]);
            flags[i] = declines.IsErosion(usual.Baseline.LooseThresholdAgainst(referenceSd));
            usual.Add(i, flags[i]);
        }
    }
}
