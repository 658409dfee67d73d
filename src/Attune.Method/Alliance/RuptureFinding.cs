using System.Text.Json.Serialization;

namespace Attune.Method.Alliance;

/// <summary>
/// What one session's answers say about a rupture with one partner, and why nothing can be said where that is so: a prompt to ask, never a verdict.
/// All figures are in points of the 1 to 7 scale.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "finding")]
[JsonDerivedType(typeof(Direct), "direct")]
[JsonDerivedType(typeof(Drop), "drop")]
[JsonDerivedType(typeof(ControlChart), "control-chart")]
[JsonDerivedType(typeof(SlowErosion), "slow-erosion")]
[JsonDerivedType(typeof(PossibleSiding), "possible-siding")]
[JsonDerivedType(typeof(Inconclusive), "inconclusive")]
public abstract record RuptureFinding
{
    private RuptureFinding(int session, RuptureCriterion? criterion) => (Session, Criterion) = (session, criterion);

    public int Session { get; }

    /// <summary>Null for "cannot tell".</summary>
    [JsonIgnore]
    public RuptureCriterion? Criterion { get; }

    /// <summary>
    /// A direct report, or a criterion strict enough that the session leaves the baseline: the 2-SD drop, and the 3-sigma chart that keeps flagged
    /// sessions out.
    /// </summary>
    [JsonIgnore]
    public bool IsStrict => this is Direct or Drop { Sds: Drop.Strict }
        or ControlChart { Sigmas: IndividualsChart.StrictSigmas, Baseline: ChartBaseline.FlaggedKeptOut };

    /// <summary>Somebody said that there was tension. <paramref name="Strength"/> and <paramref name="Cleared"/> 1 to 5, null when not said.</summary>
    public sealed record Direct(int Session, int? Strength, int? Cleared, TensionReporter By)
        : RuptureFinding(Session, RuptureCriterion.DirectReport);

    /// <summary>
    /// The composite fell from the last answered one, <paramref name="From"/>, to <paramref name="To"/>, which is at or below
    /// <paramref name="Limit"/>: <paramref name="From"/> less <paramref name="Threshold"/>, itself <paramref name="Sds"/> (2 strict, 1 loose) times
    /// the larger of their own SD and .5.
    /// </summary>
    public sealed record Drop(int Session, int Sds, double From, double To, double Limit, double Threshold)
        : RuptureFinding(Session, Sds == Strict ? RuptureCriterion.TwoSdDrop : RuptureCriterion.OneSdDrop)
    {
        internal const int Strict = 2;

        internal const int Loose = 1;
    }

    /// <summary>
    /// The composite, <paramref name="At"/>, lies below <paramref name="Limit"/>: <paramref name="Centre"/> less <paramref name="Sigmas"/> (3 strict,
    /// 2 loose) times <paramref name="Sigma"/>, over <paramref name="Over"/> earlier sessions, chosen as <paramref name="Baseline"/> says.
    /// </summary>
    public sealed record ControlChart(int Session, int Sigmas, ChartBaseline Baseline, double At, double Centre, double Sigma, double Limit, int Over)
        : RuptureFinding(Session, Sigmas == IndividualsChart.StrictSigmas ? RuptureCriterion.ControlChartThreeSigma : RuptureCriterion.ControlChartTwoSigma);

    /// <summary>
    /// <paramref name="Declines"/> answered composites in a row (3 or more), from session <paramref name="Since"/> on, were each lower than the one
    /// before; together from <paramref name="From"/> to <paramref name="To"/>, at or below <paramref name="Limit"/>: <paramref name="From"/> less the
    /// loose drop's <paramref name="Threshold"/>. One finding for each session that carries it on.
    /// </summary>
    public sealed record SlowErosion(int Session, int Since, int Declines, double From, double To, double Limit, double Threshold)
        : RuptureFinding(Session, RuptureCriterion.DeclineOverSessions);

    /// <summary>
    /// The fairness answer is at or below <paramref name="Limit"/>: 3, or two below the last answered one, <paramref name="Before"/> (null: none
    /// before), whichever is higher. They may have felt that the therapist took a side, whatever the composite says.
    /// </summary>
    public sealed record PossibleSiding(int Session, int Fairness, int? Before, int Limit)
        : RuptureFinding(Session, RuptureCriterion.FairnessAnswer);

    /// <summary>Whether the composite dropped cannot be told.</summary>
    public sealed record Inconclusive(int Session, InconclusiveReason Reason) : RuptureFinding(Session, null);
}

/// <summary>Who reported the tension. The partner's word comes first; the therapist's is used where the partner reported none.</summary>
public enum TensionReporter
{
    Partner = 1,
    Therapist = 2,
}

public enum InconclusiveReason
{
    NoAnswer = 1,
    /// <summary>Task, goal and bond were not all answered.</summary>
    ItemsMissing = 2,
    /// <summary>No earlier composite to compare with.</summary>
    NothingBefore = 3,
    /// <summary>No criterion found a fall, and this person's answers rarely vary: that is not "all well".</summary>
    AnswersRarelyVary = 4,
}
