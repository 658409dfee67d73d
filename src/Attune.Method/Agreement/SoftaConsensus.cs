namespace Attune.Method.Agreement;

/// <summary>
/// What three raters of a SOFTA-o dimension (Friedlander et al., 2006) say together, where they do not talk it over. -3 = extremely problematic, 0 =
/// unremarkable, 3 = extremely strong; steps of one, the consensus in steps of a half.
/// </summary>
public abstract record SoftaConsensus
{
    /// <summary>The scale's end either way.</summary>
    public const int Extreme = 3;

    private SoftaConsensus() { }

    /// <summary>Two or three gave this rating.</summary>
    public sealed record Agreed(double Rating) : SoftaConsensus;

    /// <summary>All three differ: the mean of the two closest; <paramref name="Dropped"/> is the third.</summary>
    public sealed record MeanOfClosest(double Rating, int Dropped) : SoftaConsensus;

    /// <summary>All three differ and the middle one is as far from either: the middle one (our proposal, the manual does not say).</summary>
    public sealed record Middle(double Rating) : SoftaConsensus;

    /// <summary>No consensus by this rule.</summary>
    public sealed record CannotTell(NoAgreementReason Reason) : SoftaConsensus;

    /// <summary>
    /// Null = not rated: then there is none, also where the other two agree, since the rule is for three. Throws outside of -3 to 3.
    /// </summary>
    public static SoftaConsensus Of(int? first, int? second, int? third)
    {
        RequireOnScale(first, nameof(first));
        RequireOnScale(second, nameof(second));
        RequireOnScale(third, nameof(third));
        if ((first, second, third) is not ({ } one, { } two, { } three))
            return new CannotTell(NoAgreementReason.RatingMissing);
        int[] sorted = [one, two, three];
        Array.Sort(sorted);
        var (lowest, middle, highest) = (sorted[0], sorted[1], sorted[2]);
        if (lowest == middle || middle == highest)
            return new Agreed(middle);
        return (middle - lowest).CompareTo(highest - middle) switch
        {
            0 => new Middle(middle),
            < 0 => new MeanOfClosest((lowest + middle) / 2.0, highest),
            _ => new MeanOfClosest((middle + highest) / 2.0, lowest),
        };
    }

    private static void RequireOnScale(int? rating, string name)
    {
        if (rating is < -Extreme or > Extreme)
            throw new ArgumentOutOfRangeException(name, rating, "SOFTA ratings lie between -3 and 3.");
    }
}
