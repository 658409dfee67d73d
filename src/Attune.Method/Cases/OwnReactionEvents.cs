using Attune.Method.Catalogue;

namespace Attune.Method.Cases;

/// <summary>
/// The therapist noticed an own reaction toward A, B or both: compartment data. What the partners did is about them and lies in
/// <see cref="ReactionTraced"/>.
/// </summary>
public sealed record OwnReactionNoted : CaseEvent
{
    public required int Session { get; init; }

    /// <summary>Counts the reactions in this couple's record from 1.</summary>
    public required int Reaction { get; init; }

    public required ReactionToward Toward { get; init; }

    /// <summary>
    /// <see cref="Involvement.Under"/> or <see cref="Involvement.Over"/>; over with one is usually under with the other, as an event of its own.
    /// <see cref="Involvement.Unclear"/>: something is there, and which way it pulls is not known; it counts as neither.
    /// <see cref="Involvement.Steady"/> stands in an amendment alone: the reaction is taken back.
    /// </summary>
    public required Involvement Direction { get; init; }

    public ReactionStrength Strength { get; init; } = ReactionStrength.Subtle;

    /// <summary>Code of the catalogue: anxious, angry, far-away; null when none was named.</summary>
    public string? Feeling { get; init; }

    /// <summary>Noted within a stretch of arousal: it says so and counts less.</summary>
    public bool WhileAroused { get; init; }

    /// <summary>Time since the session began; null when noted afterwards.</summary>
    public TimeSpan? Into { get; init; }

    /// <summary>The own early schema it pulled on; null when not clear.</summary>
    public string? OwnSchema { get; init; }

    /// <summary>The reaction is a chain like a partner's, not one mode.</summary>
    public OwnChain? Chain { get; init; }

    /// <summary>Whether the own mode was rigid or chaotic; null when neither.</summary>
    public ReactionManner? Manner { get; init; }

    /// <summary>A guess whose feeling this may be; settled later by <see cref="FeelingGuessSettled"/>.</summary>
    public FeelingOf? WhoseFeeling { get; init; }

    public override Subject Subject => Subject.Therapist;
}

public enum ReactionToward
{
    A = 1,
    B = 2,
    Both = 3,
}

/// <summary>Press or hold.</summary>
public enum ReactionStrength
{
    Subtle = 1,
    Strong = 2,
}

public enum ReactionManner
{
    Rigid = 1,
    Chaotic = 2,
}

/// <summary>Whose feeling the therapist's sensation may be.</summary>
public enum FeelingOf
{
    Mine = 1,
    AUnspoken = 2,
    BUnspoken = 3,
    BetweenThem = 4,
    CannotTell = 5,
}

/// <summary>A guess about whose feeling it was turned out right, or was struck.</summary>
public sealed record FeelingGuessSettled : CaseEvent
{
    public required int Reaction { get; init; }

    public required bool Confirmed { get; init; }

    public override Subject Subject => Subject.Therapist;
}

/// <summary>What a partner did that touched the therapist, or (without a partner) what it tells about what they do to each other.</summary>
public sealed record ReactionTraced : CaseEvent
{
    public required int Reaction { get; init; }

    /// <summary>Null: about the two of them.</summary>
    public Partner? Partner { get; init; }

    public required string Words { get; init; }

    public override Subject Subject => Partner?.AsSubject() ?? Subject.Couple;
}

/// <summary>Something seen in a partner during a session: a channel, a marker or a mode. One tap.</summary>
public sealed record MarkPlaced : CaseEvent
{
    public required int Session { get; init; }

    public required Partner Partner { get; init; }

    public required MarkKind Kind { get; init; }

    /// <summary>Code of the channel, marker or mode.</summary>
    public required string Code { get; init; }

    /// <summary>The early schema that seemed touched; null when not clear.</summary>
    public string? EarlySchema { get; init; }

    public ReactionStrength Strength { get; init; } = ReactionStrength.Subtle;

    /// <summary>Seen while the therapist was aroused: it says so and counts less.</summary>
    public bool WhileAroused { get; init; }

    /// <summary>Time since the session began; null when noted afterwards.</summary>
    public TimeSpan? Into { get; init; }

    public override Subject Subject => Partner.AsSubject();
}

public enum MarkKind
{
    Channel = 1,
    Marker = 2,
    Mode = 3,
}
