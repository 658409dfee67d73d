using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Attune.Method.Catalogue;

/// <summary>
/// The content of the method, in a clinician's words. Every reference inside it resolves. Codes in the record are plain strings and may come
/// from a practice's own or a later catalogue: use the <c>TryGet</c> lookups for those. Lookups ignore case.
/// </summary>
/// <param name="Schemas">All eighteen, in the usual order of the field.</param>
/// <param name="Replacements">What a practice's own files replaced. Empty for the shipped catalogue.</param>
public sealed record MethodCatalogue(
    ImmutableArray<EarlySchema> Schemas,
    ImmutableArray<SchemaMode> Modes,
    ImmutableArray<Technique> Techniques,
    ImmutableArray<Occasion> Occasions,
    ImmutableArray<TherapistPull> Pulls,
    ImmutableArray<PartnerChannel> Channels,
    ImmutableArray<SteadyingExercise> Exercises,
    ImmutableArray<CoalWord> Coal,
    ImmutableArray<RepairStepGuide> RepairSteps,
    ImmutableArray<AngerGuide> Angers,
    ImmutableArray<ForbiddenWord> ForbiddenWords,
    ImmutableArray<CatalogueReplacement> Replacements)
{
    private static readonly Lazy<MethodCatalogue> Shipped = new(() => CatalogueLoader.BuiltIn() switch
    {
        CatalogueOutcome.Loaded loaded => loaded.Catalogue,
        CatalogueOutcome.Faulty faulty => throw new InvalidOperationException(
            "The shipped catalogue is faulty: " + string.Join("; ", faulty.Faults)),
        _ => throw new InvalidOperationException("An outcome is Loaded or Faulty."),
    });

    /// <summary>The catalogue as shipped, read once.</summary>
    /// <exception cref="InvalidOperationException">The shipped files are faulty, which is a bug.</exception>
    public static MethodCatalogue BuiltIn => Shipped.Value;

    /// <summary>The schemas that have more than a name.</summary>
    public IEnumerable<EarlySchema> WrittenSchemas => Schemas.Where(schema => schema.IsWritten);

    /// <summary>The modes of the Schema Mode Inventory, in its order.</summary>
    public IEnumerable<SchemaMode> InventoryModes => Modes.Where(mode => mode.InventoryPlace is not null).OrderBy(mode => mode.InventoryPlace);

    /// <exception cref="KeyNotFoundException">No such code.</exception>
    public EarlySchema Schema(string code) => Get(Schemas, code);

    public bool TryGetSchema(string? code, [NotNullWhen(true)] out EarlySchema? schema) => TryGet(Schemas, code, out schema);

    /// <exception cref="KeyNotFoundException">No such code.</exception>
    public SchemaMode Mode(string code) => Get(Modes, code);

    public bool TryGetMode(string? code, [NotNullWhen(true)] out SchemaMode? mode) => TryGet(Modes, code, out mode);

    /// <exception cref="KeyNotFoundException">No such code.</exception>
    public Technique Technique(string code) => Get(Techniques, code);

    public bool TryGetTechnique(string? code, [NotNullWhen(true)] out Technique? technique) => TryGet(Techniques, code, out technique);

    /// <exception cref="KeyNotFoundException">No such code.</exception>
    public Occasion Occasion(string code) => Get(Occasions, code);

    public bool TryGetOccasion(string? code, [NotNullWhen(true)] out Occasion? occasion) => TryGet(Occasions, code, out occasion);

    /// <exception cref="KeyNotFoundException">No such code.</exception>
    public TherapistPull Pull(string code) => Get(Pulls, code);

    public bool TryGetPull(string? code, [NotNullWhen(true)] out TherapistPull? pull) => TryGet(Pulls, code, out pull);

    /// <exception cref="KeyNotFoundException">No such code.</exception>
    public PartnerChannel Channel(string code) => Get(Channels, code);

    public bool TryGetChannel(string? code, [NotNullWhen(true)] out PartnerChannel? channel) => TryGet(Channels, code, out channel);

    /// <exception cref="KeyNotFoundException">No such code.</exception>
    public SteadyingExercise Exercise(string code) => Get(Exercises, code);

    public bool TryGetExercise(string? code, [NotNullWhen(true)] out SteadyingExercise? exercise) => TryGet(Exercises, code, out exercise);

    /// <exception cref="KeyNotFoundException">No such code.</exception>
    public RepairStepGuide RepairStep(string code) => Get(RepairSteps, code);

    public bool TryGetRepairStep(string? code, [NotNullWhen(true)] out RepairStepGuide? step) => TryGet(RepairSteps, code, out step);

    /// <summary>The response to a mode: its own, else that of the mode it is a form of; null when neither is written or the code is unknown.</summary>
    public ModeResponse? ResponseTo(string? modeCode) =>
        !TryGetMode(modeCode, out var mode) ? null
        : mode.Response ?? (TryGetMode(mode.FormOf, out var wider) ? wider.Response : null);

    private static T Get<T>(ImmutableArray<T> entries, string code) where T : class, ICatalogueEntry =>
        TryGet(entries, code, out var entry) ? entry : throw new KeyNotFoundException($"No {typeof(T).Name} has the code '{code}'.");

    private static bool TryGet<T>(ImmutableArray<T> entries, string? code, [NotNullWhen(true)] out T? entry) where T : class, ICatalogueEntry
    {
        entry = entries.FirstOrDefault(candidate => string.Equals(candidate.Code, code, StringComparison.OrdinalIgnoreCase));
        return entry is not null;
    }
}

/// <summary>An entry of a later file took the place of one with the same code.</summary>
/// <param name="Entry">Kind and code, such as <c>technique chair-work</c>.</param>
/// <param name="File">The file that won.</param>
/// <param name="Replaced">The file that lost.</param>
public sealed record CatalogueReplacement(string Entry, string File, string Replaced);
