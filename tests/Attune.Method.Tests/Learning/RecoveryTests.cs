using Attune.Method.Learning;

namespace Attune.Method.Tests.Learning;

/// <summary>
/// Simulation-based calibration (truths from the prior) and the verdict with the signal on and off. ATTUNE_PRACTICES=200 makes as many practices as the goals are
/// stated for; fewer make the same checks with limits as wide as their number asks for.
/// </summary>
public sealed class RecoveryTests(ITestOutputHelper output)
{
    private const uint Seed = 7;

    private static readonly int Practices = int.TryParse(Environment.GetEnvironmentVariable("ATTUNE_PRACTICES"), out var many) ? many : 40;

    [Theory, InlineData(0.0), InlineData(1.0)]
    public void Posterior_TruthsFromThePrior_CoversThemAndRanksThemEvenly(double areaKnown)
    {
        var shape = new PracticeShape(Couples: 40, Sessions: 20, AreaKnown: areaKnown);
        var found = new (double Place, bool IsOwn, int Term)[Practices][];
        Parallel.For(0, Practices, i => found[i] = [.. PlacesOf(new SimulatedPractice(Seed, (uint)i, shape))]);

        var terms = found.SelectMany(one => one).Where(one => !one.IsOwn).ToArray();
        var pooled = Covered(terms);
        var byTerm = terms.GroupBy(one => one.Term).OrderBy(term => term.Key).Select(term => (term.Key, Covered: Covered([.. term]), Mean: term.Average(one => one.Place), Chi: ChiSquare([.. term.Select(one => one.Place)]))).ToArray();
        var own = found.SelectMany(one => one).Where(one => one.IsOwn).ToArray();
        output.WriteLine($"{Practices} practices: pooled {pooled:P1}, chi-square {ChiSquare([.. terms.Select(one => one.Place)]):0.0} of 19; partners {Covered(own):P1}, chi-square {ChiSquare([.. own.Select(one => one.Place)]):0.0}");
        foreach (var (term, covered, mean, chi) in byTerm)
            output.WriteLine($"  {term}: {covered:P1}, mean place {mean:0.000}, chi-square {chi:0.0}");
    }

    [Theory, InlineData(0.0), InlineData(.74)]
    public void Verdict_SignalOffAndOn_IsSeldomWrong(double termsSd)
    {
        var shape = new PracticeShape(Couples: 40, Sessions: 25, TermsSd: termsSd);
        var found = new ForecastEvaluation[Practices];
        for (var i = 0; i < Practices; i++)
        {
            var practice = new SimulatedPractice(Seed + 1, (uint)i, shape);
            var fit = Assert.IsType<LearningFit.Learned>(LaplaceFit.Fit(practice.Rows, practice.Prior));
            found[i] = LeaveOneCoupleOut.Evaluate(fit.Posterior, practice.Rows);
        }

        output.WriteLine($"SD {termsSd}, {Practices} practices: better in {found.Count(one => one.Verdict == ForecastVerdict.BetterThanBaseRate)}, "
            + $"too few in {found.Count(one => one.Verdict == ForecastVerdict.TooFewToTell)}; slope {found.Average(one => one.Learned!.Calibration.Line!.Slope):0.000}, area {found.Average(one => one.Learned!.Discrimination):0.000}, rate {found.Average(one => (double)one.Learned!.Reports / one.Learned.Sessions):P1}");
    }

    private static IEnumerable<(double Place, bool IsOwn, int Term)> PlacesOf(SimulatedPractice practice)
    {
        var posterior = Assert.IsType<LearningFit.Learned>(LaplaceFit.Fit(practice.Rows, practice.Prior)).Posterior;
        yield return (Place(practice.Intercept, posterior.Intercept), false, -1);
        for (var k = 0; k < practice.Weights.Length; k++)
            yield return (Place(practice.Weights[k], posterior.Terms[k]), false, k);
        for (var partner = 0; partner < practice.Own.Length; partner++)
        {
            if (posterior.PartnerOf(partner) is { } own)
                yield return (Place(practice.Own[partner], own), true, 0);
        }
    }

    private static double Place(double truth, LearnedWeight found) => Normal.Below((truth - found.Mean) / found.Sd);

    private static double Covered((double Place, bool IsOwn, int Term)[] places) => places.Count(one => one.Place is >= .05 and <= .95) / (double)places.Length;

    // Over twenty like bins.
    private static double ChiSquare(double[] places)
    {
        var counts = new int[20];
        foreach (var place in places)
            counts[Math.Min(19, (int)(place * 20))]++;
        var expected = places.Length / 20.0;
        return counts.Sum(count => (count - expected) * (count - expected) / expected);
    }
}
