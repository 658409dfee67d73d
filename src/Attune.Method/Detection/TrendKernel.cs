namespace Attune.Method.Detection;

/// <summary>What lies below a person's own trend. Flags are written for every session; one without a value has none.</summary>
internal static class TrendKernel
{
    public static void Flag(ReadOnlySpan<double> series, Span<bool> flags, DetectionForm form)
    {
        var trend = new OwnTrend();
        if (form == DetectionForm.SoFar)
        {
            for (var i = 0; i < series.Length; i++)
            {
                flags[i] = !double.IsNaN(series[i]) && trend.IsNextBelow(series[i]);
                if (!double.IsNaN(series[i]))
                    trend.Add(series[i]);
            }
            return;
        }
        foreach (var value in series)
        {
            if (!double.IsNaN(value))
                trend.Add(value);
        }
        var line = trend.Line();
        var at = 0;
        for (var i = 0; i < series.Length; i++)
            flags[i] = !double.IsNaN(series[i]) && trend.IsBelow(line, at++, series[i]);
    }
}
