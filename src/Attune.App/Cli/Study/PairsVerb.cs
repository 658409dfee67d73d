using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;
using Attune.App.Cli.Hearts;
using Attune.Exchange.Study;
using Attune.Signals.Synchrony;

namespace Attune.App.Cli.Study;

/// <summary>How alike two columns go, course by course.</summary>
internal static class PairsVerb
{
    private const int MostSurrogates = 10_000;

    public static Command Make()
    {
        var options = new StudyOptions();
        var first = new Option<string>("--first") { Description = "The column of the first series.", DefaultValueFactory = _ => "first" };
        var second = new Option<string>("--second") { Description = "The column of the second.", DefaultValueFactory = _ => "second" };
        var rate = Positive("--samples-per-second", "Samples a second of both.", 4);
        var window = Positive("--window", "Length of a window, s.", 30);
        var step = Positive("--step", "From one window to the next, s.", 30);
        var lag = new Option<double>("--lag") { Description = "The longest lag either way, s.", DefaultValueFactory = _ => 3 };
        HeartsOptions.Require(lag, value => value >= 0 && double.IsFinite(value), "A lag is not below 0.");
        var count = new Option<int>("--surrogates") { Description = "Shuffled pairings to compare with.", DefaultValueFactory = _ => 500 };
        HeartsOptions.Require(count, number => number is >= 0 and <= MostSurrogates, "Up to 10,000 surrogates.");
        var seed = new Option<ulong>("--seed") { Description = "The same seed shuffles in the same way.", DefaultValueFactory = _ => 1UL };
        var verb = options.AddTo(new Command("synchrony", "How alike two series of each course went, window by window and lag by lag. It describes, and says nothing of why."), withPlot: false);
        foreach (var option in new Option[] { first, second, rate, window, step, lag, count, seed })
            verb.Add(option);
        verb.SetAction(given =>
        {
            var request = options.Read(given);
            var chosen = new SynchronyOptions
            {
                SamplesPerSecond = given.GetValue(rate),
                Window = TimeSpan.FromSeconds(given.GetValue(window)),
                Step = TimeSpan.FromSeconds(given.GetValue(step)),
                LongestLag = TimeSpan.FromSeconds(given.GetValue(lag)),
            };
            try
            {
                SynchronyFinding.Of([], [], chosen);
            }
            catch (ArgumentOutOfRangeException refused)
            {
                return Faults.Say(refused.Message);
            }

            ImmutableArray<WantedColumn> wanted = [new(given.GetRequiredValue(first)), new(given.GetRequiredValue(second))];
            var (shuffles, drawn) = (given.GetValue(count), given.GetValue(seed));
            return CourseVerb.Run(
                new CourseWork(
                    "synchrony", new CourseRequest(wanted, Session: "sample", IsSessionNeeded: false, IsStrict: request.IsStrict), SynchronyTable.Columns,
                    block => SynchronyTable.Of(block, chosen, shuffles, drawn))
                {
                    Closing = SynchronyFinding.DescriptiveOnly,
                    Counted = [new("windows_left_out", "windows hold a missing sample, or one that never moves: left out", rows => CourseWork.Sum(rows, row => rows.Number(2, row) - rows.Number(3, row)))],
                },
                request,
                new JsonObject
                {
                    ["first"] = wanted[0].Name,
                    ["second"] = wanted[1].Name,
                    ["samples_per_second"] = chosen.SamplesPerSecond,
                    ["window_s"] = chosen.Window.TotalSeconds,
                    ["step_s"] = chosen.Step.TotalSeconds,
                    ["lag_s"] = chosen.LongestLag.TotalSeconds,
                    ["placement"] = StudyNames.Of(chosen.Placement),
                    ["surrogates"] = shuffles,
                    ["seed"] = drawn,
                    ["algorithm"] = SynchronyFinding.AlgorithmName,
                    ["algorithm_version"] = SynchronyFinding.AlgorithmVersion,
                });
        });
        return verb;
    }

    private static Option<double> Positive(string name, string description, double usual)
    {
        var option = new Option<double>(name) { Description = description, DefaultValueFactory = _ => usual };
        HeartsOptions.Require(option, value => value > 0 && value <= 1e6, "A number above 0.");
        return option;
    }
}
