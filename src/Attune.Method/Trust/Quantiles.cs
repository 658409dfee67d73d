using Attune.Method.Agreement;

namespace Attune.Method.Trust;

/// <summary>Values that are not exceeded with a given probability.</summary>
public static class Quantiles
{
    private const double CentralHalf = 0.425;

    private static readonly double[] Central =
    [
        2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4, 4.5921953931549871457e4, 1.3731693765509461125e4, 1.9715909503065514427e3,
        1.3314166789178437745e2, 3.3871328727963666080,
    ];

    private static readonly double[] CentralBelow =
    [
        5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4, 2.1213794301586595867e4, 5.3941960214247511077e3, 6.8718700749205790830e2,
        4.2313330701600911252e1, 1,
    ];

    private static readonly double[] Tail =
    [
        7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258, 3.64784832476320460504, 5.76949722146069140550,
        4.63033784615654529590, 1.42343711074968357734,
    ];

    private static readonly double[] TailBelow =
    [
        1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940,
        2.05319162663775882187, 1,
    ];

    private static readonly double[] FarTail =
    [
        2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580,
        5.46378491116411436990, 6.65790464350110377720,
    ];

    private static readonly double[] FarTailBelow =
    [
        2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4, 1.48753612908506148525e-2, 1.36929880922735805310e-1,
        5.99832206555887937690e-1, 1,
    ];

    /// <summary>Of the standard normal (Wichura, 1988, AS 241), to about 15 digits. Throws unless 0 &lt; p &lt; 1.</summary>
    public static double Normal(double p)
    {
        Require(p);
        var fromMiddle = p - 0.5;
        if (Math.Abs(fromMiddle) <= CentralHalf)
        {
            var place = CentralHalf * CentralHalf - fromMiddle * fromMiddle;
            return fromMiddle * Polynomial(Central, place) / Polynomial(CentralBelow, place);
        }

        var far = Math.Sqrt(-Math.Log(fromMiddle < 0 ? p : 1 - p));
        var value = far <= 5 ? Polynomial(Tail, far - 1.6) / Polynomial(TailBelow, far - 1.6) : Polynomial(FarTail, far - 5) / Polynomial(FarTailBelow, far - 5);
        return fromMiddle < 0 ? -value : value;
    }

    /// <summary>Of the Beta distribution, 0 to 1, by way of F. Throws unless 0 &lt; p &lt; 1 and both parts are at least one eighth.</summary>
    public static double Beta(double p, double alpha, double beta)
    {
        Require(p);
        var odds = alpha / beta * FDistribution.Quantile(p, 2 * alpha, 2 * beta);
        return double.IsPositiveInfinity(odds) ? 1 : odds / (1 + odds);
    }

    // Highest power first.
    private static double Polynomial(double[] factors, double x)
    {
        var sum = 0.0;
        foreach (var factor in factors)
            sum = sum * x + factor;
        return sum;
    }

    private static void Require(double p)
    {
        if (!(p is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(p), p, "Between 0 and 1.");
    }
}
