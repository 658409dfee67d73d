using System.Collections.Immutable;

namespace Attune.Method.Learning;

/// <summary>What was learnt: a joint normal over the intercept, the terms and each partner's own intercept. Immutable.</summary>
public sealed class LearnedPosterior
{
    private readonly double[] _mean;
    private readonly double[] _covariance;
    private readonly double[] _own;
    private readonly ArrowState _mode;
    private readonly Dictionary<int, int> _groups;
    private readonly int _width;

    internal LearnedPosterior(LearningRows rows, LearningPrior prior, ArrowState mode, (double[] Weights, double[] Own) mean, double[] covariance, double logEvidence)
    {
        (_groups, _width, Prior, _mode, _own, _covariance, LogEvidence) = (rows.Groups, rows.Width, prior, mode, mean.Own, covariance, logEvidence);
        _mean = mean.Weights[..Size];
        Provenance = new LearningProvenance(
            LaplaceFit.Algorithm, LaplaceFit.Version, prior.Version, prior.PartnerSd, rows.Count, rows.Reports, rows.Unanswered, rows.Couples, rows.Partners);
        Intercept = WeightOf(0, prior.Intercept);
        Terms = [.. prior.Terms.Select((term, k) => WeightOf(k + 1, term))];
    }

    public LearningPrior Prior { get; }

    public LearningProvenance Provenance { get; }

    public LearnedWeight Intercept { get; }

    /// <summary>In the order of the rows' values.</summary>
    public ImmutableArray<LearnedWeight> Terms { get; }

    /// <summary>
    /// ln of the probability of the answers under the prior, by Laplace; the constant of flat priors is left out. Compares priors over the same rows.
    /// </summary>
    public double LogEvidence { get; }

    private int Size => Prior.Terms.Length + 1;

    /// <summary>Covariance of two weights, log-odds squared: 0 is the intercept, then the terms.</summary>
    public double Covariance(int one, int other) => _covariance[one * Size + other];

    /// <summary>What a partner adds to the intercept, log-odds; null for one without answered sessions.</summary>
    public LearnedWeight? PartnerOf(int partner)
    {
        var group = Prior.PartnerSd > 0 ? _groups.GetValueOrDefault(partner, -1) : -1;
        if (group < 0)
            return null;
        var line = new double[Size];
        AddOwn(group, line);
        return new LearnedWeight("partner", _own[group], Math.Sqrt(Spread(line, line) + 1 / _mode.OwnCurvature[group]), 0, Prior.PartnerSd);
    }

    /// <summary>A new partner's, or a known one's with their own intercept.</summary>
    /// <param name="values">As <see cref="LearningRow.Values"/>.</param>
    /// <param name="partner">Null, or a partner without answered sessions: somebody new, who may differ as partners do.</param>
    public Prediction Predict(ImmutableArray<double> values, int? partner)
    {
        var (terms, areas) = (Prior.Terms.Length, Prior.Offsets.Length);
        if (values.IsDefault || values.Length != terms * areas)
            throw new ArgumentException($"{terms} terms in {areas} areas want {terms * areas} values.", nameof(values));
        var group = partner is { } known && Prior.PartnerSd > 0 ? _groups.GetValueOrDefault(known, -1) : -1;
        var lines = new double[areas][];
        for (var area = 0; area < areas; area++)
        {
            lines[area] = [1, .. values.AsSpan(area * terms, terms)];
            if (group >= 0)
                AddOwn(group, lines[area]);
        }

        var own = group >= 0 ? 1 / _mode.OwnCurvature[group] : Prior.PartnerSd * Prior.PartnerSd;
        var covariance = CovarianceOf(lines, own);
        var byArea = ImmutableArray.CreateBuilder<AreaPrediction>(areas);
        for (var area = 0; area < areas; area++)
            byArea.Add(Area(area, values.AsSpan(area * terms, terms), group, Math.Sqrt(covariance[area * areas + area])));
        return new Prediction(ChanceIntegral.Any([.. byArea.Select(area => area.LogOdds)], covariance), byArea.MoveToImmutable(), group >= 0);
    }

