using YamlDotNet.RepresentationModel;

namespace Attune.Method.Catalogue.Reading;

/// <summary>Reads all files onto shelves, judges the whole, and puts the catalogue together.</summary>
internal sealed class CatalogueReading
{
    private readonly List<CatalogueReplacement> _replacements = [];
    private readonly Dictionary<string, Action<string, YamlMappingNode>> _sections;

    public CatalogueReading()
    {
        _sections = new Dictionary<string, Action<string, YamlMappingNode>>(StringComparer.Ordinal);
        Schemas = Section("schemas", "schema", "code", EntryShapes.Schema);
        Portraits = Section("portraits", "portrait", "schema", Keyed("schema", EntryKind.Schema, EntryShapes.Portrait));
        Modes = Section("modes", "mode", "code", EntryShapes.Mode);
        Responses = Section("responses", "response", "mode", Keyed("mode", EntryKind.Mode, EntryShapes.Response));
        Techniques = Section("techniques", "technique", "code", EntryShapes.Technique);
        Occasions = Section("occasions", "occasion", "code", EntryShapes.Occasion);
        Pulls = Section("pulls", "pull", "code", EntryShapes.Pull);
        Channels = Section("channels", "channel", "code", EntryShapes.Channel);
        Exercises = Section("exercises", "exercise", "code", EntryShapes.Exercise);
        Coal = Section("coal", "coal", "code", EntryShapes.Coal);
        RepairSteps = Section("repair-steps", "repair step", "code", EntryShapes.RepairStep);
        Angers = Section("angers", "anger", "code", EntryShapes.Anger);
        Markers = Section("markers", "marker", "code", GuideShapes.Marker);
        Senses = Section("senses", "sense", "code", GuideShapes.Sense);
        Feelings = Section("feelings", "feeling", "code", GuideShapes.Feeling);
        Families = Section("families", "family", "code", GuideShapes.Family);
        Clashes = Section("clashes", "clash", "code", GuideShapes.Clash);
        Blames = Section("blames", "blame", "code", GuideShapes.Blame);
        Transparency = Section("transparency", "transparency", "code", GuideShapes.Transparency);
        RoomMakers = Section("making-room", "making room", "code", GuideShapes.RoomMaker);
        Curiosities = Section("curiosities", "curiosity", "code", GuideShapes.Curiosity);
        SafetyPrompts = Section("safety-prompts", "safety prompt", "code", GuideShapes.SafetyPrompt);
        ForecastTerms = Section("forecast-terms", "forecast term", "code", GuideShapes.ForecastTerm);
        ForecastReferences = Section("forecast-reference", "forecast reference", "code", GuideShapes.ForecastReference);
        Forbidden = Section("forbidden-words", "forbidden word", "word", EntryShapes.Forbidden);
    }

    public ReadingNotes Notes { get; } = new();

    public Shelf<EarlySchema> Schemas { get; }

    public Shelf<SchemaPortrait> Portraits { get; }

    public Shelf<SchemaMode> Modes { get; }

    public Shelf<ModeResponse> Responses { get; }

    public Shelf<Technique> Techniques { get; }

    public Shelf<Occasion> Occasions { get; }

    public Shelf<TherapistPull> Pulls { get; }

    public Shelf<PartnerChannel> Channels { get; }

    public Shelf<SteadyingExercise> Exercises { get; }

    public Shelf<CoalWord> Coal { get; }

    public Shelf<RepairStepGuide> RepairSteps { get; }

    public Shelf<AngerGuide> Angers { get; }

    public Shelf<RuptureMarker> Markers { get; }

    public Shelf<OwnSense> Senses { get; }

    public Shelf<OwnFeeling> Feelings { get; }

    public Shelf<ModeFamilyGuide> Families { get; }

    public Shelf<ModeClash> Clashes { get; }

    public Shelf<BlameGuide> Blames { get; }

    public Shelf<TransparencyItem> Transparency { get; }

    public Shelf<RoomMaker> RoomMakers { get; }

    public Shelf<CuriosityTopic> Curiosities { get; }

    public Shelf<SafetyPrompt> SafetyPrompts { get; }

    public Shelf<ForecastTerm> ForecastTerms { get; }

    public Shelf<ForecastReference> ForecastReferences { get; }

    public Shelf<ForbiddenWord> Forbidden { get; }

