namespace Attune.Method.Alliance;

/// <summary>
/// The strict drop (engineering 7; method's facts 1.4): a fall since the form before of at least 2 SD, where SD is the larger of the person's own over
/// the earlier forms that were not flagged, and the reference within-person SD. Causal: no later form changes what was said of an earlier one.
/// </summary>
public static class StrictDropRule
{
    /// <summary>Reference within-person SD on the 1-7 scale [our proposal].</summary>
    public const double ReferenceSd = 0.5;

    /// <summary>What the rule says at each answered form.</summary>
    /// <param name="Threshold">How far a fall has to go; positive.</param>
    /// <param name="Level">Mean of the earlier forms that were not flagged; NaN at the first form.</param>
    public readonly record struct Verdict(bool Flagged, double Threshold, double Level);

    /// <summary>Verdicts on composites in order, answered forms only. The first form is never flagged: there is nothing that it fell from.</summary>
    public static Verdict[] Over(ReadOnlySpan<double> composites)
    {
        var verdicts = new Verdict[composites.Length];
        var kept = new List<double>(composites.Length);
        for (var i = 0; i < composites.Length; i++)
        {
            var threshold = 2 * Math.Max(SampleSd(kept), ReferenceSd);
            // Ratings come in thirds: a fall of exactly the threshold must not be lost to the last binary digit.
            var flagged = i > 0 && composites[i] - composites[i - 1] <= -threshold + 1e-9;
            verdicts[i] = new Verdict(flagged, threshold, kept.Count == 0 ? double.NaN : kept.Average());
            if (!flagged)
                kept.Add(composites[i]);
        }

        return verdicts;
    }

    /// <summary>Sample SD (n - 1); 0 below two values, so that the reference decides.</summary>
    private static double SampleSd(List<double> values)
    {
        if (values.Count < 2)
            return 0;
        var mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
    }
}
