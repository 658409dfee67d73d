using System.Collections.Immutable;
using Attune.Method.Alliance;
using Attune.Method.Anticipation.Forecasting;
using Attune.Method.Catalogue;

namespace Attune.Method.Learning;

/// <summary>What is believed before any session: independent normals. An SD of positive infinity is flat.</summary>
/// <param name="Terms">In the order of the rows' values.</param>
/// <param name="Intercept">Log-odds, before an area's offset.</param>
/// <param name="PartnerSd">SD of what each partner adds to the intercept, log-odds; 0: partners are alike.</param>
/// <param name="Offsets">Of each area, log-odds: ln of its share of the reports.</param>
/// <param name="Version">Where it comes from; stored with every result.</param>
public sealed record LearningPrior(
    ImmutableArray<TermPrior> Terms, TermPrior Intercept, double PartnerSd, ImmutableArray<double> Offsets, string Version)
{
    /// <summary>SD of partners' own intercepts, log-odds [our proposal]: between two of three partners the odds differ by less than a factor of 2.</summary>
    public const double DefaultPartnerSd = .5;

    /// <summary>The catalogue's terms for one reporter, in three areas. Means and SDs are scaled alike, as the forecast scales them.</summary>
    public static LearningPrior Of(MethodCatalogue catalogue, TensionReporter reporter)
    {
        var model = ForecastModel.Of(catalogue);
        var (weights, scale) = (model.Weights, model.ScaleOf(reporter));
        return new LearningPrior(
            [.. weights.Terms.Select(term => term.IsFixed ? new TermPrior(term.Code, term.Mean, term.Sd) : new TermPrior(term.Code, scale * term.Mean, scale * term.Sd))],
            new TermPrior("intercept", model.InterceptOf(reporter), weights.Reference.InterceptSd),
            DefaultPartnerSd,
            [.. AreaValues.All.Select(area => Math.Log(weights.Reference.Shares.In(area)))],
            $"catalogue-forecast {weights.Reference.Seed}, {reporter}");
    }

    /// <summary>Nothing is believed: the fit is the maximum likelihood. No partners' own intercepts, offsets of 0.</summary>
    public static LearningPrior Flat(ImmutableArray<string> terms, int areas = 1) => new(
        [.. terms.Select(term => new TermPrior(term, 0, double.PositiveInfinity))], new TermPrior("intercept", 0, double.PositiveInfinity), 0, [.. new double[areas]], "flat");

    internal void CheckFits(LearningRows rows)
    {
        if (Terms.Length != rows.Terms.Length || Offsets.Length != rows.Areas)
            throw new ArgumentException($"The prior has {Terms.Length} terms in {Offsets.Length} areas, the rows {rows.Terms.Length} in {rows.Areas}.", nameof(rows));
        if (!(PartnerSd >= 0) || !double.IsFinite(PartnerSd) || Offsets.Any(offset => !double.IsFinite(offset)) || Terms.Append(Intercept).Any(term => !double.IsFinite(term.Mean) || !(term.Sd > 0)))
            throw new ArgumentException("A prior wants finite means, positive SDs and a finite partners' SD of 0 or more.", nameof(rows));
    }
}

/// <summary>One normal belief, log-odds a unit.</summary>
public sealed record TermPrior(string Term, double Mean, double Sd);
