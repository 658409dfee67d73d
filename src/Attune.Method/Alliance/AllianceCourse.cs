using System.Collections.Immutable;
using Attune.Method.Cases;

namespace Attune.Method.Alliance;

/// <summary>
/// One partner's alliance over the sessions, and where it may have ruptured. Causal: what is found for a session rests on that session and
/// earlier ones only. Private: the other partner's answers and what is noted about them do not enter, so the course is the same without them.
/// </summary>
public static class AllianceCourse
{
    /// <summary>
    /// Direct ruptures (tension reported), what the criteria infer from the composites (<see cref="RuptureCriterion"/>), possible siding from the
    /// fairness answer, and for each session where nothing could be told, or flat answers told nothing, why.
    /// </summary>
    public static PartnerCourse Of(CoupleCase couple, Partner partner)
    {
        var points = ImmutableArray.CreateBuilder<CoursePoint>(couple.Sessions.Count);
        var findings = ImmutableArray.CreateBuilder<RuptureFinding>();
        var flat = new FlatAnswers.Running();
        var inferred = new InferredRuptures();
        var siding = new Siding();
        foreach (var session in couple.Sessions)
        {
            var side = session[partner];
            if (!WasHeld(session, side))
                continue;
            var point = PointOf(session, side, flat) with { Limit = inferred.Limit };
            points.Add(point);
            Find(point, side.Debrief, inferred, siding, findings);
        }
        return new PartnerCourse(partner, points.ToImmutable(), findings.ToImmutable()) { ChartJudgesFrom = inferred.ChartJudgesFrom };
    }

    // This partner's answer or debrief proves the session too, also where nobody pressed "held". The other's does not: the course would tell of it.
    // What comes before the first session (0) is no session.
    private static bool WasHeld(TherapySession session, SessionOfPartner side) =>
        session.Number > 0
        && (session.Held is not null || session.TherapistDebrief is not null
            || side.CheckIn is not null || side.PutOffAt is not null || side.Debrief is not null);

    private static CoursePoint PointOf(TherapySession session, SessionOfPartner side, FlatAnswers.Running flat)
    {
        if (side.CheckIn is { } form)
        {
            return new CoursePoint(
                session.Number, session.Held?.StartedAt, SessionAnswer.Answered, form.Task, form.Goal, form.Bond, form.Fairness,
                form.WithinCouple, Composite.Of(form), form.Tension, form.StillOpen, flat.Add(form));
        }
        var answer = side.PutOffAt is null ? SessionAnswer.Missing : SessionAnswer.PutOff;
        return new CoursePoint(session.Number, session.Held?.StartedAt, answer, null, null, null, null, null, null, null, null, IsFlat: false);
    }

    private static void Find(
        CoursePoint point, PartnerDebriefed? debrief, InferredRuptures inferred, Siding siding, ImmutableArray<RuptureFinding>.Builder findings)
    {
        var direct = DirectOf(point, debrief);
        if (direct is not null)
            findings.Add(direct);
        var before = findings.Count;
        var reason = WhyNotJudged(point, inferred);
        if (point.Composite is { } composite)
            inferred.Judge(point.Session, composite, direct is not null, findings);
        if (reason is null && point.IsFlat && findings.Count == before)
            reason = InconclusiveReason.AnswersRarelyVary;
        if (reason is { } why)
            findings.Add(new RuptureFinding.Inconclusive(point.Session, why));
        if (siding.Judge(point.Session, point.Fairness) is { } sided)
            findings.Add(sided);
    }

    private static RuptureFinding.Direct? DirectOf(CoursePoint point, PartnerDebriefed? debrief) => (point.Tension, debrief) switch
    {
        ({ Any: true } tension, _) => new(point.Session, tension.Strength, tension.Cleared, TensionReporter.Partner),
        (_, { Tension: true }) => new(point.Session, debrief.TensionStrength, null, TensionReporter.Therapist),
        _ => null,
    };

    private static InconclusiveReason? WhyNotJudged(CoursePoint point, InferredRuptures inferred) => point switch
    {
        { Answer: not SessionAnswer.Answered } => InconclusiveReason.NoAnswer,
        { Composite: null } => InconclusiveReason.ItemsMissing,
        _ => inferred.HasEarlier ? null : InconclusiveReason.NothingBefore,
    };
}
