using System.Collections.Immutable;
using Attune.Method.Cases;

namespace Attune.Method.Alliance;

/// <summary>Reads one partner's course from the case. Pure; the other partner's answers do not come into it.</summary>
public static class AllianceCourse
{
    public static PartnerCourse Of(CoupleCase couple, Partner partner)
    {
        var points = ImmutableArray.CreateBuilder<CoursePoint>();
        foreach (var session in couple.Sessions)
        {
            if (session.Held is { } held)
                points.Add(Point(session, held, partner));
        }

        var lastSession = points.Count == 0 ? 0 : points[^1].Session;
        return new PartnerCourse(partner, points.ToImmutable(), FindingsOf(points), FlatAnswers.UpTo(couple, partner, lastSession));
    }

    private static CoursePoint Point(TherapySession session, SessionHeld held, Partner partner)
    {
        var side = session[partner];
        var answers = side.CheckIn;
        var answer = answers is not null ? SessionAnswer.Answered : side.PutOffAt is not null ? SessionAnswer.PutOff : SessionAnswer.Missing;
        return new CoursePoint(session.Number, held.StartedAt, answer, answers?.Task, answers?.Goal, answers?.Bond, answers?.Fairness,
            answers is null ? null : Composite.Of(answers), answers?.Tension);
    }

    private static ImmutableArray<RuptureFinding> FindingsOf(ImmutableArray<CoursePoint>.Builder points)
    {
        var rated = points.Where(point => point.Composite is not null).ToArray();
        var composites = rated.Select(point => point.Composite!.Value).ToArray();
        var verdicts = StrictDropRule.Over(composites);
        var findings = ImmutableArray.CreateBuilder<RuptureFinding>();
        foreach (var point in points)
        {
            if (point.Tension is { Any: true } tension)
                findings.Add(new RuptureFinding.Direct(point.Session, tension.Strength, tension.Cleared));
            var at = Array.IndexOf(rated, point);
            if (at < 0)
                findings.Add(new RuptureFinding.Inconclusive(point.Session,
                    point.Answer == SessionAnswer.Answered ? InconclusiveReason.CompositeIncomplete : InconclusiveReason.NoAnswer));
            else if (verdicts[at].Flagged)
                findings.Add(new RuptureFinding.StrictDrop(point.Session, composites[at - 1], composites[at], verdicts[at].Threshold));
        }

        return findings.ToImmutable();
    }
}
