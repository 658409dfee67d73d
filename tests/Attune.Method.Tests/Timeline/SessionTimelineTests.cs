using Attune.Method.Cases;
using Attune.Method.Tests.Cases;
using Attune.Method.Timeline;

namespace Attune.Method.Tests.Timeline;

public sealed class SessionTimelineTests
{
    [Fact]
    public void Of_LidClosed_IsEmptyAndHasNoLength()
    {
        Assert.Equal((true, 0.0), Empty(Of(new LiveHour())));
        Assert.Equal((true, 0.0), Empty(SessionTimeline.Of(new LiveHour().Couple, 7)));

        static (bool, double) Empty(SessionTimeline timeline) => (timeline.IsEmpty, timeline.Length.TotalSeconds);
    }

    [Fact]
    public void Of_OnlyMarks_HasNoHeartAndTheLengthOfTheSession()
    {
        var timeline = Of(new LiveHour().Marked(Partner.B, "withdrawal-denial", 1_200).Marked(Partner.A, "eyes", 600, MarkKind.Channel));

        Assert.Empty(timeline.Hearts);
        Assert.Equal([Partner.A, Partner.B], timeline.Marks.Select(mark => mark.Partner));
        Assert.Equal((false, 50.0), (timeline.IsEmpty, timeline.Length.TotalMinutes));
    }

    // A session that ran over is drawn to its end.
    [Fact]
    public void Of_SomethingAfterTheSessionsLength_ReachesToIt() =>
        Assert.Equal(3_400, Of(new LiveHour().Steadied(3_310, 90)).Length.TotalSeconds);

    [Fact]
    public void Of_Hearts_StandTherapistFirstAndTheSetAsideNowhere()
    {
        var hour = new LiveHour().Heard(HeartOf.B).Heard(HeartOf.A, setAside: true).Heard(HeartOf.Therapist);

        Assert.Equal([HeartOf.Therapist, HeartOf.B], Of(hour).Hearts.Select(heart => heart.Heart));
        Assert.True(Of(new LiveHour().Heard(HeartOf.A, setAside: true)).IsEmpty);
    }

    [Fact]
    public void Of_StatesWithHoles_SaysUnknownWhereNothingWasSaid()
    {
        var lane = Of(new LiveHour().Heard(HeartOf.Therapist, 10, 100, false, (20, 40, HeartState.Quiet), (40, 50, HeartState.Quiet), (60, 90, HeartState.Rising))).Hearts.Single();

        Assert.Equal("10-20 Unknown, 20-50 Quiet, 50-60 Unknown, 60-90 Rising, 90-110 Unknown", Text(lane));
        Assert.Equal((40.0, 3, true), (lane.Unknown.TotalSeconds, lane.Unreadable, lane.Replayed));
    }

    [Fact]
    public void Of_NoStates_IsUnknownFromEndToEnd() => Assert.Equal("10-110 Unknown", Text(Of(new LiveHour().Heard(HeartOf.Therapist, 10, 100)).Hearts.Single()));

    [Fact]
    public void Of_ShiftedLater_MovesStatesAndCrossingsAndNothingElse()
    {
        var hour = new LiveHour().Heard(HeartOf.Therapist, 10, 100, false, (10, 110, HeartState.Quiet)).Found((5, 25)).Marked(Partner.A, "withdrawal-denial", 20).Shifted(HeartOf.Therapist, 30);

        Assert.Equal("40-140 Quiet", Text(Of(hour).Hearts.Single()));
        Assert.Equal((45.0, 65.0), (Of(hour).Crossings.Single().Start.TotalSeconds, Of(hour).Crossings.Single().End.TotalSeconds));
        Assert.Equal(20, Of(hour).Marks.Single().Into!.Value.TotalSeconds);
        Assert.Equal(30, Of(hour).Hearts.Single().Shift.TotalSeconds);
    }

    [Theory]
    [InlineData(-30, "0-80 Quiet")]
    [InlineData(-200, "")]
    public void Of_ShiftedBeforeTheBeginning_IsCutOffThere(double by, string states) =>
        Assert.Equal(states, Text(Of(new LiveHour().Heard(HeartOf.Therapist, 10, 100, false, (10, 110, HeartState.Quiet)).Shifted(HeartOf.Therapist, by)).Hearts.Single()));

    [Fact]
    public void Of_TwoTechniques_TheSecondEndsTheFirst() => Assert.Equal(
        [("mode-cards", 300.0, 900.0), ("chair-work", 900, 3_000)],
        Of(new LiveHour().TookUp("chair-work", 900).TookUp("mode-cards", 300)).Techniques.Select(one => (one.Technique, one.Start.TotalSeconds, one.End.TotalSeconds)));

    [Fact]
    public void Of_NotedWithoutATime_HasNoPlaceAndIsCounted()
    {
        var timeline = Of(new LiveHour().Marked(Partner.A, "eyes", null).Reacted(1, null).Noticed("jaw-tight", null).TookUp("chair-work", null));

        Assert.Equal((true, 4), (timeline.IsEmpty, timeline.WithoutTime));
        Assert.Equal([1, 2], Of(new LiveHour().Reacted(2, 900).Reacted(1, 60)).Reactions.Select(one => one.Reaction));
        Assert.Equal(["jaw-tight"], Of(new LiveHour().Noticed("jaw-tight", 5)).OwnStates.Select(one => one.Code));
    }

    [Fact]
    public void Of_RecordingThatNobodyHeardLive_SaysThatItsClockIsItsOwn()
    {
        Assert.False(Of(new LiveHour().Found((5, 25))).CrossingsAreOnTheClock);
        Assert.True(Of(new LiveHour().Heard(HeartOf.Therapist).Found((5, 25))).CrossingsAreOnTheClock);
    }

    // Whatever was recorded and however it was shifted: nothing before the beginning, nothing past the end, states without a hole.
    [Fact]
    public void Of_RandomCourses_LiesWithinItsLengthAndHasNoHole() => RandomCourses.Events.Sample(events =>
    {
        var timeline = SessionTimeline.Of(CoupleCase.Fold(events), 3);
        return timeline.Hearts.All(lane => lane.Start >= TimeSpan.Zero && lane.End <= timeline.Length && Chained(lane))
            && timeline.Marks.All(mark => mark.Into <= timeline.Length) && timeline.Steadyings.All(one => one.Into + one.Lasting <= timeline.Length);
    });

    private static bool Chained(HeartLane lane) => lane.States.IsEmpty
        ? lane.Start == lane.End
        : lane.States[0].Start == lane.Start && lane.States[^1].End == lane.End && lane.States.Zip(lane.States.Skip(1)).All(two => two.First.End == two.Second.Start && two.First.State != two.Second.State);

    private static string Text(HeartLane lane) => string.Join(", ", lane.States.Select(span => $"{span.Start.TotalSeconds}-{span.End.TotalSeconds} {span.State}"));

    private static SessionTimeline Of(LiveHour hour) => SessionTimeline.Of(hour.Couple, 1);
}
