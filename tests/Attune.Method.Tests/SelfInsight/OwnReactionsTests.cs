using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.SelfInsight;
using static Attune.Method.Tests.SelfInsight.OwnSide;

namespace Attune.Method.Tests.SelfInsight;

public sealed class OwnReactionsTests
{
    [Fact]
    public void Of_OverWithOneAndUnderWithTheOther_KeepsBothDirections()
    {
        var reading = OwnReactions.Of(Fold(
            Reaction(1, ReactionToward.B, Involvement.Over) with { Strength = ReactionStrength.Strong, OwnSchema = "si" }, Reaction(2, ReactionToward.A)));

        Assert.Equal(
            [
                new(1, 1, Partner.B, Involvement.Over, ReactionStrength.Strong, false, 1, null, "si"),
                new(2, 1, Partner.A, Involvement.Under, ReactionStrength.Subtle, false, 1, null, null),
            ],
            reading.Directed);
    }

    [Fact]
    public void Of_TowardBoth_IsOneEpisodeAndTwoReactions()
    {
        var reading = OwnReactions.Of(Fold(Reaction(1, ReactionToward.Both)));

        Assert.Equal([Partner.A, Partner.B], reading.Directed.Select(one => one.Toward));
        Assert.Equal([Partner.A, Partner.B], Assert.Single(reading.Episodes).Toward);
    }

    // Row 51: a judgement made with a clouded view says so and counts less.
    [Fact]
    public void Of_NotedWhileAroused_CountsHalf()
    {
        var reading = OwnReactions.Of(Fold(Reaction(1, ReactionToward.A, aroused: true), Reaction(2, ReactionToward.A)));

        Assert.Equal([(true, .5), (false, 1.0)], reading.Directed.Select(one => (one.WhileAroused, one.Weight)));
        Assert.Equal(.5, OwnReactions.WhileArousedWeight);
    }

    // Moment 5: a calm line can be the rupture.
    [Fact]
    public void Of_QuietFarAway_CountsAsMuchAsAnEpisodeOfThePulse()
    {
        var debrief = Debrief(2) with { Episodes = [new EpisodeReflection(0, EpisodeToward.B, true)] };
        var reading = OwnReactions.Of(Fold(Reaction(1, ReactionToward.A) with { Feeling = "far-away" }, Pulse(2, 2), debrief));

        Assert.Equal(
            [(1, OwnEpisodeSource.Noticed, 1.0), (2, OwnEpisodeSource.Pulse, 1.0), (2, OwnEpisodeSource.Pulse, 1.0)],
            reading.Episodes.Select(one => (one.Session, one.Source, one.Weight)));
        Assert.Equal([Partner.B], reading.Episodes[1].Toward);
        Assert.Empty(reading.Episodes[2].Toward);
    }

    // Which way is not known: it is no drift toward anybody, and took the therapist away all the same.
    [Fact]
    public void Of_NotClearYet_IsAnEpisodeAndNeitherUnderNorOver()
    {
        var reading = OwnReactions.Of(Fold(Reaction(1, ReactionToward.Both, Involvement.Unclear, whose: FeelingOf.Mine), Reaction(2, ReactionToward.A, Involvement.Over)));

        Assert.Equal([(2, Involvement.Over)], reading.Directed.Select(one => (one.Number, one.Direction)));
        Assert.Equal([2, 1], reading.Episodes.Select(one => one.Toward.Length));
        Assert.Equal(1, Assert.Single(reading.Guesses).Made);
    }

    [Fact]
    public void Of_TakenBack_CountsNowhere()
    {
        var reading = OwnReactions.Of(Fold(
            Reaction(1, ReactionToward.A, whose: FeelingOf.Mine), Reaction(1, ReactionToward.A, Involvement.Steady, whose: FeelingOf.Mine) with { Amends = 1 }));

        Assert.Empty(reading.Directed);
        Assert.Empty(reading.Episodes);
        Assert.Empty(reading.Guesses);
    }

    [Fact]
    public void Of_Guesses_SayHowOftenTheyWereConfirmedAndWithWhom()
    {
        var reading = OwnReactions.Of(Fold(
            Reaction(1, ReactionToward.A, whose: FeelingOf.AUnspoken), Reaction(2, ReactionToward.A, whose: FeelingOf.AUnspoken),
            Reaction(3, ReactionToward.A, whose: FeelingOf.AUnspoken), Reaction(4, ReactionToward.B, whose: FeelingOf.Mine),
            Reaction(5, ReactionToward.B, whose: FeelingOf.CannotTell), Reaction(6, ReactionToward.B), Settled(1, true), Settled(2, false)));

        Assert.Equal([new(FeelingOf.Mine, 1, 0, 0), new(FeelingOf.AUnspoken, 3, 1, 1)], reading.Guesses);
        Assert.Equal([null, .5], reading.Guesses.Select(guess => guess.ShareConfirmed));
    }

    // Another guess is another guess.
    [Fact]
    public void Of_GuessChangedAfterItWasSettled_IsOpenAgain() => Assert.Equal(
        [new(FeelingOf.BUnspoken, 1, 0, 0)],
        OwnReactions.Of(Fold(
            Reaction(1, ReactionToward.B, whose: FeelingOf.Mine), Settled(1, true), Reaction(1, ReactionToward.B, whose: FeelingOf.BUnspoken) with { Amends = 1 })).Guesses);

    [Fact]
    public void Of_NothingRecorded_IsEmpty() => Assert.Empty(OwnReactions.Of(Fold(Pulse(1, 0))).Episodes);

    private static FeelingGuessSettled Settled(int reaction, bool confirmed) => new() { At = At, Reaction = reaction, Confirmed = confirmed };
}
