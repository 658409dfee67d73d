using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Attune.Method.Alliance;
using Attune.Method.Anticipation.Forecasting;
using Attune.Method.Assessment;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.Anticipation;

/// <summary>What something adds to the log-odds of each area.</summary>
public readonly record struct AreaLogOdds(double Task, double Goal, double Bond)
{
    public static AreaLogOdds operator -(AreaLogOdds one, AreaLogOdds other) => new(one.Task - other.Task, one.Goal - other.Goal, one.Bond - other.Bond);
}

/// <summary>Another technique with the same aim.</summary>
/// <param name="Adds">What it would add for this partner.</param>
/// <param name="Saves">What taking it instead lowers: exactly the planned one's contributions less its own.</param>
public sealed record AlternativeFit(string Code, AreaLogOdds Adds, AreaLogOdds Saves);

/// <summary>A planned technique or occasion that may be too much for one partner, and why.</summary>
/// <param name="Code">Of the technique or occasion.</param>
/// <param name="Schemas">The schemas that make it so, strongest first.</param>
/// <param name="Comfort">0 to 10; null when not asked.</param>
/// <param name="Adds">What it adds to the log-odds of the therapist's report, where nothing stays silent.</param>
/// <param name="StartAtStep">For a technique with a ladder: where to begin; null when there is none.</param>
/// <param name="Alternatives">Techniques with the same aim that are offered now.</param>
/// <param name="IsOffered">False: a safety flag keeps it off. It can still be recorded.</param>
/// <param name="IsKept">The therapist saw the alternatives and kept the plan.</param>
public sealed record PlanFit(
    Partner Partner,
    string Code,
    ImmutableArray<string> Schemas,
    int? Comfort,
    AreaLogOdds Adds,
    int? StartAtStep,
    ImmutableArray<AlternativeFit> Alternatives,
    bool IsOffered,
    bool IsKept)
{
    /// <summary>False for what is there only because of a safety flag: it stays on the screen.</summary>
    [JsonIgnore]
    public bool IsOnPaper => !Schemas.IsEmpty || Comfort <= PlanFits.LowComfort;
}

/// <summary>The same technique again and again while the task answer of one partner falls (article-map 18).</summary>
/// <param name="Times">Sessions in a row with it, the planned one included; three or more.</param>
/// <param name="Falls">How often in a row the task answer fell.</param>
public sealed record SameTechniqueAgain(Partner Partner, string Code, int Times, int Falls, ImmutableArray<string> Alternatives);

/// <summary>Whom the plan of a session may be too much for, the ladder that builds up to it, and another way to the same aim.</summary>
public static class PlanFits
{
    /// <summary>A mean item score from here on counts as relevant: common practice, no norm (method-facts 4.8).</summary>
    public const double RelevantScore = 4;

    /// <summary>A comfort with a technique from here down asks for its ladder [our proposal].</summary>
    public const int LowComfort = 3;

    private const int TimesToRemark = 3;
    private const int FallsToRemark = 2;

    /// <summary>For one partner, techniques before occasions, each in the plan's order. Empty without a plan.</summary>
    public static ImmutableArray<PlanFit> Of(CoupleCase couple, Partner partner, MethodCatalogue catalogue, int session)
    {
        if (couple.FindSession(session)?.Plan is not { } plan)
            return [];
        var found = ImmutableArray.CreateBuilder<PlanFit>();
        foreach (var code in plan.Techniques)
        {
            if (catalogue.TryGetTechnique(code, out var technique) && TechniqueFit(couple, partner, catalogue, session, technique, plan) is { } fit)
                found.Add(fit);
        }

        foreach (var code in plan.Occasions)
        {
            if (catalogue.TryGetOccasion(code, out var occasion) && Touched(couple[partner], occasion.Sensitivities) is { IsEmpty: false } touched)
                found.Add(new PlanFit(partner, occasion.Code, touched, null, AddsOfOccasion(couple[partner], catalogue, occasion.Code), null, [], IsOffered: true, IsKept: false));
        }

        return found.ToImmutable();
    }

    /// <summary>What a technique would add for a partner, in the therapist's report.</summary>
    public static AreaLogOdds Adds(CoupleCase couple, Partner partner, MethodCatalogue catalogue, string technique)
    {
        if (couple[partner].Assessment is not { } known)
            return default;
        var model = ForecastModel.Of(catalogue);
        List<TermInput> inputs = [];
        model.Values.AddTechnique(inputs, technique, known.EarlySchemas, known.Comfort.TryGetValue(technique, out var comfort) ? comfort : null);
        return Sum(model, inputs);
    }

