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
public sealed class ArousalReferenceTests(ITestOutputHelper output)
{
    public static TheoryData<string, string, RateChoice> Cases()
    {
        var cases = new TheoryData<string, string, RateChoice>();
        foreach (var choice in Enum.GetValues<RateChoice>())
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

    /// <summary>
    /// A peer's corrected beats are not handed down, only what it found on them. The peer puts interpolated intervals in place of wrong ones
    /// and lets time shift (hrv_exercise ends 0.1 s, selfloops 0.5 s earlier); we keep the clock. So edges differ by a second here and there,
    /// and where a dip lies at the threshold, one episode may be two: the output has both. They share nine tenths of the time of either.
    /// </summary>
    [Theory]
    [InlineData("hrv_rest", "hrv_rest_rri.txt")]
    [InlineData("hrv_exercise", "hrv_exercise_rri.hrm")]
    [InlineData("elitehrv_1311", "elitehrv 2017-06-29 13-11-53.txt")]
    [InlineData("selfloops_0808", "selfloops_20170808002e.txt")]
    public void OverWholeRecording_CorrectedBeats_ComesCloseToThePeersEpisodes(string series, string file)
    {
        foreach (var choice in Enum.GetValues<RateChoice>())
        {
            var theirs = Reference(series, choice, "systole-corrected");

            var ours = ArousalRule.OverWholeRecording(Beats(file), new() { RateChoice = choice }).Episodes;

            output.WriteLine($"{series} {choice}: theirs {string.Join(' ', theirs.Select(one => $"{one.Start:0.##}-{one.End:0.##}"))} ours {string.Join(' ', ours.Select(one => $"{one.Start.TotalSeconds:0.##}-{one.End.TotalSeconds:0.##}"))}");
            var (theirTime, ourTime) = (theirs.Sum(one => one.End - one.Start), ours.Sum(one => one.Duration.TotalSeconds));
            var shared = theirs.Sum(their => ours.Sum(our =>
                Math.Max(0, Math.Min(their.End, our.End.TotalSeconds) - Math.Max(their.Start, our.Start.TotalSeconds))));
            Assert.Equal(theirs.Count > 0, ours.Length > 0);
            Assert.InRange(shared, 0.9 * Math.Max(theirTime, ourTime), double.MaxValue);
            if (choice is RateChoice.EveryBeat or RateChoice.EverySecond)
                Assert.Equal(theirs.Count, ours.Length);
        }
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

    private static List<(double Start, double End)> Reference(string series, RateChoice choice, string source = "raw") =>
    [
        .. File.ReadLines(ReferenceData.PathOf("reference", "arousal_episodes.csv"))
            .Where(line => IsRow(line, series, choice, source))
            .Select(line => line.Split(','))
            .Select(cells => (Number(cells[^3]), Number(cells[^2]))),
    ];

    private static bool IsRow(string line, string series, RateChoice choice, string source = "raw") =>
        line.Replace("\"", "", StringComparison.Ordinal).StartsWith($"{series},{source},D{(int)choice} ", StringComparison.Ordinal);

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
