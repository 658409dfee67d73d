using System.Text;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Practice.Asking;
using Attune.Practice.Couples;
using Attune.Practice.Debriefing;
using Attune.Practice.Forecasting;
using Attune.Practice.Holding;
using Attune.Practice.Planning;
using Attune.Practice.Refusals;
using Attune.Practice.Repairing;
using Attune.Practice.Therapists;
using Attune.Practice.Viewing;
using Attune.Signals.Simulation;

namespace Attune.Practice.Demo;

/// <summary>
/// Alma and Bo, who do not exist. Alma is shy and expects not to be understood; Bo looks for the hidden plan. In session 3 chair work comes too early
/// for Alma; she tells it alone, the therapist owns it, and her own answers confirm the repair. After session 6 Bo has not answered.
/// </summary>
internal sealed class SixSessions(IGrainFactory grains, Viewer.OwnTherapist therapist, StoryClock clock, ulong seed)
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private readonly CoupleId _id = new(new Guid("0192f0aa-0000-7000-8000-000000000001"));
    private readonly DateTimeOffset _yesterday = new(clock.GetUtcNow().UtcDateTime.Date.AddDays(-1).AddHours(15), TimeSpan.Zero);

    private ICoupleGrain Couple => grains.GetGrain<ICoupleGrain>(_id.Value);

    public async Task PlayAsync()
    {
        At(session: 1, minutes: -7 * 24 * 60);
        Must(await grains.GetGrain<ITherapistGrain>(therapist.Id.Value).Assess(therapist, new AssessTherapist
        {
            EarlySchemas = DemoCaseload.Scores(("si", 4.2), ("us", 4.4)),
            UsualRestingRate = 68,
        }));
        Must(await grains.GetGrain<ITherapistGrain>(therapist.Id.Value).WriteCard(therapist, new WriteOwnCard
        {
            EarlySchema = "us",
            WhatMyChildHears = "It is not good enough yet, go on.",
            WhatMyAdultAnswers = "They do not need more method. They need me here.",
            WhatSoothesMe = "Both feet on the floor, one slow breath out.",
        }));
        Must(await grains.GetGrain<ITherapistGrain>(therapist.Id.Value).OpenCouple(therapist, _id, "Alma", "Bo"));
        foreach (var told in FirstPhase.Told())
            await Do(told);
        await Say(new StateExpectation { Partner = Partner.A, Expectation = ExpectationAnswer.RatherNot }, session: 0);
        await Say(new StateExpectation { Partner = Partner.B, Expectation = ExpectationAnswer.Half }, session: 0);

        await Hold(1, "homework");
        await Answer(1, Partner.A, 5, 6, 5, CareAnswer.Yes, ExpectationAnswer.Half);
        await Answer(1, Partner.B, 5, 5, 5, CareAnswer.DidNotComeUp, ExpectationAnswer.Half);
        await Expect(DemoCaseload.Expect(2, StatedChance.Hardly, StatedChance.RatherNot));
        await Hold(2, "empathic-confrontation");
        await Answer(2, Partner.A, 6, 6, 5, CareAnswer.Yes, ExpectationAnswer.Rather);
        await Answer(2, Partner.B, 5, 6, 5, CareAnswer.Yes, ExpectationAnswer.Half);

        await Expect(DemoCaseload.Expect(3, StatedChance.RatherNot, StatedChance.RatherNot));
        await Hold(3, "chair-work");
        await Record(3, new HeartCourse(TimeSpan.FromMinutes(50), 72) { Rises = [new HeartRise(TimeSpan.FromMinutes(29), 112, TimeSpan.FromMinutes(4))] });
        await Answer(3, Partner.A, 3, 5, 4, CareAnswer.No, ExpectationAnswer.RatherNot, new TensionAnswer
        {
            Any = true,
            Strength = 4,
            Cleared = 2,
            Words = "It went too fast for me, and I could not say it.",
            MaySpeak = SpeakPermission.OnlyWithMeAlone,
        });
        await Answer(3, Partner.B, 6, 6, 5, CareAnswer.Yes, ExpectationAnswer.Rather);
        await Do(new WriteDebrief
        {
            Session = 3,
            A = new PartnerPart { Task = 5, Goal = 5, GuessedBond = 5, Tension = true, Owed = "Ask before the next exercise." },
            B = new PartnerPart { Task = 6, Goal = 6, GuessedBond = 5 },
            Own = new OwnPart
            {
                WithA = Presence.FarFrom,
                WithB = Presence.WithThem,
                AtCentre = Centre.TheMethod,
                GotCare = CareGiven.B,
                Episodes = [new EpisodeReflection(0, EpisodeToward.A, true)]
            },
        });

        var rupture = new RuptureId(new Guid("0192f0aa-0000-7000-8000-0000000000f1"));
        await Do(new NoteRupture
        {
            Rupture = rupture,
            Session = 3,
            Owner = RuptureOwner.A,
            Source = RuptureSource.ReportedByPartner,
            Formulation = new RuptureFormulation
            {
                Areas = [RuptureArea.Task, RuptureArea.Bond],
                PrimaryArea = RuptureArea.Task,
                EarlySchemas = ["ei", "ed"],
                PrimarySchema = "ei",
                CopingMode = "compliant-surrender",
                ParentMode = "demanding-parent",
                ChildMode = "vulnerable-child",
                Need = "To be asked, and to go at my own pace.",
            },
        });
        await Expect(DemoCaseload.Expect(4, StatedChance.Possibly, StatedChance.Hardly));
        await Hold(4, "letter-to-a-part");
        await Step(rupture, 4, RepairStepKind.ThankedForTheRisk, Reception.Fitted, WitnessReaction.Stayed);
        await Step(rupture, 4, RepairStepKind.OwnedWithoutDefence, Reception.Fitted, WitnessReaction.TurnedAway);
        await Step(rupture, 4, RepairStepKind.HeldTheWitness, Reception.Fitted, WitnessReaction.Stayed);
        await Step(rupture, 4, RepairStepKind.ChangedTaskOrGoal, Reception.Fitted, WitnessReaction.Stayed);
        await Do(new ClaimRepair { Rupture = rupture, Session = 4 });
        await Do(new KeepPromise { Partner = Partner.A, PromisedInSession = 3, Session = 4 });
        await Answer(4, Partner.A, 5, 5, 5, CareAnswer.Yes, ExpectationAnswer.Half, open: StillOpenAnswer.PartlyCleared);
        await Answer(4, Partner.B, 5, 6, 5, CareAnswer.Partly, ExpectationAnswer.Half);

        await Expect(DemoCaseload.Expect(5, StatedChance.RatherNot, StatedChance.Hardly));
        await Hold(5, "letter-to-a-part");
        await Answer(5, Partner.A, 6, 6, 6, CareAnswer.Yes, ExpectationAnswer.Rather, open: StillOpenAnswer.Nothing);
        await Answer(5, Partner.B, 6, 6, 6, CareAnswer.Yes, ExpectationAnswer.Rather);
        var story = new RuptureStory(
            "I began an exercise without asking you, and went on although you had grown quiet.",
            "It touched what you know from before: that feelings are kept in, so that nobody is troubled. It makes sense that you could not stop me.",
            "You needed to be asked, and time.");
        await Do(new WriteRuptureStory { Rupture = rupture, Story = story });
        await Do(new AnswerRuptureStory { Rupture = rupture, Partner = Partner.A, Fit = StoryFit.Partly, InTheirWords = story with { Needed = "I needed you to ask me, and to wait for the answer." } });

        await Expect(DemoCaseload.LeaveOpen(6));
        await Hold(6, "mode-cards");
        await Answer(6, Partner.A, 6, 6, 6, CareAnswer.Yes, ExpectationAnswer.Rather, open: StillOpenAnswer.Nothing);
        await Do(new WriteDebrief
        {
            Session = 6,
            A = new PartnerPart { Task = 6, Goal = 6, GuessedBond = 6 },
            B = new PartnerPart { Task = 5, Goal = 5, GuessedBond = 5, Owed = "The written summary that I promised." },
            Own = new OwnPart { WithA = Presence.WithThem, WithB = Presence.WithEffort, AtCentre = Centre.TheCouple, GotCare = CareGiven.A },
        });
        await Do(new PlanSession { Session = 7, On = DateOnly.FromDateTime(_yesterday.Date.AddDays(7)), Techniques = ["chair-work"], Occasions = ["absence-ahead"], Aim = "Try the first steps again, slowly." });
        await Do(DemoCaseload.Expect(7, StatedChance.Possibly, StatedChance.Possibly));
    }

    // On the day before: the question comes before the brief is read.
    private Task Expect(StateOwnForecast expected)
    {
        At(expected.Session, minutes: -25 * 60);
        return Do(expected);
    }

    private async Task Hold(int session, string technique)
    {
        At(session, minutes: -24 * 60);
        await Do(new PlanSession { Session = session, On = DateOnly.FromDateTime(Start(session).Date), Techniques = [technique] });
        At(session, minutes: 0);
        await Do(new HoldSession { Session = session, Minutes = 50 });
        At(session, minutes: 55);
    }

    private Task Answer(int session, Partner partner, int task, int goal, int bond, CareAnswer care, ExpectationAnswer expects,
        TensionAnswer? tension = null, StillOpenAnswer? open = null) => Say(new AnswerCheckIn
        {
            Partner = partner,
            Session = session,
            Answers = new CheckInAnswers
            {
                Task = task,
                Goal = goal,
                Bond = bond,
                Fairness = 5 + Shade(session, 2),
                Safety = 4 + Shade(session, 3),
                WithinCouple = session % 2 == 1 ? 3 + Shade(session, 3) : null,
                Tension = tension ?? new TensionAnswer { Any = false },
                Care = care,
                Expectation = expects,
                StillOpen = open,
                SinceLastTime = session % 2 == 0 ? SinceLastTimeAnswer.Helped : null,
            },
        }, session);

    // What does not carry the story differs a little from seed to seed.
    private int Shade(int session, int range) => (int)((((seed * 2_654_435_761UL) + ((ulong)session * 40_503UL)) >> 7) % (ulong)range);

    private async Task Record(int session, HeartCourse course) => Must(await Couple.AddRecording(therapist, new AddRecording
    {
        Session = session,
        FileName = "simulated-heart.txt",
        Content = Encoding.UTF8.GetBytes(SimulatedHeart.Record(course, seed).ToPlainText()),
    }));

    private Task Step(RuptureId rupture, int session, RepairStepKind kind, Reception taken, WitnessReaction witness) =>
        Do(DemoCaseload.Step(rupture, session, kind, taken, witness));

    private async Task Do(CoupleCommand command) => Must(await Couple.Do(therapist, command));

    private async Task Say<TCommand>(TCommand command, int session) where TCommand : CoupleCommand, ICheckInCommand =>
        Must(await Couple.Do(new Viewer.PartnerWithCheckIn(_id, command.Partner, session), command));

    private DateTimeOffset Start(int session) => _yesterday - ((6 - session) * Week);

    private void At(int session, int minutes) => clock.Tell(Start(session).AddMinutes(minutes));

    private static void Must(Outcome outcome)
    {
        if (outcome is Outcome.Refused refused)
            throw new InvalidOperationException($"The demo's own story was refused: {string.Join(" ", refused.Why.Select(why => why.Message))}");
    }
}
