using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Simulation;

namespace Attune.Method.Tests.Simulation;

public sealed class RuptureShapeTests
{
    [Theory]
    [InlineData(RuptureShape.SuddenFallSuddenReturn, TrueRepair.Full, "0 2 2 2 2 0 0")]
    [InlineData(RuptureShape.SlowFallSuddenReturn, TrueRepair.Full, "0 .5 1 1.5 2 0 0")]
    [InlineData(RuptureShape.SuddenFallSlowReturn, TrueRepair.Full, "0 2 1.5 1 .5 0 0")]
    [InlineData(RuptureShape.SlowFallSlowReturn, TrueRepair.Full, "0 1 2 1.333333 .666667 0 0")]
    [InlineData(RuptureShape.StepThatStays, TrueRepair.None, "0 2 2 2 2 2 2")]
    [InlineData(RuptureShape.SuddenFallSuddenReturn, TrueRepair.Partial, "0 2 2 2 2 1 1")]
    [InlineData(RuptureShape.SlowFallSuddenReturn, TrueRepair.Partial, "0 .5 1 1.5 2 1 1")]
    [InlineData(RuptureShape.SuddenFallSlowReturn, TrueRepair.Partial, "0 2 1.75 1.5 1.25 1 1")]
    public void FallIn_EachShape_LooksAsNamed(RuptureShape shape, TrueRepair repair, string expected)
    {
        var rupture = new TrueRupture(Partner.A, RuptureArea.Goal, null, shape, 2, 2, 4, repair, true, true);
        double[] falls = [.. Enumerable.Range(1, 7).Select(rupture.FallIn)];
        double[] wanted = [.. expected.Split(' ').Select(text => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture))];

        Assert.Equal(wanted, falls, (one, other) => Math.Abs(one - other) < 1e-6);
        Assert.Equal(falls, [.. Enumerable.Range(1, 7).Select(session => (rupture.FallIn(session, RuptureArea.Task) + rupture.FallIn(session, RuptureArea.Goal) + rupture.FallIn(session, RuptureArea.Bond)) / 3)], (one, other) => Math.Abs(one - other) < 1e-12);
        Assert.True(rupture.FallIn(2, RuptureArea.Goal) > rupture.FallIn(2, RuptureArea.Bond));
        Assert.Equal([false, false, true, true, true, true, repair == TrueRepair.None], Enumerable.Range(1, 7).Select(rupture.IsOpenBefore));
    }

    [Fact]
    public void Shapes_AsAsked_ComeInTheirShares()
    {
        var shares = new RuptureShares(0.4, 0.3, 0, 0.2, 0.1);
        var simulator = new CoupleSimulator(MethodCatalogue.BuiltIn, new SimulationOptions { Shapes = shares, FirstSixTherapist = 0.8, Dropout = 0 });
        var ruptures = simulator.Couples(5, 0, 500).SelectMany(couple => couple.Ruptures).ToArray();

        Assert.All(Enum.GetValues<RuptureShape>(), shape =>
        {
            var (share, found) = (shares.Of(shape), ruptures.Count(rupture => rupture.Shape == shape) / (double)ruptures.Length);
            Assert.InRange(found, share - 4 * Math.Sqrt(share * (1 - share) / ruptures.Length), share + 4 * Math.Sqrt(share * (1 - share) / ruptures.Length));
        });
        Assert.All(ruptures, rupture => Assert.Equal(rupture.Shape == RuptureShape.StepThatStays, rupture.Repair == TrueRepair.None));
        Assert.All(ruptures, rupture => Assert.InRange(rupture.Depth, 0.75, 2.5));
        Assert.All(ruptures, rupture => Assert.InRange(rupture.Length, 1, 6));
        Assert.Equal([1, 2, 3, 4, 5, 6], ruptures.Select(rupture => rupture.Length).Distinct().Order());
    }
}
