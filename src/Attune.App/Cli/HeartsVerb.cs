using System.CommandLine;
using System.Globalization;
using Attune.Exchange;
using Attune.Signals.Arousal;
using Attune.Signals.RecordingFiles;
using Spectre.Console;

namespace Attune.App.Cli;

/// <summary>Recordings of hearts, read from the command line.</summary>
internal static class HeartsVerb
{
    public static Command Make() => new("hearts", "Read recordings of hearts.") { Arousal() };

    private static Command Arousal()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "Plain beat intervals, one a line, or Polar HRM." };
        var csv = new Option<bool>("--csv") { Description = "Write the episodes as CSV." };
        var rate = new Option<RateChoice>("--rate") { Description = "How the rate is taken; it decides the answer.", DefaultValueFactory = _ => new ArousalOptions().RateChoice };
        var verb = new Command("arousal", "Where the rate lay above 100 beats a minute for more than two minutes.") { file, csv, rate };
        verb.SetAction(given => Run(given.GetRequiredValue(file), given.GetValue(csv), given.GetValue(rate)));
        return verb;
    }

    private static int Run(FileInfo file, bool csv, RateChoice rate)
    {
        if (!file.Exists)
        {
            Console.Error.WriteLine($"There is no file {file.FullName}.");
            return 2;
        }

        using var content = file.OpenRead();
        var outcome = RecordingFile.Read(file.Name, content);
        if (outcome is not RecordingOutcome.Read { Content: RecordingContent.Beats } read)
        {
            Console.Error.WriteLine($"{file.Name}: {WhyNot(outcome)}");
            return 2;
        }

        var found = ArousalRule.OverWholeRecording(read.Beats, new ArousalOptions { RateChoice = rate });
        if (csv)
            EpisodesCsv.Write(Console.Out, file.Name, found);
        else
            Show(file.Name, read, found);
        return 0;
    }

    private static string WhyNot(RecordingOutcome outcome) => outcome switch
    {
        RecordingOutcome.Refused refused => $"{refused.Message} ({refused.Code})",
        RecordingOutcome.Ambiguous ambiguous => $"{ambiguous.Question} {string.Join("; ", ambiguous.Readings.Select(reading => reading.Words))}.",
        _ => "It holds no single beats, so nothing can be judged from it.",
    };

    private static void Show(string name, RecordingOutcome.Read read, ArousalFinding found)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("from (s)", "to (s)", "for (s)", "peak (bpm)", "mean (bpm)");
        foreach (var episode in found.Episodes)
            table.AddRow(Seconds(episode.Start), Seconds(episode.End), Seconds(episode.End - episode.Start), Number(episode.PeakBpm), Number(episode.MeanBpm));
        AnsiConsole.WriteLine($"{name}: {read.Beats.CountBeats()} beats over {Seconds(found.Recorded)} s");
        foreach (var remark in read.Remarks)
            AnsiConsole.WriteLine(remark);
        if (found.Episodes.IsEmpty)
            AnsiConsole.WriteLine(found.IsJudgeable ? "No episode." : "Too little could be believed, or the recording is too short, to say that there was none.");
        else
            AnsiConsole.Write(table);
        AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"episodes {found.Episodes.Length} · coverage {found.Coverage:0.000} · artefacts {found.ArtefactShare:0.000} by {found.ArtefactRule} · rate by {found.RateChoice} · above {found.ThresholdBpm:0.###} bpm for more than {Seconds(found.MinimumDuration)} s · {found.Algorithm} {found.Version}"));
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
