namespace Attune.Method.Alliance;

/// <summary>
/// The lower limit of an individuals control chart (I-MR; Lipner et al., 2022, for the alliance): centre less k sigma, sigma being the mean moving
/// range over 1.128 (d2 for two; method-facts 1.2). In points of the 1 to 7 scale. A value <em>below</em> the limit is flagged, one on it is not.
/// </summary>
internal readonly record struct IndividualsChart(double Centre, double Sigma)
{
    /// <summary>The strict chart's k.</summary>
    public const int StrictSigmas = 3;

    /// <summary>The loose chart's k.</summary>
    public const int LooseSigmas = 2;

    /// <summary>The fewest sessions in the baseline that a chart judges by (our proposal).</summary>
    public const int Least = 4;

    /// <summary>A person whose answers hardly vary is not flagged for a third of a point (our proposal).</summary>
    public const double LeastSigma = 0.3;

    internal const double MeanRangeToSigma = 1.128;

    private const double MedianRangeToSigma = 0.954;

    /// <summary>Null: too few sessions to judge by.</summary>
    public static IndividualsChart? Of(Baseline before, ChartBaseline kind) => Of(before, before.MeanMovingRange / MeanRangeToSigma, kind);

    /// <summary>The same from the median moving range, over .954 (method-facts 1.2): one dip does not widen it. Null: too few sessions to judge by.</summary>
    public static IndividualsChart? OfMedian(Baseline before, double medianMovingRange, ChartBaseline kind) =>
        Of(before, medianMovingRange / MedianRangeToSigma, kind);

    private static IndividualsChart? Of(Baseline before, double sigma, ChartBaseline kind)
    {
        if (before.Count < Least)
            return null;
        return new IndividualsChart(before.Mean!.Value, kind == ChartBaseline.AllPastData ? sigma : Math.Max(LeastSigma, sigma));
    }

    public double LowerLimit(int sigmas) => Centre - sigmas * Sigma;

    public bool IsBelow(double value, int sigmas) => value < LowerLimit(sigmas) - Baseline.Rounding;
}
