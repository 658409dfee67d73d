using System.Collections.Immutable;

namespace Attune.Method.Catalogue;

/// <summary>One of the six families, and the way out of it.</summary>
/// <param name="Letter">V, C, A, D, S or H.</param>
/// <param name="SmallestStep">The smallest step from here to the healthy adult.</param>
public sealed record ModeFamilyGuide(
    string Code,
    string Name,
    string PlainName,
    string Letter,
    ModeFamily Family,
    TwoWordings Summary,
    TwoWordings SmallestStep,
    string Source,
    Standing Standing) : ICatalogueEntry;

/// <summary>Two families that set each other off, with the therapist's seat in it. Who moves first is data, not part of it.</summary>
/// <param name="Other">Null: any family.</param>
/// <param name="Children">The children under it.</param>
/// <param name="TherapistSeat">Where the therapist usually ends up.</param>
/// <param name="SeatFamilies">The same as families. May be empty.</param>
/// <param name="SidedAgainst">Who feels sided against.</param>
/// <param name="WhatToDo">At least one.</param>
public sealed record ModeClash(
    string Code,
    string Name,
    string PlainName,
    ModeFamily One,
    ModeFamily? Other,
    TwoWordings WhatHappens,
    TwoWordings Children,
    string TherapistSeat,
    ImmutableArray<ModeFamily> SeatFamilies,
    string SidedAgainst,
    ClashSafety Safety,
    ImmutableArray<string> WhatToDo,
    string FirstSentence,
    string Source,
    Standing Standing) : ICatalogueEntry;

/// <summary>What a clash asks for first.</summary>
public enum ClashSafety
{
    None = 1,

    /// <summary>Screen for violence.</summary>
    ScreenViolence = 2,

    /// <summary>Screen for coercive control, each alone.</summary>
    ScreenAlone = 3,

    /// <summary>Stop what is happening now.</summary>
    StopNow = 4,

    /// <summary>Ask about hope and about leaving.</summary>
    AskLeaving = 5,

    /// <summary>The answers may be flat: ask in the room.</summary>
    FlatAnswers = 6,
}

/// <summary>What to do when one partner, or both, want the other declared the cause.</summary>
/// <param name="HowToTell">At least one.</param>
/// <param name="RuleOutFirst">Codes of what has to be ruled out before this is assumed. May be empty.</param>
/// <param name="Schemas">Codes of the early schemas usually at its root. May be empty.</param>
/// <param name="Accused">What it does to the partner who is accused, and what they need.</param>
/// <param name="PulledInto">The seat that the therapist is pulled into.</param>
/// <param name="Never">What must not be said, because it would itself be the rupture.</param>
/// <param name="IsSafetyMatter">Not a goal problem: the own protocol goes first.</param>
public sealed record BlameGuide(
    string Code,
    string Name,
    string PlainName,
    TwoWordings Summary,
    ImmutableArray<string> HowToTell,
    ImmutableArray<string> RuleOutFirst,
    ImmutableArray<string> Schemas,
    ImmutableArray<string> WhatToDo,
    string Accused,
    string PulledInto,
    string Never,
    bool IsSafetyMatter,
    string FirstSentence,
    string Source,
    Standing Standing) : ICatalogueEntry;

/// <summary>A topic on which a couple has a culture of its own, with one curious question.</summary>
/// <param name="About">Whether it is asked of one partner or of the two.</param>
public sealed record CuriosityTopic(
    string Code, string Name, string PlainName, CuriosityAbout About, TwoWordings Line, string Question, string Source, Standing Standing) : ICatalogueEntry;

public enum CuriosityAbout
{
    Partner = 1,
    Couple = 2,
}

/// <summary>What a safety screen asks each partner alone, in the project's own words. No measure, and no verdict.</summary>
/// <param name="Ask">At least one.</param>
/// <param name="IfYes">What then. At least one.</param>
public sealed record SafetyPrompt(
    string Code, string Name, string PlainName, TwoWordings Line, ImmutableArray<string> Ask, ImmutableArray<string> IfYes, string Source, Standing Standing)
    : ICatalogueEntry;
