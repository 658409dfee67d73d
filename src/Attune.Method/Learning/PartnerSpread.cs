using System.Collections.Immutable;

namespace Attune.Method.Learning;

/// <summary>
/// How far partners differ, as the sessions themselves say: the posterior of the partners' SD over a grid, by the Laplace evidence and a half-normal belief of
/// SD .5 [our proposal]. To look at beside the default, which a forecast uses: see <see cref="LearningPrior.DefaultPartnerSd"/>.
/// </summary>
/// <param name="Mean">Of the posterior over the grid, log-odds.</param>
/// <param name="Sd">Of the same.</param>
/// <param name="Grid">Each SD with its share of the posterior; they add up to 1.</param>
public sealed record PartnerSpread(double Mean, double Sd, ImmutableArray<(double PartnerSd, double Share)> Grid)
{
    private const double BeliefSd = .5;

    private const int Steps = 12;

    private const double Step = .125;

    /// <summary>Null where the fit is refused. Thirteen fits, each from where the one before it was.</summary>
    public static PartnerSpread? Of(LearningRows rows, LearningPrior prior)
    {
        ArgumentNullException.ThrowIfNull(prior);
        var logs = new double[Steps + 1];
        LearnedPosterior? before = null;
        for (var i = 0; i <= Steps; i++)
        {
            var sd = i * Step;
            if (LaplaceFit.Fit(rows, prior with { PartnerSd = sd }, before) is not LearningFit.Learned { Posterior: var posterior })
                return null;
            logs[i] = posterior.LogEvidence - sd * sd / (2 * BeliefSd * BeliefSd);
            before = posterior;
        }

        var most = logs.Max();
        var sum = logs.Sum(log => Math.Exp(log - most));
        ImmutableArray<(double PartnerSd, double Share)> grid = [.. logs.Select((log, i) => (i * Step, Math.Exp(log - most) / sum))];
        var mean = grid.Sum(one => one.PartnerSd * one.Share);
        return new PartnerSpread(mean, Math.Sqrt(grid.Sum(one => one.Share * (one.PartnerSd - mean) * (one.PartnerSd - mean))), grid);
    }
}
