using System.Collections.Immutable;

namespace Attune.Method.Learning;

/// <summary>Whether what was learnt says more than the base rate.</summary>
public enum ForecastVerdict
{
    TooFewToTell = 1,
    NoBetter = 2,
    BetterThanBaseRate = 3,
}

/// <summary>
/// How good the learnt forecast would have been for couples it had not seen: each couple is left out in turn, the rest is learnt from, and every session
/// of the couple is forecast as a new one's. Null scores: no sessions.
/// </summary>
/// <param name="Sessions">In the order of the rows; points for any other plot.</param>
/// <param name="AgainstBaseRate">Learnt less base rate.</param>
/// <param name="AgainstGuess">Learnt less the therapist's own guess, over the sessions that have one; null without any.</param>
/// <param name="LeftOut">Sessions of couples without which there is nothing to learn from or no base rate between 0 and 1.</param>
public sealed record ForecastEvaluation(
    ForecastVerdict Verdict,
    ImmutableArray<ScoredSession> Sessions,
    ForecastScores? Learned,
    ForecastScores? BaseRate,
    ScoreDifference? AgainstBaseRate,
    GuessComparison? AgainstGuess,
    int LeftOut,
    LearningProvenance Provenance)
{
    /// <summary>In how many parts couples were left out; null: one couple at a time.</summary>
    public int? Folds { get; init; }

    /// <summary>Couples below which the verdict is that there are too few [our proposal]: a bootstrap over fewer is too sure of itself.</summary>
    public const int LeastCouples = 10;

    /// <summary>Sessions with a report, and without one, below which there are too few [our proposal].</summary>
    public const int LeastOfEach = 10;

    internal static ForecastVerdict Judge(IReadOnlyCollection<ScoredSession> sessions, ScoreDifference? difference)
    {
        var reports = sessions.Count(session => session.IsReport);
        if (difference is null || difference.Couples < LeastCouples || Math.Min(reports, sessions.Count - reports) < LeastOfEach)
            return ForecastVerdict.TooFewToTell;
        return difference.Lower > 0 ? ForecastVerdict.BetterThanBaseRate : ForecastVerdict.NoBetter;
    }
}

/// <summary>Both over the same sessions.</summary>
public sealed record GuessComparison(ForecastScores Learned, ForecastScores Guess, ScoreDifference Difference);

/// <summary>A mean difference of log scores a session; above 0, the first was better.</summary>
/// <param name="Lower">One-sided 95% limit, by drawing couples with replacement (the percentile bootstrap): the sessions of a couple are not independent.</param>
public sealed record ScoreDifference(double Mean, double Lower, int Couples, int Draws, uint Seed)
{
    private const int DefaultDraws = 2_000;

    private const uint DefaultSeed = 20_261_124;

    /// <summary>Null without sessions.</summary>
    internal static ScoreDifference? Of(IEnumerable<(int Couple, double Difference)> sessions)
    {
        var couples = sessions.GroupBy(session => session.Couple).Select(couple => (Sum: couple.Sum(session => session.Difference), Count: couple.Count())).ToArray();
        if (couples.Length == 0)
            return null;
        var means = new double[DefaultDraws];
        for (var draw = 0u; draw < DefaultDraws; draw++)
        {
            var stream = new SeededStream(DefaultSeed, draw);
            var (sum, count) = (0.0, 0);
            for (var i = 0; i < couples.Length; i++)
            {
                var one = couples[(int)(stream.Uniform() * couples.Length)];
                (sum, count) = (sum + one.Sum, count + one.Count);
            }

            means[draw] = sum / count;
        }

        Array.Sort(means);
        return new ScoreDifference(couples.Sum(one => one.Sum) / couples.Sum(one => one.Count), means[DefaultDraws / 20 - 1], couples.Length, DefaultDraws, DefaultSeed);
    }
}
