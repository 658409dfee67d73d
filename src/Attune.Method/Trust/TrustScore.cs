using System.Collections.Immutable;

namespace Attune.Method.Trust;

/// <summary>How well predictions met outcomes. Lower is better for both.</summary>
/// <param name="Moments">That were scored: an outcome and a prediction each.</param>
/// <param name="LeftOut">Without an outcome or without a prediction.</param>
/// <param name="Brier">Mean squared distance, 0 to 1; null without a moment.</param>
/// <param name="LogScore">
/// Mean of -(r ln p + (1 - r) ln(1 - p)), the cross-entropy where an outcome lies between; predictions are held within .001 to .999 (our proposal), so that
/// one certainty that failed does not make it infinite. Null without a moment.
/// </param>
public sealed record TrustScore(int Moments, int LeftOut, double? Brier, double? LogScore)
{
    private const double Least = 0.001;

    /// <summary>NaN on either side leaves a moment out. Throws for lengths that differ and for a prediction or outcome outside 0 to 1.</summary>
    public static TrustScore Of(ReadOnlySpan<double> predictions, ReadOnlySpan<double> outcomes)
    {
        if (predictions.Length != outcomes.Length)
            throw new ArgumentException($"{predictions.Length} predictions of {outcomes.Length} outcomes.", nameof(predictions));
        var (scored, squares, logs) = (0, 0.0, 0.0);
        for (var i = 0; i < outcomes.Length; i++)
        {
            if (double.IsNaN(predictions[i]) || double.IsNaN(outcomes[i]))
                continue;
            if (predictions[i] is not (>= 0 and <= 1) || outcomes[i] is not (>= 0 and <= 1))
                throw new ArgumentOutOfRangeException(nameof(predictions), "Predictions and outcomes lie between 0 and 1.");
            scored++;
            squares += (predictions[i] - outcomes[i]) * (predictions[i] - outcomes[i]);
            logs += LossOf(predictions[i], outcomes[i]);
        }

        return scored == 0 ? new TrustScore(0, outcomes.Length, null, null) : new TrustScore(scored, outcomes.Length - scored, squares / scored, logs / scored);
    }

    internal static double LossOf(double prediction, double outcome)
    {
        var p = Math.Clamp(prediction, Least, 1 - Least);
        return -(outcome * Math.Log(p)) - (1 - outcome) * Math.Log(1 - p);
    }
}

/// <summary>One course of tested moments, for the learning models.</summary>
/// <param name="Outcomes">0 to 1, in order; NaN where nothing was tested.</param>
/// <param name="Forecasts">The partner's own, 0 to 1, of the same moments; NaN where there was none.</param>
public sealed record TrustCourse(ImmutableArray<double> Outcomes, ImmutableArray<double> Forecasts)
{
    /// <summary>Moments in order, a raised tension counting once like any other.</summary>
    public static TrustCourse Of(ImmutableArray<TestedMoment> moments) => new(
        [.. moments.Select(moment => moment.Outcome)], [.. moments.Select(moment => moment.Forecast ?? double.NaN)]);

    /// <summary>Moments of a case in which care in the session was tested.</summary>
    public static TrustCourse Of(Cases.CoupleCase couple, Cases.Partner partner) => Of(TrustEvidence.Of(couple, partner).Moments);
}

/// <summary>A model's predictions beside the partner's own forecasts, over the moments that have both, so that the two can be set against each other.</summary>
/// <param name="Model">Of the model, one step ahead.</param>
/// <param name="Own">Of the partner's forecasts.</param>
/// <param name="Constant">Of the mean outcome of those moments, known only afterwards: what a learner should come near to or beat.</param>
public sealed record TrustComparison(TrustLearning Learning, TrustScore Model, TrustScore Own, TrustScore Constant)
{
    public static TrustComparison Of(TrustLearning learning, TrustCourse course)
    {
        ArgumentNullException.ThrowIfNull(learning);
        ArgumentNullException.ThrowIfNull(course);
        var predictions = learning.Follow(course.Outcomes.AsSpan()).Predictions;
        double[] outcomes = [.. course.Outcomes.Zip(course.Forecasts, (outcome, forecast) => double.IsNaN(forecast) ? double.NaN : outcome)];
        var mean = outcomes.Where(outcome => !double.IsNaN(outcome)).DefaultIfEmpty(double.NaN).Average();
        return new TrustComparison(
            learning, TrustScore.Of(predictions.AsSpan(), outcomes), TrustScore.Of(course.Forecasts.AsSpan(), outcomes), TrustScore.Of([.. outcomes.Select(_ => mean)], outcomes));
    }
}
