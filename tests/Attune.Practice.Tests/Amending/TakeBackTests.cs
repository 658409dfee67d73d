using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Practice.Amending;
using Attune.Practice.Couples;
using Attune.Practice.Debriefing;
using Attune.Practice.Holding;
using Attune.Practice.Live;
using Attune.Practice.Planning;
using Attune.Practice.Repairing;
using Attune.Practice.Tests.Fixtures;
using Attune.Practice.Therapists;

namespace Attune.Practice.Tests.Amending;

public sealed class TakeBackTests
{
    private static readonly PlaceMark Mark = new() { Session = 1, Partner = Partner.B, Kind = MarkKind.Mode, Code = "detached-protector" };

    [Fact]
    public void Decide_Mark_IsOneEventUnderTheSameKey()
    {
        var told = Told.Held().Do(Mark);

        var back = told.Event<TakenBack>(new TakeBack { Event = told.Number });

        Assert.Equal((Subject.PartnerB, told.Number), (back.Subject, back.Amends!.Value));
        Assert.Empty(told.With(back).Case.FindSession(1)![Partner.B].Marks);
    }

    [Fact]
    public void Decide_PutBack_StandsAgainAndCanBeTakenBackAgain()
    {
        var told = Told.Held().Do(Mark);
        var mark = told.Number;
        told.Do(new TakeBack { Event = mark });

        Assert.Equal("AMD002", told.Refusals(new TakeBack { Event = mark }).Single().Code);
        Assert.Single(told.Do(new PutItBack { Event = mark }).Case.FindSession(1)![Partner.B].Marks);
        Assert.Equal("AMD003", told.Refusals(new PutItBack { Event = mark }).Single().Code);
        Assert.Empty(told.Do(new TakeBack { Event = mark }).Case.FindSession(1)![Partner.B].Marks);
        Assert.Single(told.Do(new PutItBack { Event = mark }).Case.FindSession(1)![Partner.B].Marks);
    }

    [Fact]
    public void Decide_NoSuchEvent_IsRefused()
    {
        Assert.Equal("AMD001", Told.Held().Refusals(new TakeBack { Event = 99 }).Single().Code);
        Assert.Equal("AMD001", Told.Held().Refusals(new PutItBack { Event = 0 }).Single().Code);
    }

    // The witness is about the other partner, so it is another event, and one thing with the step.
    [Fact]
    public void Decide_StepWithWitnessAndLaterWord_GoesAsOneAndKeepsItsNumber()
    {
        var told = Told.Ruptured().Do(Step(RepairStepKind.Recognised)).Do(Step(RepairStepKind.Validated));
        var second = told.Number - 1;
        told.Do(new SayHowStepWasTaken { Rupture = Told.Rupture, Step = 2, Taken = Reception.Fitted });

        var events = told.Events(new TakeBack { Event = second });

        Assert.Equal([Subject.PartnerA, Subject.PartnerB, Subject.PartnerA], events.Select(one => one.Subject));
        told.Do(new TakeBack { Event = second });
        Assert.Equal([1], Steps(told));
        Assert.Equal([1, 3], Steps(told.Do(Step(RepairStepKind.Explored))));
        Assert.Equal([1, 2, 3], Steps(told.Do(new PutItBack { Event = second })).Order());
        Assert.Equal(Reception.Fitted, told.Case.FindRupture(Told.Rupture)!.Steps.Single(step => step.Number == 2).Taken);
    }

    [Fact]
    public void Decide_UndoOfWhatWasJustWritten_LeavesWhatWasSaidBefore()
    {
        var told = Told.Ruptured().Do(Step(RepairStepKind.Recognised)).Do(new SayHowStepWasTaken { Rupture = Told.Rupture, Step = 1, Taken = Reception.Fitted });

        told.Do(new TakeBack { Event = told.Number, Written = 1 });

        Assert.Null(told.Case.FindRupture(Told.Rupture)!.Steps.Single().Taken);
        Assert.Equal(WitnessReaction.TurnedAway, told.Case.FindRupture(Told.Rupture)!.Steps.Single().Witness);
    }

