using System.Collections.Immutable;
using Attune.Method.Catalogue;

namespace Attune.Method.Cases;

/// <summary>What a rupture is understood to be, so far. Every part may be "not clear yet" (null or empty).</summary>
public sealed record RuptureFormulation
{
    public ImmutableArray<RuptureArea> Areas { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>One of <see cref="Areas"/>.</summary>
    public RuptureArea? PrimaryArea { get; init; }

    /// <summary>Early schema codes.</summary>
    public ImmutableArray<string> EarlySchemas { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>One of <see cref="EarlySchemas"/>.</summary>
    public string? PrimarySchema { get; init; }

    /// <summary>The unmet need, in the partner's words where they gave them.</summary>
    public string? Need { get; init; }

    /// <summary>Schema mode codes: what is seen, whose voice it is, who is hurt.</summary>
    public string? CopingMode { get; init; }

    public string? ParentMode { get; init; }

    public string? ChildMode { get; init; }

    /// <summary>Occasion code of the catalogue.</summary>
    public string? Occasion { get; init; }
}

/// <summary>How a rupture came to be known.</summary>
public enum RuptureSource
{
    /// <summary>The partner said so in the check-in.</summary>
    ReportedByPartner = 1,
    /// <summary>The therapist noticed it.</summary>
    NoticedByTherapist = 2,
    /// <summary>Inferred from the ratings.</summary>
    InferredFromRatings = 3,
}

public sealed record RuptureNoted : CaseEvent
{
    public required RuptureId Rupture { get; init; }

    /// <summary>The session in which it happened.</summary>
    public required int Session { get; init; }

    public required RuptureOwner Owner { get; init; }

    public required RuptureSource Source { get; init; }

    public RuptureFormulation Formulation { get; init => field = value ?? field; } = new();

    public override Subject Subject => Owner.AsSubject();
}

public sealed record RuptureReformulated : CaseEvent
{
    public required RuptureId Rupture { get; init; }

    public required RuptureOwner Owner { get; init; }

    public required RuptureFormulation Formulation { get; init; }

    public override Subject Subject => Owner.AsSubject();
}

/// <summary>Noted by mistake. It stays in the record and leaves every count.</summary>
public sealed record RuptureSetAside : CaseEvent
{
    public required RuptureId Rupture { get; init; }

    public required RuptureOwner Owner { get; init; }

    public string? Why { get; init; }

    public override Subject Subject => Owner.AsSubject();
}

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