    /// <summary>Techniques that were planned three times running or more, while this partner's task answer fell at least twice running.</summary>
    public static ImmutableArray<SameTechniqueAgain> Again(CoupleCase couple, Partner partner, MethodCatalogue catalogue, int session)
    {
        if (couple.FindSession(session)?.Plan is not { } plan)
            return [];
        var before = couple.Sessions.Where(held => held.Number < session).Reverse().ToArray();
        var falls = Falls([.. before.Select(held => held[partner].CheckIn?.Task).OfType<int>()]);
        return falls < FallsToRemark ? [] :
        [
            .. plan.Techniques
                .Select(code => (Code: code, Times: 1 + before.TakeWhile(held => held.Plan?.Techniques.Contains(code, StringComparer.OrdinalIgnoreCase) == true).Count()))
                .Where(one => one.Times >= TimesToRemark)
                .Select(one => new SameTechniqueAgain(
                    partner, one.Code, one.Times, falls,
                    catalogue.TryGetTechnique(one.Code, out var technique) ? Offered(technique, couple, catalogue) : [])),
        ];
    }

    private static PlanFit? TechniqueFit(CoupleCase couple, Partner partner, MethodCatalogue catalogue, int session, Technique technique, SessionPlanned plan)
    {
        var record = couple[partner];
        var touched = Touched(record, technique.Sensitivities);
        int? comfort = record.Assessment is { } known && known.Comfort.TryGetValue(technique.Code, out var given) ? given : null;
        var uneasy = comfort <= LowComfort;
        var isOffered = SafetyRules.IsOffered(technique, couple.HasSafetyFlag);
        if (touched.IsEmpty && !uneasy && isOffered)
            return null;
        var adds = Adds(couple, partner, catalogue, technique.Code);
        // Who is both touched and uneasy begins one step later than nothing at all: with the part in the third person, seated.
        int? step = technique.Ladder.IsEmpty ? null : uneasy && !touched.IsEmpty ? Math.Min(2, technique.Ladder.Length) : 1;
        var alternatives = Offered(technique, couple, catalogue).Select(code =>
        {
            var other = Adds(couple, partner, catalogue, code);
            return new AlternativeFit(code, other, adds - other);
        });
        return new PlanFit(
            partner, technique.Code, touched, comfort, adds, step, [.. alternatives], isOffered,
            plan.KeptAsPlanned.Contains(technique.Code, StringComparer.OrdinalIgnoreCase));
    }

    private static AreaLogOdds AddsOfOccasion(PartnerRecord partner, MethodCatalogue catalogue, string code)
    {
        var model = ForecastModel.Of(catalogue);
        List<TermInput> inputs = [];
        model.Values.AddOccasion(inputs, code, partner.Assessment!.EarlySchemas);
        return Sum(model, inputs);
    }

    private static AreaLogOdds Sum(ForecastModel model, List<TermInput> inputs)
    {
        return new AreaLogOdds(In(RuptureArea.Task), In(RuptureArea.Goal), In(RuptureArea.Bond));

        double In(RuptureArea area) => inputs.Sum(input => model.Contribution(input, TensionReporter.Therapist, area));
    }

    private static ImmutableArray<string> Offered(Technique technique, CoupleCase couple, MethodCatalogue catalogue) =>
        [.. technique.Alternatives.Where(code => catalogue.TryGetTechnique(code, out var other) && SafetyRules.IsOffered(other, couple.HasSafetyFlag))];

    private static ImmutableArray<string> Touched(PartnerRecord partner, ImmutableArray<SchemaSensitivity> sensitivities) =>
        partner.Assessment is { } known
            ? [.. sensitivities
                .Where(one => known.EarlySchemas.TryGetValue(one.Schema, out var score) && score >= RelevantScore)
                .OrderByDescending(one => one.Weight * known.EarlySchemas[one.Schema])
                .Select(one => one.Schema)]
            : [];

    // Newest first.
    private static int Falls(ReadOnlySpan<int> answers)
    {
        var falls = 0;
        while (falls + 1 < answers.Length && answers[falls] < answers[falls + 1])
            falls++;
        return falls;
    }
}
