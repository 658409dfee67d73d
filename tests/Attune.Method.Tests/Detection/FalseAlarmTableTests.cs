using Attune.Method.Alliance;
using Attune.Method.Detection;

namespace Attune.Method.Tests.Detection;

/// <summary>The stored table is what its command makes, and how it is read between, before and beyond its lengths.</summary>
public class FalseAlarmTableTests
{
    // Two thousand of the twenty thousand would be another share: these cells are made again whole.
    [Fact]
    public void Run_SomeCellsOfTheStoredTable_AreMadeAgainExactly()
    {
        var stored = StoredLines().ToHashSet();
        var plan = FalseAlarmPlan.Stored with { Sessions = [6, 16], Autocorrelations = [0.4] };
        var again = Lines(plan).Skip(3).ToArray();
        Assert.Equal(2 * (RuptureDetection.Criteria.Length * 2 - RuptureDetection.Criteria.Count(c => !RuptureDetection.HasWholeSeriesForm(c)) + 4), again.Length);
        Assert.All(again, line => Assert.Contains(line, stored));
    }

    [Fact]
    public void Run_SmallPlan_IsWhatOneCourseAfterAnotherGives()
    {
        var plan = new FalseAlarmPlan(7, 300, [5, 12], [0.2], [DetectionForm.SoFar, DetectionForm.WholeSeries], OnRealScale: true);
        var rows = Rows(plan).Where(row => row.Criterion is not null).ToArray();
        Assert.All(rows, row => Assert.Equal(
            FalseAlarms.Share([row.Criterion!.Value], row.Form, new CourseNoise(row.Autocorrelation, OnRealScale: true), row.Sessions, 7, 300), row.Share));
    }

    [Fact]
    public void Run_OneCoreOrAll_WritesTheSame()
    {
        var plan = FalseAlarmPlan.Stored with { Courses = 1_000, Sessions = [8, 20], Autocorrelations = [0, 0.6] };
        var one = FalseAlarmStudy.Rows(plan, workers: 1, progress: null, TestContext.Current.CancellationToken).ToArray();
        Assert.Equal(one, FalseAlarmStudy.Rows(plan, workers: 7, progress: null, TestContext.Current.CancellationToken));
        Assert.Equal(one, Rows(plan));
        Assert.NotEqual(Lines(plan), Lines(plan with { Seed = 1 }));
    }

    [Fact]
    public void Run_StandardScores_HasNoAreasAndNoCourse() => Assert.Equal(
        [LookedAtTogether.AllCriteria],
        Rows(FalseAlarmPlan.Stored with { Courses = 50, OnRealScale = false }).Select(row => row.Together).OfType<LookedAtTogether>().Distinct());

    [Fact]
    public void Run_Progress_EndsAtOneAndCanBeStopped()
    {
        var told = new System.Collections.Concurrent.ConcurrentBag<double>();
        var plan = FalseAlarmPlan.Stored with { Courses = 400, Sessions = [5] };
        _ = FalseAlarmStudy.Run(plan, new Told(told.Add), TestContext.Current.CancellationToken).Count();
        Assert.Equal((1.0, true), (told.Max(), told.Min() > 0));
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Assert.Throws<OperationCanceledException>(() => FalseAlarmStudy.Run(plan, progress: null, stopped.Token).Count());
    }

