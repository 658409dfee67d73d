using System.CommandLine;
using System.Globalization;
using Attune.Exchange.Hearts;
using Attune.Signals.RecordingFiles;
using Spectre.Console;

namespace Attune.App.Cli.Hearts;

/// <summary>What is understood of a recording.</summary>
internal static class ReadVerb
{
    private const int MostShown = 12;

    public static Command Make()
    {
        var options = new HeartsOptions();
        var verb = options.AddTo(new Command("read", "What is understood of a recording: format, unit, zone, gaps, coverage, marks; of an ambiguous one all readings."), withRules: false, withPlot: false);
        verb.SetAction((given, cancel) => Task.FromResult(HeartsRun.Over(
            "read", options.Read(given), (file, read) => new HeartsFound.Result(new Result(file, read)), showsReadings: true, cancel)));
        return verb;
    }

    public static void Show(IAnsiConsole console, string file, RecordingOutcome.Read read)
    {
        var report = read.Report;
        console.WriteLine(HeartsWords.Plain(file));
        var table = HeartsWords.Table("", "");
        table.ShowHeaders = false;
        table.Row("format", report.Format.ToString());
        table.Row("holds", Holds(read.Content) + string.Concat(read.Beside.Select(content => $"; beside them {Holds(content)}")));
        if (report.Unit is { } unit)
            table.Row("unit", report.UnitReason.Length > 0 ? $"{unit} ({report.UnitReason})" : unit.ToString());
        table.Row("start", Start(report.Start));
        table.Row("length", $"{HeartsWords.Seconds(report.Length)} s");
        if (report.WallTime is { } wall)
            table.Row("by its own clock", $"{HeartsWords.Seconds(wall)} s");
        if (report.Drift is { } drift)
            table.Row("drift", $"{HeartsWords.Seconds(drift)} s");
        table.Row("gaps", report.Gaps.IsEmpty ? "none seen" : Listed(report.Gaps.Select(gap => $"{HeartsWords.Seconds(gap.Start)}-{HeartsWords.Seconds(gap.End)} s"), report.Gaps.Length));
        table.Row("dropped", report.Dropped.ToString(CultureInfo.InvariantCulture));
        table.Row("coverage", HeartsWords.Number(report.Coverage, "0.000"));
        if (report.WasCut)
            table.Row("cut", "the file ends before it should, or is damaged from somewhere on");
        if (!read.Marks.IsEmpty)
            table.Row("marks", Listed(read.Marks.Select(mark => $"{HeartsWords.Seconds(mark.At)} s {mark.Text}"), read.Marks.Length));
        console.Write(table);
        foreach (var remark in report.Remarks)
            console.WriteLine(HeartsWords.Plain(remark.Line is { } line ? FormattableString.Invariant($"Line {line}: {remark.Text}") : remark.Text));
    }

    private static string Holds(RecordingContent content) => content switch
    {
        RecordingContent.Beats { Series: var beats } => FormattableString.Invariant($"{beats.CountBeats()} beats"),
        RecordingContent.Rate { Series: var rates } => FormattableString.Invariant($"{rates.CountReadings()} rates that the device computed"),
        RecordingContent.Signals { Channels: [] } => "annotations alone",
        RecordingContent.Signals { Channels: var channels } => $"signals: {string.Join(", ", channels.Select(one => FormattableString.Invariant($"{one.Label} at {one.RateHz:0.###} Hz")))}",
        _ => "nothing",
    };

    private static string Start(RecordingStart? start) => start switch
    {
        null => "the file does not say",
        { UtcOffset: null } => $"{Moment(start.Clock)} by the recorder's clock, zone not known",
        { UtcOffset: { } offset } => $"{Moment(start.Clock)} UTC{(offset < TimeSpan.Zero ? "-" : "+")}{offset.ToString(@"hh\:mm", CultureInfo.InvariantCulture)}",
    };

    private static string Moment(DateTime clock) => clock.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Listed(IEnumerable<string> all, int count) =>
        string.Join(", ", all.Take(MostShown)) + (count > MostShown ? FormattableString.Invariant($" and {count - MostShown} more (--format json has all)") : "");

    private sealed record Result(string File, RecordingOutcome.Read Read) : HeartsResult(File, Read)
    {
        public override void Show(IAnsiConsole console) => ReadVerb.Show(console, File, Read);

        public override void WriteCsv(TextWriter writer, bool withHeader) => RecordingsCsv.Write(writer, File, Read, withHeader: withHeader);
    }
}
