namespace Attune.Method.Detection;

/// <summary>
/// What is believed of regimes before a series (Adams and MacKay, 2007): each session begins a new one with probability <paramref name="Hazard"/>; within a
/// regime values are normal with a variance that is scaled inverse chi-square and a mean that is normal given it (normal-inverse-gamma with mean mu0,
/// kappa0, alpha0 = nu0 / 2 and beta0 = nu0 s0^2 / 2).
/// </summary>
/// <param name="Hazard">In (0, 1).</param>
/// <param name="Mean">mu0, in the unit of the series.</param>
/// <param name="Weight">kappa0: as so many sessions; above 0.</param>
/// <param name="Freedom">nu0, whole degrees of freedom; 1 or more.</param>
/// <param name="Scale">s0, about the SD within a regime, in the unit of the series; above 0.</param>
public sealed record ChangePointPrior(double Hazard, double Mean, double Weight, int Freedom, double Scale)
{
    internal const double OneInTwenty = 0.05;
    internal const int FourSessionsWorth = 4;

    /// <summary>
    /// Our proposal: a new regime every twenty sessions; its level about <paramref name="mean"/> with the between-person SD, (within / between)^2 being the
    /// weight; its spread about the within-person SD with 4 degrees of freedom. For the check-in: .05, .25, 4 and .5 points.
    /// </summary>
    public static ChangePointPrior Of(DetectionReference reference, double mean)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return new ChangePointPrior(OneInTwenty, mean, WeightOf(reference), FourSessionsWorth, reference.WithinSd);
    }

    internal static double WeightOf(DetectionReference reference) =>
        reference.WithinSd / reference.BetweenSd * (reference.WithinSd / reference.BetweenSd);

    /// <summary>Null when it can be used; else what is wrong with it.</summary>
    public string? Fault() => this switch
    {
        { Hazard: not (> 0 and < 1) } => "The hazard lies in (0, 1).",
        { Weight: not (> 0 and < double.PositiveInfinity) } => "The weight of the mean is above 0.",
        { Scale: not (> 0 and < double.PositiveInfinity) } => "The scale is above 0.",
        { Freedom: < 1 } => "There is at least one degree of freedom.",
        _ => double.IsFinite(Mean) ? null : "The mean is a number.",
    };
}
