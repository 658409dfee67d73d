using System.Collections.Immutable;

namespace Attune.Method.Cases;

/// <summary>A session began to be heard and marked while it goes on. What comes in lies in a journal beside the log until it ends.</summary>
public sealed record LiveSessionBegun : CaseEvent
{
    public required int Session { get; init; }

    public required LiveId Live { get; init; }

    /// <summary>The first moment: every time of the session counts from here.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    public override Subject Subject => Subject.Couple;
}

/// <summary>It ended, and the journal is gone: what was kept of it stands in the events beside this one.</summary>
public sealed record LiveSessionEnded : CaseEvent
{
    public required int Session { get; init; }

    public required LiveId Live { get; init; }

    /// <summary>False: thrown away as a whole, as a run for practice or one begun by mistake is.</summary>
    public required bool Kept { get; init; }

    public override Subject Subject => Subject.Couple;
}

/// <summary>One heart of a session that was heard live; its beats lie beside the log.</summary>
public sealed record HeartHeard : CaseEvent
{
    public required int Session { get; init; }

    public required HeartOf Heart { get; init; }

    public required RecordingId Recording { get; init; }

    /// <summary>The first beat's beginning, since the session began.</summary>
    public required TimeSpan StartsInto { get; init; }

    /// <summary>From the first beat to the last, by the heart's own clock.</summary>
    public required TimeSpan Duration { get; init; }

    public required int Beats { get; init; }

    /// <summary>Messages of the strap that could not be read.</summary>
    public int Unreadable { get; init; }

    /// <summary>It was replayed from a recording.</summary>
    public bool Replayed { get; init; }

    /// <summary>Kept and not read: no state is drawn from it, and nothing else.</summary>
    public bool IsSetAside { get; init; }

    /// <summary>What was shown, in time since the session began, in order and without overlap.</summary>
    public ImmutableArray<HeartSpan> States { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The resting rate that states were drawn by, in bpm; null: the threshold alone.</summary>
    public double? RestingBpm { get; init; }

    /// <summary>The rate above which it counted as aroused, in bpm.</summary>
    public double? ArousedAboveBpm { get; init; }

    public override Subject Subject => Heart.AsSubject();
}

/// <summary>A heart's clock was found to run early or late against the session's: everything of it moves by as much.</summary>
public sealed record HeartShifted : CaseEvent
{
    public required int Session { get; init; }

    public required HeartOf Heart { get; init; }

    public required RecordingId Recording { get; init; }

    /// <summary>In all, not in addition to an earlier one; negative: earlier.</summary>
    public required TimeSpan By { get; init; }

    public override Subject Subject => Heart.AsSubject();
}

/// <summary>The therapist noticed the own body or senses, the own mode, or whether they were receptive or reactive: compartment data.</summary>
public sealed record OwnStateNoted : CaseEvent
{
    public required int Session { get; init; }

    public required OwnStateKind Kind { get; init; }

    /// <summary>Code of the sense or of the mode; "receptive" or "reactive".</summary>
    public required string Code { get; init; }

    /// <summary>Of a mode: rigid or chaotic; null when neither.</summary>
    public ReactionManner? Manner { get; init; }

    public ReactionStrength Strength { get; init; } = ReactionStrength.Subtle;

    public bool WhileAroused { get; init; }

    public TimeSpan? Into { get; init; }

    public override Subject Subject => Subject.Therapist;
}

/// <summary>The therapist steadied the own arousal: compartment data.</summary>
public sealed record SteadyingPractised : CaseEvent
{
    public required int Session { get; init; }

    /// <summary>When it began.</summary>
    public required TimeSpan Into { get; init; }

    public required TimeSpan Lasting { get; init; }

    /// <summary>Code of the catalogue's exercise.</summary>
    public required string Exercise { get; init; }

    public required SteadyingEnd Ended { get; init; }

    /// <summary>What was chosen when recovery did not come by itself.</summary>
    public SteadyingChoice? Choice { get; init; }

    /// <summary>Which of the four words was missing: curious, open, accepting, loving; null when none was named.</summary>
    public string? Missing { get; init; }

    /// <summary>A guess whose feeling it may be.</summary>
    public FeelingOf? WhoseFeeling { get; init; }

    public override Subject Subject => Subject.Therapist;
}

/// <summary>Whether a partner agreed, for themselves, that their heart may be heard in sessions.</summary>
public sealed record PartnerHeartAgreed : CaseEvent
{
    public required Partner Partner { get; init; }

    public required bool Agreed { get; init; }

    public override Subject Subject => Partner.AsSubject();
}

/// <summary>Quiet minutes were measured and taken as a resting rate: in the therapist's own log.</summary>
public sealed record RestingRateTaken : CaseEvent
{
    /// <summary>bpm.</summary>
    public required double MedianBpm { get; init; }

    /// <summary>bpm.</summary>
    public required double DeviationBpm { get; init; }

    /// <summary>Time that the believed beats cover.</summary>
    public required TimeSpan Measured { get; init; }

    public override Subject Subject => Subject.Therapist;
}

/// <summary>A stretch of one state. Half-open.</summary>
public readonly record struct HeartSpan(TimeSpan Start, TimeSpan End, HeartState State);

/// <summary>What is shown of a heart.</summary>
public enum HeartState
{
    /// <summary>It could not be told.</summary>
    Unknown = 1,

    /// <summary>Says nothing good: the rate is not raised, no more.</summary>
    Quiet = 2,
    Rising = 3,
    Aroused = 4,
    Recovering = 5,
}

/// <summary>Whose heart.</summary>
public enum HeartOf
{
    Therapist = 1,
    A = 2,
    B = 3,
}

public enum OwnStateKind
{
    /// <summary>Of the own body or senses.</summary>
    Sense = 1,

    /// <summary>The own mode.</summary>
    Mode = 2,

    /// <summary>Receptive or reactive.</summary>
    Check = 3,
}

public enum SteadyingEnd
{
    Recovered = 1,

    /// <summary>The time was over.</summary>
    TimeUp = 2,

    /// <summary>Left before.</summary>
    Stopped = 3,
}

public enum SteadyingChoice
{
    GoOn = 1,
    SlowTheRoom = 2,
    ShortBreak = 3,
}

public static class Hearts
{
    public static Subject AsSubject(this HeartOf heart) => heart switch
    {
        HeartOf.A => Subject.PartnerA,
        HeartOf.B => Subject.PartnerB,
        _ => Subject.Therapist,
    };

    /// <summary>Null: the therapist's.</summary>
    public static Partner? AsPartner(this HeartOf heart) => heart switch
    {
        HeartOf.A => Partner.A,
        HeartOf.B => Partner.B,
        _ => null,
    };
}
