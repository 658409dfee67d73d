using Attune.Signals.Artefacts;
using Attune.Signals.Beats;

namespace Attune.Signals.Tests.Artefacts;

/// <summary>The sine recipe: RR(i) = round(1000 + 125 sin i) for 400 beats, and the four ways in which its beats are spoilt.</summary>
public sealed class LipponenTarvainenTests
{
    private static readonly int[] Spoilt = [100, 200, 300];

    private static double[] Peaks() => [.. Enumerable.Range(0, 400).Select(i => Math.Round(1_000 + (125 * Math.Sin(i)))).Aggregate(
        new List<double>(), (peaks, rr) => [.. peaks, (peaks.Count == 0 ? 0 : peaks[^1]) + rr])];

    [Fact]
    public void Classify_CleanBeats_FindsNone() => Assert.Empty(Found(Peaks()));

    [Fact]
    public void Classify_PeaksDeleted_AreMissed() => Assert.Equal(
        [(100, BeatClass.Missed), (199, BeatClass.Missed), (298, BeatClass.Missed)],
        Found([.. Peaks().Where((_, i) => !Spoilt.Contains(i))]));

    [Fact]
    public void Classify_PeaksAdded_AreExtra() => Assert.Equal(
        [(101, BeatClass.Extra), (202, BeatClass.Extra), (303, BeatClass.Extra)],
        Found(WithExtra()));

    [Fact]
    public void Classify_PeaksMoved_AreLongOrShortAndTheNextEctopic()
    {
        // 302 is a false hit that the published code has as well.
        Assert.Equal(
            [
                (100, BeatClass.Short), (101, BeatClass.Ectopic), (200, BeatClass.Short), (201, BeatClass.Ectopic),
                (300, BeatClass.Short), (301, BeatClass.Ectopic), (302, BeatClass.Ectopic),
            ],
            Found(Moved()));
    }

    [Fact]
    public void Intervals_OfTheRecipe_HaveTheRmssdOfTheTable()
    {
        Assert.Equal(84.7081, Rmssd(Peaks()), 5e-5);
        Assert.Equal(139.8489, Rmssd([.. Peaks().Where((_, i) => !Spoilt.Contains(i))]), 5e-5);
        Assert.Equal(134.0268, Rmssd(WithExtra()), 5e-5);
        Assert.Equal(107.8366, Rmssd(Moved()), 5e-5);
    }

    [Fact]
    public void Correct_PeaksAdded_GivesTheCleanBeatsBack()
    {
        var clean = Peaks();

        var corrected = Correct(WithExtra());

        Assert.Equal(clean.Skip(1).Zip(clean, (next, one) => next - one), corrected.IntervalsMs.ToArray());
        Assert.Equal(3, corrected.TouchedCount);
        Assert.Equal(402, corrected.RecordedCount);
    }

    [Fact]
    public void Correct_PeaksDeleted_PutsThemMidway()
    {
        var corrected = Correct([.. Peaks().Where((_, i) => !Spoilt.Contains(i))]);

        Assert.Equal(399, corrected.IntervalsMs.Length);
        Assert.Equal(corrected.IntervalsMs[99], corrected.IntervalsMs[100]);
        Assert.False(corrected.Believed[99] || corrected.Believed[100]);
        Assert.True(corrected.Believed[98] && corrected.Believed[101]);
        Assert.Equal(3, corrected.TouchedCount);
    }

