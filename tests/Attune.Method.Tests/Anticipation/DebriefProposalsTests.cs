using System.Text.Json;
using Attune.Method.Anticipation;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Tests.Cases;

namespace Attune.Method.Tests.Anticipation;

public sealed class DebriefProposalsTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_NothingMarked_ProposesNoTensionAndNoOwnReaction()
    {
        var proposed = Of(new ToldCourse().Session());

        Assert.Null(proposed.A.Tension);
        Assert.Empty(proposed.A.Because);
        Assert.Equal(new OwnProposal(null, null, null), proposed.Own);
        Assert.Empty(proposed.A.Rupture!.Formulation.Areas);
        Assert.Null(proposed.A.Rupture.SchemaFrom);
    }

    [Fact]
    public void Of_WithdrawalMarkedInB_ProposesTensionWithBAlone()
    {
        var proposed = Of(new ToldCourse().Session().Then(Mark(Partner.B, MarkKind.Marker, "withdrawal-denial")));

        Assert.Null(proposed.A.Tension);
        Assert.True(proposed.B.Tension);
        Assert.Equal("withdrawal-denial", Assert.Single(proposed.B.Because).Code);
    }

    // How somebody was does not say that something broke.
    [Fact]
    public void Of_ChannelOrModeMarked_ProposesNoTension()
    {
        var proposed = Of(new ToldCourse().Session().Then(Mark(Partner.B, MarkKind.Channel, "eyes")).Then(Mark(Partner.B, MarkKind.Mode, "detached-protector")));

        Assert.Null(proposed.B.Tension);
        Assert.Equal("detached-protector", proposed.B.Rupture!.Formulation.CopingMode);
    }

    [Fact]
    public void Of_SchemaOnTheMap_StandsInTheRuptureWithItsAreaAndItsSource()
    {
        var proposed = Of(new ToldCourse().Assessed(Partner.B, new() { ["ma"] = 5.0 }).Session());

        var formulation = proposed.B.Rupture!.Formulation;
        Assert.Equal(("ma", ProposedFrom.TheMap), (formulation.PrimarySchema, proposed.B.Rupture.SchemaFrom));
        Assert.Equal(formulation.PrimaryArea, Assert.Single(formulation.Areas));
        Assert.Null(proposed.A.Rupture!.Formulation.PrimarySchema);
    }

    [Fact]
    public void Of_MarkWithASchema_GoesBeforeTheMap()
    {
        var proposed = Of(new ToldCourse().Assessed(Partner.B, new() { ["ma"] = 5.0, ["ed"] = 4.5 }).Session()
            .Then(Mark(Partner.B, MarkKind.Mode, "detached-protector", "ed")));

        Assert.Equal(("ed", "detached-protector"), (proposed.B.Rupture!.Formulation.PrimarySchema, proposed.B.Rupture.Formulation.CopingMode));
        Assert.Equal((ProposedFrom.YourMark, ProposedFrom.YourMark), (proposed.B.Rupture.SchemaFrom!.Value, proposed.B.Rupture.CopingFrom!.Value));
    }

    [Fact]
    public void Of_RuptureOfThatSessionNoted_ProposesNoSecondOneForThem()
    {
        var course = new ToldCourse().Session().Then(new RuptureNoted
        {
            At = At,
            Rupture = ToldCourse.TheRupture,
            Session = 1,
            Owner = RuptureOwner.B,
            Source = RuptureSource.NoticedByTherapist,
        });

        Assert.Null(Of(course).B.Rupture);
        Assert.NotNull(Of(course).A.Rupture);
        Assert.NotNull(Of(course.Then(new RuptureSetAside { At = At, Rupture = ToldCourse.TheRupture, Owner = RuptureOwner.B })).B.Rupture);
    }

    [Theory]
    [InlineData(Involvement.Under, ReactionToward.A, Presence.FarFrom, null)]
    [InlineData(Involvement.Over, ReactionToward.B, null, Presence.TooClose)]
    [InlineData(Involvement.Under, ReactionToward.Both, Presence.FarFrom, Presence.FarFrom)]
    [InlineData(Involvement.Unclear, ReactionToward.Both, null, null)]
    public void Of_OwnReaction_ProposesWhereTheTherapistWas(Involvement direction, ReactionToward toward, Presence? a, Presence? b)
    {
        var own = Of(new ToldCourse().Session().Then(Reaction(1, direction, toward))).Own;

        Assert.Equal((a, b), (own.WithA, own.WithB));
    }

    [Fact]
    public void Of_OneNotClearBesideAClearOne_ProposesTheClearOne() => Assert.Equal(
        (Presence.FarFrom, null),
        (Of(new ToldCourse().Session().Then(Reaction(1, Involvement.Unclear, ReactionToward.Both)).Then(Reaction(2, Involvement.Under, ReactionToward.A))).Own is var own ? own.WithA : null, own.WithB));

    [Fact]
    public void Of_BothDirectionsTowardOne_IsLeftToTheTherapist() =>
        Assert.Null(Of(new ToldCourse().Session().Then(Reaction(1, Involvement.Under, ReactionToward.A)).Then(Reaction(2, Involvement.Over, ReactionToward.A))).Own.WithA);

    [Fact]
    public void Of_CentreAndTechniqueNoted_StandThere()
    {
        var proposed = Of(new ToldCourse().Session()
            .Then(new CentreNoted { At = At, Session = 1, Centre = Centre.A })
            .Then(new CentreNoted { At = At, Session = 1, Centre = Centre.TheMethod })
            .Then(new TechniqueTakenUp { At = At, Session = 1, Technique = "chair-work" }));

        Assert.Equal(Centre.TheMethod, proposed.Own.AtCentre);
        Assert.Equal(["chair-work"], proposed.A.InHand);
    }

    // Row 51: seen with a clouded view it is said, and proposes nothing by itself.
    [Fact]
    public void Of_MarkedWhileArousedAlone_IsSaidAndProposesNothing()
    {
        var course = new ToldCourse().Session().Then(Mark(Partner.B, MarkKind.Marker, "withdrawal-denial") with { WhileAroused = true });
        Assert.Null(Of(course).B.Tension);
        Assert.Single(Of(course).B.Because);

        course.Then(Mark(Partner.B, MarkKind.Marker, "withdrawal-minimal-response"));
        Assert.True(Of(course).B.Tension);
        Assert.Equal(2, Of(course).B.Because.Length);
    }

    [Fact]
    public void Of_SchemaAndModeSeenWhileAroused_GiveWayToWhatWasSeenAtRest()
    {
        var course = new ToldCourse().Session()
            .Then(Mark(Partner.B, MarkKind.Mode, "detached-protector", "ed"))
            .Then(Mark(Partner.B, MarkKind.Mode, "bully-and-attack", "ma") with { WhileAroused = true });

        Assert.Equal(("ed", "detached-protector"), (Of(course).B.Rupture!.Formulation.PrimarySchema, Of(course).B.Rupture!.Formulation.CopingMode));
    }

    [Fact]
    public void Of_ReactionsWithoutAGuess_AreAskedWhoseTheyWereAndTheGuessedOneIsNot()
    {
        var asked = Of(new ToldCourse().Session()
            .Then(Reaction(1, Involvement.Under, ReactionToward.A))
            .Then(Reaction(2, Involvement.Over, ReactionToward.B) with { WhoseFeeling = FeelingOf.CannotTell })
            .Then(Reaction(3, Involvement.Unclear, ReactionToward.B))
            .Then(Reaction(4, Involvement.Under, ReactionToward.A)).Then(Reaction(4, Involvement.Steady, ReactionToward.A) with { Amends = 6 })).Whose;

        Assert.Equal([(1, null), (3, null)], asked.Select(one => (one.Reaction.Reaction, one.Proposed)));
    }

    // The guess of the first steadying after it, if that came soon: of a steadying before it, or long after, nothing is taken over.
    [Theory]
    [InlineData(20, FeelingOf.BUnspoken)]
    [InlineData(10.5, FeelingOf.BUnspoken)]
    [InlineData(10, null)]
    [InlineData(21, FeelingOf.Mine)]
    [InlineData(25, null)]
    public void Of_GuessedAfterSteadying_StandsForTheReactionBeforeIt(double minutes, FeelingOf? proposed)
    {
        var course = new ToldCourse().Session()
            .Then(Reaction(1, Involvement.Unclear, ReactionToward.B) with { Into = TimeSpan.FromMinutes(minutes) })
            .Then(Steadied(20.5, FeelingOf.BUnspoken)).Then(Steadied(21, null)).Then(Steadied(24, FeelingOf.Mine));

        Assert.Equal(proposed, Assert.Single(Of(course).Whose).Proposed);
    }

    [Fact]
    public void Of_ReactionWithoutATime_HasNoGuessOfASteadying() => Assert.Null(Assert.Single(Of(new ToldCourse().Session()
        .Then(Reaction(1, Involvement.Under, ReactionToward.A)).Then(Steadied(20, FeelingOf.Mine))).Whose).Proposed);

    // What was told stays with its permission, and a guess is only a guess before the answers are read.
    [Fact]
    public void Of_WhateverAPartnerAnswered_IsTheSame() => RandomCourses.Events.Sample(events =>
        Text(events) == Text([.. events.Where(one => one is not (CheckInAnswered or CheckInSetAside or CheckInPutOff or ExpectationStated))]));

    [Fact]
    public void Of_SomethingMarked_IsNotTheSame()
    {
        var course = new ToldCourse().Session();

        Assert.NotEqual(Text([.. course.Events], 1), Text(course.Then(Mark(Partner.A, MarkKind.Marker, "withdrawal-denial")).Events, 1));
    }

    private static MarkPlaced Mark(Partner partner, MarkKind kind, string code, string? schema = null) =>
        new() { At = At, Session = 1, Partner = partner, Kind = kind, Code = code, EarlySchema = schema };

    private static OwnReactionNoted Reaction(int number, Involvement direction, ReactionToward toward) =>
        new() { At = At, Session = 1, Reaction = number, Toward = toward, Direction = direction };

    private static SteadyingPractised Steadied(double minutes, FeelingOf? whose) => new()
    {
        At = At,
        Session = 1,
        Into = TimeSpan.FromMinutes(minutes),
        Lasting = TimeSpan.FromMinutes(1),
        Exercise = "breathing",
        Ended = SteadyingEnd.Recovered,
        WhoseFeeling = whose,
    };

    private static DebriefProposal Of(ToldCourse course) => DebriefProposals.Of(course.Couple, MethodCatalogue.BuiltIn, 1);

    private static string Text(IEnumerable<CaseEvent> events, int session = 3) =>
        JsonSerializer.Serialize(DebriefProposals.Of(CoupleCase.Fold(events), MethodCatalogue.BuiltIn, session));
}
