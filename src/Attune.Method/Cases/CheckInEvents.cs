namespace Attune.Method.Cases;

/// <summary>Before the first session: only what a partner expects.</summary>
public sealed record ExpectationStated : CaseEvent
{
    public required Partner Partner { get; init; }

    public required ExpectationAnswer Expectation { get; init; }

    public override Subject Subject => Partner.AsSubject();
}

/// <summary>A partner answered the check-in after a session. One per partner and session.</summary>
public sealed record CheckInAnswered : CaseEvent
{
    public required int Session { get; init; }

    public required Partner Partner { get; init; }

    public required CheckInAnswers Answers { get; init; }

    public override Subject Subject => Partner.AsSubject();
}

/// <summary>"I cannot answer in private now": a full answer, and one that nobody but the therapist can tell from a missing one.</summary>
public sealed record CheckInPutOff : CaseEvent
{
    public required int Session { get; init; }

    public required Partner Partner { get; init; }

    public override Subject Subject => Partner.AsSubject();
}
