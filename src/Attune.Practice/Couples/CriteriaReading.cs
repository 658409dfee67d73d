using System.Collections.Immutable;
using Attune.Method.Alliance;
using Attune.Method.Detection;
using static Attune.Method.Detection.DetectionCriterion;

namespace Attune.Practice.Couples;

/// <summary>What one criterion says of one session.</summary>
public enum CriterionMark
{
    /// <summary>There is nothing to judge: no answer, or not all three of task, goal and bond. Never "all well".</summary>
    NoAnswer = 1,

    /// <summary>Too few earlier answers, or answers that never varied: this criterion can say nothing yet.</summary>
    CannotJudgeYet = 2,

    /// <summary>Judged, and no fall seen.</summary>
    NoFall = 3,

    Fall = 4,

    /// <summary>The partner said so.</summary>
    Told = 5,

    /// <summary>The therapist noticed it, and the partner did not tell.</summary>
    Noticed = 6,
}

/// <summary>One criterion beside the others.</summary>
/// <param name="Marks">One for each session of <see cref="CriteriaView.Sessions"/>.</param>
/// <param name="FalseAlarms">How often it flags a course as long as this one in which nothing happened; null: told, and not inferred.</param>
/// <param name="IsOneOfEachKind">It stands for its kind; the others are further down.</param>
public sealed record CriterionRow(DetectionCriterion Criterion, ImmutableArray<CriterionMark> Marks, FalseAlarmRange? FalseAlarms, bool IsOneOfEachKind);

/// <summary>One partner's course by every criterion, each alone and by earlier sessions only, on the mean of task, goal and bond.</summary>
/// <param name="Answered">Sessions with such a mean: what the false alarms are for.</param>
/// <param name="Leading">False alarms of the criterion that leads, session by session.</param>
/// <param name="OfAll">Of a flag by any of them.</param>
/// <param name="OfAllAndAreas">The same, on task, goal and bond as well.</param>
public sealed record CriteriaView(
    ImmutableArray<int> Sessions, int Answered, ImmutableArray<CriterionRow> Rows, FalseAlarmRange Leading, FalseAlarmRange OfAll, FalseAlarmRange OfAllAndAreas)
{
    /// <summary>How it fell and came back, by what was told and by the strict criteria; for looking back.</summary>
    public ImmutableArray<EpisodeView> Episodes { get; init; } = [];

    /// <summary>Told, and one criterion of each kind.</summary>
    public IEnumerable<CriterionRow> OneOfEachKind => Rows.Where(row => row.IsOneOfEachKind);

    /// <summary>How often a course this long in which nothing happened has a finding by this criterion; null for what is told, and for our own rule on fairness, of which it is not known.</summary>
    public FalseAlarmRange? FalseAlarmsOf(RuptureFinding finding) => CourseCriteria.Of(finding) is { } criterion ? FalseAlarmTable.Range(criterion, Answered) : null;
}

/// <summary>One fall of the mean of task, goal and bond, in session numbers and points of the 1 to 7 scale.</summary>
/// <param name="Before">About where it was before.</param>
/// <param name="Length">Answered sessions.</param>
/// <param name="BackAt">Null: not back.</param>
public sealed record EpisodeView(int Onset, int Deepest, int Last, double Before, double Lowest, int Length, int? BackAt, EpisodeShape Shape, EpisodeRepair Repair);

/// <summary>Reads a partner's course by every criterion.</summary>
internal static class CriteriaReading
{
    /// <summary>One of each kind, as the article's readers will know them; which stands for its kind is our proposal.</summary>
    private static readonly ImmutableArray<DetectionCriterion> Kinds =
    [
        OneOwnSdDrop, TwoOwnSdDrop, TwoStricterSdDrop, IndividualsChartThreeSigmaKeptOut, MedianRangeChartThreeSigmaKeptOut,
        WesternElectricRule2, CusumFour, Ewma, ReliableChange, DeclineOverSessions, OnlineChangePoint, BelowOwnTrend,
    ];

    public static CriteriaView Of(PartnerCourse course)
    {
        var series = course.Points.Select(point => point.Composite ?? double.NaN).ToArray();
        var answered = series.Count(value => !double.IsNaN(value));
        return new CriteriaView(
            [.. course.Points.Select(point => point.Session)],
            answered,
            [
                new CriterionRow(DirectReport, [.. course.Points.Select(point => ToldIn(course, point))], null, IsOneOfEachKind: true),
                .. RuptureDetection.Criteria.Select(criterion => new CriterionRow(
                    criterion, Judged(criterion, series), FalseAlarmTable.Range(criterion, answered), Kinds.Contains(criterion))),
            ],
            FalseAlarmTable.RangeOfAll(LookedAtTogether.LeadingOnACourse, answered),
            FalseAlarmTable.RangeOfAll(LookedAtTogether.AllCriteria, answered),
            FalseAlarmTable.RangeOfAll(LookedAtTogether.AllCriteriaAndAreas, answered))
        {
            Episodes = [.. EpisodesOf(course, series)],
        };
    }

    // A flag on the way from a peak down to the usual is no fall below it.
    private static IEnumerable<EpisodeView> EpisodesOf(PartnerCourse course, double[] series)
    {
        bool[] flags = [.. course.Points.Select(point => course.IsFlagged(point.Session))];
        return RuptureEpisodes.Of(series, flags, DetectionReference.CheckIn).Where(one => one.Depth > 0).Select(one => new EpisodeView(
            SessionAt(one.Onset), SessionAt(one.Deepest), SessionAt(one.Last), one.Before, one.Lowest, one.Length,
            one.BackAt is { } back ? SessionAt(back) : null, one.Shape, one.Repair));

        int SessionAt(int place) => course.Points[place - 1].Session;
    }

    private static ImmutableArray<CriterionMark> Judged(DetectionCriterion criterion, double[] series)
    {
        var flags = new bool[series.Length];
        RuptureDetection.Flag(criterion, DetectionForm.SoFar, series, DetectionReference.CheckIn, flags);
        var marks = ImmutableArray.CreateBuilder<CriterionMark>(series.Length);
        var before = new List<double>(series.Length);
        for (var i = 0; i < series.Length; i++)
        {
            marks.Add(double.IsNaN(series[i]) ? CriterionMark.NoAnswer
                : flags[i] ? CriterionMark.Fall
                : CanJudge(criterion, before) ? CriterionMark.NoFall : CriterionMark.CannotJudgeYet);
            if (!double.IsNaN(series[i]))
                before.Add(series[i]);
        }

        return marks.ToImmutable();
    }

    private static bool CanJudge(DetectionCriterion criterion, List<double> before) => RuptureDetection.CouldJudge(criterion, DetectionForm.SoFar, before.Count + 1, before.Count + 1) && criterion switch
    {
        // Nothing to measure by: the answers never varied, or all lie on one line.
        OneOwnSdDrop or TwoOwnSdDrop => before.Exists(value => value != before[0]),
        BelowOwnTrend => Enumerable.Range(2, before.Count - 2).Any(i => Math.Abs(before[i] - (2 * before[i - 1]) + before[i - 2]) > 1e-9),
        _ => true,
    };

    private static CriterionMark ToldIn(PartnerCourse course, CoursePoint point) =>
        course.Findings.OfType<RuptureFinding.Direct>().FirstOrDefault(one => one.Session == point.Session) switch
        {
            { By: TensionReporter.Partner } => CriterionMark.Told,
            { By: TensionReporter.Therapist } => CriterionMark.Noticed,
            _ => point.Tension is null ? CriterionMark.NoAnswer : CriterionMark.NoFall,
        };
}
