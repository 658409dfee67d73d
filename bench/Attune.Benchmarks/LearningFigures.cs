using System.Collections.Immutable;
using System.Globalization;
using Attune.Method.Alliance;
using Attune.Method.Catalogue;
using Attune.Method.Learning;

namespace Attune.Benchmarks;

/// <summary>The posterior over 100,000 sessions and 40 terms with partners' own intercepts, in one area and in three, cold and from where it was.</summary>
internal static class LearningFigures
{
    private const int Sessions = 100_000;
    private const int Terms = 40;
    private const int SessionsEach = 20;

    public static IEnumerable<(string Figure, double Goal, Action Work)> All()
    {
        var couple = FiftySessions.Fold();
        yield return ("a couple of 50 sessions, read as before each and learnt from, by the partner's report", 25, () =>
            PracticeLearning.Of([couple], MethodCatalogue.BuiltIn, FiftySessions.Therapist, TensionReporter.Partner));
        foreach (var areas in new[] { 1, 3 })
        {
            var (rows, prior) = (Made(areas), PriorOf(areas));
            var posterior = ((LearningFit.Learned)LaplaceFit.Fit(rows, prior)).Posterior;
            var over = string.Create(CultureInfo.InvariantCulture, $"{rows.Count:N0} sessions x {Terms} terms, {rows.Partners:N0} partners, areas: {areas}");
            yield return ($"posterior over {over}", 1_000, () => LaplaceFit.Fit(rows, prior));
            yield return ("the same, from where it was", 1_000, () => LaplaceFit.Refit(posterior, rows));
        }
    }

    private static LearningPrior PriorOf(int areas) => new(
        [.. Enumerable.Range(0, Terms).Select(k => new TermPrior($"t{k}", 0, .3))], new TermPrior("intercept", -2.5, .7), LearningPrior.DefaultPartnerSd,
        areas == 1 ? [0] : [Math.Log(.35), Math.Log(.25), Math.Log(.40)], "bench");

    private static LearningRows Made(int areas)
    {
        var random = new Random(20_261_124);
        var weights = Enumerable.Range(0, Terms).Select(_ => .2 * Normal()).ToArray();
        return LearningRows.Of([.. Enumerable.Range(0, Terms).Select(k => $"t{k}")], areas, Enumerable.Range(0, Sessions / SessionsEach).SelectMany(Partner));

        IEnumerable<LearningRow> Partner(int partner)
        {
            var own = .5 * Normal();
            for (var session = 0; session < SessionsEach; session++)
            {
                ImmutableArray<double> values = [.. Enumerable.Range(0, areas * Terms).Select(_ => .5 * Normal())];
                var broke = Enumerable.Range(0, areas).Any(area =>
                    random.NextDouble() < 1 / (1 + Math.Exp(2.5 - (areas == 1 ? 0 : Math.Log(1.0 / areas)) - own - weights.Select((weight, k) => weight * values[area * Terms + k]).Sum())));
                yield return new LearningRow(partner / 2, partner, values, broke ? SessionOutcome.ReportOfUnknownArea : SessionOutcome.NoReport);
            }
        }

        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
    }
}
