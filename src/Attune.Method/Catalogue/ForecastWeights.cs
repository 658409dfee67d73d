using System.Collections.Immutable;

namespace Attune.Method.Catalogue;

/// <summary>What the forecast is made of: its terms with their priors, and what it is set against. All of it is in the catalogue, so that a practice can see and change it.</summary>
public sealed record ForecastWeights(ImmutableArray<ForecastTerm> Terms, ForecastReference Reference)
{
    /// <exception cref="KeyNotFoundException">No such term.</exception>
    public ForecastTerm Term(string code) =>
        Terms.FirstOrDefault(term => term.Code == code) ?? throw new KeyNotFoundException($"No forecast term has the code '{code}'.");
}

/// <summary>One term of the log-odds. Its contribution to an area is mean x value x strength in the area.</summary>
/// <param name="Line">What it says, and in what unit its value is.</param>
/// <param name="Mean">Prior mean of its weight, log-odds per unit.</param>
/// <param name="Sd">Prior SD of its weight; what the practice's own sessions may move.</param>
/// <param name="Strengths">How strongly it bears on each area; null where a schema, technique or occasion brings its own.</param>
/// <param name="IsFixed">Left out of the scaling to the spread of the reference profiles: only sessions can tell it, or it is the same for everybody.</param>
public sealed record ForecastTerm(
    string Code,
    string Name,
    string PlainName,
    TwoWordings Line,
    double Mean,
    double Sd,
    AreaStrengths? Strengths,
    bool IsFixed,
    string Source,
    Standing Standing) : ICatalogueEntry
{
    /// <summary>The terms that the program knows how to give a value.</summary>
    public static ImmutableArray<string> KnownCodes { get; } =
    [
        "schema-level", "technique", "occasion", "comfort", "motivation", "motivation-gap", "shared-view", "expectation", "level-task", "level-goal", "level-bond",
        "fall-task", "fall-goal", "fall-bond", "split", "split-growth", "open-rupture", "pull", "first-six", "conjoint",
    ];
}

/// <summary>What the forecast is set against.</summary>
/// <param name="Seed">Of the reference profiles: the same seed makes the same profiles on every machine.</param>
/// <param name="Profiles">How many.</param>
/// <param name="SchemaMean">Mean item score of an early schema, 1 to 6; a score at it adds nothing, and neither does a missing one.</param>
/// <param name="SchemaSd">Its SD between persons.</param>
/// <param name="SchemaShared">Share of that variance that all schemas of one person have in common, 0 to 1.</param>
/// <param name="MotivationMean">0 to 10.</param>
/// <param name="OccasionShare">Share of sessions with an occasion.</param>
/// <param name="Spread">SD of the summed scaled terms over the profiles, areas weighted by their shares, log-odds.</param>
/// <param name="Shares">How the base rate falls on the areas; they add up to 1.</param>
/// <param name="FirstSixPartner">Share of partners who report a first rupture within six sessions.</param>
/// <param name="FirstSixTherapist">The same by the therapist's report.</param>
/// <param name="Silent">How much of a silent schema's weight shows in the partner's own report, 0 to 1.</param>
/// <param name="SilentUntilSudden">The same for one that is silent until sudden.</param>
/// <param name="InterceptSd">Prior SD of the intercept, log-odds.</param>
public sealed record ForecastReference(
    string Code,
    int Seed,
    int Profiles,
    double SchemaMean,
    double SchemaSd,
    double SchemaShared,
    double MotivationMean,
    double MotivationSd,
    double OccasionShare,
    double Spread,
    AreaStrengths Shares,
    double FirstSixPartner,
    double FirstSixTherapist,
    double Silent,
    double SilentUntilSudden,
    double InterceptSd,
    string Source,
    Standing Standing);
