using System.Collections.Immutable;

namespace Attune.Method.Learning;

/// <summary>
/// As <see cref="LeaveOneCoupleOut"/>, with some couples left out at a time: as many refits as folds in place of one for each couple. Each forecast is still of
/// somebody it was not learnt from; it is learnt from somewhat fewer.
/// </summary>
public static class LeaveCouplesOut
{
    /// <summary>A fold is couples that stand together in the rows' order, as many in each as can be. The same bytes on any number of cores.</summary>
    /// <param name="folds">2 or more; as many as there are couples is one couple at a time.</param>
    public static ForecastEvaluation InFolds(LearnedPosterior posterior, LearningRows rows, int folds)
    {
        ArgumentNullException.ThrowIfNull(posterior);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        if (folds >= rows.Couples)
            return LeaveOneCoupleOut.Evaluate(posterior, rows);
        var ends = EndsOf(rows, folds);
        var scored = new ScoredSession[folds][];
        Parallel.For(0, folds, fold => scored[fold] = Scored(posterior, rows, fold == 0 ? 0 : ends[fold - 1], ends[fold]));
        ImmutableArray<ScoredSession> sessions = [.. scored.SelectMany(fold => fold)];
        var difference = ScoreDifference.Of(sessions.Select(one => (one.Couple, Score(one, one.Forecast) - Score(one, one.BaseRate))));
        ScoredSession[] guessed = [.. sessions.Where(one => one.Guess is not null)];
        return new ForecastEvaluation(
            ForecastEvaluation.Judge(sessions, difference),
            sessions,
            ForecastScores.Of([.. sessions.Select(one => (one.Forecast, one.IsReport))]),
            ForecastScores.Of([.. sessions.Select(one => (one.BaseRate, one.IsReport))]),
            difference,
            guessed.Length == 0 ? null : new GuessComparison(
                ForecastScores.Of([.. guessed.Select(one => (one.Forecast, one.IsReport))])!,
                ForecastScores.Of([.. guessed.Select(one => (one.Guess!.Value, one.IsReport))])!,
                ScoreDifference.Of(guessed.Select(one => (one.Couple, Score(one, one.Forecast) - Score(one, one.Guess!.Value))))!),
            rows.Count - sessions.Length,
            posterior.Provenance);
    }

    private static double Score(ScoredSession one, double chance) => ForecastScores.LogScoreOf(chance, one.IsReport);

    /// <summary>Behind the last partner of each fold.</summary>
    private static int[] EndsOf(LearningRows rows, int folds)
    {
        var (ends, couples) = (new int[folds], 0);
        for (var group = 0; group < rows.Partners; group++)
        {
            couples += group == 0 || rows.CoupleOfGroup[group] != rows.CoupleOfGroup[group - 1] ? 1 : 0;
            ends[(int)((long)(couples - 1) * folds / rows.Couples)] = group + 1;
        }

        return ends;
    }

    private static ScoredSession[] Scored(LearnedPosterior whole, LearningRows rows, int first, int end)
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
