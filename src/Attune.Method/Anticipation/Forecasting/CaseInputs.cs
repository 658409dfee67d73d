using System.Collections.Immutable;
using Attune.Method.Alliance;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Repair;

namespace Attune.Method.Anticipation.Forecasting;

/// <summary>What the forecast of one partner rests on, and what it has to do without.</summary>
internal sealed record PartnerInputs(ImmutableArray<TermInput> Inputs, ImmutableArray<MissingInput> Missing);

/// <summary>Reads a case into the terms of the forecast. Nothing of the session itself or later is used, but its plan.</summary>
internal sealed class CaseInputs(CoupleCase couple, MethodCatalogue catalogue, TherapistAssessed? own, int session)
{
    private static ReadOnlySpan<RuptureArea> Areas => [RuptureArea.Task, RuptureArea.Goal, RuptureArea.Bond];

    private readonly TermValues _values = ForecastModel.Of(catalogue).Values;

    public bool InFirstSix => session <= ForecastModel.FirstSessions;

    public PartnerInputs Of(Partner partner)
    {
        List<TermInput> to = [];
        var missing = ImmutableArray.CreateBuilder<MissingInput>();
        var record = couple[partner];
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

    /// <summary>What a technique adds for a partner: the inputs of the forecast that name it.</summary>
    public ImmutableArray<TermInput> OfTechnique(Partner partner, string code)
    {
        List<TermInput> to = [];
        var known = couple[partner].Assessment;
        _values.AddTechnique(to, code, ScoresOf(known), ComfortOf(known, code));
        return [.. to];
    }

    private void AddScores(List<TermInput> to, ImmutableArray<MissingInput>.Builder missing, PartnerAssessed? known)
    {
        var scores = ScoresOf(known);
        if (scores.IsEmpty)
        {
            missing.Add(new MissingInput("schema-level", null));
            return;
        }

        foreach (var schema in catalogue.Schemas)
        {
            if (scores.TryGetValue(schema.Code, out var score))
                _values.AddSchema(to, schema.Code, score);
            else
                missing.Add(new MissingInput("schema-level", schema.Code));
        }
    }

    private void AddPlan(List<TermInput> to, ImmutableArray<MissingInput>.Builder missing, PartnerAssessed? known)
    {
        if (couple.FindSession(session)?.Plan is not { } plan)
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
        var known = couple[partner].Assessment;
        _values.AddMotivation(to, known?.Motivation, couple[partner.Other()].Assessment?.Motivation);
        if (known?.Motivation is null)
            missing.Add(new MissingInput("motivation", null));
        if (SharedViewOf(partner) is { } view)
            _values.AddSharedView(to, view);
        else
            missing.Add(new MissingInput("shared-view", null));
        _values.AddExpectations(to, couple[partner].Expectations.Count(Expectations.IsUnsettled));
    }

    private int? SharedViewOf(Partner partner) =>
        couple.Sessions.Where(held => held.Number < session).Select(held => held[partner].Debrief?.SharedView).LastOrDefault(view => view is not null)
        ?? couple[partner].Assessment?.SharedView;

    private void AddAnswers(List<TermInput> to, ImmutableArray<MissingInput>.Builder missing, Partner partner)
    {
        var forms = couple.Sessions.Where(held => held.Number < session).Select(held => held[partner].CheckIn).OfType<CheckInAnswers>().ToArray();
        // Answers that never vary say nothing about a level.
        if (forms.Length == 0 || FlatAnswers.EndsFlat(forms))
        {
            missing.Add(new MissingInput("level", forms.Length == 0 ? null : "answers rarely vary"));
            return;
        }

        foreach (var area in Areas)
        {
            var answers = forms.Select(form => Item(form, area)).OfType<int>().ToArray();
            if (answers.Length == 0)
                missing.Add(new MissingInput("level", area.ToString().ToLowerInvariant()));
            else
                _values.AddLevel(to, area, answers[^1], answers.Length > 1 ? answers[^2] : null);
        }
    }

    private void AddSplit(List<TermInput> to, ImmutableArray<MissingInput>.Builder missing)
    {
        var gaps = couple.Sessions.Where(held => held.Number < session)
            .Select(held => (held.Number, Gap: Gap(held)))
            .Where(one => one.Gap is not null)
            .Select(one => (one.Number, Size: Math.Abs(one.Gap!.Value)))
            .ToArray();
        if (gaps.Length == 0)
            missing.Add(new MissingInput("split", null));
        else
            _values.AddSplit(to, gaps[^1].Size, Slope(gaps.AsSpan(Math.Max(0, gaps.Length - 4))));
    }

    private static double? Gap(TherapySession held) =>
        held[Partner.A].CheckIn is { } a && held[Partner.B].CheckIn is { } b ? Composite.Of(a) - Composite.Of(b) : null;

    // Least squares over session numbers; null below three points.
    private static double? Slope(ReadOnlySpan<(int Session, double Size)> points)
    {
        if (points.Length < 3)
            return null;
        double meanX = 0, meanY = 0;
        foreach (var (x, y) in points)
            (meanX, meanY) = (meanX + (double)x / points.Length, meanY + y / points.Length);
        double xy = 0, xx = 0;
        foreach (var (x, y) in points)
            (xy, xx) = (xy + (x - meanX) * (y - meanY), xx + (x - meanX) * (x - meanX));
        return xy / xx;
    }

    private bool HasOpenRupture(Partner partner) => couple.Ruptures.Any(rupture =>
        !rupture.IsSetAside && rupture.Session < session && rupture.Owner.Includes(partner) && RepairJudgement.OfPartner(couple, rupture, partner).IsStillOpen);

    private void AddPull(List<TermInput> to, ImmutableArray<MissingInput>.Builder missing, Partner partner)
    {
        if (own is null)
            missing.Add(new MissingInput("pull", null));
        else if (PullReadings.Of(couple, partner, own, catalogue) is [var strongest, ..])
            _values.AddPull(to, strongest.Strength);
    }

    private static int? Item(CheckInAnswers form, RuptureArea area) => area switch
    {
        RuptureArea.Task => form.Task,
        RuptureArea.Goal => form.Goal,
        RuptureArea.Bond => form.Bond,
    };

    private static ImmutableSortedDictionary<string, double> ScoresOf(PartnerAssessed? known) => known?.EarlySchemas ?? ImmutableSortedDictionary<string, double>.Empty;

    private static int? ComfortOf(PartnerAssessed? known, string code) => known is not null && known.Comfort.TryGetValue(code, out var comfort) ? comfort : null;
}
