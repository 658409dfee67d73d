namespace Attune.Method.Cases;

/// <summary>How likely the therapist thinks that something is, in words; what each is as a chance stands in <see cref="Anticipation.StatedChances"/>.</summary>
public enum StatedChance
{
    Hardly = 1,
    RatherNot = 2,
    Possibly = 3,
    AsLikelyAsNot = 4,
    Probably = 5,
}

/// <summary>
/// Before a session, and before the program says what it expects, the therapist was asked how likely it is that this partner will tell of a tension, hurt
/// or distance after it. Once for a session; one event for each partner, so that it goes with the one whom it is about.
/// </summary>
public sealed record OwnForecastMade : CaseEvent
{
    public required int Session { get; init; }

    public required Partner Partner { get; init; }

    /// <summary>Null: asked, and left open. It is not asked again.</summary>
    public StatedChance? Chance { get; init; }

    public override Subject Subject => Partner.AsSubject();
}