    [Fact]
    public void Decide_MarkSaidAnew_GoesWhole_ButItsUndoBringsTheFirstBack()
    {
        var told = Told.Held().Do(Mark);
        told.Do(Mark with { Partner = Partner.A, Code = "angry-child", Replaces = told.Number });
        Assert.Empty(told.Case.FindSession(1)![Partner.B].Marks);
        Assert.Equal("angry-child", told.Case.FindSession(1)![Partner.A].Marks.Single().Code);
        var anew = told.Number;

        Assert.Equal(2, told.Events(new TakeBack { Event = anew }).Length);
        told.Do(new TakeBack { Event = anew, Written = 1 });
        Assert.Equal("detached-protector", told.Case.FindSession(1)![Partner.B].Marks.Single().Code);
        Assert.Empty(told.Case.FindSession(1)![Partner.A].Marks);
    }

    [Fact]
    public void Decide_MarkOfAnotherSession_CannotBeSaidAnewHere()
    {
        var told = Told.Held(2).Do(Mark);

        Assert.Equal("HLD001", told.Refusals(Mark with { Session = 2, Replaces = told.Number }).Single().Code);
        Assert.Equal("HLD001", told.Refusals(Mark with { Replaces = 1 }).Single().Code);
    }

    [Fact]
    public void Decide_Recording_GoesWithWhatTheRuleFoundInIt()
    {
        var recording = new RecordingId(Guid.NewGuid());
        var told = Told.Held()
            .With(new RecordingAdded { At = Told.At, Session = 1, Recording = recording, FileName = "a.txt", Format = "RrText", Beats = 3, Duration = TimeSpan.FromSeconds(3) })
            .With(new ArousalNoted { At = Told.At, Session = 1, Recording = recording, ThresholdBpm = 100, Coverage = 1, Judgeable = true, RateChoice = "EveryBeat", ArtefactRule = "None", Algorithm = "x 1" });

        told.Do(new TakeBack { Event = told.Number - 1 });

        Assert.Null(told.Case.FindSession(1)!.Recording);
        Assert.Null(told.Case.FindSession(1)!.Arousal);
    }

    [Fact]
    public void Decide_Debrief_GoesWithItsPartsAndTheReactionsThatItSaid()
    {
        var told = Told.Held().Do(new WriteDebrief { Session = 1, A = new PartnerPart { Owed = "A call." }, Own = new OwnPart { WithA = Presence.FarFrom } });

        told.Do(new TakeBack { Event = told.Number - 1 });

        Assert.Null(told.Case.FindSession(1)!.TherapistDebrief);
        Assert.Null(told.Case.FindSession(1)![Partner.A].Debrief);
        Assert.Null(told.Case.FindSession(1)![Partner.B].Debrief);
        Assert.Empty(told.Case.Reactions);
    }

    [Fact]
    public void Decide_RuptureAsItWasNoted_IsSetAsideWithItsSteps()
    {
        var told = Told.Ruptured().Do(Step(RepairStepKind.Recognised));
        var noted = told.Case.Recorded.Single(one => one.Event is RuptureNoted).Number;

        Assert.Equal(Told.Rupture, told.Event<RuptureSetAside>(new TakeBack { Event = noted }).Rupture);
        told.Do(new TakeBack { Event = noted });
        Assert.True(told.Case.FindRupture(Told.Rupture)!.IsSetAside);
        Assert.Equal("AMD002", told.Refusals(new TakeBack { Event = noted }).Single().Code);
        told.Do(new TakeBack { Event = told.Number });
        Assert.False(told.Case.FindRupture(Told.Rupture)!.IsSetAside);
        Assert.Single(told.Case.FindRupture(Told.Rupture)!.Steps);
    }

    [Fact]
    public void PlaceRupture_OfTheOther_MovesItAndCanBeTakenBack()
    {
        var told = Told.Ruptured().Do(Step(RepairStepKind.Recognised));

        told.Do(new PlaceRupture { Rupture = Told.Rupture, Session = 1, Owner = RuptureOwner.B, Source = RuptureSource.ReportedByPartner });
        Assert.Equal((RuptureOwner.B, RuptureSource.ReportedByPartner), (told.Case.FindRupture(Told.Rupture)!.Owner, told.Case.FindRupture(Told.Rupture)!.Source));
        Assert.Single(told.Case.FindRupture(Told.Rupture)!.Steps);

        told.Do(new TakeBack { Event = told.Number });
        Assert.Equal((RuptureOwner.A, false), (told.Case.FindRupture(Told.Rupture)!.Owner, told.Case.FindRupture(Told.Rupture)!.IsSetAside));
    }

