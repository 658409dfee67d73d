using System.Collections.Immutable;

namespace Attune.Method.Learning;

/// <summary>Nodes and weights for the mean over a standard normal: exact for polynomials up to degree 2n - 1. Weights add up to 1.</summary>
internal sealed class GaussHermite
{
    private GaussHermite(ImmutableArray<double> nodes, ImmutableArray<double> weights) => (Nodes, Weights) = (nodes, weights);

    /// <summary>Rising.</summary>
    public ImmutableArray<double> Nodes { get; }

    public ImmutableArray<double> Weights { get; }

    /// <summary>With <paramref name="n"/> nodes, 1 to 100. Roots of the normalised Hermite function by Newton's method, each told from those found by dividing them out.</summary>
    public static GaussHermite Of(int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(n, 100);
        var (nodes, weights) = (new double[n], new double[n]);
        // The roots lie apart by pi / sqrt(2 n) or more: a walk from 0 meets each of them between two signs.
        List<double> positive = [];
        var step = .2 / Math.Sqrt(n);
        for (var x = step / 2; positive.Count < n / 2; x += step)
        {
            if (Math.Sign(Hermite(n, x).Value) != Math.Sign(Hermite(n, x + step).Value))
                positive.Add(Root(n, x, x + step));
        }

        for (var i = 0; i < positive.Count; i++)
        {
            nodes[n / 2 - 1 - i] = -positive[i];
            nodes[n - n / 2 + i] = positive[i];
        }

        for (var i = 0; i < n; i++)
        {
            var (_, slope) = Hermite(n, nodes[i]);
            weights[i] = 1 / (slope * slope);
        }

        return new GaussHermite([.. nodes], [.. weights]);
    }

    private static double Root(int n, double low, double high)
    {
        var sign = Math.Sign(Hermite(n, low).Value);
        while (true)
        {
            var middle = low + (high - low) / 2;
            if (middle <= low || middle >= high)
                return middle;
            if (Math.Sign(Hermite(n, middle).Value) == sign)
                low = middle;
            else
                high = middle;
        }
    }

    // He_n / sqrt(n!) and its slope, sqrt(n) He_(n-1) / sqrt((n-1)!).
    private static (double Value, double Slope) Hermite(int n, double x)
    {
        double before = 0, value = 1;
        for (var k = 0; k < n; k++)
            (before, value) = (value, (x * value - Math.Sqrt(k) * before) / Math.Sqrt(k + 1));
        return (value, Math.Sqrt(n) * before);
    }
}
