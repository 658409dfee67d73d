namespace Attune.Method.Learning;

/// <summary>Of a symmetric positive definite matrix, each row and column divided by the root of its diagonal first: units do not matter.</summary>
internal sealed class CholeskyFactor
{
    /// <summary>A pivot of the scaled matrix (1 = not explained by the columns before it) at or below this counts as 0.</summary>
    private const double LeastPivot = 1e-13;

    private readonly double[] _lower;
    private readonly double[] _scale;

    private CholeskyFactor(double[] lower, double[] scale) => (_lower, _scale) = (lower, scale);

    public int Size => _scale.Length;

    /// <summary>Natural logarithm of the determinant.</summary>
    public double LogDeterminant { get; private init; }

    /// <summary>Of the upper triangle, rows <paramref name="stride"/> apart. Null: not positive definite, or not to be told from it.</summary>
    public static CholeskyFactor? Of(ReadOnlySpan<double> upper, int size, int stride)
    {
        var (lower, scale) = (new double[size * size], new double[size]);
        for (var i = 0; i < size; i++)
        {
            if (!(upper[i * stride + i] > 0) || !double.IsFinite(upper[i * stride + i]))
                return null;
            scale[i] = 1 / Math.Sqrt(upper[i * stride + i]);
        }

        double log = 0;
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var rest = upper[j * stride + i] * scale[i] * scale[j];
                for (var k = 0; k < j; k++)
                    rest -= lower[i * size + k] * lower[j * size + k];
                if (j < i)
                    lower[i * size + j] = rest / lower[j * size + j];
                else if (rest > LeastPivot)
                    lower[i * size + i] = Math.Sqrt(rest);
                else
                    return null;
            }

            log += 2 * (Math.Log(lower[i * size + i]) - Math.Log(scale[i]));
        }

        return new CholeskyFactor(lower, scale) { LogDeterminant = log };
    }

    /// <summary>Solves for one right side, in place; what lies after the size is left alone.</summary>
    public void Solve(Span<double> right)
    {
        var n = Size;
        for (var i = 0; i < n; i++)
        {
            var rest = right[i] * _scale[i];
            for (var k = 0; k < i; k++)
                rest -= _lower[i * n + k] * right[k];
            right[i] = rest / _lower[i * n + i];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            var rest = right[i];
            for (var k = i + 1; k < n; k++)
                rest -= _lower[k * n + i] * right[k];
            right[i] = rest / _lower[i * n + i];
        }

        for (var i = 0; i < n; i++)
            right[i] *= _scale[i];
    }

    /// <summary>The inverse, row by row; exactly symmetric.</summary>
    public double[] Inverse()
    {
        var n = Size;
        var inverse = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            inverse[i * n + i] = 1;
            Solve(inverse.AsSpan(i * n, n));
        }

        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < i; j++)
                inverse[i * n + j] = inverse[j * n + i] = (inverse[i * n + j] + inverse[j * n + i]) / 2;
        }

        return inverse;
    }
}
