using Attune.Signals.Arousal;
using Attune.Signals.Beats;

namespace Attune.Signals.Tests.Arousal;

public sealed partial class ArousalMachineTests
{
    // Stretches of one rate with a little noise, joined by steps; single bad beats, beats of unknown length and gaps between.
    private static readonly Gen<double[]> Stretch = Gen.OneOf(
        Gen.Select(Gen.OneOf(480, 560, 590, 600, 615, 640, 655, 700, 850), Gen.Int[0, 60], Gen.Int[1, 260], Gen.ULong, Steady),
        Gen.Select(Gen.OneOf(480, 560, 590, 600, 615, 640, 655, 700, 850), Gen.Int[0, 60], Gen.Int[1, 260], Gen.ULong, Steady),
        Gen.Select(Gen.OneOf(480, 560, 590, 600, 615, 640, 655, 700, 850), Gen.Int[0, 60], Gen.Int[1, 260], Gen.ULong, Steady),
        Gen.Double[1, 2_500].Array[1, 4],
        Gen.Int[1, 40].Select(count => Enumerable.Range(0, count).Select(i => i % 3 == 0 ? 250.0 : 600.0).ToArray()),
        Gen.Double[2_000, 9_000].Array[1, 1],
        Gen.Const(new[] { 0.0 }));

    private static readonly Gen<double[]> AnyHeart = Stretch.Array[0, 14].Select(parts => parts.SelectMany(part => part).ToArray());

    private static readonly Gen<ArousalOptions> AnyOptions = Gen.Select(
        Gen.OneOf(100.0, 100, 80, 95.3),
        Gen.OneOf(120, 120, 20),
        Gen.OneOf<RestingBaseline?>(Gen.Const((RestingBaseline?)null), Gen.Select(Gen.Double[60, 99], Gen.Double[0, 12], (median, deviation) =>
            (RestingBaseline?)new RestingBaseline(median, deviation, TimeSpan.FromMinutes(5)))),
        (threshold, seconds, baseline) => ArousalOptions.Live with
        {
            ThresholdBpm = threshold,
            MinimumDuration = TimeSpan.FromSeconds(seconds),
            Baseline = baseline,
        });

    [Fact]
    public void Beats_AnyBundles_GiveTheEpisodesOfTheWholeRecording() =>
        Gen.Select(AnyHeart, AnyOptions, Gen.Int[1, 9].Array[1, 20]).Sample(
            (heart, options, bundles) =>
            {
                var whole = ArousalRule.OverWholeRecording(BeatSeries.FromIntervals(heart), options);

                // The start of a bundle's first beat is its arrival less the bundle: off by a last bit, which only the mean can show.
                Assert.Equal(whole.Episodes.Select(Rounded), Fed(heart, options, bundles).Machine.Episodes.Select(Rounded));
                Assert.Equal(whole.Episodes, Fed(heart, options, [1]).Machine.Episodes);
            },
            iter: 1_000);

    private static ArousalEpisode Rounded(ArousalEpisode episode) => episode with { MeanBpm = Math.Round(episode.MeanBpm, 6) };

    [Fact]
    public void Beats_AnyBundles_ShowTheStatesOfTheDefinitions() =>
        Gen.Select(AnyHeart, AnyOptions, Gen.Int[1, 9].Array[1, 20]).Sample(
            (heart, options, bundles) =>
            {
                var slow = SlowArousal.Changes(heart, options);

                AssertSame(slow, Fed(heart, options, bundles).Changes);
                AssertSame(slow, Fed(heart, options, [1]).Changes);
            },
            iter: 500);

