using System.Collections.Immutable;
using Attune.Method.Alliance;
using Attune.Method.Catalogue;

namespace Attune.Exchange.Study;

/// <summary>What is asked of a table of partner-sessions.</summary>
/// <param name="Terms">Null: as the table says. Empty: the catalogue's.</param>
/// <param name="Areas">1 or 3; null: as the table says.</param>
/// <param name="Outcome">Name of the column; null: as the table says.</param>
public sealed record ForecastRequest(ImmutableArray<string>? Terms, int? Areas, string? Outcome, TensionReporter Reporter, bool IsStrict);

/// <summary>Which columns of a table are read for a forecast, and as what.</summary>
public sealed class ForecastColumns
{
    internal static readonly string[] AreaNames = ["task", "goal", "bond"];

    private static readonly string[] Keys = ["couple", "partner", "session"];
    private static readonly string[] OfRows = ["outcome", "area", "guess", "course"];
    private static readonly string[] OpenNames = ["open_rupture", "true_open_before"];
    private static readonly string[] Guess = ["guess"];
    private static readonly string[] Area = ["area"];
    private static readonly string[] OfCatalogue = ["technique", "occasion"];
    private static readonly string[] NumbersOfCatalogue = ["task", "goal", "bond", "motivation", "other_motivation", "held"];

    private ForecastColumns(TableHead head) => Head = head;

    public TableHead Head { get; }

    /// <summary>Terms are the catalogue's, computed from what was answered and planned.</summary>
    public bool IsCatalogue { get; private init; }

    public ImmutableArray<string> Terms { get; private init; }

    public int Areas { get; private init; }

    public string Outcome { get; private init; } = "outcome";

    /// <summary>Columns that are in the table and not used, in its order.</summary>
    public ImmutableArray<string> PassedOver => [.. Head.Names.Where(name => !Texts.Concat(Numbers).Contains(name, StringComparer.OrdinalIgnoreCase))];

    /// <summary>couple, partner, outcome; then area or technique, occasion, where they are there.</summary>
    internal ImmutableArray<string> Texts { get; private init; }

    /// <summary>session; then guess where it is there; then what the terms are made of.</summary>
    internal ImmutableArray<string> Numbers { get; private init; }

    /// <summary>Of each term, its columns: one, or one for each area.</summary>
    internal ImmutableArray<ImmutableArray<string>> Sources { get; private init; }

    /// <summary>The column that says whether a rupture was open before the session; null without one.</summary>
    public string? OpenBefore { get; private init; }

    internal int PlaceOfText(string name) => Texts.IndexOf(name);

    internal int PlaceOf(string name) => Numbers.IndexOf(name);

    /// <summary>Throws <see cref="StudyRefusedException"/> where the table does not have what is asked for.</summary>
    public static ForecastColumns Of(TableHead head, ForecastRequest asked, MethodCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(catalogue);
        foreach (var name in Keys)
            ColumnNames.Find(head.Names, name, isNeeded: true);
        var isCatalogue = asked.Terms is { } given ? given.IsEmpty : !head.Has("outcome") && SchemaColumns(catalogue).Any(head.Has) && head.Has("technique");
        return isCatalogue ? OfTheCatalogue(head, asked, catalogue) : Own(head, asked);
    }

    internal static IEnumerable<string> SchemaColumns(MethodCatalogue catalogue) => catalogue.Schemas.Select(schema => $"schema_{schema.Code.Replace('-', '_')}");

