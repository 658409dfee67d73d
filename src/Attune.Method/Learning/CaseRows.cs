using System.Collections.Immutable;
using Attune.Method.Alliance;
using Attune.Method.Anticipation.Forecasting;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.Learning;

/// <summary>
/// A practice's records as rows. The inputs of a session are read from the record as it stood before anything of that session, or of a later one, was in
/// it: what was entered late, assessed later or repaired later is not known then. A slip that was taken back since counts nowhere.
/// </summary>
internal sealed class CaseRows(MethodCatalogue catalogue, TherapistAssessed? own, TensionReporter reporter)
{
    private readonly ImmutableArray<string> _terms = [.. catalogue.Forecast.Terms.Select(term => term.Code)];

    public ImmutableArray<string> Terms => _terms;

    /// <summary>Key of a partner within a practice.</summary>
    public static int KeyOf(int couple, Partner partner) => couple * 2 + (partner == Partner.A ? 0 : 1);

    /// <summary>The values of a session to come, as the record stands.</summary>
    public ImmutableArray<double> Values(CoupleCase couple, Partner partner, int session) =>
        ValuesOf(new CaseInputs(couple, catalogue, own, session).Of(partner).Inputs);

    /// <summary>Every held session, in order; <paramref name="stoodAside"/>: partners' sessions before which a safety flag was up, so that nothing was forecast.</summary>
    public List<LearningRow> Of(CoupleCase couple, int key, Func<CoupleCase, Partner, int, double?>? guess, out int stoodAside)
    {
        var events = couple.Recorded.Where(one => !one.IsTakenBack).ToArray();
        var cuts = CutsOf(couple, events);
        var before = new CoupleCase();
        List<LearningRow> rows = [];
        var next = 0;
        stoodAside = 0;
        foreach (var session in couple.Sessions)
        {
            if (session.Number < 1 || !IsHeld(session) || !cuts.TryGetValue(session.Number, out var cut))
                continue;
            for (; next < events.Length && events[next].Number < cut.Number; next++)
                Fold(before, events[next]);
            if (before.HasSafetyFlag)
            {
                stoodAside += 2;
                continue;
            }

            // The profile is the latest there is: before it was written, none is known.
            var known = own is not null && own.At <= cut.At ? own : null;
            var inputs = new CaseInputs(before, catalogue, known, session.Number);
            foreach (var partner in Partners.All)
            {
                rows.Add(new LearningRow(
                    key, KeyOf(key, partner), ValuesOf(inputs.Of(partner).Inputs), OutcomeOf(couple, session, partner), guess?.Invoke(couple, partner, session.Number)));
            }
        }

        return rows;
    }

    private static void Fold(CoupleCase before, RecordedEvent one)
    {
        while (before.LastNumber + 1 < one.Number)
            before.Withhold(before.LastNumber + 1);
        before.Apply(one.Number, one.Event);
    }

    private static bool IsHeld(TherapySession session) =>
        session.Held is not null || session.TherapistDebrief is not null || IsHeld(session[Partner.A]) || IsHeld(session[Partner.B]);

    private static bool IsHeld(SessionOfPartner side) => side.CheckIn is not null || side.PutOffAt is not null || side.Debrief is not null;

    // For each session the first event of it, or of a later one, that was not known before it.
    private static SortedDictionary<int, (long Number, DateTimeOffset At)> CutsOf(CoupleCase couple, RecordedEvent[] events)
    {
        var first = new SortedDictionary<int, (long Number, DateTimeOffset At)>();
        foreach (var one in events)
        {
            if (SessionOf(one.Event) is { } session)
                first.TryAdd(session, (one.Number, one.Event.At));
        }

        foreach (var session in couple.Sessions.Select(session => session.Number).Where(first.ContainsKey).OrderDescending())
        {
            var later = first.FirstOrDefault(one => one.Key > session);
            if (later.Key > session && later.Value.Number < first[session].Number)
                first[session] = later.Value;
        }

        return first;
    }

    // Of what happens in a session or after it; a plan is made before.
    private static int? SessionOf(CaseEvent happened) => happened switch
    {
        SessionHeld e => e.Session,
        LiveSessionBegun e => e.Session,
        CheckInAnswered e => e.Session,
        CheckInPutOff e => e.Session,
        PartnerDebriefed e => e.Session,
        TherapistDebriefed e => e.Session,
        RuptureNoted e => e.Session,
        MarkPlaced e => e.Session,
        SessionNoteWritten e => e.Session,
        TechniqueTakenUp e => e.Session,
        RecordingAdded e => e.Session,
        _ => null,
    };

    private SessionOutcome OutcomeOf(CoupleCase couple, TherapySession session, Partner partner)
    {
        var side = session[partner];
        return (reporter == TensionReporter.Partner ? side.CheckIn?.Tension?.Any : side.Debrief?.Tension) switch
        {
            null => SessionOutcome.Unanswered,
            false => SessionOutcome.NoReport,
            true => AreaOf(couple, session.Number, partner) is { } area ? SessionOutcome.ReportOfArea(Array.IndexOf(AreaValues.All, area)) : SessionOutcome.ReportOfUnknownArea,
        };
    }

    // As it was understood since; two ruptures in different areas leave it open which was reported.
    private static RuptureArea? AreaOf(CoupleCase couple, int session, Partner partner)
    {
        var areas = couple.Ruptures
            .Where(rupture => !rupture.IsSetAside && rupture.Session == session && rupture.Owner.Includes(partner))
            .Select(rupture => rupture.Formulation.PrimaryArea ?? (rupture.Formulation.Areas is [var only] ? only : (RuptureArea?)null))
            .Distinct().ToArray();
        return areas is [{ } area] ? area : null;
    }

    private ImmutableArray<double> ValuesOf(ImmutableArray<TermInput> inputs)
    {
        var values = new double[AreaValues.All.Length * _terms.Length];
        foreach (var input in inputs)
            AreaValues.Add(input, _terms.IndexOf(input.Term), reporter, values, _terms.Length);
        return [.. values];
    }
}
