using System.Collections.Immutable;

namespace Attune.Method.Cases;

/// <summary>A step of a repair, recorded as it happened; no order is imposed and nothing is refused.</summary>
public sealed record RepairStepTaken : CaseEvent
{
    public required RuptureId Rupture { get; init; }

    public required RuptureOwner Owner { get; init; }

    /// <summary>Counts the steps of this rupture from 1.</summary>
    public required int Step { get; init; }

    /// <summary>The session in which it was taken.</summary>
    public required int Session { get; init; }

    public required RepairStepKind Kind { get; init; }

    /// <summary>How the partner took it.</summary>
    public Reception? Taken { get; init; }

    public string? Note { get; init; }

    /// <summary>Of a link to the past: who found it.</summary>
    public LinkFinder? LinkFoundBy { get; init; }

    /// <summary>Of a link to the past: how specific it was, 1 (a general pattern) to 3 (one remembered moment).</summary>
    public int? LinkSpecific { get; init; }

    /// <summary>Of a disclosure: whose need it served.</summary>
    public DisclosureNeed? WhoseNeed { get; init; }

    /// <summary>Of a disclosure: to whom it was said.</summary>
    public RuptureOwner? SaidTo { get; init; }

    /// <summary>The partner's own part in the repair; recorded, so that it can be thanked for.</summary>
    public ImmutableArray<RepairContribution> Contributions { get; init => field = value.IsDefault ? [] : value; } = [];

    public override Subject Subject => Owner.AsSubject();
}

/// <summary>How the other partner, watching, took a repair step: about the witness, and so under the witness's key.</summary>
public sealed record WitnessSeen : CaseEvent
{
    public required RuptureId Rupture { get; init; }

    public required int Step { get; init; }

    public required Partner Witness { get; init; }

    public required WitnessReaction Reaction { get; init; }

    public override Subject Subject => Witness.AsSubject();
}

/// <summary>The therapist holds it for repaired. It stays claimed until the partner's own answers confirm it.</summary>
public sealed record RepairClaimed : CaseEvent
{
    public required RuptureId Rupture { get; init; }

    public required RuptureOwner Owner { get; init; }

    public required int Session { get; init; }

    public override Subject Subject => Owner.AsSubject();
}

/// <summary>The partner said in the room that it is cleared: a weaker confirmation, labelled as such.</summary>
public sealed record RepairToldInTheRoom : CaseEvent
{
    public required RuptureId Rupture { get; init; }

    public required RuptureOwner Owner { get; init; }

    public required int Session { get; init; }

    public override Subject Subject => Owner.AsSubject();
}

/// <summary>A claim, or a word in the room, was taken back: noted too early, or for the wrong rupture.</summary>
public sealed record RepairClaimWithdrawn : CaseEvent
{
    public required RuptureId Rupture { get; init; }

    public required RuptureOwner Owner { get; init; }

    public override Subject Subject => Owner.AsSubject();
}

/// <summary>The story of the rupture in three sentences, drafted from the fields and rewritten by the therapist.</summary>
public sealed record RuptureStoryWritten : CaseEvent
{
    public required RuptureId Rupture { get; init; }

    public required RuptureOwner Owner { get; init; }

    public required RuptureStory Story { get; init; }

    public override Subject Subject => Owner.AsSubject();
}

/// <summary>
/// <paramref name="Happened"/>: what happened between us; <paramref name="Touched"/>: what it touched and why that makes sense;
/// <paramref name="Needed"/>: what was needed. Plain words that the partner may read.
/// </summary>
public sealed record RuptureStory(string Happened, string Touched, string Needed);

/// <summary>What one partner said to the story, and their own words where they changed it. Until then it is the therapist's view only.</summary>
public sealed record RuptureStoryAnswered : CaseEvent
{
    public required RuptureId Rupture { get; init; }

    public required Partner Partner { get; init; }

    public required StoryFit Fit { get; init; }

    /// <summary>The partner's own version; null when they changed nothing.</summary>
    public RuptureStory? InTheirWords { get; init; }

    public override Subject Subject => Partner.AsSubject();
}

public enum StoryFit
{
    Fits = 1,
    Partly = 2,
    DoesNotFit = 3,
}

/// <summary>Asked later: was a piece of the repair used at home?</summary>
public sealed record RepairReused : CaseEvent
{
    public required RuptureId Rupture { get; init; }

    public required Partner Partner { get; init; }

    public required int Session { get; init; }

    public required ReuseAnswer Answer { get; init; }

    public string? Words { get; init; }

    public override Subject Subject => Partner.AsSubject();
}

public enum ReuseAnswer
{
    UsedAndHelped = 1,
    TriedAndStuck = 2,
    NotYet = 3,
    WouldRatherNot = 4,
}

public enum LinkFinder
{
    Partner = 1,
    Together = 2,
    Therapist = 3,
}

public enum DisclosureNeed
{
    OfA = 1,
    OfB = 2,
    OfBoth = 3,
    Mine = 4,
}

/// <summary>What the partner gave to the repair.</summary>
public enum RepairContribution
{
    RaisedIt = 1,
    Stayed = 2,
    SaidWhatWasNeeded = 3,
    Accepted = 4,
    OfferedSomething = 5,
}

/// <summary>The steps of a repair, in the order in which they usually help.</summary>
public enum RepairStepKind
{
    Steadied = 1,
    Recognised = 2,
    ThankedForTheRisk = 3,
    Validated = 4,
    Explored = 5,
    OwnedWithoutDefence = 6,
    MetTheNeed = 7,
    LinkedToThePast = 8,
    ChangedTaskOrGoal = 9,
    HeldTheWitness = 10,
    DisclosedJudiciously = 11,
    ToldTheStory = 12,
    CarriedOverToTheCouple = 13,
}

public enum Reception
{
    Fitted = 1,
    NotSure = 2,
    DidNotFit = 3,
    FeltExplainedAway = 4,
    NotSeen = 5,
}

public enum WitnessReaction
{
    Stayed = 1,
    TurnedAway = 2,
    TookItAsSiding = 3,
    JoinedIn = 4,
    NotSeen = 5,
}
