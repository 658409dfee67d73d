namespace Attune.Benchmarks;

/// <summary>Hearts, timed: pure numerics over what is in memory.</summary>
internal static class HeartFigures
{
    public static IEnumerable<(string Figure, double Goal, Action Work)> All() =>
    [
        .. ReadingFigures.All(),
        .. VariabilityFigures.All(),
        .. ArousalFigures.All(),
        .. SynchronyFigures.All(),
        .. BeatDetectionFigures.All(),
    ];
}
