using Attune.Signals.Arousal;
using Attune.Signals.Artefacts;
using Attune.Signals.Beats;
using Attune.Signals.Simulation;

namespace Attune.Signals.Tests.Arousal;

public sealed class RateCourseTests
{
    private static readonly BeatSeries Heart = SimulatedHeart.Record(
        new HeartCourse(TimeSpan.FromMinutes(20), 70) { Rises = [new HeartRise(TimeSpan.FromMinutes(6), 115, TimeSpan.FromMinutes(4))] }, 3).Beats;

    /// <summary>What is drawn is what was judged: the highest rate inside an episode is its peak.</summary>
    [Theory]
    [InlineData(RateChoice.EveryBeat)]
    [InlineData(RateChoice.EverySecond)]
    [InlineData(RateChoice.CentredMean15)]
    [InlineData(RateChoice.MeanOfLast15)]
    public void RateOf_EachChoice_IsTheRateThatEpisodesAreFoundIn(RateChoice choice)
    {
        var options = new ArousalOptions { RateChoice = choice };
        var corrected = ArtefactRules.Correct(Heart, options.Artefacts);

        var course = ArousalRule.RateOf(corrected, choice);

        Assert.Equal(course.RatesBpm.Length + 1, course.EdgesMs.Length);
        Assert.Equal(choice, course.Choice);
        foreach (var episode in ArousalRule.OverWholeRecording(Heart, corrected, options).Episodes)
        {
            var inside = Enumerable.Range(0, course.RatesBpm.Length).Where(i => course.EdgesMs[i] >= episode.Start.TotalMilliseconds - 1 && course.EdgesMs[i + 1] <= episode.End.TotalMilliseconds + 1);
            Assert.Equal(episode.PeakBpm, inside.Max(i => course.RatesBpm[i]), 1e-9);
        }
    }

    [Fact]
    public void Thinned_PartsOfKnownRates_AreWeighedByTime()
    {
        var course = new RateCourse([0, 1_000, 3_000, 4_000], [60, 90, double.NaN], RateChoice.EveryBeat);

        Assert.Equal([75, 90], course.Thinned(2));
        Assert.Equal([80], course.Thinned(1));
        Assert.Equal([60, 90, 90, double.NaN], course.Thinned(4));
    }

    [Fact]
    public void Thinned_NothingRecorded_IsNotKnown() =>
        Assert.All(ArousalRule.RateOf(ArtefactRules.Correct(BeatSeries.Empty, ArtefactRule.Range), RateChoice.EveryBeat).Thinned(3), rate => Assert.True(double.IsNaN(rate)));
}
