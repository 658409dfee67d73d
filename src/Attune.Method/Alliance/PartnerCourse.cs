using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Attune.Method.Cases;

namespace Attune.Method.Alliance;

/// <summary>What became of a check-in. A missing answer stays missing: it is never read as "fine".</summary>
public enum SessionAnswer
{
    Answered = 1,
    /// <summary>The partner could not answer in private.</summary>
    PutOff = 2,
    Missing = 3,
}

/// <summary>One held session in a partner's course. What is not known is null.</summary>
public sealed record CoursePoint(
    int Session, DateTimeOffset At, SessionAnswer Answer, int? Task, int? Goal, int? Bond, int? Fairness, double? Composite, TensionAnswer? Tension);

/// <summary>A partner's answers over the sessions that were held, with what the criteria say about them.</summary>
/// <param name="RarelyVaries">The last forms are all alike (<see cref="FlatAnswers"/>): they say little, a good end least of all.</param>
public sealed record PartnerCourse(Partner Partner, ImmutableArray<CoursePoint> Points, ImmutableArray<RuptureFinding> Findings, bool RarelyVaries)
{
    public IEnumerable<RuptureFinding> FindingsIn(int session) => Findings.Where(finding => finding.Session == session);
}

/// <summary>What one criterion says about one session of one partner. A prompt to look, never a verdict.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "finding")]
[JsonDerivedType(typeof(Direct), "direct")]
[JsonDerivedType(typeof(StrictDrop), "strict-drop")]
[JsonDerivedType(typeof(Inconclusive), "inconclusive")]
public abstract record RuptureFinding(int Session)
{
    /// <summary>The partner reported a moment of tension, hurt or distance.</summary>
    /// <param name="Strength">1 to 5; null when not said.</param>
    /// <param name="Cleared">1 to 5; null when not said.</param>
    public sealed record Direct(int Session, int? Strength, int? Cleared) : RuptureFinding(Session);

    /// <summary>
    /// The composite fell by at least <paramref name="Threshold"/> since the answered form before: twice the larger of the person's own SD and the
    /// reference SD of .5 (after Gumz et al., 2012: the stricter of the two; the reference is our proposal).
    /// </summary>
    public sealed record StrictDrop(int Session, double From, double To, double Threshold) : RuptureFinding(Session);

    /// <summary>The ratings cannot tell for this session.</summary>
    public sealed record Inconclusive(int Session, InconclusiveReason Reason) : RuptureFinding(Session);
}

public enum InconclusiveReason
{
    /// <summary>There is no answer.</summary>
    NoAnswer = 1,
    /// <summary>The form leaves task, goal or bond out.</summary>
    CompositeIncomplete = 2,
}
