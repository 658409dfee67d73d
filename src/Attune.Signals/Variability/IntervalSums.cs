using System.Numerics;
using System.Runtime.InteropServices;
using Attune.Signals.Beats;

namespace Attune.Signals.Variability;

/// <summary>
/// Every sum that the time domain needs, in one pass over the intervals. Values are summed as distances from a typical one, so that squares
/// do not cancel.
/// </summary>
internal readonly record struct IntervalSums
{
    private const int Sampled = 64;

    private double Shift { get; init; }

    private double RateShift { get; init; }

    private double Sum { get; init; }

    private double Squares { get; init; }

    private double RateSum { get; init; }

    private double RateSquares { get; init; }

    private double DifferenceSum { get; init; }

    internal long Count { get; private init; }

    internal long Differences { get; private init; }

    internal double SquaredDifferences { get; private init; }

    internal long Above50 { get; private init; }

    internal long Above20 { get; private init; }

    internal double Shortest { get; private init; }

    internal double Longest { get; private init; }

    internal double Mean => Shift + (Sum / Count);

    internal double MeanRate => RateShift + (RateSum / Count);

    internal double SquaresAboutMean => Squares - (Sum * Sum / Count);

    internal double RatesAboutMean => RateSquares - (RateSum * RateSum / Count);

    internal double DifferencesAboutMean => SquaredDifferences - (DifferenceSum * DifferenceSum / Differences);

    internal static IntervalSums Of(ReadOnlySpan<double> intervals)
    {
        var shift = Typical(intervals);
        var sums = new IntervalSums { Shift = shift, RateShift = BeatSeries.MillisecondsPerMinute / shift, Shortest = double.PositiveInfinity };
        var whole = Math.Max(0, intervals.Length - 1) / Vector<double>.Count * Vector<double>.Count;
        sums = sums.With(intervals[..whole], intervals[Math.Min(1, intervals.Length)..]);

        // The last few with gaps behind them, which count for nothing.
        Span<double> rest = stackalloc double[(2 * Vector<double>.Count) + 1];
        rest.Fill(double.NaN);
        intervals[whole..].CopyTo(rest);
        return sums.With(rest[..^1], rest[1..]);
    }

    // Near the middle of what follows, so that sums stay small: the mean of the first believable values.
    private static double Typical(ReadOnlySpan<double> intervals)
    {
        var (sum, count) = (0.0, 0);
        for (var i = 0; i < intervals.Length && count < Sampled; i++)
        {
            if (!(intervals[i] > 0 && double.IsFinite(intervals[i])))
                continue;
            sum += intervals[i];
            count++;
        }

        return count == 0 ? 1 : sum / count;
    }

    // All sums stay in registers or on the stack while the intervals go by; nexts is at least as long.
    private IntervalSums With(ReadOnlySpan<double> intervals, ReadOnlySpan<double> nexts)
    {
        var zero = Vector<double>.Zero;
        var infinite = new Vector<double>(double.PositiveInfinity);
        var (shift, rateShift) = (new Vector<double>(Shift), new Vector<double>(RateShift));
        var (minute, fifty, twenty) = (new Vector<double>(BeatSeries.MillisecondsPerMinute), new Vector<double>(50), new Vector<double>(20));
        var (sum, squares, rateSum, rateSquares, differenceSum, squaredDifferences) = (zero, zero, zero, zero, zero, zero);
        var (count, differences, above50, above20) = (Vector<long>.Zero, Vector<long>.Zero, Vector<long>.Zero, Vector<long>.Zero);
        var (shortest, longest) = (infinite, zero);
        ref var first = ref MemoryMarshal.GetReference(intervals);
        ref var second = ref MemoryMarshal.GetReference(nexts);
        for (nuint i = 0; i + (nuint)Vector<double>.Count <= (nuint)intervals.Length; i += (nuint)Vector<double>.Count)
        {
            var here = Vector.LoadUnsafe(ref first, i);
            var next = Vector.LoadUnsafe(ref second, i);
            var known = Vector.GreaterThan(here, zero) & Vector.LessThan(here, infinite);
            var both = known & Vector.GreaterThan(next, zero) & Vector.LessThan(next, infinite);

            var distance = Vector.ConditionalSelect(known, here - shift, zero);
            sum += distance;
            squares += distance * distance;
            count -= known;
            shortest = Vector.Min(shortest, Vector.ConditionalSelect(known, here, infinite));
            longest = Vector.Max(longest, Vector.ConditionalSelect(known, here, zero));

            var rate = Vector.ConditionalSelect(known, (minute / here) - rateShift, zero);
            rateSum += rate;
            rateSquares += rate * rate;

            var difference = Vector.ConditionalSelect(both, next - here, zero);
            differenceSum += difference;
            squaredDifferences += difference * difference;
            differences -= both;
            var size = Vector.Abs(difference);
            above50 -= Vector.GreaterThan(size, fifty);
            above20 -= Vector.GreaterThan(size, twenty);
        }

        var (least, most) = (Shortest, Longest);
        for (var i = 0; i < Vector<double>.Count; i++)
            (least, most) = (Math.Min(least, shortest[i]), Math.Max(most, longest[i]));
        return this with
        {
            Count = Count + Vector.Sum(count),
            Differences = Differences + Vector.Sum(differences),
            Sum = Sum + Vector.Sum(sum),
            Squares = Squares + Vector.Sum(squares),
            RateSum = RateSum + Vector.Sum(rateSum),
            RateSquares = RateSquares + Vector.Sum(rateSquares),
            DifferenceSum = DifferenceSum + Vector.Sum(differenceSum),
            SquaredDifferences = SquaredDifferences + Vector.Sum(squaredDifferences),
            Above50 = Above50 + Vector.Sum(above50),
            Above20 = Above20 + Vector.Sum(above20),
            Shortest = least,
            Longest = most,
        };
    }
}
