using System.CommandLine;
using System.Text.Json.Nodes;
using Attune.Exchange.Hearts;
using Attune.Signals.Arousal;
using Attune.Signals.RecordingFiles;
using Spectre.Console;
using static Attune.App.Cli.Hearts.HeartsWords;

namespace Attune.App.Cli.Hearts;

/// <summary>The article's rule over recordings.</summary>
internal static class ArousalVerb
{
    public static Command Make()
    {
        var options = new HeartsOptions();
        var verb = options.AddTo(new Command("arousal", "Where the rate lay above 100 beats a minute for more than two minutes."), withRate: true);
        verb.SetAction((given, cancel) =>
        {
            var rules = options.ReadRules(given);
            return Task.FromResult(HeartsRun.Over("arousal", options.Read(given), (file, read) => HeartsFound.FromBeats(
                read, () => new Result(file, read, ArousalRule.OverWholeRecording(read.Beats, rules))), cancel: cancel));
        });
        return verb;
    }

    private sealed record Result(string File, RecordingOutcome.Read Read, ArousalFinding Found) : HeartsResult(File, Read)
    {
        public override void Show(IAnsiConsole console)
        {
            console.WriteLine(Plain($"{File}: {Read.Beats.CountBeats()} beats over {Seconds(Found.Recorded)} s"));
            foreach (var remark in Read.Remarks)
                console.WriteLine(Plain(remark));
            if (Found.Episodes.IsEmpty)
                console.WriteLine(Found.IsJudgeable ? "No episode." : "Too little could be believed, or the recording is too short, to say that there was none.");
            else
                console.Write(Episodes());
            console.WriteLine(FormattableString.Invariant(
                $"episodes {Found.Episodes.Length} · coverage {Found.Coverage:0.000} · artefacts {Found.ArtefactShare:0.000} by {Found.ArtefactRule} · rate by {Found.RateChoice} · above {Found.ThresholdBpm:0.###} bpm for more than {Seconds(Found.MinimumDuration)} s · {Found.Algorithm} {Found.Version}"));
        }

        public override void WriteCsv(TextWriter writer, bool withHeader) => EpisodesCsv.Write(writer, File, Found, withHeader);

        public override HeartPicture Picture() => Pictures.Rate(File, Read, Found);

        protected override void AddTo(JsonObject json) => json["arousal"] = HeartsJson.Of(Found);

        private Table Episodes()
        {
            var table = Table("from (s)", "to (s)", "for (s)", "peak (bpm)", "mean (bpm)", "recovered after (s)");
            foreach (var episode in Found.Episodes)
                table.Row(Seconds(episode.Start), Seconds(episode.End), Seconds(episode.Duration), Number(episode.PeakBpm), Number(episode.MeanBpm), episode.RecoveredAfter is { } after ? Seconds(after) : "not heard");
            return table;
        }
    }
}
