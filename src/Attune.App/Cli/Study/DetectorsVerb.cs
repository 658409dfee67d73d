using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using Attune.App.Cli.Hearts;
using Attune.Exchange.Study;
using Attune.Method.Detection;
using Attune.Method.Simulation;
using Spectre.Console;

namespace Attune.App.Cli.Study;

/// <summary>How well each criterion finds a rupture that is known to be there: as a table, and as the page of the documentation with its pictures.</summary>
internal static class DetectorsVerb
{
    public static Command Make()
    {
        var options = new StudyOptions();
        var usual = DetectorPlan.Reported;
        var seed = new Option<uint>("--seed") { Description = "The same seed makes the same numbers.", DefaultValueFactory = _ => usual.Seed };
        var courses = new Option<int>("--courses") { Description = "Courses of each kind, with a rupture and without.", DefaultValueFactory = _ => usual.Courses };
        HeartsOptions.Require(courses, count => count is >= 1 and <= 10_000_000, "At least one course.");
        var report = new Option<FileInfo?>("--report") { Description = "A page (Markdown) to write, with its pictures in the folder 'pictures' beside it." };
        var verb = options.AddTo(new Command("detectors", "How well each criterion finds a simulated rupture: sensitivity, false alarms, delay."), withTable: false, withPlot: false);
        foreach (var option in new Option[] { seed, courses, report })
            verb.Add(option);
        verb.SetAction((given, cancel) => Task.FromResult(Run(
            options.Read(given, withTable: false), usual with { Seed = given.GetValue(seed), Courses = given.GetValue(courses) }, given.GetValue(report), cancel)));
        return verb;
    }

    private static int Run(StudyRequest request, DetectorPlan plan, FileInfo? report, CancellationToken cancel)
    {
        if (report is { Directory.Exists: false })
            return Faults.Say($"There is no folder {report.DirectoryName} to write {report.Name} into.");
        return StudyRun.Of(request, progress =>
        {
            var grid = DetectorGrid.Run(plan, RuptureDetection.Criteria, request.Threads, progress, cancel);
            using var output = new StudyOutput("detectors", request, DetectorRows.Columns);
            var rows = DetectorRows.Of(grid);
            output.Append(rows);
            output.Finish(Parameters(plan), null, new JsonObject { ["rows"] = rows.Count }, console => console.WriteLine(
                FormattableString.Invariant($"{grid.Cells.Length} kinds of courses, {plan.Courses} of each with a rupture and without; seed {plan.Seed}.")));
            if (report is null)
                return;
            File.WriteAllText(report.FullName, DetectorsReport.Of(grid), new UTF8Encoding(false));
            var pictures = Directory.CreateDirectory(Path.Combine(report.DirectoryName!, "pictures"));
            foreach (var (name, picture) in DetectorsPicture.All(grid))
                picture.Save(Path.Combine(pictures.FullName, name));
        });
    }

    private static JsonObject Parameters(DetectorPlan plan) => new()
    {
        ["seed"] = plan.Seed,
        ["courses"] = plan.Courses,
        ["sessions"] = new JsonArray([.. plan.Sessions.Select(one => (JsonNode)one)]),
        ["depths"] = new JsonArray([.. plan.Depths.Select(one => (JsonNode)one)]),
        ["autocorrelations"] = new JsonArray([.. plan.Autocorrelations.Select(one => (JsonNode)one)]),
    };
}
