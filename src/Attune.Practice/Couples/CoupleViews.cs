using Attune.Method.Alliance;
using Attune.Method.Anticipation;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Repair;
using Attune.Method.Trust;
using Attune.Practice.Repairing;
using Attune.Practice.Therapists;

namespace Attune.Practice.Couples;

/// <summary>Reads a folded case through the method into what a therapist sees.</summary>
internal static class CoupleViews
{
    public static CoupleView Of(CoupleCase couple) => new(
        couple.Id,
        couple.LastNumber,
        PartnerOf(couple, Partner.A),
        PartnerOf(couple, Partner.B),
        [.. Sessions(couple).Select(SessionOf)],
        [.. couple.Ruptures.Select(rupture => RuptureOf(couple, rupture))],
        Briefing.For(couple, MethodCatalogue.BuiltIn, NextSession(couple)))
    {
        Closed = couple.Closed,
        Promises = OpenPromises.Of(couple),
        Reuse = HomeReuse.ToAsk(couple, NextSession(couple)),
        Care = CareBetween.Of(couple),
        OwnSide = OwnSideView.Of(couple),
    };

    // A partner may put off the form before the first session; that makes no session 0.
    private static IEnumerable<TherapySession> Sessions(CoupleCase couple) => couple.Sessions.Where(session => session.Number > 0);

    private static int NextSession(CoupleCase couple) =>
        Sessions(couple).LastOrDefault() is not { } last ? 1 : last.Held is null ? last.Number : last.Number + 1;

    private static PartnerView PartnerOf(CoupleCase couple, Partner partner)
    {
        var record = couple[partner];
        return new PartnerView(partner, record.Name ?? "", record.Assessment, record.AssessmentNumber, record.FirstExpectation,
            AllianceCourse.Of(couple, partner), TrustReadings.Of(couple, partner))
        {
            TrustAtHome = TrustReadings.AtHome(couple, partner),
            WhyClosed = record.WhyClosed,
        };
    }

    private static SessionView SessionOf(TherapySession session) => new(
        session.Number, session.Plan, session.Held, session.Recording, session.Arousal, session.TherapistDebrief,
        SideOf(session[Partner.A]), SideOf(session[Partner.B]));

    private static SideView SideOf(SessionOfPartner side) => new(side.CheckIn, side.AnsweredAt, side.PutOffAt, side.Debrief);

    private static RuptureView RuptureOf(CoupleCase couple, RuptureRecord rupture)
    {
        var reading = RepairJudgement.Of(couple, rupture);
        return new RuptureView(
            rupture.Id, rupture.Owner, rupture.Session, rupture.Source, rupture.Formulation, rupture.IsSetAside, [.. rupture.Steps],
            rupture.ClaimedInSession, rupture.ToldInRoomInSession, reading)
        {
            Repair = RepairViews.Of(couple, rupture, reading, LastHeld(couple)),
        };
    }

    // What is being noted: the plan for the next session is the brief's.
    private static int LastHeld(CoupleCase couple) => Sessions(couple).LastOrDefault(session => session.Held is not null)?.Number ?? 0;
}
