namespace Attune.Method;

/// <summary>A stream of pseudo-random numbers from a seed and a number (SplitMix64; Steele, Lea and Flood, 2014). The same on every machine.</summary>
internal struct SeededStream(uint seed, uint number)
{
    private ulong _state = ((ulong)seed << 32) | number;

    /// <summary>In [0, 1), in steps of 2^-53.</summary>
    public double Uniform()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>Standard normal (Box and Muller, 1958).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Uniform())) * Math.Cos(2 * Math.PI * Uniform());
}
