using System.Collections.Immutable;
using Attune.Method.Alliance;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Repair;

namespace Attune.Method.Anticipation.Forecasting;

/// <summary>What the forecast of one partner rests on, and what it has to do without.</summary>
internal sealed record PartnerInputs(ImmutableArray<TermInput> Inputs, ImmutableArray<MissingInput> Missing);

/// <summary>
/// Reads a case into the terms of the forecast, for the next session. What was answered in it or later is not used; repairs are judged as they stand,
/// so for a session in the past fold the events before it.
/// </summary>
internal sealed class CaseInputs
{
    private readonly CoupleCase _couple;
    private readonly MethodCatalogue _catalogue;
    private readonly TherapistAssessed? _own;
    private readonly int _session;
    private readonly TermValues _values;
    private readonly PartnerCourse _a;
    private readonly PartnerCourse _b;
    private readonly ImmutableArray<PullReading> _pullsOfA;
    private readonly ImmutableArray<PullReading> _pullsOfB;
    private readonly PartnerInputs?[] _read = new PartnerInputs?[2];

    public CaseInputs(CoupleCase couple, MethodCatalogue catalogue, TherapistAssessed? own, int session)
    {
        (_couple, _catalogue, _own, _session) = (couple, catalogue, own, session);
        _values = ForecastModel.Of(catalogue).Values;
        (_a, _b) = (AllianceCourse.Of(couple, Partner.A), AllianceCourse.Of(couple, Partner.B));
        (_pullsOfA, _pullsOfB) = (PullReadings.Of(couple, Partner.A, own, catalogue), PullReadings.Of(couple, Partner.B, own, catalogue));
    }

    private static ReadOnlySpan<RuptureArea> Areas => [RuptureArea.Task, RuptureArea.Goal, RuptureArea.Bond];

    public bool InFirstSix => _session <= ForecastModel.FirstSessions;

    /// <summary>Read once for each partner.</summary>
    public PartnerInputs Of(Partner partner) => _read[(int)partner - 1] ??= Read(partner);

    /// <summary>Strongest first; empty without an own profile.</summary>
    public ImmutableArray<PullReading> PullsOf(Partner partner) => partner == Partner.A ? _pullsOfA : _pullsOfB;

    private PartnerInputs Read(Partner partner)
    {
        List<TermInput> to = [];
        var missing = ImmutableArray.CreateBuilder<MissingInput>();
        var record = _couple[partner];
        AddScores(to, missing, record.Assessment);
        AddPlan(to, missing, record.Assessment);
        AddHowTheyCome(to, missing, partner);
        AddAnswers(to, missing, partner);
        AddSplit(to, missing);
        if (HasOpenRupture(partner))
            _values.AddOpenRupture(to);
        AddPull(to, missing, partner);
        if (InFirstSix)
            _values.AddFirstSix(to);
        _values.AddConjoint(to);
        return new PartnerInputs([.. to], missing.ToImmutable());
    }

    private PartnerCourse CourseOf(Partner partner) => partner == Partner.A ? _a : _b;

    private void AddScores(List<TermInput> to, ImmutableArray<MissingInput>.Builder missing, PartnerAssessed? known)
    {
        var scores = ScoresOf(known);
        if (scores.IsEmpty)
        {
            missing.Add(new MissingInput("schema-level", null));
            return;
        }

        foreach (var schema in _catalogue.Schemas)
        {
            if (scores.TryGetValue(schema.Code, out var score))
                _values.AddSchema(to, schema.Code, score);
            else
                missing.Add(new MissingInput("schema-level", schema.Code));
        }
    }

    private void AddPlan(List<TermInput> to, ImmutableArray<MissingInput>.Builder missing, PartnerAssessed? known)
    {
        if (_couple.FindSession(_session)?.Plan is not { } plan)
        {
            missing.Add(new MissingInput("technique", null));
            return;
        }

        var scores = ScoresOf(known);
        foreach (var code in plan.Techniques)
        {
            var comfort = ComfortOf(known, code);
            _values.AddTechnique(to, code, scores, comfort);
            if (comfort is null)
                missing.Add(new MissingInput("comfort", code));
        }

        foreach (var code in plan.Occasions)
            _values.AddOccasion(to, code, scores);
    }

    private void AddHowTheyCome(List<TermInput> to, ImmutableArray<MissingInput>.Builder missing, Partner partner)
    {
        var known = _couple[partner].Assessment;
        _values.AddMotivation(to, known?.Motivation, _couple[partner.Other()].Assessment?.Motivation);
        if (known?.Motivation is null)
            missing.Add(new MissingInput("motivation", null));
        if (SharedViewOf(partner) is { } view)
            _values.AddSharedView(to, view);
        else
            missing.Add(new MissingInput("shared-view", null));
        _values.AddExpectations(to, _couple[partner].Expectations.Count(Expectations.IsUnsettled));
    }

    private int? SharedViewOf(Partner partner) =>
        _couple.Sessions.Where(held => held.Number < _session).Select(held => held[partner].Debrief?.SharedView).LastOrDefault(view => view is not null)
        ?? _couple[partner].Assessment?.SharedView;

    private void AddAnswers(List<TermInput> to, ImmutableArray<MissingInput>.Builder missing, Partner partner)
    {
        var points = CourseOf(partner).Points.Where(point => point.Session < _session && point.Answer == SessionAnswer.Answered).ToArray();
        // Answers that never vary say nothing about a level.
        if (points.Length == 0 || points[^1].IsFlat)
        {
            missing.Add(new MissingInput("level", points.Length == 0 ? null : "answers rarely vary"));
            return;
        }

        foreach (var area in Areas)
        {
            var (last, before) = LastTwo(points, area);
            if (last is { } level)
                _values.AddLevel(to, area, level, before);
            else
                missing.Add(new MissingInput("level", area.ToString().ToLowerInvariant()));
        }
    }

    private static (int? Last, int? Before) LastTwo(CoursePoint[] points, RuptureArea area)
    {
        int? last = null;
        for (var at = points.Length - 1; at >= 0; at--)
        {
            if (Composite.Item(points[at], area) is not { } item)
                continue;
            if (last is not null)
                return (last, item);
            last = item;
        }

        return (last, null);
    }

    private void AddSplit(List<TermInput> to, ImmutableArray<MissingInput>.Builder missing)
    {
        if (CoupleAlliance.Of(_a, _b).Sessions.LastOrDefault(one => one.Session < _session && one.Composite is not null) is { } last)
            _values.AddSplit(to, last.Composite!.Signed, last.Trend?.Slope);
        else
            missing.Add(new MissingInput("split", null));
    }

    private bool HasOpenRupture(Partner partner) => _couple.Ruptures.Any(rupture =>
        !rupture.IsSetAside && rupture.Session < _session && rupture.Owner.Includes(partner) && RepairJudgement.OfPartner(_couple, rupture, CourseOf(partner)).IsStillOpen);

    private void AddPull(List<TermInput> to, ImmutableArray<MissingInput>.Builder missing, Partner partner)
    {
        if (_own is null)
            missing.Add(new MissingInput("pull", null));
        else if (PullsOf(partner) is [var strongest, ..])
            _values.AddPull(to, strongest.Strength);
    }

    private static ImmutableSortedDictionary<string, double> ScoresOf(PartnerAssessed? known) => known?.EarlySchemas ?? ImmutableSortedDictionary<string, double>.Empty;

    private static int? ComfortOf(PartnerAssessed? known, string code) => known is not null && known.Comfort.TryGetValue(code, out var comfort) ? comfort : null;
}
