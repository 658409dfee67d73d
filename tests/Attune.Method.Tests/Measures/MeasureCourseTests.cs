using Attune.Method.Cases;
using Attune.Method.Measures;

namespace Attune.Method.Tests.Measures;

public sealed class MeasureCourseTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly MeasureDefinition Ten = new()
    {
        Code = "ten",
        Name = "Ten",
        Scoring = MeasureScoring.WholeScore,
        Lowest = 0,
        Highest = 40,
        Direction = MeasureDirection.HigherIsBetter,
        Source = "Invented",
    };

    [Fact]
    public void Of_ScoresOutOfOrder_GoesBySessionAndKeepsTheLatest()
    {
        var couple = CoupleCase.Fold([Scored(Partner.B, 4, 30), Scored(Partner.A, 3, 20), Scored(Partner.A, 0, 12), Scored(Partner.A, 3, 22), Scored(Partner.A, 1, 15, "other")]);

        var courses = MeasureCourse.Of(couple);

        Assert.Equal([("other", Partner.A), ("ten", Partner.A), ("ten", Partner.B)], courses.Select(course => (course.Measure, course.Partner)));
        Assert.Equal([(0, 12d), (3, 22d)], courses[1].Points.Select(one => (one.Session, one.Score!.Value)));
        Assert.Equal(10, courses[1].Change);
    }

    [Fact]
    public void Of_ScoreTakenBack_IsGone()
    {
        var couple = CoupleCase.Fold([Scored(Partner.A, 1, 12), Scored(Partner.A, 2, 14), Scored(Partner.A, 1, null)]);

        Assert.Equal([2], Assert.Single(MeasureCourse.Of(couple)).Points.Select(one => one.Session));
        Assert.Empty(MeasureCourse.Of(CoupleCase.Fold([Scored(Partner.A, 1, 12), Scored(Partner.A, 1, null)])));
    }

    [Fact]
    public void Change_FewerThanTwoScores_IsNotThere()
    {
        Assert.Equal(double.NaN, Course().Change);
        Assert.Equal(double.NaN, Course(12).Change);
        Assert.Equal(-4, Course(12, 30, 8).Change);
        Assert.Null(Course().First);
        Assert.Null(Course().Last);
    }

    [Fact]
    public void ChangeInSds_NoReferenceGroup_IsNotThere()
    {
        Assert.Equal(double.NaN, Course(12, 22).ChangeInSds(Ten));
        Assert.Equal(double.NaN, Course(12).ChangeInSds(Ten with { ReferenceSd = 8 }));
        Assert.Equal(1.25, Course(12, 22).ChangeInSds(Ten with { ReferenceSd = 8 }));
    }

    private static MeasureCourse Course(params double[] scores) =>
        new(Partner.A, "ten", [.. scores.Select((score, index) => Scored(Partner.A, index + 1, score))]);

    private static MeasureScored Scored(Partner partner, int session, double? score, string measure = "ten") =>
        new() { At = At, Partner = partner, Session = session, Measure = measure, Name = "Ten", LowestScore = 0, HighestScore = 40, Score = score };
}
