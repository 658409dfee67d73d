using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Attune.App.Cli.Hearts;
using Attune.Exchange.Study;
using Spectre.Console;

namespace Attune.App.Cli.Study;

/// <summary>
/// Where a result goes: a file with its manifest, or standard output. A file is written beside its place and put there at the end, so that a run that broke off leaves what was there.
/// </summary>
internal sealed class StudyOutput : IDisposable
{
    private const int MostShown = 100;
    private const int MostColumns = 16;

    private readonly string _verb;
    private readonly StudyRequest _request;
    private readonly string? _beside;
    private readonly Stream _stream;
    private readonly StudyWriter? _writer;
    private readonly WritingQueue? _queue;
    private readonly StudyRows _shown;
    private readonly Task<JsonObject?> _input;
    private long _rows;

    public StudyOutput(string verb, StudyRequest request, ImmutableArray<StudyColumn> columns)
    {
        (_verb, _request) = (verb, request);
        _beside = request.Out is null ? null : $"{request.Out.FullName}.part";
        _stream = _beside is null ? Console.OpenStandardOutput() : File.Create(_beside);
        _shown = new StudyRows(columns);
        _writer = request.Format is { } format ? StudyWriter.On(_stream, format, columns) : null;
        _queue = _writer is null ? null : new WritingQueue(_writer);
        _input = request is { Table: { } table, Out: not null } ? Task.Run(JsonObject? () => StudyManifest.Of(table)) : Task.FromResult<JsonObject?>(null);
    }

    /// <summary>May be called side by side.</summary>
    public StudyPiece? Encode(StudyRows rows) => _writer?.Encode(rows);

    /// <summary>In order.</summary>
    public void Append(StudyRows rows, StudyPiece? piece)
    {
        if (piece is not null)
            _queue!.Append(piece);
        else if (_shown.Count < MostShown)
            _shown.Append(rows);
        _rows += rows.Count;
    }

    public void Append(StudyRows rows) => Append(rows, Encode(rows));

    /// <summary>Puts the result in its place, with its manifest, and says what there is to say.</summary>
    /// <param name="parameters">All that the result depends on beside the table.</param>
    /// <param name="read">Counts of what was read and left out; null where no table was.</param>
    /// <param name="found">What the summary says, for programs.</param>
    /// <param name="summary">The same for people.</param>
    public void Finish(JsonObject parameters, JsonObject? read, JsonObject found, Action<IAnsiConsole> summary)
    {
        _queue?.Finish();
        _request.Bar?.Clear();
        if (_request.Format is not null)
            _stream.Dispose();
        using var words = _request.Format is not null ? null : new StreamWriter(_stream, new UTF8Encoding(false), leaveOpen: false);
        // Rows on standard output are for programs: what is said about them goes the other way.
        var said = words ?? (_request.Out is null ? Console.Error : Console.Out);
        var console = HeartsWords.ConsoleOn(said, isTerminal: false);
        if (words is not null)
            Show(console);
        summary(console);
        words?.Dispose();
        if (_request.Out is not { } place)
            return;
        var manifest = new JsonObject
        {
            ["program"] = $"attune {Program.Version}",
            ["verb"] = $"study {_verb}",
            ["parameters"] = parameters,
            ["input"] = _input.GetAwaiter().GetResult(),
            ["read"] = read,
            ["found"] = found,
            ["output"] = StudyManifest.Of(new FileInfo(_beside!), place.Name),
        };
        ((JsonObject)manifest["output"]!)["rows"] = _rows;
        File.Move(_beside!, place.FullName, overwrite: true);
        File.WriteAllBytes(StudyManifest.PathBeside(place.FullName), StudyManifest.Bytes(manifest));
    }

    public void Dispose()
    {
        _queue?.Dispose();
        _writer?.Dispose();
        _stream.Dispose();
        if (_beside is not null)
            File.Delete(_beside);
    }

    private void Show(IAnsiConsole console)
    {
        if (_shown.Count == 0)
            return;
        if (_shown.Columns.Length > MostColumns)
        {
            console.WriteLine(FormattableString.Invariant($"{_rows} rows of {_shown.Columns.Length} columns, too wide for here: --format csv, parquet or json has them."));
            return;
        }

        var table = HeartsWords.Table([.. _shown.Columns.Select(column => column.Name)]);
        for (var row = 0; row < Math.Min(MostShown, _shown.Count); row++)
            table.Row([.. Enumerable.Range(0, _shown.Columns.Length).Select(column => Cell(column, row))]);
        console.Write(table);
        if (_rows > MostShown)
            console.WriteLine(FormattableString.Invariant($"And {_rows - MostShown} rows more; --format csv, parquet or json has all."));
    }

    private string Cell(int column, int row) => _shown.Columns[column].Kind switch
    {
        StudyKind.Text => _shown.Text(column, row) ?? "-",
        StudyKind.Whole when double.IsFinite(_shown.Number(column, row)) => _shown.Number(column, row).ToString("0", CultureInfo.InvariantCulture),
        _ => HeartsWords.Number(_shown.Number(column, row), "0.####"),
    };
}
