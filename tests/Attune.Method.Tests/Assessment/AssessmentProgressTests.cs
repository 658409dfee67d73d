using Attune.Method.Assessment;
using Attune.Method.Cases;
using Attune.Method.Tests.Cases;

namespace Attune.Method.Tests.Assessment;

public sealed class AssessmentProgressTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_NewCouple_HasEverythingBeforeIt() =>
        Assert.All(AssessmentProgress.Of(CoupleCase.Fold([]), Partner.A), part => Assert.Equal(AssessmentState.NotYet, part.State));

    // "Would rather not" is an answer, and is not asked again.
    [Fact]
    public void Of_WouldRatherNot_CountsAsAnswered()
    {
        var assessed = new PartnerAssessed
        {
            At = At,
            Partner = Partner.A,
            SharedView = 4,
            WouldRatherNot = [.. Enum.GetValues<AssessmentTopic>()],
        };

        Assert.Equal(AssessmentState.Done, StateOf(AssessmentPart.HowTheyCome, assessed));
        Assert.Equal(AssessmentState.Done, StateOf(AssessmentPart.EarlierRuptures, assessed));
        Assert.Equal(AssessmentState.Done, StateOf(AssessmentPart.Expectations, assessed));
        Assert.Equal(AssessmentState.Begun, StateOf(AssessmentPart.HowTheyCome, assessed with { WouldRatherNot = [] }));
    }

    [Fact]
    public void Of_ExpectationUnanswered_IsBegun()
    {
        var voiced = new TherapyExpectationVoiced { At = At, Partner = Partner.A, Expectation = 1, Of = ExpectationOf.Therapy, Words = "Peace." };
        var answered = new TherapyExpectationAnswered { At = At, Partner = Partner.A, Expectation = 1, Reply = ExpectationReply.WillNot, Session = 0 };

        Assert.Equal(AssessmentState.Begun, StateOf(AssessmentPart.Expectations, voiced));
        Assert.Equal(AssessmentState.Done, StateOf(AssessmentPart.Expectations, voiced, answered));
    }

    [Theory]
    [InlineData(true, false, AssessmentState.Done)]
    [InlineData(false, false, AssessmentState.AskAgainAlone)]
    [InlineData(true, true, AssessmentState.AskAgainAlone)]
    public void Of_SafetyScreen_IsDoneOnlyWhenAnsweredAlone(bool alone, bool declined, AssessmentState state) =>
        Assert.Equal(state, StateOf(AssessmentPart.Safety, new SafetyScreened { At = At, Partner = Partner.A, Alone = alone, WouldRatherNot = declined }));

    // The cycle may come first, before any score.
    [Fact]
    public void Of_CycleAlone_IsDoneForBoth()
    {
        var cycle = new CoupleAssessed { At = At, ModeOfA = "angry-child", ModeOfB = "detached-protector" };

        Assert.Equal(AssessmentState.Done, StateOf(AssessmentPart.Cycle, cycle));
        Assert.Equal(AssessmentState.NotYet, StateOf(AssessmentPart.Scores, cycle));
    }

    [Fact]
    public void Of_TheOthersAnswers_ChangeNothingButTheCycle() => RandomCourses.Events.Sample(events =>
        AssessmentProgress.Of(CoupleCase.Fold(events), Partner.A).SequenceEqual(
            AssessmentProgress.Of(CoupleCase.Fold(events.Where(one => one.Subject != Subject.PartnerB)), Partner.A)));

    [Fact]
    public void SafetyFlag_UntilLowered_KeepsOff()
    {
        var raised = new SafetyFlagRaised { At = At, Partner = Partner.B, Concern = SafetyConcern.CoerciveControl };
        var under = CoupleCase.Fold([raised]);

        Assert.False(SafetyRules.MayCarryOver(under) || SafetyRules.MayOfferPartnersHearts(under) || SafetyRules.MayAskAboutHome(under));
        Assert.True(SafetyRules.MayCarryOver(CoupleCase.Fold([raised, new SafetyFlagLowered { At = At, Partner = Partner.B, Concern = SafetyConcern.CoerciveControl }])));
        // A screen by itself raises nothing: the therapist does.
        Assert.False(CoupleCase.Fold([new SafetyScreened { At = At, Partner = Partner.A, Alone = true, Concerns = [SafetyConcern.Violence] }]).HasSafetyFlag);
    }

    private static AssessmentState StateOf(AssessmentPart part, params CaseEvent[] events) =>
        AssessmentProgress.Of(CoupleCase.Fold(events), Partner.A).Single(one => one.Part == part).State;
}
