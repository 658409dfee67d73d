using System.Globalization;
using Attune.Signals.Arousal;
using Attune.Signals.Artefacts;
using Attune.Signals.Beats;
using Attune.Signals.RecordingFiles;

namespace Attune.Signals.Tests.Arousal;

/// <summary>
/// Episodes that another tool found in real recordings (<c>reference/arousal_episodes.csv</c>, raw beats), for all four definitions of
/// the rate: to .01 s for every beat, to the second for the others.
/// </summary>
public sealed class ArousalReferenceTests
{
    public static TheoryData<string, string, RateChoice> Cases()
    {
        var cases = new TheoryData<string, string, RateChoice>();
        foreach (var choice in Enum.GetValues<RateChoice>().Where(choice => choice is not RateChoice.MeanOfLast15))
        {
            cases.Add("hrv_rest", "hrv_rest_rri.txt", choice);
            cases.Add("hrv_exercise", "hrv_exercise_rri.hrm", choice);
            cases.Add("elitehrv_1311", "elitehrv 2017-06-29 13-11-53.txt", choice);
            cases.Add("selfloops_0808", "selfloops_20170808002e.txt", choice);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void OverWholeRecording_RawBeats_FindsTheReferenceEpisodes(string series, string file, RateChoice choice)
    {
        var expected = Reference(series, choice);

        var finding = ArousalRule.OverWholeRecording(Beats(file), new() { RateChoice = choice, Artefacts = ArtefactRule.None });

        var tolerance = choice is RateChoice.EveryBeat ? 0.01 : 0;
        Assert.Equal(expected.Count, finding.Episodes.Length);
        foreach (var (episode, (start, end)) in finding.Episodes.Zip(expected))
        {
            Assert.Equal(start, episode.Start.TotalSeconds, tolerance);
            Assert.Equal(end, episode.End.TotalSeconds, tolerance);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void OverWholeRecording_RawBeats_AgreesWithTheReferenceSummary(string series, string file, RateChoice choice)
    {
        var row = File.ReadLines(ReferenceData.PathOf("reference", "arousal_summary.csv")).Single(line => IsRow(line, series, choice)).Split(',');

        var finding = ArousalRule.OverWholeRecording(Beats(file), new() { RateChoice = choice, Artefacts = ArtefactRule.None });

        Assert.Equal(Number(row[^3]), finding.Episodes.Length);
        Assert.Equal(Number(row[^2]), finding.Episodes.Sum(episode => episode.Duration.TotalSeconds), 0.051);
        Assert.Equal(Number(row[^1]), finding.Recorded.TotalSeconds, 0.051);
        Assert.True(finding.IsJudgeable);
    }

    private static BeatSeries Beats(string file)
    {
        // SelfLoops is no format of the reader yet; its third column holds the intervals.
        if (file.StartsWith("selfloops", StringComparison.Ordinal))
        {
            var lines = File.ReadLines(ReferenceData.PathOf("rr", file)).Skip(2).Where(line => line.Length > 0);
            return BeatSeries.FromIntervals(lines.Select(line => Number(line.Split(',')[2])).ToArray());
        }

        return Assert.IsType<RecordingOutcome.Read>(RecordingFile.Read(file, ReferenceData.Bytes("rr", file))).Beats;
    }

    private static List<(double Start, double End)> Reference(string series, RateChoice choice) =>
    [
        .. File.ReadLines(ReferenceData.PathOf("reference", "arousal_episodes.csv"))
            .Where(line => IsRow(line, series, choice))
            .Select(line => line.Split(','))
            .Select(cells => (Number(cells[^3]), Number(cells[^2]))),
    ];

    private static bool IsRow(string line, string series, RateChoice choice) =>
        line.Replace("\"", "", StringComparison.Ordinal).StartsWith($"{series},raw,D{(int)choice} ", StringComparison.Ordinal);

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
