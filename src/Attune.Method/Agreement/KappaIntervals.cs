namespace Attune.Method.Agreement;

/// <summary>Large-sample intervals of the kappas. With few targets (below some thirty) they are rough, and rougher near 1.</summary>
public static class KappaIntervals
{
    /// <summary>
    /// Of Cohen's kappa, unweighted or weighted; null where the coefficient does not exist. Throws for a measure that is no kappa of two raters, for a table
    /// that has not two, and for a confidence outside 0 to 1.
    /// </summary>
    public static AgreementInterval? Cohen(RatingTable table, AgreementMeasure measure, double confidence = 0.95)
    {
        AgreementInterval.RequireConfidence(confidence);
        var finding = measure switch
        {
            AgreementMeasure.CohensKappa => CohensKappa.Unweighted(table),
            AgreementMeasure.LinearWeightedKappa => CohensKappa.LinearWeighted(table),
            AgreementMeasure.QuadraticWeightedKappa => CohensKappa.QuadraticWeighted(table),
            _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "A kappa of two raters."),
        };
        if (finding is not AgreementFinding.Measured measured)
            return null;
        var pairs = table.WithRatings(2);
        var toSecond = MeanDisagreement(measure, [.. pairs.Select(pair => pair[1])]);
        var toFirst = MeanDisagreement(measure, [.. pairs.Select(pair => pair[0])]);
        // How much each pair moves kappa = 1 - observed / expected; the sum of squares is the variance of Fleiss, Cohen and Everitt.
        var squares = pairs.Sum(pair =>
        {
            var observed = (Disagreement(measure, pair[0], pair[1]) - measured.Observed) / measured.Expected;
            var expected = (toSecond(pair[0]) + toFirst(pair[1]) - 2 * measured.Expected) * measured.Observed / (measured.Expected * measured.Expected);
            return (expected - observed) * (expected - observed);
        });
        return AgreementInterval.LargeSample(AgreementIntervalVariant.FleissCohenEveritt, measured.Value, Math.Sqrt(squares) / pairs.Count, confidence);
    }

    /// <summary>Of Fleiss' kappa; null where it does not exist. Throws as <see cref="FleissKappa.Of"/> does, and for a confidence outside 0 to 1.</summary>
    public static AgreementInterval? Fleiss(RatingTable table, int? ratingsPerTarget = null, double confidence = 0.95)
    {
        AgreementInterval.RequireConfidence(confidence);
        if (FleissKappa.Of(table, ratingsPerTarget) is not AgreementFinding.Measured measured)
            return null;
        var count = ratingsPerTarget ?? table.Raters;
        var used = table.WithRatings(count);
        var all = (double)used.Count * count;
        var shares = used.SelectMany(target => target).CountBy(code => code).ToDictionary(code => code.Key, code => code.Value / all);
        var squares = used.Sum(target =>
        {
            var observed = (FleissKappa.UnequalPairs(target) / count / (count - 1) - measured.Observed) / measured.Expected;
            var alike = target.Average(code => shares[code]) - (1 - measured.Expected);
            var expected = -2 * alike * measured.Observed / (measured.Expected * measured.Expected);
            return (expected - observed) * (expected - observed);
        });
        var standardError = Math.Sqrt(squares / used.Count / (used.Count - 1));
        return AgreementInterval.LargeSample(AgreementIntervalVariant.Linearised, measured.Value, standardError, confidence);
    }

    private static double Disagreement(AgreementMeasure measure, double one, double other) => measure switch
    {
        AgreementMeasure.LinearWeightedKappa => Math.Abs(one - other),
        AgreementMeasure.QuadraticWeightedKappa => (one - other) * (one - other),
        _ => one == other ? 0 : 1,
    };

    // The mean disagreement of a code with all of the other rater's, each distinct code once.
    private static Func<double, double> MeanDisagreement(AgreementMeasure measure, double[] others)
    {
        if (measure == AgreementMeasure.QuadraticWeightedKappa)
        {
            var mean = others.Average();
            var variance = others.Average(code => (code - mean) * (code - mean));
            return code => variance + (code - mean) * (code - mean);
        }

        var counts = others.CountBy(code => code).ToArray();
        var known = new Dictionary<double, double>();
        return code =>
        {
            if (!known.TryGetValue(code, out var mean))
                known[code] = mean = counts.Sum(other => other.Value * Disagreement(measure, code, other.Key)) / others.Length;
            return mean;
        };
    }
}
