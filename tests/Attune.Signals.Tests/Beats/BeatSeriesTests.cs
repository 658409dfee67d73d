using Attune.Signals.Beats;

namespace Attune.Signals.Tests.Beats;

public sealed class BeatSeriesTests
{
    [Fact]
    public void EndsMs_ThreeBeats_AreRunningSums()
    {
        var beats = BeatSeries.FromIntervals([800, 0, 812.5]);

        Assert.Equal([800, 800, 1_612.5], beats.EndsMs.ToArray());
        Assert.Equal(TimeSpan.FromMilliseconds(1_612, 500), beats.Duration);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void FromIntervals_FewBeats_SpansAndDurationAgree(int count)
    {
        var beats = BeatSeries.FromIntervals(Enumerable.Repeat(700.0, count).ToArray());

        Assert.Equal(count, beats.Count);
        Assert.Equal(count, beats.IntervalsMs.Length);
        Assert.Equal(count, beats.EndsMs.Length);
        Assert.Equal(TimeSpan.FromMilliseconds(700 * count), beats.Duration);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void FromIntervals_NoLengthOfTime_Throws(double ms) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BeatSeries.FromIntervals([800, ms]));

    [Fact]
    public void FromIntervals_MoreThanThirtyOneDays_Throws()
    {
        var half = BeatSeries.LongestDuration.TotalMilliseconds / 2;

        Assert.Equal(BeatSeries.LongestDuration, BeatSeries.FromIntervals([half, half]).Duration);
        Assert.Throws<ArgumentOutOfRangeException>(() => BeatSeries.FromIntervals([half, half, 1]));
    }

    [Fact]
    public void FromIntervals_SourceChangedLater_SeriesStays()
    {
        double[] source = [800, 810];
        var beats = BeatSeries.FromIntervals(source);
        source[0] = 1;

        Assert.Equal(800, beats.IntervalsMs[0]);
    }
}
