using System.Globalization;
using System.Text.Json;
using Attune.App.Cli.Study;
using Attune.Method.Trust;

namespace Attune.App.Tests.Cli;

public sealed class StudyVerbMoreTests : StudyTests
{
    /// <summary>The traits take the mean of all: a first pass over the table, whatever the number of threads.</summary>
    [Fact]
    public async Task Couples_OneThreadOrTwo_TraitsAddUpToNought()
    {
        var table = Written("c.csv", "couple,session,a,b\n" + string.Concat(Enumerable.Range(0, 40_000).Select(i =>
            string.Create(CultureInfo.InvariantCulture, $"k{i / 4},{i % 4},{1 + (i % 7)},{1 + (i * i % 5)}\n"))));
        foreach (var threads in new[] { "1", "2" })
            Assert.Equal(0, (await Study("couples", table, "--threads", threads, "--out", Place($"o{threads}.csv"))).Code);

        var lines = await File.ReadAllLinesAsync(Place("o1.csv"), TestContext.Current.CancellationToken);
        var header = lines[0].Split(',');
        Assert.Equal(await File.ReadAllBytesAsync(Place("o1.csv"), TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(Place("o2.csv"), TestContext.Current.CancellationToken));
        var traits = lines.Skip(1).Select(line => line.Split(',')).Sum(cells => Number(cells[Array.IndexOf(header, "trait_a")]) + Number(cells[Array.IndexOf(header, "trait_b")]));
        Assert.Equal(0, traits / 40_000, 9);
    }

    [Fact]
    public async Task Detect_Agreement_IsARowForEveryTwo()
    {
        var table = Written("t.csv", "course,session,score\na,1,6\na,2,6\na,3,6\na,4,6\na,5,3\n");
        var (code, output, _) = await Study("detect", table, "--criteria", "two_stricter_sd_drop,reliable_change,two_own_sd_drop", "--agreement", "--format", "csv");

        Assert.Equal(0, code);
        Assert.Equal(4, output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("\r\ntwo_stricter_sd_drop,reliable_change,1,1,1,1,1,4,1,\r\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--detail", "--episodes")]
    [InlineData("--agreement", "--episodes")]
    public async Task Detect_TwoKindsOfRows_IsAFault(string one, string other)
    {
        var (code, _, error) = await Study("detect", Written("t.csv", "course,session,score\na,1,6\n"), one, other);

        Assert.NotEqual(0, code);
        Assert.Contains("one of them", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TrustModels_Pooled_AreTheMethodsFitToAllCoursesTogether()
    {
        double[][] courses = [.. Enumerable.Range(0, 3).Select(course => Enumerable.Range(0, 14).Select(i => (double)((i / (course + 2)) % 2)).ToArray())];
        var rows = string.Concat(courses.SelectMany((course, number) => course.Select((outcome, i) => FormattableString.Invariant($"c{number},{i},{outcome},0.5\n"))));
        var (code, output, _) = await Study("trust", Written("t.csv", "course,session,outcome,forecast\n" + rows), "--models", "rescorla_wagner", "--format", "json");

        var fit = Assert.IsType<TrustFit.Fitted>(TrustFit.Of(TrustModel.RescorlaWagner, [.. courses.Select(course => new TrustCourse([.. course], []))]));
        var learning = Assert.IsType<TrustLearning.RescorlaWagner>(fit.Learning);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((0, 3), (code, lines.Length));
        Assert.All(lines, line =>
        {
            using var row = JsonDocument.Parse(line);
            Assert.Equal("pooled", row.RootElement.GetProperty("parameters_from").GetString());
            Assert.Equal((learning.Rate, learning.First), (row.RootElement.GetProperty("rate").GetDouble(), row.RootElement.GetProperty("first").GetDouble()));
            Assert.Equal(0.25, row.RootElement.GetProperty("own_brier").GetDouble(), 12);
        });
    }

    [Fact]
    public async Task Agreement_KappaOfThree_IsStu008()
    {
        var (code, _, error) = await Study("agreement", Written("r.csv", "A,B,C\n1,2,1\n1,1,1\n"), "--raters", "A,B,C", "--coefficient", "cohens_kappa");

        Assert.Equal(3, code);
        Assert.Contains("STU008", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Detect_ParquetThatIsNone_IsStu007()
    {
        var (code, _, error) = await Study("detect", Written("p.parquet", "PAR1 and then nothing of the kind PAR1"));

        Assert.Equal(3, code);
        Assert.Contains("STU007", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Simulate_Weights_AreInTheManifestAndChangeWhatIsDrawn()
    {
        foreach (var (name, weight) in new[] { ("w0", "0"), ("w2", "2") })
        {
            var weights = Written($"{name}.csv", $"term,weight\n{Term()},{weight}\n");
            var (code, _, error) = await Study("simulate", "--couples", "60", "--weights", weights, "--out", Place($"{name}.out.csv"));
            Assert.True(code == 0, error);
        }

        Assert.NotEqual(await Text("w0.out.csv"), await Text("w2.out.csv"));
        using var manifest = JsonDocument.Parse(await Text("w2.out.csv.manifest.json"));
        Assert.Equal(2, manifest.RootElement.GetProperty("parameters").GetProperty($"weight_{Term()}").GetDouble());
        var (unknown, _, why) = await Study("simulate", "--weights", Written("u.csv", "term,weight\nguess,1\n"));
        Assert.Equal(2, unknown);
        Assert.Contains("guess", why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("agreement", "--strict")]
    [InlineData("agreement", "--threads")]
    [InlineData("false-alarms", "--threads")]
    public async Task Help_WhatIsNotHonoured_IsNotOffered(string verb, string option)
    {
        var (_, output, _) = await Study(verb, "--help");

        Assert.Contains("--out", output, StringComparison.Ordinal);
        Assert.DoesNotContain(option, output, StringComparison.Ordinal);
    }

    [Fact]
    public void Bar_OnATerminal_NeverGoesBackAndIsWipedAtTheEnd()
    {
        using var terminal = new StringWriter();
        var bar = new StudyBar(terminal, "t.csv");
        bar.Report(.5);
        bar.Report(.5);
        bar.Report(.25);
        bar.Clear();
        bar.Report(1);

        var line = "t.csv ############............  50 %";
        Assert.Equal($"\r{line}\r{new string(' ', line.Length)}\r", terminal.ToString());
    }

    private static string Term() => Attune.Method.Catalogue.MethodCatalogue.BuiltIn.Forecast.Terms.First(term => term.Code is not ("comfort" or "shared-view" or "expectation" or "split-growth" or "conjoint")).Code;

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
