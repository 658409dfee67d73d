namespace Attune.Signals;

/// <summary>Sums in the order of the values, so that the same values give the same bits.</summary>
internal static class Averages
{
    /// <summary>0 without values.</summary>
    internal static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        return sum;
    }

    /// <summary>NaN without values.</summary>
    internal static double Mean(ReadOnlySpan<double> values) => Sum(values) / values.Length;

    /// <summary>Mean of the two in the middle where there are two. Sorts the values; there is at least one.</summary>
    internal static double Median(Span<double> values)
    {
        values.Sort();
        var middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
