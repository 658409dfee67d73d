using System.Globalization;
using Attune.Signals.Arousal;
using Attune.Signals.Artefacts;
using Attune.Signals.Simulation;

namespace Attune.Signals.Tests.Arousal;

public sealed partial class ArousalMachineTests
{
    [Fact]
    public void Beats_ExactlyOneHundred_IsNeverAroused()
    {
        var (machine, changes) = Live(Beats(600, 2_000));

        Assert.Empty(machine.Episodes);
        // Ninety or more for half a minute is rising, and stays so.
        Assert.Equal([ArousalState.Rising], changes.Select(change => change.State));
        Assert.Equal(TimeSpan.FromSeconds(30), changes[0].At);
    }

    [Fact]
    public void Beats_ExactlyTwoMinutes_IsNotAroused()
    {
        Assert.Empty(Live(Beats(500, 240)).Machine.Episodes);

        var (machine, changes) = Live([.. Beats(500, 239), 600.1]);
        Assert.Equal(TimeSpan.FromMilliseconds(120_100.1), Assert.Single(machine.Episodes).End);
        Assert.Equal((ArousalState.Aroused, TimeSpan.FromMilliseconds(120_100.1)), (changes[^1].State, changes[^1].At));
    }

    [Fact]
    public void Beats_AthletesThreshold_CountsFromEighty()
    {
        var athlete = ArousalOptions.Live with { ThresholdBpm = 80 };

        Assert.Empty(Live(Beats(750, 400), athlete).Machine.Episodes);
        Assert.Single(Live(Beats(749, 400), athlete).Machine.Episodes);
        Assert.Empty(Live(Beats(749, 400)).Machine.Episodes);
    }

