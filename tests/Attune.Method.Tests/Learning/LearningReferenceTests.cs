using System.Globalization;
using Attune.Method.Learning;

namespace Attune.Method.Tests.Learning;

/// <summary>Against <c>Reference/learning.py</c>: statsmodels, scipy, numpy, and dense Newton on the definitions.</summary>
public sealed class LearningReferenceTests
{
    private static readonly ILookup<string, (string What, string Value)> Expected = Rows().ToLookup(row => row.Name, row => (row.What, row.Value));

    public static TheoryData<string> Fits => [.. Named("prior")];

    public static TheoryData<string> Scores => [.. Named("sessions")];

    public static TheoryData<string> Chances => [.. Named("chance")];

    public static TheoryData<int> Rules => [1, 2, 5, 9, 31, 64, 100];

    [Fact]
    public void Table_AsStored_HoldsEveryCase() => Assert.Equal((6, 2, 11), (Fits.Count, Scores.Count, Chances.Count));

    [Theory, MemberData(nameof(Fits))]
    public void Fit_ReferenceRows_EqualsTheDensePosterior(string name)
    {
        var (rows, prior) = Made(name);
        var found = Assert.IsType<LearningFit.Learned>(LaplaceFit.Fit(rows, prior)).Posterior;
        // Statsmodels stops at 1e-8 or so of its own; the rest settles to the last digits.
        var near = name.StartsWith("flat", StringComparison.Ordinal) ? 1e-6 : 1e-8;

        Close(Numbers(name, "mean"), [found.Intercept.Mean, .. found.Terms.Select(term => term.Mean)], near);
        Close(Numbers(name, "sd"), [found.Intercept.Sd, .. found.Terms.Select(term => term.Sd)], near);
        if (!Has(name, "own"))
            return;
        Close(Numbers(name, "covariance"), [.. Enumerable.Range(0, prior.Terms.Length + 1).SelectMany(i => Enumerable.Range(0, prior.Terms.Length + 1).Select(j => found.Covariance(i, j)))], 1e-8);
        Close([double.Parse(Text(name, "evidence"), CultureInfo.InvariantCulture)], [found.LogEvidence], 1e-8);
        var own = Enumerable.Range(0, 100).Select(found.PartnerOf).OfType<LearnedWeight>().ToArray();
        Close(Numbers(name, "own"), [.. own.Select(one => one.Mean)], 1e-8);
        Close(Numbers(name, "own-sd"), [.. own.Select(one => one.Sd)], 1e-8);
    }

    [Theory, MemberData(nameof(Fits))]
    public void Predict_KnownPartner_HasTheDenseMeanAndSpread(string name)
    {
        if (!Has(name, "known-first"))
            return;
        var (rows, prior) = Made(name);
        var found = Assert.IsType<LearningFit.Learned>(LaplaceFit.Fit(rows, prior)).Posterior;
        var last = Expected[name].Last(row => row.What == "row").Value.Split(' ').Skip(2).Select(Parse);
        var first = int.Parse(Text(name, "row").Split(' ')[0], CultureInfo.InvariantCulture);

        var prediction = found.Predict([.. last], first);

        var halves = Text(name, "known-first").Split('/').Select(half => half.Split(' ').Select(Parse).ToArray()).ToArray();
        Close(halves[0], [.. prediction.Areas.Select(area => area.LogOdds)], 1e-8);
        Close(halves[1], [.. prediction.Areas.Select(area => area.LogOddsSd)], 1e-8);
        Assert.Equal(prior.PartnerSd > 0, prediction.KnowsPartner);
    }

    [Theory, MemberData(nameof(Scores))]
    public void Scores_ReferenceSessions_EqualTheSecondTool(string name)
    {
        var sessions = Text(name, "sessions").Split(' ').Select(one => one.Split(':')).Select(one => (Parse(one[0]), one[1] == "1")).ToArray();

        var found = ForecastScores.Of(sessions)!;

        Close([Parse(Text(name, "brier")), Parse(Text(name, "log")), Parse(Text(name, "auc"))], [found.Brier.Value, found.LogScore, found.Discrimination!.Value], 1e-12);
        var line = found.Calibration.Line!;
        Close(Numbers(name, "line"), [line.Intercept, line.InterceptError, line.Slope, line.SlopeError], 1e-6);
        Close([found.Brier.Value], [found.Brier.Reliability - found.Brier.Resolution + found.Brier.Uncertainty + found.Brier.Within], 1e-14);
        if (!Has(name, "murphy"))
            return;
        Close(Numbers(name, "murphy"), [found.Brier.Reliability, found.Brier.Resolution, found.Brier.Uncertainty], 1e-12);
        Close([0], [found.Brier.Within], 1e-12);
        var bins = Expected[name].Where(row => row.What == "bin").Select(row => row.Value.Split(' ').Select(Parse).ToArray()).ToArray();
        Assert.Equal(bins.Length, found.Calibration.Bins.Length);
        foreach (var (expected, bin) in bins.Zip(found.Calibration.Bins))
            Close(expected, [bin.Sessions, bin.Reports, bin.MeanChance, bin.Lower, bin.Upper], 1e-12);
    }

