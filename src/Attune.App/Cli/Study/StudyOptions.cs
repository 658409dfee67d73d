using System.CommandLine;
using Attune.App.Cli.Hearts;
using Attune.Exchange.Study;

namespace Attune.App.Cli.Study;

/// <summary>The options that the verbs for studies share.</summary>
internal sealed class StudyOptions
{
    private readonly Argument<FileInfo> _table = new("TABLE") { Description = "A table: CSV (comma, semicolon or tab) or Parquet. Columns are found by their names (docs/study.md)." };
    private readonly Option<FileInfo?> _out = new("--out") { Description = "The file to write, with its manifest beside it; without it the result goes to standard output." };
    private readonly Option<string?> _format = new("--format") { Description = "How the result is written. Without it: as the name of --out ends, else a table to read.", HelpName = "table|csv|parquet|json" };
    private readonly Option<FileInfo?> _plot = new("--plot") { Description = "A picture (PNG) to draw." };
    private readonly Option<int> _threads = new("--threads") { Description = "How many threads work. The result does not depend on it.", DefaultValueFactory = _ => Environment.ProcessorCount };
    private readonly Option<bool> _strict = new("--strict") { Description = "Refuse the table at the first thing that would be counted and left out." };

    public StudyOptions()
    {
        _format.AcceptOnlyFromAmong("table", "csv", "parquet", "json");
        HeartsOptions.Require(_threads, threads => threads is >= 1 and <= 1024, "From 1 to 1024 threads.");
    }

    /// <summary>Adds those that the verb honours.</summary>
    public Command AddTo(Command verb, bool withTable = true, bool withPlot = true, bool withThreads = true, bool withStrict = true)
    {
        if (withTable)
            verb.Add(_table);
        verb.Add(_out);
        verb.Add(_format);
        if (withPlot)
            verb.Add(_plot);
        if (withThreads)
            verb.Add(_threads);
        if (withTable && withStrict)
            verb.Add(_strict);
        return verb;
    }

    public StudyRequest Read(ParseResult given, bool withTable = true)
    {
        var place = given.GetValue(_out);
        var format = (given.GetValue(_format) ?? place?.Extension.TrimStart('.').ToUpperInvariant()) switch
        {
            "csv" or "CSV" or "TSV" or "TXT" => StudyFormat.Csv,
            "parquet" or "PARQUET" => StudyFormat.Parquet,
            "json" or "JSON" or "JSONL" or "NDJSON" => StudyFormat.Json,
            _ => (StudyFormat?)null,
        };
        return new StudyRequest(withTable ? given.GetRequiredValue(_table) : null, place, format, given.GetValue(_plot), Threads(given), withTable && given.GetValue(_strict));
    }

    // Nought: the verb does not offer it.
    private int Threads(ParseResult given) => given.GetValue(_threads) is > 0 and var threads ? threads : Environment.ProcessorCount;
}

/// <summary>What is asked for.</summary>
/// <param name="Table">Null for a verb that reads none.</param>
/// <param name="Out">Null: standard output.</param>
/// <param name="Format">Null: a table to read.</param>
internal sealed record StudyRequest(FileInfo? Table, FileInfo? Out, StudyFormat? Format, FileInfo? Plot, int Threads, bool IsStrict)
{
    // A bar is of use only where it lives long enough to be seen.
    private const long WorthABar = 8 * 1024 * 1024;

    public StudyCrew Crew { get; } = new(Threads);

    /// <summary>Null where nobody looks, where it is over at once, and where rows go to the same terminal.</summary>
    public StudyBar? Bar { get; } = Console.IsErrorRedirected || Table is { Exists: true, Length: < WorthABar } || (Out is null && Format is not null && !Console.IsOutputRedirected)
        ? null
        : new StudyBar(Console.Error, Table?.Name ?? "working");
}
