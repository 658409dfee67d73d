using Attune.Method.Learning;

namespace Attune.Method.Tests.Learning;

public sealed class ToldAreaTests
{
    private static readonly Gen<double[]> Odds = Gen.Double[-6, 6].Array[1, 5];

    // No report, and a report of each area: one of them happens, and any report is what a report of an unknown area is.
    [Fact]
    public void Chances_NoneAndEachArea_AddUpToOne() => Odds.Sample(odds =>
    {
        var none = odds.Aggregate(1.0, (product, one) => product / (1 + Math.Exp(one)));
        var told = Enumerable.Range(0, odds.Length).Sum(area => ChanceOf(odds, area));
        Assert.Equal(1, none + told, 1e-13);
    }, iter: 500);

    // The definition, set by set: each area breaks by itself, and of those that broke one is told.
    [Fact]
    public void Chance_AnyOdds_IsTheSumOverWhatBroke() => Odds.Sample(odds =>
    {
        for (var told = 0; told < odds.Length; told++)
        {
            double expected = 0;
            for (var broke = 0; broke < 1 << odds.Length; broke++)
            {
                if ((broke >> told & 1) == 1)
                    expected += odds.Select((one, area) => 1 / (1 + Math.Exp((broke >> area & 1) == 1 ? -one : one))).Aggregate(1.0, (a, b) => a * b) / int.PopCount(broke);
            }

            Assert.Equal(expected, ChanceOf(odds, told), 1e-13);
        }
    }, iter: 200);

    [Fact]
    public void SlopeAndCurvature_AnyOdds_AreTheDifferences() => Gen.Select(Odds, Gen.Int[0, 4]).Sample((odds, which) =>
    {
        const double step = 1e-5;
        var told = which % odds.Length;
        var (slope, curvature) = LookAt(odds, told);
        for (var area = 0; area < odds.Length; area++)
        {
            var (up, down) = (Moved(area, step), Moved(area, -step));
            Assert.Equal((-Math.Log(ChanceOf(up, told)) + Math.Log(ChanceOf(down, told))) / (2 * step), slope[area], 1e-8);
            for (var other = 0; other < odds.Length; other++)
                Assert.Equal((LookAt(up, told).Slope[other] - LookAt(down, told).Slope[other]) / (2 * step), curvature[area, other], 1e-8);
        }

        double[] Moved(int area, double by) => [.. odds.Select((one, at) => at == area ? one + by : one)];
    }, iter: 200);

    // The whole loss over rows, weights and partners: what the fit goes down by.
    [Theory, InlineData(false), InlineData(true)]
    public void Loss_MixedOutcomes_HasTheSlopeOfItsDifferences(bool gaussNewton)
    {
        var stream = new SeededStream(9, 0);
        SessionOutcome[] outcomes = [SessionOutcome.NoReport, SessionOutcome.ReportOfUnknownArea, SessionOutcome.ReportOfArea(0), SessionOutcome.ReportOfArea(1), SessionOutcome.ReportOfArea(2)];
        var rows = LearningRows.Of(["one", "two"], 3, Enumerable.Range(0, 60).Select(i => new LearningRow(i / 20, i / 10, [.. Enumerable.Range(0, 6).Select(_ => stream.Normal())], outcomes[i % 5])));
        var prior = new LearningPrior([new("one", .3, .4), new("two", -.2, .3)], new TermPrior("intercept", -1.5, .7), .5, [Math.Log(.35), Math.Log(.25), Math.Log(.40)], "test");
        var surface = new LossSurface(rows, prior);
        // The weights' slope with the partners' left where they are: without what their elimination adds.
        var state = At(-1);
        surface.LookAt(state, gaussNewton);
        var slope = Enumerable.Range(0, 3).Select(k => surface.Sums.Slope[k] + Enumerable.Range(0, rows.Partners).Sum(j => state.OwnSlope[j] / state.OwnCurvature[j] * state.Cross[j * rows.Width + k])).ToArray();
        var own = state.OwnSlope.ToArray();

        for (var k = 0; k < 3 + rows.Partners; k++)
            Assert.Equal((LossOf(At(k, 1e-5)) - LossOf(At(k, -1e-5))) / 2e-5, k < 3 ? slope[k] : own[k - 3], 1e-6);

        double LossOf(ArrowState at)
        {
            surface.LookAt(at, gaussNewton);
            return surface.Sums.Loss;
        }

        ArrowState At(int moved, double by = 0)
        {
            var at = new ArrowState(rows.Width, rows.Partners);
            for (var k = 0; k < 3 + rows.Partners; k++)
            {
                var value = .3 * Math.Sin(k + 1) + (k == moved ? by : 0);
                if (k < 3)
                    at.Weights[k] = value;
                else
                    at.Own[k - 3] = value;
            }

            return at;
        }
    }

    private static double ChanceOf(double[] odds, int told) => Math.Exp(-new ToldArea(odds.Length).LookAt(odds, ChancesOf(odds), told));

    private static double[] ChancesOf(double[] odds) => [.. odds.Select(one => 1 / (1 + Math.Exp(-one)))];

    private static (double[] Slope, double[,] Curvature) LookAt(double[] odds, int told)
    {
        var area = new ToldArea(odds.Length);
        area.LookAt(odds, ChancesOf(odds), told);
        var curvature = new double[odds.Length, odds.Length];
        for (var a = 0; a < odds.Length; a++)
        {
            curvature[a, a] = area.Diagonal[a];
            for (var b = 0; b < odds.Length; b++)
            {
                for (var node = 0; node < area.Nodes; node++)
                    curvature[a, b] -= area.ShareOf(node) * area.AwayOf(node)[a] * area.AwayOf(node)[b];
            }
        }

        return ([.. area.Slope], curvature);
    }
}
