namespace Attune.Method.Anticipation.Forecasting;

internal static class Medians
{
    /// <summary>Of an even number the mean of the two in the middle. There is at least one.</summary>
    public static double Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
