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

/// <summary>The therapist of the practice named themselves.</summary>
public sealed record TherapistIntroduced : CaseEvent
{
    public required string Name { get; init; }

    public override Subject Subject => Subject.Therapist;
}
