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

    /// <summary>The number of the partner's expectation that was its occasion; null when none was.</summary>
    public int? Expectation { get; init; }

    /// <summary>Next time this is touched: what this partner's healthy adult would say or do, to the therapist.</summary>
    public string? NextTimeToTherapist { get; init; }

    /// <summary>And what they would say or do to the other partner.</summary>
    public string? NextTimeToPartner { get; init; }
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
