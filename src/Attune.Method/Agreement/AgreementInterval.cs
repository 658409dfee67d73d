namespace Attune.Method.Agreement;

/// <summary>How an interval of a coefficient was made. A choice of method, kept with it.</summary>
public enum AgreementIntervalVariant
{
    /// <summary>The large-sample standard error of kappa and weighted kappa (Fleiss, Cohen and Everitt, 1969), not the one that supposes kappa to be 0.</summary>
    FleissCohenEveritt = 1,

    /// <summary>The large-sample standard error over targets, raters given (the linearisation of Gwet, 2008); not the one that supposes kappa to be 0.</summary>
    Linearised = 2,

    /// <summary>Whole targets drawn again with replacement, percentiles. Not Krippendorff's own algorithm, which draws pairs and gives narrower intervals.</summary>
    BootstrapOverTargets = 3,
}

/// <summary>How far a coefficient could lie from where it was found, had other targets been rated by the same raters.</summary>
/// <param name="StandardError">Above 0, or 0 where nothing varied.</param>
/// <param name="Lower">Not cut.</param>
/// <param name="Upper">At most 1.</param>
/// <param name="Resamples">Bootstrap samples in which the coefficient exists; 0 for a large-sample interval.</param>
/// <param name="Undefined">Bootstrap samples in which it does not exist, left out.</param>
public sealed record AgreementInterval(
    AgreementIntervalVariant Variant, double StandardError, double Lower, double Upper, double Confidence, int Resamples, int Undefined)
{
    /// <summary>Nothing disagreed, or every target did so alike: an interval without width says nothing of chance.</summary>
    public bool HasNoWidth => StandardError == 0;

    internal static AgreementInterval LargeSample(AgreementIntervalVariant variant, double value, double standardError, double confidence)
    {
        var half = Trust.Quantiles.Normal((1 + confidence) / 2) * standardError;
        return new AgreementInterval(variant, standardError, value - half, Math.Min(1, value + half), confidence, 0, 0);
    }

    internal static void RequireConfidence(double confidence)
    {
        if (!(confidence is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "Between 0 and 1.");
    }
}
