using System.Collections.Immutable;

namespace Attune.Method.Cases;

/// <summary>The record of a couple was begun.</summary>
public sealed record CoupleOpened : CaseEvent
{
    public required CoupleId Couple { get; init; }

    public override Subject Subject => Subject.Couple;
}

/// <summary>A partner was named, or renamed.</summary>
public sealed record PartnerIntroduced : CaseEvent
{
    public required Partner Partner { get; init; }

    public required string Name { get; init; }

    public override Subject Subject => Partner.AsSubject();
}

/// <summary>
/// What is known of one partner from the first phase. Scores are mean item scores from 1 to 6, typed from a licensed measure; any may be missing.
/// </summary>
public sealed record PartnerAssessed : CaseEvent
{
    public required Partner Partner { get; init; }

    /// <summary>Early schema code to mean item score, 1 to 6.</summary>
    public ImmutableSortedDictionary<string, double> EarlySchemas { get; init => field = value ?? field; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>Schema mode code to mean item score, 1 to 6.</summary>
    public ImmutableSortedDictionary<string, double> SchemaModes { get; init => field = value ?? field; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>Technique code to comfort with it, 0 to 10.</summary>
    public ImmutableSortedDictionary<string, int> Comfort { get; init => field = value ?? field; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>How far this partner sees the problem as one of both, 0 to 10.</summary>
    public int? SharedView { get; init; }

    /// <summary>0 to 10.</summary>
    public int? Motivation { get; init; }

    /// <summary>0 to 10.</summary>
    public int? Hope { get; init; }

    public string? ReasonToCome { get; init; }

    public string? ExpectsOfTherapy { get; init; }

    public override Subject Subject => Partner.AsSubject();
}

/// <summary>The therapist of the practice named themselves.</summary>
public sealed record TherapistIntroduced : CaseEvent
{
    public required string Name { get; init; }

    public override Subject Subject => Subject.Therapist;
}

/// <summary>The therapist's own profile: compartment data, out of every print and default export.</summary>
public sealed record TherapistAssessed : CaseEvent
{
    /// <summary>Early schema code to mean item score, 1 to 6.</summary>
    public ImmutableSortedDictionary<string, double> EarlySchemas { get; init => field = value ?? field; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>Schema mode code to mean item score, 1 to 6.</summary>
    public ImmutableSortedDictionary<string, double> SchemaModes { get; init => field = value ?? field; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>Usual heart rate at rest, bpm.</summary>
    public double? UsualRestingRate { get; init; }

    public override Subject Subject => Subject.Therapist;
}
