using System.Numerics;
using System.Runtime.InteropServices;

namespace Attune.Signals.Variability;

/// <summary>
/// Every sum that the time domain needs, in one pass over the intervals. Values are summed as distances from a typical one, so that squares
/// do not cancel.
/// </summary>
internal readonly record struct IntervalSums
{
    private const double MillisecondsPerMinute = 60_000;
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
        var lanes = new Lanes(shift, MillisecondsPerMinute / shift);
        var vectors = MemoryMarshal.Cast<double, Vector<double>>(intervals[..Math.Max(0, intervals.Length - 1)]);
        var nexts = MemoryMarshal.Cast<double, Vector<double>>(intervals[Math.Min(1, intervals.Length)..]);
        for (var i = 0; i < vectors.Length; i++)
            lanes.Add(vectors[i], nexts[i]);

        // The last few one by one, in the first lane; a lane that holds NaN is a gap.
        Span<double> here = stackalloc double[Vector<double>.Count];
        Span<double> next = stackalloc double[Vector<double>.Count];
        here.Fill(double.NaN);
        next.Fill(double.NaN);
        for (var i = vectors.Length * Vector<double>.Count; i < intervals.Length; i++)
        {
            here[0] = intervals[i];
            next[0] = i + 1 < intervals.Length ? intervals[i + 1] : double.NaN;
            lanes.Add(new(here), new(next));
        }

        return lanes.Total();
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

    private struct Lanes(double shift, double rateShift)
    {
        private static readonly Vector<double> Infinite = new(double.PositiveInfinity);

        private Vector<double> sum, squares, rateSum, rateSquares, differenceSum, squaredDifferences;
        private Vector<long> count, differences, above50, above20;
        private Vector<double> shortest = Infinite, longest = Vector<double>.Zero;

        internal void Add(Vector<double> here, Vector<double> next)
        {
            var known = Vector.GreaterThan(here, Vector<double>.Zero) & Vector.LessThan(here, Infinite);
            var both = known & Vector.GreaterThan(next, Vector<double>.Zero) & Vector.LessThan(next, Infinite);
            var zero = Vector<double>.Zero;

            var distance = Vector.ConditionalSelect(known, here - new Vector<double>(shift), zero);
            sum += distance;
            squares += distance * distance;
            count -= known;
            shortest = Vector.ConditionalSelect(known, Vector.Min(shortest, here), shortest);
            longest = Vector.ConditionalSelect(known, Vector.Max(longest, here), longest);

            var rate = Vector.ConditionalSelect(known, (new Vector<double>(MillisecondsPerMinute) / here) - new Vector<double>(rateShift), zero);
            rateSum += rate;
            rateSquares += rate * rate;

            var difference = Vector.ConditionalSelect(both, next - here, zero);
            differenceSum += difference;
            squaredDifferences += difference * difference;
            differences -= both;
            var size = Vector.Abs(difference);
            above50 -= Vector.GreaterThan(size, new Vector<double>(50));
            above20 -= Vector.GreaterThan(size, new Vector<double>(20));
        }

        internal readonly IntervalSums Total()
        {
            var (least, most) = (double.PositiveInfinity, 0.0);
            for (var i = 0; i < Vector<double>.Count; i++)
                (least, most) = (Math.Min(least, shortest[i]), Math.Max(most, longest[i]));
            return new()
            {
                Shift = shift,
                RateShift = rateShift,
                Count = Vector.Sum(count),
                Differences = Vector.Sum(differences),
                Sum = Vector.Sum(sum),
                Squares = Vector.Sum(squares),
                RateSum = Vector.Sum(rateSum),
                RateSquares = Vector.Sum(rateSquares),
                DifferenceSum = Vector.Sum(differenceSum),
                SquaredDifferences = Vector.Sum(squaredDifferences),
                Above50 = Vector.Sum(above50),
                Above20 = Vector.Sum(above20),
                Shortest = least,
                Longest = most,
            };
        }
    }
}
