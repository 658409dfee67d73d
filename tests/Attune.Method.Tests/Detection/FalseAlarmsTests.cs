using Attune.Method.Detection;
using static Attune.Method.Detection.DetectionCriterion;
using static Attune.Method.Detection.DetectionForm;

namespace Attune.Method.Tests.Detection;

/// <summary>The simulator of false alarms, against the table of the method's facts (4,000 courses each, made with another tool).</summary>
public class FalseAlarmsTests
{
    private const int TheirCourses = 4_000;
    private const int OurCourses = 20_000;
    private const uint Seed = 2611;

    private static readonly (DetectionCriterion Criterion, DetectionForm Form)[] Columns =
    [
        (OneOwnSdDrop, WholeSeries), (TwoOwnSdDrop, WholeSeries), (TwoStricterSdDrop, WholeSeries),
        (IndividualsChartThreeSigma, WholeSeries), (IndividualsChartTwoSigma, WholeSeries), (IndividualsChartThreeSigma, SoFar),
    ];

    [Theory]
    [InlineData(8, 0, 0, new[] { .97, .55, .38, .01, .13, .11 })]
    [InlineData(8, .4, 0, new[] { .92, .38, .16, .03, .27, .13 })]
    [InlineData(16, 0, 0, new[] { 1.00, .82, .70, .02, .28, .16 })]
    [InlineData(16, .4, 0, new[] { .99, .55, .35, .10, .59, .27 })]
    [InlineData(30, 0, 0, new[] { 1.00, .97, .92, .04, .50, .22 })]
    [InlineData(30, .4, 0, new[] { 1.00, .74, .60, .21, .84, .39 })]
    [InlineData(16, 0, .1, new[] { .99, .63, .56, .05, .43, .08 })]
    public void Share_CoursesOfTheFacts_IsTheirTable(int length, double autocorrelation, double growth, double[] table)
    {
        var noise = new CourseNoise(autocorrelation, OnRealScale: false, growth);
        Assert.All(Columns.Zip(table), pair =>
        {
            var ours = FalseAlarms.Share([pair.First.Criterion], pair.First.Form, noise, length, Seed, OurCourses).Value;
            // Three standard errors of the difference of two simulations, and half of the table's last digit.
            var error = Math.Sqrt(ours * (1 - ours) * (1.0 / TheirCourses + 1.0 / OurCourses));
            Assert.True(Math.Abs(ours - pair.Second) <= 3 * error + 0.005, $"{pair.First}: {ours} against {pair.Second}");
        });
    }

    [Fact]
    public void Share_SameSeed_IsTheSameAndAnotherIsNot()
    {
        var share = FalseAlarms.Share(Ewma, 16, 0.4, onRealScale: true, Seed, 2_000);
        Assert.Equal(share, FalseAlarms.Share(Ewma, 16, 0.4, onRealScale: true, Seed, 2_000));
        Assert.NotEqual(share, FalseAlarms.Share(Ewma, 16, 0.4, onRealScale: true, Seed + 1, 2_000));
    }

    [Fact]
    public void Share_AllCriteriaTogether_IsAtLeastThatOfEach()
    {
        var noise = new CourseNoise(0.2, OnRealScale: true);
        var together = FalseAlarms.Share(DetectionSeries.Criteria, SoFar, noise, 16, Seed, 1_000).Flagged;
        var each = DetectionSeries.Criteria.Select(criterion => FalseAlarms.Share(criterion, 16, 0.2, onRealScale: true, Seed, 1_000).Flagged).ToArray();
        Assert.InRange(together, each.Max(), Math.Min(1_000, each.Sum()));
        Assert.True(together > each.Min());
    }

    [Fact]
    public void Share_NothingToJudgeBy_IsNone()
    {
        Assert.Equal(new FalseAlarmShare(0, 500), FalseAlarms.Share(IndividualsChartThreeSigma, 4, 0, onRealScale: false, Seed, 500));
        Assert.Equal(0, new FalseAlarmShare(0, 500).StandardError);
        Assert.Equal(0.015, new FalseAlarmShare(100, 1_000).StandardError * Math.Sqrt(2.5), 3);
    }

    [Theory]
    [InlineData(0, 10, 0)]
    [InlineData(8, 0, 0)]
    [InlineData(8, 10, 1)]
    [InlineData(8, 10, -1)]
    [InlineData(8, 10, double.NaN)]
    public void Share_ImpossibleCourses_AreRefused(int length, int courses, double autocorrelation) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => FalseAlarms.Share(Ewma, length, autocorrelation, onRealScale: false, Seed, courses));

    [Fact]
    public void Fill_RealScale_IsInThirdsUpToTheCeiling()
    {
        var course = new double[30];
        var noise = new CourseNoise(0.4, OnRealScale: true);
        var atCeiling = 0;
        for (var number = 0u; number < 200; number++)
        {
            noise.Fill(Seed, number, course);
            Assert.All(course, value => Assert.True(value is >= 1 and <= 7 && Math.Abs(value * 3 - Math.Round(value * 3)) < 1e-9));
            atCeiling += course.Count(value => value == 7);
        }
        // Level 5.5 and SD sqrt(1 + .25): 6.83 and above, which is rounded to 7, is 11.7% of answers.
        Assert.InRange(atCeiling / 6_000.0, 0.06, 0.18);
    }

    [Theory]
    [InlineData(0), InlineData(.2), InlineData(.4), InlineData(.6)]
    public void Fill_StandardScale_HasItsSpreadAndAutocorrelationFromTheFirstOn(double autocorrelation)
    {
        const int courses = 40_000;
        var noise = new CourseNoise(autocorrelation, OnRealScale: false);
        Span<double> course = stackalloc double[2];
        var (first, second, product) = (0.0, 0.0, 0.0);
        for (var number = 0u; number < courses; number++)
        {
            noise.Fill(Seed, number, course);
            first += course[0] * course[0] / courses;
            second += course[1] * course[1] / courses;
            product += course[0] * course[1] / courses;
        }
        // Standard errors: sqrt(2 / n) = .007 of a variance, at most sqrt((1 + r^2) / n) = .006 of the product.
        Assert.Equal(1, first, 0.022);
        Assert.Equal(1, second, 0.022);
        Assert.Equal(autocorrelation, product, 0.018);
    }

    // A course owes nothing to how many were made before it, nor to its length.
    [Fact]
    public void Fill_AnyOrderAndLength_IsTheSameCourse() => Gen.Select(Gen.UInt[0, 5_000], Gen.Int[1, 30], Gen.Bool).Sample((number, length, onRealScale) =>
    {
        var noise = new CourseNoise(0.4, onRealScale);
        var (course, longer) = (new double[length], new double[length + 5]);
        noise.Fill(Seed, number + 1, longer);
        noise.Fill(Seed, number, longer);
        noise.Fill(Seed, number, course);
        return course.SequenceEqual(longer.Take(length));
    });
}
