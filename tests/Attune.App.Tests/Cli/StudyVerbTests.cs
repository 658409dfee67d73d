using System.Security.Cryptography;
using System.Text.Json;
using Attune.App.Tests.Support;
using Attune.Method.Detection;

namespace Attune.App.Tests.Cli;

public sealed class StudyVerbTests : StudyTests
{
    private const string TwoCourses = "course,session,score\na,1,5.5\na,2,5\na,3,6\na,4,5\na,5,1.5\nb,1,4\nb,2,none\n";

    [Fact]
    public async Task Detect_TwoCourses_GivesTheseBytes()
    {
        var (code, _, error) = await Study("detect", Written("t.csv", TwoCourses), "--criteria", "two_own_sd_drop,reliable_change", "--out", Place("o.csv"));

        Assert.Equal((0, ""), (code, error));
        Assert.Equal(
            "course,sessions,answered,two_own_sd_drop_first,two_own_sd_drop_flags,reliable_change_first,reliable_change_flags\r\na,5,5,5,1,4,2\r\nb,2,1,,,,\r\n",
            await Text("o.csv"));
        using var manifest = JsonDocument.Parse(await Text("o.csv.manifest.json"));
        var root = manifest.RootElement;
        Assert.Equal("study detect", root.GetProperty("verb").GetString());
        Assert.Equal(("t.csv", Hash("t.csv")), (root.GetProperty("input").GetProperty("file").GetString(), root.GetProperty("input").GetProperty("sha256").GetString()));
        Assert.Equal(Hash("o.csv"), root.GetProperty("output").GetProperty("sha256").GetString());
        Assert.Equal((7, 1), (root.GetProperty("read").GetProperty("rows").GetInt32(), root.GetProperty("read").GetProperty("cells_not_numbers").GetInt32()));
        Assert.DoesNotContain(Folder, await Text("o.csv.manifest.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Detect_InDetailAsJson_IsAFlagALine()
    {
        var (code, output, _) = await Study("detect", Written("t.csv", TwoCourses), "--criteria", "two_own_sd_drop", "--detail", "--format", "json");

        Assert.Equal((0, "{\"course\":\"a\",\"criterion\":\"two_own_sd_drop\",\"session\":5,\"score\":1.5}\n"), (code, output));
    }

    [Fact]
    public async Task Detect_Summary_SaysWhatChanceAloneFlags()
    {
        var (code, output, _) = await Study("detect", Written("t.csv", TwoCourses), "--criteria", "reliable_change");

        var range = FalseAlarmTable.Range(DetectionCriterion.ReliableChange, 5)!.Value;
        Assert.Equal(0, code);
        Assert.Contains(FormattableString.Invariant($"{range.Least:0.000} to {range.Most:0.000}"), output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("parquet")]
    [InlineData("csv")]
    public async Task SimulateThenDetect_OneThreadOrTwo_GiveTheSameBytes(string ending)
    {
        foreach (var threads in new[] { "1", "2" })
        {
            Assert.Equal(0, (await Study("simulate", "--couples", "120", "--seed", "7", "--threads", threads, "--out", Place($"s{threads}.{ending}"))).Code);
            File.Copy(Place($"s{threads}.{ending}"), Place($"s.{ending}"), overwrite: true);
            Assert.Equal(0, (await Study("detect", Place($"s.{ending}"), "--column", "composite", "--threads", threads, "--out", Place($"d.{ending}"))).Code);
            File.Move(Place($"d.{ending}"), Place($"d{threads}.{ending}"));
            File.Move(Place($"d.{ending}.manifest.json"), Place($"d{threads}.manifest.json"));
        }

        Assert.Equal(Hash($"s1.{ending}"), Hash($"s2.{ending}"));
        Assert.Equal(Hash($"d1.{ending}"), Hash($"d2.{ending}"));
        Assert.Equal(await Text("d1.manifest.json"), await Text("d2.manifest.json"));
    }

    [Fact]
    public async Task Detect_BrokenTable_IsThreeAndLeavesWhatWasThere()
    {
        Written("o.csv", "before");

        var (code, output, error) = await Study("detect", Written("t.csv", "course,session,score\na,1,2\nb,1,3\na,2,3\n"), "--out", Place("o.csv"));

        Assert.Equal((3, ""), (code, output));
        Assert.Contains("STU006, line 4", error, StringComparison.Ordinal);
        Assert.Equal("before", await Text("o.csv"));
        Assert.Empty(Directory.GetFiles(Folder, "*.part"));
    }

    [Theory]
    [InlineData("--range", "7:1")]
    [InlineData("--criteria", "guess")]
    [InlineData("--criteria", "direct_report")]
    [InlineData("--threads", "0")]
    [InlineData("--within-sd", "-1")]
    [InlineData("--format", "parquet")]
    public async Task Detect_OptionThatCannotBe_IsTwo(string option, string value)
    {
        var (code, output, error) = await Study("detect", Written("t.csv", TwoCourses), option, value);

        Assert.Equal(2, code);
        Assert.DoesNotContain("courses flagged", output, StringComparison.Ordinal);
        Assert.NotEmpty(error);
    }

    [Fact]
    public async Task Detect_PlotOfOneCourseAndOfTwo_AreDrawn()
    {
        foreach (var (name, text) in new[] { ("one", TwoCourses[..TwoCourses.IndexOf("b,1", StringComparison.Ordinal)]), ("two", TwoCourses) })
        {
            Assert.Equal(0, (await Study("detect", Written($"{name}.csv", text), "--plot", Place($"{name}.png"))).Code);
            Assert.InRange(new FileInfo(Place($"{name}.png")).Length, 5_000, 200_000);
        }
    }

    [Fact]
    public async Task FalseAlarms_WithoutAFile_WritesTheTableThatIsStored()
    {
        var (code, output, _) = await Study("false-alarms", "--seed", "3", "--courses", "40", "--sessions", "6,9", "--autocorrelations", "0,0.4");

        var plan = new FalseAlarmPlan(3, 40, [6, 9], [0, .4], FalseAlarmPlan.Stored.Forms, true);
        var expected = FalseAlarmTable.Write(plan, "attune study false-alarms --seed 3 --courses 40 --sessions 6,9 --autocorrelations 0,0.4", FalseAlarmStudy.Run(plan, stop: TestContext.Current.CancellationToken));
        Assert.Equal(0, code);
        Assert.Equal(string.Concat(expected.Select(line => $"{line}\n")), output);
    }

    /// <summary>The worked readings: <em>surely</em> on twelve ones is trust, <em>hardly</em> on twelve noughts is predictable and no trust.</summary>
    [Fact]
    public async Task Trust_WorkedCourses_HaveTheirWords()
    {
        var rows = Enumerable.Range(1, 12).Select(i => $"sure,{i},1,0.95\n").Concat(Enumerable.Range(1, 12).Select(i => $"hard,{i},0,0.05\n"));

        var (code, output, _) = await Study("trust", Written("t.csv", "course,session,outcome,forecast\n" + string.Concat(rows)), "--format", "csv");

        Assert.Equal(0, code);
        Assert.Contains("\r\nsure,12,1,0.95,0.99,trust,0,", output.Replace("0.9499999999999998", "0.95", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(",predictable_not_trust,0,", output, StringComparison.Ordinal);
    }

    /// <summary>Six targets and four judges of Shrout and Fleiss (1979).</summary>
    [Theory]
    [InlineData("icc_one_way_single", .165742)]
    [InlineData("icc_agreement_single", .289764)]
    [InlineData("icc_consistency_single", .714841)]
    [InlineData("icc_one_way_average", .442797)]
    [InlineData("icc_agreement_average", .620051)]
    [InlineData("icc_consistency_average", .909316)]
    public async Task Agreement_ShroutAndFleiss_GivesTheirNumbers(string coefficient, double expected)
    {
        var (code, output, _) = await Study(
            "agreement", Written("sf.csv", "A,B,C,D\n9,2,5,8\n6,1,3,2\n8,4,6,8\n7,1,2,6\n10,5,6,9\n6,2,4,7\n"), "--raters", "A,B,C,D", "--coefficient", coefficient, "--format", "json");

        using var row = JsonDocument.Parse(output);
        Assert.Equal(0, code);
        Assert.Equal(expected, row.RootElement.GetProperty("value").GetDouble(), 1e-6);
    }

    [Fact]
    public async Task Agreement_LongWords_GivesWhatFits()
    {
        var (code, output, _) = await Study("agreement", Written("w.csv", "unit,rater,rating\n1,x,yes\n1,y,yes\n2,x,no\n2,y,no\n3,x,yes\n3,y,no\n"), "--format", "csv");

        Assert.Equal(0, code);
        Assert.Contains("cohens_kappa,0.4", output, StringComparison.Ordinal);
        Assert.DoesNotContain("interval_alpha", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agreement_EventsOfTwoObservers_CountsWhatEachMissed()
    {
        var (code, output, _) = await Study(
            "agreement", Written("e.csv", "observer,code,start\nx,s,1\nx,p,5\nx,s,9\ny,s,1.4\ny,s,5.2\n"), "--events", "--tolerance", "0.5", "--format", "csv");

        Assert.Equal(0, code);
        Assert.Contains("\r\nx,y,,,", output, StringComparison.Ordinal);
        Assert.Contains(",1,1,1,0,0.5,", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("test_export_events_tabular.csv")]
    [InlineData("test_export_events_tabular.tsv")]
    [InlineData("test_export_aggregated_events_test_full_1.tsv")]
    public async Task Agreement_ExportOfBoris_IsReadByItsColumns(string name)
    {
        var file = Path.Combine(Environment.GetEnvironmentVariable("ATTUNE_DATA") ?? "", "coding", "boris", name);
        Assert.SkipUnless(File.Exists(file), "ATTUNE_DATA does not point to the recordings.");

        var (code, output, error) = await Study("agreement", file, "--events", "--with", file, "--format", "json");

        Assert.Equal((0, true), (code, error.Length > 0));
        Assert.NotEmpty(output);
        foreach (var line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var row = JsonDocument.Parse(line);
            Assert.True(row.RootElement.GetProperty("same").GetInt32() > 0);
            Assert.Equal((0, 0, 0), (row.RootElement.GetProperty("confused").GetInt32(), row.RootElement.GetProperty("only_first").GetInt32(), row.RootElement.GetProperty("only_second").GetInt32()));
        }
    }

    [Fact]
    public async Task Synchrony_SecondFollowsByOneSecond_HasThatLag()
    {
        var wave = Enumerable.Range(0, 1_000).Select(i => Math.Sin(i * i / 700.0) + Math.Sin(i / 3.0)).ToArray();
        var rows = Enumerable.Range(4, 996).Select(i => FormattableString.Invariant($"p,{wave[i]},{wave[i - 4]}\n"));

        var (code, output, _) = await Study("synchrony", Written("y.csv", "course,first,second\n" + string.Concat(rows)), "--surrogates", "50", "--format", "json");

        using var row = JsonDocument.Parse(output);
        Assert.Equal((0, 1.0), (code, row.RootElement.GetProperty("best_lag_s").GetDouble()));
    }

    [Fact]
    public async Task Examples_OfThePage_Run()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "docs", "study.md"), TestContext.Current.CancellationToken);
        var examples = page[(page.IndexOf("```sh", StringComparison.Ordinal) + 5)..].Split("```")[0].Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.True(examples.Length >= 4);
        foreach (var example in examples)
        {
            string[] words = [.. example.Split(' ')[2..].Select(word => word.EndsWith(".csv", StringComparison.Ordinal) || word.EndsWith(".png", StringComparison.Ordinal) ? Place(word) : word)];
            var (code, _, error) = await Study(words);
            Assert.True(code == 0, $"{example}: {error}");
        }
    }

    private string Hash(string name) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Place(name))));
}
