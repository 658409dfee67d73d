using Attune.Method.Alliance;
using Attune.Method.Cases;

namespace Attune.Method.Tests.Alliance;

public class PersonLevelTests
{
    [Fact]
    public void Of_Composites_PartsLevelAndChange()
    {
        var levels = Read(Course.Of(Partner.A).Composite(6, 5).Silent().Composite(4));

        Assert.Equal([(1, 6.0, 1), (2, 5.5, 2), (4, 5.0, 3)], levels.Select(level => (level.Session, level.Mean, level.Over)));
        Assert.Equal([0, -0.5, -1], levels.Select(level => level.StateLike));
    }

    [Theory]
    [InlineData(4, LevelRemark.Low)]
    [InlineData(4.33, null)]
    public void Remark_AtOrBelowTheMiddle_IsLow(double composite, LevelRemark? remark) =>
        Assert.Equal(remark, Assert.Single(Read(Course.Of(Partner.A).Composite(composite))).Remark);

    [Fact]
    public void Remark_SlowBondExpected_IsNoSignOfFailingInTheFirstSixSessions()
    {
        var levels = Read(Slow(3.67, 3.67, 4, 3.67, 3.67, 4, 4));

        Assert.All(levels[..6], level => Assert.Equal(LevelRemark.LowAsExpected, level.Remark));
        Assert.Equal(LevelRemark.Low, levels[6].Remark);
    }

    // To begin low is expected; to fall is not.
    [Fact]
    public void Findings_SlowBondExpected_AreTheSameAsForEverybody()
    {
        double[] composites = [4, 4, 2.67, 4];
        var slow = AllianceCourse.Of(Slow(composites).Fold(), Partner.A);

        Assert.Contains(slow.Leading, f => f is RuptureFinding.Drop { Session: 3 });
        Assert.Equal(AllianceCourse.Of(Course.Of(Partner.A).Composite(composites).Fold(), Partner.A).Findings, slow.Findings);
    }

    [Fact]
    public void Of_FlatAnswers_AreKnownAsFlat() => Assert.True(Read(Course.Of(Partner.A).Composite(7, 7, 7, 7))[^1].IsFlat);

    [Fact]
    public void Of_NoComposite_IsEmpty() => Assert.Empty(Read(Course.Of(Partner.A).Silent(3)));

    private static Course Slow(params double[] composites) =>
        Course.Of(Partner.A).Composite(composites).Then(new PartnerAssessed { At = default, Partner = Partner.A, SlowBond = true });

    private static System.Collections.Immutable.ImmutableArray<PersonLevel> Read(Course course) => PersonLevel.Of(course.Fold(), Partner.A);
}
