using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.Tests.Cases;

public sealed class CoupleCaseTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Fold_NoEvent_KnowsNothing()
    {
        var couple = CoupleCase.Fold([]);

        Assert.Equal(0, couple.LastNumber);
        Assert.Null(couple.OpenedAt);
        Assert.Empty(couple.Sessions);
        Assert.Empty(couple.Ruptures);
        Assert.Null(couple[Partner.A].Assessment);
        Assert.Null(couple.FindSession(1));
    }

    [Fact]
    public void Apply_EventsOutOfOrder_AreRefused()
    {
        var couple = CoupleCase.Fold([Renamed("Robin")]);

        Assert.Throws<InvalidOperationException>(() => couple.Apply(1, Renamed("Sam")));
        Assert.Throws<InvalidOperationException>(() => couple.Apply(3, Renamed("Sam")));
        Assert.Equal((1, "Robin"), (couple.LastNumber, couple[Partner.A].Name));
    }

    [Fact]
    public void Withhold_RowInStep_IsCountedAndKeepsTheNumbers()
    {
        var couple = CoupleCase.Fold([Renamed("Robin")]);
        couple.Withhold(2);
        couple.Apply(3, Renamed("Sam"));

        Assert.Equal((3, 1, "Sam"), (couple.LastNumber, couple.Withheld, couple[Partner.A].Name));
    }

    [Fact]
    public void Withhold_RowOutOfStep_IsRefusedAndNotCounted()
    {
        var couple = new CoupleCase();

        Assert.Throws<InvalidOperationException>(() => couple.Withhold(2));
        Assert.Equal(0, couple.Withheld);
    }

    [Theory, InlineData("therapist-introduced.1"), InlineData("therapist-assessed.1"), InlineData("own-card-written.1"), InlineData("resting-rate-taken.1")]
    public void Apply_EventOfTheTherapistsOwnLog_IsRefused(string kind) =>
        Assert.Throws<InvalidOperationException>(() => CoupleCase.Fold([GoldenFiles.Event(kind)]));

    [Fact]
    public void Apply_EveryOtherKind_HasAPlaceInTheFold() =>
        Assert.All(
            GoldenFiles.Kinds.Except(["therapist-introduced.1", "therapist-assessed.1", "own-card-written.1", "resting-rate-taken.1"]),
            kind => Assert.Equal(1, CoupleCase.Fold([GoldenFiles.Event(kind)]).LastNumber));

    [Fact]
    public void TherapistProfile_EventsOfACouple_AreRefused()
    {
        var refused = GoldenFiles.Kinds.Where(kind => Record.Exception(() => new TherapistProfile().Apply(1, GoldenFiles.Event(kind))) is InvalidOperationException);

        Assert.Equal(["own-card-written.1", "resting-rate-taken.1", "therapist-assessed.1", "therapist-introduced.1"], GoldenFiles.Kinds.Except(refused).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TherapistProfile_LatestStatement_Wins()
    {
        var therapist = new TherapistProfile();
        therapist.Apply(1, new TherapistIntroduced { At = At, Name = "Dr. Kim" });
        therapist.Withhold(2);
        therapist.Apply(3, new TherapistAssessed { At = At, UsualRestingRate = 60 });
        therapist.Apply(4, new TherapistAssessed { At = At, UsualRestingRate = 64, Amends = 3 });

        Assert.Equal((4, 64.0, 4), (therapist.LastNumber, therapist.Assessment!.UsualRestingRate, therapist.AssessmentNumber));
        Assert.Throws<InvalidOperationException>(() => therapist.Withhold(6));
    }

    [Fact]
    public void Fold_StatementsAmended_LatestWins()
    {
        var form = (CheckInAnswered)GoldenFiles.Event("check-in-answered.1");
        var seen = (PartnerDebriefed)GoldenFiles.Event("partner-debriefed.1");
        var plan = (SessionPlanned)GoldenFiles.Event("session-planned.1");
        var couple = CoupleCase.Fold(
        [
            form, seen, plan,
            form with { Amends = 1, Answers = ToldCourse.Ratings(2, 2, 2) },
            seen with { Amends = 2, Owed = null },
            plan with { Amends = 3, Aim = "Something else." },
        ]);

        var session = Assert.Single(couple.Sessions);
        Assert.Equal(2, session[Partner.B].CheckIn!.Task);
        Assert.Null(session[Partner.B].CheckIn!.Fairness);
        Assert.Equal((null, 5), (session[Partner.B].Debrief!.Owed, session[Partner.B].DebriefNumber));
        Assert.Equal(("Something else.", 6), (session.Plan!.Aim, session.PlanNumber));
    }

    [Fact]
    public void Fold_Sessions_StandInTheOrderOfTheirNumbers() =>
        Assert.Equal([1, 2, 5], CoupleCase.Fold([Held(5), Held(1), Held(2)]).Sessions.Select(session => session.Number));

    [Fact]
    public void Fold_RuptureReformulated_KeepsItsStepsAndSaysSince()
    {
        var course = new ToldCourse().Session().Rupture(area: RuptureArea.Task).Step(RepairStepKind.Validated);
        course.Then(new RuptureReformulated { At = At, Rupture = ToldCourse.TheRupture, Owner = RuptureOwner.A, Formulation = new() { PrimarySchema = "ma" } });
        var rupture = course.Couple.FindRupture(ToldCourse.TheRupture)!;

        Assert.Equal("ma", rupture.Formulation.PrimarySchema);
        Assert.Null(rupture.Formulation.PrimaryArea);
        Assert.Equal(5, rupture.FormulationNumber);
        Assert.Single(rupture.Steps);
    }

    [Fact]
    public void Fold_RuptureNotedAgainAsAnAmendment_IsStillOneRuptureWithItsSteps()
    {
        var course = new ToldCourse().Session().Rupture().Session().Step(RepairStepKind.Validated);
        course.Then(new RuptureNoted { At = At, Amends = 3, Rupture = ToldCourse.TheRupture, Session = 2, Owner = RuptureOwner.Both, Source = RuptureSource.ReportedByPartner });
        var couple = course.Couple;
        var rupture = Assert.Single(couple.Ruptures);

        Assert.Same(rupture, couple.FindRupture(ToldCourse.TheRupture));
        Assert.Equal((2, RuptureOwner.Both, RuptureSource.ReportedByPartner, 6), (rupture.Session, rupture.Owner, rupture.Source, rupture.FormulationNumber));
        Assert.Single(rupture.Steps);
    }

    [Fact]
    public void Fold_WitnessesOwnEvent_LandsOnItsStep()
    {
        var course = new ToldCourse().Session().Rupture()
            .Step(RepairStepKind.Validated, WitnessReaction.Stayed).Step(RepairStepKind.LinkedToThePast).Step(RepairStepKind.Explored, WitnessReaction.TurnedAway);

        Assert.Equal([WitnessReaction.Stayed, null, WitnessReaction.TurnedAway], Steps(course).Select(step => step.Witness));
    }

    [Fact]
    public void Fold_StepAmended_TakesItsPlaceAndKeepsTheWitness()
    {
        var course = new ToldCourse().Session().Rupture().Step(RepairStepKind.LinkedToThePast, WitnessReaction.TurnedAway).Step(RepairStepKind.Validated);
        course.Then(new RepairStepTaken
        {
            At = At.AddYears(1),
            Amends = 4,
            Rupture = ToldCourse.TheRupture,
            Owner = RuptureOwner.A,
            Step = 1,
            Session = 1,
            Kind = RepairStepKind.Explored,
            Taken = Reception.Fitted,
        });

        Assert.Equal([RepairStepKind.Explored, RepairStepKind.Validated], Steps(course).Select(step => step.Kind));
        Assert.Equal((Reception.Fitted, WitnessReaction.TurnedAway), (Steps(course)[0].Taken, Steps(course)[0].Witness));
        Assert.True(Steps(course)[0].At < At.AddYears(1));
    }

    // A's key is gone: the note and the steps are withheld, and what was about B as a witness stays behind.
    [Fact]
    public void Fold_RuptureErasedWithItsSubject_DropsWhatBelongedToIt()
    {
        var course = new ToldCourse().Session().Rupture().Step(RepairStepKind.Validated, WitnessReaction.TurnedAway).Claimed().ToldInTheRoom().SetAside();
        var couple = new CoupleCase();
        foreach (var happened in course.Events)
        {
            if (happened is RuptureNoted)
                couple.Withhold(couple.LastNumber + 1);
            else
                couple.Apply(couple.LastNumber + 1, happened);
        }

        Assert.Empty(couple.Ruptures);
        Assert.Equal((course.Events.Count, 1), (couple.LastNumber, couple.Withheld));
    }

    [Fact]
    public void Fold_RandomEventsWrittenAndReadBack_MakeTheSameCase() =>
        RandomCourses.Events.Sample(events =>
            CaseText.Of(CoupleCase.Fold(events)) == CaseText.Of(CoupleCase.Fold(events.Select(one => CaseJson.Read(CaseJson.Write(one))))));

    [Fact]
    public void Fold_RandomEvents_CountEachOfThem() =>
        RandomCourses.Events.Sample(events => CoupleCase.Fold(events).LastNumber == events.Length);

    // The projection compares nothing that it does not show.
    [Fact]
    public void CaseText_AnyChangeOfAGoldenEvent_Shows() =>
        Assert.All(GoldenFiles.Kinds.Where(kind => kind.StartsWith("check-in", StringComparison.Ordinal) || kind.StartsWith("session", StringComparison.Ordinal)),
            kind => Assert.NotEqual(CaseText.Of(CoupleCase.Fold([])).Length, CaseText.Of(CoupleCase.Fold([GoldenFiles.Event(kind)])).Length));

    [Fact]
    public void Subject_OfEachKind_IsWhomItIsAbout()
    {
        var subjects = GoldenFiles.Kinds.ToDictionary(kind => kind[..^2], kind => GoldenFiles.Event(kind).Subject);

        string[] ofTheTherapist =
        [
            "arousal-noted", "centre-noted", "debrief-put-off", "feeling-guess-settled", "own-card-written", "own-reaction-noted", "own-state-noted", "recording-added", "resting-rate-taken",
            "steadying-practised", "therapist-assessed", "therapist-debriefed", "therapist-introduced",
        ];
        Assert.Equal(ofTheTherapist, subjects.Where(one => one.Value == Subject.Therapist).Select(one => one.Key).Order(StringComparer.Ordinal));
        string[] ofTheCouple =
        [
            "couple-assessed", "couple-closed", "couple-opened", "couple-reopened", "home-questions-switched", "home-task-agreed", "live-session-begun", "live-session-ended", "session-held",
            "session-note-written", "session-planned", "technique-taken-up",
        ];
        Assert.Equal(ofTheCouple, subjects.Where(one => one.Value == Subject.Couple).Select(one => one.Key).Order(StringComparer.Ordinal));
        // Written in B's repair, and about A who watched.
        Assert.Equal(Subject.PartnerA, subjects["witness-seen"]);
        Assert.Equal(Subject.PartnerB, subjects["repair-step-taken"]);
        // Noted in the therapist's reflection, and about what A did.
        Assert.Equal(Subject.PartnerA, subjects["reaction-traced"]);
        // What the therapist expects of a partner goes with that partner.
        Assert.Equal(Subject.PartnerB, subjects["own-forecast-made"]);
        // A heart lies under the key of the one whose heart it is, and so does the correction of its clock.
        Assert.Equal((Subject.PartnerB, Subject.PartnerB), (subjects["heart-heard"], subjects["heart-shifted"]));
        Assert.Equal((Subject.Therapist, Subject.PartnerA), (HeartOf.Therapist.AsSubject(), HeartOf.A.AsSubject()));
    }

    private static IReadOnlyList<RepairStep> Steps(ToldCourse course) => course.Couple.FindRupture(ToldCourse.TheRupture)!.Steps;

    private static PartnerIntroduced Renamed(string name) => new() { At = At, Partner = Partner.A, Name = name };

    private static SessionHeld Held(int session) => new() { At = At, Session = session, StartedAt = At };
}