    [Fact]
    public void Decide_WhatAPartnerWrote_IsRefused()
    {
        var told = Told.Held().Do(Mark)
            .With(new ExpectationStated { At = Told.At, Partner = Partner.A, Expectation = ExpectationAnswer.Half })
            .With(new CheckInAnswered { At = Told.At, Session = 1, Partner = Partner.A, Answers = new CheckInAnswers { Task = 3 } })
            .With(new CheckInPutOff { At = Told.At, Session = 1, Partner = Partner.B });

        Assert.All([told.Number - 2, told.Number - 1, told.Number], number => Assert.Equal("AMD004", told.Refusals(new TakeBack { Event = number }).Single().Code));
        // Not by the back door either.
        Assert.Equal("AMD004", told.Refusals(new TakeBack { Event = told.Number - 3, Written = 2 }).Single().Code);
    }

    [Fact]
    public void Decide_TheRecordsBeginning_IsRefused_ALaterNameIsNot()
    {
        var told = Told.Begun();
        Assert.All([1L, 2, 3], number => Assert.Equal("AMD005", told.Refusals(new TakeBack { Event = number }).Single().Code));

        told.Do(new RenamePartner { Partner = Partner.A, Name = " Alva " });
        Assert.Equal("Alva", told.Case[Partner.A].Name);
        Assert.Equal("Alma", told.Do(new TakeBack { Event = told.Number }).Case[Partner.A].Name);
    }

    [Fact]
    public void Decide_SessionThatSomethingRestsOn_IsRefused_AnEmptyOneIsNot()
    {
        Assert.Null(Told.Held().Do(new TakeBack { Event = 4 }).Case.FindSession(1));
        Assert.Equal("AMD006", Told.Held(2).Refusals(new TakeBack { Event = 4 }).Single().Code);
        Assert.Equal("AMD006", Told.Held().Do(new WriteDebrief { Session = 1 }).Refusals(new TakeBack { Event = 4 }).Single().Code);
        // The length was said anew: that the hour took place still stands.
        var told = Told.Held().Do(new WriteDebrief { Session = 1 }).Do(new HoldSession { Session = 1, Minutes = 90 });
        Assert.Equal(50, told.Do(new TakeBack { Event = told.Number }).Case.FindSession(1)!.Held!.Minutes);
    }

    [Fact]
    public void Decide_PlanSaidAnew_TakenBack_LeavesTheOneBefore()
    {
        var told = Told.Begun().Do(new PlanSession { Session = 1, Aim = "Listen." }).Do(new PlanSession { Session = 1, Aim = "Talk." });

        Assert.Equal("Listen.", told.Do(new TakeBack { Event = told.Number }).Case.FindSession(1)!.Plan!.Aim);
    }

    [Fact]
    public void SetCheckInAside_NeedsAReasonAndAnswers_AndLeavesThemAsTheyWere()
    {
        var told = Told.Held().With(new CheckInAnswered { At = Told.At, Session = 1, Partner = Partner.A, Answers = new CheckInAnswers { Task = 3 } });

        Assert.Equal(("PRA023", "Why"), told.Refusals(new SetCheckInAside { Session = 1, Partner = Partner.A, Why = " " }).Single());
        Assert.Equal("AMD007", told.Refusals(new SetCheckInAside { Session = 1, Partner = Partner.B, Why = "Bo had it." }).Single().Code);
        var aside = told.Event<CheckInSetAside>(new SetCheckInAside { Session = 1, Partner = Partner.A, Why = " Bo had it. " });
        Assert.Equal((Subject.PartnerA, "Bo had it."), (aside.Subject, aside.Why));
        told.With(aside);
        Assert.Null(told.Case.FindSession(1)![Partner.A].CheckIn);
        Assert.Equal(3, told.Case.FindSession(1)![Partner.A].CheckInsSetAside.Single().Answers.Task);
        Assert.Equal(3, told.Do(new TakeBack { Event = told.Number }).Case.FindSession(1)![Partner.A].CheckIn!.Task);
    }

    [Fact]
    public void Decide_ReactionSaidAnew_GoesWhole()
    {
        var reaction = new NoteOwnReaction { Session = 1, Toward = ReactionToward.A, Direction = Involvement.Under };
        var told = Told.Held().Do(reaction);
        told.Do(reaction with { Reaction = 1, Strength = ReactionStrength.Strong });

        Assert.Empty(told.Do(new TakeBack { Event = told.Number }).Case.Reactions);
    }

