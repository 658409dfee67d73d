using System.Text.Json.Serialization;
using Attune.Method.Cases;

namespace Attune.Method.Alliance;

/// <summary>Whether a partner, or the couple, feels felt by the therapist.</summary>
public enum Felt
{
    Yes = 1,
    No = 2,

    /// <summary>Not answered, or answered well by somebody whose answers rarely vary.</summary>
    CannotTell = 3,
}

/// <summary>
/// How far the two pull in one direction, as each of them says, 1 to 7; asked on odd sessions, null when not answered. It is rated for the couple, so
/// it takes both answers: with one missing, low and diverging cannot be told.
/// </summary>
public sealed record WithinCoupleAnswers(int? A, int? B)
{
    /// <summary>The mean of both here or below is low (our proposal, as with the fairness answer).</summary>
    public const double LowFrom = 3;

    /// <summary>Answers this far apart diverge, in points (our proposal).</summary>
    public const int DivergingFrom = 2;

    /// <summary>Null: cannot be told.</summary>
    [JsonIgnore]
    public bool? IsLow => (A + B) / 2.0 is { } mean ? mean <= LowFrom : null;

    /// <summary>Whether the two see the couple differently. Null: cannot be told.</summary>
    [JsonIgnore]
    public bool? IsDiverging => A - B is { } apart ? Math.Abs(apart) >= DivergingFrom : null;
}

/// <summary>
/// What the two partners' answers say together for one held session, for the therapist alone. Gaps are A less B, null where either did not answer;
/// <paramref name="WhyNoGap"/> says why the composite has none. <paramref name="Within"/>: null when neither answered it.
/// </summary>
public sealed record CoupleSession(
    int Session,
    AllianceGap? Composite,
    AllianceGap? Task,
    AllianceGap? Goal,
    AllianceGap? Bond,
    NoGapReason? WhyNoGap,
    WithinCoupleAnswers? Within,
    Felt FeltByA,
    Felt FeltByB)
{
    /// <summary>A bond answer from here on is "felt", 1 to 7 (our proposal).</summary>
    public const int FeltFrom = 5;

    /// <summary>Of the composite's gap, up to this session. Null where this session has no gap, or fewer than four have.</summary>
    public GapTrend? Trend { get; init; }

    public MovingAway? AMovingAway { get; init; }

    public MovingAway? BMovingAway { get; init; }

    /// <summary>Both partners are moving away from the therapist: the courted one leaves too (article-map, moment 8).</summary>
    [JsonIgnore]
    public bool AreBothMovingAway => AMovingAway is not null && BMovingAway is not null;

    /// <summary>The couple counts as felt only when both do.</summary>
    [JsonIgnore]
    public Felt FeltByTheCouple => (FeltByA, FeltByB) switch
    {
        (Felt.No, _) or (_, Felt.No) => Felt.No,
        (Felt.Yes, Felt.Yes) => Felt.Yes,
        _ => Felt.CannotTell,
    };

    public MovingAway? MovingAway(Partner partner) => partner == Partner.A ? AMovingAway : BMovingAway;
}
