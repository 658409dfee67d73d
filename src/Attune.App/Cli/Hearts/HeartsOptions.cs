using System.CommandLine;
using System.Globalization;
using Attune.Signals.Arousal;
using Attune.Signals.Artefacts;
using Attune.Signals.BeatDetection;
using Attune.Signals.RecordingFiles;

namespace Attune.App.Cli.Hearts;

/// <summary>The options that the verbs about hearts share. What a choice is called is what is stored with its results.</summary>
internal sealed class HeartsOptions
{
    private readonly Argument<FileInfo[]> _files = new("FILE") { Description = "Recordings of hearts, in any format that is read.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> _format = OneOf("--format", "How the result is written.", "table", "table", "csv", "json");
    private readonly Option<FileInfo?> _out = new("--out") { Description = "The file to write; without it the result goes to standard output." };
    private readonly Option<FileInfo?> _plot = new("--plot") { Description = "A picture (PNG) to draw, of one recording, or of two for synchrony." };
    private readonly Option<IntervalUnit?> _unit = Named<IntervalUnit>("--unit", "Unit of the intervals, where the file does not say.");
    private readonly Option<DateOrder?> _dateOrder = Named<DateOrder>("--date-order", "How a date of numbers is meant.");
    private readonly Option<CommaMeaning?> _comma = Named<CommaMeaning>("--comma", "What a comma between numbers means.");
    private readonly Option<int?> _column = new("--column") { Description = "The column of beat intervals, from 1." };
    private readonly Option<string?> _zone = new("--zone") { Description = "Offset of the recorder's clock from UTC, such as +01:00, where the file does not say." };
    private readonly Option<double?> _samplingRate = new("--sampling-rate") { Description = "Samples a second of a raw signal or of sample numbers." };
    private readonly Option<DateTimeOffset?> _from = new("--from") { Description = "First moment that is read of an export of many days." };
    private readonly Option<DateTimeOffset?> _until = new("--until") { Description = "First moment after what is read of such an export." };
    private readonly Option<string?> _entry = new("--entry") { Description = "The recording to read in a zip that holds several." };
    private readonly Option<WaveKind?> _wave = Named<WaveKind>("--wave", "What a raw signal shows; its beats are then found.");
    private readonly Option<string?> _channel = new("--channel") { Description = "The signal to take, by its name, in a file that holds several." };
    private readonly Option<string> _rules = OneOf("--rules", "For a whole recording (looks both ways), or what would have been seen live.", "recorded", "recorded", "live");
    private readonly Option<RateChoice?> _rate = Named<RateChoice>("--rate", "How the rate is taken; it decides the answer. Without it: as the rules have it.");
    private readonly Option<ArtefactRule?> _artefacts = Named<ArtefactRule>("--artefacts", "Which beats are believed. Without it: as the rules have it.");
    private readonly Option<double?> _threshold = new("--threshold") { Description = "The rate that has to be passed, in beats a minute: 100, or 80 for athletes." };

    public HeartsOptions()
    {
        Require(_column, column => column >= 1, "The columns are counted from 1.");
        Require(_samplingRate, rate => rate > 0 && double.IsFinite(rate.Value), "There is more than no sample a second.");
        Require(_threshold, threshold => threshold > 0 && double.IsFinite(threshold.Value), "The threshold is a rate above 0.");
        Require(_zone, zone => Offset(zone) is not null, "The zone is an offset from UTC, such as +01:00 or -05:30.");
    }

    /// <summary>Adds what every verb takes, and the rules by which beats are believed.</summary>
    public Command AddTo(Command verb, bool withRules = true, bool withRate = false, bool withPlot = true)
    {
        verb.Add(_files);
        Option[] all =
        [
            _format, _out, .. withPlot ? new Option[] { _plot } : [], .. withRules ? new Option[] { _rules, _artefacts } : [], .. withRate ? new Option[] { _rate, _threshold } : [],
            _unit, _dateOrder, _comma, _column, _zone, _samplingRate, _from, _until, _entry, .. withRules ? new Option[] { _wave, _channel } : [],
        ];
        foreach (var option in all)
            verb.Add(option);
        return verb;
    }

    public HeartsRequest Read(ParseResult given) => new(
        [.. given.GetRequiredValue(_files)], given.GetValue(_format)!, given.GetValue(_out), given.GetValue(_plot), new RecordingOptions
        {
            Unit = given.GetValue(_unit),
            DateOrder = given.GetValue(_dateOrder),
            Comma = given.GetValue(_comma),
            Column = given.GetValue(_column),
            UtcOffset = Offset(given.GetValue(_zone)),
            SamplingRateHz = given.GetValue(_samplingRate),
            From = given.GetValue(_from),
            Until = given.GetValue(_until),
            Entry = given.GetValue(_entry),
        }, given.GetValue(_wave), given.GetValue(_channel));

    /// <summary>The pair of the rules, with what was said otherwise.</summary>
    public ArousalOptions ReadRules(ParseResult given)
    {
        var rules = given.GetValue(_rules) == "live" ? ArousalOptions.Live : ArousalOptions.Recorded;
        return rules with
        {
            Artefacts = given.GetValue(_artefacts) ?? rules.Artefacts,
            RateChoice = given.GetValue(_rate) ?? rules.RateChoice,
            ThresholdBpm = given.GetValue(_threshold) ?? rules.ThresholdBpm,
        };
    }

    /// <summary>The options that choose a reading, as they are typed.</summary>
    public static string Typed(RecordingOptions chosen) => string.Join(' ', new[]
    {
        chosen.DateOrder is { } order ? $"--date-order {order}" : null,
        chosen.Comma is { } comma ? $"--comma {comma}" : null,
        chosen.Column is { } column ? FormattableString.Invariant($"--column {column}") : null,
        chosen.Unit is { } unit ? $"--unit {unit}" : null,
    }.OfType<string>());

    /// <summary>The option that answers a refusal; null where none does.</summary>
    public static string? Answering(string code) => code switch
    {
        RecordingCodes.UnknownUnit => "--unit",
        RecordingCodes.SampleNumbers or RecordingCodes.RawSignal => "--sampling-rate",
        RecordingCodes.SeveralColumns => "--column",
        RecordingCodes.ArchiveChoice => "--entry",
        RecordingCodes.WaveChannel => "--channel",
        _ => null,
    };

    public static void Require<T>(Option<T> option, Func<T, bool> holds, string otherwise) => option.Validators.Add(result =>
    {
        // What cannot be read at all is said by the parser.
        if (result.Tokens.Count > 0 && !result.Errors.Any() && !holds(result.GetValueOrDefault<T>()!))
            result.AddError($"{option.Name}: {otherwise}");
    });

    private static Option<T?> Named<T>(string name, string description) where T : struct, Enum
    {
        var option = new Option<T?>(name) { Description = description, HelpName = string.Join('|', Enum.GetNames<T>()) };
        option.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, Enum.GetNames<T>());
        return option;
    }

    private static Option<string> OneOf(string name, string description, string usual, params string[] values)
    {
        var option = new Option<string>(name) { Description = description, HelpName = string.Join('|', values), DefaultValueFactory = _ => usual };
        option.AcceptOnlyFromAmong(values);
        return option;
    }

    private static TimeSpan? Offset(string? zone)
    {
        if (zone is null || !TimeSpan.TryParseExact(zone.TrimStart('+', '-'), @"hh\:mm", CultureInfo.InvariantCulture, out var offset) || offset > TimeSpan.FromHours(14))
            return null;
        return zone.StartsWith('-') ? -offset : offset;
    }
}

/// <summary>What is asked for.</summary>
/// <param name="Format">table, csv or json.</param>
/// <param name="Out">Null: standard output.</param>
/// <param name="Plot">Null: nothing is drawn.</param>
/// <param name="Wave">Null: a raw signal is left as it is.</param>
internal sealed record HeartsRequest(System.Collections.Immutable.ImmutableArray<FileInfo> Files, string Format, FileInfo? Out, FileInfo? Plot, RecordingOptions Reading, WaveKind? Wave, string? Channel);