    public CatalogueOutcome Read(IReadOnlyList<CatalogueFile> files)
    {
        foreach (var file in files)
        {
            ReadFile(file);
        }

        CatalogueRules.Judge(this);
        return Notes.HasFaults ? new CatalogueOutcome.Faulty(Notes.FaultsInOrder(files)) : new CatalogueOutcome.Loaded(PutTogether());
    }

    private static Func<EntryReader, T> Keyed<T>(string key, EntryKind kind, Func<EntryReader, T> read) =>
        entry =>
        {
            entry.Reference(key, kind);
            return read(entry);
        };

    private Shelf<T> Section<T>(string section, string kind, string codeKey, Func<EntryReader, T> read)
    {
        var shelf = new Shelf<T>(kind, Notes, _replacements);
        _sections.Add(section, (file, node) =>
        {
            var code = node.Children.TryGetValue(new YamlScalarNode(codeKey), out var found) ? (found as YamlScalarNode)?.Value?.Trim() ?? "" : "";
            var entry = new EntryReader(Notes, file, $"{kind} {code}".TrimEnd(), node);
            var value = read(entry);
            entry.Close();
            shelf.Put(code, entry.Here, value);
        });
        return shelf;
    }

    private void ReadFile(CatalogueFile file)
    {
        foreach (var node in YamlText.Roots(file, Notes))
        {
            if (node is YamlMappingNode root)
            {
                ReadSections(file.Name, root);
            }
            else
            {
                Notes.Fault(new Place(file.Name, (int)node.Start.Line, ""), "A file holds sections, such as 'schemas:'.");
            }
        }
    }

    private void ReadSections(string file, YamlMappingNode root)
    {
        foreach (var (key, content) in root.Children)
        {
            var section = (key as YamlScalarNode)?.Value ?? "";
            if (!_sections.TryGetValue(section, out var read))
            {
                Notes.Fault(new Place(file, (int)key.Start.Line, ""), $"Unknown section '{section}'; known: {string.Join(", ", _sections.Keys)}.");
                continue;
            }

            if (content is not YamlSequenceNode entries)
            {
                Notes.Fault(new Place(file, (int)content.Start.Line, ""), $"Section '{section}' should be a list.");
                continue;
            }

            foreach (var entry in entries.Children)
            {
                if (entry is YamlMappingNode mapping)
                {
                    read(file, mapping);
                }
                else
                {
                    Notes.Fault(new Place(file, (int)entry.Start.Line, ""), $"Section '{section}' should list entries with keys of their own.");
                }
            }
        }
    }

    private SchemaPortrait? InChannelOrder(SchemaPortrait? portrait)
    {
        var channels = Channels.Values.Select(channel => channel.Code).ToList();
        return portrait is null ? null : portrait with
        {
            EarlySigns = [.. portrait.EarlySigns.OrderBy(sign => channels.FindIndex(code => code.Equals(sign.Channel, StringComparison.OrdinalIgnoreCase)))],
        };
    }

    private MethodCatalogue PutTogether() => new()
    {
        Schemas = [.. Schemas.Values.Select(schema => schema with { Portrait = InChannelOrder(Portraits.Find(schema.Code)) })],
        Modes = [.. Modes.Values.Select(mode => mode with { Response = Responses.Find(mode.Code) })],
        Techniques = [.. Techniques.Values],
        Occasions = [.. Occasions.Values],
        Transparency = [.. Transparency.Values],
        Pulls = [.. Pulls.Values],
        Channels = [.. Channels.Values],
        Markers = [.. Markers.Values],
        Senses = [.. Senses.Values],
        Feelings = [.. Feelings.Values],
        Exercises = [.. Exercises.Values],
        Coal = [.. Coal.Values],
        Families = [.. Families.Values],
        Clashes = [.. Clashes.Values],
        Blames = [.. Blames.Values],
        RepairSteps = [.. RepairSteps.Values.Select((step, index) => step with { Order = index + 1 })],
        RoomMakers = [.. RoomMakers.Values],
        Angers = [.. Angers.Values],
        Curiosities = [.. Curiosities.Values],
        SafetyPrompts = [.. SafetyPrompts.Values],
        Forecast = new ForecastWeights([.. ForecastTerms.Values], ForecastReferences.Values.First()),
        ForbiddenWords = [.. Forbidden.Values],
        Replacements = [.. _replacements],
    };
}
