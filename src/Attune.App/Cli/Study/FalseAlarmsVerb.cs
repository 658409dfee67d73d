using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Attune.Exchange.Study;
using Attune.Method.Detection;
using Spectre.Console;

namespace Attune.App.Cli.Study;

/// <summary>How often each criterion flags courses in which nothing happened. It makes the table that is stored with the program.</summary>
internal static class FalseAlarmsVerb
{
    public static Command Make()
    {
        var options = new StudyOptions();
        var stored = FalseAlarmPlan.Stored;
        var seed = new Option<uint>("--seed") { Description = "The same seed makes the same courses.", DefaultValueFactory = _ => stored.Seed };
        var courses = new Option<int>("--courses") { Description = "Courses for each autocorrelation.", DefaultValueFactory = _ => stored.Courses };
        var sessions = new Option<string>("--sessions") { Description = "Lengths, separated by commas.", DefaultValueFactory = _ => string.Join(',', stored.Sessions) };
        var correlations = new Option<string>("--autocorrelations")
        {
            Description = "Of neighbouring sessions, separated by commas.",
            DefaultValueFactory = _ => string.Join(',', stored.Autocorrelations.Select(value => value.ToString(CultureInfo.InvariantCulture))),
        };
        var standard = new Option<bool>("--standard") { Description = "Standard scores, in place of the check-in's steps with their ceiling." };
        var verb = options.AddTo(new Command("false-alarms", "How often each criterion flags courses in which nothing happened, alone and together. All cores work."), withTable: false, withPlot: false, withThreads: false);
        foreach (var option in new Option[] { seed, courses, sessions, correlations, standard })
            verb.Add(option);
        verb.SetAction((given, cancel) => Task.FromResult(Run(
            options.Read(given, withTable: false), given.GetValue(seed), given.GetValue(courses), given.GetRequiredValue(sessions), given.GetRequiredValue(correlations), given.GetValue(standard), cancel)));
        return verb;
    }

    private static int Run(StudyRequest request, uint seed, int courses, string sessions, string correlations, bool isStandard, CancellationToken cancel)
    {
        if (Numbers(sessions) is not { } lengths || lengths.Any(length => length != Math.Floor(length) || length is < 1 or > 100_000))
            return Faults.Say("--sessions: whole numbers from 1, separated by commas.");
        if (Numbers(correlations) is not { } between)
            return Faults.Say("--autocorrelations: numbers, separated by commas.");
        var plan = new FalseAlarmPlan(seed, courses, [.. lengths.Select(length => (int)length)], [.. between], FalseAlarmPlan.Stored.Forms, !isStandard);
        if (plan.Fault() is { } fault)
            return Faults.Say(fault);
        if (request is { Out: null, Format: null })
        {
            // All of them before the first is written: until then the line that tells how far it is may stand on the same terminal.
            string[] lines = [.. FalseAlarmTable.Write(plan, Typed(plan, sessions, correlations), FalseAlarmStudy.Run(plan, request.Bar, cancel))];
            request.Bar?.Clear();
            foreach (var line in lines)
                Console.Out.Write($"{line}\n");
            return 0;
        }

        return StudyRun.Of(request, progress =>
        {
            using var output = new StudyOutput("false-alarms", request, FalseAlarmRows.Columns);
            var rows = FalseAlarmRows.Of(FalseAlarmStudy.Run(plan, progress, cancel));
            output.Append(rows);
            output.Finish(
                new JsonObject
                {
                    ["seed"] = seed,
                    ["courses"] = courses,
                    ["sessions"] = new JsonArray([.. plan.Sessions.Select(value => (JsonNode)value)]),
                    ["autocorrelations"] = new JsonArray([.. plan.Autocorrelations.Select(value => (JsonNode)value)]),
                    ["real_scale"] = plan.OnRealScale,
                },
                null, new JsonObject { ["rows"] = rows.Count }, console => console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows.Count} rows, seed {seed}.")));
        });
    }

    /// <summary>The command that makes the same, without what goes without saying.</summary>
    private static string Typed(FalseAlarmPlan plan, string sessions, string correlations) => string.Join(' ', new[]
    {
        string.Create(CultureInfo.InvariantCulture, $"attune study false-alarms --seed {plan.Seed} --courses {plan.Courses}"),
        plan.Sessions.SequenceEqual(FalseAlarmPlan.Stored.Sessions) ? null : $"--sessions {sessions}",
        plan.Autocorrelations.SequenceEqual(FalseAlarmPlan.Stored.Autocorrelations) ? null : $"--autocorrelations {correlations}",
        plan.OnRealScale ? null : "--standard",
    }.OfType<string>());

    private static ImmutableArray<double>? Numbers(string text)
    {
        var numbers = ImmutableArray.CreateBuilder<double>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                return null;
            numbers.Add(number);
        }

        return numbers.ToImmutable();
    }
}
