using Attune.Signals.Arousal;
using Attune.Signals.Artefacts;
using Attune.Signals.Beats;

namespace Attune.Signals.Tests.Arousal;

public sealed partial class ArousalRuleTests
{
    private static readonly RateChoice[] Choices = Enum.GetValues<RateChoice>();

    public static TheoryData<RateChoice> EveryChoice => [.. Choices];

    [Theory]
    [MemberData(nameof(EveryChoice))]
    public void OverWholeRecording_ExactlyOneHundred_NeverCounts(RateChoice choice) =>
        Assert.Empty(Find(choice, Beats(600, 1_000)).Episodes);

    [Theory]
    [MemberData(nameof(EveryChoice))]
    public void OverWholeRecording_ExactlyTwoMinutes_NeverCounts(RateChoice choice)
    {
        // 240 beats of 500 ms = 120.0 s at 120 bpm, with nothing before or after.
        Assert.Empty(Find(choice, Beats(500, 240)).Episodes);
        Assert.Single(Find(choice, Beats(500, 242)).Episodes);
    }

    [Fact]
    public void OverWholeRecording_EveryBeat_OneTenthOfASecondMoreCounts()
    {
        // 238 x 500 + 2 x 550 = 120,100 ms, all above 100 bpm.
        var finding = Find(RateChoice.EveryBeat, Beats(800, 100), Beats(500, 238), Beats(550, 2), Beats(800, 100));

        var episode = Assert.Single(finding.Episodes);
        Assert.Equal(TimeSpan.FromSeconds(80), episode.Start);
        Assert.Equal(TimeSpan.FromSeconds(200.1), episode.End);
        Assert.Equal(120, episode.PeakBpm, 1e-9);
        Assert.Equal(240 / 120.1 * 60, episode.MeanBpm, 1e-9);
    }

    [Fact]
    public void OverWholeRecording_EveryBeat_OneCalmBeatEndsTheEpisode() =>
        Assert.Empty(Find(RateChoice.EveryBeat, Beats(500, 200), Beats(600, 1), Beats(500, 200)).Episodes);

    [Fact]
    public void OverWholeRecording_DipsBridged_FiveSecondsAreBridgedAndSixAreNot()
    {
        Assert.Single(Find(RateChoice.DipsBridged5, Beats(500, 160), Beats(1_000, 5), Beats(500, 160)).Episodes);
        Assert.Empty(Find(RateChoice.DipsBridged5, Beats(500, 160), Beats(1_000, 6), Beats(500, 160)).Episodes);
        Assert.Empty(Find(RateChoice.EverySecond, Beats(500, 160), Beats(1_000, 5), Beats(500, 160)).Episodes);
    }

    [Fact]
    public void OverWholeRecording_DipAtTheEnd_IsNotPartOfTheEpisode()
    {
        var episode = Assert.Single(Find(RateChoice.DipsBridged5, Beats(500, 300), Beats(1_000, 3)).Episodes);
        Assert.Equal(TimeSpan.FromSeconds(150), episode.End);
    }

    [Fact]
    public void OverWholeRecording_LongGap_EndsTheEpisodeAndLowersCoverage()
    {
        var finding = Find(RateChoice.CentredMean15, Beats(500, 200), [60_000.0], Beats(500, 200));

        Assert.Empty(finding.Episodes);
        Assert.Equal(200.0 / 260, finding.Coverage, 1e-12);
        Assert.Equal(ArousalStanding.TooFewBelievableBeats, finding.Standing);
    }

    [Fact]
    public void OverWholeRecording_ShortGap_IsFilledByTheRuleAndGoesOn()
    {
        var beats = Series(Beats(500, 150), [4_000.0], Beats(500, 150));

        Assert.Single(ArousalRule.OverWholeRecording(beats, new()).Episodes);
        Assert.Empty(ArousalRule.OverWholeRecording(beats, new() { Artefacts = ArtefactRule.None, RateChoice = RateChoice.EverySecond }).Episodes);
    }