    // Somebody else had worn it: it goes with what was found in it and with its clock, and comes back with both.
    [Fact]
    public void Decide_HeartHeardLive_GoesWithWhatTheRuleFoundAndItsClock()
    {
        var told = Told.Held().With(Heard).With(Found).With(Shift);

        Assert.Equal(TimeSpan.Zero, Told.Held().With(Heard).With(Found).With(Shift).Do(new TakeBack { Event = 7 }).Case.FindSession(1)!.Live.Hearts.Single().Shift);
        told.Do(new TakeBack { Event = 5 });
        Assert.Empty(told.Case.FindSession(1)!.Live.Hearts);
        Assert.Null(told.Case.FindSession(1)!.Arousal);
        told.Do(new PutItBack { Event = 5 });
        Assert.Equal(9, told.Case.FindSession(1)!.Live.Hearts.Single().Shift.TotalSeconds);
        Assert.NotNull(told.Case.FindSession(1)!.Arousal);
    }

    [Fact]
    public void Decide_OwnStateSteadyingAndAgreement_AreOneLineEach()
    {
        var told = Told.Held()
            .With(new OwnStateNoted { At = Told.At, Session = 1, Kind = OwnStateKind.Check, Code = "reactive" })
            .With(new SteadyingPractised { At = Told.At, Session = 1, Into = TimeSpan.FromMinutes(9), Lasting = TimeSpan.FromMinutes(1), Exercise = "breathing", Ended = SteadyingEnd.Recovered })
            .Do(new AgreeToHeart { Partner = Partner.B, Agreed = true });

        Assert.Equal([Subject.Therapist, Subject.Therapist, Subject.PartnerB], new long[] { 5, 6, 7 }.Select(number => told.Event<TakenBack>(new TakeBack { Event = number }).Whose));
        told.Do(new TakeBack { Event = 5 }).Do(new TakeBack { Event = 6 }).Do(new TakeBack { Event = 7 });
        Assert.Empty(told.Case.FindSession(1)!.Live.OwnStates);
        Assert.Empty(told.Case.FindSession(1)!.Live.Steadyings);
        Assert.Null(told.Case[Partner.B].AgreedToHeart);
    }

    [Fact]
    public void Decide_LiveSessionItself_IsRefused_AndItsSessionStands()
    {
        var told = Told.Held().Do(new BeginLiveSession { Session = 1 });
        var live = told.Case.FindSession(1)!.Live.Now!.Live;

        Assert.Equal(["AMD008", "AMD006"], new[] { 5L, 4 }.Select(number => told.Refusals(new TakeBack { Event = number }).Single().Code));
        told.With(new LiveSessionEnded { At = Told.At, Session = 1, Live = live, Kept = true });
        Assert.Equal(["AMD008", "AMD006"], new[] { 6L, 4 }.Select(number => told.Refusals(new TakeBack { Event = number }).Single().Code));
        // A run that was thrown away is no ground for anything.
        var thrown = Told.Held().Do(new BeginLiveSession { Session = 1 }).With(new LiveSessionEnded { At = Told.At, Session = 1, Live = live, Kept = false });
        Assert.Null(thrown.Do(new TakeBack { Event = 4 }).Case.FindSession(1)!.Held);
    }

    private static HeartHeard Heard { get; } = new()
    {
        At = Told.At,
        Session = 1,
        Heart = HeartOf.Therapist,
        Recording = new RecordingId(new Guid("0192f0aa-0000-7000-8000-0000000000cc")),
        StartsInto = TimeSpan.FromSeconds(20),
        Duration = TimeSpan.FromMinutes(49),
        Beats = 3_500,
    };

    private static ArousalNoted Found { get; } =
        new() { At = Told.At, Session = 1, Recording = Heard.Recording, ThresholdBpm = 100, Coverage = 1, Judgeable = true, RateChoice = "MeanOfLast15", ArtefactRule = "None", Algorithm = "x 1" };

    private static HeartShifted Shift { get; } = new() { At = Told.At, Session = 1, Heart = HeartOf.Therapist, Recording = Heard.Recording, By = TimeSpan.FromSeconds(9) };

    private static TakeRepairStep Step(RepairStepKind kind) => new() { Rupture = Told.Rupture, Session = 1, Kind = kind, Witness = WitnessReaction.TurnedAway };

    private static IEnumerable<int> Steps(Told told) => told.Case.FindRupture(Told.Rupture)!.Steps.Select(step => step.Number);
}
