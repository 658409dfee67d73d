using Attune.Signals.Synchrony;

namespace Attune.Benchmarks;

/// <summary>Two series of ten minutes at 25 a second beside five hundred surrogates: 57 windows of 30 s every 10 s, 251 lags; goals in ms.</summary>
internal static class SynchronyFigures
{
    private const int Samples = 15_000;
    private const int Count = 500;

    public static IEnumerable<(string Figure, double Goal, Action Work)> All()
    {
        var options = new SynchronyOptions
        {
            SamplesPerSecond = 25,
            Window = TimeSpan.FromSeconds(30),
            Step = TimeSpan.FromSeconds(10),
            LongestLag = TimeSpan.FromSeconds(5),
        };
        var (first, second) = (Series(1), Series(2));
        ReadOnlyMemory<double>[] strangers = [.. Enumerable.Range(3, Count / 2).Select(seed => (ReadOnlyMemory<double>)Series(seed))];
        yield return ("synchrony of one pair, one core", 2, () => SynchronyFinding.Of(first, second, options));
        yield return ("500 surrogates by shuffled segments, both cores", 500, () => Surrogates.ByShuffling(first, second, options, Count, 1));
        yield return ("500 surrogates by circular shift, both cores", 500, () => Surrogates.ByShifting(first, second, options, Count, 1));
        yield return ("500 surrogates by 250 strangers, both cores", 500, () => Surrogates.ByStrangers(first, second, strangers, options));
    }

    // Movement: mostly little, now and then much, smooth over half a second.
    private static double[] Series(int seed)
    {
        var chance = new Random(seed);
        var (series, level) = (new double[Samples], 0.0);
        for (var i = 0; i < Samples; i++)
            series[i] = level = (0.9 * level) + (chance.NextDouble() < 0.05 ? chance.NextDouble() : 0.01 * chance.NextDouble());
        return series;
    }
}
