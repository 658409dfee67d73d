using System.Collections.Immutable;

namespace Attune.Method.Catalogue;

/// <summary>Something that can be planned for a session.</summary>
/// <param name="Ladder">Steps that build up to it, easiest first. Empty when it needs none.</param>
/// <param name="Alternatives">Codes of techniques with the same aim.</param>
/// <param name="Strengths">How strongly it bears on each area when it is too much for somebody.</param>
/// <param name="Sensitivities">Whom it may be too much for.</param>
public sealed record Technique(
    string Code,
    string Name,
    string PlainName,
    TwoWordings Aim,
    TwoWordings Summary,
    ImmutableArray<LadderStep> Ladder,
    ImmutableArray<string> Alternatives,
    AreaStrengths Strengths,
    ImmutableArray<SchemaSensitivity> Sensitivities,
    TechniqueSafety Safety,
    string FirstSentence,
    string Source,
    Standing Standing) : ICatalogueEntry;

/// <summary>What a safety flag does to the offer of a technique. What happened can always be recorded.</summary>
public enum TechniqueSafety
{
    Unaffected = 1,
    NotWhenDirectedAtPartner = 2,
    NotOffered = 3,
}

/// <summary>One rung. After each, both partners are asked whether it was too little, right, or too much.</summary>
/// <param name="Number">From 1 on, without a gap.</param>
public sealed record LadderStep(int Number, TwoWordings Text);

/// <summary>Something that happens around or in a session and can touch a schema: an absence, a fee, a strap.</summary>
/// <param name="Prepare">What to do beforehand.</param>
public sealed record Occasion(
    string Code,
    string Name,
    string PlainName,
    TwoWordings Summary,
    string Prepare,
    string FirstSentence,
    AreaStrengths Strengths,
    ImmutableArray<SchemaSensitivity> Sensitivities,
    string Source,
    Standing Standing) : ICatalogueEntry;
