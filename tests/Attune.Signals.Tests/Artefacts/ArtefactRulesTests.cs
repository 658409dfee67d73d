using Attune.Signals.Artefacts;
using Attune.Signals.Beats;

namespace Attune.Signals.Tests.Artefacts;

public sealed class ArtefactRulesTests
{
    private const double Missing = double.NaN;

    private delegate void Kernel(ReadOnlySpan<double> source, Span<double> destination);

    [Fact]
    public void KeepRange_PackageVector_MarksWhatThePackageMarks() =>
        Assert.Equal([700, 600, Missing, Missing, 1000, Missing, 1200], Run(ArtefactRules.KeepRange, 700, 600, 2300, 200, 1000, 230, 1200));

    [Fact]
    public void KeepRange_ItsBounds_AreInside() =>
        Assert.Equal([300, 2000, Missing, Missing], Run(ArtefactRules.KeepRange, 300, 2000, 299.999, 2000.001));

    [Fact]
    public void KeepKarlsson_PackageVector_MarksWhatThePackageMarks() => Assert.Equal(
        [110, 100, Missing, 100, 100, Missing, 100, Missing, 105, 100, Missing, 100],
        Run(ArtefactRules.KeepKarlsson, 110, 100, 125, 100, 100, 70, 100, 130, 105, 100, 78, 100));

    [Fact]
    public void KeepMalik_PackageVector_MarksWhatThePackageMarks() => Assert.Equal(
        [100, 110, 100, Missing, 100, 100, Missing, 100, 120, 100],
        Run(ArtefactRules.KeepMalik, 100, 110, 100, 130, 100, 100, 70, 100, 120, 100));

    [Fact]
    public void KeepKamath_PackageVector_MarksWhatThePackageMarks() => Assert.Equal(
        [101, 110, 100, Missing, 100, 100, Missing, 100, 130, 115, 100, 78],
        Run(ArtefactRules.KeepKamath, 101, 110, 100, 140, 100, 100, 70, 100, 130, 115, 100, 78));

    [Fact]
    public void KeepAcar_PackageVector_MarksWhatThePackageMarks() => Assert.Equal(
        [100, 100, 100, 100, 100, 100, 100, 100, 110, Missing, 110, 100, Missing],
        Run(ArtefactRules.KeepAcar, 100, 100, 100, 100, 100, 100, 100, 100, 110, 930, 110, 100, 10));

    [Fact]
    public void KeepKamath_AfterRangeAndFill_MatchesThePackageChain() => Assert.Equal(
        [700, 600, 800, 1000, 1000, 1100, 1200],
        Run(ArtefactRules.FillLinear, Run(ArtefactRules.KeepKamath, 700, 600, 800, 1000, 1000, 1100, 1200)));

    [Fact]
    public void KeepByTheOneBefore_ExactlyTheShare_IsKept()
    {
        Assert.Equal([1000, 1200, 1000, 800], Run(ArtefactRules.KeepMalik, 1000, 1200, 1000, 800));
        Assert.Equal([1000, 1325, Missing, 755], Run(ArtefactRules.KeepKamath, 1000, 1325, 1000, 755));
        Assert.Equal([1000, Missing, 1000, 755], Run(ArtefactRules.KeepKamath, 1000, 1325.1, 1000, 755));
    }

    [Fact]
    public void KeepAcar_ExactlyTheShare_IsRemoved() =>
        Assert.Equal([.. Enumerable.Repeat(1000.0, 9), Missing, 1199], Run(ArtefactRules.KeepAcar, [.. Enumerable.Repeat(1000.0, 9), 1200, 1199]));

    [Fact]
    public void KeepKarlsson_MissingNeighbour_BeatIsKept() =>
        Assert.Equal([800, Missing, 200, 800], Run(ArtefactRules.KeepKarlsson, 800, Missing, 200, 800));

    [Fact]
    public void FillLinear_PackageVector_FillsAsThePackage() => Assert.Equal(
        [10, 11, 12, 13, 15, 15.5, 16, 17, 18, 19, 20, 20],
        Run(ArtefactRules.FillLinear, 10, 11, Missing, 13, 15, Missing, 16, 17, Missing, Missing, 20, Missing));

    [Fact]
    public void FillLinear_AfterRange_MatchesThePackageChain() => Assert.Equal(
        [700, 600, 800, 1000, 1000, 1100, 1200],
        Run(ArtefactRules.FillLinear, Run(ArtefactRules.KeepRange, 700, 600, 2300, 1000, 1000, 230, 1200)));

