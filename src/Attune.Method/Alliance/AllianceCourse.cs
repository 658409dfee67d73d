using System.Collections.Immutable;
using Attune.Method.Cases;

namespace Attune.Method.Alliance;

/// <summary>
/// One partner's alliance over the sessions, and where it may have ruptured. Causal: what is found for a session rests on that session and
/// earlier ones only.
/// </summary>
public static class AllianceCourse
{
    /// <summary>
    /// Direct ruptures (tension reported), and strict drops: s(t) - s(t-1) at or below -2 max(own SD over the baseline, .5) (method-facts 1.4, our
    /// proposal). s(t-1) is the last composite that was <em>answered</em>: sessions without one are stepped over, never filled in, so that a fall
    /// across a gap is a fall, found at the session that shows it.
    /// </summary>
    public static PartnerCourse Of(CoupleCase couple, Partner partner)
    {
        var sessions = couple.Sessions.Where(WasHeld).ToImmutableArray();
        var points = Points(sessions, partner);
        return new PartnerCourse(partner, points, Findings(sessions, points, partner));
    }

    // An answer or a debrief proves the session, also where nobody pressed "held".
    private static bool WasHeld(TherapySession session) =>
        session.Held is not null || session.TherapistDebrief is not null || HasTrace(session[Partner.A]) || HasTrace(session[Partner.B]);

    private static bool HasTrace(SessionOfPartner side) => side.CheckIn is not null || side.PutOffAt is not null || side.Debrief is not null;

    private static ImmutableArray<CoursePoint> Points(ImmutableArray<TherapySession> sessions, Partner partner)
    {
        List<CheckInAnswers> forms = [];
        var points = ImmutableArray.CreateBuilder<CoursePoint>(sessions.Length);
        foreach (var session in sessions)
        {
            var side = session[partner];
            if (side.CheckIn is not { } form)
            {
                var answer = side.PutOffAt is null ? SessionAnswer.Missing : SessionAnswer.PutOff;
                points.Add(new CoursePoint(session.Number, session.Held?.StartedAt, answer, null, null, null, null, null, null, null, IsFlat: false));
                continue;
            }
            forms.Add(form);
            points.Add(new CoursePoint(
                session.Number, session.Held?.StartedAt, SessionAnswer.Answered, form.Task, form.Goal, form.Bond, form.Fairness,
                Composite.Of(form), form.Tension, form.StillOpen, FlatAnswers.EndsFlat(forms)));
        }
        return points.MoveToImmutable();
    }

    private static ImmutableArray<RuptureFinding> Findings(
        ImmutableArray<TherapySession> sessions, ImmutableArray<CoursePoint> points, Partner partner)
    {
        List<(double Value, bool IsFlagged)> earlier = [];
        var findings = ImmutableArray.CreateBuilder<RuptureFinding>();
        for (var i = 0; i < points.Length; i++)
        {
            var direct = DirectOf(points[i], sessions[i][partner].Debrief);
            var byRatings = ByRatings(points[i], earlier);
            if (direct is not null)
                findings.Add(direct);
            if (byRatings is not null)
                findings.Add(byRatings);
            if (points[i].Composite is { } composite)
                earlier.Add((composite, direct is not null || byRatings is RuptureFinding.StrictDrop));
        }
        return findings.ToImmutable();
    }

    private static RuptureFinding.Direct? DirectOf(CoursePoint point, PartnerDebriefed? debrief) => (point.Tension, debrief) switch
    {
        ({ Any: true } tension, _) => new(point.Session, tension.Strength, tension.Cleared, TensionReporter.Partner),
        (_, { Tension: true }) => new(point.Session, debrief.TensionStrength, null, TensionReporter.Therapist),
        _ => null,
    };

    // Null: it was looked at, and there was no drop.
    private static RuptureFinding? ByRatings(CoursePoint point, List<(double Value, bool IsFlagged)> earlier)
    {
        if (point.Answer != SessionAnswer.Answered)
            return new RuptureFinding.Inconclusive(point.Session, InconclusiveReason.NoAnswer);
        if (point.Composite is not { } to)
            return new RuptureFinding.Inconclusive(point.Session, InconclusiveReason.ItemsMissing);
        if (earlier.Count == 0)
            return new RuptureFinding.Inconclusive(point.Session, InconclusiveReason.NothingBefore);
        return DropOf(point.Session, to, earlier);
    }

    /// <summary>The strict drop onto <paramref name="to"/>, or null. <paramref name="earlier"/>: answered values, oldest first, at least one.</summary>
    internal static RuptureFinding.StrictDrop? DropOf(int session, double to, IReadOnlyList<(double Value, bool IsFlagged)> earlier)
    {
        var from = earlier[^1].Value;
        var threshold = Baseline.Of(earlier).Threshold;
        return to - from <= -threshold + Baseline.Rounding
            ? new RuptureFinding.StrictDrop(session, from, to, from - threshold, threshold)
            : null;
    }
}
