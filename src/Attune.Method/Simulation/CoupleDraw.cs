using System.Collections.Immutable;
using Attune.Method.Anticipation;
using Attune.Method.Anticipation.Forecasting;
using Attune.Method.Catalogue;

namespace Attune.Method.Simulation;

/// <summary>Draws what is true of a couple before its first session. Always the same count of numbers, so that one option does not move another's draws.</summary>
internal sealed class CoupleDraw(MethodCatalogue catalogue)
{
    // Our proposals, all of them.
    private const double ModeMean = 2.5;
    private const double ModeSd = 0.8;
    private const double ModeOfSchemas = 0.6;
    private const double HealthyMean = 4;
    private const double TherapistBelow = 0.4;
    private const double CoupleShare = 0.3;
    private const double CareMean = 0.8;
    private const double CareSd = 0.12;
    private const double TrustAtMean = 0.65;
    private const double TrustLostPerPoint = 0.12;

    private readonly SchemaMode[] _modes = [.. catalogue.InventoryModes];
    private readonly int[][] _schemasOfModes =
        [.. catalogue.InventoryModes.Select(mode => mode.Schemas.Select(code => IndexOf(catalogue, code)).Where(at => at >= 0).ToArray())];
    private readonly (int[] Own, int[] Modes)[] _pulls =
    [
        .. catalogue.Pulls.Select(pull => (
            pull.OwnSchemas.Select(code => IndexOf(catalogue, code)).Where(at => at >= 0).ToArray(),
            pull.PartnerModes.Select(code => IndexOfMode(catalogue, code)).Where(at => at >= 0).ToArray())),
    ];
    private readonly int _mistrust = IndexOf(catalogue, "mistrust-abuse");

    private ForecastReference Reference => catalogue.Forecast.Reference;

    public MethodCatalogue Catalogue => catalogue;

    public CoupleTruth Draw(ref SeededStream stream, SimulationOptions options)
    {
        var therapist = new double[catalogue.Schemas.Length];
        ReferenceProfiles.FillScores(ref stream, Reference, therapist);
        for (var i = 0; i < therapist.Length; i++)
            therapist[i] = Math.Round(Math.Max(1, therapist[i] - TherapistBelow), 1);
        var together = stream.Normal();
        var (isSplit, favoursA) = (stream.Uniform() < options.SplitShare, stream.Uniform() < 0.5);
        var apart = isSplit ? options.SplitSize * options.BetweenSd / 2 * (favoursA ? 1 : -1) : 0;
        var a = Person(ref stream, options, therapist, together, apart);
        var b = Person(ref stream, options, therapist, together, -apart);
        return new CoupleTruth(a, b, ImmutableArray.Create(therapist), isSplit);
    }

    public string? Technique(double place) => Pick(catalogue.Techniques, place);

    public string? Occasion(double come, double place) => come < Reference.OccasionShare ? Pick(catalogue.Occasions, place) : null;

    private PartnerTruth Person(ref SeededStream stream, SimulationOptions options, double[] therapist, double together, double apart)
    {
        var schemas = new double[catalogue.Schemas.Length];
        ReferenceProfiles.FillScores(ref stream, Reference, schemas);
        var modes = new double[_modes.Length];
        for (var i = 0; i < modes.Length; i++)
            modes[i] = Mode(i, schemas, stream.Normal());
        var motivation = ReferenceProfiles.Motivation(ref stream, Reference);
        var level = options.Level + options.BetweenSd * (Math.Sqrt(CoupleShare) * together + Math.Sqrt(1 - CoupleShare) * stream.Normal()) + apart;
        var care = Math.Clamp(CareMean + CareSd * stream.Normal(), 0, 1);
        var mistrust = _mistrust < 0 ? 0 : schemas[_mistrust] - Reference.SchemaMean;
        var trust = Math.Clamp(TrustAtMean - TrustLostPerPoint * mistrust, 0.05, 0.95);
        var isFlat = stream.Uniform() < options.FlatAnswerers;
        return new PartnerTruth(ImmutableArray.Create(schemas), ImmutableArray.Create(modes), motivation, level, trust, care, Pull(therapist, modes), isFlat);
    }

    private double Mode(int at, double[] schemas, double noise)
    {
        var linked = _schemasOfModes[at];
        var above = 0.0;
        foreach (var schema in linked)
            above += (schemas[schema] - Reference.SchemaMean) / linked.Length;
        var isHealthy = _modes[at].Group == SchemaModeGroup.Healthy;
        var mean = isHealthy ? HealthyMean - ModeOfSchemas * above : ModeMean + ModeOfSchemas * above;
        return Math.Round(Math.Clamp(mean + ModeSd * noise, 1, 6), 1);
    }

    // As PullReadings has it, from scores alone: nothing was marked or said.
    private double Pull(double[] own, double[] modes)
    {
        var strongest = 0.0;
        foreach (var pull in _pulls)
            strongest = Math.Max(strongest, Most(pull.Own, own, PullReadings.OwnFrom) * Most(pull.Modes, modes, PullReadings.ModeFrom));
        return strongest;

        static double Most(int[] places, double[] scores, double from)
        {
            var most = 0.0;
            foreach (var place in places)
            {
                if (scores[place] >= from)
                    most = Math.Max(most, PullReadings.AsShare(scores[place]));
            }

            return most;
        }
    }

    private static string? Pick<T>(ImmutableArray<T> entries, double place) where T : ICatalogueEntry => entries.IsEmpty ? null : entries[(int)(place * entries.Length)].Code;

    private static int IndexOf(MethodCatalogue catalogue, string code) => catalogue.Schemas.ToList().FindIndex(schema => schema.Code == code);

    private static int IndexOfMode(MethodCatalogue catalogue, string code) => catalogue.InventoryModes.ToList().FindIndex(mode => mode.Code == code);
}
