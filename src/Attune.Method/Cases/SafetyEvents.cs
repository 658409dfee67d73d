using System.Collections.Immutable;

namespace Attune.Method.Cases;

/// <summary>What a safety screen asks about. Each stands in the catalogue with its own questions.</summary>
public enum SafetyConcern
{
    Violence = 1,
    CoerciveControl = 2,
    Suicide = 3,
    HarmToOthers = 4,
    Addiction = 5,

    /// <summary>An affair that goes on: a contraindication to know of, no danger by itself.</summary>
    ActiveAffair = 6,
}

/// <summary>One partner was screened. About what this partner said, and under this partner's key.</summary>
public sealed record SafetyScreened : CaseEvent
{
    public required Partner Partner { get; init; }

    /// <summary>Whether the other was out of the room, and out of hearing. A screen with the other present says little, and is kept as such.</summary>
    public required bool Alone { get; init; }

    /// <summary>What came up; empty: nothing did.</summary>
    public ImmutableArray<SafetyConcern> Concerns { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The person would rather not answer: no all-clear.</summary>
    public bool WouldRatherNot { get; init; }

    public string? Note { get; init; }

    public override Subject Subject => Partner.AsSubject();
}

/// <summary>The therapist raised a safety flag. It only ever keeps things off, and shows nowhere shared.</summary>
public sealed record SafetyFlagRaised : CaseEvent
{
    /// <summary>By whose account, or about whom: it lies under this partner's key.</summary>
    public required Partner Partner { get; init; }

    public required SafetyConcern Concern { get; init; }

    public string? Note { get; init; }

    public override Subject Subject => Partner.AsSubject();
}

public sealed record SafetyFlagLowered : CaseEvent
{
    public required Partner Partner { get; init; }

    public required SafetyConcern Concern { get; init; }

    public string? Why { get; init; }

    public override Subject Subject => Partner.AsSubject();
}
