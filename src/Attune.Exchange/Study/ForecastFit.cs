using System.Collections.Immutable;
using Attune.Method.Learning;

namespace Attune.Exchange.Study;

/// <summary>What was learnt of a table, how good it is, and what there is to say of the terms. Throws <see cref="StudyRefusedException"/> where nothing can be learnt.</summary>
/// <param name="Folds">How many parts were left out in turn; as many as couples: each by itself. 0: nothing was scored, since there is one couple alone or none.</param>
/// <param name="Dependent">Terms that say nothing of their own, and are kept since something is believed of them.</param>
public sealed record ForecastFit(ForecastRows Rows, LearnedPosterior Posterior, ForecastEvaluation Evaluation, int Folds, ImmutableArray<DependentTerm> Dependent)
{
    /// <summary>Above so much (<see cref="LeaveOneCoupleOut.FoldsFor"/>), couples are left out in parts: each by itself would take minutes.</summary>
    public const double MostWork = 1e9;

    /// <param name="folds">Null: each couple by itself, unless that is too much work.</param>
    public static ForecastFit Of(ForecastRows rows, LearningPrior prior, int? folds)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(prior);
        var learning = rows.ToLearn();
        if (learning.Count == 0)
            throw Refused(ForecastCodes.AllUnanswered, $"None of {rows.Tally.Kept} sessions has an answer in column '{rows.Columns.Outcome}': there is nothing to learn from.");
        var dependent = LearningDesign.Dependent(learning);
        RefuseSingular(dependent, prior);
        if (LaplaceFit.Fit(learning, prior) is not LearningFit.Learned { Posterior: var posterior })
            throw Why(LaplaceFit.Fit(learning, prior), rows, learning, prior);
        var parts = Math.Min(learning.Couples, folds ?? LeaveOneCoupleOut.FoldsFor(learning, MostWork) ?? learning.Couples);
        try
        {
            return new ForecastFit(rows, posterior, LeaveOneCoupleOut.Evaluate(posterior, learning, parts), parts < 2 ? 0 : parts, dependent);
        }
        catch (ArgumentException)
        {
            throw Refused(
                ForecastCodes.BeyondReach, "A session of a couple that was left out came out with a chance of exactly 0 or 1, which has no log score: some value lies far outside of all others. Mend it, or believe something of the terms (--prior FILE).");
        }
    }

    private static void RefuseSingular(ImmutableArray<DependentTerm> dependent, LearningPrior prior)
    {
        foreach (var one in dependent)
        {
            if (!IsFlat(prior, one.Term) || one.MadeOf.Any(other => !IsFlat(prior, other)) || !double.IsPositiveInfinity(prior.Intercept.Sd))
                continue;
            throw Refused(ForecastCodes.SingularDesign, $"{Sentence(one)} With a flat prior many weights fit alike: leave '{one.Term}' out (--terms), or believe something of it (--prior FILE).");
        }
    }

    /// <summary>What there is to say of a term that says nothing of its own.</summary>
    public static string Sentence(DependentTerm one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return one.IsConstant ? $"The term '{one.Term}' has the same value in every answered session."
            : one.MadeOf.IsEmpty ? $"The term '{one.Term}' cannot be told from the intercept."
            : $"The term '{one.Term}' says the same as {string.Join(" and ", one.MadeOf.Select(other => $"'{other}'"))}.";
    }

    private static bool IsFlat(LearningPrior prior, string term) => double.IsPositiveInfinity(prior.Terms.First(one => one.Term == term).Sd);

    private static StudyRefusedException Why(LearningFit fit, ForecastRows rows, LearningRows learning, LearningPrior prior)
    {
        var flat = prior.Terms.Where(term => double.IsPositiveInfinity(term.Sd)).Select(term => term.Term).ToArray();
        return ((fit as LearningFit.Refused)?.Reason) switch
        {
            LearningRefusal.NoSessionWithReport => Refused(ForecastCodes.OneClass, OneClass("without a report")),
            LearningRefusal.NoSessionWithoutReport => Refused(ForecastCodes.OneClass, OneClass("with a report")),
            LearningRefusal.NoRows => Refused(ForecastCodes.AllUnanswered, "There is no answered session."),
            LearningRefusal.Separable => Refused(
                ForecastCodes.Separable, $"{Separated()} tells sessions with a report from those without, without a mistake: the weight would run away. Believe something of it (--prior FILE), or leave it out (--terms)."),
            LearningRefusal.SingularDesign => Refused(ForecastCodes.SingularDesign, $"Many weights of {Names(flat)} fit alike. Believe something of them (--prior FILE), or leave some out (--terms)."),
            _ => Refused(ForecastCodes.BeyondReach, "The fit did not settle: some value lies far outside of all others."),
        };

        string OneClass(string kind) =>
            $"All {learning.Count} answered sessions are {kind} (column '{rows.Columns.Outcome}'): with a flat intercept nothing can be said of how often there is one. Give sessions of both kinds, or --prior FILE with an intercept.";

        string Separated()
        {
            var alone = LearningDesign.Separating(learning).Where(flat.Contains).ToArray();
            return alone.Length > 0 ? $"The term {Names(alone)}" : $"A combination of {Names(flat)}";
        }
    }

    private static string Names(IEnumerable<string> terms) => string.Join(", ", terms.Select(term => $"'{term}'"));

    private static StudyRefusedException Refused(string code, string message) => new(new(code, message));
}