    private sealed class Told(Action<double> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value);
    }

    // Until the first flag of any all baselines are the same, so that the course flags first where one of them alone does.
    [Fact]
    public void CriteriaOfACourse_FirstFlag_IsThatOfTheCourseItself() => DetectionSeries.Answered.Sample(series =>
    {
        var alone = CourseCriteria.All.Select(c => DetectionSeries.Sessions(DetectionSeries.Flags(c, DetectionForm.SoFar, series)).FirstOrDefault(int.MaxValue)).Min();
        var inferred = new InferredRuptures();
        var found = System.Collections.Immutable.ImmutableArray.CreateBuilder<RuptureFinding>();
        for (var i = 0; i < series.Length; i++)
            inferred.Judge(i + 1, series[i], isDirect: false, found);
        return alone == (found.Count == 0 ? int.MaxValue : found[0].Session);
    });

    [Fact]
    public void Range_EveryCriterion_GrowsWithTheSessionsAndLiesWithinOne()
    {
        foreach (var criterion in RuptureDetection.Criteria)
        {
            var before = default(FalseAlarmRange);
            for (var sessions = 0; sessions <= 60; sessions++)
            {
                var range = FalseAlarmTable.Range(criterion, sessions)!.Value;
                Assert.True(range.Least <= range.Most && range.Most <= 1 && range.Least >= before.Least && range.Most >= before.Most, $"{criterion} {sessions}");
                Assert.False(range.IsBeyond);
                before = range;
            }
            Assert.Equal(before with { IsBeyond = true }, FalseAlarmTable.Range(criterion, 61));
        }
    }

    [Fact]
    public void RangeOfAll_MoreLookedAt_IsNeverLess()
    {
        foreach (var sessions in (int[])[2, 6, 16, 33, 60])
        {
            var course = FalseAlarmTable.RangeOfAll(LookedAtTogether.CriteriaOfACourse, sessions);
            var all = FalseAlarmTable.RangeOfAll(LookedAtTogether.AllCriteria, sessions);
            var areas = FalseAlarmTable.RangeOfAll(LookedAtTogether.AllCriteriaAndAreas, sessions);
            Assert.True(course.Least >= CourseCriteria.All.Max(c => FalseAlarmTable.Range(c, sessions)!.Value.Least));
            Assert.True(course.Most >= FalseAlarmTable.RangeOfAll(LookedAtTogether.LeadingOnACourse, sessions).Most);
            Assert.True(all.Least >= course.Least && areas.Least >= all.Least && areas.Most >= all.Most);
        }
        Assert.True(FalseAlarmTable.RangeOfAll(LookedAtTogether.AllCriteriaAndAreas, 6).Least > FalseAlarmTable.RangeOfAll(LookedAtTogether.AllCriteria, 6).Least);
    }

    [Fact]
    public void Range_BetweenTwoLengths_LiesOnTheLine()
    {
        var (from, to) = (FalseAlarmTable.Range(DetectionCriterion.CusumFour, 50)!.Value, FalseAlarmTable.Range(DetectionCriterion.CusumFour, 60)!.Value);
        Assert.Equal(from.Most + 0.3 * (to.Most - from.Most), FalseAlarmTable.Range(DetectionCriterion.CusumFour, 53)!.Value.Most, 12);
        Assert.Equal(default(FalseAlarmRange), FalseAlarmTable.Range(DetectionCriterion.CusumFour, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => FalseAlarmTable.Range(DetectionCriterion.CusumFour, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => FalseAlarmTable.RangeOfAll(0, 5));
    }

    [Fact]
    public void Range_WhatNoNoiseMakes_IsNone()
    {
        Assert.Null(FalseAlarmTable.Range(DetectionCriterion.DirectReport, 16));
        Assert.Null(FalseAlarmTable.Range(DetectionCriterion.IndividualsChartThreeSigmaKeptOut, 16, DetectionForm.WholeSeries));
        Assert.Null(CourseCriteria.Of(new RuptureFinding.PossibleSiding(3, 2, null, 3)));
        Assert.Null(CourseCriteria.Of(new RuptureFinding.Inconclusive(3, InconclusiveReason.NoAnswer)));
    }

    [Theory]
    [InlineData(0, 2, .1)]
    [InlineData(10, 0, .1)]
    [InlineData(10, 2, 1)]
    public void Run_PlanWithAFault_IsRefusedAtOnce(int courses, int sessions, double autocorrelation) => Assert.Throws<ArgumentException>(() =>
        Rows(new FalseAlarmPlan(1, courses, [sessions], [autocorrelation], [DetectionForm.SoFar], OnRealScale: true)));

    private static IEnumerable<FalseAlarmRow> Rows(FalseAlarmPlan plan) => FalseAlarmStudy.Run(plan, progress: null, TestContext.Current.CancellationToken);

    private static string[] Lines(FalseAlarmPlan plan) => [.. FalseAlarmTable.Write(plan, FalseAlarmTable.Command, Rows(plan))];

    private static IEnumerable<string> StoredLines()
    {
        using var text = new StreamReader(typeof(FalseAlarmTable).Assembly.GetManifestResourceStream("Attune.Method.Detection.false-alarms.csv")!);
        while (text.ReadLine() is { } line)
            yield return line;
    }
}
