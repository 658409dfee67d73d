using Attune.Signals.Arousal;
using Attune.Signals.Arousal.Live;

namespace Attune.Signals.Tests.Arousal;

public sealed class HeardSeriesTests
{
    private const double Tick = 1_000.0 / 1_024;

    [Fact]
    public void Add_EvenlyLate_IsLaidEndToEnd()
    {
        var heard = new HeardSeries();

        var first = heard.Add(5_000, 800);
        var second = heard.Add(5_900, 810);

        Assert.Equal(5_000 - (800 * Tick), heard.StartMs);
        Assert.Equal((0, 800 * Tick, 800 * Tick), (first.GapMs, first.IntervalMs, first.EndMs));
        Assert.Equal(1_610 * Tick, second.EndMs);
        Assert.Equal(2, heard.Beats);
    }

    [Theory]
    [InlineData(3_000, false)]
    [InlineData(3_001, true)]
    [InlineData(60_000, true)]
    public void Add_LaterThanThreeSeconds_LeavesAGap(double lateMs, bool leavesOne)
    {
        var heard = new HeardSeries();
        heard.Add(1_000, 1_024);

        var beat = heard.Add(2_000 + lateMs, 1_024);

        Assert.Equal(leavesOne ? lateMs : 0, beat.GapMs, Tick);
        Assert.Equal(leavesOne ? 3 : 2, heard.ToSeries().Count);
        Assert.Equal(heard.EndMs, heard.ToSeries().Duration.TotalMilliseconds, 1e-3);
    }

    [Fact]
    public void IsBelievable_BeatsAheadOfTheClock_AreNoHeart()
    {
        var heard = new HeardSeries();
        Assert.False(heard.IsBelievable(0, 0));
        Assert.True(heard.IsBelievable(0, 60_000));
        heard.Add(1_000, 1_024);

        Assert.True(heard.IsBelievable(1_000, 10 * 1_024));
        Assert.False(heard.IsBelievable(1_000, (10 * 1_024) + 1));
    }

    [Fact]
    public void Between_PartOfIt_HasItsOwnBeatsAndTheGapsWithin()
    {
        var heard = new HeardSeries();
        for (var i = 1; i <= 10; i++)
            heard.Add((i * 1_000) + (i > 5 ? 20_000 : 0), 1_024);

        var part = heard.Between(2_500, 27_000);

        Assert.Equal([1_000, 1_000, 1_000, 0, 1_000, 1_000], part.IntervalsMs.ToArray());
        Assert.Equal(25_000, part.Duration.TotalMilliseconds, 1e-6);
        Assert.Empty(heard.Between(100_000, 200_000).IntervalsMs.ToArray());
    }

    [Theory]
    [InlineData(double.NaN, 800)]
    [InlineData(double.PositiveInfinity, 800)]
    [InlineData(0, 0)]
    [InlineData(0, 65_536)]
    public void Add_NoMomentOrNoInterval_Throws(double arrival, int ticks) => Assert.Throws<ArgumentOutOfRangeException>(() => new HeardSeries().Add(arrival, ticks));

    /// <summary>The page's state and the command line over the kept beats cannot differ: one machine, one series.</summary>
    [Fact]
    public void Machine_FedWithTheSeries_FindsWhatTheRuleFindsInIt() =>
        Gen.Select(Gen.Int[450, 1_100].Array[200, 900], Gen.Int[0, 40].Array[200, 900]).Sample((ticks, lateness) =>
        {
            var (heard, machine) = (new HeardSeries(), new ArousalMachine(ArousalOptions.Live));
            var clock = 0.0;
            for (var i = 0; i < Math.Min(ticks.Length, lateness.Length); i++)
            {
                // Now and then nothing comes for a while; what comes is late by up to a second.
                clock += (ticks[i] * Tick) + (lateness[i] == 40 ? 9_000 : 0);
                var beat = heard.Add(clock + (25 * lateness[i]), ticks[i]);
                machine.Beat(beat.EndMs, beat.IntervalMs);
            }

            machine.Finish();
            var whole = ArousalRule.OverWholeRecording(heard.ToSeries(), ArousalOptions.Live);
            Assert.Equal(whole.Episodes.AsEnumerable(), machine.Episodes);
        }, iter: 300);
}