    private static ForecastColumns OfTheCatalogue(TableHead head, ForecastRequest asked, MethodCatalogue catalogue)
    {
        if (asked.Areas == 1)
            throw Refused("The catalogue's terms differ by area: --areas three.");
        if (!SchemaColumns(catalogue).Any(head.Has))
            throw Refused($"The catalogue's terms are made of schema scores and plans, and the table has no column such as '{SchemaColumns(catalogue).First()}': name its own terms with --terms.");
        var outcome = asked.Outcome ?? (head.Has("outcome") ? "outcome" : asked.Reporter == TensionReporter.Partner ? "tension" : "therapist_tension");
        ColumnNames.Find(head.Names, outcome, isNeeded: true);
        var open = OpenNames.FirstOrDefault(head.Has);
        return new ForecastColumns(head)
        {
            IsCatalogue = true,
            Terms = [.. catalogue.Forecast.Terms.Select(term => term.Code)],
            Areas = AreaNames.Length,
            Outcome = outcome,
            OpenBefore = open,
            Texts = ["couple", "partner", outcome, .. Area.Concat(OfCatalogue).Where(head.Has)],
            Numbers = ["session", .. Guess.Concat(NumbersOfCatalogue).Where(head.Has), .. open is null ? Array.Empty<string>() : [open], .. SchemaColumns(catalogue).Where(head.Has)],
            Sources = [],
        };
    }

    private static ForecastColumns Own(TableHead head, ForecastRequest asked)
    {
        var outcome = asked.Outcome ?? "outcome";
        ColumnNames.Find(head.Names, outcome, isNeeded: true);
        ImmutableArray<string> terms = asked.Terms ?? AllOf(head, outcome);
        if (terms.IsEmpty)
            throw Refused("No column of numbers is left to be a term: name them with --terms.");
        if (terms.GroupBy(term => term, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } doubled)
            throw Refused($"The term '{doubled.Key}' is named twice: name it once.");
        ImmutableArray<ImmutableArray<string>> sources = [.. terms.Select(term => SourcesOf(head, term))];
        var areas = asked.Areas ?? (sources.Any(source => source.Length > 1) || head.Has("area") ? AreaNames.Length : 1);
        for (var term = 0; term < terms.Length; term++)
        {
            if (areas == 1 && sources[term].Length > 1)
                throw Refused($"The term '{terms[term]}' has a column for each area: --areas three, or one column '{terms[term]}' for all of them.");
        }

        return new ForecastColumns(head)
        {
            Terms = terms,
            Areas = areas,
            Outcome = outcome,
            Texts = ["couple", "partner", outcome, .. areas > 1 && head.Has("area") ? Area : []],
            Numbers = ["session", .. head.Has("guess") ? Guess : [], .. sources.SelectMany(source => source)],
            Sources = sources,
        };
    }

    /// <summary>All numeric columns that are nothing else, and not the truth of a simulation. Those by area are one term.</summary>
    private static ImmutableArray<string> AllOf(TableHead head, string outcome) =>
    [
        .. head.Names.Where((name, at) => head.AreNumbers[at] && !Keys.Any(key => ColumnNames.Find(head.Names, key, isNeeded: false) == at)).Select(name => name.Trim())
            .Where(name => !OfRows.Append(outcome).Contains(name, StringComparer.OrdinalIgnoreCase) && !name.StartsWith("true_", StringComparison.OrdinalIgnoreCase))
            .Select(name => IsOfArea(name) ? name[..name.LastIndexOf('@')] : name).Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    private static bool IsOfArea(string name) => AreaNames.Any(area => name.EndsWith($"@{area}", StringComparison.OrdinalIgnoreCase));

    private static ImmutableArray<string> SourcesOf(TableHead head, string term)
    {
        ImmutableArray<string> byArea = [.. AreaNames.Select(area => $"{term}@{area}")];
        var there = byArea.Where(head.Has).ToArray();
        if (there.Length > 0 && head.Has(term))
            throw Refused($"There is a column '{term}' and a column '{there[0]}': the term is either the same in every area or has three columns.");
        if (there.Length == 0)
        {
            ColumnNames.Find(head.Names, term, isNeeded: true);
            return [term];
        }

        foreach (var column in byArea)
            ColumnNames.Find(head.Names, column, isNeeded: true);
        return byArea;
    }

    private static StudyRefusedException Refused(string why) => new(new(ForecastCodes.UnusableTerms, why));
}
