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

    public Command AddTo(Command verb, bool withTable = true, bool withPlot = true)
    {
        if (withTable)
            verb.Add(_table);
        Option[] all = [_out, _format, .. withPlot ? new Option[] { _plot } : [], _threads, .. withTable ? new Option[] { _strict } : []];
        foreach (var option in all)
            verb.Add(option);
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
        return new StudyRequest(withTable ? given.GetRequiredValue(_table) : null, place, format, given.GetValue(_plot), given.GetValue(_threads), withTable && given.GetValue(_strict));
    }
}

/// <summary>What is asked for.</summary>
/// <param name="Table">Null for a verb that reads none.</param>
/// <param name="Out">Null: standard output.</param>
/// <param name="Format">Null: a table to read.</param>
internal sealed record StudyRequest(FileInfo? Table, FileInfo? Out, StudyFormat? Format, FileInfo? Plot, int Threads, bool IsStrict)
{
    public StudyCrew Crew { get; } = new(Threads);
}
