using System.Collections.Immutable;
using System.Text.Json.Serialization;
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
/// its number is known. <paramref name="IsFlat"/>: see <see cref="FlatAnswers"/>.
/// </summary>
public sealed record CoursePoint(
    int Session,
    DateTimeOffset? At,
    SessionAnswer Answer,
    int? Task,
    int? Goal,
    int? Bond,
    int? Fairness,
    double? Composite,
    TensionAnswer? Tension,
    StillOpenAnswer? StillOpen,
    bool IsFlat);

/// <summary>What one session's answers say about a rupture with one partner, and why nothing can be said where that is so.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "finding")]
[JsonDerivedType(typeof(Direct), "direct")]
[JsonDerivedType(typeof(StrictDrop), "strict-drop")]
[JsonDerivedType(typeof(Inconclusive), "inconclusive")]
public abstract record RuptureFinding
{
    private RuptureFinding(int session) => Session = session;

    public int Session { get; }

    /// <summary>Somebody said that there was tension. <paramref name="Strength"/> and <paramref name="Cleared"/> 1 to 5, null when not said.</summary>
    public sealed record Direct(int Session, int? Strength, int? Cleared, TensionReporter By) : RuptureFinding(Session);

    /// <summary>
    /// The composite fell from <paramref name="From"/> to <paramref name="To"/>, to or below <paramref name="Limit"/> (from less
    /// <paramref name="Threshold"/>); all in points of the 1 to 7 scale.
    /// </summary>
    public sealed record StrictDrop(int Session, double From, double To, double Limit, double Threshold) : RuptureFinding(Session);

    /// <summary>Whether the composite dropped cannot be told.</summary>
    public sealed record Inconclusive(int Session, InconclusiveReason Reason) : RuptureFinding(Session);
}

/// <summary>Who reported the tension. The partner's word comes first; the therapist's is used where the partner reported none.</summary>
public enum TensionReporter
{
    Partner = 1,
    Therapist = 2,
}

public enum InconclusiveReason
{
    NoAnswer = 1,
    /// <summary>Task, goal and bond were not all answered.</summary>
    ItemsMissing = 2,
    /// <summary>No earlier composite to compare with.</summary>
    NothingBefore = 3,
}

/// <summary>One partner's course: a point per held session, in order, and the findings in order of their sessions.</summary>
public sealed record PartnerCourse(Partner Partner, ImmutableArray<CoursePoint> Points, ImmutableArray<RuptureFinding> Findings)
{
    /// <summary>Null when no such session was held.</summary>
    public CoursePoint? PointOf(int session) => Points.FirstOrDefault(point => point.Session == session);

    /// <summary>Sessions with a direct rupture or a strict drop.</summary>
    public bool IsFlagged(int session) => Findings.Any(finding => finding.Session == session && finding is not RuptureFinding.Inconclusive);
}
