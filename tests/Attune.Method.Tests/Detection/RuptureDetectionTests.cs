using Attune.Method.Detection;
using static Attune.Method.Detection.DetectionCriterion;
using static Attune.Method.Detection.DetectionForm;

namespace Attune.Method.Tests.Detection;

/// <summary>Each criterion over series whose flags are known: those of the method's facts (also made by Reference/detection.py), and the edges.</summary>
public class RuptureDetectionTests
{
    // Made up, for tests: a V at 5, and an erosion at 10 to 12 with a slow repair.
    private static readonly double[] Worked = [5.4, 5.6, 5.5, 5.8, 4.3, 5.6, 5.7, 5.9, 5.8, 4.9, 4.6, 4.2, 5.0, 5.8, 6.0, 6.1];

    private static readonly double[] FlowRate = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];

    [Theory]
    [InlineData(OneOwnSdDrop, WholeSeries, new[] { 5, 10 })]
    [InlineData(TwoOwnSdDrop, WholeSeries, new[] { 5 })]
    [InlineData(IndividualsChartThreeSigma, WholeSeries, new int[0])]
    [InlineData(IndividualsChartTwoSigma, WholeSeries, new[] { 5, 12 })]
    [InlineData(IndividualsChartThreeSigma, SoFar, new[] { 5 })]
    [InlineData(IndividualsChartTwoSigma, SoFar, new[] { 5, 12 })]
    [InlineData(IndividualsChartThreeSigmaKeptOut, SoFar, new[] { 5, 11, 12 })]
    [InlineData(IndividualsChartTwoSigmaKeptOut, SoFar, new[] { 5, 10, 11, 12, 13 })]
    [InlineData(TwoStricterSdDrop, SoFar, new[] { 5 })]
    [InlineData(DeclineOverSessions, SoFar, new[] { 11, 12 })]
    [InlineData(BelowOwnTrend, WholeSeries, new[] { 5, 12 })]
    public void Flag_WorkedSeries_FindsTheSessionsOfTheFacts(DetectionCriterion criterion, DetectionForm form, int[] sessions) =>
        Assert.Equal(sessions, Flagged(criterion, form, Worked));

    [Theory]
    [InlineData(OneOwnSdDrop, SoFar, new[] { 5, 10 })]
    [InlineData(TwoOwnSdDrop, SoFar, new[] { 5 })]
    [InlineData(MedianRangeChartThreeSigma, WholeSeries, new[] { 5, 12 })]
    [InlineData(MedianRangeChartTwoSigma, WholeSeries, new[] { 5, 11, 12 })]
    [InlineData(MedianRangeChartThreeSigma, SoFar, new[] { 5, 11, 12 })]
    [InlineData(MedianRangeChartTwoSigma, SoFar, new[] { 5, 10, 11, 12 })]
    [InlineData(CusumFour, SoFar, new[] { 12, 13 })]
    [InlineData(CusumFive, SoFar, new int[0])]
    [InlineData(Ewma, SoFar, new[] { 5 })]
    [InlineData(BelowOwnTrend, SoFar, new[] { 5 })]
    public void Flag_WorkedSeries_FindsTheSessionsOfTheScript(DetectionCriterion criterion, DetectionForm form, int[] sessions) =>
        Assert.Equal(sessions, Flagged(criterion, form, Worked));

    // The published limits, 45.8159 below: a value on either side of it, added where the baseline is the ten of the handbook.
    [Theory]
    [InlineData(45.8158, new[] { 11 })]
    [InlineData(45.8160, new int[0])]
    public void Flag_NextFlowRate_IsHeldAgainstThePublishedLimit(double next, int[] sessions)
    {
        Assert.Equal(sessions, Flagged(IndividualsChartThreeSigma, SoFar, [.. FlowRate, next]));
        Assert.Empty(Flagged(IndividualsChartThreeSigma, WholeSeries, FlowRate));
    }

    [Theory]
    [InlineData(0.8, 0.90, 0.701)]
    [InlineData(0.8, 0.93, 0.587)]
    public void ReliableChange_OfTheFacts_IsTheirs(double sd, double reliability, double change)
    {
        var reference = new DetectionReference(0.5, sd, reliability);
        Assert.Equal(change, reference.ReliableChange, 0.0005);
        Assert.Equal([3], Flagged(ReliableChange, SoFar, [6, 6 - change + 0.001, 6 - 2 * change], reference));
    }

    // Four before it with sigma 1 / 1.128 round 5, so that the zones are at 4.113, 3.227 and 2.340.
    [Theory]
    [InlineData(WesternElectricRule1, new[] { 5.5, 4.5, 5.5, 4.5, 2.3 }, new[] { 5 })]
    [InlineData(WesternElectricRule1, new[] { 5.5, 4.5, 5.5, 4.5, 2.4 }, new int[0])]
    [InlineData(WesternElectricRule2, new[] { 5.5, 4.5, 5.5, 4.5, 2.5, 2.5 }, new int[0])]
    [InlineData(WesternElectricRule4, new[] { 6, 6, 6, 6, 5.0, 5, 5, 5, 5, 5, 5, 5, 5 }, new[] { 12, 13 })]
    [InlineData(WesternElectricRule4, new[] { 6, 6, 6, 6, 5.0, 5, 5, 5, 7, 5, 5, 5, 5 }, new int[0])]
    public void Flag_RulesOfRuns_NeedTheirCount(DetectionCriterion rule, double[] series, int[] sessions) =>
        Assert.Equal(sessions, Flagged(rule, SoFar, series));

    // A long quiet course fixes the limits: steps of 1 round 5 (sigma .887), so that what is beyond 2 and beyond 1 can be read off.
    [Theory]
    [InlineData(WesternElectricRule2, new[] { 3.0, 5.0, 3.0 }, new[] { 3 })]
    [InlineData(WesternElectricRule2, new[] { 3.0, 5.0, 5.0, 3.0 }, new int[0])]
    [InlineData(WesternElectricRule2, new[] { 3.0, 3.0, 5.0 }, new[] { 2 })]
    [InlineData(WesternElectricRule2, new[] { 3.0, double.NaN, 5.0, 3.0 }, new[] { 4 })]
    [InlineData(WesternElectricRule3, new[] { 3.9, 3.9, 5.0, 3.9, 3.9 }, new[] { 5 })]
    [InlineData(WesternElectricRule3, new[] { 3.9, 3.9, 5.0, 5.0, 3.9, 3.9 }, new int[0])]
    [InlineData(WesternElectricRule3, new[] { 7.0, 7.0, 7.0, 7.0, 7.0 }, new int[0])]
    public void Flag_RulesOfRunsAfterAQuietCourse_CountWithinTheirWindow(DetectionCriterion rule, double[] then, int[] sessions) =>
        Assert.Equal(sessions, Flagged(rule, SoFar, [.. Quiet, .. then]).Select(session => session - Quiet.Length));

    private static readonly double[] Quiet = [.. Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? 5.5 : 4.5)];

    // A point below the centre is 1.13 sigma (1 / 1.128 each), of which .5 is slack.
    [Fact]
    public void Flag_SmallLastingShift_IsFoundByTheSumsAndNotByTheChart()
    {
        double[] shifted = [.. Quiet, .. Enumerable.Repeat(4.0, 9)];
        Assert.Empty(Flagged(IndividualsChartThreeSigma, SoFar, shifted));
        Assert.Equal([7, 8, 9], Flagged(CusumFour, SoFar, shifted).Select(session => session - 200));
        Assert.Equal([8, 9], Flagged(CusumFive, SoFar, shifted).Select(session => session - 200));
    }

    [Theory]
    [InlineData(new[] { 7, 7, 7, 7, 7, 20 / 3.0 })]
    public void Flag_CeilingThenAThird_IsFlaggedOnlyByTheChartsWithoutAFloor(double[] ceiling)
    {
        DetectionCriterion[] plain =
        [
            IndividualsChartThreeSigma, IndividualsChartTwoSigma, MedianRangeChartThreeSigma, MedianRangeChartTwoSigma, WesternElectricRule1,
        ];
        Assert.Equal(plain, DetectionSeries.Criteria.Where(criterion => Flagged(criterion, SoFar, ceiling).Length > 0));
    }

    // A V that widens the mean moving range enough to hide itself (method-facts 1.2, the first trap) does not move the median.
    [Fact]
    public void Flag_DipThatHidesItself_IsFoundByTheMedianRange()
    {
        Assert.Empty(Flagged(IndividualsChartThreeSigma, WholeSeries, Worked));
        Assert.Contains(5, Flagged(MedianRangeChartThreeSigma, WholeSeries, Worked));
    }

    [Fact]
    public void Flag_LastingShift_IsTheNewUsualAfterFour()
    {
        double[] shifted = [6, 6, 6, 6, 4, 4, double.NaN, 4, 4, 4, 4, 4];
        Assert.Equal([5, 6, 8, 9], Flagged(IndividualsChartThreeSigmaKeptOut, SoFar, shifted));
        Assert.Equal([5, 6, 8, 9], Flagged(MedianRangeChartThreeSigmaKeptOut, SoFar, shifted));
    }

    // After a new beginning at 4, 2.5, 4, 2.5 the median range is 1.5, and a third below them is usual.
    [Fact]
    public void Flag_NewUsualThatSwings_KeepsItsOwnRanges()
    {
        double[] swinging = [6, 6, 6, 6, 4, 2.5, 4, 2.5, 2, 0.1];
        Assert.Equal([5, 6, 7, 8], Flagged(MedianRangeChartThreeSigmaKeptOut, SoFar, swinging));
        Assert.Equal(Flagged(IndividualsChartThreeSigmaKeptOut, SoFar, swinging), Flagged(MedianRangeChartThreeSigmaKeptOut, SoFar, swinging));
    }

    [Fact]
    public void Flag_LongSeries_IsTheSameAsAShortOne()
    {
        double[] dip = [.. Quiet, .. Quiet, 1, .. Quiet];
        Assert.Equal([401], Flagged(MedianRangeChartThreeSigma, SoFar, dip));
        Assert.Equal([401], Flagged(MedianRangeChartThreeSigma, WholeSeries, dip));
    }

    [Theory]
    [InlineData(0), InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void Flag_UpToFourSessions_LeavesTheFourthFallToTheReferenceAlone(int sessions)
    {
        double[] falling = [.. Enumerable.Range(0, sessions).Select(i => 7.0 - 2 * i)];
        DetectionCriterion[] byReference = sessions switch
        {
            < 2 => [],
            < 4 => [OneStricterSdDrop, TwoStricterSdDrop, ReliableChange, OneSdDropWithinOrBetween, TwoSdDropWithinOrBetween],
            _ =>
            [
                OneStricterSdDrop, TwoStricterSdDrop, ReliableChange, DeclineOverSessions, OnlineChangePoint, OneSdDropWithinOrBetween, TwoSdDropWithinOrBetween,
            ],
        };
        Assert.Equal(byReference, DetectionSeries.Criteria.Where(criterion => Flagged(criterion, SoFar, falling).Length > 0));
    }

    // A line through all of them has no spread to fall out of; a spread, however small, has.
    [Fact]
    public void Flag_PointsOnALine_AreNotJudgedByTheTrend()
    {
        double[] falling = [.. Enumerable.Range(0, 12).Select(i => 7 - i / 3.0)];
        Assert.Empty(Flagged(BelowOwnTrend, WholeSeries, falling));
        Assert.Empty(Flagged(BelowOwnTrend, SoFar, [.. falling, 1]));
        Assert.Equal([13], Flagged(BelowOwnTrend, SoFar, [.. falling.Select((value, i) => value + i % 2 / 100.0), 1]));
    }

    // One point is between one and two of the between-person SD's thresholds, and two of the within-person reference's.
    [Fact]
    public void Flag_StricterOfTwoSd_DependsOnWhichReference()
    {
        double[] fall = [6, 6, 6, 6, 5];
        DetectionCriterion[] drops = [OneStricterSdDrop, TwoStricterSdDrop, OneSdDropWithinOrBetween, TwoSdDropWithinOrBetween];
        Assert.Equal([OneStricterSdDrop, TwoStricterSdDrop, OneSdDropWithinOrBetween], drops.Where(criterion => Flagged(criterion, SoFar, fall).Length > 0));
    }

    [Fact]
    public void Flag_NothingToJudge_FlagsNothing()
    {
        foreach (var series in (double[][])[[], [5], [double.NaN], [.. Enumerable.Repeat(double.NaN, 20)], [double.NaN, 5, double.NaN]])
            Assert.All(DetectionSeries.Ways, way => Assert.Empty(Flagged(way.Criterion, way.Form, series)));
    }

    // A criterion knows no scale: what lies outside of it is judged as it is.
    [Fact]
    public void Flag_NumberOutsideTheScale_IsJudgedAsItIs()
    {
        double[] series = [.. Enumerable.Range(0, 10).Select(i => 5.0 + i % 2), -999, 5, 6];
        Assert.All(RuptureDetection.Criteria.Where(criterion => criterion is not (WesternElectricRule2 or WesternElectricRule3 or WesternElectricRule4 or DeclineOverSessions)),
            criterion => Assert.Contains(11, Flagged(criterion, SoFar, series)));
        Assert.All(DetectionSeries.Ways, way => DetectionSeries.Flags(way.Criterion, way.Form, [5, 6, 5, 6, 1e150, -1e150, 5, 6]));
    }

    [Fact]
    public void Flag_AnyCriterion_AllocatesNothing()
    {
        var flags = new bool[Worked.Length];
        var allocated = DetectionSeries.Ways.ToDictionary(way => way, way =>
        {
            RuptureDetection.Flag(way.Criterion, way.Form, Worked, DetectionReference.CheckIn, flags);
            var before = GC.GetAllocatedBytesForCurrentThread();
            RuptureDetection.Flag(way.Criterion, way.Form, Worked, DetectionReference.CheckIn, flags);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
        Assert.All(allocated, pair => Assert.Equal(0, pair.Value));
    }

    [Fact]
    public void Flag_WhatCannotBeJudged_IsRefusedByName()
    {
        Assert.Contains("2 flags for 1", Refused<ArgumentException>(() => RuptureDetection.Flag(Ewma, SoFar, [5], DetectionReference.CheckIn, new bool[2])));
        Assert.Contains("infinite", Refused<ArgumentException>(() => Flagged(Ewma, SoFar, [5, double.NegativeInfinity])));
        Assert.Contains("No such criterion", Refused<ArgumentOutOfRangeException>(() => Flagged(0, SoFar, [5])));
        Assert.Contains("No such form", Refused<ArgumentOutOfRangeException>(() => Flagged(Ewma, 0, [5])));
        Assert.Contains("told, not found", Refused<ArgumentException>(() => Flagged(DirectReport, SoFar, [5])));
        Assert.Contains("no whole-series form", Refused<ArgumentException>(() => Flagged(IndividualsChartTwoSigmaKeptOut, WholeSeries, [5])));
    }

    private static string Refused<T>(Action ask) where T : Exception => Assert.Throws<T>(ask).Message;

    private static int[] Flagged(DetectionCriterion criterion, DetectionForm form, double[] series, DetectionReference? reference = null) =>
        DetectionSeries.Sessions(DetectionSeries.Flags(criterion, form, series, reference));
}
