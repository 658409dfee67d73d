using System.Buffers;
using System.Numerics;
using Attune.Signals.Variability;

namespace Attune.Signals.Synchrony;

/// <summary>
/// The windows of one series, made ready for comparison with any window of another: what of a correlation belongs to one side alone.
/// A block is a window with the room that its lags want. Rented memory: to be disposed of.
/// </summary>
internal sealed class LagBlocks : IDisposable
{
    // Below this share of the block's spread, a window's own is computed anew and products are summed one by one: what the transform
    // rounds off (some 1e-15 of the whole) would be seen.
    private const double QuietShare = 1e-8;

    // A series that was smoothed or freed of a line stands still only up to its last bits.
    private const double RoundingShare = 1e-12;

    private readonly SynchronyOptions options;
    private readonly int stride;
    private readonly double[] rented;
    private readonly bool[] usable;
    private readonly bool[] quiet;

    private LagBlocks(SynchronyOptions options, int count)
    {
        (this.options, Count) = (options, count);
        TransformLength = Math.Max(4, (int)BitOperations.RoundUpToPowerOf2((uint)options.BlockSamples));
        stride = (4 * TransformLength) + options.BlockSamples + options.Tail + 1;
        rented = ArrayPool<double>.Shared.Rent(Math.Max(1, checked(count * stride)));
        usable = ArrayPool<bool>.Shared.Rent(Math.Max(1, count));
        quiet = ArrayPool<bool>.Shared.Rent(Math.Max(1, count));
    }

    internal int Count { get; }

    internal int TransformLength { get; }

    /// <summary>Whether every sample of the block is there and the series moves in each of its windows.</summary>
    internal bool IsUsable(int block) => usable[block];

    internal bool IsQuiet(int block) => quiet[block];

    internal Span<double> ShortReal(int block) => rented.AsSpan(block * stride, TransformLength);

    internal Span<double> ShortImaginary(int block) => rented.AsSpan((block * stride) + TransformLength, TransformLength);

    internal Span<double> LongReal(int block) => rented.AsSpan((block * stride) + (2 * TransformLength), TransformLength);

    internal Span<double> LongImaginary(int block) => rented.AsSpan((block * stride) + (3 * TransformLength), TransformLength);

    /// <summary>The block less its mean.</summary>
    internal Span<double> Centred(int block) => rented.AsSpan((block * stride) + (4 * TransformLength), options.BlockSamples);

    /// <summary>One by the root of the sum of squared deviations, of the window at each offset into the block.</summary>
    internal Span<double> InverseNorms(int block) =>
        rented.AsSpan((block * stride) + (4 * TransformLength) + options.BlockSamples, options.Tail + 1);

    internal static LagBlocks Of(ReadOnlySpan<double> series, SynchronyOptions options) => Of(series, 0, series.Length, options);

    /// <summary>Of the series turned by some samples (sample i is the given sample i + turn, round the end), the first <paramref name="samples"/> of it.</summary>
    internal static LagBlocks Of(ReadOnlySpan<double> series, int turn, int samples, SynchronyOptions options)
    {
        var blocks = new LagBlocks(options, options.CountWindows(samples));
        var room = ArrayPool<double>.Shared.Rent(4 * blocks.TransformLength);
        for (var i = 0; i < blocks.Count; i++)
            blocks.Fill(i, series, turn + (i * options.StepSamples), room);
        ArrayPool<double>.Shared.Return(room);
        return blocks;
    }

    public void Dispose()
    {
        ArrayPool<double>.Shared.Return(rented);
        ArrayPool<bool>.Shared.Return(usable);
        ArrayPool<bool>.Shared.Return(quiet);
    }

    private void Fill(int block, ReadOnlySpan<double> series, int from, double[] room)
    {
        var centred = Centred(block);
        from %= series.Length;
        var untilEnd = Math.Min(centred.Length, series.Length - from);
        series.Slice(from, untilEnd).CopyTo(centred);
        series[..(centred.Length - untilEnd)].CopyTo(centred[untilEnd..]);
        if (!(usable[block] = MovesEverywhere(centred)))
            return;
        var still = RoundingShare * Largest(centred);
        Subtract(centred, Averages.Mean(centred));
        if (usable[block] = TryNorms(block, centred, options.WindowSamples * still * still))
            Spectra(block, centred, room);
    }

    // Exactly: the longest run of equal values is shorter than a window. A sum of squares would only be nearly nothing.
    private bool MovesEverywhere(ReadOnlySpan<double> values)
    {
        var run = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
                return false;
            run = i > 0 && values[i] == values[i - 1] ? run + 1 : 1;
            if (run >= options.WindowSamples)
                return false;
        }

        return true;
    }

    // False when a window moves by no more than what computing its values rounds off.
    private bool TryNorms(int block, ReadOnlySpan<double> centred, double still)
    {
        var window = options.WindowSamples;
        var norms = InverseNorms(block);
        var (sum, squares, all) = (0.0, 0.0, 0.0);
        foreach (var value in centred)
            all += value * value;
        for (var i = 0; i < window; i++)
            (sum, squares) = (sum + centred[i], squares + (centred[i] * centred[i]));
        quiet[block] = false;
        for (var offset = 0; offset < norms.Length; offset++)
        {
            if (offset > 0)
            {
                var (gone, come) = (centred[offset - 1], centred[offset + window - 1]);
                sum += come - gone;
                squares += (come * come) - (gone * gone);
            }

            var spread = squares - (sum * sum / window);
            if (spread < QuietShare * all)
            {
                quiet[block] = true;
                spread = Spread(centred.Slice(offset, window));
                if (spread <= still)
                    return false;
            }

            norms[offset] = 1 / Math.Sqrt(spread);
        }

        return true;
    }

    private static double Spread(ReadOnlySpan<double> values)
    {
        var (mean, sum) = (Averages.Mean(values), 0.0);
        foreach (var value in values)
            sum += (value - mean) * (value - mean);
        return sum;
    }

    // The window without lag and the whole block are both real: one transform gives both spectra.
    private void Spectra(int block, ReadOnlySpan<double> centred, double[] room)
    {
        var n = TransformLength;
        var real = room.AsSpan(0, n);
        var imaginary = room.AsSpan(n, n);
        var window = centred.Slice(options.ShortStart, options.WindowSamples);
        window.CopyTo(real);
        real[window.Length..].Clear();
        Subtract(real[..window.Length], Averages.Mean(window));
        centred.CopyTo(imaginary);
        imaginary[centred.Length..].Clear();
        FourierTransform.Of(n).Run(real, imaginary, room.AsSpan(2 * n, n), room.AsSpan(3 * n, n));
        var shortReal = ShortReal(block);
        var shortImaginary = ShortImaginary(block);
        var longReal = LongReal(block);
        var longImaginary = LongImaginary(block);
        for (var k = 0; k < n; k++)
        {
            var mirror = (n - k) & (n - 1);
            shortReal[k] = (real[k] + real[mirror]) / 2;
            shortImaginary[k] = (imaginary[k] - imaginary[mirror]) / 2;
            longReal[k] = (imaginary[k] + imaginary[mirror]) / 2;
            longImaginary[k] = (real[mirror] - real[k]) / 2;
        }
    }

    private static double Largest(ReadOnlySpan<double> values)
    {
        var largest = 0.0;
        foreach (var value in values)
            largest = Math.Max(largest, Math.Abs(value));
        return largest;
    }

    private static void Subtract(Span<double> values, double mean)
    {
        foreach (ref var value in values)
            value -= mean;
    }
}
