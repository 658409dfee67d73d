using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;
using Attune.Exchange.Hearts;
using Attune.Signals.RecordingFiles;
using Attune.Signals.Variability;
using Spectre.Console;
using static Attune.App.Cli.Hearts.HeartsWords;

namespace Attune.App.Cli.Hearts;

/// <summary>Heart rate variability of recordings or of their windows.</summary>
internal static class VariabilityVerb
{
    private const double LongestWindow = 31 * 86_400;

    public static Command Make()
    {
        var options = new HeartsOptions();
        var window = new Option<double?>("--window") { Description = "Windows of this many seconds, one after the other, and not the whole." };
        HeartsOptions.Require(window, seconds => seconds is > 0 and <= LongestWindow, "A window lasts longer than nothing, and at most 31 days.");
        var verb = options.AddTo(new Command("variability", "Time domain, Poincare, entropy and spectrum."));
        verb.Add(window);
        verb.SetAction((given, cancel) =>
        {
            var rules = new VariabilityOptions { Artefacts = options.ReadRules(given).Artefacts };
            var length = given.GetValue(window);
            return Task.FromResult(HeartsRun.Over("variability", options.Read(given), (file, read) => HeartsFound.FromBeats(
                read, () => new Result(file, read, Reports(read, length, rules))), cancel: cancel));
        });
        return verb;
    }

    private static ImmutableArray<VariabilityReport> Reports(RecordingOutcome.Read read, double? window, VariabilityOptions rules) => window is { } seconds
        ? VariabilityReport.Windows(read.Beats, TimeSpan.FromSeconds(seconds), rules)
        : [VariabilityReport.Of(read.Beats, rules)];

    private sealed record Result(string File, RecordingOutcome.Read Read, ImmutableArray<VariabilityReport> Reports) : HeartsResult(File, Read)
    {
        public override void Show(IAnsiConsole console)
        {
            console.WriteLine(Plain($"{File}: {Read.Beats.CountBeats()} beats over {Seconds(Read.Report.Length)} s"));
            if (Reports.IsEmpty)
                console.WriteLine("The recording is shorter than one window.");
            foreach (var report in Reports)
                Show(console, report);
        }

        public override void WriteCsv(TextWriter writer, bool withHeader) => VariabilityCsv.Write(writer, File, Reports, withHeader);

        public override HeartPicture? Picture() => Reports is [{ IsJudgeable: true } whole] ? Pictures.Variability(File, Read.Beats, whole) : null;

        protected override void AddTo(JsonObject json) => json["variability"] = HeartsJson.List(Reports, HeartsJson.Of);

        private static void Show(IAnsiConsole console, VariabilityReport report)
        {
            if (report.IsJudgeable)
            {
                var table = Table("measure", "");
                foreach (var measure in VariabilityMeasures.All)
                    table.Row(measure.Name, Number(measure.Of(report), "0.####"));
                console.Write(table);
            }
            else
            {
                console.WriteLine(report.Standing is VariabilityStanding.TooManyArtefacts
                    ? FormattableString.Invariant($"Nothing is given: {report.ShareTouched:0.000} of the beats were touched, more than {report.Options.MostTouched:0.###}.")
                    : FormattableString.Invariant($"Nothing is given: {Seconds(report.Usable)} s can be used, less than {Seconds(report.Options.LeastUsable)} s."));
            }

            console.WriteLine(FormattableString.Invariant(
                $"{Seconds(report.Span.Start)}-{Seconds(report.Span.End)} s · usable {Seconds(report.Usable)} s · artefacts {report.ShareTouched:0.0000} by {report.Options.Artefacts} · spectrum of {Seconds(report.SpectrumSpan.Start)}-{Seconds(report.SpectrumSpan.End)} s by Welch, {report.Options.Spectrum.Interpolation}, {report.Options.Spectrum.SegmentSamples} samples, {report.Options.Spectrum.Detrending} · {report.Algorithm} {report.Version}"));
        }
    }
}
