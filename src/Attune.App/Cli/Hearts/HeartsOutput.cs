using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Attune.Exchange.Hearts;
using Attune.Signals.RecordingFiles;
using Spectre.Console;

namespace Attune.App.Cli.Hearts;

/// <summary>
/// Where results go, one after the other as they come. A file is written beside its place and put there at the end, so that a run that found nothing, or broke off, leaves what was there.
/// </summary>
internal sealed class HeartsOutput : IDisposable
{
    private static readonly UTF8Encoding NoMark = new(encoderShouldEmitUTF8Identifier: false);

    // The output is no web page: letters may stand as they are.
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _format;
    private readonly FileInfo? _place;
    private readonly FileInfo? _plot;
    private readonly string? _beside;
    private readonly Stream _stream;
    private readonly StreamWriter _writer;
    private readonly Utf8JsonWriter? _json;
    private readonly IAnsiConsole _console;
    private int _written;

    private HeartsOutput(string verb, HeartsRequest request)
    {
        (_format, _place, _plot) = (request.Format, request.Out, request.Plot);
        _beside = _place is null ? null : $"{_place.FullName}.part";
        _stream = _beside is null ? Console.OpenStandardOutput() : File.Create(_beside);
        _writer = new StreamWriter(_stream, NoMark) { AutoFlush = _place is null };
        _console = HeartsWords.ConsoleOn(_writer, isTerminal: _place is null && !Console.IsOutputRedirected);
        if (_format != "json")
            return;
        _json = new Utf8JsonWriter(_stream, Indented);
        _json.WriteStartObject();
        _json.WriteString("program", $"attune {Program.Version}");
        _json.WriteString("verb", verb);
        _json.WriteStartArray("results");
    }

    public static HeartsOutput For(string verb, HeartsRequest request) => new(verb, request);

    public void Add(HeartsResult result)
    {
        switch (_format)
        {
            case "csv":
                result.WriteCsv(_writer, withHeader: _written == 0);
                break;
            case "json":
                Write(result.ToJson());
                break;
            default:
                if (_written > 0)
                    _console.WriteLine();
                result.Show(_console);
                break;
        }

        _written++;
        if (_plot is not null && result.Picture() is { } picture)
            picture.Save(_plot.FullName);
    }

    /// <summary>All readings of a file that can be read in several ways.</summary>
    public void Add(string file, RecordingOutcome.Ambiguous ambiguous)
    {
        switch (_format)
        {
            case "csv":
                foreach (var reading in ambiguous.Readings)
                    RecordingsCsv.Write(_writer, file, reading.Outcome, reading.Words, HeartsOptions.Typed(reading.Options), withHeader: _written++ == 0);
                break;
            case "json":
                Write(new()
                {
                    ["file"] = file,
                    ["outcome"] = "ambiguous",
                    ["question"] = ambiguous.Question,
                    ["readings"] = HeartsJson.List(ambiguous.Readings, reading => new JsonObject
                    {
                        ["reading"] = reading.Words,
                        ["options"] = HeartsOptions.Typed(reading.Options),
                        ["recording"] = HeartsJson.Of(reading.Outcome),
                    }),
                });
                _written++;
                break;
            default:
                foreach (var reading in ambiguous.Readings)
                {
                    if (_written++ > 0)
                        _console.WriteLine();
                    _console.WriteLine(HeartsWords.Plain($"Read as {reading.Words} ({HeartsOptions.Typed(reading.Options)})"));
                    ReadVerb.Show(_console, file, reading.Outcome);
                }

                break;
        }
    }

    /// <summary>A file that was not understood: said where it is read by a program; people were told already.</summary>
    public void Add(string file, RecordingOutcome.Refused refused)
    {
        if (_format == "json")
            Write(new() { ["file"] = file, ["outcome"] = "refused", ["refusal"] = HeartsJson.Of(refused) });
    }

    public void Finish()
    {
        _writer.Flush();
        if (_json is not null)
        {
            _json.WriteEndArray();
            _json.WriteEndObject();
            _json.Dispose();
            _stream.Write("\n"u8);
        }

        _stream.Dispose();
        if (_place is not null && _written > 0)
            File.Move(_beside!, _place.FullName, overwrite: true);
    }

    public void Dispose()
    {
        _json?.Dispose();
        _stream.Dispose();
        if (_beside is not null)
            File.Delete(_beside);
    }

    private void Write(JsonObject json)
    {
        json.WriteTo(_json!);
        _json!.Flush();
    }
}
