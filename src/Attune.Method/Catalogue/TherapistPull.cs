using System.Collections.Immutable;

namespace Attune.Method.Catalogue;

/// <summary>Which way the therapist drifts with somebody.</summary>
public enum Involvement
{
    Steady = 1,
    Under = 2,
    Over = 3,

    /// <summary>Something is there, and which way it pulls is not clear yet.</summary>
    Unclear = 4,
}

/// <summary>What a partner may set off in the therapist, as a chain. For the therapist's eyes; belongs to the own compartment once it is recorded.</summary>
/// <param name="PartnerModes">Codes of the modes of the partner that pull. Empty when it is not a mode that pulls.</param>
/// <param name="OwnSchemas">Codes of the therapist's own schemas that it pulls on. At least one.</param>
/// <param name="OwnChain">Codes of the therapist's own modes in the order they come: what is hurt or driven first, the coping last. At least one.</param>
/// <param name="TowardThisPartner">The drift toward the partner who pulls.</param>
/// <param name="TowardTheOther">The drift toward the other one.</param>
/// <param name="Consequence">What becomes of the couple if nobody notices.</param>
/// <param name="Signs">What the therapist can notice in the own doing. At least one.</param>
/// <param name="Helps">What brings the therapist back. At least one.</param>
/// <param name="FirstSentence">What can be said aloud once steady.</param>
/// <param name="SafetyFirst">Somebody may be in danger: a safety flag and the own protocol go before this text.</param>
public sealed record TherapistPull(
    string Code,
    string Name,
    string PlainName,
    ImmutableArray<string> PartnerModes,
    ImmutableArray<string> OwnSchemas,
    ImmutableArray<string> OwnChain,
    TwoWordings ChainInWords,
    Involvement TowardThisPartner,
    Involvement TowardTheOther,
    string Consequence,
    ImmutableArray<string> Signs,
    ImmutableArray<string> Helps,
    string FirstSentence,
    bool SafetyFirst,
    string Source,
    Standing Standing) : ICatalogueEntry;
