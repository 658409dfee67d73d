namespace Attune.Method.Agreement;

/// <summary>
/// Pairs the moments of two observers one to one, at most a tolerance apart (the tolerance itself is near enough): as many pairs as can be, and
/// among those the least distance in all.
/// </summary>
/// <remarks>
/// On a line nothing is gained by pairs that cross. Time and memory grow with the square of the events that follow each other by the tolerance or less,
/// so a run of more than <see cref="MostPairsInARun"/> possible pairs is refused.
/// </remarks>
internal static class EventMatching
{
    /// <summary>2,000 events of each: 64 MB for a moment [our proposal]. No coding of a session has that many within one tolerance of each other.</summary>
    public const long MostPairsInARun = 4_000_000;

    /// <summary>Marks what was paired. Both lists are in order of time. Returns the number of pairs.</summary>
    public static int Match(TimeSpan[] first, TimeSpan[] second, TimeSpan tolerance, Span<bool> firstPaired, Span<bool> secondPaired)
    {
        var (pairs, i, j) = (0, 0, 0);
        while (i < first.Length && j < second.Length)
        {
            var (endOfFirst, endOfSecond) = EndOfRun(first, second, tolerance, i, j);
            pairs += MatchRun(
                first.AsSpan(i..endOfFirst), second.AsSpan(j..endOfSecond), tolerance, firstPaired[i..endOfFirst], secondPaired[j..endOfSecond]);
            (i, j) = (endOfFirst, endOfSecond);
        }
        return pairs;
    }

    // Nothing pairs across a stretch longer than the tolerance in which neither noted anything.
    private static (int, int) EndOfRun(TimeSpan[] first, TimeSpan[] second, TimeSpan tolerance, int i, int j)
    {
        var last = i < first.Length && (j == second.Length || first[i] <= second[j]) ? first[i] : second[j];
        while (true)
        {
            if (i < first.Length && first[i] - last <= tolerance && (j == second.Length || first[i] <= second[j]))
                last = first[i++];
            else if (j < second.Length && second[j] - last <= tolerance)
                last = second[j++];
            else
                return (i, j);
        }
    }

    private static int MatchRun(
        ReadOnlySpan<TimeSpan> first, ReadOnlySpan<TimeSpan> second, TimeSpan tolerance, Span<bool> firstPaired, Span<bool> secondPaired)
    {
        if (first.IsEmpty || second.IsEmpty)
            return 0;
        if ((long)first.Length * second.Length > MostPairsInARun)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"{first.Length} and {second.Length} events follow each other by the tolerance or less; runs of up to {MostPairsInARun} possible pairs are matched. A tolerance this wide tells no events apart."));
        }

        var best = new (int Pairs, long Distance)[first.Length + 1, second.Length + 1];
        for (var i = 1; i <= first.Length; i++)
        {
            for (var j = 1; j <= second.Length; j++)
            {
                var without = Better(best[i - 1, j], best[i, j - 1]);
                best[i, j] = With(best[i - 1, j - 1], first[i - 1], second[j - 1], tolerance) is { } with ? Better(with, without) : without;
            }
        }
        WalkBack(best, first, second, tolerance, firstPaired, secondPaired);
        return best[first.Length, second.Length].Pairs;
    }

    // Of equals the pair, else leaving the later event: it does not matter which observer is called the first.
    private static void WalkBack(
        (int Pairs, long Distance)[,] best, ReadOnlySpan<TimeSpan> first, ReadOnlySpan<TimeSpan> second, TimeSpan tolerance,
        Span<bool> firstPaired, Span<bool> secondPaired)
    {
        var (i, j) = (first.Length, second.Length);
        while (i > 0 && j > 0)
        {
            var canLeaveFirst = best[i - 1, j] == best[i, j];
            var canLeaveSecond = best[i, j - 1] == best[i, j];
            if (With(best[i - 1, j - 1], first[i - 1], second[j - 1], tolerance) == best[i, j])
                (firstPaired[--i], secondPaired[--j]) = (true, true);
            else if (canLeaveFirst && (!canLeaveSecond || first[i - 1] > second[j - 1]))
                i--;
            else
                j--;
        }
    }

    private static (int Pairs, long Distance)? With((int Pairs, long Distance) before, TimeSpan one, TimeSpan other, TimeSpan tolerance)
    {
        var apart = (one - other).Duration();
        return apart <= tolerance ? (before.Pairs + 1, before.Distance + apart.Ticks) : null;
    }

    private static (int Pairs, long Distance) Better((int Pairs, long Distance) one, (int Pairs, long Distance) other) =>
        one.Pairs > other.Pairs || (one.Pairs == other.Pairs && one.Distance <= other.Distance) ? one : other;
}
