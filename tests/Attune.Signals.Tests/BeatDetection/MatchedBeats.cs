namespace Attune.Signals.Tests.BeatDetection;

/// <summary>Found beats beside the true ones: each is matched once, within a tolerance in samples.</summary>
internal static class MatchedBeats
{
    internal static double F1(ReadOnlySpan<double> found, IReadOnlyList<double> truth, double within)
    {
        var (hits, i, j) = (0, 0, 0);
        while (i < found.Length && j < truth.Count)
        {
            if (Math.Abs(found[i] - truth[j]) <= within)
                (hits, i, j) = (hits + 1, i + 1, j + 1);
            else if (found[i] < truth[j])
                i++;
            else
                j++;
        }

        return 2.0 * hits / (found.Length + truth.Count);
    }
}
