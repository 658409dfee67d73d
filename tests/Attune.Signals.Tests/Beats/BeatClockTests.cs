using Attune.Signals.Beats;

namespace Attune.Signals.Tests.Beats;

public sealed class BeatClockTests
{
    private static readonly Gen<double[]> Intervals = Gen.Double[400, 1_500].Array[1, 200];

    [Fact]
    public void ByEnds_GapsAnywhere_AreFoundWithTheirLength() =>
        Gen.Select(Gen.Double[400, 1_500], Gen.OneOf(Gen.Const(0.0), Gen.Double[100, 90_000])).Array[1, 200].Sample(beats =>
        {
            var (ends, clock) = (new double[beats.Length], 5_000.0);
            for (var i = 0; i < beats.Length; i++)
                ends[i] = clock += beats[i].Item1 + (i == 0 ? 0 : beats[i].Item2);

            var anchored = BeatClock.ByEnds(beats.Select(beat => beat.Item1).ToArray(), ends, toleranceMs: 20);

            Assert.Equal(beats.Skip(1).Count(beat => beat.Item2 > 0), Enumerable.Range(0, anchored.Beats.Count).Count(anchored.Beats.IsGap));
            Assert.Equal(beats.Length, anchored.Beats.CountBeats());
            Assert.Equal(ends[^1] - ends[0] + beats[0].Item1, anchored.Beats.EndsMs[^1], 1e-3);
            Assert.Equal(0, anchored.DriftMs, 1e-3);
        });

    [Fact]
    public void ByEnds_AnyTimes_NeverRunBack() => Gen.Select(Intervals, Gen.Double[0, 100_000].Array[200]).Sample((intervals, times) =>
        AssertSound(intervals, BeatClock.ByEnds(intervals, times.AsSpan(0, intervals.Length), toleranceMs: 20)));

    [Fact]
    public void ByArrivals_AnyTimes_NeverRunBack() => Gen.Select(Intervals, Gen.Double[0, 100_000].Array[200]).Sample((intervals, times) =>
        AssertSound(intervals, BeatClock.ByArrivals(intervals, times.AsSpan(0, intervals.Length))));

    [Fact]
    public void ByEnds_Origin_MakesTheTimeBeforeTheFirstBeatAGap()
    {
        var anchored = BeatClock.ByEnds([800, 810], [5_000, 5_810], toleranceMs: 20, originMs: 0);

        Assert.Equal([0, 800, 810], anchored.Beats.IntervalsMs.ToArray());
        Assert.Equal([4_200, 5_000, 5_810], anchored.Beats.EndsMs.ToArray());
    }

    [Fact]
    public void ByEnds_OverlappingBeats_KeepTheirLengthAndAreCounted()
    {
        var anchored = BeatClock.ByEnds([800, 800, 800], [800, 1_300, 2_400], toleranceMs: 20);

        Assert.Equal([800, 1_600, 2_400], anchored.Beats.EndsMs.ToArray());
        Assert.Equal(1, anchored.StepsBack);
    }

    [Fact]
    public void ByArrivals_BacklogHandedOverLate_IsNoGap()
    {
        // The link stalls for 6 s, then eight messages come at once.
        var intervals = Enumerable.Repeat(800.0, 100).ToArray();
        var arrivals = Enumerable.Range(1, 100).Select(i => i * 800.0).Select((time, i) => i is >= 40 and < 48 ? 48 * 800 : time).ToArray();

        var anchored = BeatClock.ByArrivals(intervals, arrivals);

        Assert.Equal(100, anchored.Beats.Count);
        Assert.Equal(0, anchored.DriftMs, 1e-6);
    }

    [Fact]
    public void ByArrivals_Pause_IsAGapOfItsLengthWhateverTheJitter() => Gen.Select(Gen.Double[0, 900].Array[100], Gen.Double[5_000, 600_000]).Sample((jitter, pause) =>
    {
        var intervals = Enumerable.Repeat(800.0, 100).ToArray();
        var arrivals = Enumerable.Range(1, 100).Select((i, at) => (i * 800.0) + jitter[at] + (at >= 50 ? pause : 0)).ToArray();

        var beats = BeatClock.ByArrivals(intervals, arrivals).Beats;

        var gap = Assert.Single(Enumerable.Range(0, beats.Count), beats.IsGap);
        Assert.Equal(50, gap);
        Assert.Equal(pause, beats.EndsMs[50] - beats.EndsMs[49], 900.0);
    });

    [Fact]
    public void ByArrivals_TwoQuartzClocks_DriftWithoutGaps()
    {
        // 150 ppm over two hours is 1.08 s: told as drift, and no gap.
        var intervals = Enumerable.Repeat(800.0, 9_000).ToArray();
        var arrivals = Enumerable.Range(1, 9_000).Select(i => i * 800.0 * (1 + 150e-6)).ToArray();

        var anchored = BeatClock.ByArrivals(intervals, arrivals);

        Assert.Equal(9_000, anchored.Beats.Count);
        Assert.Equal(1_080, anchored.DriftMs, 2.0);
        Assert.Equal(0, anchored.StepsBack);
    }

    [Fact]
    public void Clock_NothingOrUnequalLengths_IsEmptyOrRefused()
    {
        Assert.Equal(0, BeatClock.ByEnds([], [], 20).Beats.Count);
        Assert.Equal(0, BeatClock.ByArrivals([], []).Beats.Count);
        Assert.Throws<ArgumentException>(() => BeatClock.ByEnds([800], [], 20));
        Assert.Throws<ArgumentException>(() => BeatClock.ByArrivals([800], []));
    }

    private static void AssertSound(double[] intervals, AnchoredBeats anchored)
    {
        var ends = anchored.Beats.EndsMs;
        for (var i = 1; i < ends.Length; i++)
            Assert.True(ends[i] >= ends[i - 1]);
        Assert.Equal(intervals, anchored.Beats.IntervalsMs.ToArray().Where(interval => interval > 0));
    }
}
