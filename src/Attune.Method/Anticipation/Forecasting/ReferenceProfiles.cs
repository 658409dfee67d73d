using System.Collections.Immutable;
using Attune.Method.Catalogue;

namespace Attune.Method.Anticipation.Forecasting;

/// <summary>A partner who does not exist: what could be known of one before the first session.</summary>
/// <param name="Scores">Mean item scores of all schemas, 1 to 6, to one decimal.</param>
/// <param name="Technique">One planned technique.</param>
/// <param name="Occasion">Null in most.</param>
/// <param name="OtherMotivation">The other partner's, 0 to 10.</param>
internal sealed record ReferenceProfile(
    ImmutableSortedDictionary<string, double> Scores, double Motivation, double OtherMotivation, string? Technique, string? Occasion);

/// <summary>
/// The seeded profiles that the forecast is calibrated over. Scores have one common factor (all schemas of a person rise together); technique and
/// occasion are drawn evenly from the catalogue. What only sessions can tell (levels, splits, ruptures, pulls) is at its reference value of 0.
/// </summary>
internal static class ReferenceProfiles
{
    public static ImmutableArray<ReferenceProfile> Of(MethodCatalogue catalogue)
    {
        var reference = catalogue.Forecast.Reference;
        return [.. Enumerable.Range(0, reference.Profiles).Select(number => Draw(catalogue, reference, number))];
    }

    // One stream per profile, so that no profile depends on how many were drawn before it.
    private static ReferenceProfile Draw(MethodCatalogue catalogue, ForecastReference reference, int number)
    {
        var stream = new SeededStream((uint)reference.Seed, (uint)number);
        var drawn = new double[catalogue.Schemas.Length];
        FillScores(ref stream, reference, drawn);
        var scores = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < drawn.Length; i++)
            scores[catalogue.Schemas[i].Code] = drawn[i];

        return new ReferenceProfile(
            scores.ToImmutable(), Motivation(ref stream, reference), Motivation(ref stream, reference), Pick(catalogue.Techniques), stream.Uniform() < reference.OccasionShare ? Pick(catalogue.Occasions) : null);

        string? Pick<T>(ImmutableArray<T> entries) where T : ICatalogueEntry => entries.IsEmpty ? null : entries[(int)(stream.Uniform() * entries.Length)].Code;
    }

    /// <summary>One person's scores, 1 to 6 to one decimal, in the order of the schemas: one normal number that they share, then one for each.</summary>
    internal static void FillScores(ref SeededStream stream, ForecastReference reference, Span<double> scores)
    {
        var shared = stream.Normal();
        for (var i = 0; i < scores.Length; i++)
        {
            var standard = Math.Sqrt(reference.SchemaShared) * shared + Math.Sqrt(1 - reference.SchemaShared) * stream.Normal();
            scores[i] = Math.Round(Math.Clamp(reference.SchemaMean + reference.SchemaSd * standard, 1, 6), 1);
        }
    }

    /// <summary>0 to 10, whole.</summary>
    internal static double Motivation(ref SeededStream stream, ForecastReference reference) =>
        Math.Round(Math.Clamp(reference.MotivationMean + reference.MotivationSd * stream.Normal(), 0, 10));
}
