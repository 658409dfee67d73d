using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Attune.Method.Catalogue;

/// <summary>
/// The content of the method, in a clinician's words. Every reference inside it resolves. Codes in the record are plain strings and may come
/// from a practice's own or a later catalogue: use the <c>TryGet</c> lookups for those. Lookups ignore case.
/// </summary>
public sealed record MethodCatalogue
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

    /// <summary>All eighteen, in the usual order of the field.</summary>
    public required ImmutableArray<EarlySchema> Schemas { get; init; }

    public required ImmutableArray<SchemaMode> Modes { get; init; }

    public required ImmutableArray<Technique> Techniques { get; init; }

    public required ImmutableArray<Occasion> Occasions { get; init; }

    public required ImmutableArray<TransparencyItem> Transparency { get; init; }

    public required ImmutableArray<TherapistPull> Pulls { get; init; }

    public required ImmutableArray<PartnerChannel> Channels { get; init; }

    public required ImmutableArray<RuptureMarker> Markers { get; init; }

    public required ImmutableArray<OwnSense> Senses { get; init; }

    public required ImmutableArray<OwnFeeling> Feelings { get; init; }

    public required ImmutableArray<SteadyingExercise> Exercises { get; init; }

    public required ImmutableArray<CoalWord> Coal { get; init; }

    public required ImmutableArray<ModeFamilyGuide> Families { get; init; }

    public required ImmutableArray<ModeClash> Clashes { get; init; }

    public required ImmutableArray<BlameGuide> Blames { get; init; }

    public required ImmutableArray<RepairStepGuide> RepairSteps { get; init; }

    public required ImmutableArray<RoomMaker> RoomMakers { get; init; }

    public required ImmutableArray<AngerGuide> Angers { get; init; }

    public required ImmutableArray<CuriosityTopic> Curiosities { get; init; }

    public required ImmutableArray<SafetyPrompt> SafetyPrompts { get; init; }

    /// <summary>The terms, weights and reference values of the forecast.</summary>
    public required ForecastWeights Forecast { get; init; }

    public required ImmutableArray<ForbiddenWord> ForbiddenWords { get; init; }

    /// <summary>What a practice's own files replaced. Empty for the shipped catalogue.</summary>
    public required ImmutableArray<CatalogueReplacement> Replacements { get; init; }

    /// <summary>Every entry of every kind.</summary>
    public IEnumerable<ICatalogueEntry> Entries =>
        [.. Schemas, .. Modes, .. Techniques, .. Occasions, .. Transparency, .. Pulls, .. Channels, .. Markers, .. Senses, .. Feelings, .. Exercises, .. Coal,
         .. Families, .. Clashes, .. Blames, .. RepairSteps, .. RoomMakers, .. Angers, .. Curiosities, .. SafetyPrompts, .. Forecast.Terms];

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

    public bool TryGetMarker(string? code, [NotNullWhen(true)] out RuptureMarker? marker) => TryGet(Markers, code, out marker);

    public bool TryGetFeeling(string? code, [NotNullWhen(true)] out OwnFeeling? feeling) => TryGet(Feelings, code, out feeling);

    public bool TryGetSense(string? code, [NotNullWhen(true)] out OwnSense? sense) => TryGet(Senses, code, out sense);

    public bool TryGetTransparency(string? code, [NotNullWhen(true)] out TransparencyItem? item) => TryGet(Transparency, code, out item);

    public bool TryGetCuriosity(string? code, [NotNullWhen(true)] out CuriosityTopic? topic) => TryGet(Curiosities, code, out topic);

    public bool TryGetBlame(string? code, [NotNullWhen(true)] out BlameGuide? blame) => TryGet(Blames, code, out blame);

    /// <summary>The clash of two families in either order; a healthy one with any other; null when none is written.</summary>
    public ModeClash? ClashOf(ModeFamily one, ModeFamily other) =>
        Clashes.FirstOrDefault(clash => (clash.One, clash.Other) == (one, other) || (clash.One, clash.Other) == (other, one))
        ?? Clashes.FirstOrDefault(clash => clash.Other is null && (clash.One == one || clash.One == other));

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
