using Attune.Signals.Arousal;
using Attune.Signals.Artefacts;
using Attune.Signals.Beats;

namespace Attune.Signals.Tests.Beats;

public sealed class BeatSeriesGapsTests
{
    [Fact]
    public void FromIntervalsAndGaps_Gap_IsAnEntryOfNoIntervalThatTakesTime()
    {
        var beats = BeatSeries.FromIntervalsAndGaps([800, 0, 790], [0, 0, 5_000]);

        Assert.Equal([800, 0, 0, 790], beats.IntervalsMs.ToArray());
        Assert.Equal([800, 800, 5_800, 6_590], beats.EndsMs.ToArray());
        Assert.Equal([false, false, true, false], Enumerable.Range(0, 4).Select(beats.IsGap));
        Assert.Equal((2, 1_590.0, 6.59), (beats.CountBeats(), beats.SumBeatsMs(), beats.Duration.TotalSeconds));
    }

    [Fact]
    public void FromIntervalsAndGaps_NoGaps_IsFromIntervals() => Gen.Double[0, 3_000].Array[0, 100].Sample(ms =>
    {
        var (plain, clocked) = (BeatSeries.FromIntervals(ms), BeatSeries.FromIntervalsAndGaps(ms, new double[ms.Length]));
        return plain.IntervalsMs.SequenceEqual(clocked.IntervalsMs) && plain.EndsMs.SequenceEqual(clocked.EndsMs);
    });

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(32.0 * 24 * 3_600_000)]
    public void FromIntervalsAndGaps_ImpossibleGap_Throws(double gap) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BeatSeries.FromIntervalsAndGaps([800], [gap]));

    [Fact]
    public void FromIntervalsAndGaps_UnequalLengths_Throw() => Assert.Throws<ArgumentException>(() => BeatSeries.FromIntervalsAndGaps([800], []));

    [Theory]
    [InlineData(ArtefactRule.None)]
    [InlineData(ArtefactRule.RangeThenKarlsson)]
    public void Arousal_GapInAFastStretch_EndsTheEpisodeAndLowersCoverage(ArtefactRule rule)
    {
        // 110 s at 120 bpm, 60 s without beats, 110 s at 120 bpm: neither part outlasts two minutes.
        var (ms, gaps) = (Enumerable.Repeat(500.0, 440).ToArray(), new double[440]);
        gaps[220] = 60_000;

        var found = ArousalRule.OverWholeRecording(BeatSeries.FromIntervalsAndGaps(ms, gaps), new() { Artefacts = rule, RateChoice = RateChoice.EverySecond });

        Assert.Empty(found.Episodes);
        Assert.Equal(280, found.Recorded.TotalSeconds);
        Assert.Equal(220 / 280.0, found.Coverage, 1e-9);
    }
}
