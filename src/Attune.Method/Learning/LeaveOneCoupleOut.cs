using System.Collections.Immutable;

namespace Attune.Method.Learning;

/// <summary>Scores what is learnt on couples that it was not learnt from.</summary>
public static class LeaveOneCoupleOut
{
    /// <summary>Each couple left out is a refit from where the whole fit is. The same bytes on any number of cores.</summary>
    public static ForecastEvaluation Evaluate(LearnedPosterior posterior, LearningRows rows)
    {
        ArgumentNullException.ThrowIfNull(posterior);
        ArgumentNullException.ThrowIfNull(rows);
        var couples = CouplesOf(rows);
        var scored = new ScoredSession[couples.Length][];
        Parallel.For(0, couples.Length, i => scored[i] = ScoreOne(posterior, rows, couples[i].First, couples[i].End));
        ImmutableArray<ScoredSession> sessions = [.. scored.SelectMany(couple => couple)];
        var difference = ScoreDifference.Of(sessions.Select(one => (one.Couple, Score(one, one.Forecast) - Score(one, one.BaseRate))));
        return new ForecastEvaluation(
            ForecastEvaluation.Judge(sessions, difference),
            sessions,
            ForecastScores.Of([.. sessions.Select(one => (one.Forecast, one.IsReport))]),
            ForecastScores.Of([.. sessions.Select(one => (one.BaseRate, one.IsReport))]),
            difference,
            Compare([.. sessions.Where(one => one.Guess is not null)]),
            rows.Count - sessions.Length,
            posterior.Provenance);
    }

    private static double Score(ScoredSession one, double chance) => ForecastScores.LogScoreOf(chance, one.IsReport);

    private static GuessComparison? Compare(ScoredSession[] paired) => paired.Length == 0 ? null : new GuessComparison(
        ForecastScores.Of([.. paired.Select(one => (one.Forecast, one.IsReport))])!,
        ForecastScores.Of([.. paired.Select(one => (one.Guess!.Value, one.IsReport))])!,
        ScoreDifference.Of(paired.Select(one => (one.Couple, Score(one, one.Forecast) - Score(one, one.Guess!.Value))))!);

    private static ImmutableArray<(int First, int End)> CouplesOf(LearningRows rows)
    {
        var couples = ImmutableArray.CreateBuilder<(int, int)>(rows.Couples);
        for (int first = 0, end; first < rows.Partners; first = end)
        {
            for (end = first; end < rows.Partners && rows.CoupleOfGroup[end] == rows.CoupleOfGroup[first]; end++)
            {
            }

            couples.Add((first, end));
        }

        return couples.ToImmutable();
    }

    private static ScoredSession[] ScoreOne(LearnedPosterior whole, LearningRows rows, int first, int end)
    {
        var rest = rows.Without(first, end);
        if (rest.Reports == 0 || rest.Reports == rest.Count || LaplaceFit.Refit(whole, rest) is not LearningFit.Learned { Posterior: var learned })
            return [];
        var rate = (double)rest.Reports / rest.Count;
        List<ScoredSession> scored = [];
        for (var group = first; group < end; group++)
        {
            for (var row = rows.Starts[group]; row < rows.Starts[group + 1]; row++)
            {
                var guess = rows.Guesses[row];
                scored.Add(new ScoredSession(
                    rows.CoupleOfGroup[group], rows.PartnerOfGroup[group], learned.ChanceForNew(rows.ValuesOf(row)), rate,
                    double.IsNaN(guess) ? null : guess, rows.Outcomes[row] != LearningRows.None));
            }
        }

        return [.. scored];
    }
}
