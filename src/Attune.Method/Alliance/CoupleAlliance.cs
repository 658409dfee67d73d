using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Attune.Method.Cases;

namespace Attune.Method.Alliance;

/// <summary>
/// The two alliances beside each other: gaps, their growth, the within-couple answers and who feels felt, for each session that either course holds,
/// in order. Causal as the courses are. For the therapist alone, and never on anything that a partner can see.
/// </summary>
public sealed record CoupleAlliance(ImmutableArray<CoupleSession> Sessions)
{
    /// <summary>The last session with a gap in the composite; null when none has.</summary>
    [JsonIgnore]
    public CoupleSession? LastWithGap => Sessions.LastOrDefault(session => session.Composite is not null);

    public static CoupleAlliance Of(CoupleCase couple) => Of(AllianceCourse.Of(couple, Partner.A), AllianceCourse.Of(couple, Partner.B));

    /// <summary>From two courses of one couple.</summary>
    public static CoupleAlliance Of(PartnerCourse a, PartnerCourse b)
    {
        var sessions = ImmutableArray.CreateBuilder<CoupleSession>(Math.Max(a.Points.Length, b.Points.Length));
        var gaps = new List<(int Session, double Size)>(a.Points.Length);
        var (awayA, awayB) = (new MovingAway.Running(), new MovingAway.Running());
        foreach (var (ofA, ofB) in SideBySide(a.Points, b.Points))
        {
            var session = Of(ofA, ofB);
            if (session.Composite is { } gap)
                gaps.Add((session.Session, Math.Abs(gap.Signed)));
            sessions.Add(session with
            {
                Trend = session.Composite is null ? null : GapTrend.Of(gaps),
                AMovingAway = awayA.Add(ofA),
                BMovingAway = awayB.Add(ofB),
            });
        }
        return new CoupleAlliance(sessions.ToImmutable());
    }

    private static IEnumerable<(CoursePoint? A, CoursePoint? B)> SideBySide(ImmutableArray<CoursePoint> a, ImmutableArray<CoursePoint> b)
    {
        var (ofA, ofB) = (0, 0);
        while (ofA < a.Length || ofB < b.Length)
        {
            var nextA = ofA < a.Length ? a[ofA] : null;
            var nextB = ofB < b.Length ? b[ofB] : null;
            if (nextA is null || nextB?.Session < nextA.Session)
                (nextA, ofB) = (null, ofB + 1);
            else if (nextB is null || nextA.Session < nextB.Session)
                (nextB, ofA) = (null, ofA + 1);
            else
                (ofA, ofB) = (ofA + 1, ofB + 1);
            yield return (nextA, nextB);
        }
    }

    private static CoupleSession Of(CoursePoint? a, CoursePoint? b)
    {
        var isFlat = a is { IsFlat: true } || b is { IsFlat: true };
        var composite = AllianceGap.Of(a?.Composite, b?.Composite, isFlat);
        return new CoupleSession(
            (a ?? b)!.Session,
            composite,
            AllianceGap.Of(a?.Task, b?.Task, isFlat),
            AllianceGap.Of(a?.Goal, b?.Goal, isFlat),
            AllianceGap.Of(a?.Bond, b?.Bond, isFlat),
            composite is null ? WhyNoGap(a, b) : null,
            a?.WithinCouple is null && b?.WithinCouple is null ? null : new WithinCoupleAnswers(a?.WithinCouple, b?.WithinCouple),
            FeltBy(a),
            FeltBy(b));
    }

    private static NoGapReason WhyNoGap(CoursePoint? a, CoursePoint? b) => (DidAnswer(a), DidAnswer(b)) switch
    {
        (false, false) => NoGapReason.NobodyAnswered,
        (true, false) => NoGapReason.OnlyAAnswered,
        (false, true) => NoGapReason.OnlyBAnswered,
        (true, true) => NoGapReason.ItemsMissing,
    };

    private static bool DidAnswer(CoursePoint? point) => point is { Answer: SessionAnswer.Answered };

    // A low answer tells something also where answers rarely vary; a good one does not.
    private static Felt FeltBy(CoursePoint? point) => point switch
    {
        { Bond: < CoupleSession.FeltFrom } => Felt.No,
        { Bond: not null, IsFlat: false } => Felt.Yes,
        _ => Felt.CannotTell,
    };
}
