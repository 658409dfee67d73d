using Attune.Signals.Arousal;
using Attune.Signals.Artefacts;

namespace Attune.Signals.Tests.Arousal;

public sealed partial class ArousalRuleTests
{
    // Whole seconds at one rate each: intervals that divide a second or two, calm ones and fast ones.
    private static readonly Gen<double[]> Hearts =
        Gen.Select(Gen.OneOf(400.0, 500.0, 1_000.0), Gen.Int[1, 200], (ms, seconds) => Beats(ms, (int)(2 * seconds * 1_000 / ms)))
            .Array[0, 8]
            .Select(parts => parts.SelectMany(part => part).ToArray());

    private static readonly Gen<RateChoice> AnyChoice = Gen.Enum<RateChoice>();

    [Fact]
    public void OverWholeRecording_LaterStart_MovesEpisodesAndKeepsTheirLength() =>
        Gen.Select(Hearts, AnyChoice, Gen.Int[1, 500]).Sample((heart, choice, seconds) =>
        {
            // Half a minute of calm first, so that the mean over 15 s meets no end of the recording.
            var calm = Beats(1_000, 30);
            var early = Find(choice, calm, heart).Episodes;
            var late = Find(choice, Beats(1_000, seconds), calm, heart).Episodes;

            Assert.Equal(early.Select(episode => episode.Start + TimeSpan.FromSeconds(seconds)), late.Select(episode => episode.Start));
            Assert.Equal(early.Select(episode => episode.Duration), late.Select(episode => episode.Duration));
        });

    [Fact]
    public void OverWholeRecording_TwiceAsSlow_EveryBeatScalesWithIt() =>
        Hearts.Sample(heart =>
        {
            var plain = ArousalRule.OverWholeRecording(
                Series(heart), new() { RateChoice = RateChoice.EveryBeat, Artefacts = ArtefactRule.None });
            var slow = ArousalRule.OverWholeRecording(
                Series(heart.Select(ms => 2 * ms).ToArray()),
                new()
                {
                    RateChoice = RateChoice.EveryBeat,
                    Artefacts = ArtefactRule.None,
                    ThresholdBpm = 50,
                    MinimumDuration = TimeSpan.FromSeconds(240),
                });

            Assert.Equal(plain.Episodes.Select(episode => 2 * episode.Start), slow.Episodes.Select(episode => episode.Start));
            Assert.Equal(plain.Episodes.Select(episode => 2 * episode.Duration), slow.Episodes.Select(episode => episode.Duration));
            Assert.Equal(plain.Episodes.Select(episode => episode.PeakBpm / 2), slow.Episodes.Select(episode => episode.PeakBpm));
        });

    [Fact]
    public void OverWholeRecording_SplitInACalmStretch_FindsTheSameInBothParts() =>
        Gen.Select(Hearts, Hearts, AnyChoice).Sample((first, second, choice) =>
        {
            var calm = Beats(1_000, 15);
            var whole = Find(choice, first, calm, calm, second);
            var left = Find(choice, first, calm);
            var right = Find(choice, calm, second);

            Assert.Equal(
                left.Episodes.Select(episode => episode.Span.Duration).Concat(right.Episodes.Select(episode => episode.Duration)),
                whole.Episodes.Select(episode => episode.Duration));
            Assert.Equal(left.Recorded + right.Recorded, whole.Recorded);
        });

    [Fact]
    public void OverWholeRecording_AllAtExactlyOneHundred_NeverCountsWhateverTheLength() =>
        Gen.Select(Gen.Int[0, 5_000], AnyChoice, Gen.Enum<ArtefactRule>()).Sample((count, choice, rule) =>
            Assert.Empty(ArousalRule.OverWholeRecording(Series(Beats(600, count)), new() { RateChoice = choice, Artefacts = rule }).Episodes));

    [Fact]
    public void OverWholeRecording_AnyBeats_KeepsItsPromises() =>
        Gen.Select(Gen.OneOf<double>(Gen.Double[300, 900], Gen.Double[0, 7_000]).Array[0, 1_500], AnyChoice, Gen.Enum<ArtefactRule>())
            .Sample((heart, choice, rule) =>
            {
                var options = new ArousalOptions { RateChoice = choice, Artefacts = rule, MinimumDuration = TimeSpan.FromSeconds(3) };
                var finding = ArousalRule.OverWholeRecording(Series(heart), options);

                Assert.InRange(finding.Coverage, 0, 1);
                Assert.InRange(finding.ArtefactShare, 0, 1);
                Assert.True(finding.Covered <= finding.Recorded + TimeSpan.FromTicks(1));
                var before = TimeSpan.Zero;
                foreach (var episode in finding.Episodes)
                {
                    Assert.InRange(episode.Start, before, episode.End);
                    Assert.InRange(episode.End, episode.Start, finding.Recorded);
                    Assert.True(episode.Duration > options.MinimumDuration);
                    Assert.True(episode.PeakBpm > options.ThresholdBpm, "peak");
                    Assert.True(episode.MeanBpm <= episode.PeakBpm + 1e-9, "mean");
                    before = episode.End;
                }
            });

    [Fact]
    public void OverWholeRecording_LongerMinimum_FindsASubset() =>
        Gen.Select(Hearts, AnyChoice).Sample((heart, choice) =>
        {
            var all = Find(choice, heart).Episodes;
            var longer = ArousalRule.OverWholeRecording(
                Series(heart), new() { RateChoice = choice, Artefacts = ArtefactRule.None, MinimumDuration = TimeSpan.FromSeconds(200) });

            // A shorter episode that came before the recovery does not count any more, so what was not recovered from may be now.
            var kept = all.Where(episode => episode.Duration > TimeSpan.FromSeconds(200)).ToList();
            Assert.Equal(kept.Select(episode => episode with { RecoveredAfter = null }), longer.Episodes.Select(episode => episode with { RecoveredAfter = null }));
            Assert.All(kept.Zip(longer.Episodes), pair => Assert.True(pair.First.RecoveredAfter is null || pair.First == pair.Second));
        });
}
