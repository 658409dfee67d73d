using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Attune.Signals.Variability;

/// <summary>
/// Discrete Fourier transform of one length, a power of two from 4: Stockham's self-sorting form in steps of four, and a last one of two
/// where the length wants it. Real and imaginary parts lie apart, so that four butterflies are done at once. Factors are made once for a
/// length. Why it is ours: docs/decisions/2611-own-fourier-transform.md.
/// </summary>
internal sealed class FourierTransform
{
    private static readonly ConcurrentDictionary<int, FourierTransform> Known = new();

    private readonly int length;
    private readonly double[] cosines;
    private readonly double[] sines;

    private FourierTransform(int length)
    {
        this.length = length;
        cosines = new double[length];
        sines = new double[length];
        for (var i = 0; i < length; i++)
            (sines[i], cosines[i]) = Math.SinCos(-2 * Math.PI * i / length);
    }

    internal static FourierTransform Of(int length) => Known.GetOrAdd(length, static given => new(given));

    /// <summary>Transforms; the result takes the place of the data. All spans have the length of the transform and do not overlap.</summary>
    internal void Run(Span<double> real, Span<double> imaginary, Span<double> scratchReal, Span<double> scratchImaginary)
    {
        var inPlace = true;
        for (var (left, stride) = (length, 1); left > 1; inPlace = !inPlace)
        {
            var from = inPlace ? new Parts(real, imaginary) : new(scratchReal, scratchImaginary);
            var to = inPlace ? new Parts(scratchReal, scratchImaginary) : new(real, imaginary);
            if (left == 2)
                ByTwo(from, to, stride);
            else if (stride == 1)
                FirstByFour(from, to);
            else
                ByFour(from, to, left, stride);
            (left, stride) = left == 2 ? (1, 2 * stride) : (left / 4, 4 * stride);
        }

        if (inPlace)
            return;
        scratchReal.CopyTo(real);
        scratchImaginary.CopyTo(imaginary);
    }

    // Neighbours are apart by a quarter of the length: one butterfly after the other.
    private void FirstByFour(Parts from, Parts to)
    {
        var quarter = length / 4;
        for (var p = 0; p < quarter; p++)
        {
            var (ar, ai) = (from.Real[p], from.Imaginary[p]);
            var (br, bi) = (from.Real[p + quarter], from.Imaginary[p + quarter]);
            var (cr, ci) = (from.Real[p + (2 * quarter)], from.Imaginary[p + (2 * quarter)]);
            var (dr, di) = (from.Real[p + (3 * quarter)], from.Imaginary[p + (3 * quarter)]);
            var (sumR, sumI, gapR, gapI) = (ar + cr, ai + ci, ar - cr, ai - ci);
            var (otherR, otherI, turnedR, turnedI) = (br + dr, bi + di, di - bi, br - dr);
            var at = 4 * p;
            (to.Real[at], to.Imaginary[at]) = (sumR + otherR, sumI + otherI);
            (to.Real[at + 1], to.Imaginary[at + 1]) = Times(p, gapR - turnedR, gapI - turnedI);
            (to.Real[at + 2], to.Imaginary[at + 2]) = Times(2 * p, sumR - otherR, sumI - otherI);
            (to.Real[at + 3], to.Imaginary[at + 3]) = Times(3 * p, gapR + turnedR, gapI + turnedI);
        }
    }

    private (double Real, double Imaginary) Times(int factor, double real, double imaginary) =>
        ((real * cosines[factor]) - (imaginary * sines[factor]), (real * sines[factor]) + (imaginary * cosines[factor]));

    private void ByFour(Parts from, Parts to, int left, int stride)
    {
        // In vectors of four: the stride is a multiple of four from the second step on.
        var (row, quarter) = (stride / 4, left / 4);
        var fromR = Vectors(from.Real);
        var fromI = Vectors(from.Imaginary);
        var toR = Vectors(to.Real);
        var toI = Vectors(to.Imaginary);
        for (var p = 0; p < quarter; p++)
        {
            var (cos1, sin1) = Factor(p * stride);
            var (cos2, sin2) = Factor(2 * p * stride);
            var (cos3, sin3) = Factor(3 * p * stride);
            for (var q = 0; q < row; q++)
            {
                var (a, b) = (q + (row * p), q + (row * (p + quarter)));
                var (c, d) = (q + (row * (p + (2 * quarter))), q + (row * (p + (3 * quarter))));
                var (sumR, sumI, gapR, gapI) = (fromR[a] + fromR[c], fromI[a] + fromI[c], fromR[a] - fromR[c], fromI[a] - fromI[c]);
                var (otherR, otherI) = (fromR[b] + fromR[d], fromI[b] + fromI[d]);
                var (turnedR, turnedI) = (fromI[d] - fromI[b], fromR[b] - fromR[d]);
                var at = q + (row * 4 * p);
                (toR[at], toI[at]) = (sumR + otherR, sumI + otherI);
                var (re, im) = (gapR - turnedR, gapI - turnedI);
                (toR[at + row], toI[at + row]) = ((re * cos1) - (im * sin1), (re * sin1) + (im * cos1));
                (re, im) = (sumR - otherR, sumI - otherI);
                (toR[at + (2 * row)], toI[at + (2 * row)]) = ((re * cos2) - (im * sin2), (re * sin2) + (im * cos2));
                (re, im) = (gapR + turnedR, gapI + turnedI);
                (toR[at + (3 * row)], toI[at + (3 * row)]) = ((re * cos3) - (im * sin3), (re * sin3) + (im * cos3));
            }
        }
    }

    private static void ByTwo(Parts from, Parts to, int stride)
    {
        for (var q = 0; q < stride; q++)
        {
            to.Real[q] = from.Real[q] + from.Real[q + stride];
            to.Imaginary[q] = from.Imaginary[q] + from.Imaginary[q + stride];
            to.Real[q + stride] = from.Real[q] - from.Real[q + stride];
            to.Imaginary[q + stride] = from.Imaginary[q] - from.Imaginary[q + stride];
        }
    }

    private (Vector256<double> Cosine, Vector256<double> Sine) Factor(int at) => (Vector256.Create(cosines[at]), Vector256.Create(sines[at]));

    private static Span<Vector256<double>> Vectors(Span<double> values) => MemoryMarshal.Cast<double, Vector256<double>>(values);

    private readonly ref struct Parts(Span<double> real, Span<double> imaginary)
    {
        internal readonly Span<double> Real = real;
        internal readonly Span<double> Imaginary = imaginary;
    }
}
