using System.Collections.Immutable;
using Attune.Method.Alliance;
using Attune.Method.Anticipation;
using Attune.Method.Assessment;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Measures;
using Attune.Method.Repair;
using Attune.Method.Timeline;
using Attune.Method.Trust;
using Attune.Practice.Asking;
using Attune.Practice.Forecasting;
using Attune.Practice.Live;
using Attune.Practice.Planning;
using Attune.Practice.Repairing;
using Attune.Practice.SelfReports;
using Attune.Practice.Therapists;

namespace Attune.Practice.Couples;

/// <summary>Reads a folded case through the method into what a therapist sees.</summary>
internal static class CoupleViews
{
    /// <param name="own">The therapist's own profile; null while there is none.</param>
    public static CoupleView Of(CoupleCase couple, MethodCatalogue catalogue, TherapistAssessed? own)
    {
        var (a, b) = (PartnerOf(couple, Partner.A, catalogue), PartnerOf(couple, Partner.B, catalogue));
        var alliance = CoupleAlliance.Of(a.Course, b.Course);
        ImmutableArray<RuptureView> ruptures = [.. couple.Ruptures.Select(rupture => RuptureOf(couple, rupture, a.Course, b.Course, catalogue))];
        var stillOpen = couple.Ruptures.Zip(ruptures).Where(one => one.Second.Reading.IsStillOpen).Select(one => one.First);
        var map = RuptureMapping.Of(couple, catalogue, own, SessionRules.Upcoming(couple));
        return new CoupleView(
            couple.Id, couple.LastNumber, a, b, [.. Sessions(couple).Select(SessionOf)], ruptures, alliance,
            ThreatsToContinuing.Of(couple, alliance, stillOpen), Briefing.Of(map, couple, catalogue))
        {
            Map = map,
            Assessment = couple.Assessment,
            AssessmentNumber = couple.AssessmentNumber,
            HasSafetyFlag = couple.HasSafetyFlag,
            AsksAboutHome = couple.AsksAboutHome,
            OffersHomeQuestions = SwitchHomeQuestions.IsOffered(couple),
            HomeTasks = [.. couple.HomeTasks.Select(TaskOf)],
            Missed = [.. couple.Missed],
            Closed = couple.Closed,
            Promises = OpenPromises.Of(couple),
            Reuse = HomeReuse.ToAsk(couple, SessionRules.Upcoming(couple)),
            Care = CareBetween.Of(couple),
            Measures = MeasureCourse.Of(couple),
            OwnForecast = OwnForecastView.Of(couple),
            OwnSide = OwnSideView.Of(couple),
        };
    }

    // A partner may put off the form before the first session; that makes no session 0.
    private static IEnumerable<TherapySession> Sessions(CoupleCase couple) => couple.Sessions.Where(session => session.Number > 0);

    private static PartnerView PartnerOf(CoupleCase couple, Partner partner, MethodCatalogue catalogue)
    {
        var record = couple[partner];
        var course = AllianceCourse.Of(couple, partner);
        return new PartnerView(partner, record.Name ?? "", record.Assessment, record.AssessmentNumber, record.FirstExpectation,
            course, PersonLevel.Of(course, record.Assessment is { SlowBond: true }), BlindSpot.Of(couple, course), TrustReadings.Of(couple, partner))
        {
            Criteria = CriteriaReading.Of(course),
            Heart = HeartOffer.Of(couple, partner, catalogue),
            SelfReport = SelfReportView.Of(record),
            SelfReportBegunAt = record.SelfReport.Draft?.At,
            PageLanguage = record.PageLanguage,
            Progress = [.. AssessmentProgress.Of(couple, partner).Select(one => new ProgressView(one.Part, one.State))],
            Chains = [.. ChainsOf(couple, partner, catalogue)],
            Expectations = [.. record.Expectations.Select(one => new ExpectationView(one.Number, one.Of, one.Words, one.ByWhen, one.Reply, one.LastSpokenIn, one.IsContradicted) { Answers = [.. one.Answers] })],
            SafetyScreens = [.. record.SafetyScreens],
            SafetyFlags = [.. record.SafetyFlags],
            FlagsRaised = [.. record.FlagsRaised],
            TrustAtHome = TrustReadings.AtHome(couple, partner),
            WhyClosed = record.WhyClosed,
            Doubts = [.. record.Doubts],
            HopeFadedIn = [.. record.HopeFadedIn],
        };
    }

    // Chains of what is scored as relevant, and of what the therapist set.
    private static IEnumerable<ReadChain> ChainsOf(CoupleCase couple, Partner partner, MethodCatalogue catalogue) => catalogue.Schemas
        .Where(schema => couple[partner].Chains.ContainsKey(schema.Code)
            || (couple[partner].Assessment?.EarlySchemas.TryGetValue(schema.Code, out var score) == true && score >= PlanFits.RelevantScore))
        .Select(schema => OwnChains.Of(couple, partner, schema, catalogue))
        .OfType<ReadChain>();

    private static HomeTaskView TaskOf(HomeTask task) =>
        new(task.Number, task.Agreed.Session, task.Agreed.For, task.Agreed.Words, task.OutcomeOf(Partner.A), task.OutcomeOf(Partner.B));

    private static SessionView SessionOf(TherapySession session) => new(
        session.Number, session.Plan, session.Held, session.Recording, session.Arousal, session.TherapistDebrief,
        SideOf(session[Partner.A]), SideOf(session[Partner.B]))
    {
        DebriefWaits = session.DebriefPutOffAt is not null,
        LiveNow = session.Live.Now,
        Live = LiveView.Of(session.Live),
        ArousalStartsInto = Crossing.StartsInto(session),
        Notes = [.. session.Notes],
        TakenUp = [.. session.TakenUp],
    };

    private static SideView SideOf(SessionOfPartner side) => new(side.CheckIn, side.AnsweredAt, side.PutOffAt, side.Debrief) { Marks = [.. side.Marks], SetAside = [.. side.CheckInsSetAside] };

    private static RuptureView RuptureOf(CoupleCase couple, RuptureRecord rupture, PartnerCourse a, PartnerCourse b, MethodCatalogue catalogue)
    {
        var reading = RepairJudgement.Of(couple, rupture, a, b);
        return new RuptureView(
            rupture.Id, rupture.Owner, rupture.Session, rupture.Source, rupture.Formulation, rupture.IsSetAside, [.. rupture.Steps],
            rupture.ClaimedInSession, rupture.ToldInRoomInSession, reading)
        {
            Repair = RepairViews.Of(couple, rupture, reading, LastHeld(couple), catalogue),
        };
    }

    // What is being noted: the plan for the next session is the brief's.
    private static int LastHeld(CoupleCase couple) => Sessions(couple).LastOrDefault(session => session.Held is not null)?.Number ?? 0;
}
