using Attune.Method.Alliance;
using Attune.Method.Cases;
using Attune.Method.Tests.Cases;

namespace Attune.Method.Tests.Alliance;

public class CoupleAllianceTests
{
    [Theory]
    [InlineData(6, 5.33, SplitGrade.None)]
    [InlineData(5.67, 4.67, SplitGrade.Split)]
    [InlineData(4.67, 5.67, SplitGrade.Split)]
    [InlineData(6.33, 4.67, SplitGrade.Split)]
    [InlineData(6.67, 4.67, SplitGrade.Severe)]
    [InlineData(2, 7, SplitGrade.Severe)]
    public void Of_BothAnswered_GradesTheGapByItsSize(double a, double b, SplitGrade grade)
    {
        var gap = Assert.Single(Read(new ToldCourse().Session(Composite(a), Composite(b))).Sessions).Composite!;

        Assert.Equal(grade, gap.Grade);
        Assert.Equal(a - b, gap.Signed, 0.01);
        Assert.Equal(a > b ? Partner.A : Partner.B, gap.Higher);
    }

    [Fact]
    public void Of_EachArea_HasAGapOfItsOwn()
    {
        var session = Assert.Single(Read(new ToldCourse().Session(ToldCourse.Ratings(7, 5, 4), ToldCourse.Ratings(5, 5, 5))).Sessions);

        Assert.Equal((2.0, SplitGrade.Severe), (session.Task!.Signed, session.Task.Grade));
        Assert.Equal((0.0, SplitGrade.None, (Partner?)null), (session.Goal!.Signed, session.Goal.Grade, session.Goal.Higher));
        Assert.Equal((-1.0, SplitGrade.Split), (session.Bond!.Signed, session.Bond.Grade));
        Assert.Equal(SplitGrade.None, session.Composite!.Grade);
    }

    [Fact]
    public void Of_SomebodyDidNotAnswer_HasNoGapAndSaysWho()
    {
        var told = new ToldCourse().Session(Composite(6)).Session(null, Composite(6)).Session()
            .Session(Composite(6), ToldCourse.Ratings(5, null, 4)).Session(Composite(6), Composite(6));
        var sessions = Read(told).Sessions;

        Assert.Equal(
            [NoGapReason.OnlyAAnswered, NoGapReason.OnlyBAnswered, NoGapReason.NobodyAnswered, NoGapReason.ItemsMissing, null],
            sessions.Select(session => session.WhyNoGap));
        Assert.All(sessions[..4], session => Assert.Null(session.Composite));
        Assert.All(sessions[..3], session => Assert.Null(session.Bond));
        Assert.Equal((1.0, 2.0), (sessions[3].Task!.Signed, sessions[3].Bond!.Signed));
        Assert.Null(sessions[3].Goal);
    }

    [Fact]
    public void Of_FlatAnswersCloseTogether_AreNotSaidToAgree()
    {
        var told = new ToldCourse();
        for (var i = 0; i < 4; i++)
            told.Session(ToldCourse.AllAlike(7), Composite(6.33 + i % 2 / 3.0));
        var sessions = Read(told).Sessions;

        Assert.Equal([SplitGrade.None, SplitGrade.None, SplitGrade.None, SplitGrade.CannotTell], sessions.Select(s => s.Composite!.Grade));
        // A gap is a gap, also beside flat answers.
        Assert.Equal(SplitGrade.Severe, Read(told.Session(ToldCourse.AllAlike(7), Composite(4))).Sessions[^1].Composite!.Grade);
    }

    // Slopes as in Reference/alliance.py.
    [Fact]
    public void Trend_OverTheLastFourWithAGap_IsTheSlopeOfItsSize()
    {
        var told = Gaps(0, 1 / 3.0, 2 / 3.0);
        Assert.Null(Read(told).Sessions[^1].Trend);

        told.Session(Composite(6), Composite(5));
        var trend = Read(told).Sessions[^1].Trend!;
        Assert.Equal((1, 0.333333, true), (trend.Since, Math.Round(trend.Slope, 6), trend.IsGrowing));
    }

