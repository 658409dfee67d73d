using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.SelfInsight;
using static Attune.Method.Tests.SelfInsight.OwnSide;

namespace Attune.Method.Tests.SelfInsight;

public sealed class PresenceReactionsTests
{
    // Moment 5.
    [Fact]
    public void Events_FarFromOneAndCloseToTheOther_AreTwoReactionsAndNoArousal()
    {
        var events = PresenceReactions.Events(Fold(), 4, Presence.FarFrom, Presence.TooClose, At);

        Assert.Equal(
            [(1, ReactionToward.A, Involvement.Under, "far-away"), (2, ReactionToward.B, Involvement.Over, null)],
            events.Select(one => (one.Reaction, one.Toward, one.Direction, one.Feeling)));
        Assert.All(events, one => Assert.Equal((4, ReactionStrength.Subtle, false), (one.Session, one.Strength, one.WhileAroused)));
        var reading = OwnReactions.Of(Fold([.. events]));
        Assert.All(reading.Episodes, episode => Assert.Equal(OwnEpisodeSource.Noticed, episode.Source));
        Assert.Equal(2, reading.Directed.Length);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(Presence.WithThem, Presence.WithEffort)]
    public void Events_WithBothOrNotSaid_AreNone(Presence? withA, Presence? withB) => Assert.Empty(PresenceReactions.Events(Fold(), 1, withA, withB, At));

    // Tapped in the session, said again in the debrief: it is one.
    [Theory]
    [InlineData(ReactionToward.A)]
    [InlineData(ReactionToward.Both)]
    public void Events_NotedInTheSessionAlready_AddNothing(ReactionToward toward) => Assert.Empty(
        PresenceReactions.Events(Fold(Reaction(1, toward) with { Into = TimeSpan.FromMinutes(18) }), 1, Presence.FarFrom, null, At));

    [Fact]
    public void Events_OfAnotherSession_DoNotCount() =>
        Assert.Equal(8, Assert.Single(PresenceReactions.Events(Fold(Reaction(7, ReactionToward.A)), 2, Presence.FarFrom, null, At)).Reaction);

    [Theory]
    [InlineData(Presence.TooClose, Involvement.Over)]
    [InlineData(Presence.WithThem, Involvement.Steady)]
    [InlineData(null, Involvement.Steady)]
    public void Events_DebriefWrittenAnew_AmendsItsOwnReaction(Presence? now, Involvement direction)
    {
        var (first, others) = (Reaction(1, ReactionToward.A) with { WhoseFeeling = FeelingOf.Mine }, Reaction(2, ReactionToward.B, Involvement.Over));
        var amended = Assert.Single(PresenceReactions.Events(Fold(Debrief(1, Presence.FarFrom), first, others), 1, now, null, At));

        Assert.Equal((1, 2, direction, FeelingOf.Mine), (amended.Reaction, amended.Amends, amended.Direction, amended.WhoseFeeling));
    }

    [Fact]
    public void Events_SameAnswerAgain_ChangesNothing() =>
        Assert.Empty(PresenceReactions.Events(Fold(Debrief(1, Presence.FarFrom), Reaction(1, ReactionToward.A)), 1, Presence.FarFrom, null, At));

    // A reaction that the therapist noted by hand is not the debrief's to take back.
    [Fact]
    public void Events_PresenceNeverSaid_LeavesWhatWasNotedByHand() =>
        Assert.Empty(PresenceReactions.Events(Fold(Debrief(1), Reaction(1, ReactionToward.A)), 1, Presence.WithThem, null, At));

    [Fact]
    public void Events_TappedInTheSession_IsNeverTakenBack() => Assert.Empty(PresenceReactions.Events(
        Fold(Debrief(1, Presence.FarFrom), Reaction(1, ReactionToward.A) with { Into = TimeSpan.FromMinutes(3) }), 1, Presence.WithThem, null, At));
}
