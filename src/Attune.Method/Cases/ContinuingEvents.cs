namespace Attune.Method.Cases;

/// <summary>An appointment that did not take place. It has no session number; <see cref="AfterSession"/> says where it falls.</summary>
public sealed record SessionMissed : CaseEvent
{
    /// <summary>The last session held before it; 0 before the first.</summary>
    public required int AfterSession { get; init; }

    public required MissedHow How { get; init; }

    /// <summary>Who did not come; both: it is about the couple.</summary>
    public required RuptureOwner Whose { get; init; }

    public DateOnly? On { get; init; }

    public string? Reason { get; init; }

    public override Subject Subject => Whose.AsSubject();
}

public enum MissedHow
{
    Cancelled = 1,
    DidNotCome = 2,
}

/// <summary>A partner said that they are not sure they will come back.</summary>
public sealed record ContinuingDoubted : CaseEvent
{
    public required Partner Partner { get; init; }

    public required int Session { get; init; }

    public string? Words { get; init; }

    public override Subject Subject => Partner.AsSubject();
}

/// <summary>The engaged partner seems to be running out of hope: quiet after pursuit is not calm.</summary>
public sealed record HopeSeenFading : CaseEvent
{
    public required Partner Partner { get; init; }

    public required int Session { get; init; }

    public override Subject Subject => Partner.AsSubject();
}

/// <summary>The work with a couple ended, as the therapist sees it.</summary>
public sealed record CoupleClosed : CaseEvent
{
    /// <summary>The last session; 0 when none was held.</summary>
    public required int AfterSession { get; init; }

    public required ClosingReason Reason { get; init; }

    public string? Words { get; init; }

    public override Subject Subject => Subject.Couple;
}

/// <summary>Why it ended, as one partner says; asked of each alone.</summary>
public sealed record PartnerSaidWhyClosed : CaseEvent
{
    public required Partner Partner { get; init; }

    public required ClosingReason Reason { get; init; }

    public string? Words { get; init; }

    public override Subject Subject => Partner.AsSubject();
}

public sealed record CoupleReopened : CaseEvent
{
    public override Subject Subject => Subject.Couple;
}

public enum ClosingReason
{
    GoalsReached = 1,
    Pause = 2,
    TheCoupleParted = 3,
    NotHelpfulEnough = 4,
    SomethingBetweenUs = 5,
    Practical = 6,
    Safety = 7,
    WouldRatherNotSay = 8,
    NotKnown = 9,
}

/// <summary>A task for home was agreed.</summary>
public sealed record HomeTaskAgreed : CaseEvent
{
    /// <summary>Counts the couple's tasks from 1.</summary>
    public required int Task { get; init; }

    public required int Session { get; init; }

    public required RuptureOwner For { get; init; }

    public required string Words { get; init; }

    public override Subject Subject => For.AsSubject();
}

/// <summary>What became of a task, per partner and without reproach.</summary>
public sealed record HomeTaskReviewed : CaseEvent
{
    public required int Task { get; init; }

    public required Partner Partner { get; init; }

    public required int Session { get; init; }

    public required HomeTaskOutcome Outcome { get; init; }

    public override Subject Subject => Partner.AsSubject();
}

public enum HomeTaskOutcome
{
    Done = 1,
    Partly = 2,
    Not = 3,
    NeverReallyAgreed = 4,
}

/// <summary>What was owed to a partner has been given: it leaves the brief.</summary>
public sealed record PromiseKept : CaseEvent
{
    public required Partner Partner { get; init; }

    /// <summary>The session whose debrief holds the promise.</summary>
    public required int PromisedInSession { get; init; }

    /// <summary>The session in which it was kept.</summary>
    public required int Session { get; init; }

    public override Subject Subject => Partner.AsSubject();
}
