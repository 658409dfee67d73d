using System.Collections.Immutable;

namespace Attune.Method.Cases;

/// <summary>A session was planned, or planned anew. Sessions are numbered from 1 within a couple's record.</summary>
public sealed record SessionPlanned : CaseEvent
{
    public required int Session { get; init; }

    public DateOnly? On { get; init; }

    /// <summary>Technique codes of the catalogue.</summary>
    public ImmutableArray<string> Techniques { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Occasion codes of the catalogue (absence ahead, fee, strap, ...).</summary>
    public ImmutableArray<string> Occasions { get; init => field = value.IsDefault ? [] : value; } = [];

    public string? Aim { get; init; }

    /// <summary>Technique code to the step of its ladder to begin at, from 1.</summary>
    public ImmutableSortedDictionary<string, int> LadderSteps { get; init => field = value ?? field; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>Planned techniques for which an alternative was offered and not taken: allowed, and noted.</summary>
    public ImmutableArray<string> KeptAsPlanned { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What is to be said openly: codes of the transparency list; ticked again in the debrief.</summary>
    public ImmutableArray<string> Transparency { get; init => field = value.IsDefault ? [] : value; } = [];

    public override Subject Subject => Subject.Couple;
}

/// <summary>A session took place.</summary>
public sealed record SessionHeld : CaseEvent
{
    public required int Session { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public int? Minutes { get; init; }

    public override Subject Subject => Subject.Couple;
}

/// <summary>A recording of the therapist's heart was read into the record; its beats lie beside the log.</summary>
public sealed record RecordingAdded : CaseEvent
{
    public required int Session { get; init; }

    public required RecordingId Recording { get; init; }

    public required string FileName { get; init; }

    /// <summary>The format as read, such as "PolarHrm".</summary>
    public required string Format { get; init; }

    public required int Beats { get; init; }

    public required TimeSpan Duration { get; init; }

    public ImmutableArray<string> Remarks { get; init => field = value.IsDefault ? [] : value; } = [];

    public override Subject Subject => Subject.Therapist;
}

/// <summary>
/// What the article's rule found in a recording (rate above the threshold for more than the minimum duration; Gottman and Gottman, 2014), with the choices that decide it.
/// </summary>
public sealed record ArousalNoted : CaseEvent
{
    public required int Session { get; init; }

    public required RecordingId Recording { get; init; }

    public ImmutableArray<ArousalSpan> Episodes { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>bpm.</summary>
    public required double ThresholdBpm { get; init; }

    /// <summary>Share of the recording with believable beats, 0 to 1.</summary>
    public required double Coverage { get; init; }

    /// <summary>False when too little was believable to say anything.</summary>
    public required bool Judgeable { get; init; }

    /// <summary>How the rate was taken, as the choice is named.</summary>
    public required string RateChoice { get; init; }

    /// <summary>How artefacts were handled, as the rule is named.</summary>
    public required string ArtefactRule { get; init; }

    public required string Algorithm { get; init; }

    public override Subject Subject => Subject.Therapist;
}

/// <summary>One stretch of arousal: half-open, in time since the first beat of the recording.</summary>
public sealed record ArousalSpan(TimeSpan Start, TimeSpan End, double PeakBpm, double MeanBpm);

/// <summary>What the therapist saw of one partner: the part of a debrief that is about that partner.</summary>
public sealed record PartnerDebriefed : CaseEvent
{
    public required int Session { get; init; }

    public required Partner Partner { get; init; }

    /// <summary>Task, as the therapist sees it for this partner, 1 to 7.</summary>
    public int? Task { get; init; }

    /// <summary>Goal, 1 to 7.</summary>
    public int? Goal { get; init; }

    /// <summary>The therapist's guess of this partner's bond answer, 1 to 7.</summary>
    public int? GuessedBond { get; init; }

    /// <summary>Whether the therapist noticed tension, hurt or distance with this partner.</summary>
    public bool? Tension { get; init; }

    /// <summary>How strong, 1 to 5.</summary>
    public int? TensionStrength { get; init; }

    /// <summary>Something owed to this partner, put first on the next brief.</summary>
    public string? Owed { get; init; }

    /// <summary>How easy it was to feel with this partner; part of the therapist's own learning.</summary>
    public Ease? Ease { get; init; }

    /// <summary>How far this partner saw the problem as one of both, 0 to 10.</summary>
    public int? SharedView { get; init; }

    /// <summary>Technique code to whether it was too little, right or too much for this partner, asked after every step.</summary>
    public ImmutableSortedDictionary<string, Dose> Doses { get; init => field = value ?? field; } = ImmutableSortedDictionary<string, Dose>.Empty;

    public override Subject Subject => Partner.AsSubject();
}

/// <summary>What the therapist saw of themselves: compartment data.</summary>
public sealed record TherapistDebriefed : CaseEvent
{
    public required int Session { get; init; }

    public Presence? WithA { get; init; }

    public Presence? WithB { get; init; }

    public Centre? AtCentre { get; init; }

    public CareGiven? GotCare { get; init; }

    /// <summary>Codes of the transparency list that were said.</summary>
    public ImmutableArray<string> Transparency { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Code of the four words (curious, open, accepting, loving) to how far it was there, 0 to 3.</summary>
    public ImmutableSortedDictionary<string, int> Coal { get; init => field = value ?? field; } = ImmutableSortedDictionary<string, int>.Empty;

    public ImmutableArray<EpisodeReflection> Episodes { get; init => field = value.IsDefault ? [] : value; } = [];

    public string? Note { get; init; }

    public override Subject Subject => Subject.Therapist;
}

/// <summary>How easy it was to feel with a partner.</summary>
public enum Ease
{
    Easy = 1,
    Effort = 2,
    CouldNot = 3,
}

/// <summary>How much a technique was for a person.</summary>
public enum Dose
{
    TooLittle = 1,
    Right = 2,
    TooMuch = 3,
}

/// <summary>Were you with this partner?</summary>
public enum Presence
{
    WithThem = 1,
    WithEffort = 2,
    FarFrom = 3,
    TooClose = 4,
}

/// <summary>Who or what was at the centre of the session.</summary>
public enum Centre
{
    TheCouple = 1,
    A = 2,
    B = 3,
    TheMethod = 4,
    Me = 5,
}

/// <summary>Who got care today.</summary>
public enum CareGiven
{
    Both = 1,
    A = 2,
    B = 3,
    Neither = 4,
}

/// <summary>What the therapist makes of one arousal episode. <paramref name="Index"/> counts from 0 in the recording's episodes.</summary>
public sealed record EpisodeReflection(int Index, EpisodeToward? Toward, bool? WasRupture);

/// <summary>Toward whom the reaction went.</summary>
public enum EpisodeToward
{
    A = 1,
    B = 2,
    Both = 3,
    Neither = 4,
    CannotTell = 5,
}
