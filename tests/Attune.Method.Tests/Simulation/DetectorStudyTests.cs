using System.Collections.Immutable;
using Attune.Method.Detection;
using Attune.Method.Simulation;

namespace Attune.Method.Tests.Simulation;

public sealed class DetectorStudyTests
{
    private static readonly ImmutableArray<DetectionCriterion> All = RuptureDetection.Criteria;

    private static StudyCourse Course(RuptureShape shape = RuptureShape.SuddenFallSuddenReturn, double depth = 2) => new(
        shape, 16, depth, 3, shape == RuptureShape.StepThatStays ? TrueRepair.None : TrueRepair.Full, 0.3, 4);

    [Fact]
    public void Run_OneCoreOrMany_GivesTheSameFigures()
    {
        var one = Run(Course(), All, 7, 3_000, cores: 1);
        var many = Run(Course(), All, 7, 3_000);

        Assert.Equal(one.Criteria.Select(Text), many.Criteria.Select(Text));
        Assert.Equal(All.Length, one.Criteria.Length);
        Assert.Equal(Text(one.Leading!), Text(many.Leading!));
    }

    [Fact]
    public void Run_Figures_AddUp()
    {
        foreach (var figures in Run(Course(), All, 7, 1_500).Criteria)
        {
            Assert.Equal(1_500, figures.Found.Of);
            Assert.Equal(1_500, figures.QuietFlagged.Of);
            Assert.Equal(figures.Found.Count, figures.Delays.Sum());
            Assert.Equal(5, figures.Delays.Length);
            Assert.True(figures.FlaggedAfter.Of < 1_500 && figures.SessionsFlaggedOutside.Of > 1_500);
            Assert.InRange(figures.MeanDelay ?? 0, 0, 4);
        }
    }

    [Fact]
    public void Run_DeeperRupture_IsFoundMoreOften()
    {
        var (shallow, deep) = (Run(Course(depth: 0.5), All, 7, 2_000), Run(Course(depth: 3), All, 7, 2_000));
        // Test 4 asks for eight sessions in a row: a rupture of three does not make it.
        var compared = shallow.Criteria.Zip(deep.Criteria).Where(pair => pair.First.Criterion != DetectionCriterion.WesternElectricRule4).ToArray();

        Assert.All(compared, pair => Assert.True(pair.Second.Found.Count > pair.First.Found.Count, $"{pair.First.Criterion}"));
        Assert.Equal(shallow.Criteria.Select(one => one.QuietFlagged), deep.Criteria.Select(one => one.QuietFlagged));
        Assert.Equal(shallow.Criteria.Select(one => one.FlaggedBefore), deep.Criteria.Select(one => one.FlaggedBefore));
    }

    [Fact]
    public void Run_SlowDecline_IsFoundLaterThanASuddenFall()
    {
        static StudyCourse Long(RuptureShape shape) => new(shape, 16, 3, 6, TrueRepair.Full, 0, 8);
        var criteria = ImmutableArray.Create(DetectionCriterion.IndividualsChartThreeSigmaKeptOut);
        var sudden = Run(Long(RuptureShape.SuddenFallSuddenReturn), criteria, 7, 2_000).Criteria[0];
        var slow = Run(Long(RuptureShape.SlowFallSuddenReturn), criteria, 7, 2_000).Criteria[0];

        Assert.True(slow.MeanDelay > sudden.MeanDelay + 1, $"{slow.MeanDelay} and {sudden.MeanDelay}");
        Assert.True(slow.MedianDelay >= sudden.MedianDelay);
    }

    [Fact]
    public void Run_BadCourse_IsRefusedByName()
    {
        Assert.StartsWith("Repair:", Refused(Course() with { Repair = TrueRepair.None }).Message, StringComparison.Ordinal);
        Assert.StartsWith("Depth:", Refused(Course() with { Depth = double.NaN }).Message, StringComparison.Ordinal);
        Assert.StartsWith("Autocorrelation:", Refused(Course() with { Autocorrelation = 0.9 }).Message, StringComparison.Ordinal);
        Assert.StartsWith("Level:", Refused(Course() with { Answers = new SimulationOptions { Level = 9 } }).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Run(Course(), [DetectionCriterion.IndividualsChartThreeSigmaKeptOut], 7, 10, form: DetectionForm.WholeSeries));

        static ArgumentException Refused(StudyCourse course) => Assert.Throws<ArgumentException>(() => Run(course, All, 7, 10));
    }

    [Theory]
    // statsmodels 0.13.5: proportion_confint(count, of, method='wilson').
    [InlineData(0, 10, 0, 0.277532799862889)]
    [InlineData(3, 10, 0.107791267406301, 0.603221852538855)]
    [InlineData(10, 10, 0.722467200137111, 1)]
    [InlineData(740, 2000, 0.349108595769011, 0.391389836524115)]
    public void Interval_OfCounts_IsWilsons(long count, long of, double lower, double upper)
    {
        var found = new CountedShare(count, of).Interval!.Value;

        Assert.Equal(lower, found.Lower, 1e-10);
        Assert.Equal(upper, found.Upper, 1e-10);
        Assert.Null(new CountedShare(0, 0).Value);
        Assert.Null(new CountedShare(0, 0).Interval);
    }

    private static DetectorStudyResult Run(
        StudyCourse course, ImmutableArray<DetectionCriterion> criteria, uint seed, int courses, int? cores = null, DetectionForm form = DetectionForm.SoFar) =>
        DetectorStudy.Run(course, criteria, seed, courses, cores, form, TestContext.Current.CancellationToken);

    private static string Text(DetectorFigures figures) => System.Text.Json.JsonSerializer.Serialize(figures);
}