    [Fact]
    public void Beats_HeartsOfTheseTests_ReachEveryStateEveryDoubtAndARecovery()
    {
        // The properties above say nothing about what their hearts never do.
        var (states, doubts, recovered, open) = (new HashSet<(ArousalState, ArousalState)>(), new HashSet<ArousalDoubt>(), 0, 0);
        Gen.Select(AnyHeart, AnyOptions).Sample(
            (heart, options) =>
            {
                var (machine, changes) = Fed(heart, options, [1]);
                foreach (var change in changes)
                {
                    states.Add((change.Before, change.State));
                    doubts.Add(change.Doubt);
                }

                recovered += machine.Episodes.Count(episode => episode.RecoveredAfter is not null);
                open += machine.Episodes.Count(episode => episode.RecoveredAfter is null);
            },
            iter: 1_000,
            threads: 1);

        Assert.Superset(
            new HashSet<(ArousalState, ArousalState)>
            {
                (ArousalState.Unknown, ArousalState.Calm), (ArousalState.Calm, ArousalState.Rising), (ArousalState.Rising, ArousalState.Calm),
                (ArousalState.Rising, ArousalState.Aroused), (ArousalState.Aroused, ArousalState.Recovering),
                (ArousalState.Recovering, ArousalState.Calm), (ArousalState.Recovering, ArousalState.Aroused),
                (ArousalState.Aroused, ArousalState.Unknown),
            },
            states);
        Assert.Equal(Enum.GetValues<ArousalDoubt>().Order(), doubts.Order());
        Assert.True(recovered > 20 && open > 20, $"{recovered} episodes recovered from, {open} not");
    }

    [Fact]
    public void Beats_GapToldAsSilence_GivesTheSameAsOneLongInterval() =>
        Gen.Select(AnyHeart, AnyHeart, Gen.Double[5_001, 90_000], AnyOptions).Sample(
            (before, after, gap, options) =>
            {
                double[] whole = [.. before, gap, .. after];
                var machine = new ArousalMachine(options);
                var changes = new List<ArousalChange>();
                var now = 0.0;
                foreach (var ms in before)
                    changes.AddRange(machine.Beat(now += ms, ms));
                if (before.Length == 0)
                    return;
                changes.AddRange(machine.Silence(now + (gap / 2)));
                changes.AddRange(machine.Silence(now += gap));
                foreach (var ms in after)
                    changes.AddRange(machine.Beat(now += ms, ms));
                changes.AddRange(machine.Finish());

                var expected = Fed(whole, options, [1]).Changes;
                Assert.Equal(
                    expected.Select(change => (change.State, change.Before)).Where(pair => pair.State != pair.Before),
                    changes.Select(change => (change.State, change.Before)).Where(pair => pair.State != pair.Before));
                Assert.Equal(
                    ArousalRule.OverWholeRecording(BeatSeries.FromIntervals(whole), options).Episodes.Select(episode => episode.Duration.TotalMilliseconds),
                    machine.Episodes.Select(episode => episode.Duration.TotalMilliseconds),
                    (one, other) => Math.Abs(one - other) < 0.01);
            },
            iter: 300);

    private static (ArousalMachine Machine, List<ArousalChange> Changes) Fed(double[] heart, ArousalOptions options, int[] bundles)
    {
        var machine = new ArousalMachine(options);
        var changes = new List<ArousalChange>();
        var ends = BeatSeries.FromIntervals(heart).EndsMs;
        var turn = 0;
        for (var i = 0; i < heart.Length;)
        {
            var count = Math.Min(bundles[turn++ % bundles.Length], heart.Length - i);
            changes.AddRange(machine.Beats(ends[i + count - 1], heart.AsSpan(i, count)));
            i += count;
        }

        changes.AddRange(machine.Finish());
        return (machine, changes);
    }

    private static void AssertSame(List<ArousalChange> expected, List<ArousalChange> actual)
    {
        Assert.Equal(expected.Select(Key), actual.Select(Key));
        Assert.All(expected.Zip(actual), pair =>
            Assert.True(Math.Abs(pair.First.RateBpm - pair.Second.RateBpm) < 1e-6 || double.IsNaN(pair.First.RateBpm) == double.IsNaN(pair.Second.RateBpm)));

        static (TimeSpan, ArousalState, ArousalDoubt, ArousalState) Key(ArousalChange change) =>
            (change.At, change.State, change.Doubt, change.Before);
    }

    private static double[] Steady(int ms, int noise, int count, ulong seed)
    {
        var beats = new double[count];
        for (var i = 0; i < count; i++)
            beats[i] = ms + (noise * (Attune.Signals.Simulation.SplitMix64.UnitAt(seed, (ulong)i) - 0.5));
        return beats;
    }
}
