using Attune.Method.Detection;
using Attune.Method.Simulation;

namespace Attune.Method.Tests.Simulation;

public sealed class DetectorGridTests
{
    private static readonly DetectorPlan Small = new(7, 200, [6, 12], [1, 2.5], [0, 0.6]);

    private static readonly Lazy<DetectorGrid> Grid = new(() => DetectorGrid.Run(Small, [DetectionCriterion.IndividualsChartThreeSigmaKeptOut, DetectionCriterion.TwoStricterSdDrop]));

    [Fact]
    public void Cells_OfAPlan_AreEveryKindOnceAndTheEarlyOnesLast()
    {
        var cells = Small.Cells().ToArray();

        Assert.Equal(2 * 2 * 2 * 5 + 5, cells.Length);
        Assert.Equal(cells.Length, cells.Distinct().Count());
        Assert.All(cells[^5..], cell => Assert.True(cell is { IsEarly: true, FirstOnset: 2, LastOnset: 4 }));
        Assert.All(cells[..^5], cell => Assert.True(cell is { IsEarly: false, FirstOnset: 5 }));
    }

    [Fact]
    public void Lines_OfALength_WeighShapesAsTheyComeAndRangeOverAutocorrelations()
    {
        var lines = Grid.Value.Lines(12, 2.5);

        Assert.Equal([DetectionCriterion.IndividualsChartThreeSigmaKeptOut, DetectionCriterion.TwoStricterSdDrop, null], lines.Select(line => line.Criterion));
        var chart = Grid.Value.Cells.Where(cell => cell.Course is { Sessions: 12, Depth: 2.5, Autocorrelation: 0.6, IsEarly: false }).ToDictionary(cell => cell.Course.Shape, cell => cell.Criteria[0]);
        Assert.Equal(chart.Sum(one => RuptureShares.Usual.Of(one.Key) * one.Value.Found.Value!.Value), lines[0].Found, 12);
        Assert.All(lines, line => Assert.True(line.LeastQuiet <= line.MostQuiet && line.FoundByShape.Length == 5));
        Assert.All(lines.Zip(Grid.Value.Lines(12, 1)), pair => Assert.True(pair.First.Found > pair.Second.Found));
    }

    [Fact]
    public void EarlyLines_BeforeAChartCanJudge_TheDropFindsAndTheChartHardly()
    {
        var lines = Grid.Value.EarlyLines();

        Assert.True(lines[1].Found > 0.7);
        Assert.True(lines[0].Found < 0.4);
        Assert.True(lines[2].Found >= lines[0].Found);
    }

    [Fact]
    public void Leading_OnACourse_FlagsNoMoreThanItsTwoCriteriaTogether()
    {
        foreach (var cell in Grid.Value.Cells)
        {
            var together = cell.Criteria.Sum(one => one.QuietFlagged.Count);
            Assert.InRange(cell.Leading!.QuietFlagged.Count, 0, together);
            Assert.Equal(cell.Leading.Found.Count, cell.Leading.Delays.Sum());
        }
    }

    [Theory]
    [InlineData(0, 6, "courses")]
    [InlineData(10, 1, "Sessions")]
    public void Run_PlanThatCannotBe_IsRefusedByName(int courses, int sessions, string named)
    {
        var refused = Assert.Throws<ArgumentException>(() => DetectorGrid.Run(
            Small with { Courses = courses, Sessions = [sessions] }, RuptureDetection.Criteria, cancellation: TestContext.Current.CancellationToken));

        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fault_DepthsThatDoNotAscend_IsSaid() => Assert.Contains("ascending", (Small with { Depths = [2, 1] }).Fault(), StringComparison.Ordinal);
}
