using Attune.Method.Alliance;
using Attune.Method.Anticipation;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Repair;
using Attune.Method.Trust;

namespace Attune.Practice.Couples;

/// <summary>Reads a folded case through the method into what a therapist sees.</summary>
internal static class CoupleViews
{
    public static CoupleView Of(CoupleCase couple, MethodCatalogue catalogue) => new(
        couple.Id,
        couple.LastNumber,
        PartnerOf(couple, Partner.A),
        PartnerOf(couple, Partner.B),
        [.. Sessions(couple).Select(SessionOf)],
        [.. couple.Ruptures.Select(rupture => RuptureOf(couple, rupture))],
        Briefing.For(couple, catalogue, NextSession(couple)));

    // A partner may put off the form before the first session; that makes no session 0.
    private static IEnumerable<TherapySession> Sessions(CoupleCase couple) => couple.Sessions.Where(session => session.Number > 0);

    private static int NextSession(CoupleCase couple) =>
        Sessions(couple).LastOrDefault() is not { } last ? 1 : last.Held is null ? last.Number : last.Number + 1;

    private static PartnerView PartnerOf(CoupleCase couple, Partner partner)
    {
        var record = couple[partner];
        return new PartnerView(partner, record.Name ?? "", record.Assessment, record.AssessmentNumber, record.FirstExpectation,
            AllianceCourse.Of(couple, partner), TrustReadings.Of(couple, partner));
    }

    private static SessionView SessionOf(TherapySession session) => new(
        session.Number, session.Plan, session.Held, session.Recording, session.Arousal, session.TherapistDebrief,
        SideOf(session[Partner.A]), SideOf(session[Partner.B]));

    private static SideView SideOf(SessionOfPartner side) => new(side.CheckIn, side.AnsweredAt, side.PutOffAt, side.Debrief);

    private static RuptureView RuptureOf(CoupleCase couple, RuptureRecord rupture) => new(
        rupture.Id, rupture.Owner, rupture.Session, rupture.Source, rupture.Formulation, rupture.IsSetAside, [.. rupture.Steps],
        rupture.ClaimedInSession, rupture.ToldInRoomInSession, RepairJudgement.Of(couple, rupture));
}
