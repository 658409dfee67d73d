using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Practice.Couples;
using Attune.Practice.Planning;
using Attune.Practice.Refusals;

namespace Attune.Practice.Therapists;

/// <summary>The therapist noticed an own reaction toward A, B or both. Compartment data in the couple's case.</summary>
public sealed record NoteOwnReaction : CoupleCommand
{
    /// <summary>The number of a reaction that is noted already and is now said anew, whole; null for a new one.</summary>
    public int? Reaction { get; init; }

    public required int Session { get; init; }

    public required ReactionToward Toward { get; init; }

    /// <summary>Under, over, or not clear yet; steady takes back one that is noted already.</summary>
    public required Involvement Direction { get; init; }

    public ReactionStrength Strength { get; init; } = ReactionStrength.Subtle;

    public string? Feeling { get; init; }

    public bool WhileAroused { get; init; }

    public TimeSpan? Into { get; init; }

    public string? OwnSchema { get; init; }

    public OwnChain? Chain { get; init; }

    public ReactionManner? Manner { get; init; }

    public FeelingOf? WhoseFeeling { get; init; }

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        if (!SessionRules.IsHeld(couple, Session))
            return Decision.No(SessionRules.NotHeld(Session));
        var known = couple.Reactions.FirstOrDefault(one => one.Number == Reaction);
        if (Reaction is not null && known is null)
            return Decision.No(OwnReactionRefusals.NoSuchReaction);
        if (known is not null && Stale(known.NotedNumber))
            return Decision.No(CommonRefusals.ChangedMeanwhile);
        var check = new Check()
            .Defined<ReactionToward>(Toward, "Toward", "Toward whom it was")
            .Defined<Involvement>(Direction, "Direction", "The direction")
            .That(known is not null || Direction != Involvement.Steady, OwnReactionRefusals.NoDirection)
            .Defined<ReactionStrength>(Strength, "Strength", "The strength")
            .NotLonger(Feeling, 60, "Feeling", "The feeling")
            .NotLonger(OwnSchema, 60, "OwnSchema", "The own schema")
            .Defined(Manner, "Manner", "The manner")
            .Defined(WhoseFeeling, "WhoseFeeling", "Whose feeling it may be");
        return check.Fails ? Decision.No(check.Why) : Decision.Record(Noted(couple, known, at));
    }

    private OwnReactionNoted Noted(CoupleCase couple, OwnReaction? known, DateTimeOffset at) => new()
    {
        At = at,
        Amends = known?.NotedNumber,
        Session = Session,
        Reaction = known?.Number ?? (couple.NextOf<OwnReactionNoted>(one => one.Reaction)),
        Toward = Toward,
        Direction = Direction,
        Strength = Strength,
        Feeling = Feeling,
        WhileAroused = WhileAroused,
        Into = Into,
        OwnSchema = OwnSchema,
        Chain = Chain,
        Manner = Manner,
        WhoseFeeling = WhoseFeeling,
    };
}

/// <summary>A guess about whose feeling it was turned out right, or is struck.</summary>
public sealed record SettleFeelingGuess : CoupleCommand
{
    public required int Reaction { get; init; }

    public required bool Confirmed { get; init; }

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at) => couple.Reactions.FirstOrDefault(one => one.Number == Reaction) switch
    {
        null => Decision.No(OwnReactionRefusals.NoSuchReaction),
        { Noted.WhoseFeeling: null or FeelingOf.CannotTell } => Decision.No(OwnReactionRefusals.NoGuess),
        _ => Decision.Record(new FeelingGuessSettled { At = at, Reaction = Reaction, Confirmed = Confirmed }),
    };
}

/// <summary>What each did that touched the therapist, and what it tells about what they do to each other: each line under its own subject's key.</summary>
public sealed record TraceReaction : CoupleCommand
{
    public required int Reaction { get; init; }

    public string? WhatADid { get; init; }

    public string? WhatBDid { get; init; }

    public string? WhatItTells { get; init; }

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        if (couple.Reactions.All(one => one.Number != Reaction))
            return Decision.No(OwnReactionRefusals.NoSuchReaction);
        var events = ImmutableArray.CreateRange(
            new[] { Traced(Partner.A, WhatADid, at), Traced(Partner.B, WhatBDid, at), Traced(null, WhatItTells, at) }.OfType<CaseEvent>());
        var check = new Check()
            .That(!events.IsEmpty, OwnReactionRefusals.NothingTraced)
            .NotLonger(WhatADid, 1_000, "WhatADid", "What A did")
            .NotLonger(WhatBDid, 1_000, "WhatBDid", "What B did")
            .NotLonger(WhatItTells, 1_000, "WhatItTells", "What it tells");
        return check.Fails ? Decision.No(check.Why) : new Decision(events, []);
    }

    private ReactionTraced? Traced(Partner? partner, string? words, DateTimeOffset at) =>
        string.IsNullOrWhiteSpace(words) ? null : new ReactionTraced { At = at, Reaction = Reaction, Partner = partner, Words = words.Trim() };
}

internal static class OwnReactionRefusals
{
    public static readonly Refusal NoSuchReaction = new("OWN001", "There is no own reaction with this number in this record.", "Reaction");

    public static readonly Refusal NoDirection = new("OWN002", "Was it too far away, or too close? “Not clear yet” is an answer too.", "Direction");

    public static readonly Refusal NoGuess = new("OWN003", "Whose feeling it was has not been guessed, so there is nothing to settle.");

    public static readonly Refusal NothingTraced = new("OWN004", "Write one line at least: what one of them did, or what it tells about the two.", "WhatADid");
}
