using System.Text;
using Attune.Signals.Arousal;
using Attune.Signals.Beats;
using Attune.Signals.RecordingFiles;
using Attune.Signals.Simulation;

namespace Attune.Signals.Tests.Simulation;

public sealed class SimulatedHeartTests
{
    private static readonly HeartCourse Session = new(TimeSpan.FromMinutes(50), 74)
    {
        Rises = [new(TimeSpan.FromMinutes(12), 112, TimeSpan.FromMinutes(5)), new(TimeSpan.FromMinutes(34), 94, TimeSpan.FromMinutes(4))],
    };

    [Fact]
    public void Record_SameSeed_GivesTheSameText()
    {
        Assert.Equal(SimulatedHeart.Record(Session, 5).ToPlainText(), SimulatedHeart.Record(Session, 5).ToPlainText());
        Assert.NotEqual(SimulatedHeart.Record(Session, 5).ToPlainText(), SimulatedHeart.Record(Session, 6).ToPlainText());
    }

    // Expected: Reference/simulated_heart.py, a second implementation.
    [Fact]
    public void Record_PinnedSeed_GivesTheSameBeatsOnEveryPlatform()
    {
        var intervals = SimulatedHeart.Record(Session, 1).Beats.IntervalsMs.ToArray();

        Assert.Equal([809, 780, 810, 837, 825, 808, 784, 789], intervals[..8]);
        Assert.Equal((4_147, 3_000_548.0), (intervals.Length, intervals.Sum()));
        Assert.Equal(0x2dde10cu, intervals.Aggregate(0u, (hash, ms) => unchecked((hash * 31) + (uint)ms)));
    }

    [Fact]
    public void ToPlainText_ReadBack_GivesTheSameBeats()
    {
        var heart = SimulatedHeart.Record(Session, 2);

        var read = Assert.IsType<RecordingOutcome.Read>(RecordingFile.Read("heart.txt", Encoding.UTF8.GetBytes(heart.ToPlainText())));

        Assert.Equal(heart.Beats.IntervalsMs.ToArray(), read.Beats.IntervalsMs.ToArray());
        Assert.Equal(IntervalUnit.Milliseconds, read.Unit);
    }

    [Fact]
    public void Record_RiseAboveAndRiseBelowOneHundred_OnlyTheFirstIsFound() =>
        Gen.ULong.Sample(
            seed =>
            {
                var finding = ArousalRule.OverWholeRecording(SimulatedHeart.Record(Session, seed).Beats, new());

                var episode = Assert.Single(finding.Episodes);
                Assert.InRange(episode.Start.TotalMinutes, 12, 14.5);
                Assert.InRange(episode.End.TotalMinutes, 18.5, 22);
                Assert.InRange(episode.MeanBpm, 104, 114);
                Assert.True(finding.IsJudgeable);
                Assert.InRange(finding.ArtefactShare, 0, 0.02);
            },
            iter: 40);

    [Fact]
    public void Record_AtRest_KeepsRateAndPlausibleVariability() =>
        Gen.Select(Gen.ULong, Gen.Double[55, 90]).Sample(
            (seed, resting) =>
            {
                var beats = SimulatedHeart.Record(new(TimeSpan.FromMinutes(20), resting), seed).Beats;

                Assert.Equal(resting, beats.Count / beats.Duration.TotalMinutes, 2.0);
                Assert.InRange(Rmssd(beats), 8, 60);
                Assert.InRange(beats.Duration.TotalMinutes, 20, 20.05);
            },
            iter: 40);

    [Fact]
    public void Record_CourseOutsideItsBounds_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SimulatedHeart.Record(new(TimeSpan.Zero, 70), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SimulatedHeart.Record(new(TimeSpan.FromHours(25), 70), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SimulatedHeart.Record(new(TimeSpan.FromHours(1), double.NaN), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SimulatedHeart.Record(
            new(TimeSpan.FromHours(1), 70) { Rises = [new(TimeSpan.Zero, 200, TimeSpan.Zero)] }, 1));
    }

    [Fact]
    public void RateAt_RiseAndFall_PassesThroughItsCorners()
    {
        Assert.Equal(74, Session.RateAt(TimeSpan.FromMinutes(12)));
        Assert.Equal(93, Session.RateAt(TimeSpan.FromMinutes(13)));
        Assert.Equal(112, Session.RateAt(TimeSpan.FromMinutes(14)));
        Assert.Equal(112, Session.RateAt(TimeSpan.FromMinutes(19)));
        Assert.Equal(93, Session.RateAt(TimeSpan.FromMinutes(21)));
        Assert.Equal(74, Session.RateAt(TimeSpan.FromMinutes(23)));
    }

    private static double Rmssd(BeatSeries beats)
    {
        var ms = beats.IntervalsMs.ToArray();
        return Math.Sqrt(ms.Zip(ms.Skip(1)).Average(pair => (pair.Second - pair.First) * (pair.Second - pair.First)));
    }
}
