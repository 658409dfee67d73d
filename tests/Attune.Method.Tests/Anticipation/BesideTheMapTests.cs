using System.Collections.Immutable;
using Attune.Method.Anticipation;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.Tests.Anticipation;

/// <summary>Pulls, expectations, what was told in private, and the curious question.</summary>
public sealed class BesideTheMapTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static MethodCatalogue Catalogue => MethodCatalogue.BuiltIn;

    [Fact]
    public void Pulls_ModeThatPullsOnAnOwnSchema_AreFoundStrongestFirst()
    {
        var couple = CoupleCase.Fold([Modes(("angry-child", 4), ("punitive-parent", 5))]);
        var pulls = PullReadings.Of(couple, Partner.A, Own(("ei", 4.5), ("sb", 5)), Catalogue);

        Assert.Equal(["contempt-in-the-room", "angry-child-at-me"], pulls.Take(2).Select(pull => pull.Pull));
        Assert.Equal(("sb", .8 * .8), (pulls[0].OwnSchema, pulls[0].Strength));
        Assert.Equal(pulls.OrderByDescending(pull => pull.Strength), pulls);
    }

    [Fact]
    public void Pulls_OwnScoreBelowFourOrNoProfile_AreNone()
    {
        var couple = CoupleCase.Fold([Modes(("angry-child", 6))]);

        Assert.Empty(PullReadings.Of(couple, Partner.A, Own(("ei", 3.99)), Catalogue));
        Assert.Empty(PullReadings.Of(couple, Partner.A, null, Catalogue));
        Assert.Empty(PullReadings.Of(couple, Partner.B, Own(("ei", 6)), Catalogue));
    }

    [Fact]
    public void Pulls_ModeMarkedOnce_IsEnough()
    {
        var couple = CoupleCase.Fold([new MarkPlaced { At = At, Session = 1, Partner = Partner.B, Kind = MarkKind.Mode, Code = "angry-child" }]);

        Assert.Contains(PullReadings.Of(couple, Partner.B, Own(("ei", 5)), Catalogue), pull => pull is { Pull: "angry-child-at-me", Strength: > 0 and < 1 });
    }

    [Fact]
    public void Pulls_SafetyFlagUp_PutTheProtocolFirst()
    {
        var couple = CoupleCase.Fold([new SafetyFlagRaised { At = At, Partner = Partner.A, Concern = SafetyConcern.Suicide }]);

        Assert.True(Assert.Single(PullReadings.Of(couple, Partner.A, Own(("fa", 5)), Catalogue), pull => pull.Pull == "suicidal").SafetyFirst);
    }

    [Theory]
    [InlineData(new ExpectationReply[0], UnsettledReason.Unanswered)]
    [InlineData(new[] { ExpectationReply.DoNotKnowYet }, UnsettledReason.NotDecidedYet)]
    [InlineData(new[] { ExpectationReply.Will, ExpectationReply.WillNot }, UnsettledReason.Contradicted)]
    public void Expectations_WithoutAClearAnswer_AreUnsettled(ExpectationReply[] replies, UnsettledReason reason)
    {
        var unsettled = Assert.Single(Expectations.Unsettled(Voiced(replies)[Partner.A]));

        Assert.Equal((1, reason, replies.Length == 0 ? null : replies.Length), (unsettled.Number, unsettled.Reason, unsettled.LastSpokenIn));
    }

    // A clear no is an answer.
    [Theory]
    [InlineData(ExpectationReply.Will)]
    [InlineData(ExpectationReply.WillNot)]
    public void Expectations_WithAClearAnswer_AreSettled(ExpectationReply reply) =>
        Assert.Empty(Expectations.Unsettled(Voiced([ExpectationReply.DoNotKnowYet, reply])[Partner.A]));

    // Moment 3.
    [Fact]
    public void Private_ToldAlone_GivesTwoWaysToMakeRoomAndNothingOfWhatWasSaid()
    {
        var word = PrivateWords.Of(Tension(SpeakPermission.OnlyWithMeAlone), Partner.B, Catalogue, 2)!;

        Assert.Equal((Partner.B, 1, SpeakPermission.OnlyWithMeAlone), (word.Partner, word.Session, word.Permission));
        Assert.Equal(2, word.WaysToMakeRoom.Distinct().Count());
        Assert.All(word.WaysToMakeRoom, sentence => Assert.DoesNotContain("tension", sentence, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("secret", word.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SpeakPermission.PleaseJustKnowIt)]
    [InlineData(SpeakPermission.WhenWeAreThree)]
    [InlineData(null)]
    public void Private_OtherPermissions_AskForNoRoom(SpeakPermission? permission)
    {
        var word = PrivateWords.Of(Tension(permission), Partner.B, Catalogue, 2)!;

        Assert.Equal(permission ?? SpeakPermission.PleaseJustKnowIt, word.Permission);
        Assert.Empty(word.WaysToMakeRoom);
    }

    [Fact]
    public void Private_CalledSettledLater_IsGone()
    {
        var events = TensionEvents(SpeakPermission.OnlyWithMeAlone).Append(
            new CheckInAnswered { At = At, Session = 2, Partner = Partner.B, Answers = new() { StillOpen = StillOpenAnswer.Nothing } });

        Assert.Null(PrivateWords.Of(CoupleCase.Fold(events), Partner.B, Catalogue, 3));
    }

    // Moment 3: no first sentence is made of it, and A's side of the map does not know it.
    [Fact]
    public void Brief_WithAndWithoutWhatBToldAlone_IsTheSameButForTheSign()
    {
        var with = Brief(Tension(SpeakPermission.OnlyWithMeAlone));
        var without = Brief(CoupleCase.Fold(TensionEvents(SpeakPermission.OnlyWithMeAlone).SkipLast(1)));

        Assert.Equal(without.Care, with.Care);
        Assert.Single(with.Private);
        Assert.Empty(without.Private);
    }

    [Fact]
    public void Question_WrittenDown_GoesBeforeTheCatalogue()
    {
        var couple = CoupleCase.Fold([new CoupleAssessed { At = At, NotKnownYet = ImmutableSortedDictionary<string, string>.Empty.Add("money", "Who decides?") }]);

        var question = CuriousQuestions.For(couple, Catalogue, 3)!;
        Assert.Equal(("money", null, "Who decides?"), (question.Topic, question.About, question.Note));
    }

    [Fact]
    public void Question_NothingWritten_ComesFromTheCatalogueAndChanges()
    {
        var questions = Enumerable.Range(1, Catalogue.Curiosities.Length).Select(session => CuriousQuestions.For(CoupleCase.Fold([]), Catalogue, session)!).ToArray();

        Assert.Equal(Catalogue.Curiosities.Length, questions.Select(one => one.Topic).Distinct().Count());
        Assert.All(questions, one => Assert.EndsWith("?", one.Question, StringComparison.Ordinal));
    }

    private static Brief Brief(CoupleCase couple) => Briefing.Of(RuptureMapping.Of(couple, Catalogue, null, 2), couple, Catalogue);

    private static CoupleCase Tension(SpeakPermission? permission) => CoupleCase.Fold(TensionEvents(permission));

    private static IEnumerable<CaseEvent> TensionEvents(SpeakPermission? permission) =>
    [
        new PartnerAssessed { At = At, Partner = Partner.B, EarlySchemas = ImmutableSortedDictionary<string, double>.Empty.Add("ma", 5) },
        new SessionHeld { At = At, Session = 1, StartedAt = At },
        new CheckInAnswered
        {
            At = At,
            Session = 1,
            Partner = Partner.B,
            Answers = new() { Tension = new TensionAnswer { Any = true, Strength = 4, Words = "my secret", MaySpeak = permission } },
        },
    ];

    private static CoupleCase Voiced(ExpectationReply[] replies) => CoupleCase.Fold(
    [
        new TherapyExpectationVoiced { At = At, Partner = Partner.A, Expectation = 1, Of = ExpectationOf.Therapist, Words = "That you say who is right." },
        .. replies.Select((reply, at) => new TherapyExpectationAnswered { At = At, Partner = Partner.A, Expectation = 1, Reply = reply, Session = at + 1 }),
    ]);

    private static PartnerAssessed Modes(params (string Code, double Score)[] modes) =>
        new() { At = At, Partner = Partner.A, SchemaModes = modes.ToImmutableSortedDictionary(one => one.Code, one => one.Score) };

    private static TherapistAssessed Own(params (string Code, double Score)[] schemas) =>
        new() { At = At, EarlySchemas = schemas.ToImmutableSortedDictionary(one => one.Code, one => one.Score) };
}
