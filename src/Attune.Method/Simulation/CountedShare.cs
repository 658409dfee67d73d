namespace Attune.Method.Simulation;

/// <summary>So many of so many, with what chance alone leaves open.</summary>
public readonly record struct CountedShare(long Count, long Of)
{
    private const double Normal95 = 1.959963984540054;

    /// <summary>0 to 1; null of none.</summary>
    public double? Value => Of == 0 ? null : (double)Count / Of;

    /// <summary>Wilson's (1927) 95% score interval, within 0 to 1; null of none.</summary>
    public (double Lower, double Upper)? Interval
    {
        get
        {
            if (Of == 0)
                return null;
            var (n, p, z2) = ((double)Of, (double)Count / Of, Normal95 * Normal95);
            var middle = (p + z2 / (2 * n)) / (1 + z2 / n);
            var half = Normal95 / (1 + z2 / n) * Math.Sqrt(p * (1 - p) / n + z2 / (4 * n * n));
            return (Count == 0 ? 0 : Math.Max(0, middle - half), Count == Of ? 1 : Math.Min(1, middle + half));
        }
    }

    public static CountedShare operator +(CountedShare one, CountedShare other) => new(one.Count + other.Count, one.Of + other.Of);
}