    [Fact]
    public void Trend_SessionsWithoutAGap_AreSteppedOverAndHaveNone()
    {
        var told = Gaps(0, 1).Session(Composite(6)).Session(Composite(6), Composite(5)).SilentSessions(2).Session(Composite(6), Composite(4));
        var sessions = Read(told).Sessions;

        Assert.Equal(0.285714, sessions[^1].Trend!.Slope, 6);
        Assert.False(sessions[^1].Trend!.IsGrowing);
        Assert.All(sessions[..^1], session => Assert.Null(session.Trend));
        Assert.Equal(7, Read(told.SilentSessions(1)).LastWithGap!.Session);
    }

    [Fact]
    public void Trend_GapChangesItsSideAndNotItsSize_DoesNotGrow() =>
        Assert.Equal(0, Read(Gaps(1, -1, 1, -1)).Sessions[^1].Trend!.Slope, 9);

    [Theory]
    [InlineData(6, 6, false, false)]
    [InlineData(3, 3, true, false)]
    [InlineData(2, 5, false, true)]
    [InlineData(2, 4, true, true)]
    public void Within_BothAnswered_IsReadForTheCouple(int a, int b, bool low, bool diverging)
    {
        var within = WithinOf(a, b)!;
        Assert.Equal((low, diverging), (within.IsLow, within.IsDiverging));
    }

    [Fact]
    public void Within_OneMissing_CannotBeToldAndNoneIsNull()
    {
        Assert.Equal(new WithinCoupleAnswers(1, null), WithinOf(1, null));
        Assert.Null(WithinOf(1, null)!.IsLow);
        Assert.Null(WithinOf(1, null)!.IsDiverging);
        Assert.Null(WithinOf(null, null));
    }

    [Theory]
    [InlineData(5, 6, Felt.Yes)]
    [InlineData(7, 4, Felt.No)]
    [InlineData(4, null, Felt.No)]
    [InlineData(7, null, Felt.CannotTell)]
    [InlineData(null, null, Felt.CannotTell)]
    public void Felt_TheCouple_OnlyWhenBothDo(int? a, int? b, Felt felt) =>
        Assert.Equal(felt, Read(new ToldCourse().Session(BondOf(a), BondOf(b))).Sessions[0].FeltByTheCouple);

    [Fact]
    public void Felt_FlatAnswers_CountAsTheyAreOnlyWhenLow()
    {
        Assert.Equal(Felt.CannotTell, Flat(7).FeltByA);
        Assert.Equal(Felt.No, Flat(2).FeltByA);
    }

    [Fact]
    public void Of_PartnersExchanged_OnlyTurnsTheSigns() => RandomCouples.BySession.Sample(all =>
    {
        var couple = RandomCouples.Fold(all);
        var (a, b) = (AllianceCourse.Of(couple, Partner.A), AllianceCourse.Of(couple, Partner.B));
        return CoupleAlliance.Of(a, b).Sessions.Zip(CoupleAlliance.Of(b, a).Sessions).All(pair =>
            pair.First.Composite?.Grade == pair.Second.Composite?.Grade && pair.First.Composite?.Signed == -pair.Second.Composite?.Signed
            && pair.First.Trend == pair.Second.Trend && pair.First.FeltByTheCouple == pair.Second.FeltByTheCouple
            && pair.First.AreBothMovingAway == pair.Second.AreBothMovingAway);
    });

    [Fact]
    public void Of_EmptyCase_HasNoSession()
    {
        Assert.Empty(Read(new ToldCourse()).Sessions);
        Assert.Null(Read(new ToldCourse()).LastWithGap);
    }

    private static CoupleSession Flat(int mark)
    {
        var told = new ToldCourse();
        for (var i = 0; i < 4; i++)
            told.Session(ToldCourse.AllAlike(mark));
        return Read(told).Sessions[^1];
    }

    private static ToldCourse Gaps(params double[] gaps) =>
        gaps.Aggregate(new ToldCourse(), (told, gap) => gap >= 0 ? told.Session(Composite(6), Composite(6 - gap)) : told.Session(Composite(6 + gap), Composite(6)));

    private static WithinCoupleAnswers? WithinOf(int? a, int? b) =>
        Read(new ToldCourse().Session(new CheckInAnswers { WithinCouple = a }, new CheckInAnswers { WithinCouple = b })).Sessions[0].Within;

    private static CheckInAnswers? BondOf(int? bond) => bond is null ? null : new CheckInAnswers { Bond = bond };

    private static CheckInAnswers Composite(double value) => ToldCourse.Composite(value);

    private static CoupleAlliance Read(ToldCourse told) => CoupleAlliance.Of(told.Couple);
}
