using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Attune.Signals.Variability;

/// <summary>The spectrum of beat intervals by averaged, windowed segments (Welch, 1967).</summary>
public static class Welch
{
    private static readonly ConcurrentDictionary<int, double[]> Windows = new();

    /// <summary>
    /// Spectrum of one stretch of intervals in ms. Gaps are cut before: an interval that is not positive and finite makes everything NaN,
    /// as do a series shorter than a segment and fewer beats than the interpolation wants. Works on rented memory.
    /// </summary>
    public static Spectrum Of(ReadOnlySpan<double> intervalsMs, SpectrumOptions options) => Of(intervalsMs, options, null);

    /// <summary>The densities themselves, bin by bin from 0 to .4 Hz, for drawing. As <see cref="Of(ReadOnlySpan{double}, SpectrumOptions)"/>; empty where that is NaN.</summary>
    public static ImmutableArray<SpectrumBin> CurveOf(ReadOnlySpan<double> intervalsMs, SpectrumOptions options)
    {
        var curve = new List<SpectrumBin>();
        Of(intervalsMs, options, curve);
        return [.. curve];
    }

    private static Spectrum Of(ReadOnlySpan<double> intervalsMs, SpectrumOptions options, List<SpectrumBin>? curve)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Require();
        foreach (var interval in intervalsMs)
        {
            if (!(interval > 0 && double.IsFinite(interval)))
                return Spectrum.Unknown;
        }

        var count = Resampling.Count(intervalsMs, options.SamplesPerSecond, options.Interpolation);
        var segment = options.SegmentSamples ?? count;
        if (count < Math.Max(2, segment))
            return Spectrum.Unknown;
        var transform = Math.Max(options.TransformLength, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)segment));
        var rented = ArrayPool<double>.Shared.Rent(count + segment + (5 * transform));
        try
        {
            var samples = rented.AsSpan(0, count);
            Resampling.Resample(intervalsMs, options.SamplesPerSecond, options.Interpolation, samples);
            var window = rented.AsSpan(count, segment);
            if (options.SegmentSamples is { } length)
                Windows.GetOrAdd(length, static given => Hann(new double[given])).CopyTo(window);
            else
                Hann(window);
            return Average(samples, window, options, rented.AsSpan(count + segment, 5 * transform), transform, curve);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    private static Spectrum Average(
        ReadOnlySpan<double> samples, ReadOnlySpan<double> window, SpectrumOptions options, Span<double> room, int transform, List<SpectrumBin>? curve)
    {
        var real = room[..transform];
        var imaginary = room.Slice(transform, transform);
        var scratch = room.Slice(2 * transform, 2 * transform);
        // Nothing above the last band is looked at.
        var bins = Math.Min((transform / 2) + 1, (int)Math.Ceiling(Spectrum.HfToHz * transform / options.SamplesPerSecond) + 1);
        var powers = room.Slice(4 * transform, bins);
        powers.Clear();
        var step = options.SegmentSamples is null ? samples.Length : window.Length - options.OverlapSamples;
        var segments = ((samples.Length - window.Length) / step) + 1;
        var fourier = FourierTransform.Of(transform);
        for (var i = 0; i < segments; i += 2)
        {
            // Two real segments at once, one in each part: their powers come out as one sum, and a sum is what is wanted.
            Load(samples.Slice(i * step, window.Length), window, options.Detrending, real);
            if (i + 1 < segments)
                Load(samples.Slice((i + 1) * step, window.Length), window, options.Detrending, imaginary);
            else
                imaginary.Clear();
            fourier.Run(real, imaginary, scratch[..transform], scratch[transform..]);
            AddPowers(real, imaginary, powers);
        }

        var weight = 0.0;
        foreach (var value in window)
            weight += value * value;
        var (scale, stepHz) = (1 / (options.SamplesPerSecond * weight * segments), options.SamplesPerSecond / transform);
        for (var k = 0; curve is not null && k < powers.Length; k++)
            curve.Add(new(k * stepHz, Density(powers, k, scale, transform / 2)));
        return Bands(powers, scale, stepHz, transform / 2, segments);
    }

    private static void Load(ReadOnlySpan<double> segment, ReadOnlySpan<double> window, Detrending detrending, Span<double> into)
    {
        var (mean, slope) = detrending switch
        {
            Detrending.ConstantPerSegment => (Averages.Mean(segment), 0.0),
            Detrending.LinearPerSegment => (Averages.Mean(segment), Slope(segment)),
            _ => (0.0, 0.0),
        };
        var middle = (segment.Length - 1) / 2.0;
        for (var i = 0; i < segment.Length; i++)
            into[i] = (segment[i] - mean - (slope * (i - middle))) * window[i];
        into[segment.Length..].Clear();
    }

    // Least squares over the sample number: sum of squares about its mean is n (n^2 - 1) / 12.
    private static double Slope(ReadOnlySpan<double> values)
    {
        var (middle, sum, n) = ((values.Length - 1) / 2.0, 0.0, (double)values.Length);
        for (var i = 0; i < values.Length; i++)
            sum += (i - middle) * values[i];
        return sum * 12 / (n * ((n * n) - 1));
    }

    private static void AddPowers(ReadOnlySpan<double> real, ReadOnlySpan<double> imaginary, Span<double> powers)
    {
        powers[0] += (real[0] * real[0]) + (imaginary[0] * imaginary[0]);
        for (var k = 1; k < powers.Length; k++)
        {
            var mirror = real.Length - k;
            powers[k] += ((real[k] * real[k]) + (imaginary[k] * imaginary[k]) + (real[mirror] * real[mirror]) + (imaginary[mirror] * imaginary[mirror])) / 2;
        }
    }

    private static Spectrum Bands(ReadOnlySpan<double> powers, double scale, double stepHz, int nyquist, int segments) => new(
        Band(powers, scale, stepHz, nyquist, Spectrum.VlfFromHz, Spectrum.LfFromHz),
        Band(powers, scale, stepHz, nyquist, Spectrum.LfFromHz, Spectrum.HfFromHz),
        Band(powers, scale, stepHz, nyquist, Spectrum.HfFromHz, Spectrum.HfToHz),
        segments);

    // One-sided density: every bin but the first and the middle one stands for two.
    private static double Density(ReadOnlySpan<double> powers, int k, double scale, int nyquist) => powers[k] * scale * (k == 0 || k == nyquist ? 1 : 2);

    private static double Band(ReadOnlySpan<double> powers, double scale, double stepHz, int nyquist, double fromHz, double toHz)
    {
        var (sum, before) = (0.0, double.NaN);
        for (var k = 0; k < powers.Length; k++)
        {
            var hz = k * stepHz;
            if (!(hz >= fromHz && hz < toHz))
                continue;
            var density = Density(powers, k, scale, nyquist);
            sum += double.IsNaN(before) ? 0 : (before + density) / 2 * stepHz;
            before = density;
        }

        return sum;
    }

    private static double[] Hann(double[] window)
    {
        Hann(window.AsSpan());
        return window;
    }

    private static void Hann(Span<double> window)
    {
        for (var i = 0; i < window.Length; i++)
            window[i] = (1 - Math.Cos(2 * Math.PI * i / window.Length)) / 2;
    }
}