    [Fact]
    public void Correct_AnySpoiling_KeepsTheTimeAndComesCloserToTheTruth()
    {
        var truth = Rmssd(Peaks());
        foreach (var spoilt in new[] { [.. Peaks().Where((_, i) => !Spoilt.Contains(i))], WithExtra(), Moved() })
        {
            var corrected = Correct(spoilt);

            Assert.Equal(spoilt[^1] - spoilt[0], corrected.EndsMs[^1], 1e-9);
            Assert.Equal(spoilt[^1] - spoilt[0], corrected.IntervalsMs.ToArray().Sum(), 1e-6);
            Assert.InRange(Rmssd([0, .. corrected.EndsMs]), 0.95 * truth, 1.05 * truth);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Classify_BelowThree_IsNormalWhateverTheyAre(int count)
    {
        var classes = new BeatClass[count];

        Assert.Equal(0, LipponenTarvainen.Classify(new double[] { 900, 90_000 }.AsSpan(0, count), classes));
        Assert.All(classes, one => Assert.Equal(BeatClass.Normal, one));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Classify_NotFinite_Throws(double value)
    {
        Assert.Throws<ArgumentException>(() => LipponenTarvainen.Classify([800, value], new BeatClass[2]));
        Assert.Throws<ArgumentException>(() => LipponenTarvainen.Classify([800, 800, 800, value, 800], new BeatClass[5]));
    }

    [Fact]
    public void Classify_OtherLength_Throws() => Assert.Throws<ArgumentException>(() => LipponenTarvainen.Classify([800, 800], new BeatClass[3]));

    [Fact]
    public void Classify_OnceWarm_AllocatesNothing()
    {
        double[] intervals = Intervals(Peaks());
        var classes = new BeatClass[intervals.Length];

        // The least of several: a collection between two calls may empty the pool.
        Assert.Equal(0, Enumerable.Range(0, 8).Select(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            LipponenTarvainen.Classify(intervals, classes);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }).Min());
    }

    [Fact]
    public void Correct_AcrossAGap_LeavesTheGapAndMendsOnBothSides()
    {
        var clean = Intervals(Peaks());
        var one = Intervals(WithExtra());
        double[] recorded = [.. one, 60_000, .. clean, 0, .. one];

        var corrected = ArtefactRules.Correct(BeatSeries.FromIntervals(recorded), ArtefactRule.LipponenTarvainen);

        Assert.Equal([.. clean, double.NaN, .. clean, double.NaN, .. clean], corrected.IntervalsMs.ToArray());
        Assert.Equal(8, corrected.TouchedCount);
        Assert.Equal(recorded.Sum(), corrected.EndsMs[^1], 1e-6);
    }

    [Fact]
    public void Correct_BeatsOfAnyKind_KeepsTheClock() =>
        Gen.OneOf(Gen.Double[300, 2_000], Gen.Double[0, 8_000], Gen.Const(0.0), Gen.Const(800.0)).Array[0, 250].Sample(ms =>
        {
            var beats = BeatSeries.FromIntervals(ms);

            var corrected = ArtefactRules.Correct(beats, ArtefactRule.LipponenTarvainen);

            Assert.Equal(beats.Duration.TotalMilliseconds, corrected.EndsMs.IsEmpty ? 0 : corrected.EndsMs[^1], 1e-3);
            Assert.InRange(corrected.ShareTouched, 0, 1);
            Assert.Equal(ms.Length, corrected.Classes.Length);
            for (var i = 0; i < corrected.EndsMs.Length; i++)
            {
                var width = corrected.EndsMs[i] - (i == 0 ? 0 : corrected.EndsMs[i - 1]);
                Assert.True(width >= 0);
                if (!double.IsNaN(corrected.IntervalsMs[i]))
                    Assert.InRange(corrected.IntervalsMs[i], ArtefactRules.ShortestMs, ArtefactRules.LongestMs);
                if (corrected.Believed[i] || (!corrected.Filled[i] && !double.IsNaN(corrected.IntervalsMs[i])))
                    Assert.Equal(width, corrected.IntervalsMs[i], 1e-6);
            }
        });

    [Fact]
    public void SortedWindow_AnyValues_HasTheQuantilesOfASortedCopy() =>
        Gen.OneOf(Gen.Double[-1e3, 1e3], Gen.Int[0, 3].Select(i => (double)i)).Array[92, 300].Sample(values =>
        {
            var window = new SortedWindow(new double[SortedWindow.RoomFor(91)]);
            for (var i = 0; i < values.Length; i++)
            {
                if (i < 91)
                    window.Add(values[i]);
                else
                    window.Replace(values[i - 91], values[i]);
                var sorted = values[Math.Max(0, i - 90)..(i + 1)].Order().ToArray();
                foreach (var share in new[] { 0, .25, .5, .75, 1 })
                {
                    var place = (sorted.Length - 1) * share;
                    var (below, above) = (sorted[(int)Math.Floor(place)], sorted[(int)Math.Ceiling(place)]);
                    Assert.Equal(below + ((place - Math.Floor(place)) * (above - below)), window.Quantile(share), 1e-9);
                }
            }

            for (var i = values.Length - 91; i < values.Length - 1; i++)
            {
                window.Remove(values[i]);
                Assert.Equal(values[(i + 1)..].Min(), window.Quantile(0));
            }
        });

    private static double[] WithExtra()
    {
        var peaks = Peaks();
        return [.. peaks.SelectMany((peak, i) => Spoilt.Contains(i) ? new[] { peak, Math.Round(peak + ((peaks[i + 1] - peak) / 15)) } : [peak])];
    }

    private static double[] Moved() => [.. Peaks().Select((peak, i) => Spoilt.Contains(i) ? peak - 300 : peak)];

    private static double[] Intervals(double[] peaks) => [.. peaks.Skip(1).Zip(peaks, (next, one) => next - one)];

    private static CorrectedBeats Correct(double[] peaks) =>
        ArtefactRules.Correct(BeatSeries.FromIntervals(Intervals(peaks)), ArtefactRule.LipponenTarvainen);

    // The table's first interval, which ends at the first peak, is the mean of the others.
    private static (int Index, BeatClass Class)[] Found(double[] peaks)
    {
        var intervals = Intervals(peaks);
        var classes = new BeatClass[peaks.Length];
        var count = LipponenTarvainen.Classify([intervals.Average(), .. intervals], classes);
        (int Index, BeatClass Class)[] found = [.. classes.Index().Where(one => one.Item is not BeatClass.Normal)];
        Assert.Equal(found.Length, count);
        return found;
    }

    private static double Rmssd(double[] peaks)
    {
        var intervals = Intervals(peaks);
        return Math.Sqrt(intervals.Skip(1).Zip(intervals, (next, one) => (next - one) * (next - one)).Average());
    }
}
