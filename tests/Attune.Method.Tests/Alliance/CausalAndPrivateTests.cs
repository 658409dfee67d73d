using System.Text.Json;
using Attune.Method.Alliance;
using Attune.Method.Cases;

namespace Attune.Method.Tests.Alliance;

/// <summary>
/// Two rules of everything that is read here: nothing found for a session changes when later sessions are added, and one partner's course is the same
/// without the other.
/// </summary>
public class CausalAndPrivateTests
{
    private static readonly Gen<(CaseEvent[][] All, int Until)> Cut =
        from all in RandomCouples.BySession
        from until in Gen.Int[0, all.Length - 1]
        select (all, until);

    [Fact]
    public void Course_LaterSessionsAdded_KeepsPointsAndFindings() => Cut.Sample(cut =>
    {
        var (before, after) = BothOf(cut, couple => AllianceCourse.Of(couple, Partner.A));
        return Same(before.Points, after.Points.Where(point => point.Session <= cut.Until))
            && Same(before.Findings, after.Findings.Where(finding => finding.Session <= cut.Until))
            && Same(before.Leading, after.Leading.Where(finding => finding.Session <= cut.Until))
            && (before.ChartJudgesFrom == after.ChartJudgesFrom || after.ChartJudgesFrom > cut.Until);
    });

    [Fact]
    public void Couple_LaterSessionsAdded_KeepsEverySession() => Cut.Sample(cut =>
    {
        var (before, after) = BothOf(cut, couple => CoupleAlliance.Of(couple).Sessions);
        return Same(before, after.Where(session => session.Session <= cut.Until));
    });

    [Fact]
    public void LevelsAndBlindSpot_LaterSessionsAdded_KeepEverySession() => Cut.Sample(cut =>
    {
        var (levels, moreLevels) = BothOf(cut, couple => PersonLevel.Of(couple, Partner.B));
        var (spots, moreSpots) = BothOf(cut, couple => BlindSpot.Of(couple, Partner.B).Sessions);
        return Same(levels, moreLevels.Where(level => level.Session <= cut.Until))
            && Same(spots, moreSpots.Where(spot => spot.Session <= cut.Until));
    });

    [Fact]
    public void Course_OtherPartnerLeftOut_IsTheSame() => RandomCouples.BySession.Sample(all =>
    {
        var alone = all.Select(events => events.Where(happened => happened.Subject != Subject.PartnerB).ToArray());
        return Same(OfA(all), OfA(alone));
    });

    // The rule is held by something: a course that were to read the other's answers would be caught.
    [Fact]
    public void Course_OwnAnswersLeftOut_IsNotTheSame()
    {
        CaseEvent[][] all = [[new CheckInAnswered { At = default, Session = 1, Partner = Partner.A, Answers = Course.Rated(5, 5, 5) }]];
        Assert.False(Same(OfA(all), OfA([[]])));
    }

    // Nobody noted the session as held, and A is silent: that B answered is not to be read off A's course.
    [Fact]
    public void Course_SessionThatOnlyTheOtherProves_HasNoPoint()
    {
        CaseEvent[][] all = [[new CheckInAnswered { At = default, Session = 1, Partner = Partner.B, Answers = Course.Rated(5, 5, 5) }]];

        Assert.Empty(AllianceCourse.Of(RandomCouples.Fold(all), Partner.A).Points);
        Assert.Equal(NoGapReason.OnlyBAnswered, Assert.Single(CoupleAlliance.Of(RandomCouples.Fold(all)).Sessions).WhyNoGap);
    }

    private static object OfA(IEnumerable<CaseEvent[]> all)
    {
        var couple = RandomCouples.Fold(all);
        return new { Course = AllianceCourse.Of(couple, Partner.A), Levels = PersonLevel.Of(couple, Partner.A), Spot = BlindSpot.Of(couple, Partner.A) };
    }

    private static (T Before, T After) BothOf<T>((CaseEvent[][] All, int Until) cut, Func<CoupleCase, T> read) =>
        (read(RandomCouples.Fold(cut.All[..(cut.Until + 1)])), read(RandomCouples.Fold(cut.All)));

    private static bool Same(object one, object other) => JsonSerializer.Serialize(one) == JsonSerializer.Serialize(other);
}
