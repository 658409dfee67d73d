using System.Collections.Immutable;
using Attune.Method.Catalogue;

namespace Attune.Method.Anticipation.Forecasting;

/// <summary>One term with its value: what is known, in the term's own unit.</summary>
/// <param name="Term">Code of a forecast term.</param>
/// <param name="Value">In the unit of the term's line; finite.</param>
/// <param name="Strengths">How strongly it bears on each area.</param>
/// <param name="Told">How much of it shows in the partner's own report, 0 to 1; 1 in the therapist's.</param>
internal readonly record struct TermInput(string Term, double Value, AreaStrengths Strengths, double Told = 1, string? Schema = null, string? Of = null);

/// <summary>Gives the terms their values. Pure arithmetic over plain numbers; what is not known is not called.</summary>
internal sealed class TermValues(MethodCatalogue catalogue)
{
    /// <summary>A score from here on makes a technique or an occasion matter; 6 makes it matter in full.</summary>
    private const double SensitiveFrom = 3;

    private const double LevelReference = 5.5;
    private const double MostLevel = 2.5;
    private const double MostFall = 3;

    private readonly Dictionary<string, EarlySchema> _schemas = catalogue.Schemas.ToDictionary(schema => schema.Code, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Technique> _techniques = catalogue.Techniques.ToDictionary(technique => technique.Code, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Occasion> _occasions = catalogue.Occasions.ToDictionary(occasion => occasion.Code, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, AreaStrengths> _strengths =
        catalogue.Forecast.Terms.Where(term => term.Strengths is not null).ToDictionary(term => term.Code, term => term.Strengths!.Value, StringComparer.Ordinal);

    private ForecastReference Reference => catalogue.Forecast.Reference;

    /// <summary>A schema's score, 1 to 6. Nothing for an unknown code or one whose portrait is not written.</summary>
    public void AddSchema(List<TermInput> to, string code, double score)
    {
        if (_schemas.TryGetValue(code, out var schema) && schema.Portrait is { } portrait)
            to.Add(new TermInput("schema-level", score - Reference.SchemaMean, portrait.Strengths, Told(portrait.Telling), schema.Code));
    }

    /// <summary>A planned technique for somebody with these scores; <paramref name="comfort"/> 0 to 10, null when not known.</summary>
    public void AddTechnique(List<TermInput> to, string code, IReadOnlyDictionary<string, double> scores, int? comfort)
    {
        if (!_techniques.TryGetValue(code, out var technique))
            return;
        AddSensitive(to, "technique", technique.Code, technique.Sensitivities, technique.Strengths, scores);
        if (comfort is { } known)
            to.Add(new TermInput("comfort", (5 - known) / 5.0, technique.Strengths, Of: technique.Code));
    }

    public void AddOccasion(List<TermInput> to, string code, IReadOnlyDictionary<string, double> scores)
    {
        if (_occasions.TryGetValue(code, out var occasion))
            AddSensitive(to, "occasion", occasion.Code, occasion.Sensitivities, occasion.Strengths, scores);
    }

    /// <summary>Motivation, own and the other's, 0 to 10 each; null when not known.</summary>
    public void AddMotivation(List<TermInput> to, double? own, double? other)
    {
        if (own is { } known)
            Add(to, "motivation", (Reference.MotivationMean - known) / 2);
        if (own is { } mine && other is { } theirs)
            Add(to, "motivation-gap", Math.Abs(mine - theirs) / 3);
    }

    /// <summary>0 (solely the other's) to 10 (of both).</summary>
    public void AddSharedView(List<TermInput> to, double sharedView) => Add(to, "shared-view", (5 - sharedView) / 5);

    public void AddExpectations(List<TermInput> to, int unsettled) => Add(to, "expectation", Math.Min(2, unsettled));

    /// <summary>The last answer in an area, 1 to 7, and the one before it if there is one.</summary>
    public void AddLevel(List<TermInput> to, RuptureArea area, double last, double? before)
    {
        var name = area.ToString().ToLowerInvariant();
        Add(to, $"level-{name}", Math.Clamp(LevelReference - last, -MostLevel, MostLevel));
        if (before - last is > 0 and var fall)
            Add(to, $"fall-{name}", Math.Min(fall, MostFall));
    }

    /// <summary><paramref name="gap"/> in between-person SDs, either sign; <paramref name="slope"/> of its size, SDs a session, null when not known.</summary>
    public void AddSplit(List<TermInput> to, double gap, double? slope)
    {
        Add(to, "split", Math.Min(Math.Abs(gap), 3));
        if (slope is > 0 and var growth)
            Add(to, "split-growth", Math.Min(growth, 1));
    }

    public void AddOpenRupture(List<TermInput> to) => Add(to, "open-rupture", 1);

    /// <summary>The strongest pull on the therapist, 0 to 1.</summary>
    public void AddPull(List<TermInput> to, double strength) => Add(to, "pull", strength);

    public void AddFirstSix(List<TermInput> to) => Add(to, "first-six", 1);

    public void AddConjoint(List<TermInput> to) => Add(to, "conjoint", 1);

    private void Add(List<TermInput> to, string term, double value)
    {
        if (value != 0)
            to.Add(new TermInput(term, value, _strengths[term]));
    }

    private void AddSensitive(
        List<TermInput> to, string term, string of, ImmutableArray<SchemaSensitivity> sensitivities, AreaStrengths strengths, IReadOnlyDictionary<string, double> scores)
    {
        foreach (var one in sensitivities)
        {
            if (!scores.TryGetValue(one.Schema, out var score) || score <= SensitiveFrom)
                continue;
            var told = _schemas.TryGetValue(one.Schema, out var schema) && schema.Portrait is { } portrait ? Told(portrait.Telling) : 1;
            to.Add(new TermInput(term, one.Weight * Math.Min(1, (score - SensitiveFrom) / (6 - SensitiveFrom)), strengths, told, one.Schema, of));
        }
    }

    private double Told(Telling telling) => telling switch
    {
        Telling.Told => 1,
        Telling.Silent => Reference.Silent,
        Telling.SilentUntilSudden => Reference.SilentUntilSudden,
    };
}
