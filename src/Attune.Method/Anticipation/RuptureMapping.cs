using System.Collections.Immutable;
using Attune.Method.Alliance;
using Attune.Method.Anticipation.Forecasting;
using Attune.Method.Assessment;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.Anticipation;

/// <summary>Makes the rupture map for a session from what is known so far. Pure.</summary>
public static class RuptureMapping
{
    /// <summary>A schema's contribution to an area below this is no item of the map [our proposal].</summary>
    private const double LeastLogOdds = 0.1;

    /// <summary>A mode score from here on proposes a seat in the cycle [our proposal].</summary>
    private const double SeatFrom = 3;

    /// <param name="own">The therapist's own profile; null: no pull is known.</param>
    public static RuptureMap Of(CoupleCase couple, MethodCatalogue catalogue, TherapistAssessed? own, int session)
    {
        var inputs = new CaseInputs(couple, catalogue, own, session);
        return new RuptureMap(
            session, couple.HasSafetyFlag ? new CoupleForecast.SteppedAside() : Forecasts.Of(ForecastModel.Of(catalogue), inputs),
            Side(Partner.A), Side(Partner.B), CoupleOf(couple, catalogue, session));

        PartnerMap Side(Partner partner) => new(
            partner,
            Items(couple, partner, catalogue, inputs.Of(partner).Inputs),
            PlanFits.Of(couple, partner, catalogue, session),
            PlanFits.Again(couple, partner, catalogue, session),
            Anticipation.Expectations.Unsettled(couple[partner]),
            couple[partner].Assessment?.PastRuptures ?? [],
            inputs.PullsOf(partner),
            PrivateWords.Of(couple, partner, catalogue, session),
            BlameOf(couple[partner].Assessment, catalogue));
    }

    private static ImmutableArray<MapItem> Items(CoupleCase couple, Partner partner, MethodCatalogue catalogue, ImmutableArray<TermInput> inputs)
    {
        var model = ForecastModel.Of(catalogue);
        var scores = couple[partner].Assessment?.EarlySchemas ?? ImmutableSortedDictionary<string, double>.Empty;
        List<MapItem> items = [];
        foreach (var (code, score) in scores)
        {
            if (score < PlanFits.RelevantScore || !catalogue.TryGetSchema(code, out var schema) || OwnChains.Of(couple, partner, schema, catalogue) is not { } chain)
                continue;
            foreach (var area in Enum.GetValues<RuptureArea>())
            {
                var reasons = Reasons(model, inputs, schema.Code, area);
                var sum = reasons.Sum(reason => reason.LogOdds);
                if (sum >= LeastLogOdds)
                    items.Add(new MapItem(partner, area, schema.Code, score, chain, sum, schema.Portrait!.Telling, reasons, TriggerOf(schema.Portrait, area)));
            }
        }

        return [.. items.OrderByDescending(item => item.LogOdds).ThenBy(item => item.Schema, StringComparer.Ordinal).ThenBy(item => item.Area)];
    }

    private static ImmutableArray<Contribution> Reasons(ForecastModel model, ImmutableArray<TermInput> inputs, string schema, RuptureArea area) =>
    [
        .. inputs.Where(input => input.Schema is not null && input.Schema.Equals(schema, StringComparison.OrdinalIgnoreCase))
            .Select(input => new Contribution(input.Term, schema, input.Of, model.Contribution(input, TensionReporter.Therapist, area)))
            .Where(reason => reason.LogOdds != 0),
    ];

    private static string TriggerOf(SchemaPortrait portrait, RuptureArea area) =>
        (portrait.Triggers.FirstOrDefault(trigger => trigger.Areas.Contains(area)) ?? portrait.Triggers[0]).Text.Plain;

    private static string? BlameOf(PartnerAssessed? known, MethodCatalogue catalogue)
    {
        var code = known switch
        {
            { Blames: BlameKind.BySchema } => "blames-by-schema",
            { Blames: BlameKind.ForCause } => "blames-for-cause",
            { Blames: BlameKind.ReportsAbuse } => "reports-abuse",
            { AsksForVerdict: true } => "asks-for-verdict",
            _ => null,
        };
        return catalogue.TryGetBlame(code, out var blame) ? blame.Code : null;
    }

    private static CoupleMap CoupleOf(CoupleCase couple, MethodCatalogue catalogue, int session)
    {
        var set = couple.Assessment;
        var (a, b) = (FamilyOf(set?.ModeOfA, catalogue), FamilyOf(set?.ModeOfB, catalogue));
        var isProposed = a is null || b is null;
        a ??= ProposedFamily(couple[Partner.A].Assessment, catalogue);
        b ??= ProposedFamily(couple[Partner.B].Assessment, catalogue);
        var clash = a is { } one && b is { } other ? catalogue.ClashOf(one, other)?.Code : null;
        return new CoupleMap(a, b, clash, isProposed && clash is not null, set?.MovesFirst, CuriousQuestions.For(couple, catalogue, session));
    }

    private static ModeFamily? FamilyOf(string? mode, MethodCatalogue catalogue) => catalogue.TryGetMode(mode, out var known) ? known.Family : null;

    // The highest of the person's own scores among child and coping modes: what is usually seen.
    private static ModeFamily? ProposedFamily(PartnerAssessed? known, MethodCatalogue catalogue)
    {
        ModeFamily? family = null;
        var highest = SeatFrom;
        foreach (var (code, score) in known?.SchemaModes ?? ImmutableSortedDictionary<string, double>.Empty)
        {
            if (score < highest || (family is not null && score <= highest)
                || !catalogue.TryGetMode(code, out var mode) || mode.Group is not (SchemaModeGroup.Child or SchemaModeGroup.Coping))
                continue;
            (family, highest) = (mode.Family, score);
        }

        return family;
    }
}
