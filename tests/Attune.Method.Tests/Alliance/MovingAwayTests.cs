using Attune.Method.Alliance;
using Attune.Method.Cases;
using Attune.Method.Tests.Cases;

namespace Attune.Method.Tests.Alliance;

public class MovingAwayTests
{
    // Moment 8: the one who was courted, and the one who was not.
    [Fact]
    public void Of_CourtedPartnerFallsBesideTheOther_AreBoth()
    {
        var told = new ToldCourse();
        foreach (var (felt, fairness) in new[] { (6, 6), (5, 6), (4, 3) })
            told.Session(Course.Rated(6, 6, felt), Course.Rated(6, 6, 6) with { Fairness = fairness });
        var couple = told.Couple;
        var last = CoupleAlliance.Of(couple).Sessions[^1];

        Assert.True(last.AreBothMovingAway);
        Assert.Equal((FallingAnswer.Felt, "6 5 4"), (last.AMovingAway!.Of, string.Join(' ', last.AMovingAway.Values)));
        Assert.Equal((FallingAnswer.Fairness, "6 3"), (last.MovingAway(Partner.B)!.Of, string.Join(' ', last.BMovingAway!.Values)));
        Assert.Contains(AllianceCourse.Of(couple, Partner.B).Leading, f => f is RuptureFinding.PossibleSiding { Session: 3 });
        Assert.All(AllianceCourse.Of(couple, Partner.B).Points, point => Assert.Equal(6, point.Composite));
    }

    [Theory]
    [InlineData(new[] { 6, 5, 4 }, "6 5 4")]
    [InlineData(new[] { 5, 6, 4 }, "6 4")]
    [InlineData(new[] { 6, 3, 3 }, "6 3 3")]
    [InlineData(new[] { 6, 3, 4 }, null)]
    [InlineData(new[] { 6, 5, 5 }, null)]
    [InlineData(new[] { 7, 7, 6, 5 }, "7 6 5")]
    [InlineData(new[] { 7, 6, 6, 5 }, null)]
    [InlineData(new[] { 4 }, null)]
    public void Add_FeltAnswers_FellByTwoOverTheLastThreeWithoutRising(int[] felt, string? values)
    {
        var told = ToldCourse.Of(Partner.A, [.. felt.Select(BondOf)]);
        Assert.Equal(values, Read(told).Sessions[^1].AMovingAway is { } away ? string.Join(' ', away.Values) : null);
    }

    [Fact]
    public void Of_OneIsSilent_AreNotBoth()
    {
        var told = new ToldCourse().Session(BondOf(6), BondOf(6)).Session(BondOf(3));
        Assert.NotNull(Read(told).Sessions[1].AMovingAway);
        Assert.False(Read(told).Sessions[1].AreBothMovingAway);
    }

    private static CheckInAnswers BondOf(int bond) => new() { Bond = bond };

    private static CoupleAlliance Read(ToldCourse told) => CoupleAlliance.Of(told.Couple);
}
