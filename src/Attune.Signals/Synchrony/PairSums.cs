using System.Buffers;

namespace Attune.Signals.Synchrony;

/// <summary>Sums of z over the windows of one pairing: at every lag, and of sizes over all lags.</summary>
internal static class PairSums
{
    /// <summary>How many numbers a pairing leaves: one for each lag and one for sizes.</summary>
    internal static int Length(SynchronyOptions options) => options.Lags + 1;

    /// <summary>Adds one window's z.</summary>
    internal static void Add(ReadOnlySpan<double> z, double size, Span<double> sums)
    {
        for (var k = 0; k < z.Length; k++)
            sums[k] += z[k];
        sums[z.Length] += size;
    }

    internal static double SizeOf(ReadOnlySpan<double> z)
    {
        var sum = 0.0;
        foreach (var value in z)
            sum += Math.Abs(value);
        return sum;
    }

    /// <summary>The measures of a pairing from its sums; all NaN without a window.</summary>
    internal static PairMeasures Measures(ReadOnlySpan<double> sums, int windows)
    {
        if (windows == 0)
            return PairMeasures.Unknown;
        var profile = sums[..^1];
        var divisor = (double)windows;
        return new(
            Averages.Mean(profile) / divisor,
            sums[^1] / (divisor * profile.Length),
            profile[profile.Length / 2] / divisor,
            profile[LagSummary.BestOf(profile)] / divisor);
    }

    /// <summary>Every window of the one with the window at the same place of the other.</summary>
    internal static PairMeasures OfSamePlaces(LagBlocks first, LagBlocks second, SynchronyOptions options)
    {
        var (lags, length) = (options.Lags, Length(options));
        var rented = ArrayPool<double>.Shared.Rent(lags + length);
        var room = ArrayPool<double>.Shared.Rent(4 * first.TransformLength);
        var z = rented.AsSpan(0, lags);
        var sums = rented.AsSpan(lags, length);
        sums.Clear();
        var used = 0;
        for (var i = 0; i < Math.Min(first.Count, second.Count); i++)
        {
            if (!first.IsUsable(i) || !second.IsUsable(i))
                continue;
            WindowedCorrelation.Pair(first, i, second, i, options, z, room);
            Add(z, SizeOf(z), sums);
            used++;
        }

        var measures = Measures(sums, used);
        ArrayPool<double>.Shared.Return(rented);
        ArrayPool<double>.Shared.Return(room);
        return measures;
    }
}

/// <summary>What is compared between a pair and its surrogates.</summary>
internal readonly record struct PairMeasures(double Mean, double MeanSize, double AtZero, double Best)
{
    internal static PairMeasures Unknown => new(double.NaN, double.NaN, double.NaN, double.NaN);
}
