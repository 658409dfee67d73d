using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Attune.Signals.Variability;

/// <summary>
/// The median without sorting everything: values are counted into buckets, and only the bucket with the middle is looked into, again and
/// again until it is small or holds one value many times. Works on rented memory.
/// </summary>
internal static class Selection
{
    private const int Buckets = 1_024;
    private const int SortedAtOnce = 512;
    private const int Lanes = 4;

    // A double from 2^52 on has whole numbers only: adding it leaves the rounded number in the lowest bits.
    private const double Rounding = 4_503_599_627_370_496;

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
        while (values.Length > SortedAtOnce && least < most)
        {
            var bucket = BucketOf(ref place, values, least, most);
            values = room[..Gather(values, room, bucket, least, most, ref above)];
            (least, most) = Ends(values);
        }

        var kept = 0;
        foreach (var value in values)
        {
            if (value >= least && value <= most)
                room[kept++] = value;
        }

        var sorted = room[..kept];
        if (least < most)
            sorted.Sort();
        following = place + 1 < sorted.Length ? sorted[(int)place + 1] : above;
        return sorted[(int)place];
    }

    // Each lane counts for itself: neighbours are mostly alike, and would wait for each other at the same counter.
    private static int BucketOf(ref long place, ReadOnlySpan<double> values, double least, double most)
    {
        Span<int> counts = stackalloc int[Lanes * (Buckets + 1)];
        counts.Clear();
        var vectors = MemoryMarshal.Cast<double, Vector256<double>>(values);
        var scale = (Buckets - 1) / (most - least);
        foreach (var vector in vectors)
        {
            var buckets = BucketsOf(vector, least, most, scale);
            counts[(int)buckets[0]]++;
            counts[Buckets + 1 + (int)buckets[1]]++;
            counts[(2 * (Buckets + 1)) + (int)buckets[2]]++;
            counts[(3 * (Buckets + 1)) + (int)buckets[3]]++;
        }

        foreach (var value in values[(Lanes * vectors.Length)..])
            counts[(int)BucketsOf(Vector256.Create(value), least, most, scale)[0]]++;
        for (var bucket = 0; ; bucket++)
        {
            var inside = counts[bucket] + counts[Buckets + 1 + bucket] + counts[(2 * (Buckets + 1)) + bucket] + counts[(3 * (Buckets + 1)) + bucket];
            if (place < inside)
                return bucket;
            place -= inside;
        }
    }

    // What lies outside [least, most], NaN too, falls into the last bucket, which is none.
    private static Vector256<ulong> BucketsOf(Vector256<double> values, double least, double most, double scale)
    {
        var inside = Vector256.GreaterThanOrEqual(values, Vector256.Create(least)) & Vector256.LessThanOrEqual(values, Vector256.Create(most));
        var place = Vector256.ConditionalSelect(inside, (values - Vector256.Create(least)) * Vector256.Create(scale), Vector256.Create((double)Buckets));
        return (place + Vector256.Create(Rounding)).AsUInt64() & Vector256.Create(0x7FFUL);
    }

    /// <summary>The values of a bucket, moved to the front of the room; <paramref name="above"/> becomes the least value of the buckets above it.</summary>
    private static int Gather(ReadOnlySpan<double> values, Span<double> room, int bucket, double least, double most, ref double above)
    {
        var vectors = MemoryMarshal.Cast<double, Vector256<double>>(values);
        var (scale, wanted) = ((Buckets - 1) / (most - least), Vector256.Create((ulong)bucket));
        var (kept, next) = (0, Vector256.Create(above));
        foreach (var vector in vectors)
        {
            var buckets = BucketsOf(vector, least, most, scale);
            var higher = Vector256.GreaterThan(buckets.AsInt64(), wanted.AsInt64()) & Vector256.LessThan(buckets.AsInt64(), Vector256.Create((long)Buckets));
            next = Vector256.ConditionalSelect(higher.AsDouble(), Vector256.Min(next, vector), next);
            var here = Vector256.Equals(buckets, wanted);
            if (here == Vector256<ulong>.Zero)
                continue;
            for (var lane = 0; lane < Lanes; lane++)
            {
                if (here[lane] != 0)
                    room[kept++] = vector[lane];
            }
        }

        for (var lane = 0; lane < Lanes; lane++)
            above = Math.Min(above, next[lane]);
        foreach (var value in values[(Lanes * vectors.Length)..])
        {
            var of = (int)BucketsOf(Vector256.Create(value), least, most, scale)[0];
            if (of == bucket)
                room[kept++] = value;
            else if (of > bucket && of < Buckets)
                above = Math.Min(above, value);
        }

        return kept;
    }

    private static (double Least, double Most) Ends(ReadOnlySpan<double> values)
    {
        var (least, most) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
            (least, most) = (Math.Min(least, value), Math.Max(most, value));
        return (least, most);
    }
}
