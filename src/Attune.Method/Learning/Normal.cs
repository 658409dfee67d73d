namespace Attune.Method.Learning;

internal static class Normal
{
    /// <summary>95% of a standard normal lie below it.</summary>
    public const double Upper95 = 1.6448536269514722;

    public static double Density(double z) => Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);

    /// <summary>Share of a standard normal below <paramref name="z"/>, to 1e-14: a series near 0, a continued fraction beyond.</summary>
    public static double Below(double z)
    {
        if (z > 0)
            return 1 - Below(-z);
        var density = Density(z);
        if (z < -3)
        {
            double fraction = 0;
            for (var k = 120; k > 0; k--)
                fraction = k / (-z + fraction);
            return density / (-z + fraction);
        }

        double term = z, sum = z;
        for (var k = 3; Math.Abs(term) > 1e-17 * Math.Abs(sum); k += 2)
            sum += term *= z * z / k;
        return .5 + density * sum;
    }
}
