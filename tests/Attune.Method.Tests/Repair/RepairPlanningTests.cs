using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Repair;

namespace Attune.Method.Tests.Repair;

public sealed class RepairPlanningTests
{
    private static readonly DateTimeOffset At = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);

    private static readonly RepairStepKind[] TheFive =
    [
        RepairStepKind.ThankedForTheRisk, RepairStepKind.Validated, RepairStepKind.Explored, RepairStepKind.OwnedWithoutDefence, RepairStepKind.MetTheNeed,
    ];

    // Moment 6.
    [Fact]
    public void For_TwoLinksAndAWitnessTurnedAway_RecordsAllAndSuggestsTheWitness()
    {
        var formulation = new RuptureFormulation
        {
            Areas = [RuptureArea.Task, RuptureArea.Bond],
            PrimaryArea = RuptureArea.Bond,
            EarlySchemas = ["ma", "ds"],
            PrimarySchema = "ma",
        };
        RepairStepKind[] done =
        [
            RepairStepKind.Validated, RepairStepKind.ThankedForTheRisk, RepairStepKind.OwnedWithoutDefence, RepairStepKind.LinkedToThePast,
            RepairStepKind.LinkedToThePast, RepairStepKind.DisclosedJudiciously,
        ];
        var course = Course.Of(Partner.A).Composite(6).Rupture(1, formulation);
        for (var i = 0; i < done.Length; i++)
            course.Step(i + 1, done[i], i == 4 ? WitnessReaction.TurnedAway : null);
        var plan = Plan(course);

        Assert.Equal(done, course.FoldedRupture().Steps.Select(step => step.Kind));
        Assert.Equal(
            [
                RepairAdvice.HoldTheWitness, RepairAdvice.MoreThanOneLink, RepairAdvice.AskHowEachLinkWasTaken, RepairAdvice.PatternsAreForLaterSessions,
                RepairAdvice.ChooseTheCopingMode,
            ],
            plan.Advice);
        Assert.Equal(new SuggestedStep(RepairStepKind.HeldTheWitness, StepReason.WitnessTurnedAway), plan.Next);
        Assert.True(plan.ResponseWaits);
        Assert.False(Plan(Course.Of(Partner.A).Rupture(1, formulation with { CopingMode = "detached-protector" })).ResponseWaits);
    }

    [Fact]
    public void For_TookItAsSiding_SaysSo() => Assert.Equal(
        new SuggestedStep(RepairStepKind.HeldTheWitness, StepReason.WitnessTookItAsSiding),
        Plan(Course.Of(Partner.A).Rupture(1).Step(1, RepairStepKind.Validated, WitnessReaction.TookItAsSiding)).Next);

    [Fact]
    public void For_WitnessHeldAfterwards_GoesOnInTheUsualOrder()
    {
        var plan = Plan(Course.Of(Partner.A).Rupture(1).Step(1, RepairStepKind.Steadied, WitnessReaction.TookItAsSiding)
            .Step(2, RepairStepKind.HeldTheWitness, WitnessReaction.Stayed));

        Assert.Equal(new SuggestedStep(RepairStepKind.Recognised, StepReason.UsualOrder), plan.Next);
        Assert.DoesNotContain(RepairAdvice.HoldTheWitness, plan.Advice);
    }

    [Fact]
    public void For_WitnessLostWhileBeingHeld_IsStillSuggested() => Assert.Equal(
        RepairStepKind.HeldTheWitness, Plan(Course.Of(Partner.A).Rupture(1).Step(1, RepairStepKind.HeldTheWitness, WitnessReaction.TurnedAway)).Next!.Kind);

    // The therapist explained first: what it cost to say it still comes next, and steadying is not preached afterwards.
    [Fact]
    public void For_ExplainedBeforeThanking_SuggestsTheThanks() => Assert.Equal(
        new SuggestedStep(RepairStepKind.ThankedForTheRisk, StepReason.ThankBeforeExplaining),
        Plan(Course.Of(Partner.A).Rupture(1).Step(1, RepairStepKind.ChangedTaskOrGoal)).Next);

    [Fact]
    public void For_NothingDone_BeginsWithTheTherapist() =>
        Assert.Equal(new SuggestedStep(RepairStepKind.Steadied, StepReason.UsualOrder), Plan(Course.Of(Partner.A).Rupture(1)).Next);

    [Theory]
    [InlineData(Reception.FeltExplainedAway, RepairStepKind.Validated, StepReason.FeltExplainedAway)]
    [InlineData(Reception.DidNotFit, RepairStepKind.Explored, StepReason.StepDidNotFit)]
    public void For_StepTakenBadly_ComesBackToTheFeeling(Reception taken, RepairStepKind next, StepReason reason)
    {
        var course = Done(TheFive).Then(Link(6, taken));
        Assert.Equal(new SuggestedStep(next, reason), Plan(course).Next);

        Assert.NotEqual(reason, Plan(course.Step(7, next)).Next?.Reason);
    }

    [Theory]
    [InlineData(RuptureArea.Task, RepairStepKind.ChangedTaskOrGoal, StepReason.TaskOrGoalBroke)]
    [InlineData(RuptureArea.Bond, RepairStepKind.HeldTheWitness, StepReason.WitnessBeforeGeneralising)]
    public void For_TheBaseIsLaid_SuggestsByTheAreaThatBroke(RuptureArea area, RepairStepKind next, StepReason reason) =>
        Assert.Equal(new SuggestedStep(next, reason), Plan(Done(TheFive, area)).Next);

    [Fact]
    public void For_WitnessWasHeld_SuggestsTheStory() => Assert.Equal(
        new SuggestedStep(RepairStepKind.ToldTheStory, StepReason.MakeSenseOfIt), Plan(Done([.. TheFive, RepairStepKind.HeldTheWitness])).Next);

    // A story that they made theirs needs no telling.
    [Fact]
    public void For_StoryAgreed_GoesOn()
    {
        var course = Done([.. TheFive, RepairStepKind.HeldTheWitness])
            .Then(new RuptureStoryWritten { At = At, Rupture = Course.TheRupture, Owner = RuptureOwner.A, Story = new RuptureStory("It went wrong.", "It hurt.", "Time.") });
        Assert.Equal(RepairStepKind.ToldTheStory, Plan(course).Next!.Kind);

        Assert.Null(Plan(course.Then(new RuptureStoryAnswered { At = At, Rupture = Course.TheRupture, Partner = Partner.A, Fit = StoryFit.Fits })).Next);
    }

    // Their own answers say that it is mended: what was not noted on the way is not missing.
    [Fact]
    public void For_MendedByTheirOwnWord_DoesNotGoBackToTheBeginning()
    {
        var course = Course.Of(Partner.A).Composite(6, 4, 6).Rupture(2, new RuptureFormulation { Areas = [RuptureArea.Bond] }).Claimed(2);

        Assert.Equal(StepReason.WitnessBeforeGeneralising, Plan(course, session: 3).Next!.Reason);
        Assert.Equal(RepairStepKind.Steadied, Plan(Course.Of(Partner.A).Composite(6, 4).Rupture(2).Claimed(2), session: 2).Next!.Kind);
    }

    // Eubanks, Burckell and Goldfried, 2018: in the rupture's session validate and explore; patterns are for later ones.
    [Fact]
    public void For_EverythingDoneInTheRupturesSession_WaitsWithPatterns()
    {
        var course = Done([.. TheFive, RepairStepKind.HeldTheWitness, RepairStepKind.ToldTheStory]).Claimed(1).Then(WithPastRupture(Partner.A));

        Assert.Null(Plan(course, session: 1).Next);
        Assert.Equal(new SuggestedStep(RepairStepKind.LinkedToThePast, StepReason.PastRuptureOnRecord), Plan(course, session: 2).Next);
        Assert.DoesNotContain(RepairAdvice.PatternsAreForLaterSessions, Plan(course.Then(Link(8, Reception.Fitted, session: 2)), session: 2).Advice);
        Assert.Equal(new SuggestedStep(RepairStepKind.CarriedOverToTheCouple, StepReason.MendedEnoughToUse), Plan(course, session: 2).Next);
    }

    // A link needs material; a past rupture of the partner who watches is none.
    [Fact]
    public void For_NoPastRuptureOfTheOwnerOnRecord_SuggestsNoLink()
    {
        var course = Done([.. TheFive, RepairStepKind.HeldTheWitness, RepairStepKind.ToldTheStory]).Then(WithPastRupture(Partner.B));

        Assert.Null(Plan(course, session: 2).Next);
    }

    [Fact]
    public void For_LinkTakenAndAskedAbout_IsOnlyRemarkedOnWhenItIsTheSecond()
    {
        var course = Course.Of(Partner.A).Rupture(1).Then(Link(1, Reception.Fitted, session: 2));
        Assert.Equal([RepairAdvice.ChooseTheCopingMode], Plan(course).Advice);
        Assert.Equal([RepairAdvice.MoreThanOneLink, RepairAdvice.ChooseTheCopingMode], Plan(course.Then(Link(2, Reception.NotSure, session: 3))).Advice);
        Assert.Contains(RepairAdvice.AskHowEachLinkWasTaken, Plan(course.Then(Link(3, null, session: 3))).Advice);
    }

    [Fact]
    public void For_DisclosureThatServedTheTherapist_IsRemarkedOn()
    {
        var step = Link(1, Reception.Fitted) with { Kind = RepairStepKind.DisclosedJudiciously, WhoseNeed = DisclosureNeed.Mine };

        Assert.Contains(RepairAdvice.DisclosureServedYou, Plan(Course.Of(Partner.A).Rupture(1).Then(step)).Advice);
        Assert.DoesNotContain(RepairAdvice.DisclosureServedYou, Plan(Course.Of(Partner.A).Rupture(1).Then(step with { WhoseNeed = DisclosureNeed.OfA })).Advice);
    }

    // Moment 9: what happened can still be recorded, and too early and in danger read the same.
    [Fact]
    public void For_SafetyFlag_DoesNotOfferToCarryOverAndTakesWhatHappened()
    {
        var course = Done([.. TheFive, RepairStepKind.HeldTheWitness, RepairStepKind.ToldTheStory]).Claimed(1);
        var tooEarly = Plan(course, session: 1);
        Assert.Equal(CarryingOver.Offered, Plan(course, session: 2).CarryingOver);

        course.Then(new SafetyFlagRaised { At = At, Partner = Partner.B, Concern = SafetyConcern.Violence });
        Assert.Equal(Text(tooEarly), Text(Plan(course, session: 2)));
        Assert.Equal(CarryingOver.NotCarriedOver, tooEarly.CarryingOver);

        course.Step(8, RepairStepKind.CarriedOverToTheCouple);
        Assert.Equal(RepairStepKind.CarriedOverToTheCouple, course.FoldedRupture().Steps[^1].Kind);
        Assert.Equal(CarryingOver.Done, Plan(course, session: 2).CarryingOver);
    }

    [Fact]
    public void For_NotMendedAtAll_IsNotCarriedOver() => Assert.Equal(CarryingOver.NotCarriedOver, Plan(Done(TheFive), session: 2).CarryingOver);

    [Fact]
    public void For_RuptureOfBoth_HasNoWitnessToHold()
    {
        var course = Course.Of(Partner.A).Rupture(1, owner: RuptureOwner.Both).Step(1, RepairStepKind.Validated, WitnessReaction.TurnedAway);

        Assert.Equal(RepairStepKind.ThankedForTheRisk, Plan(course).Next!.Kind);
        Assert.DoesNotContain(RepairAdvice.HoldTheWitness, Plan(course).Advice);
    }

    [Fact]
    public void For_SetAside_PlansNothing() => Assert.Equal(RepairPlan.Nothing, Plan(Course.Of(Partner.A).Rupture(1).SetAside()));

    // Moment 3: nothing asks the therapist to come back to it, until it has come up by itself.
    [Theory]
    [InlineData(SpeakPermission.PleaseJustKnowIt, null)]
    [InlineData(null, null)]
    [InlineData(SpeakPermission.OnlyWithMeAlone, RepairStepKind.Steadied)]
    [InlineData(SpeakPermission.WhenWeAreThree, RepairStepKind.Steadied)]
    public void For_KnownFromTheCheckInAlone_SuggestsAStepOnlyWithLeave(SpeakPermission? may, RepairStepKind? next)
    {
        var told = RuptureAtHand.Of(source: RuptureSource.ReportedByPartner).Told(Partner.A, "It was about my mother.", may);
        Assert.Equal(next, told.Read((couple, rupture) => Plan(couple, rupture, 4)).Next?.Kind);
        Assert.NotNull(RuptureAtHand.Of().Told(Partner.A, "It was about my mother.", may).Read((couple, rupture) => Plan(couple, rupture, 4)).Next);

        told.Step(RepairStepKind.ThankedForTheRisk);
        Assert.Equal(RepairStepKind.Validated, told.Read((couple, rupture) => Plan(couple, rupture, 4)).Next?.Kind);
    }

    [Fact]
    public void For_WorkClosed_SuggestsNothing() => Assert.Null(
        Plan(Course.Of(Partner.A).Rupture(1).Then(new CoupleClosed { At = At, AfterSession = 1, Reason = ClosingReason.Practical })).Next);

    // Row 29: what is seen, whose voice, who is hurt, what is needed.
    [Fact]
    public void FormulationParts_Always_StandInTheOrderOfThePage() => Assert.Equal(
        [
            new(FormulationPartKind.CopingMode, null), new(FormulationPartKind.ParentMode, "punitive-parent"),
            new(FormulationPartKind.ChildMode, "abused-child"), new(FormulationPartKind.Need, "To be asked."),
        ],
        FormulationParts.Of(new RuptureFormulation { Need = "To be asked.", ChildMode = "abused-child", ParentMode = "punitive-parent" }));

    private static Course Done(RepairStepKind[] kinds, RuptureArea? area = null)
    {
        var course = Course.Of(Partner.A).Composite(6).Rupture(1, new RuptureFormulation { Areas = area is { } broke ? [broke] : [], CopingMode = "clown" });
        for (var i = 0; i < kinds.Length; i++)
            course.Step(i + 1, kinds[i]);
        return course;
    }

    private static RepairStepTaken Link(int step, Reception? taken, int session = 1) => new()
    {
        At = At,
        Rupture = Course.TheRupture,
        Owner = RuptureOwner.A,
        Step = step,
        Session = session,
        Kind = RepairStepKind.LinkedToThePast,
        Taken = taken,
    };

    private static PartnerAssessed WithPastRupture(Partner partner) =>
        new() { At = At, Partner = partner, PastRuptures = [new PastRupture(PastRelation.EarlierTherapist, "I stopped going.", null)] };

    private static RepairPlan Plan(Course course, int session = 1)
    {
        var couple = course.Fold();
        return Plan(couple, couple.FindRupture(Course.TheRupture)!, session);
    }

    private static RepairPlan Plan(CoupleCase couple, RuptureRecord rupture, int session) =>
        RepairPlanning.For(couple, rupture, RepairJudgement.Of(couple, rupture), session);

    private static string Text(RepairPlan plan) => $"{plan.Next} {string.Join(' ', plan.Advice)} {plan.ResponseWaits} {plan.CarryingOver}";
}
