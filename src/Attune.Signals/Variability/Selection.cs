using System.Buffers;

namespace Attune.Signals.Variability;

/// <summary>
/// The median without sorting everything: values are counted into buckets, and only the bucket with the middle is looked into, again and
/// again until it is small or holds one value many times. Works on rented memory.
/// </summary>
internal static class Selection
{
    private const int Buckets = 1_024;
    private const int SortedAtOnce = 512;

    /// <summary>
    /// Median of the <paramref name="count"/> values in [<paramref name="least"/>, <paramref name="most"/>]; others are passed over. NaN when
    /// there are none.
    /// </summary>
    internal static double Median(ReadOnlySpan<double> values, long count, double least, double most)
    {
        if (count == 0)
            return double.NaN;
        var room = ArrayPool<double>.Shared.Rent(values.Length);
        try
        {
            var lower = At((count - 1) / 2, values, room, least, most, out var following);
            return count % 2 == 1 ? lower : (lower + following) / 2;
        }
        finally
        {
            ArrayPool<double>.Shared.Return(room);
        }
    }

    /// <summary>The value at a place of the sorted order, and the one that follows it (itself where it is the last).</summary>
    private static double At(long place, ReadOnlySpan<double> values, Span<double> room, double least, double most, out double following)
    {
        var above = most;
        Span<int> counts = stackalloc int[Buckets];
        while (true)
        {
            if (least == most)
            {
                var equal = CountIn(values, least, most);
                following = place + 1 < equal ? least : above;
                return least;
            }

            if (values.Length <= SortedAtOnce)
            {
                var sorted = room[..Gather(values, room, least, most)];
                sorted.Sort();
                following = place + 1 < sorted.Length ? sorted[(int)place + 1] : above;
                return sorted[(int)place];
            }

            var scale = (Buckets - 1) / (most - least);
            var bucket = BucketOf(ref place, values, counts, least, most, scale);
            (least, most, above) = Bounds(values, bucket, least, most, scale, above);
            values = room[..Gather(values, room, least, most)];
        }
    }

    private static int BucketOf(ref long place, ReadOnlySpan<double> values, Span<int> counts, double least, double most, double scale)
    {
        counts.Clear();
        foreach (var value in values)
        {
            if (value >= least && value <= most)
                counts[(int)((value - least) * scale)]++;
        }

        var bucket = 0;
        for (; place >= counts[bucket]; bucket++)
            place -= counts[bucket];
        return bucket;
    }

    // The least and the most in a bucket, and the least above it.
    private static (double Least, double Most, double Above) Bounds(
        ReadOnlySpan<double> values, int bucket, double least, double most, double scale, double above)
    {
        var (low, high, next) = (double.PositiveInfinity, double.NegativeInfinity, above);
        foreach (var value in values)
        {
            if (!(value >= least && value <= most))
                continue;
            var of = (int)((value - least) * scale);
            if (of < bucket)
                continue;
            if (of > bucket)
                next = Math.Min(next, value);
            else
                (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        return (low, high, next);
    }

    private static int Gather(ReadOnlySpan<double> values, Span<double> room, double least, double most)
    {
        var kept = 0;
        foreach (var value in values)
        {
            if (value >= least && value <= most)
                room[kept++] = value;
        }

        return kept;
    }

    private static int CountIn(ReadOnlySpan<double> values, double least, double most)
    {
        var count = 0;
        foreach (var value in values)
            count += value >= least && value <= most ? 1 : 0;
        return count;
    }
}
