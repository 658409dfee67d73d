using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Attune.Exchange.Hearts;
using Attune.Signals.Artefacts;
using Attune.Signals.RecordingFiles;
using Spectre.Console;
using static Attune.App.Cli.Hearts.HeartsWords;

namespace Attune.App.Cli.Hearts;

/// <summary>The beats that a rule does not believe.</summary>
internal static class ArtefactsVerb
{
    private const int MostShown = 50;

    public static Command Make()
    {
        var options = new HeartsOptions();
        var verb = options.AddTo(new Command("artefacts", "The beats that a rule does not believe, and their share."));
        verb.SetAction((given, cancel) =>
        {
            var rule = options.ReadRules(given).Artefacts;
            return Task.FromResult(HeartsRun.Over("artefacts", options.Read(given), (file, read) => HeartsFound.FromBeats(
                read, () => new Result(file, read, ArtefactRules.Correct(read.Beats, rule))), cancel: cancel));
        });
        return verb;
    }

    private sealed record Result(string File, RecordingOutcome.Read Read, CorrectedBeats Corrected) : HeartsResult(File, Read)
    {
        public override void Show(IAnsiConsole console)
        {
            console.WriteLine(Plain($"{File}: {Read.Beats.CountBeats()} beats"));
            var flagged = FlaggedBeat.Of(Read.Beats, Corrected);
            if (!flagged.IsEmpty)
            {
                var table = Table("beat", "at (s)", "interval (ms)", "class");
                foreach (var beat in flagged.Take(MostShown))
                    table.Row(beat.Number.ToString(CultureInfo.InvariantCulture), Number(beat.EndS), Number(beat.IntervalMs), beat.Name);
                console.Write(table);
            }

            if (flagged.Length > MostShown)
                console.WriteLine(FormattableString.Invariant($"And {flagged.Length - MostShown} more; --format csv or json has all."));
            console.WriteLine(FormattableString.Invariant($"touched {Corrected.TouchedCount} of {Corrected.RecordedCount} ({Corrected.ShareTouched:0.0000}) by {Corrected.Rule}"));
        }

        public override void WriteCsv(TextWriter writer, bool withHeader) => ArtefactsCsv.Write(writer, File, Read.Beats, Corrected, withHeader);

        public override HeartPicture Picture() => Pictures.Tachogram(File, Read, Corrected);

        protected override void AddTo(JsonObject json) => json["artefacts"] = HeartsJson.Of(Read.Beats, Corrected);
    }
}
