namespace Attune.Method.Agreement;

/// <summary>
/// Agreement of any number of raters who are not told apart, nominal codes (Fleiss, 1971). For two raters it is Scott's pi and not Cohen's kappa:
/// chance follows from the codes of all together.
/// </summary>
public static class FleissKappa
{
    /// <summary>
    /// <paramref name="ratingsPerTarget"/>: how many ratings each target has, by whomever (null: one of each rater). Targets with another number are
    /// left out and counted. Throws where it is below 2 or above the raters; a table of one rater has nothing rated twice.
    /// </summary>
    public static AgreementFinding Of(RatingTable table, int? ratingsPerTarget = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (ratingsPerTarget is { } asked && (asked < 2 || asked > table.Raters))
            throw new ArgumentOutOfRangeException(nameof(ratingsPerTarget), asked, $"From 2 ratings to the table's {table.Raters}.");
        const AgreementMeasure Measure = AgreementMeasure.FleissKappa;
        var count = ratingsPerTarget ?? table.Raters;
        var used = count < 2 ? [] : table.WithRatings(count);
        var leftOut = table.Targets - used.Count;
        if (AgreementFinding.WhyNot(Measure, used, leftOut) is { } reason)
            return reason;
        var observed = used.Sum(UnequalPairs) / used.Count / count / (count - 1);
        var all = (double)used.Count * count;
        var expected = 1 - used.SelectMany(target => target).CountBy(code => code).Sum(code => code.Value / all * (code.Value / all));
        return new AgreementFinding.Measured(Measure, used.Count, leftOut, observed, expected);
    }

    /// <summary>Ordered pairs of one target's ratings that differ.</summary>
    internal static double UnequalPairs(double[] target) =>
        ((double)target.Length * target.Length) - target.CountBy(code => code).Sum(code => (double)code.Value * code.Value);
}
