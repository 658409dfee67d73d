using Attune.Method.Cases;
using Attune.Method.SelfInsight;
using static Attune.Method.Tests.SelfInsight.OwnSide;

namespace Attune.Method.Tests.SelfInsight;

public sealed class SelfRemarksTests
{
    [Theory]
    [InlineData(new[] { Centre.TheMethod, Centre.Me }, new[] { 1, 2 })]
    [InlineData(new[] { Centre.Me, Centre.TheCouple, Centre.TheMethod, Centre.TheMethod }, new[] { 3, 4 })]
    [InlineData(new[] { Centre.TheMethod, Centre.TheCouple }, null)]
    [InlineData(new[] { Centre.TheMethod, Centre.Me, Centre.B }, null)]
    [InlineData(new[] { Centre.Me }, null)]
    public void Of_Centre_RemarksOnTwoRunning(Centre[] centres, int[]? sessions) =>
        Assert.Equal(sessions, Of([.. centres.Select((centre, i) => Debrief(i + 1, centre: centre))]).Centre?.Sessions);

    [Theory]
    [InlineData(new[] { CareGiven.A, CareGiven.A, CareGiven.A }, Partner.A, new[] { 1, 2, 3 })]
    [InlineData(new[] { CareGiven.B, CareGiven.A, CareGiven.B, CareGiven.B, CareGiven.B, CareGiven.B }, Partner.B, new[] { 3, 4, 5, 6 })]
    [InlineData(new[] { CareGiven.A, CareGiven.A }, null, null)]
    [InlineData(new[] { CareGiven.A, CareGiven.A, CareGiven.B }, null, null)]
    [InlineData(new[] { CareGiven.A, CareGiven.A, CareGiven.A, CareGiven.Both }, null, null)]
    [InlineData(new[] { CareGiven.Neither, CareGiven.Neither, CareGiven.Neither }, null, null)]
    public void Of_Care_RemarksOnThreeLeaningOneWay(CareGiven[] care, Partner? toward, int[]? sessions)
    {
        var remark = Of([.. care.Select((given, i) => Debrief(i + 1, care: given))]).Care;

        Assert.Equal(toward, remark?.Toward);
        Assert.Equal(sessions, remark?.Sessions);
    }

    // A question left out is not an answer.
    [Fact]
    public void Of_QuestionLeftOut_NeitherEndsNorLengthensARun()
    {
        Assert.Equal([1, 3], Of(Debrief(1, centre: Centre.Me), Debrief(2), Debrief(3, centre: Centre.Me)).Centre!.Sessions);
        Assert.Null(Of(Debrief(1, centre: Centre.Me), Debrief(2)).Centre);
    }

    [Fact]
    public void Of_NoDebrief_RemarksOnNothing() => Assert.Equal(new SelfRemarks(null, null), Of());

    private static SelfRemarks Of(params CaseEvent[] events) => SelfRemarks.Of(Fold(events));
}
