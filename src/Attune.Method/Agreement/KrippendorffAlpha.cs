namespace Attune.Method.Agreement;

/// <summary>
/// Agreement of any number of raters of whom some may be missing anywhere (Krippendorff, 2004). A target with fewer than two ratings says nothing
/// about agreement: it is left out, of what is expected by chance too, and counted.
/// </summary>
public static class KrippendorffAlpha
{
    /// <summary>Equal or not.</summary>
    public static AgreementFinding Nominal(RatingTable table) => Of(table, AgreementMeasure.NominalAlpha);

    /// <summary>By order alone: any rescaling that keeps the order leaves it.</summary>
    public static AgreementFinding Ordinal(RatingTable table) => Of(table, AgreementMeasure.OrdinalAlpha);

    /// <summary>By squared distance: shifting or stretching the scale leaves it.</summary>
    public static AgreementFinding Interval(RatingTable table) => Of(table, AgreementMeasure.IntervalAlpha);

    private static AgreementFinding Of(RatingTable table, AgreementMeasure measure)
    {
        ArgumentNullException.ThrowIfNull(table);
        var used = table.Pairable();
        var leftOut = table.Targets - used.Count;
        if (AgreementFinding.WhyNot(measure, used, leftOut) is { } reason)
            return reason;
        var (observed, expected) = Disagreements(used, measure);
        return new AgreementFinding.Measured(measure, used.Count, leftOut, observed, expected);
    }

    /// <summary>Of targets with two ratings or more each, of which not all are equal.</summary>
    internal static (double Observed, double Expected) Disagreements(List<double[]> used, AgreementMeasure measure)
    {
        if (measure == AgreementMeasure.OrdinalAlpha)
            used = Ranked(used);
        Func<double[], double> disagreement = measure == AgreementMeasure.NominalAlpha ? FleissKappa.UnequalPairs : SquaredPairs;
        double[] all = [.. used.SelectMany(target => target)];
        return (used.Sum(target => disagreement(target) / (target.Length - 1)) / all.Length, disagreement(all) / all.Length / (all.Length - 1));
    }

    // Sum over ordered pairs of (a - b) squared, about the mean so that a far-off scale costs no digits.
    private static double SquaredPairs(double[] ratings)
    {
        var mean = ratings.Average();
        return 2.0 * ratings.Length * ratings.Sum(x => (x - mean) * (x - mean));
    }

    // Krippendorff's ordinal distance of c and k, all ratings from c to k less half of those at either end, is the difference of their mid-ranks.
    private static List<double[]> Ranked(List<double[]> targets)
    {
        var ranks = new Dictionary<double, double>();
        var below = 0;
        foreach (var (code, count) in targets.SelectMany(target => target).CountBy(code => code).OrderBy(code => code.Key))
        {
            ranks[code] = below + (count / 2.0);
            below += count;
        }
        return targets.ConvertAll(target => Array.ConvertAll(target, code => ranks[code]));
    }
}
