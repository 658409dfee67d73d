namespace Attune.Method.Agreement;

/// <summary>
/// How much of the variance of ratings lies between targets: 1 = raters agree, 0 or below = targets differ no more than their ratings do.
/// </summary>
public abstract record IntraclassFinding
{
    private IntraclassFinding(IntraclassForm form, int targets, int leftOut) => (Form, Targets, LeftOut) = (form, targets, leftOut);

    public IntraclassForm Form { get; }

    /// <summary>Targets that it rests on.</summary>
    public int Targets { get; }

    /// <summary>Targets of which a rating is missing: an analysis of variance wants all of them.</summary>
    public int LeftOut { get; }

    /// <summary>
    /// <paramref name="Value"/>: the coefficient, at most 1. <paramref name="Interval"/>: null only for the agreement forms, at 0 or below: where
    /// their approximate degrees of freedom fall below a quarter, or targets do not differ and raters differ steadily.
    /// </summary>
    public sealed record Measured(IntraclassForm Form, int Targets, int LeftOut, double Value, RatingVariance Variance, IntraclassInterval? Interval)
        : IntraclassFinding(Form, Targets, LeftOut);

    /// <summary>The coefficient does not exist for these ratings; never 0, 1 or NaN in its place.</summary>
    public sealed record CannotTell(IntraclassForm Form, int Targets, int LeftOut, NoAgreementReason Reason)
        : IntraclassFinding(Form, Targets, LeftOut);
}

/// <summary>
/// Both limits of an interval with <paramref name="Confidence"/> (between 0 and 1). The lower limit of an average can be negative infinity: a
/// reliability has no least value.
/// </summary>
public sealed record IntraclassInterval(double Lower, double Upper, double Confidence);

/// <summary>
/// Mean squares of targets by raters, in squared points: between targets, within targets, between raters, and what is left of both (Shrout and
/// Fleiss, 1979: BMS, WMS, JMS, EMS). What is only rounding counts as 0.
/// </summary>
public sealed record RatingVariance(double BetweenTargets, double WithinTargets, double BetweenRaters, double Residual);

/// <summary>
/// The intraclass correlations of Shrout and Fleiss (1979), in brackets the names of McGraw and Wong (1996). Single: how far one rating can be relied
/// on; average: the mean of all raters'.
/// </summary>
public enum IntraclassForm
{
    /// <summary>ICC(1,1): each target may have raters of its own.</summary>
    OneWaySingle = 1,

    /// <summary>ICC(2,1) [ICC(A,1)]: the same raters for all, a sample of raters; one who is always higher disagrees.</summary>
    AgreementSingle = 2,

    /// <summary>ICC(3,1) [ICC(C,1)]: the same raters for all, these alone; one who is always higher is consistent.</summary>
    ConsistencySingle = 3,

    /// <summary>ICC(1,k).</summary>
    OneWayAverage = 4,

    /// <summary>ICC(2,k) [ICC(A,k)].</summary>
    AgreementAverage = 5,

    /// <summary>ICC(3,k) [ICC(C,k)].</summary>
    ConsistencyAverage = 6,
}
