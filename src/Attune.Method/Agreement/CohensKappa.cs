namespace Attune.Method.Agreement;

/// <summary>
/// Agreement of two raters who are told apart, each with an own habit of using the codes (Cohen, 1960; weighted: Cohen, 1968). Targets that one of
/// the two did not rate are left out and counted. Each throws where the table has not two raters.
/// </summary>
public static class CohensKappa
{
    /// <summary>Equal or not.</summary>
    public static AgreementFinding Unweighted(RatingTable table) => Of(table, AgreementMeasure.CohensKappa);

    /// <summary>Disagreement grows with the distance of the two codes as numbers.</summary>
    public static AgreementFinding LinearWeighted(RatingTable table) => Of(table, AgreementMeasure.LinearWeightedKappa);

    /// <summary>Disagreement grows with the square of the distance.</summary>
    public static AgreementFinding QuadraticWeighted(RatingTable table) => Of(table, AgreementMeasure.QuadraticWeightedKappa);

    private static AgreementFinding Of(RatingTable table, AgreementMeasure measure)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Raters != 2)
            throw new ArgumentException($"Cohen's kappa compares two raters, not {table.Raters}.", nameof(table));
        var used = table.WithRatings(2);
        var leftOut = table.Targets - used.Count;
        if (AgreementFinding.WhyNot(measure, used, leftOut) is { } reason)
            return reason;
        var (first, second) = (used.ConvertAll(target => target[0]), used.ConvertAll(target => target[1]));
        var (observed, expected) = measure switch
        {
            AgreementMeasure.LinearWeightedKappa => (MeanOf(used, static (a, b) => Math.Abs(a - b)), ExpectedDistance(first, second)),
            AgreementMeasure.QuadraticWeightedKappa => (MeanOf(used, static (a, b) => (a - b) * (a - b)), ExpectedSquare(first, second)),
            _ => (MeanOf(used, static (a, b) => a == b ? 0 : 1), ExpectedDifference(first, second)),
        };
        return new AgreementFinding.Measured(measure, used.Count, leftOut, observed, expected);
    }

    private static double MeanOf(List<double[]> targets, Func<double, double, double> disagreement) =>
        targets.Sum(target => disagreement(target[0], target[1])) / targets.Count;

    // Every rating of the first beside every one of the second, without writing the pairs out.
    private static double ExpectedDifference(List<double> first, List<double> second)
    {
        var seconds = second.CountBy(code => code).ToDictionary();
        var alike = first.CountBy(code => code).Sum(code => (double)code.Value * seconds.GetValueOrDefault(code.Key));
        return 1 - (alike / ((double)first.Count * second.Count));
    }

    private static double ExpectedDistance(List<double> first, List<double> second)
    {
        first.Sort();
        second.Sort();
        double[] steps = [.. first.Concat(second).Distinct().Order()];
        var (sum, i, j) = (0.0, 0, 0);
        for (var step = 0; step + 1 < steps.Length; step++)
        {
            while (i < first.Count && first[i] <= steps[step])
                i++;
            while (j < second.Count && second[j] <= steps[step])
                j++;
            var pairsAcross = ((double)i * (second.Count - j)) + ((double)j * (first.Count - i));
            sum += pairsAcross * (steps[step + 1] - steps[step]);
        }
        return sum / ((double)first.Count * second.Count);
    }

    private static double ExpectedSquare(List<double> first, List<double> second)
    {
        var (mean, otherMean) = (first.Average(), second.Average());
        return first.Average(x => (x - mean) * (x - mean)) + second.Average(x => (x - otherMean) * (x - otherMean))
            + ((mean - otherMean) * (mean - otherMean));
    }
}
