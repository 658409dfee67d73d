using System.CommandLine;
using System.Text.Json.Nodes;
using Attune.Exchange.Hearts;
using Attune.Signals.Artefacts;
using Attune.Signals.RecordingFiles;
using Attune.Signals.Synchrony;
using Spectre.Console;
using static Attune.App.Cli.Hearts.HeartsWords;

namespace Attune.App.Cli.Hearts;

/// <summary>How alike the rates of two or three hearts went.</summary>
internal static class SynchronyVerb
{
    private const int MostSeconds = 86_400;

    public static Command Make()
    {
        var options = new HeartsOptions();
        var count = new Option<int>("--surrogates") { Description = "Shuffled pairings to compare with.", DefaultValueFactory = _ => 500 };
        var seed = new Option<ulong>("--seed") { Description = "The same seed shuffles in the same way.", DefaultValueFactory = _ => 1UL };
        HeartsOptions.Require(count, number => number is >= 0 and <= 10_000, "Up to 10,000 surrogates.");
        var verb = options.AddTo(new Command("synchrony", "How alike the rates of two or three hearts went, and whose came first. It describes, and says nothing of why."));
        verb.Add(count);
        verb.Add(seed);
        verb.SetAction((given, cancel) =>
        {
            var (request, rule) = (options.Read(given), options.ReadRules(given).Artefacts);
            if (request.Files.Length is not (2 or 3))
                return Task.FromResult(Faults.Say("Synchrony is between two or three hearts: give two or three FILEs."));
            if (request is { Plot: not null, Files.Length: 3 })
                return Task.FromResult(Faults.Say("--plot draws two hearts: give two FILEs."));
            return Task.FromResult(HeartsRun.OverAll(
                "synchrony", request, hearts => Pairs([.. hearts.Cast<Heart>()], given.GetValue(count), given.GetValue(seed)),
                (file, read) => HeartsFound.FromBeats(read, () => new Heart(file, read, ArtefactRules.Correct(read.Beats, rule))), cancel));
        });
        return verb;
    }

    private static IEnumerable<HeartsResult> Pairs(Heart[] hearts, int count, ulong seed)
    {
        for (var i = 0; i < hearts.Length; i++)
        {
            for (var j = i + 1; j < hearts.Length; j++)
                yield return Pair(hearts[i], hearts[j], count, seed);
        }
    }

    /// <summary>On one clock where both files know their moment; otherwise they are taken to have begun together, which the result says.</summary>
    private static PairResult Pair(Heart first, Heart second, int count, ulong seed)
    {
        var options = SynchronyOptions.Default;
        var shift = Begins(second.Read.Report.Start) is { } later && Begins(first.Read.Report.Start) is { } earlier && later.Kind == earlier.Kind ? later.At - earlier.At : (TimeSpan?)null;
        var (from, ofSecond) = shift switch { { } late when late > TimeSpan.Zero => (late, TimeSpan.Zero), { } early => (TimeSpan.Zero, -early), null => (TimeSpan.Zero, TimeSpan.Zero) };
        var shared = Math.Min((first.Read.Beats.Duration - from).TotalSeconds, (second.Read.Beats.Duration - ofSecond).TotalSeconds);
        var samples = (int)(Math.Clamp(shared, 0, MostSeconds) * options.SamplesPerSecond);
        var (one, two) = (new double[samples], new double[samples]);
        RegularSeries.Rates(first.Corrected, from, options.SamplesPerSecond, one);
        RegularSeries.Rates(second.Corrected, ofSecond, options.SamplesPerSecond, two);
        return new(first, second, shift is not null, SynchronyFinding.Of(one, two, options), Surrogates.ByShuffling(one, two, options, count, seed));
    }

    private static (DateTime At, bool Kind)? Begins(RecordingStart? start) => start switch
    {
        null => null,
        { Instant: { } instant } => (instant.UtcDateTime, true),
        _ => (start.Clock, false),
    };

    private sealed record Heart(string File, RecordingOutcome.Read Read, CorrectedBeats Corrected) : HeartsResult(File, Read)
    {
        public override void Show(IAnsiConsole console) => throw new NotSupportedException("A heart alone has no synchrony.");

        public override void WriteCsv(TextWriter writer, bool withHeader) => throw new NotSupportedException("A heart alone has no synchrony.");
    }

    private sealed record PairResult(Heart First, Heart Second, bool OnOneClock, SynchronyFinding Found, SurrogateTest Test)
        : HeartsResult($"{First.File} + {Second.File}", First.Read)
    {
        private SynchronyPair Pair => new(First.File, Second.File, OnOneClock, First.Corrected.Rule, Found, Test);

        public override void Show(IAnsiConsole console)
        {
            console.WriteLine(Plain(File));
            console.WriteLine(OnOneClock ? "Laid on one clock by their starts." : "Taken to have begun together, because the two files do not both know their moment.");
            if (Found.Used == 0)
            {
                console.WriteLine("No window of both can be compared.");
            }
            else
            {
                var table = Table("", "pair", "shuffled", "effect size", "share at least");
                table.Row("mean z", Number(Test.Signed.Real, "0.000"), Number(Test.Signed.Mean, "0.000"), Number(Test.Signed.EffectSize, "0.00"), Number(Test.Signed.ShareAtLeast, "0.000"));
                table.Row("mean size of z", Number(Test.Absolute.Real, "0.000"), Number(Test.Absolute.Mean, "0.000"), Number(Test.Absolute.EffectSize, "0.00"), Number(Test.Absolute.ShareAtLeast, "0.000"));
                table.Row("without lag", Number(Test.LagZero.Real, "0.000"), Number(Test.LagZero.Mean, "0.000"), Number(Test.LagZero.EffectSize, "0.00"), Number(Test.LagZero.ShareAtLeast, "0.000"));
                table.Row("at the best lag", Number(Test.BestLag.Real, "0.000"), Number(Test.BestLag.Mean, "0.000"), Number(Test.BestLag.EffectSize, "0.00"), Number(Test.BestLag.ShareAtLeast, "0.000"));
                console.Write(table);
                console.WriteLine(FormattableString.Invariant($"best lag {Found.BestLagSeconds:0.00} s (positive: the second later) · {Found.LeadGiven(Test)}"));
            }

            console.WriteLine(SynchronyFinding.DescriptiveOnly);
            console.WriteLine(FormattableString.Invariant(
                $"windows {Found.Used} of {Found.Windows} · {Found.Options.SamplesPerSecond} samples a second · {Found.Options.Window.TotalSeconds} s every {Found.Options.Step.TotalSeconds} s · lags to {Found.Options.LongestLag.TotalSeconds} s, {Found.Options.Placement} · artefacts by {First.Corrected.Rule} · {Test.Count} surrogates by {Test.Method}, seed {Test.Seed} · {Found.Algorithm} {Found.Version}"));
        }

        public override void WriteCsv(TextWriter writer, bool withHeader) => SynchronyCsv.Write(writer, Pair, withHeader);

        public override JsonObject ToJson() => new()
        {
            ["first"] = new JsonObject { ["file"] = First.File, ["recording"] = HeartsJson.Of(First.Read) },
            ["second"] = new JsonObject { ["file"] = Second.File, ["recording"] = HeartsJson.Of(Second.Read) },
            ["outcome"] = "read",
            ["synchrony"] = Pair.ToJson(),
        };

        public override HeartPicture? Picture() => Found.Used == 0 ? null : Pictures.Lags(File, Found, Test);
    }
}