    [Fact]
    public void Beats_RiseAndFall_GoesThroughTheStatesInOrder()
    {
        var (machine, changes) = Live([.. Beats(800, 100), .. Beats(700, 10), .. Beats(550, 300), .. Beats(620, 60), .. Beats(660, 150), .. Beats(800, 200)]);

        Assert.Equal(
            [ArousalState.Calm, ArousalState.Rising, ArousalState.Aroused, ArousalState.Recovering, ArousalState.Calm],
            changes.Select(change => change.State));
        // The mean of 15 s lags the beats: 600 ms is passed when 10 s of it are beats of 550, and below again after 10.
        var episode = Assert.Single(machine.Episodes);
        Assert.InRange(episode.Start.TotalSeconds, 90, 100);
        Assert.Equal(episode.Start + TimeSpan.FromSeconds(120), changes[2].At, Within(1));
        Assert.Equal(episode.End + TimeSpan.FromSeconds(30), changes[3].At, Within(1));
        Assert.Equal(episode.End + episode.RecoveredAfter, changes[4].At);
        Assert.True(episode.RecoveredAfter > TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void Beats_RateAtTheThresholdAgainAndAgain_CounterBeginsAnewAndTheStateStays()
    {
        // Aroused, then ten seconds down and ten up, over and over: the article's counter never reaches two minutes again.
        double[] waves = [.. Enumerable.Range(0, 30).SelectMany(_ => Beats(640, 28).Concat(Beats(570, 30)))];
        var (machine, changes) = Live([.. Beats(800, 60), .. Beats(700, 4), .. Beats(560, 300), .. waves]);

        Assert.Single(machine.Episodes);
        Assert.Equal([ArousalState.Calm, ArousalState.Rising, ArousalState.Aroused], changes.Select(change => change.State));
    }

    [Fact]
    public void Beats_LingerBetweenNinetyAndNinetyFiveAfterRecovery_AreNotCalledRisingAgain()
    {
        var recovered = new[] { Beats(800, 40), Beats(680, 4), Beats(550, 300), Beats(650, 300) }.SelectMany(part => part).ToArray();

        Assert.Equal(ArousalState.Calm, Live(recovered).Machine.State);
        Assert.Equal(ArousalState.Rising, Live([.. recovered, .. Beats(620, 90)]).Machine.State);
        Assert.Equal(ArousalState.Rising, Live([.. recovered, .. Beats(720, 60), .. Beats(650, 90)]).Machine.State);
    }

    [Fact]
    public void Beats_HalfOfThemUnbelievable_IsUnknownUntilTheyAreGood()
    {
        double[] bad = [.. Enumerable.Range(0, 80).SelectMany(_ => new[] { 700.0, 700, 250, 250, 200 })];
        var (machine, changes) = Live([.. Beats(800, 100), .. bad, .. Beats(800, 200)]);

        Assert.Equal([ArousalState.Calm, ArousalState.Unknown, ArousalState.Calm], changes.Select(change => change.State));
        Assert.Equal(ArousalDoubt.TooFewBelievableBeats, changes[1].Doubt);
        Assert.Equal(ArousalDoubt.None, machine.Doubt);
    }

    [Theory]
    [InlineData(4_900, 1, ArousalState.Aroused)]
    [InlineData(5_100, 2, ArousalState.Unknown)]
    public void Beats_GapAboveFiveSeconds_BeginsEverythingAnew(double gap, int episodes, ArousalState after)
    {
        var machine = new ArousalMachine(ArousalOptions.Live);
        var now = Feed(machine, 0, Beats(500, 300));

        now = Feed(machine, now + gap, Beats(500, 2));

        Assert.Equal(after, machine.State);
        Assert.Equal(after is ArousalState.Unknown, machine.Doubt is not ArousalDoubt.None);
        Feed(machine, now, Beats(500, 300));
        machine.Finish();
        Assert.Equal(episodes, machine.Episodes.Count);
    }

    [Fact]
    public void Silence_UpToFiveSeconds_SaysNothing()
    {
        var machine = new ArousalMachine(ArousalOptions.Live);
        Assert.True(machine.Silence(60_000).IsEmpty);
        var now = Feed(machine, 0, Beats(500, 300));

        Assert.True(machine.Silence(now + 5_000).IsEmpty);
        Assert.Equal(ArousalState.Aroused, machine.State);
        var change = Assert.Single(machine.Silence(now + 5_001).ToArray());
        Assert.Equal((ArousalState.Unknown, ArousalDoubt.Gap), (change.State, change.Doubt));
        Assert.True(double.IsNaN(machine.RateBpm));
        Assert.Null(Assert.Single(machine.Episodes).RecoveredAfter);
        Assert.True(machine.Silence(now + 9_000).IsEmpty);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(1.01)]
    [InlineData(0.99)]
    public void Beats_ArriveUnevenlyAndTheCrystalIsOff_EpisodeLastsAsLongAsItDid(double drift)
    {
        // A message a second or so, each up to .9 s late, over 50 minutes: 1% of drift makes half a minute.
        var heart = SimulatedHeart.Record(Session, 7).Beats;
        var truth = Assert.Single(ArousalRule.OverWholeRecording(heart, ArousalOptions.Live).Episodes);
        var machine = new ArousalMachine(ArousalOptions.Live);
        for (var i = 0; i < heart.Count; i++)
            machine.Beat((heart.EndsMs[i] * drift) + (900 * SplitMix64.UnitAt(3, (ulong)(i / 2))), heart.IntervalsMs[i]);
        machine.Finish();

        var episode = Assert.Single(machine.Episodes);
        Assert.Equal(truth.Start.TotalSeconds * drift, episode.Start.TotalSeconds, 2.0);
        Assert.Equal(truth.Duration.TotalSeconds * drift, episode.Duration.TotalSeconds, 2.0);
    }

    [Fact]
    public void Beats_SimulatedSession_AgreesWithTheSecondImplementation()
    {
        // Expected: Reference/live_arousal.py.
        var rows = ReferenceData.Own("live_arousal.csv");
        Assert.Equal(5, rows.Count);
        foreach (var cells in rows.Select(row => row.Split(',')))
        {
            var heart = SimulatedHeart.Record(Session, ulong.Parse(cells[0], CultureInfo.InvariantCulture)).Beats;
            var episode = Assert.Single(Live(heart.IntervalsMs.ToArray()).Machine.Episodes);

            Assert.Equal(Number(cells[1]), episode.Start.TotalMilliseconds);
            Assert.Equal(Number(cells[2]), episode.End.TotalMilliseconds);
            Assert.Equal(Number(cells[3]), episode.PeakBpm, 1e-8);
            Assert.Equal(Number(cells[4]), episode.MeanBpm, 1e-8);
            Assert.Equal(Number(cells[5]), episode.RecoveredAfter!.Value.TotalMilliseconds);
        }
    }

    [Fact]
    public void Beat_SteadyState_AllocatesNothing()
    {
        var machine = new ArousalMachine(ArousalOptions.Live);
        var heart = SimulatedHeart.Record(new(TimeSpan.FromMinutes(60), 97), 4).Beats;
        var now = Feed(machine, 0, heart.IntervalsMs);

        var before = GC.GetAllocatedBytesForCurrentThread();
        now = Feed(machine, now, heart.IntervalsMs);
        machine.Silence(now + 20_000);
        Feed(machine, now + 20_000, heart.IntervalsMs);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Empty(machine.Episodes);
    }

    [Fact]
    public void Beat_HostileFeed_KeepsItsBounds()
    {
        // All at once, or all late: the ring of a minute must not overflow.
        var machine = new ArousalMachine(ArousalOptions.Live);
        for (var i = 0; i < 5_000; i++)
            machine.Beat(0, 300);
        Assert.Equal(200, machine.RateBpm, 1e-9);
        Assert.Equal(ArousalState.Aroused, machine.State);
        for (var i = 0; i < 100; i++)
            machine.Beat(1e9 + (i * 7_000_000.0), 800);
        Assert.Equal(ArousalState.Unknown, machine.State);
    }

    [Fact]
    public void Constructor_RulesThatLookAhead_Throw()
    {
        Assert.Throws<ArgumentException>(() => new ArousalMachine(ArousalOptions.Recorded));
        Assert.Throws<ArgumentException>(() => new ArousalMachine(ArousalOptions.Live with { Artefacts = ArtefactRule.None }));
        Assert.Throws<ArgumentException>(() => new ArousalMachine(ArousalOptions.Live with { RateChoice = RateChoice.EverySecond }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ArousalMachine(ArousalOptions.Live with { ThresholdBpm = double.NaN }));
    }

    [Fact]
    public void Beat_TimesThatAreNone_Throw()
    {
        foreach (var none in new[] { double.NaN, -1, double.PositiveInfinity, 3e9 })
        {
            var machine = new ArousalMachine(ArousalOptions.Live);
            Assert.Throws<ArgumentOutOfRangeException>(() => { machine.Beat(none, 800); });
            Assert.Throws<ArgumentOutOfRangeException>(() => { machine.Beat(800, none); });
            Assert.Throws<ArgumentOutOfRangeException>(() => { machine.Silence(none); });
        }
    }

    private static readonly HeartCourse Session = new(TimeSpan.FromMinutes(50), 74)
    {
        Rises = [new(TimeSpan.FromMinutes(12), 112, TimeSpan.FromMinutes(5)), new(TimeSpan.FromMinutes(34), 94, TimeSpan.FromMinutes(4))],
    };

    private static (ArousalMachine Machine, List<ArousalChange> Changes) Live(double[] heart, ArousalOptions? options = null) =>
        Fed(heart, options ?? ArousalOptions.Live, [1]);

    private static double Feed(ArousalMachine machine, double now, ReadOnlySpan<double> heart)
    {
        foreach (var ms in heart)
            machine.Beat(now += ms, ms);
        return now;
    }

    private static Func<TimeSpan, TimeSpan, bool> Within(double seconds) => (one, other) => (one - other).Duration().TotalSeconds <= seconds;

    private static double[] Beats(double ms, int count) => Enumerable.Repeat(ms, count).ToArray();

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
