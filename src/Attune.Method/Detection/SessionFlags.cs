namespace Attune.Method.Detection;

/// <summary>Which criteria flag one session. The default: none.</summary>
public readonly record struct SessionFlags
{
    internal SessionFlags(uint bits) => Bits = bits;

    /// <summary>The bit of a criterion is its number in the enumeration.</summary>
    public uint Bits { get; }

    public bool Has(DetectionCriterion criterion) => (Bits >> (int)criterion & 1) != 0;

    internal static uint Of(DetectionCriterion criterion) => 1u << (int)criterion;
}
