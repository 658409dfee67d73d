using System.Collections.Immutable;
using Attune.Method.Learning;

namespace Attune.Exchange.Study;

/// <summary>What was learnt of a table, as tables.</summary>
public static class ForecastSheets
{
    /// <summary>90% of a normal lie within so many SDs.</summary>
    private const double Within90 = 1.6448536269514722;

    private const int RowsOfAPiece = 500;

    /// <summary>A line for the intercept and each term: log-odds a unit. No prior SD: flat.</summary>
    public static ImmutableArray<StudyColumn> WeightColumns { get; } =
    [
        new("term", StudyKind.Text), new("mean", StudyKind.Number), new("sd", StudyKind.Number), new("lower", StudyKind.Number), new("upper", StudyKind.Number),
        new("prior_mean", StudyKind.Number), new("prior_sd", StudyKind.Number), new("missing", StudyKind.Whole),
    ];

    /// <summary>A line for each partner's session, whether it was answered or not.</summary>
    public static ImmutableArray<StudyColumn> PredictionColumns { get; } =
    [
        new("couple", StudyKind.Text), new("partner", StudyKind.Text), new("session", StudyKind.Number), new("outcome", StudyKind.Whole), new("area", StudyKind.Text),
        new("probability", StudyKind.Number), new("lower", StudyKind.Number), new("upper", StudyKind.Number), new("left_out_probability", StudyKind.Number),
        new("left_out_base_rate", StudyKind.Number), new("guess", StudyKind.Number),
    ];

    /// <summary>A line for the forecast, the base rate, and, where there are guesses, the forecast of the same sessions and the guess. All of couples that were left out.</summary>
    public static ImmutableArray<StudyColumn> ScoreColumns { get; } =
    [
        new("forecaster", StudyKind.Text), new("sessions", StudyKind.Whole), new("reports", StudyKind.Whole), new("brier", StudyKind.Number), new("reliability", StudyKind.Number),
        new("resolution", StudyKind.Number), new("uncertainty", StudyKind.Number), new("within", StudyKind.Number), new("log_score", StudyKind.Number), new("auc", StudyKind.Number),
        new("calibration_intercept", StudyKind.Number), new("calibration_intercept_se", StudyKind.Number), new("calibration_slope", StudyKind.Number),
        new("calibration_slope_se", StudyKind.Number), new("calibration_reason", StudyKind.Text),
    ];

    /// <summary>The bins of each of them, by rising chance, with Wilson's 95% interval of the share.</summary>
    public static ImmutableArray<StudyColumn> BinColumns { get; } =
    [
        new("forecaster", StudyKind.Text), new("bin", StudyKind.Whole), new("sessions", StudyKind.Whole), new("reports", StudyKind.Whole), new("mean_chance", StudyKind.Number),
        new("share", StudyKind.Number), new("lower", StudyKind.Number), new("upper", StudyKind.Number),
    ];

    public static StudyRows Weights(ForecastFit fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        var rows = new StudyRows(WeightColumns);
        Add(fit.Posterior.Intercept, null);
        for (var term = 0; term < fit.Posterior.Terms.Length; term++)
            Add(fit.Posterior.Terms[term], fit.Rows.Tally.MissingValues[term]);
        return rows;

        void Add(LearnedWeight one, double? missing) => rows.Add(one.Term).Add(one.Mean).Add(one.Sd).Add(one.Mean - Within90 * one.Sd).Add(one.Mean + Within90 * one.Sd)
            .Add(double.IsFinite(one.PriorSd) ? one.PriorMean : double.NaN).Add(one.PriorSd).Add(missing);
    }

    /// <summary>Pieces in the order of the rows, made side by side.</summary>
    public static IEnumerable<StudyRows> Predictions(ForecastFit fit, StudyCrew crew)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(crew);
        var scored = Scored(fit);
        return crew.Each(Enumerable.Range(0, (scored.Length + RowsOfAPiece - 1) / RowsOfAPiece), piece =>
        {
            var rows = new StudyRows(PredictionColumns);
            for (var i = piece * RowsOfAPiece; i < Math.Min(scored.Length, (piece + 1) * RowsOfAPiece); i++)
                Add(rows, fit, fit.Rows.Sessions[i], scored[i]);
            return rows;
        });
    }

    /// <summary>With names, the forecast's and the base rate's first.</summary>
    public static ImmutableArray<(string Name, ForecastScores Scores)> Forecasters(ForecastEvaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        return
        [
            .. new[]
            {
                ("forecast", evaluation.Learned), ("base_rate", evaluation.BaseRate),
                ("forecast_where_guessed", evaluation.AgainstGuess?.Learned), ("guess", evaluation.AgainstGuess?.Guess),
            }.Where(one => one.Item2 is not null).Select(one => (one.Item1, one.Item2!)),
        ];
    }

    public static StudyRows Scores(ForecastFit fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        var rows = new StudyRows(ScoreColumns);
        foreach (var (name, one) in Forecasters(fit.Evaluation))
        {
            rows.Add(name).Add(one.Sessions).Add(one.Reports).Add(one.Brier.Value).Add(one.Brier.Reliability).Add(one.Brier.Resolution).Add(one.Brier.Uncertainty).Add(one.Brier.Within)
                .Add(one.LogScore).Add(one.Discrimination).Add(one.Calibration.Line?.Intercept).Add(one.Calibration.Line?.InterceptError).Add(one.Calibration.Line?.Slope)
                .Add(one.Calibration.Line?.SlopeError).Add(one.Calibration.WhyNoLine is { } why ? StudyNames.Of(why) : null);
        }

        return rows;
    }

    public static StudyRows Bins(ForecastFit fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        var rows = new StudyRows(BinColumns);
        foreach (var (name, one) in Forecasters(fit.Evaluation))
        {
            for (var i = 0; i < one.Calibration.Bins.Length; i++)
            {
                var bin = one.Calibration.Bins[i];
                rows.Add(name).Add(i + 1).Add(bin.Sessions).Add(bin.Reports).Add(bin.MeanChance).Add(bin.Share).Add(bin.Lower).Add(bin.Upper);
            }
        }

        return rows;
    }

    private static void Add(StudyRows rows, ForecastFit fit, PartnerSession one, ScoredSession? scored)
    {
        var any = fit.Posterior.Predict(one.Values, one.Partner).Any;
        rows.Add(fit.Rows.Couples[one.Couple]).Add(fit.Rows.Partners[one.Partner]).Add(one.Session)
            .Add(one.Outcome.Kind == OutcomeKind.Unanswered ? double.NaN : one.Outcome.IsReport ? 1 : 0).Add(one.Outcome.Area >= 0 ? ForecastColumns.AreaNames[one.Outcome.Area] : null)
            .Add(any.Probability).Add(any.Lower).Add(any.Upper).Add(scored?.Forecast).Add(scored?.BaseRate).Add(one.Guess);
    }

    /// <summary>The scored session of each row; null where it was not answered, or its couple could not be left out. Both are in the same order.</summary>
    private static ScoredSession?[] Scored(ForecastFit fit)
    {
        var (all, next) = (new ScoredSession?[fit.Rows.Sessions.Length], 0);
        for (var i = 0; i < all.Length; i++)
        {
            var one = fit.Rows.Sessions[i];
            if (one.Outcome.Kind != OutcomeKind.Unanswered && next < fit.Evaluation.Sessions.Length && fit.Evaluation.Sessions[next].Couple == one.Couple)
                all[i] = fit.Evaluation.Sessions[next++];
        }

        return all;
    }
}
