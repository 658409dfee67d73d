using Attune.Signals.Arousal;
using Attune.Signals.Artefacts;
using Attune.Signals.Beats;

namespace Attune.Signals.Tests.Arousal;

/// <summary>Whole recordings are corrected by moving, joining and splitting beats: the episodes must stay where they are.</summary>
public sealed class ArousalCorrectionTests
{
    [Theory]
    [InlineData(RateChoice.EveryBeat)]
    [InlineData(RateChoice.EverySecond)]
    [InlineData(RateChoice.CentredMean15)]
    [InlineData(RateChoice.DipsBridged5)]
    public void OverWholeRecording_MissedExtraAndEarlyBeats_GivesTheEpisodeOfTheCleanHeart(RateChoice choice)
    {
        // 60 s at 75 bpm, 150 s at about 120, 60 s at 75, with a little unrest.
        double[] clean = [.. Unrest(800, 75), .. Unrest(500, 300), .. Unrest(800, 75)];
        double[] spoilt = [.. clean];
        (spoilt[150], spoilt[151]) = (spoilt[150] - 180, spoilt[151] + 180);
        spoilt = [.. spoilt[..200], spoilt[200] + spoilt[201], .. spoilt[202..260], spoilt[260] / 10, spoilt[260] * 9 / 10, .. spoilt[261..]];

        var expected = Assert.Single(Find(clean, choice, ArtefactRule.None).Episodes);
        var finding = Find(spoilt, choice, ArtefactRule.LipponenTarvainen);

        var found = Assert.Single(finding.Episodes);
        Assert.Equal(expected.Start, found.Start);
        Assert.Equal(expected.End, found.End);
        Assert.InRange(finding.ArtefactShare, 0.001, 0.02);
        Assert.True(finding.IsJudgeable);
        Assert.Equal(BeatSeries.FromIntervals(clean).Duration.TotalSeconds, finding.Recorded.TotalSeconds, 1e-6);
        // As it was recorded, the missed beat alone ends the stretch by every beat.
        if (choice is RateChoice.EveryBeat)
            Assert.Empty(Find(spoilt, choice, ArtefactRule.None).Episodes);
    }

    [Fact]
    public void OverWholeRecording_NothingNamed_NamesTheRuleOfWholeRecordings()
    {
        var finding = ArousalRule.OverWholeRecording(BeatSeries.FromIntervals(Unrest(800, 200)), new());

        Assert.Equal((ArtefactRule.LipponenTarvainen, 2), (finding.ArtefactRule, finding.Version));
    }

    private static ArousalFinding Find(double[] ms, RateChoice choice, ArtefactRule rule) =>
        ArousalRule.OverWholeRecording(BeatSeries.FromIntervals(ms), new() { RateChoice = choice, Artefacts = rule });

    private static double[] Unrest(double ms, int count) => [.. Enumerable.Range(0, count).Select(i => ms + (5 * ((i * 7 % 11) - 5)))];
}