    [Theory]
    [InlineData(RateChoice.EveryBeat)]
    [InlineData(RateChoice.EverySecond)]
    [InlineData(RateChoice.CentredMean15)]
    public void OverWholeRecording_BeatOfUnknownLength_EndsTheEpisode(RateChoice choice) =>
        Assert.Empty(Find(choice, Beats(500, 200), [0.0], Beats(500, 200)).Episodes);

    [Fact]
    public void OverWholeRecording_DipsBridged_BeatOfUnknownLengthIsBridgedLikeADip() =>
        Assert.Single(Find(RateChoice.DipsBridged5, Beats(500, 200), [0.0], Beats(500, 200)).Episodes);

    [Fact]
    public void OverWholeRecording_DipsBridged_LongGapIsNotBridged() =>
        Assert.Empty(Find(RateChoice.DipsBridged5, Beats(500, 200), [6_000.0], Beats(500, 200)).Episodes);

    [Fact]
    public void OverWholeRecording_SingleCalmBeat_KarlssonTakesItForAnArtefact()
    {
        // Why the rule is stored with the result: the same beats hold an episode by one rule and none by the other.
        var beats = Series(Beats(500, 200), Beats(600, 1), Beats(500, 200));

        Assert.Single(ArousalRule.OverWholeRecording(beats, new() { RateChoice = RateChoice.EveryBeat }).Episodes);
        Assert.Empty(Find(RateChoice.EveryBeat, Beats(500, 200), Beats(600, 1), Beats(500, 200)).Episodes);
    }

    [Fact]
    public void OverWholeRecording_HardlyABeatToBelieve_IsNotCalm()
    {
        var finding = ArousalRule.OverWholeRecording(Series(Beats(150, 4_000)), new());

        Assert.Empty(finding.Episodes);
        Assert.Equal(0, finding.Coverage);
        Assert.Equal(1, finding.ArtefactShare);
        Assert.False(finding.IsJudgeable);
    }

