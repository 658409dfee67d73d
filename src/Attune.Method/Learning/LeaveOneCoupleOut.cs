using System.Collections.Immutable;

namespace Attune.Method.Learning;

/// <summary>Scores what is learnt on couples that it was not learnt from.</summary>
public static class LeaveOneCoupleOut
{
    /// <summary>Parts in which couples are left out where one by one would take too long (our proposal).</summary>
    public const int UsualFolds = 20;

    /// <summary>Null, one couple at a time, unless that takes more than so much work: then <see cref="UsualFolds"/>.</summary>
    /// <param name="mostWork">Cells of the rows times couples; some 3 million are a second of one core (measured, 2026).</param>
    public static int? FoldsFor(LearningRows rows, double mostWork)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return (double)rows.Count * rows.Areas * (rows.Terms.Length + 1) * rows.Couples > mostWork ? UsualFolds : null;
    }

    /// <summary>Each couple, or part of couples, left out is a refit from where the whole fit is. The same bytes on any number of cores.</summary>
    /// <param name="folds">1 or more; couples that stand together in the rows' order are left out together, as many in each part as can be. Each forecast is still
    /// of somebody it was not learnt from, and learnt from somewhat fewer. Null, or as many as there are couples or more: one couple at a time.</param>
    /// <param name="cores">At most so many at once, 1 or more; null: as many as there are.</param>
    public static ForecastEvaluation Evaluate(LearnedPosterior posterior, LearningRows rows, int? folds = null, int? cores = null)
    {
        ArgumentNullException.ThrowIfNull(posterior);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(folds ?? 1, 1, nameof(folds));
        ArgumentOutOfRangeException.ThrowIfLessThan(cores ?? 1, 1, nameof(cores));
        var ends = EndsOf(rows, Math.Min(folds ?? rows.Couples, rows.Couples));
        var scored = new ScoredSession[ends.Length][];
        Parallel.For(0, ends.Length, new ParallelOptions { MaxDegreeOfParallelism = cores ?? -1 }, part => scored[part] = Scored(posterior, rows, part == 0 ? 0 : ends[part - 1], ends[part]));
        ImmutableArray<ScoredSession> sessions = [.. scored.SelectMany(part => part)];
        var difference = ScoreDifference.Of(sessions.Select(one => (one.Couple, Score(one, one.Forecast) - Score(one, one.BaseRate))));
        return new ForecastEvaluation(
            ForecastEvaluation.Judge(sessions, difference),
            sessions,
            ForecastScores.Of([.. sessions.Select(one => (one.Forecast, one.IsReport))]),
            ForecastScores.Of([.. sessions.Select(one => (one.BaseRate, one.IsReport))]),
            difference,
            Compare([.. sessions.Where(one => one.Guess is not null)]),
            rows.Count - sessions.Length,
            posterior.Provenance)
        {
            Folds = ends.Length < rows.Couples ? ends.Length : null,
        };
    }

    private static double Score(ScoredSession one, double chance) => ForecastScores.LogScoreOf(chance, one.IsReport);

    private static GuessComparison? Compare(ScoredSession[] paired) => paired.Length == 0 ? null : new GuessComparison(
        ForecastScores.Of([.. paired.Select(one => (one.Forecast, one.IsReport))])!,
        ForecastScores.Of([.. paired.Select(one => (one.Guess!.Value, one.IsReport))])!,
        ScoreDifference.Of(paired.Select(one => (one.Couple, Score(one, one.Forecast) - Score(one, one.Guess!.Value))))!);

    // Behind the last partner of each part.
    private static int[] EndsOf(LearningRows rows, int parts)
    {
        var (ends, couples) = (new int[parts], 0);
        for (var group = 0; group < rows.Partners; group++)
        {
            couples += group == 0 || rows.CoupleOfGroup[group] != rows.CoupleOfGroup[group - 1] ? 1 : 0;
            ends[(int)((long)(couples - 1) * parts / rows.Couples)] = group + 1;
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
