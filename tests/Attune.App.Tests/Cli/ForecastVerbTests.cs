using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Attune.App.Tests.Cli;

public sealed class ForecastVerbTests : StudyTests
{
    private static readonly string[] Areas = ["task", "goal", "bond"];

    /// <summary>The rows and the numbers of <c>Attune.Method.Tests/Reference/learning.py</c>: statsmodels' Logit.</summary>
    [Theory]
    [InlineData("flat", 3)]
    [InlineData("flat-rare", 5)]
    public async Task Forecast_FlatPrior_EqualsStatsmodels(string name, int terms)
    {
        var text = new StringBuilder($"couple,partner,session,outcome,{string.Join(',', Enumerable.Range(0, terms).Select(k => $"x{k}"))}\n");
        foreach (var (row, i) in Reference(name, "row").Select((row, i) => (row.Split(' '), i)))
            text.Append(CultureInfo.InvariantCulture, $"c,{row[0]},{i},{row[1]},{string.Join(',', row[2..])}\n");

        var (code, output, error) = await Forecast(Written("t.csv", text.ToString()), "--prior", "flat", "--areas", "one", "--format", "csv");

        Assert.Equal(0, code);
        Equal(Numbers(Reference(name, "mean").Single()), Column(output, "mean"), 1e-6);
        Equal(Numbers(Reference(name, "sd").Single()), Column(output, "sd"), 1e-6);
        Assert.Contains("one couple alone", error, StringComparison.Ordinal);
    }

