namespace Attune.Signals.Simulation;

/// <summary>
/// Random numbers by place, not by turn: the n-th number of a seed depends on nothing else, so the order of drawing cannot matter.
/// SplitMix64 (Steele, Lea and Flood, 2014) as a counter-based generator.
/// </summary>
internal static class SplitMix64
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>Number <paramref name="counter"/> (from 0) of the stream that starts at <paramref name="seed"/>.</summary>
    internal static ulong At(ulong seed, ulong counter)
    {
        var z = unchecked(seed + ((counter + 1) * Golden));
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        return z ^ (z >> 31);
    }

    /// <summary>Uniform in [0, 1), 53 bits.</summary>
    internal static double UnitAt(ulong seed, ulong counter) => (At(seed, counter) >> 11) * (1.0 / (1UL << 53));

    /// <summary>
    /// Mean 0, variance 1, in [-6, 6]: twelve uniforms summed (Irwin-Hall). Only additions, so every processor gives the same bits;
    /// a logarithm would not promise that.
    /// </summary>
    internal static double BellAt(ulong seed, ulong counter)
    {
        const int terms = 12;
        var sum = 0.0;
        for (var i = 0UL; i < terms; i++)
            sum += UnitAt(seed, unchecked((counter * terms) + i));
        return sum - (terms / 2);
    }
}
