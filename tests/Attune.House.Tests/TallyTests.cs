using System.Diagnostics;

namespace Attune.House.Tests;

/// <summary>The closing line of ./check is summed from build/tally: what cannot be believed must count as a failure.</summary>
public sealed class TallyTests
{
    private const string Green = """errors="0" failed="0" not-run="0" passed="3" skipped="0" total="3" """;

    [Fact]
    public Task Tally_AllPassed_CountsThem() => TalliesAsync(Green, 0, "3 0 0");

    [Fact]
    public Task Tally_FailedAndSkipped_CountsEach() =>
        TalliesAsync("""errors="0" failed="2" not-run="0" passed="3" skipped="1" total="6" """, 1, "3 2 1");

    [Fact]
    public Task Tally_ErrorBesideNoFailure_IsAFailure() =>
        TalliesAsync("""errors="1" failed="0" not-run="0" passed="3" skipped="0" total="3" """, 0, "3 1 0");

    [Fact]
    public Task Tally_GreenReportButBadExit_IsAFailure() => TalliesAsync(Green, 134, "3 1 0");

    [Fact]
    public Task Tally_ProjectWithoutTests_IsAFailure() =>
        TalliesAsync("""errors="0" failed="0" not-run="0" passed="0" skipped="0" total="0" """, 0, "0 1 0");

    // A test that calls Environment.Exit(0) ends the host with a good exit code and no report.
    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    [InlineData(134)]
    public Task Tally_CrashedHostWithoutReport_IsAFailure(int exit) => TalliesAsync(null, exit, "0 1 0");

    [Fact]
    public Task Tally_CutReport_IsAFailure() => TalliesAsync("""errors="0" failed="0" passed="3" """, 0, "0 1 0");

    [Fact]
    public Task Tally_NumbersThatDoNotAddUp_IsAFailure() =>
        TalliesAsync("""errors="0" failed="0" not-run="0" passed="3" skipped="0" total="5" """, 0, "3 1 0");

    private static async Task TalliesAsync(string? counts, int exit, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "./check is a bash script: Linux, macOS or WSL.");
        var report = Path.Combine(Path.GetTempPath(), $"attune-tally-{Guid.NewGuid():N}.xml");
        if (counts is not null)
        {
            var text = $"""<assemblies schema-version="3"><assembly name="Specimen.dll" run-date="2026-11-01" {counts}time="0.152"><collection failed="0" passed="9" skipped="9" total="9"/></assembly></assemblies>""";
            await File.WriteAllTextAsync(report, text, TestContext.Current.CancellationToken);
        }
        try
        {
            Assert.Equal(expected, await RunAsync(report, exit));
        }
        finally
        {
            File.Delete(report);
        }
    }

    private static async Task<string> RunAsync(string report, int exit)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(Tree.Root, "build", "tally"), report, $"{exit}"]) { RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("bash did not start.");
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        return said.TrimEnd();
    }
}
