using System.Collections.Immutable;
using Attune.Method.Cases;

namespace Attune.Method.Tests.Cases;

public sealed class SelfReportTests
{
    private static readonly SelfReport Before = new()
    {
        Coming = [ComingReason.WithDoubts],
        ComingWords = "I was asked to.",
        Hopes = "Quiet.",
        EarlierTherapyEnded = "It stopped.",
        EarlierTherapyMended = "A call.",
        Comfort = Comfort(("chair-work", 3), ("homework", 8)),
        NotKnown = ["imagery"],
        MaySpeak = SpeakPermission.OnlyWithMeAlone,
    };

    [Fact]
    public void With_NothingNow_LosesNothing()
    {
        var kept = Before.With(new SelfReport());

        Assert.Equal(
            (Before.ComingWords, Before.Hopes, Before.EarlierTherapyEnded, Before.EarlierTherapyMended, Before.MaySpeak),
            (kept.ComingWords, kept.Hopes, kept.EarlierTherapyEnded, kept.EarlierTherapyMended, kept.MaySpeak));
        Assert.Equal(Before.Coming, kept.Coming);
        Assert.Equal(Before.Comfort, kept.Comfort);
        Assert.Equal(Before.NotKnown, kept.NotKnown);
    }

    [Fact]
    public void With_AnsweredAnew_TakesThePlaceOfTheEarlier()
    {
        var now = Before.With(new SelfReport { Coming = [ComingReason.OwnWish], Hopes = "To laugh again.", MaySpeak = SpeakPermission.WhenWeAreThree });

        Assert.Equal([ComingReason.OwnWish], now.Coming);
        Assert.Equal(("I was asked to.", "To laugh again.", SpeakPermission.WhenWeAreThree), (now.ComingWords, now.Hopes, now.MaySpeak));
    }

    // The only way to take words back on a page that never shows them.
    [Fact]
    public void With_WouldRatherNot_TakesTheWordsOnThatTopicBackAndNoOthers()
    {
        var now = Before.With(new SelfReport { WouldRatherNot = [AssessmentTopic.PastRuptures, AssessmentTopic.ReasonToCome] });

        Assert.Equal((null, null, null, "Quiet."), (now.ComingWords, now.EarlierTherapyEnded, now.EarlierTherapyMended, now.Hopes));
        Assert.Empty(now.Coming);
        Assert.Equal([AssessmentTopic.ReasonToCome, AssessmentTopic.PastRuptures], now.WouldRatherNot);
    }

    [Fact]
    public void With_WordsAfterAll_TakeWouldRatherNotBack()
    {
        var silent = new SelfReport { WouldRatherNot = [AssessmentTopic.Expectations, AssessmentTopic.PastRuptures] };

        Assert.Equal([AssessmentTopic.PastRuptures], silent.With(new SelfReport { Hopes = "Rest." }).WouldRatherNot);
    }

    [Fact]
    public void With_AWayNowKnownOrNoLonger_IsInOneListOnly()
    {
        var now = Before.With(new SelfReport { Comfort = Comfort(("imagery", 0)), NotKnown = ["chair-work"] });

        Assert.Equal(Comfort(("homework", 8), ("imagery", 0)), now.Comfort);
        Assert.Equal(["chair-work"], now.NotKnown);
    }

    [Fact]
    public void IsEmpty_EachAnswerThereIs_IsFalse()
    {
        Assert.True(new SelfReport().IsEmpty);
        SelfReport[] answered =
        [
            new() { Fears = "Blame." }, new() { Coming = [ComingReason.OwnWish] }, new() { NotKnown = ["imagery"] }, new() { Comfort = Comfort(("imagery", 0)) },
            new() { Expectation = ExpectationAnswer.Hardly }, new() { MaySpeak = SpeakPermission.PleaseJustKnowIt }, new() { WouldRatherNot = [AssessmentTopic.Expectations] },
        ];
        Assert.DoesNotContain(answered, one => one.IsEmpty);
    }

    [Fact]
    public void Record_DraftGivenSettledGivenAgain_StandsWhereItStands()
    {
        var couple = CoupleCase.Fold(
        [
            new SelfReportDrafted { At = default, Partner = Partner.A, Page = 3, Report = Before },
            new SelfReportGiven { At = default, Partner = Partner.A, Report = Before },
            new SelfReportSettled { At = default, Partner = Partner.A, Given = 2, TakenOver = false },
        ]);
        var own = couple[Partner.A].SelfReport;
        Assert.Equal((null, 2, false), (own.Draft, own.GivenNumber, own.Settled!.TakenOver));

        couple.Apply(4, new SelfReportGiven { At = default, Partner = Partner.A, Report = new SelfReport { Fears = "Less." } });
        Assert.Equal((4, null), (own.GivenNumber, own.Settled));

        // What settles an older one says nothing of this one.
        couple.Apply(5, new SelfReportSettled { At = default, Partner = Partner.A, Given = 2, TakenOver = true });
        Assert.Null(own.Settled);
        couple.Apply(6, new SelfReportDrafted { At = default, Partner = Partner.A, Page = 2, Report = Before });
        Assert.Equal(2, own.Draft!.Page);
        couple.Apply(7, new SelfReportDrafted { At = default, Partner = Partner.A, Page = 1, Report = new SelfReport() });
        Assert.Null(own.Draft);
        Assert.Null(couple[Partner.B].SelfReport.Given);
    }

    internal static ImmutableSortedDictionary<string, int> Comfort(params (string Code, int Mark)[] ways) =>
        ways.ToImmutableSortedDictionary(one => one.Code, one => one.Mark, StringComparer.Ordinal);
}
