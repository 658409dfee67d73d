namespace Attune.Method.Agreement;

/// <summary>
/// Quantiles of Fisher's F, for the intervals of intraclass correlations: the regularised incomplete beta function by its continued fraction
/// (Abramowitz and Stegun, 1964, 26.5.8), turned round by bisection. Degrees of freedom need not be whole.
/// </summary>
internal static class FDistribution
{
    private const double Tiny = 1e-300;

    private static readonly double[] Lanczos =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
        -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    /// <summary>
    /// The value that F stays below with probability <paramref name="p"/>, 0 &lt; p &lt; 1. Throws outside of that, and where a number of degrees of
    /// freedom is below a quarter or not finite: the value leaves the range of a double soon after.
    /// </summary>
    public static double Quantile(double p, double above, double below)
    {
        if (!(p is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(p), p, "Between 0 and 1.");
        Require(above, nameof(above));
        Require(below, nameof(below));
        // Over the log-odds of the beta variable, where both tails have room.
        var (low, high) = (-700.0, 700.0);
        for (var i = 0; i < 100; i++)
        {
            var middle = (low + high) / 2;
            if (Beta(middle, above / 2, below / 2) < p)
                low = middle;
            else
                high = middle;
        }
        return below / above * Math.Exp((low + high) / 2);
    }

    /// <summary>The probability that F stays below <paramref name="value"/>, above 0.</summary>
    public static double Probability(double value, double above, double below) => Beta(Math.Log(value * above / below), above / 2, below / 2);

    // I_x(a, b) with x given by its log-odds.
    private static double Beta(double logOdds, double a, double b)
    {
        var (x, rest) = (1 / (1 + Math.Exp(-logOdds)), 1 / (1 + Math.Exp(logOdds)));
        // ln x and ln (1 - x) without losing the small one.
        var (logX, logRest) = logOdds > 0
            ? (-Math.Log(1 + Math.Exp(-logOdds)), -logOdds - Math.Log(1 + Math.Exp(-logOdds)))
            : (logOdds - Math.Log(1 + Math.Exp(logOdds)), -Math.Log(1 + Math.Exp(logOdds)));
        var front = Math.Exp((a * logX) + (b * logRest) + LogGamma(a + b) - LogGamma(a) - LogGamma(b));
        return x < (a + 1) / (a + b + 2) ? front * Fraction(x, a, b) / a : 1 - (front * Fraction(rest, b, a) / b);
    }

    private static double Fraction(double x, double a, double b)
    {
        var (c, d) = (1.0, 1 / NotNought(1 - ((a + b) * x / (a + 1))));
        var fraction = d;
        for (var m = 1; m <= 10_000; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            (c, d) = (NotNought(1 + (even / c)), 1 / NotNought(1 + (even * d)));
            fraction *= c * d;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            (c, d) = (NotNought(1 + (odd / c)), 1 / NotNought(1 + (odd * d)));
            fraction *= c * d;
            if (Math.Abs((c * d) - 1) < 1e-16)
                break;
        }
        return fraction;
    }

    // Lanczos' approximation (1964) for z above 0, good to about 15 digits.
    private static double LogGamma(double z)
    {
        var sum = Lanczos[0];
        for (var i = 1; i < Lanczos.Length; i++)
            sum += Lanczos[i] / (z - 1 + i);
        var t = z + 6.5;
        return (0.5 * Math.Log(2 * Math.PI)) + ((z - 0.5) * Math.Log(t)) - t + Math.Log(sum);
    }

    private static double NotNought(double value) => Math.Abs(value) < Tiny ? Tiny : value;

    private static void Require(double degrees, string name)
    {
        if (!(degrees >= 0.25 && double.IsFinite(degrees)))
            throw new ArgumentOutOfRangeException(name, degrees, "At least a quarter of a degree of freedom.");
    }
}
