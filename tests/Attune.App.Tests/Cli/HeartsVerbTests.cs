using System.Globalization;
using System.Text.Json;
using Attune.App.Tests.Support;
using Attune.Signals.Arousal;
using Attune.Signals.Artefacts;
using Attune.Signals.BeatDetection;
using Attune.Signals.Beats;
using Attune.Signals.RecordingFiles;
using Attune.Signals.Simulation;
using Attune.Signals.Variability;

namespace Attune.App.Tests.Cli;

public sealed class HeartsVerbTests : IDisposable
{
    private static readonly HeartCourse Rising = new(TimeSpan.FromMinutes(20), 70) { Rises = [new HeartRise(TimeSpan.FromMinutes(8), 115, TimeSpan.FromMinutes(5))] };

    private readonly string _folder = RunningHost.NewFolder();

    private static BeatSeries Beats { get; } = SimulatedHeart.Record(Rising, seed: 5).Beats;

    private string Heart => Written("heart.txt", SimulatedHeart.Record(Rising, seed: 5).ToPlainText());

    [Fact]
    public async Task Arousal_AsTable_PrintsItsEpisode()
    {
        var (code, output, error) = await Hearts("arousal", Heart);

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("episodes 1 ", output, StringComparison.Ordinal);
        Assert.Contains("by LipponenTarvainen · rate by CentredMean15 · above 100 bpm", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arousal_OfARawWave_AsksWhatItShowsAndFindsItsBeats()
    {
        var wave = SimulatedWave.Of(Beats, WaveKind.Electrocardiogram, 250);
        var file = Written("wave.csv", string.Join('\n', wave.Samples.ToArray().Select(sample => (sample * 1_000).ToString("0.###", CultureInfo.InvariantCulture))));

        var (asked, _, error) = await Hearts("arousal", file, "--sampling-rate", "250");
        Assert.Equal(3, asked);
        Assert.Contains("--wave Electrocardiogram or PulseWave", error, StringComparison.Ordinal);

        var (code, output, _) = await Hearts("arousal", file, "--sampling-rate", "250", "--wave", "electrocardiogram");
        Assert.Equal(0, code);
        Assert.Contains("episodes 1 ", output, StringComparison.Ordinal);
        Assert.Contains("TwoMovingAverages 1", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("recorded")]
    [InlineData("live")]
    public async Task Arousal_AsJson_IsWhatTheRuleFinds(string rules)
    {
        var (code, output, _) = await Hearts("arousal", Heart, "--rules", rules, "--threshold", "95.5", "--format", "json");

        var found = ArousalRule.OverWholeRecording(Beats, (rules == "live" ? ArousalOptions.Live : ArousalOptions.Recorded) with { ThresholdBpm = 95.5 });
        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(output);
        Assert.StartsWith("attune ", json.RootElement.GetProperty("program").GetString(), StringComparison.Ordinal);
        var file = Assert.Single(json.RootElement.GetProperty("results").EnumerateArray());
        Assert.Equal(("heart.txt", "read"), (file.GetProperty("file").GetString(), file.GetProperty("outcome").GetString()));
        Assert.Equal(Beats.Count, file.GetProperty("recording").GetProperty("beats").GetInt32());
        var arousal = file.GetProperty("arousal");
        var episode = Assert.Single(arousal.GetProperty("episodes").EnumerateArray());
        Assert.Equal(found.Episodes[0].Start.TotalSeconds, episode.GetProperty("start_s").GetDouble(), 1e-9);
        Assert.Equal(found.Episodes[0].MeanBpm, episode.GetProperty("mean_bpm").GetDouble(), 1e-9);
        Assert.Equal((found.RateChoice.ToString(), found.ArtefactRule.ToString(), 95.5, found.Version),
            (arousal.GetProperty("rate_choice").GetString(), arousal.GetProperty("artefact_rule").GetString(), arousal.GetProperty("threshold_bpm").GetDouble(), arousal.GetProperty("version").GetInt32()));
    }

    [Fact]
    public async Task Arousal_AsCsv_IsOneTableOverAllFiles()
    {
        var (code, output, _) = await Hearts("arousal", Heart, Written("quiet.txt", SimulatedHeart.Record(new HeartCourse(TimeSpan.FromMinutes(5), 65), 1).ToPlainText()), "--format", "csv", "--rate", "everybeat");

        Assert.Equal(0, code);
        var rows = output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("file,episode,", rows[0], StringComparison.Ordinal);
        Assert.StartsWith("quiet.txt,0,", rows[^1], StringComparison.Ordinal);
        Assert.Equal(1, rows.Count(row => row.StartsWith("file,", StringComparison.Ordinal)));
        Assert.All(rows[1..], row => Assert.Contains(",EveryBeat,LipponenTarvainen,", row, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Variability_AsJsonAndCsv_HasTheMeasuresToTheirDigits()
    {
        var report = VariabilityReport.Of(Beats, new());

        var (_, text, _) = await Hearts("variability", Heart, "--format", "json");
        var (_, rows, _) = await Hearts("variability", Heart, "--format", "csv");

        using var json = JsonDocument.Parse(text);
        var measures = json.RootElement.GetProperty("results")[0].GetProperty("variability")[0].GetProperty("measures");
        Assert.Equal(report.Time!.RmssdMs, measures.GetProperty("rmssd_ms").GetDouble(), 1e-9);
        Assert.Equal(report.Spectrum!.HfMs2, measures.GetProperty("hf_ms2").GetDouble(), 1e-9);
        var cells = Cells(rows);
        Assert.Equal(report.Time.RmssdMs, double.Parse(cells["rmssd_ms"], CultureInfo.InvariantCulture), 1e-6);
        Assert.Equal(("Judgeable", "CubicSpline", "heart-rate-variability"), (cells["standing"], cells["interpolation"], cells["algorithm"]));
    }

    [Fact]
    public async Task Variability_InWindows_IsOneRowEach()
    {
        var (code, output, _) = await Hearts("variability", Heart, "--format", "csv", "--window", "300");

        Assert.Equal(0, code);
        Assert.Equal(1 + VariabilityReport.Windows(Beats, TimeSpan.FromMinutes(5), new()).Length, output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    /// <summary>What cannot be judged has no numbers: an empty cell, and null.</summary>
    [Fact]
    public async Task Variability_TooShort_GivesNothing()
    {
        var file = Written("short.txt", string.Concat(Enumerable.Repeat("800\n810\n", 10)));

        var (code, table, _) = await Hearts("variability", file, "--artefacts", "Range");
        var (_, rows, _) = await Hearts("variability", file, "--artefacts", "Range", "--format", "csv");
        var (_, text, _) = await Hearts("variability", file, "--artefacts", "Range", "--format", "json");

        Assert.Equal(0, code);
        Assert.Contains("Nothing is given: 16.1 s can be used, less than 60.0 s.", table, StringComparison.Ordinal);
        Assert.Equal(("TooShort", ""), (Cells(rows)["standing"], Cells(rows)["rmssd_ms"]));
        using var json = JsonDocument.Parse(text);
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("results")[0].GetProperty("variability")[0].GetProperty("measures").GetProperty("rmssd_ms").ValueKind);
    }

    [Fact]
    public async Task Artefacts_OfABadBeat_AreListedWithClassAndShare()
    {
        double[] intervals = [.. Enumerable.Range(0, 120).Select(i => 800.0 + (30 * Math.Sin(i / 3.0)))];
        intervals[60] = 1_640;
        var file = Written("missed.txt", string.Join('\n', intervals.Select(ms => ms.ToString("0", CultureInfo.InvariantCulture))));

        var (code, output, _) = await Hearts("artefacts", file, "--format", "csv");
        var (_, malik, _) = await Hearts("artefacts", file, "--artefacts", "RangeThenMalik");

        Assert.Equal(0, code);
        Assert.Contains("missed.txt,61,", output, StringComparison.Ordinal);
        Assert.Contains(",1640,missed,LipponenTarvainen,1,120,", output, StringComparison.Ordinal);
        Assert.Contains("by RangeThenMalik", malik, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Artefacts_None_IsARowThatSaysSo()
    {
        var (_, output, _) = await Hearts("artefacts", Written("even.txt", string.Concat(Enumerable.Repeat("800\n810\n", 40))), "--format", "csv", "--artefacts", "Range");

        Assert.Equal(["even.txt,0,,,,Range,0,80,0"], output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..]);
    }

    [Fact]
    public async Task Read_AmbiguousFile_ShowsBothReadingsAndTheOptionOfEach()
    {
        var file = Written("a.txt", string.Concat(Enumerable.Repeat("800,800\n810,810\n815,815\n", 5)));

        var (code, output, error) = await Hearts("read", file);
        var (chosen, _, _) = await Hearts("read", file, "--comma", "Decimal");

        Assert.Equal((3, 0), (code, chosen));
        foreach (var option in new[] { "--comma Decimal", "--comma Columns --column 1", "--comma Columns --column 2" })
        {
            Assert.Contains(option, output, StringComparison.Ordinal);
            Assert.Contains(option, error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Arousal_AmbiguousFile_AsksAndFindsNothing()
    {
        var (code, output, error) = await Hearts("arousal", Written("a.txt", "800,800\n810,810\n815,815\n"));

        Assert.Equal((3, ""), (code, output));
        Assert.Contains("--comma Columns", error, StringComparison.Ordinal);
    }

    /// <summary>One bad file of several stops none of the others, and is named with its place.</summary>
    [Fact]
    public async Task SeveralFiles_OneNotUnderstood_TheRestAreDone()
    {
        var (code, output, error) = await Hearts("arousal", Heart, Written("letter.txt", "hello\nthere\n"), Written("rates.csv", "1680686630.0\n1.0\n90\n91\n"), Heart, "--format", "json");

        Assert.Equal(3, code);
        Assert.Collection(
            error.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.StartsWith("letter.txt: Line 2", line, StringComparison.Ordinal),
            line => Assert.StartsWith("rates.csv: ", line, StringComparison.Ordinal));
        Assert.Contains("(SIG005, line 2)", error, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(output);
        Assert.Equal(["read", "refused", "read"], json.RootElement.GetProperty("results").EnumerateArray().Where(file => file.GetProperty("file").GetString() != "rates.csv").Select(file => file.GetProperty("outcome").GetString()));
    }

    [Theory]
    [InlineData("--format", "xml")]
    [InlineData("--threshold", "NaN")]
    [InlineData("--threshold", "-3")]
    [InlineData("--rate", "99")]
    [InlineData("--artefacts", "Guess")]
    [InlineData("--zone", "Berlin")]
    [InlineData("--column", "0")]
    public async Task Arousal_OptionThatCannotBe_IsTwo(string option, string value)
    {
        var (code, output, error) = await Hearts("arousal", Heart, option, value);

        Assert.Equal(2, code);
        Assert.DoesNotContain("episodes", output, StringComparison.Ordinal);
        Assert.NotEmpty(error);
    }

    [Fact]
    public async Task Out_NothingUnderstood_LeavesTheFileThatWasThere()
    {
        var place = Written("result.csv", "before");

        var (code, output, _) = await Hearts("arousal", Written("letter.txt", "hello\nthere\n"), "--format", "csv", "--out", place);

        Assert.Equal((3, ""), (code, output));
        Assert.Equal("before", await File.ReadAllTextAsync(place, TestContext.Current.CancellationToken));
        Assert.Empty(Directory.GetFiles(_folder, "*.part"));
    }

    [Fact]
    public async Task Out_SomethingUnderstood_IsWrittenWhole()
    {
        var place = Path.Combine(_folder, "result.csv");

        var (code, output, _) = await Hearts("read", Heart, "--format", "csv", "--out", place);

        Assert.Equal((0, ""), (code, output));
        Assert.Contains("heart.txt,,,PlainIntervals,beats,Milliseconds,", await File.ReadAllTextAsync(place, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder, "*.part"));
    }

    /// <summary>One small file of each kind of text; the readers have tests of their own for all formats.</summary>
    [Theory]
    [InlineData("s.txt", ".800\n.810\n.815\n", "PlainIntervals", "Seconds", 3)]
    [InlineData("comma.txt", "0,800\n0,810\n0,815\n", "PlainIntervals", "Seconds", 3)]
    [InlineData("polar.hrm", "[Params]\r\nVersion=106\r\nInterval=238\r\nDate=20250315\r\nStartTime=09:28:17.5\r\n[HRData]\r\n800\r\n810\r\n815\r\n", "PolarHrm", "Milliseconds", 3)]
    [InlineData("IBI.csv", "1680686620.000000, IBI\n10.500000,0.800000\n11.312500,0.812500\n20.000000,0.750000\n", "EmpaticaE4", "Seconds", 3)]
    public async Task Read_EachKindOfText_SaysFormatUnitAndBeats(string name, string content, string format, string unit, int beats)
    {
        var (code, output, error) = await Hearts("read", Written(name, content), "--format", "json");

        Assert.Equal((0, ""), (code, error));
        using var json = JsonDocument.Parse(output);
        var recording = json.RootElement.GetProperty("results")[0].GetProperty("recording");
        Assert.Equal((format, unit, beats), (recording.GetProperty("format").GetString(), recording.GetProperty("unit").GetString(), recording.GetProperty("beats").GetInt32()));
    }

    [Fact]
    public async Task Read_OptionsGiven_AreFollowed()
    {
        var (code, output, _) = await Hearts("read", Written("ticks.txt", string.Concat(Enumerable.Repeat("820\n830\n", 20))), "--unit", "Ticks1024", "--format", "json");

        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(output);
        var recording = json.RootElement.GetProperty("results")[0].GetProperty("recording");
        Assert.Equal(nameof(IntervalUnit.Ticks1024), recording.GetProperty("unit").GetString());
        Assert.Equal(1_650 * 20 / 1024.0, recording.GetProperty("length_s").GetDouble(), 1e-6);
    }

    /// <summary>The class of a flagged beat is the method's own, or what the series says of it.</summary>
    [Fact]
    public void FlaggedBeats_GapAndMissing_AreNamed()
    {
        var beats = BeatSeries.FromIntervalsAndGaps([800, 0, 810, 790, 805], [0, 0, 7_000, 0, 0]);

        var flagged = Exchange.Hearts.FlaggedBeat.Of(beats, ArtefactRules.Correct(beats, ArtefactRule.Range));

        Assert.NotEmpty(flagged);
        Assert.All(flagged, beat => Assert.Contains(beat.Name, new[] { "missing", "gap" }));
    }

    [Fact]
    public async Task Synchrony_AHeartWithItself_IsTogetherAndSaysThatItOnlyDescribes()
    {
        var (code, table, _) = await Hearts("synchrony", Heart, Heart, "--surrogates", "50");
        var (_, rows, _) = await Hearts("synchrony", Heart, Heart, Heart, "--surrogates", "50", "--seed", "7", "--format", "csv");
        var (_, text, _) = await Hearts("synchrony", Heart, Heart, "--surrogates", "50", "--format", "json");

        Assert.Equal(0, code);
        Assert.Contains("It does not say why", table, StringComparison.Ordinal);
        Assert.Contains("begun together", table, StringComparison.Ordinal);
        Assert.Equal(4, rows.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(("0", "Together", "7", "50"), (Cells(rows)["best_lag_s"], Cells(rows)["lead"], Cells(rows)["seed"], Cells(rows)["surrogates"]));
        using var json = JsonDocument.Parse(text);
        var pair = json.RootElement.GetProperty("results")[0].GetProperty("synchrony");
        Assert.Equal(0, pair.GetProperty("best_lag_s").GetDouble());
        Assert.Equal(25, pair.GetProperty("profile").GetArrayLength());
    }

    [Fact]
    public async Task Synchrony_OneOrFourFiles_IsTwo()
    {
        Assert.Equal(2, (await Hearts("synchrony", Heart)).Code);
        Assert.Equal(2, (await Hearts("synchrony", Heart, Heart, Heart, Heart)).Code);
    }

    [Fact]
    public async Task Plot_OfSeveralRecordings_IsTwoAndDrawsNothing()
    {
        var picture = Path.Combine(_folder, "picture.png");

        var (code, _, error) = await Hearts("arousal", Heart, Heart, "--plot", picture);

        Assert.Equal(2, code);
        Assert.Contains("one recording", error, StringComparison.Ordinal);
        Assert.False(File.Exists(picture));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Task<(int Code, string Output, string Error)> Hearts(params string[] args) => AttuneProcess.RunAsync(["hearts", .. args]);

    private static Dictionary<string, string> Cells(string csv)
    {
        var rows = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        return rows[0].Split(',').Zip(rows[1].Split(',')).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }

    private string Written(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }
}