    [Fact]
    public void FillLinear_MissingStart_TakesTheFirstKnown() =>
        Assert.Equal([7, 7, 7, 9], Run(ArtefactRules.FillLinear, Missing, Missing, 7, 9));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Kernels_NothingKnown_StaysMissing(int count)
    {
        var source = Enumerable.Repeat(Missing, count).ToArray();

        Assert.Equal(source, Run(ArtefactRules.KeepRange, source));
        Assert.Equal(source, Run(ArtefactRules.KeepKarlsson, source));
        Assert.Equal(source, Run(ArtefactRules.KeepMalik, source));
        Assert.Equal(source, Run(ArtefactRules.KeepKamath, source));
        Assert.Equal(source, Run(ArtefactRules.KeepAcar, source));
        Assert.Equal(source, Run(ArtefactRules.FillLinear, source));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Correct_FewSteadyBeats_EveryRuleLeavesThem(int count)
    {
        var beats = BeatSeries.FromIntervals(Enumerable.Repeat(800.0, count).ToArray());

        foreach (var rule in Enum.GetValues<ArtefactRule>())
        {
            var corrected = ArtefactRules.Correct(beats, rule);
            Assert.Equal(beats.IntervalsMs.ToArray(), corrected.IntervalsMs.ToArray());
            Assert.Equal(0, corrected.ShareTouched);
        }
    }

    [Fact]
    public void KeepRange_OtherLength_Throws() =>
        Assert.Throws<ArgumentException>(() => ArtefactRules.KeepRange(new double[2], new double[3]));

    [Fact]
    public void Correct_ExtraBeatInside_BothHalvesAndTheNextAreReplaced()
    {
        // One beat of 600 ms that a sensor split in two: the range rule finds one half, Karlsson's the other
        // and the beat after, whose neighbours' mean the wrong half pulls down to exactly 20%.
        var corrected = ArtefactRules.Correct(BeatSeries.FromIntervals([600, 600, 200, 400, 600, 600]), ArtefactRule.RangeThenKarlsson);

        Assert.Equal([600, 600, 600, 600, 600, 600], corrected.IntervalsMs.ToArray());
        Assert.Equal([true, true, false, false, false, true], corrected.Believed.ToArray());
        Assert.Equal(0.5, corrected.ShareTouched);
    }

    [Fact]
    public void Correct_AsHeard_FillsNothingAndKeepsBeatsBesideAMissingOne()
    {
        // The 900 is off by a half of its neighbours' mean; the 760 after the 200 has no neighbour to be judged by.
        var corrected = ArtefactRules.Correct(BeatSeries.FromIntervals([600, 900, 600, 200, 760, 600]), ArtefactRule.RangeThenKarlssonLive);

        Assert.Equal([600, Missing, 600, Missing, 760, 600], corrected.IntervalsMs.ToArray());
        Assert.Equal([true, false, true, false, true, true], corrected.Believed.ToArray());
        Assert.Equal([false, true, false, true, false, false], corrected.Touched.ToArray());
        Assert.DoesNotContain(true, corrected.Filled.ToArray());
        Assert.Equal([600, 1_500, 2_100, 2_300, 3_060, 3_660], corrected.EndsMs.ToArray());
        Assert.Equal((ArtefactRule.RangeThenKarlssonLive, 2_560), (corrected.Rule, corrected.CoveredMs));
    }

    [Fact]
    public void Correct_GapOfFiveSeconds_IsFilledAndLongerIsNot()
    {
        Assert.Equal(
            [800, 800, 800], ArtefactRules.Correct(BeatSeries.FromIntervals([800, 5_000, 800]), ArtefactRule.Range).IntervalsMs.ToArray());
        Assert.Equal(
            [800, Missing, 800], ArtefactRules.Correct(BeatSeries.FromIntervals([800, 5_001, 800]), ArtefactRule.Range).IntervalsMs.ToArray());
    }

    [Fact]
    public void Correct_BeatOfUnknownLength_IsNeverFilled()
    {
        var beats = BeatSeries.FromIntervals([800, 0, 800]);

        foreach (var rule in Enum.GetValues<ArtefactRule>())
        {
            Assert.True(double.IsNaN(ArtefactRules.Correct(beats, rule).IntervalsMs[1]), $"{rule}");
            Assert.False(ArtefactRules.Correct(beats, rule).Believed[1], $"{rule}");
        }
    }

    [Fact]
    public void Correct_NoRule_TouchesNothingButStillDoubtsTheGap()
    {
        var corrected = ArtefactRules.Correct(BeatSeries.FromIntervals([800, 60_000, 800]), ArtefactRule.None);

        Assert.Equal([800, 60_000, 800], corrected.IntervalsMs.ToArray());
        Assert.Equal([true, false, true], corrected.Believed.ToArray());
        Assert.Equal(0, corrected.TouchedCount);
    }

    [Fact]
    public void Correct_UnknownRule_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ArtefactRules.Correct(BeatSeries.FromIntervals([800]), (ArtefactRule)99));

    [Fact]
    public void Correct_AnyBeats_FilledValuesStayBetweenBelievedOnes() =>
        Gen.Double[0, 3_000].Array[0, 60].Sample(ms =>
        {
            var corrected = ArtefactRules.Correct(BeatSeries.FromIntervals(ms), ArtefactRule.RangeThenKarlsson);
            for (var i = 0; i < ms.Length; i++)
            {
                if (corrected.Believed[i])
                    Assert.Equal(ms[i], corrected.IntervalsMs[i]);
                else if (!double.IsNaN(corrected.IntervalsMs[i]))
                    Assert.InRange(corrected.IntervalsMs[i], ArtefactRules.ShortestMs, ArtefactRules.LongestMs);
            }
        });

    private static double[] Run(Kernel kernel, params double[] source)
    {
        var destination = new double[source.Length];
        kernel(source, destination);
        return destination;
    }
}
