namespace Attune.Method.Learning;

/// <summary>
/// Minus ln of the chance that this area is told: it broke, and of all that broke in the session one is told, none rather than another. With p for an area's own
/// chance that is p(told) x mean of 1 / (1 + how many others broke) = p(told) x integral over t from 0 to 1 of the product over the others of 1 - p (1 - t), a
/// polynomial that a few nodes sum exactly. With those of the other areas it adds up to p(any). One for each thread.
/// </summary>
internal sealed class ToldArea
{
    private readonly int _areas;
    private readonly (double At, double Weight)[] _nodes;
    private readonly double[] _shares;
    private readonly double[] _falls;

    public ToldArea(int areas)
    {
        // Degree areas - 1: half as many nodes are enough.
        (_areas, _nodes) = (areas, GaussLegendre((areas + 1) / 2));
        _shares = new double[_nodes.Length];
        _falls = new double[_nodes.Length * areas];
        Slope = new double[areas];
        Diagonal = new double[areas];
    }

    /// <summary>In each area's log-odds.</summary>
    public double[] Slope { get; }

    /// <summary>The curvature is this on the diagonal, less the sum over nodes of share x away x away'.</summary>
    public double[] Diagonal { get; }

    public int Nodes => _nodes.Length;

    /// <summary>What a node has of the whole; they add up to 1.</summary>
    public double ShareOf(int node) => _shares[node];

    /// <summary>By area, how far a node's slope lies from the mean of all; 0 for the area that was told.</summary>
    public ReadOnlySpan<double> AwayOf(int node) => _falls.AsSpan(node * _areas, _areas);

    /// <returns>Minus ln of the chance.</returns>
    /// <param name="odds">Of each area, log-odds.</param>
    /// <param name="chances">The same as chances.</param>
    /// <param name="told">From 0.</param>
    public double LookAt(ReadOnlySpan<double> odds, ReadOnlySpan<double> chances, int told)
    {
        _falls.AsSpan().Clear();
        double whole = 0;
        for (var node = 0; node < _nodes.Length; node++)
        {
            var (at, product) = _nodes[node];
            for (var area = 0; area < _areas; area++)
            {
                if (area == told)
                    continue;
                var none = 1 / (1 + Math.Exp(odds[area]));
                var left = none + at * chances[area];
                product *= left;
                _falls[node * _areas + area] = (1 - at) * chances[area] * none / left;
            }

            whole += _shares[node] = product;
        }

        for (var node = 0; node < _nodes.Length; node++)
            _shares[node] /= whole;
        for (var area = 0; area < _areas; area++)
            Sum(area, 2 * chances[area]);
        var not = 1 / (1 + Math.Exp(odds[told]));
        (Slope[told], Diagonal[told]) = (-not, chances[told] * not);
        return LossBlock.Softplus(-odds[told]) - Math.Log(whole);
    }

    private void Sum(int area, double twice)
    {
        double mean = 0, square = 0;
        for (var node = 0; node < _nodes.Length; node++)
        {
            var fall = _falls[node * _areas + area];
            mean += _shares[node] * fall;
            square += _shares[node] * fall * fall;
        }

        (Slope[area], Diagonal[area]) = (mean, mean * (1 - twice) + square);
        for (var node = 0; node < _nodes.Length; node++)
            _falls[node * _areas + area] -= mean;
    }

    // On 0 to 1: exact for polynomials up to degree 2n - 1; roots of the Legendre polynomial by Newton's method.
    private static (double At, double Weight)[] GaussLegendre(int n)
    {
        var nodes = new (double, double)[n];
        for (var i = 0; i < n; i++)
        {
            double x = Math.Cos(Math.PI * (i + .75) / (n + .5)), slope = 1;
            for (var step = 0; step < 20; step++)
            {
                double before = 0, value = 1;
                for (var k = 0; k < n; k++)
                    (before, value) = (value, ((2 * k + 1) * x * value - k * before) / (k + 1));
                slope = n * (before - x * value) / (1 - x * x);
                x -= value / slope;
            }

            nodes[i] = ((1 + x) / 2, 1 / ((1 - x * x) * slope * slope));
        }

        return nodes;
    }
}