    [Theory, MemberData(nameof(Rules))]
    public void GaussHermite_AnySize_EqualsNumpy(int n)
    {
        var rule = GaussHermite.Of(n);
        Close(Numbers($"nodes-{n}", "nodes"), [.. rule.Nodes], 1e-12);
        Close(Numbers($"nodes-{n}", "weights"), [.. rule.Weights], 1e-12);
        Close([1], [rule.Weights.Sum()], 1e-12);
    }

    [Theory, MemberData(nameof(Chances))]
    public void Chance_ReferenceNormals_EqualsTheIntegral(string name)
    {
        var halves = Text(name, "odds").Split('/').Select(half => half.Split(' ').Select(Parse).ToArray()).ToArray();
        var found = ChanceIntegral.Any(halves[0], halves[1]);
        // Log-odds that spread by 3 are not met; by 2 hardly.
        Close([Parse(Text(name, "chance"))], [found.Probability], halves[1].Max() > 4 ? 1e-6 : 1e-8);
        Close([found.Probability], [ChanceIntegral.MeanOfAny(halves[0], halves[1])], 1e-15);
        if (Has(name, "limits"))
            Close(Numbers(name, "limits"), [found.Lower, found.Upper], 7e-4);
    }

    private static (LearningRows Rows, LearningPrior Prior) Made(string name)
    {
        var shape = Text(name, "shape").Split(' ').Select(Parse).ToArray();
        var (terms, areas, sd) = ((int)shape[0], (int)shape[1], shape[2]);
        var rows = Expected[name].Where(row => row.What == "row").Select(row => row.Value.Split(' ')).Select(row =>
        {
            var (partner, outcome) = (int.Parse(row[0], CultureInfo.InvariantCulture), int.Parse(row[1], CultureInfo.InvariantCulture));
            return new LearningRow(partner / 2, partner, [.. row.Skip(2).Select(Parse)], outcome switch
            {
                0 => SessionOutcome.NoReport,
                > 0 => SessionOutcome.ReportOfArea(outcome - 1),
                _ => SessionOutcome.ReportOfUnknownArea,
            });
        });
        var prior = Text(name, "prior").Split('/').Select(half => half.Split(' ').Select(Parse).ToArray()).ToArray();
        double[] offsets = areas == 3 ? [Math.Log(.35), Math.Log(.25), Math.Log(.40)] : [0];
        return (
            LearningRows.Of([.. Enumerable.Range(0, terms).Select(k => $"t{k}")], areas, rows),
            new LearningPrior(
                [.. Enumerable.Range(0, terms).Select(k => new TermPrior($"t{k}", prior[0][k + 1], prior[1][k + 1]))],
                new TermPrior("intercept", prior[0][0], prior[1][0]), sd, [.. offsets], "reference"));
    }

    private static IEnumerable<string> Named(string what) => Expected.Where(rows => rows.Any(row => row.What == what)).Select(rows => rows.Key);

    private static bool Has(string name, string what) => Expected[name].Any(row => row.What == what && row.Value.Length > 0);

    private static string Text(string name, string what) => Expected[name].First(row => row.What == what).Value;

    private static double[] Numbers(string name, string what) => [.. Text(name, what).Split(' ').Select(Parse)];

    private static double Parse(string text) => text == "inf" ? double.PositiveInfinity : double.Parse(text, CultureInfo.InvariantCulture);

    private static void Close(double[] expected, double[] actual, double near)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= near, $"{i}: {expected[i]:R} expected, {actual[i]:R} found");
    }

    private static IEnumerable<(string Name, string What, string Value)> Rows()
    {
        using var reader = new StreamReader(typeof(LearningReferenceTests).Assembly.GetManifestResourceStream("Reference/learning.csv")!);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split(',', 3);
            yield return (parts[0], parts[1], parts[2]);
        }
    }
}
