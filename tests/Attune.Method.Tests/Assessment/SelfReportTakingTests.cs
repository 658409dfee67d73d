using Attune.Method.Assessment;
using Attune.Method.Cases;
using Attune.Method.Repair;
using Attune.Method.Tests.Cases;

namespace Attune.Method.Tests.Assessment;

public sealed class SelfReportTakingTests
{
    private static readonly SelfReport Told = new()
    {
        ComingWords = "We keep losing each other.",
        Hopes = "That it gets quieter.",
        Fears = "That I am the guilty one.",
        EarlierTherapyEnded = "I stopped going.",
        Comfort = SelfReportTests.Comfort(("chair-work", 2), ("homework", 7)),
        WouldRatherNot = [AssessmentTopic.PastRuptures],
        MaySpeak = SpeakPermission.WhenWeAreThree,
    };

    private static readonly PartnerAssessed Known = new()
    {
        At = default,
        Partner = Partner.A,
        ReasonToCome = "Mine, typed.",
        Hope = 4,
        Comfort = SelfReportTests.Comfort(("chair-work", 6), ("imagery", 1)),
        PastRuptures = [new PastRupture(PastRelation.Caregiver, "He left.", null)],
    };

    [Fact]
    public void Of_NothingAssessed_FillsEverythingThatHasAPlace()
    {
        var taking = Taking(Told with { WouldRatherNot = [] });

        Assert.Equal([SelfReportPart.ReasonToCome, SelfReportPart.Hopes, SelfReportPart.EarlierTherapy, SelfReportPart.Comfort], taking.Parts);
        Assert.Equal(("We keep losing each other.", "That it gets quieter."), (taking.Assessed.ReasonToCome, taking.Hope));
        Assert.Equal([new PastRupture(PastRelation.EarlierTherapist, "I stopped going.", null)], taking.Assessed.PastRuptures);
        Assert.Equal(Told.Comfort, taking.Assessed.Comfort);
        Assert.False(taking.WordsStay);
    }

    [Fact]
    public void Of_AssessedAlready_OverwritesNoWordAndTheirComfortCounts()
    {
        var taking = Taking(Told, Known);

        Assert.Equal(("Mine, typed.", 4), (taking.Assessed.ReasonToCome, taking.Assessed.Hope));
        Assert.Equal(SelfReportTests.Comfort(("chair-work", 2), ("homework", 7), ("imagery", 1)), taking.Assessed.Comfort);
        Assert.Equal(["chair-work"], taking.Differing);
        Assert.Equal(2, taking.Assessed.PastRuptures.Length);
        // The therapist knows of earlier ruptures: "would rather not" is no news about that topic.
        Assert.Empty(taking.Assessed.WouldRatherNot);
    }

    /// <summary>Any other permission would not travel along: the words stay beside it.</summary>
    [Theory]
    [InlineData(SpeakPermission.OnlyWithMeAlone)]
    [InlineData(SpeakPermission.PleaseJustKnowIt)]
    [InlineData(null)]
    public void Of_NoLeaveForThree_MovesNoWord(SpeakPermission? may)
    {
        var taking = Taking(Told with { MaySpeak = may });

        Assert.Equal([SelfReportPart.Comfort, SelfReportPart.WouldRatherNot], taking.Parts);
        Assert.Equal((null, null, true), (taking.Assessed.ReasonToCome, taking.Hope, taking.WordsStay));
        Assert.Empty(taking.Assessed.PastRuptures);
        Assert.Equal([AssessmentTopic.PastRuptures], taking.Assessed.WouldRatherNot);
    }

    [Fact]
    public void Of_TakenOverAlready_ChangesNothing()
    {
        var once = Taking(Told with { WouldRatherNot = [] });
        var couple = CoupleCase.Fold([once.Assessed, new TherapyExpectationVoiced { At = default, Partner = Partner.A, Expectation = 1, Of = ExpectationOf.Therapy, Words = once.Hope! }]);

        var again = SelfReportTaking.Of(couple[Partner.A], Told with { WouldRatherNot = [] });

        Assert.Empty(again.Parts);
        Assert.Empty(again.Differing);
        Assert.Null(again.Hope);
    }

    /// <summary>A card or a story that repeats what was told without leave is held against it, as with the check-in.</summary>
    [Theory]
    [InlineData(SpeakPermission.WhenWeAreThree, false)]
    [InlineData(SpeakPermission.OnlyWithMeAlone, true)]
    [InlineData(null, true)]
    public void ToldInPrivate_Report_IsAmongIt(SpeakPermission? may, bool kept)
    {
        var couple = CoupleCase.Fold([new SelfReportGiven { At = default, Partner = Partner.A, Report = Told with { MaySpeak = may } }]);

        Assert.Equal(kept, ToldInPrivate.IsRepeatedIn("You said: that I am the guilty one.", ToldInPrivate.Of(couple, Partner.A)));
        Assert.Empty(ToldInPrivate.Of(couple, Partner.B));
    }

    private static SelfReportTaking Taking(SelfReport report, params CaseEvent[] before) => SelfReportTaking.Of(CoupleCase.Fold(before)[Partner.A], report);
}
