namespace Attune.Benchmarks;

/// <summary>What is computed of hearts.</summary>
internal static class HeartFigures
{
    public static IEnumerable<(string Figure, double Goal, Action Work)> All() =>
    [
        .. ArousalFigures.All(),
    ];
}
