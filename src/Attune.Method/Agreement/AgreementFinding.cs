namespace Attune.Method.Agreement;

/// <summary>
/// Agreement beyond chance: 1 less the observed over the expected disagreement. 1 = nobody disagreed, 0 = as much as by chance, below 0 = more than
/// by chance. It says how alike raters are, not who is right, and depends on how often each code occurs.
/// </summary>
public abstract record AgreementFinding
{
    private AgreementFinding(AgreementMeasure measure, int targets, int leftOut) => (Measure, Targets, LeftOut) = (measure, targets, leftOut);

    public AgreementMeasure Measure { get; }

    /// <summary>Targets that it rests on.</summary>
    public int Targets { get; }

    /// <summary>Targets that the measure cannot use because ratings are missing.</summary>
    public int LeftOut { get; }

    /// <summary>
    /// <paramref name="Observed"/> and <paramref name="Expected"/>: mean disagreement of two ratings; in shares (0 to 1) where codes are nominal, in
    /// points for linear weights, in squared points for quadratic ones and intervals, in squared ranks for ordinal alpha. Expected is above 0.
    /// </summary>
    public sealed record Measured(AgreementMeasure Measure, int Targets, int LeftOut, double Observed, double Expected)
        : AgreementFinding(Measure, Targets, LeftOut)
    {
        /// <summary>The coefficient, at most 1.</summary>
        public double Value => 1 - (Observed / Expected);
    }

    /// <summary>The coefficient does not exist for these ratings; never 0, 1 or NaN in its place.</summary>
    public sealed record CannotTell(AgreementMeasure Measure, int Targets, int LeftOut, NoAgreementReason Reason)
        : AgreementFinding(Measure, Targets, LeftOut);

    /// <summary>Null where there is enough to compute with. The order is that of the reasons: the first that holds is said.</summary>
    internal static CannotTell? WhyNot(AgreementMeasure measure, List<double[]> used, int leftOut) => used switch
    {
        [] => new(measure, 0, leftOut, NoAgreementReason.NothingRatedTwice),
        [_] => new(measure, 1, leftOut, NoAgreementReason.OneTarget),
        _ when AllEqual(used) => new(measure, used.Count, leftOut, NoAgreementReason.OneValueOnly),
        _ => null,
    };

    internal static bool AllEqual(List<double[]> targets) => targets.TrueForAll(target => Array.TrueForAll(target, rating => rating == targets[0][0]));
}

/// <summary>A coefficient of agreement beyond chance, named as its literature names it.</summary>
public enum AgreementMeasure
{
    /// <summary>Two raters, nominal codes (Cohen, 1960).</summary>
    CohensKappa = 1,

    /// <summary>Two raters, disagreement = distance on the scale (Cohen, 1968, with linear weights).</summary>
    LinearWeightedKappa = 2,

    /// <summary>Two raters, disagreement = squared distance (Cohen, 1968; Fleiss and Cohen, 1973).</summary>
    QuadraticWeightedKappa = 3,

    /// <summary>The same number of ratings per target, nominal codes, raters not told apart (Fleiss, 1971).</summary>
    FleissKappa = 4,

    /// <summary>Any number of raters, ratings may be missing; equal or not (Krippendorff, 2004).</summary>
    NominalAlpha = 5,

    /// <summary>The same by order: the distance of two codes is how many ratings lie between them (Krippendorff, 2004).</summary>
    OrdinalAlpha = 6,

    /// <summary>The same by squared distance (Krippendorff, 2004).</summary>
    IntervalAlpha = 7,
}

/// <summary>Why a coefficient cannot be given.</summary>
public enum NoAgreementReason
{
    /// <summary>No target has the ratings that the measure needs: all are missing, or there is one rater.</summary>
    NothingRatedTwice = 1,

    /// <summary>A single target: what it varies from is not known (our convention for every coefficient).</summary>
    OneTarget = 2,

    /// <summary>All ratings are the same. Nobody disagreed, and nobody could have been told from chance.</summary>
    OneValueOnly = 3,

    /// <summary>The targets differ so little that their share of the variance has no positive denominator (intraclass correlation).</summary>
    TargetsDifferTooLittle = 4,

    /// <summary>Neither observer noted an event.</summary>
    NothingNoted = 5,

    /// <summary>All events carry one code: which code is then certain, and how many would be missed by chance is not known.</summary>
    OneCodeOnly = 6,

    /// <summary>The rule takes three ratings and one is missing.</summary>
    RatingMissing = 7,
}
