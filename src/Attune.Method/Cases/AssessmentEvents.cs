using System.Collections.Immutable;

namespace Attune.Method.Cases;

/// <summary>
/// What is known of one partner from the first phase. Scores are mean item scores from 1 to 6, typed from a licensed measure; any may be missing.
/// Replaces the assessment before it, whole.
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

    /// <summary>How decided they are about staying; asked alone.</summary>
    public Leaning? Leaning { get; init; }

    /// <summary>The two or three injuries that keep coming back, in their words; asked alone.</summary>
    public ImmutableArray<string> Injuries { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether they want the therapist to rule that the other is the cause.</summary>
    public bool? AsksForVerdict { get; init; }

    /// <summary>What the blame is about, once the last two have been ruled out or found; null while not clear.</summary>
    public BlameKind? Blames { get; init; }

    /// <summary>Earlier ruptures that mattered: the only honest material for a link to the past.</summary>
    public ImmutableArray<PastRupture> PastRuptures { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Trauma and patterns, as far as the person wants it written down.</summary>
    public string? Trauma { get; init; }

    /// <summary>Connection is expected to take longer: a flat early bond is then not read as failing, and more transparency is due.</summary>
    public bool SlowBond { get; init; }

    /// <summary>Differences of background between therapist and this partner; they drive siding.</summary>
    public string? DiffersFromTherapist { get; init; }

    /// <summary>What the therapist does not know yet about this partner: topic code of the catalogue to a line.</summary>
    public ImmutableSortedDictionary<string, string> NotKnownYet { get; init => field = value ?? field; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>What the person would rather not say: a full answer, never asked again by the program.</summary>
    public ImmutableArray<AssessmentTopic> WouldRatherNot { get; init => field = value.IsDefault ? [] : value; } = [];

    public override Subject Subject => Partner.AsSubject();
}

/// <summary>What a person may be asked and may rather not say.</summary>
public enum AssessmentTopic
{
    ReasonToCome = 1,
    Expectations = 2,
    Leaning = 3,
    Injuries = 4,
    PastRuptures = 5,
    Trauma = 6,
    Hope = 7,
    Motivation = 8,
    Background = 9,
}

/// <summary>How decided a partner is about staying in the relationship.</summary>
public enum Leaning
{
    Out = 1,
    Undecided = 2,
    In = 3,
}

/// <summary>What a partner's blame is about: the same words can mean opposite things for what to do.</summary>
public enum BlameKind
{
    BySchema = 1,

    /// <summary>An affair, a betrayal, a broken promise: "both have a part" would itself be the rupture.</summary>
    ForCause = 2,

    /// <summary>A safety matter, not a goal problem.</summary>
    ReportsAbuse = 3,
}

/// <summary>With whom a past rupture was.</summary>
public enum PastRelation
{
    Caregiver = 1,
    FormerPartner = 2,
    EarlierTherapist = 3,
    SomebodyElse = 4,
}

/// <summary>A rupture from before: how it ended and what would have mended it, each if known.</summary>
public sealed record PastRupture(PastRelation With, string? HowItEnded, string? WouldHaveMended);

/// <summary>What belongs to the two together. Replaces the one before it, whole. Therapy may start here, before any score.</summary>
public sealed record CoupleAssessed : CaseEvent
{
    /// <summary>Years since the distress began; shown beside the average six (Gottman, 1999, as the article cites it).</summary>
    public double? YearsOfDistress { get; init; }

    /// <summary>Schema mode code: how A usually is in the couple's cycle.</summary>
    public string? ModeOfA { get; init; }

    /// <summary>Schema mode code: how B usually is in the couple's cycle.</summary>
    public string? ModeOfB { get; init; }

    /// <summary>Who usually moves first; null when it cannot be told or differs.</summary>
    public Partner? MovesFirst { get; init; }

    /// <summary>What the therapist does not know yet about the couple's own culture: topic code of the catalogue to a line.</summary>
    public ImmutableSortedDictionary<string, string> NotKnownYet { get; init => field = value ?? field; } = ImmutableSortedDictionary<string, string>.Empty;

    public override Subject Subject => Subject.Couple;
}

/// <summary>A person's usual modes when one schema is touched; each part may be "not clear yet" (null).</summary>
public sealed record OwnChain
{
    /// <summary>Who is hurt.</summary>
    public string? ChildMode { get; init; }

    /// <summary>Whose voice it is.</summary>
    public string? ParentMode { get; init; }

    /// <summary>How it is kept away: what is seen first.</summary>
    public string? CopingMode { get; init; }
}

/// <summary>The therapist set a partner's own chain for one schema, over whatever was proposed.</summary>
public sealed record OwnChainSet : CaseEvent
{
    public required Partner Partner { get; init; }

    /// <summary>Early schema code.</summary>
    public required string EarlySchema { get; init; }

    public required OwnChain Chain { get; init; }

    public override Subject Subject => Partner.AsSubject();
}

/// <summary>A partner said what they expect of therapy, of the therapist or of the other.</summary>
public sealed record TherapyExpectationVoiced : CaseEvent
{
    public required Partner Partner { get; init; }

    /// <summary>Counts this partner's expectations from 1.</summary>
    public required int Expectation { get; init; }

    public required ExpectationOf Of { get; init; }

    public required string Words { get; init; }

    /// <summary>By when, in their words.</summary>
    public string? ByWhen { get; init; }

    public override Subject Subject => Partner.AsSubject();
}

public enum ExpectationOf
{
    Therapy = 1,
    Therapist = 2,
    OtherPartner = 3,
}

/// <summary>The therapist answered an expectation, or spoke of it again.</summary>
public sealed record TherapyExpectationAnswered : CaseEvent
{
    public required Partner Partner { get; init; }

    public required int Expectation { get; init; }

    public required ExpectationReply Reply { get; init; }

    /// <summary>The session in which it was spoken about; 0 before the first.</summary>
    public required int Session { get; init; }

    public string? Words { get; init; }

    public override Subject Subject => Partner.AsSubject();
}

public enum ExpectationReply
{
    Will = 1,
    WillNot = 2,
    DoNotKnowYet = 3,
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

    /// <summary>The therapist's own list of senses and body signs to watch, at most six codes of the catalogue.</summary>
    public ImmutableArray<string> Senses { get; init => field = value.IsDefault ? [] : value; } = [];

    public override Subject Subject => Subject.Therapist;
}

/// <summary>The therapist's own card for one schema, written outside sessions: compartment data, in the therapist's own log.</summary>
public sealed record OwnCardWritten : CaseEvent
{
    /// <summary>Early schema code.</summary>
    public required string EarlySchema { get; init; }

    /// <summary>The therapist's own chain for it.</summary>
    public OwnChain Chain { get; init => field = value ?? field; } = new();

    public string? WhatMyChildHears { get; init; }

    public string? WhatMyAdultAnswers { get; init; }

    public string? WhatSoothesMe { get; init; }

    public override Subject Subject => Subject.Therapist;
}
