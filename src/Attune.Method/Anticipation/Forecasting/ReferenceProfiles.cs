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
        var shared = stream.Normal();
        var scores = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        foreach (var schema in catalogue.Schemas)
        {
            var standard = Math.Sqrt(reference.SchemaShared) * shared + Math.Sqrt(1 - reference.SchemaShared) * stream.Normal();
            scores[schema.Code] = Math.Round(Math.Clamp(reference.SchemaMean + reference.SchemaSd * standard, 1, 6), 1);
        }

        return new ReferenceProfile(
            scores.ToImmutable(), Motivation(), Motivation(), Pick(catalogue.Techniques), stream.Uniform() < reference.OccasionShare ? Pick(catalogue.Occasions) : null);

        double Motivation() => Math.Round(Math.Clamp(reference.MotivationMean + reference.MotivationSd * stream.Normal(), 0, 10));
        string? Pick<T>(ImmutableArray<T> entries) where T : ICatalogueEntry => entries.IsEmpty ? null : entries[(int)(stream.Uniform() * entries.Length)].Code;
    }
}

/// <summary>A stream of pseudo-random numbers from a seed and a number (SplitMix64; Steele, Lea and Flood, 2014). The same on every machine.</summary>
internal struct SeededStream(uint seed, uint number)
{
    private ulong _state = ((ulong)seed << 32) | number;

    /// <summary>In [0, 1), in steps of 2^-53.</summary>
    public double Uniform()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>Standard normal (Box and Muller, 1958).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Uniform())) * Math.Cos(2 * Math.PI * Uniform());
}