    /// <summary>Three areas, reports with and without one, a prior of its own, partners who differ: numpy on the definition.</summary>
    [Theory]
    [InlineData("three-areas", 4)]
    [InlineData("three-areas-often", 9)]
    public async Task Forecast_ThreeAreas_EqualsTheDensePosterior(string name, int terms)
    {
        var columns = Areas.SelectMany(area => Enumerable.Range(0, terms).Select(k => $"x{k}@{area}"));
        var text = new StringBuilder($"couple,partner,session,outcome,area,{string.Join(',', columns)}\n");
        foreach (var (row, i) in Reference(name, "row").Select((row, i) => (row.Split(' '), i)))
        {
            var outcome = int.Parse(row[1], CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"{int.Parse(row[0], CultureInfo.InvariantCulture) / 2},{row[0]},{i},{(outcome == 0 ? "no" : "yes")},{(outcome > 0 ? Areas[outcome - 1] : "")},{string.Join(',', row[2..])}\n");
        }

        var (means, sds) = (Reference(name, "prior").Single().Split('/')[0].Split(' '), Reference(name, "prior").Single().Split('/')[1].Split(' '));
        var prior = $"term,mean,sd\nintercept,{means[0]},{sds[0]}\npartner-sd,,{Reference(name, "shape").Single().Split(' ')[2]}\n"
            + string.Concat(Enumerable.Range(0, terms).Select(k => $"x{k},{means[k + 1]},{sds[k + 1]}\n"));

        var (code, output, _) = await Forecast(Written("t.csv", text.ToString()), "--prior", Written("p.csv", prior), "--format", "csv");

        Assert.Equal(0, code);
        Equal(Numbers(Reference(name, "mean").Single()), Column(output, "mean"), 1e-8);
        Equal(Numbers(Reference(name, "sd").Single()), Column(output, "sd"), 1e-8);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("parquet")]
    public async Task Forecast_SimulatedPractice_OneThreadOrTwo_GivesTheSameBytes(string ending)
    {
        await Simulate("t." + ending, "--couples", "6", "--seed", "7");
        foreach (var threads in new[] { "1", "2" })
        {
            var (code, _, error) = await Forecast(
                Place("t." + ending), "--threads", threads, "--out", Place("w.csv"), "--predictions", Place("p.parquet"), "--scores", Place("s.json"), "--bins", Place("b.csv"));
            Assert.Equal((0, ""), (code, error));
            Directory.CreateDirectory(Place(threads));
            foreach (var file in Directory.GetFiles(Folder).Where(file => !file.EndsWith("t." + ending, StringComparison.Ordinal) && !Path.GetFileName(file).StartsWith("t.", StringComparison.Ordinal)))
                File.Move(file, Path.Combine(Place(threads), Path.GetFileName(file)));
        }

        var names = Directory.GetFiles(Place("1")).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(["b.csv", "b.csv.manifest.json", "p.parquet", "p.parquet.manifest.json", "s.json", "s.json.manifest.json", "w.csv", "w.csv.manifest.json"], names);
        Assert.All(names, name => Assert.Equal(File.ReadAllBytes(Path.Combine(Place("1"), name!)), File.ReadAllBytes(Path.Combine(Place("2"), name!))));
        using var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Place("1"), "p.parquet.manifest.json"), TestContext.Current.CancellationToken));
        var root = manifest.RootElement;
        Assert.Equal(("study forecast", "t." + ending), (root.GetProperty("verb").GetString(), root.GetProperty("input").GetProperty("file").GetString()));
        Assert.Equal(("catalogue", 3, "tension"), (root.GetProperty("parameters").GetProperty("terms").GetString(), root.GetProperty("parameters").GetProperty("areas").GetInt32(), root.GetProperty("parameters").GetProperty("outcome").GetString()));
        Assert.Equal(
            root.GetProperty("read").GetProperty("rows").GetInt64(),
            root.GetProperty("output").GetProperty("rows").GetInt64() + root.GetProperty("read").GetProperty("rows_not_held").GetInt64());
        Assert.Contains("Rule: better where", root.GetProperty("found").GetProperty("rule").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.74", "Better than the base rate for couples it had not seen (+")]
    [InlineData("0", "No better than the base rate for couples it had not seen (")]
    public async Task Forecast_SignalOnOrOff_SaysSo(string spread, string verdict)
    {
        await Simulate("t.csv", "--couples", "40", "--seed", "3", "--signal-spread", spread);

        var (code, output, _) = await Forecast(Place("t.csv"), "--plot", Place("c.png"));

        Assert.Equal(0, code);
        Assert.Contains(verdict, output, StringComparison.Ordinal);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], (await File.ReadAllBytesAsync(Place("c.png"), TestContext.Current.CancellationToken))[..4]);
    }

    [Theory]
    [InlineData("a,A,1,0,1\na,A,2,0,2\nb,A,1,no,3\n", "STU022", "All 3 answered sessions are without a report (column 'outcome')")]
    [InlineData("a,A,1,1,1\na,A,2,yes,2\n", "STU022", "All 2 answered sessions are with a report")]
    [InlineData("a,A,1,0,1\na,A,2,0,2\nb,A,1,1,3\nb,A,2,1,4\n", "STU023", "The term 'x' tells sessions with a report from those without")]
    [InlineData("a,A,1,0,2\na,A,2,1,2\nb,A,1,1,2\nb,A,2,0,2\n", "STU024", "The term 'x' has the same value in every answered session.")]
    [InlineData("a,A,1,,1\nb,A,1,NA,2\n", "STU021", "None of 2 sessions has an answer in column 'outcome'")]
    [InlineData("a,A,1,0,1\na,A,2,1,much\n", "STU011, line 3", "Line 3 has 'much' in column 'x', which is no number")]
    [InlineData("a,A,1,0,1\na,A,2,2,1\n", "STU025, line 3", "Line 3 has '2' in column 'outcome'")]
    [InlineData("a,A,1,0,1\na,B,1,0,1\na,A,1,1,2\n", "STU005, line 4", "Line 4 has session 1 of partner 'A' of couple 'a' again, after line 2")]
    [InlineData("a,A,1,0,1e12\n", "STU012, line 2", "beyond 1000000000")]
    [InlineData("a,A,1\n", "STU004, line 2", "has 3 cells and the header 5")]
    [InlineData("", "STU003", "no row below the header")]
    public async Task Forecast_UnusableTable_IsRefusedByName(string rows, string code, string says)
    {
        Written("o.csv", "before");

        var (exit, output, error) = await Forecast(Written("t.csv", "couple,partner,session,outcome,x\n" + rows), "--terms", "x", "--prior", "flat", "--out", Place("o.csv"));

        Assert.Equal((3, ""), (exit, output));
        Assert.Contains($"({code})", error, StringComparison.Ordinal);
        Assert.Contains(says, error, StringComparison.Ordinal);
        Assert.Equal("before", await File.ReadAllTextAsync(Place("o.csv"), TestContext.Current.CancellationToken));
        Assert.Empty(Directory.GetFiles(Folder, "*.part"));
    }

    [Fact]
    public async Task Forecast_DoubledColumn_NamesBoth()
    {
        var (code, _, error) = await Forecast(Written("t.csv", "couple,partner,session,outcome,mood,other,twice\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"c{i / 4},A,{i},{i * 7 % 3 % 2},{i % 5},{i % 3},{2 * (i % 5)}\n"))));

        Assert.Equal(3, code);
        Assert.Contains("The term 'twice' says the same as 'mood'.", error, StringComparison.Ordinal);
        Assert.Contains("(STU024)", error, StringComparison.Ordinal);
    }

    /// <summary>What is believed of a term that never changes is what is believed after it.</summary>
    [Fact]
    public async Task Forecast_ConstantUnderAProperPrior_IsSaidAndKept()
    {
        var rows = string.Concat(Enumerable.Range(0, 40).Select(i => $"c{i / 4},A,{i % 4},{i * 7 % 3 % 2},{i % 5},0\n"));
        var prior = Written("p.json", """[{"term":"mood","sd":"flat"},{"term":"still","mean":0.3,"sd":0.25},{"term":"partner-sd","sd":0.5}]""");

        var (code, output, error) = await Forecast(Written("t.csv", "couple,partner,session,outcome,mood,still\n" + rows), "--prior", prior, "--format", "csv");

        Assert.Equal(0, code);
        Assert.Contains("The term 'still' has the same value in every answered session. It is kept", error, StringComparison.Ordinal);
        Equal([.3], [Column(output, "mean")[2]], 1e-12);
        Equal([.25], [Column(output, "sd")[2]], 1e-12);
        Assert.DoesNotContain("NaN", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forecast_UnansweredAndGuesses_AreForecastAndCompared()
    {
        var rows = string.Concat(Enumerable.Range(0, 96).Select(i =>
            $"c{i / 8},{(i % 2 == 0 ? "A" : "B")},{i % 8 / 2},{(i % 16 == 5 ? "" : (i * 5 % 7 % 2).ToString(CultureInfo.InvariantCulture))},{i % 3},{(i % 4 == 0 ? "" : (i % 11 / 10.0).ToString(CultureInfo.InvariantCulture))}\n"));

        var (code, output, _) = await Forecast(
            Written("t.csv", "couple,partner,session,outcome,mood,guess\n" + rows), "--predictions", Place("p.csv"), "--scores", Place("s.csv"));

        var predictions = await File.ReadAllTextAsync(Place("p.csv"), TestContext.Current.CancellationToken);
        var (outcomes, chances, leftOut) = (Cells(predictions, "outcome"), Column(predictions, "probability"), Cells(predictions, "left_out_probability"));
        Assert.Equal((0, 96, 6), (code, chances.Length, outcomes.Count(cell => cell.Length == 0)));
        Assert.All(chances, chance => Assert.InRange(chance, 1e-9, 1 - 1e-9));
        Assert.All(outcomes.Zip(leftOut), one => Assert.Equal(one.First.Length == 0, one.Second.Length == 0));
        Assert.Contains("6 sessions have no answer", output, StringComparison.Ordinal);
        Assert.Contains("guesses of exactly 0 or 1: taken for .01 and .99.", output, StringComparison.Ordinal);
        Assert.Contains("Beside the therapist's own guess", output, StringComparison.Ordinal);
        Assert.Equal(["forecast", "base_rate", "forecast_where_guessed", "guess"], Cells(await File.ReadAllTextAsync(Place("s.csv"), TestContext.Current.CancellationToken), "forecaster"));
    }

    [Fact]
    public async Task Forecast_FilesThatAreNotThere_AreUsage()
    {
        var table = Written("t.csv", "couple,partner,session,outcome,x\n");

        Assert.Equal(2, (await Forecast(table, "--areas", "two")).Code);
        Assert.Equal(2, (await Forecast(table, "--terms", ",")).Code);
        Assert.Equal(2, (await Forecast(table, "--folds", "1")).Code);
        Assert.NotEqual(0, (await Forecast(table, "--prior", Place("none.csv"))).Code);
        var (code, _, error) = await Forecast(table, "--out", Place("o.csv"), "--scores", Place("o.csv"));
        Assert.NotEqual(0, code);
        Assert.Contains("is named twice", error, StringComparison.Ordinal);
    }

    private static Task<(int Code, string Output, string Error)> Forecast(params string[] args) => Study(["forecast", .. args]);

    private async Task Simulate(string name, params string[] args) => Assert.Equal(0, (await Study(["simulate", .. args, "--out", Place(name)])).Code);

    private static string[] Cells(string csv, string column)
    {
        var rows = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split(',')).ToArray();
        var at = Array.IndexOf(rows[0], column);
        return [.. rows[1..].Select(row => row[at])];
    }

    private static double[] Column(string csv, string column) => [.. Cells(csv, column).Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];

    private static double[] Numbers(string text) => [.. text.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];

    private static void Equal(double[] expected, double[] actual, double near)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), one => Assert.Equal(one.First, one.Second, near));
    }

    private static string[] Reference(string name, string what)
    {
        using var reader = new StreamReader(typeof(ForecastVerbTests).Assembly.GetManifestResourceStream("Reference/learning.csv")!);
        return [.. reader.ReadToEnd().Split('\n').Select(line => line.Split(',', 3)).Where(parts => parts is [var one, var part, _] && one == name && part == what).Select(parts => parts[2].TrimEnd('\r'))];
    }
}
