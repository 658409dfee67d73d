using Attune.Method.Detection;
using static Attune.Method.Detection.DetectionCriterion;
using static Attune.Method.Detection.DetectionForm;

namespace Attune.Method.Tests.Detection;

/// <summary>Flags become episodes with a beginning, a depth, a length, a shape and a repair.</summary>
public class RuptureEpisodesTests
{
    private static readonly double[] Worked = [5.4, 5.6, 5.5, 5.8, 4.3, 5.6, 5.7, 5.9, 5.8, 4.9, 4.6, 4.2, 5.0, 5.8, 6.0, 6.1];

    // Levels by hand: 22.3 / 4 = 5.575, and 45.3 / 8 = 5.6625 without the V.
    [Fact]
    public void Of_WorkedSeries_IsAVAndAnErosionWithASlowRepair()
    {
        var found = RuptureEpisodes.Of(IndividualsChartTwoSigmaKeptOut, SoFar, Worked, DetectionReference.CheckIn);
        Assert.Equal(2, found.Length);
        Assert.Equal((5, 5, 5, 1, (int?)6, EpisodeShape.V, EpisodeRepair.Full), Told(found[0]));
        Assert.Equal(5.575, found[0].Before, 9);
        Assert.Equal(1.275, found[0].Depth, 9);
        Assert.Equal((10, 12, 13, 4, (int?)14, EpisodeShape.SlowBothWays, EpisodeRepair.Full), Told(found[1]));
        Assert.Equal(5.6625, found[1].Before, 9);
        Assert.Equal(1, found[1].Threshold, 9);
    }

    [Theory]
    [InlineData(new[] { 6.0, 6, 6, 6, 4, 6 }, EpisodeShape.V, EpisodeRepair.Full)]
    [InlineData(new[] { 6.0, 6, 6, 6, 5, 4, 6 }, EpisodeShape.SlowDeclineSuddenReturn, EpisodeRepair.Full)]
    [InlineData(new[] { 6.0, 6, 6, 6, 4, 5, 6 }, EpisodeShape.SuddenFallSlowReturn, EpisodeRepair.Full)]
    [InlineData(new[] { 6.0, 6, 6, 6, 4, 4, 5, 5.2, 6 }, EpisodeShape.SuddenFallSlowReturn, EpisodeRepair.Partial)]
    [InlineData(new[] { 6.0, 6, 6, 6, 5, 4, 5, 6 }, EpisodeShape.SlowBothWays, EpisodeRepair.Full)]
    [InlineData(new[] { 6.0, 6, 6, 6, 4, 4, 4, 4, 4, 4, 4, 4 }, EpisodeShape.StepThatStays, EpisodeRepair.Open)]
    [InlineData(new[] { 6.0, 6, 6, 6, 4, 5 }, EpisodeShape.NotOver, EpisodeRepair.Partial)]
    [InlineData(new[] { 6.0, 6, 6, 6, 4 }, EpisodeShape.NotOver, EpisodeRepair.Open)]
    public void Of_EachShape_IsNamed(double[] series, EpisodeShape shape, EpisodeRepair repair)
    {
        var only = Assert.Single(RuptureEpisodes.Of(IndividualsChartTwoSigmaKeptOut, SoFar, series, DetectionReference.CheckIn));
        Assert.Equal((shape, repair, 5, 2.0), (only.Shape, only.Repair, only.Onset, only.Depth));
    }

    // After the step has become usual a fall from it is an episode of its own.
    [Fact]
    public void Of_FallAfterAStepThatStayed_IsASecondEpisode()
    {
        double[] series = [6, 6, 6, 6, 4, 4, 4, 4, 4, 4, 4, 4, 2, 4];
        var found = RuptureEpisodes.Of(IndividualsChartThreeSigmaKeptOut, SoFar, series, DetectionReference.CheckIn);
        Assert.Equal([EpisodeShape.StepThatStays, EpisodeShape.V], found.Select(episode => episode.Shape));
        Assert.Equal((13, 4.0), (found[1].Onset, found[1].Before));
    }

    [Fact]
    public void Of_SessionsWithoutAnAnswer_KeepTheirPlaceAndAreNotCounted()
    {
        var found = Assert.Single(RuptureEpisodes.Of(IndividualsChartTwoSigmaKeptOut, SoFar, [6, 6, double.NaN, 6, 6, double.NaN, 4, double.NaN, 6], DetectionReference.CheckIn));
        Assert.Equal((7, 7, 7, 1, (int?)9, EpisodeShape.V, EpisodeRepair.Full), Told(found));
    }

    [Fact]
    public void Of_AnySeries_CoversEveryFlagOnceAndInOrder() => DetectionSeries.WithGaps.Sample(series => DetectionSeries.Ways.All(way =>
    {
        var sessions = DetectionSeries.Sessions(DetectionSeries.Flags(way.Criterion, way.Form, series));
        var found = RuptureEpisodes.Of(way.Criterion, way.Form, series, DetectionReference.CheckIn);
        return found.All(one => one.Onset <= one.Deepest && one.Deepest <= one.Last && one.Length >= 1 && double.IsFinite(one.Depth) && !(one.BackAt <= one.Last))
            && found.Zip(found.Skip(1)).All(pair => pair.First.Last < pair.Second.Onset)
            && found.All(one => sessions.Contains(one.Onset))
            && sessions.All(session => found.Any(one => one.Onset <= session && session <= one.Last));
    }));

    [Fact]
    public void Of_FlagsAtHand_NeedTheirLength() =>
        Assert.Throws<ArgumentException>(() => RuptureEpisodes.Of([5, 5], new bool[1], DetectionReference.CheckIn));

    private static (int, int, int, int, int?, EpisodeShape, EpisodeRepair) Told(RuptureEpisode one) =>
        (one.Onset, one.Deepest, one.Last, one.Length, one.BackAt, one.Shape, one.Repair);
}
