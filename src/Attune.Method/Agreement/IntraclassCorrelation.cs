namespace Attune.Method.Agreement;

/// <summary>
/// Intraclass correlations of complete targets by raters, all six forms (Shrout and Fleiss, 1979), with the intervals of McGraw and Wong (1996) by
/// quantiles of F; the agreement forms' by Satterthwaite's degrees of freedom.
/// </summary>
public static class IntraclassCorrelation
{
    // Of the variance of all ratings; below it a mean square is what binary fractions leave over.
    private const double Rounding = 1e-20;

    // The same of a denominator, whose terms may take each other away down to their last digits.
    private const double Cancelled = 1e-12;

    // Below it quantiles of F leave the range of a double.
    private const double FewestDegrees = 0.25;

    /// <summary>
    /// Targets of which a rating is missing are left out and counted. <paramref name="confidence"/> of the interval, between 0 and 1; throws outside
    /// of that and for a form outside its set.
    /// </summary>
    public static IntraclassFinding Of(RatingTable table, IntraclassForm form, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (!Enum.IsDefined(form))
            throw new ArgumentOutOfRangeException(nameof(form), form, "Not a form of the intraclass correlation.");
        if (!(confidence is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "Between 0 and 1.");
        var used = table.Raters < 2 ? [] : table.WithRatings(table.Raters);
        var leftOut = table.Targets - used.Count;
        if (WhyNot(used) is { } reason)
            return new IntraclassFinding.CannotTell(form, used.Count, leftOut, reason);
        var variance = VarianceOf(used);
        var (above, below) = Fraction(form, variance, used.Count, table.Raters);
        if (below <= Cancelled * (variance.BetweenTargets + variance.WithinTargets))
            return new IntraclassFinding.CannotTell(form, used.Count, leftOut, NoAgreementReason.TargetsDifferTooLittle);
        var value = above / below;
        var interval = IntervalOf(form, variance, used.Count, table.Raters, confidence);
        return new IntraclassFinding.Measured(form, used.Count, leftOut, value, variance, interval);
    }

    private static NoAgreementReason? WhyNot(List<double[]> used) => used switch
    {
        [] => NoAgreementReason.NothingRatedTwice,
        [_] => NoAgreementReason.OneTarget,
        _ when AgreementFinding.AllEqual(used) => NoAgreementReason.OneValueOnly,
        _ => null,
    };

    // Each sum of squares is summed as such, not got by taking one from another: that keeps small ones.
    private static RatingVariance VarianceOf(List<double[]> targets)
    {
        var (n, k) = (targets.Count, targets[0].Length);
        var means = targets.ConvertAll(target => target.Average());
        double[] raters = [.. Enumerable.Range(0, k).Select(rater => targets.Average(target => target[rater]))];
        var grand = means.Average();
        var (within, residual) = (0.0, 0.0);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < k; j++)
            {
                within += Square(targets[i][j] - means[i]);
                residual += Square(targets[i][j] - means[i] - raters[j] + grand);
            }
        }
        var between = k * means.Sum(mean => Square(mean - grand));
        var (most, ofRaters) = (between + within, n * raters.Sum(mean => Square(mean - grand)));
        return new RatingVariance(
            Kept(between, most) / (n - 1),
            Kept(within, most) / (n * (k - 1.0)),
            Kept(ofRaters, most) / (k - 1),
            Kept(residual, most) / ((n - 1.0) * (k - 1)));
    }

    private static double Kept(double sum, double most) => sum <= Rounding * most ? 0 : sum;

    private static double Square(double value) => value * value;

    private static (double Above, double Below) Fraction(IntraclassForm form, RatingVariance of, int n, int k)
    {
        var (b, w, j, e) = (of.BetweenTargets, of.WithinTargets, of.BetweenRaters, of.Residual);
        return form switch
        {
            IntraclassForm.OneWaySingle => (b - w, b + ((k - 1) * w)),
            IntraclassForm.AgreementSingle => (b - e, b + ((k - 1) * e) + (k * (j - e) / n)),
            IntraclassForm.ConsistencySingle => (b - e, b + ((k - 1) * e)),
            IntraclassForm.OneWayAverage => (b - w, b),
            IntraclassForm.AgreementAverage => (b - e, b + ((j - e) / n)),
            _ => (b - e, b),
        };
    }

    private static IntraclassInterval? IntervalOf(IntraclassForm form, RatingVariance of, int n, int k, double confidence)
    {
        var single = form switch
        {
            IntraclassForm.OneWaySingle or IntraclassForm.OneWayAverage =>
                OfRatio(of.BetweenTargets, of.WithinTargets, n - 1, n * (k - 1.0), k, confidence),
            IntraclassForm.ConsistencySingle or IntraclassForm.ConsistencyAverage =>
                OfRatio(of.BetweenTargets, of.Residual, n - 1, (n - 1.0) * (k - 1), k, confidence),
            _ => OfAgreement(of, n, k, confidence),
        };
        return single is null || form is IntraclassForm.OneWaySingle or IntraclassForm.AgreementSingle or IntraclassForm.ConsistencySingle
            ? single
            : new IntraclassInterval(OfAverage(single.Lower, k), OfAverage(single.Upper, k), confidence);
    }

    private static IntraclassInterval OfRatio(double between, double error, double degrees, double errorDegrees, int k, double confidence)
    {
        if (error == 0)
            return new IntraclassInterval(1, 1, confidence);
        var upperTail = (1 + confidence) / 2;
        var lower = between / error / FDistribution.Quantile(upperTail, degrees, errorDegrees);
        var upper = between / error * FDistribution.Quantile(upperTail, errorDegrees, degrees);
        return new IntraclassInterval((lower - 1) / (lower + k - 1), (upper - 1) / (upper + k - 1), confidence);
    }

    private static IntraclassInterval? OfAgreement(RatingVariance of, int n, int k, double confidence)
    {
        var (b, j, e) = (of.BetweenTargets, of.BetweenRaters, of.Residual);
        if (j == 0 && e == 0)
            return new IntraclassInterval(1, 1, confidence);
        var (above, below) = Fraction(IntraclassForm.AgreementSingle, of, n, k);
        var single = above / below;
        var ofRaters = k * single * j;
        var ofResidual = ((n * (1 - single)) + (k * single * (n - 1))) * e;
        var degrees = Square(ofRaters + ofResidual) / ((Square(ofRaters) / (k - 1)) + (Square(ofResidual) / ((n - 1.0) * (k - 1))));
        if (!(degrees >= FewestDegrees))
            return null;
        var rest = (k * j) + ((((double)k * n) - k - n) * e);
        var low = FDistribution.Quantile((1 + confidence) / 2, n - 1, degrees);
        var high = FDistribution.Quantile((1 + confidence) / 2, degrees, n - 1);
        return new IntraclassInterval(n * (b - (low * e)) / ((low * rest) + (n * b)), n * ((high * b) - e) / (rest + (n * high * b)), confidence);
    }

    // Spearman (1910) and Brown (1910): the same as McGraw and Wong's own formulas for averages.
    private static double OfAverage(double single, int k) =>
        1 + ((k - 1) * single) is var below && below > 0 ? k * single / below : double.NegativeInfinity;
}
