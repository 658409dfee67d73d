using System.Text.RegularExpressions;
using Attune.App.Tests.Support;
using Attune.Method.Detection;
using Attune.Method.Simulation;

namespace Attune.App.Tests.Cli;

public sealed partial class StudyDetectorsTests : StudyTests
{
    [Fact]
    public async Task Detectors_OneThreadOrTwo_WriteTheSamePageRowsAndPictures()
    {
        foreach (var threads in new[] { "1", "2" })
        {
            Directory.CreateDirectory(Place(threads));
            var (code, _, error) = await Study(
                "detectors", "--courses", "3", "--threads", threads, "--out", Place($"{threads}/rows.csv"), "--report", Place($"{threads}/page.md"));
            Assert.Equal((0, ""), (code, error));
        }

        foreach (var file in new[] { "rows.csv", "rows.csv.manifest.json", "page.md", "pictures/detection-shapes.png", "pictures/detection-tradeoff.png" })
            Assert.Equal(await File.ReadAllBytesAsync(Place($"1/{file}"), Cancel), await File.ReadAllBytesAsync(Place($"2/{file}"), Cancel));
        var plan = DetectorPlan.Reported;
        var rows = await File.ReadAllLinesAsync(Place("1/rows.csv"), Cancel);
        Assert.Equal(1 + plan.Cells().Count() * (RuptureDetection.Criteria.Length + 1), rows.Length);
        var page = await File.ReadAllTextAsync(Place("1/page.md"), Cancel);
        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
        Assert.All(plan.Sessions, sessions => Assert.Contains($"## {sessions} sessions\n", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Detectors_PageOfTheDocumentation_IsThatOfThePlan()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "docs", "detection-study.md"), Cancel);

        var plan = DetectorPlan.Reported;
        Assert.Contains($"`attune study detectors --seed {plan.Seed} --courses {plan.Courses} --report docs/detection-study.md`", page, StringComparison.Ordinal);
        Assert.Equal(plan.Sessions, Length().Matches(page).Select(one => int.Parse(one.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(plan.Sessions.Length + 2, page.Split("| leading on a course |").Length - 1);
    }

    [Fact]
    public async Task Detectors_ReportIntoNoFolder_IsRefusedBeforeTheWork()
    {
        var (code, _, error) = await Study("detectors", "--report", Place("none/page.md"));

        Assert.Equal(2, code);
        Assert.Contains("There is no folder", error, StringComparison.Ordinal);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [GeneratedRegex("^## ([0-9]+) sessions$", RegexOptions.Multiline)]
    private static partial Regex Length();
}