    /// <summary>The chance of any report for somebody new; <paramref name="row"/> as the rows hold it.</summary>
    internal double ChanceForNew(ReadOnlySpan<double> row)
    {
        var areas = Prior.Offsets.Length;
        var (lines, odds) = (new double[areas][], new double[areas]);
        for (var area = 0; area < areas; area++)
        {
            lines[area] = row.Slice(area * row.Length / areas, Size).ToArray();
            odds[area] = Prior.Offsets[area];
            for (var k = 0; k < Size; k++)
                odds[area] += _mean[k] * lines[area][k];
        }

        return ChanceIntegral.MeanOfAny(odds, CovarianceOf(lines, Prior.PartnerSd * Prior.PartnerSd));
    }

    /// <summary>At the mode.</summary>
    internal static double LogEvidenceAt(LearningRows rows, LearningPrior prior, CholeskyFactor factor, BlockSums sums)
    {
        var scale = prior.Terms.Append(prior.Intercept).Where(term => double.IsFinite(term.Sd)).Sum(term => Math.Log(term.Sd));
        var partners = prior.PartnerSd > 0 ? rows.Partners * Math.Log(prior.PartnerSd) + sums.LogDeterminant / 2 : 0;
        return -sums.Loss - scale - partners - factor.LogDeterminant / 2;
    }

    /// <summary>Whether two beliefs are the same, number by number.</summary>
    internal static bool Alike(LearningPrior one, LearningPrior other) =>
        one.Terms.SequenceEqual(other.Terms) && one.Offsets.SequenceEqual(other.Offsets)
        && (one.Intercept, one.PartnerSd, one.Version) == (other.Intercept, other.PartnerSd, other.Version);

    /// <summary>Where a fit over these rows may begin: what was learnt of partners who are in both is kept.</summary>
    internal ArrowState StateFor(LearningRows rows)
    {
        var state = new ArrowState(rows.Width, rows.Partners) { Weights = [.. _mode.Weights] };
        for (var group = 0; group < rows.Partners; group++)
        {
            if (_groups.TryGetValue(rows.PartnerOfGroup[group], out var known))
                state.Own[group] = _mode.Own[known];
        }

        return state;
    }

    private LearnedWeight WeightOf(int at, TermPrior prior) => new(prior.Term, _mean[at], Math.Sqrt(_covariance[at * Size + at]), prior.Mean, prior.Sd);

    private AreaPrediction Area(int area, ReadOnlySpan<double> values, int group, double sd)
    {
        var intercept = _mean[0] + Prior.Offsets[area];
        var partner = group >= 0 ? _own[group] : 0;
        var contributions = ImmutableArray.CreateBuilder<double>(values.Length);
        var logOdds = intercept + partner;
        for (var k = 0; k < values.Length; k++)
        {
            contributions.Add(_mean[k + 1] * values[k]);
            logOdds += contributions[k];
        }

        return new AreaPrediction(intercept, partner, contributions.MoveToImmutable(), logOdds, sd, ChanceIntegral.Of(logOdds, sd));
    }

    private double[] CovarianceOf(double[][] lines, double own)
    {
        var covariance = new double[lines.Length * lines.Length];
        for (var a = 0; a < lines.Length; a++)
        {
            for (var b = 0; b <= a; b++)
                covariance[a * lines.Length + b] = covariance[b * lines.Length + a] = own + Spread(lines[a], lines[b]);
        }

        return covariance;
    }

    // A partner's own intercept moves with the weights, by -cross / curvature, beside what is its own.
    private void AddOwn(int group, double[] line)
    {
        for (var k = 0; k < line.Length; k++)
            line[k] -= _mode.Cross[group * _width + k] / _mode.OwnCurvature[group];
    }

    private double Spread(double[] one, double[] other)
    {
        double sum = 0;
        for (var i = 0; i < one.Length; i++)
        {
            double inner = 0;
            for (var j = 0; j < other.Length; j++)
                inner += _covariance[i * one.Length + j] * other[j];
            sum += one[i] * inner;
        }

        return sum;
    }
}

/// <summary>One weight before and after, log-odds a unit.</summary>
public sealed record LearnedWeight(string Term, double Mean, double Sd, double PriorMean, double PriorSd);