    [Fact]
    public void OverWholeRecording_CoverageAtTheFloor_IsJudgeable()
    {
        var finding = ArousalRule.OverWholeRecording(Series(Beats(800, 1_000), [200_000.0]), new());

        Assert.Equal(ArousalFinding.CoverageFloor, finding.Coverage);
        Assert.True(finding.IsJudgeable);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void OverWholeRecording_FewBeats_EveryChoiceSaysTooShortOrTooFew(int count)
    {
        foreach (var choice in Choices)
        {
            var finding = ArousalRule.OverWholeRecording(Series(Beats(500, count)), new() { RateChoice = choice });
            Assert.Empty(finding.Episodes);
            Assert.False(finding.IsJudgeable);
            Assert.Equal(count == 0 ? 0 : 1, finding.Coverage);
            Assert.Equal(count == 0 ? ArousalStanding.TooFewBelievableBeats : ArousalStanding.RecordingTooShort, finding.Standing);
        }
    }

    [Fact]
    public void OverWholeRecording_Always_NamesItsRules()
    {
        var finding = ArousalRule.OverWholeRecording(
            Series(Beats(700, 400)),
            new() { ThresholdBpm = 80, MinimumDuration = TimeSpan.FromSeconds(30), RateChoice = RateChoice.EverySecond, Artefacts = ArtefactRule.Range });

        Assert.Equal((80, RateChoice.EverySecond, ArtefactRule.Range), (finding.ThresholdBpm, finding.RateChoice, finding.ArtefactRule));
        Assert.Equal((ArousalRule.Algorithm, ArousalRule.Version), (finding.Algorithm, finding.Version));
        Assert.Equal(TimeSpan.FromSeconds(30), finding.MinimumDuration);
        Assert.Single(finding.Episodes);
    }

    [Fact]
    public void OverWholeRecording_BeatsCorrectedBefore_GivesTheSameAsCorrectingThem()
    {
        var beats = Series(Beats(700, 100), [1_400], Beats(520, 300), [9_000], Beats(700, 100));
        foreach (var options in new[] { ArousalOptions.Recorded, ArousalOptions.Live })
        {
            var given = ArousalRule.OverWholeRecording(beats, ArtefactRules.Correct(beats, options.Artefacts), options);
            var whole = ArousalRule.OverWholeRecording(beats, options);

            Assert.Single(whole.Episodes);
            Assert.Equal(whole.Episodes, given.Episodes);
            Assert.Equal((whole.Coverage, whole.ArtefactShare, whole.Standing), (given.Coverage, given.ArtefactShare, given.Standing));
        }

        Assert.Throws<ArgumentException>(() =>
            ArousalRule.OverWholeRecording(Series(Beats(700, 99)), ArtefactRules.Correct(beats, ArtefactRule.LipponenTarvainen), ArousalOptions.Recorded));
        Assert.Throws<ArgumentException>(() =>
            ArousalRule.OverWholeRecording(beats, ArtefactRules.Correct(beats, ArtefactRule.Range), ArousalOptions.Recorded));
    }

    [Fact]
    public void OverWholeRecording_LivePair_NamesItsRulesAndPassesShortGapsOver()
    {
        var live = ArousalRule.OverWholeRecording(Series(Beats(500, 150), [4_000.0], Beats(500, 150)), ArousalOptions.Live);
        var broken = ArousalRule.OverWholeRecording(Series(Beats(500, 150), [5_100.0], Beats(500, 150)), ArousalOptions.Live);

        Assert.Single(live.Episodes);
        Assert.Empty(broken.Episodes);
        Assert.Equal((RateChoice.MeanOfLast15, ArtefactRule.RangeThenKarlssonLive), (live.RateChoice, live.ArtefactRule));
    }

    [Theory]
    [InlineData(RateChoice.EverySecond)]
    [InlineData(RateChoice.MeanOfLast15)]
    public void OverWholeRecording_RecoveredAfter_CountsFromTheEndAndIncludesItsMinute(RateChoice choice)
    {
        var options = new ArousalOptions { RateChoice = choice, Artefacts = ArtefactRule.None };
        var heart = new[] { Beats(500, 260), Beats(1_000, 90) };

        var recovered = Assert.Single(ArousalRule.OverWholeRecording(Series(heart), options).Episodes);
        // Steps of a second; the mean takes 5 s from 100 to 95 and less.
        Assert.InRange(recovered.RecoveredAfter!.Value.TotalSeconds, 60, choice is RateChoice.EverySecond ? 60 : 63);
        Assert.Null(Assert.Single(ArousalRule.OverWholeRecording(Series(Beats(500, 260), Beats(1_000, 55)), options).Episodes).RecoveredAfter);
        Assert.Null(Assert.Single(ArousalRule.OverWholeRecording(Series(Beats(500, 260), Beats(1_000, 30), [0.0], Beats(1_000, 45)), options).Episodes).RecoveredAfter);
    }

    [Fact]
    public void OverWholeRecording_OptionsThatAreNone_Throw()
    {
        var beats = Series(Beats(700, 400));

        foreach (var threshold in new[] { 0, -1, double.NaN, double.PositiveInfinity })
            Assert.Throws<ArgumentOutOfRangeException>(() => ArousalRule.OverWholeRecording(beats, new() { ThresholdBpm = threshold }));
        Assert.Throws<ArgumentOutOfRangeException>(() => ArousalRule.OverWholeRecording(beats, new() { MinimumDuration = TimeSpan.FromTicks(-1) }));
        Assert.Throws<ArgumentOutOfRangeException>(() => ArousalRule.OverWholeRecording(beats, new() { RateChoice = (RateChoice)9 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => ArousalRule.OverWholeRecording(beats, new() { Artefacts = (ArtefactRule)9 }));
    }

    // On raw beats: these hearts jump between rates in one beat, which Karlsson's rule rightly doubts.
    private static ArousalFinding Find(RateChoice choice, params double[][] parts) =>
        ArousalRule.OverWholeRecording(Series(parts), new() { RateChoice = choice, Artefacts = ArtefactRule.None });

    private static BeatSeries Series(params double[][] parts) => BeatSeries.FromIntervals(parts.SelectMany(part => part).ToArray());

    private static double[] Beats(double ms, int count) => Enumerable.Repeat(ms, count).ToArray();
}
