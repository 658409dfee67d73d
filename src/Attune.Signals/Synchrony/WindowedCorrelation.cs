using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Attune.Signals.Variability;

namespace Attune.Signals.Synchrony;

/// <summary>
/// Pearson's correlation of two regular series in windows, at every lag of a sample, as Fisher's z (atanh r, held within -10 and 10).
/// Spread by running sums, products by the Fourier transform; windows that hardly move beside their surroundings are summed one by one.
/// </summary>
public static class WindowedCorrelation
{
    /// <summary>How many windows two series of so many samples have: those that fit with the room for their lags; 0 when none does.</summary>
    public static int CountWindows(int samples, SynchronyOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Require();
        return options.CountWindows(samples);
    }

    /// <summary>How many lags: from minus to plus the longest, nought included.</summary>
    public static int CountLags(SynchronyOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Require();
        return options.Lags;
    }

    /// <summary>
    /// Fills <paramref name="z"/> window after window, each from the most negative lag to the most positive; positive = the second series later.
    /// A window with a sample that is not finite, or in which a series stands still at any lag, is refused: NaN at all its lags. The longer
    /// series is cut to the shorter. Throws when <paramref name="z"/> is not exactly windows times lags long. Works on rented memory.
    /// </summary>
    public static void FisherZ(ReadOnlySpan<double> first, ReadOnlySpan<double> second, SynchronyOptions options, Span<double> z)
    {
        var samples = Math.Min(first.Length, second.Length);
        var (windows, lags) = (CountWindows(samples, options), options.Lags);
        if (z.Length != windows * lags)
            throw new ArgumentException($"{windows} windows of {lags} lags do not fit {z.Length} places.", nameof(z));
        using var firsts = LagBlocks.Of(first[..samples], options);
        using var seconds = LagBlocks.Of(second[..samples], options);
        var room = ArrayPool<double>.Shared.Rent(4 * firsts.TransformLength);
        for (var i = 0; i < windows; i++)
        {
            var row = z.Slice(i * lags, lags);
            if (firsts.IsUsable(i) && seconds.IsUsable(i))
                Pair(firsts, i, seconds, i, options, row, room);
            else
                row.Fill(double.NaN);
        }

        ArrayPool<double>.Shared.Return(room);
    }

    /// <summary>One window of the one with one of the other, both usable. The room holds four transforms.</summary>
    internal static void Pair(LagBlocks first, int i, LagBlocks second, int j, SynchronyOptions options, Span<double> z, double[] room)
    {
        if (first.IsQuiet(i) || second.IsQuiet(j))
            OneByOne(first.Centred(i), second.Centred(j), first.InverseNorms(i), second.InverseNorms(j), options, z);
        else
            ByTransform(first, i, second, j, options, z, room);
        ToFisherZ(z);
    }

    private static void ByTransform(LagBlocks first, int i, LagBlocks second, int j, SynchronyOptions options, Span<double> z, double[] room)
    {
        var n = first.TransformLength;
        var real = room.AsSpan(0, n);
        var imaginary = room.AsSpan(n, n);
        // The second moved against the first comes out as the real part, the first moved against the second as the imaginary one.
        Multiply(
            Vectors(first.ShortReal(i)), Vectors(first.ShortImaginary(i)), Vectors(second.LongReal(j)), Vectors(second.LongImaginary(j)),
            Vectors(second.ShortReal(j)), Vectors(second.ShortImaginary(j)), Vectors(first.LongReal(i)), Vectors(first.LongImaginary(i)),
            Vectors(real), Vectors(imaginary));
        // Real and imaginary changed over, the transform is its own inverse but for the length.
        FourierTransform.Of(n).Run(imaginary, real, room.AsSpan(2 * n, n), room.AsSpan(3 * n, n));
        var firstNorms = first.InverseNorms(i);
        var secondNorms = second.InverseNorms(j);
        var scale = firstNorms[options.ShortStart] / n;
        if (options.Placement is LagPlacement.SecondMoves)
        {
            for (var k = 0; k < z.Length; k++)
                z[k] = real[k] * scale * secondNorms[k];
            return;
        }

        var (middle, other) = (options.LagSamples, secondNorms[0] / n);
        for (var k = 1; k <= middle; k++)
            z[middle - k] = imaginary[k] * other * firstNorms[k];
        for (var k = 0; k <= middle; k++)
            z[middle + k] = real[k] * scale * secondNorms[k];
    }

    private static void Multiply(
        ReadOnlySpan<Vector256<double>> ar, ReadOnlySpan<Vector256<double>> ai, ReadOnlySpan<Vector256<double>> br, ReadOnlySpan<Vector256<double>> bi,
        ReadOnlySpan<Vector256<double>> cr, ReadOnlySpan<Vector256<double>> ci, ReadOnlySpan<Vector256<double>> dr, ReadOnlySpan<Vector256<double>> di,
        Span<Vector256<double>> real, Span<Vector256<double>> imaginary)
    {
        for (var k = 0; k < real.Length; k++)
        {
            var (oneReal, oneImaginary) = ((ar[k] * br[k]) + (ai[k] * bi[k]), (ar[k] * bi[k]) - (ai[k] * br[k]));
            var (twoReal, twoImaginary) = ((cr[k] * dr[k]) + (ci[k] * di[k]), (cr[k] * di[k]) - (ci[k] * dr[k]));
            real[k] = oneReal - twoImaginary;
            imaginary[k] = oneImaginary + twoReal;
        }
    }

    private static void OneByOne(
        ReadOnlySpan<double> first, ReadOnlySpan<double> second, ReadOnlySpan<double> firstNorms, ReadOnlySpan<double> secondNorms,
        SynchronyOptions options, Span<double> z)
    {
        for (var place = 0; place < z.Length; place++)
        {
            var lag = place - options.LagSamples;
            var (a, b) = options.Placement is LagPlacement.SecondMoves ? (options.ShortStart, place) : (Math.Max(0, -lag), Math.Max(0, lag));
            z[place] = Product(first.Slice(a, options.WindowSamples), second.Slice(b, options.WindowSamples)) * firstNorms[a] * secondNorms[b];
        }
    }

    private static double Product(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var (meanA, meanB, sum) = (0.0, 0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
            (meanA, meanB) = (meanA + a[i], meanB + b[i]);
        (meanA, meanB) = (meanA / a.Length, meanB / a.Length);
        for (var i = 0; i < a.Length; i++)
            sum += (a[i] - meanA) * (b[i] - meanB);
        return sum;
    }

    private static void ToFisherZ(Span<double> r)
    {
        const double most = 10;
        var vectors = Vectors(r);
        for (var i = 0; i < vectors.Length; i++)
        {
            var held = Vector256.Min(Vector256.Max(vectors[i], -Vector256<double>.One), Vector256<double>.One);
            var z = Vector256.Log((Vector256<double>.One + held) / (Vector256<double>.One - held)) / 2;
            vectors[i] = Vector256.Min(Vector256.Max(z, Vector256.Create(-most)), Vector256.Create(most));
        }

        foreach (ref var value in r[(4 * vectors.Length)..])
        {
            var held = Math.Clamp(value, -1, 1);
            value = Math.Clamp(Math.Log((1 + held) / (1 - held)) / 2, -most, most);
        }
    }

    private static Span<Vector256<double>> Vectors(Span<double> values) => MemoryMarshal.Cast<double, Vector256<double>>(values);
}
