using Attune.Method.Cases;

namespace Attune.Method.Alliance;

/// <summary>Whether a partner answered after a session.</summary>
public enum SessionAnswer
{
    Answered = 1,
    /// <summary>"I cannot answer in private now", and no answer since.</summary>
    PutOff = 2,
    /// <summary>No answer. That is not "fine".</summary>
    Missing = 3,
}

/// <summary>
/// One partner's point for one held session. Ratings 1 to 7, null when not answered. <paramref name="At"/> is the session's start, null when only
/// its number is known. <paramref name="WithinCouple"/> is this partner's answer about the two of them. <paramref name="IsFlat"/>: see
/// <see cref="FlatAnswers"/>.
/// </summary>
public sealed record CoursePoint(
    int Session,
    DateTimeOffset? At,
    SessionAnswer Answer,
    int? Task,
    int? Goal,
    int? Bond,
    int? Fairness,
    int? WithinCouple,
    double? Composite,
    TensionAnswer? Tension,
    StillOpenAnswer? StillOpen,
    bool IsFlat)
{
    /// <summary>
    /// What this session is judged by, from earlier sessions alone: the limit of the criterion that leads for it, in points and not cut to the scale.
    /// Null while there is nothing to judge by.
    /// </summary>
    public double? Limit { get; init; }
}
