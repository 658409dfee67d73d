using System.Text.Json.Serialization;
using Attune.Method.Cases;

namespace Attune.Method.Alliance;

/// <summary>How far the two partners' alliances stand apart.</summary>
public enum SplitGrade
{
    /// <summary>Less than 1 SD, by answers that vary.</summary>
    None = 1,

    /// <summary>From 1 to less than 2 SD (after Muniz de la Pena et al., 2009).</summary>
    Split = 2,

    /// <summary>From 2 SD on (our proposal: the published cut-off is not at hand).</summary>
    Severe = 3,

    /// <summary>Less than 1 SD, but the answers of at least one of them rarely vary: that they agree cannot be told.</summary>
    CannotTell = 4,
}

/// <summary>
/// A's answer less B's in one session: above 0, A's is the higher. <paramref name="Signed"/> in between-person reference SD, which is one point of
/// the 1 to 7 scale (our proposal, method-facts 2.3). For the therapist alone: a partner who knew it would know the other's answer.
/// </summary>
public sealed record AllianceGap(double Signed, SplitGrade Grade)
{
    /// <summary>Between-person reference SD, in points (our proposal).</summary>
    public const double ReferenceSd = 1.0;

    private const double SplitFrom = 1;
    private const double SevereFrom = 2;

    /// <summary>Whose is the higher; null when they are alike.</summary>
    [JsonIgnore]
    public Partner? Higher => Signed > Baseline.Rounding ? Partner.A : Signed < -Baseline.Rounding ? Partner.B : null;

    [JsonIgnore]
    public bool IsSplit => Grade is SplitGrade.Split or SplitGrade.Severe;

    /// <summary>Null when either did not answer.</summary>
    /// <param name="isFlat">Whether the answers of either rarely vary.</param>
    internal static AllianceGap? Of(double? a, double? b, bool isFlat)
    {
        if ((a - b) / ReferenceSd is not { } signed)
            return null;
        var grade = Math.Abs(signed) switch
        {
            >= SevereFrom - Baseline.Rounding => SplitGrade.Severe,
            >= SplitFrom - Baseline.Rounding => SplitGrade.Split,
            _ => isFlat ? SplitGrade.CannotTell : SplitGrade.None,
        };
        return new AllianceGap(signed, grade);
    }
}

/// <summary>Why a session has no gap in the composite.</summary>
public enum NoGapReason
{
    OnlyBAnswered = 1,
    OnlyAAnswered = 2,
    NobodyAnswered = 3,

    /// <summary>Both answered, but not task, goal and bond each.</summary>
    ItemsMissing = 4,
}

/// <summary>
/// Whether the gap widens: the slope of its size over the last four sessions with a gap, by least squares against the session number, in SD per
/// session, from session <paramref name="Since"/> on. The change told who ended, the level did not (Gangamma et al., 2012, 72 couples).
/// </summary>
public sealed record GapTrend(int Since, double Slope)
{
    /// <summary>As many sessions with a gap as a slope is taken over; with fewer there is none.</summary>
    public const int Sessions = 4;

    /// <summary>Growing from here on, SD per session: one SD from the first to the fourth of four sessions in a row (our proposal).</summary>
    public const double GrowingFrom = 1.0 / (Sessions - 1);

    [JsonIgnore]
    public bool IsGrowing => Slope >= GrowingFrom - Baseline.Rounding;

    /// <param name="gaps">All sessions with a gap so far, oldest first, with the size of it in SD.</param>
    internal static GapTrend? Of(IReadOnlyList<(int Session, double Size)> gaps)
    {
        var first = gaps.Count - Sessions;
        if (first < 0)
            return null;
        var (meanSession, meanSize) = (0.0, 0.0);
        for (var i = first; i < gaps.Count; i++)
            (meanSession, meanSize) = (meanSession + gaps[i].Session / (double)Sessions, meanSize + gaps[i].Size / Sessions);
        var (both, spread) = (0.0, 0.0);
        for (var i = first; i < gaps.Count; i++)
        {
            var off = gaps[i].Session - meanSession;
            (both, spread) = (both + off * (gaps[i].Size - meanSize), spread + off * off);
        }
        return new GapTrend(gaps[first].Session, both / spread);
    }
}
