using System.Reflection;
using System.Text.Json.Serialization;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Practice.Amending;
using Attune.Practice.Asking;
using Attune.Practice.Assessing;
using Attune.Practice.Closing;
using Attune.Practice.Continuing;
using Attune.Practice.Couples;
using Attune.Practice.Debriefing;
using Attune.Practice.Forecasting;
using Attune.Practice.Holding;
using Attune.Practice.Live;
using Attune.Practice.Measuring;
using Attune.Practice.Noting;
using Attune.Practice.Planning;
using Attune.Practice.Repairing;
using Attune.Practice.Safety;
using Attune.Practice.SelfReports;
using Attune.Practice.Therapists;
using Attune.Practice.Viewing;

namespace Attune.Practice.Tests.Fixtures;

/// <summary>One of every command there is. A command that is added to the closed set and not here fails the tests that ask for all.</summary>
internal static class OneOfEach
{
    public static IEnumerable<Type> CommandTypes => Derived(typeof(CoupleCommand));

    public static IEnumerable<Type> ViewerTypes => Derived(typeof(Viewer));

    /// <summary>For partner A and session 1; the expectation is of session 0, the own forecast of session 2.</summary>
    public static CoupleCommand[] Commands =>
    [
        new AssessPartner { Partner = Partner.A, Hope = 5 },
        new AssessCouple { YearsOfDistress = 7, ModeOfA = "angry-child" },
        new SetOwnChain { Partner = Partner.A, EarlySchema = "ma", Chain = new OwnChain { CopingMode = "avoidant-protector" } },
        new VoiceExpectation { Partner = Partner.A, Of = ExpectationOf.Therapist, Words = "To be heard." },
        new AnswerExpectation { Partner = Partner.A, Expectation = 1, Reply = ExpectationReply.Will, Session = 0 },
        new ScreenSafety { Partner = Partner.A, Alone = true, Concerns = [SafetyConcern.Violence] },
        new RaiseSafetyFlag { Partner = Partner.A, Concern = SafetyConcern.Violence },
        new LowerSafetyFlag { Partner = Partner.A, Concern = SafetyConcern.Violence, Why = "They live apart." },
        new MissSession { How = MissedHow.Cancelled, Whose = RuptureOwner.A },
        new DoubtContinuing { Partner = Partner.A, Session = 1 },
        new SeeHopeFading { Partner = Partner.A, Session = 1 },
        new AgreeHomeTask { Session = 1, For = RuptureOwner.Both, Words = "Ten minutes each." },
        new ReviewHomeTask { Task = 1, Partner = Partner.A, Session = 1, Outcome = HomeTaskOutcome.Partly },
        new PlaceMark { Session = 1, Partner = Partner.A, Kind = MarkKind.Mode, Code = "detached-protector" },
        new PlanSession { Session = 1, Techniques = ["homework"] },
        new HoldSession { Session = 1, Minutes = 50 },
        new StateOwnForecast { Session = 2, OfA = StatedChance.Possibly },
        new WriteDebrief { Session = 1, A = new PartnerPart { Owed = "Ask." }, Own = new OwnPart { Episodes = [new EpisodeReflection(0, null, true)] } },
        new StateExpectation { Partner = Partner.A, Expectation = ExpectationAnswer.Half },
        new AnswerCheckIn { Partner = Partner.A, Session = 1, Answers = new CheckInAnswers { Task = 3, Tension = new TensionAnswer { Any = true } } },
        new PutOffCheckIn { Partner = Partner.A, Session = 1 },
        new ChoosePageLanguage { Partner = Partner.A, Language = PageLanguage.Dutch },
        new SwitchHomeQuestions { On = true },
        new KeepSelfReport { Partner = Partner.A, GoOnWith = 2, Answers = new SelfReport { Hopes = "Quieter evenings." } },
        new BeginSelfReportAfresh { Partner = Partner.A },
        new GiveSelfReport { Partner = Partner.A, Answers = new SelfReport { Fears = "Blame.", MaySpeak = SpeakPermission.OnlyWithMeAlone } },
        new SettleSelfReport { Partner = Partner.A, Given = 4, TakeOver = true },
        new NoteRupture { Rupture = Told.Rupture, Session = 1, Owner = RuptureOwner.A, Source = RuptureSource.ReportedByPartner },
        new ReformulateRupture { Rupture = Told.Rupture, Formulation = new RuptureFormulation { EarlySchemas = ["ed"] }, BasedOn = 4_000 },
        new SetRuptureAside { Rupture = Told.Rupture, Why = "by mistake" },
        new TakeRepairStep { Rupture = Told.Rupture, Session = 1, Kind = RepairStepKind.Explored, Witness = WitnessReaction.Stayed },
        new ClaimRepair { Rupture = Told.Rupture, Session = 1 },
        new TellInTheRoom { Rupture = Told.Rupture, Session = 1 },
        new SayHowStepWasTaken { Rupture = Told.Rupture, Step = 1, Taken = Reception.NotSure },
        new WithdrawRepairClaim { Rupture = Told.Rupture },
        new WriteRuptureStory { Rupture = Told.Rupture, Story = new RuptureStory("It went wrong.", "It touched you.", "You needed time.") },
        new AnswerRuptureStory { Rupture = Told.Rupture, Partner = Partner.A, Fit = StoryFit.Partly, InTheirWords = new RuptureStory("You hurried.", "I froze.", "Time.") },
        new NoteReuse { Rupture = Told.Rupture, Partner = Partner.A, Session = 1, Answer = ReuseAnswer.NotYet, Words = "No occasion." },
        new KeepPromise { Partner = Partner.A, PromisedInSession = 1, Session = 1 },
        new CloseCouple { Reason = ClosingReason.Pause, Words = "Until spring." },
        new SayWhyClosed { Partner = Partner.A, Reason = ClosingReason.WouldRatherNotSay },
        new ReopenCouple(),
        new ScoreMeasures { Partner = Partner.A, Session = 1, Scores = [new MeasureEntry(Told.Measure, [12])] },
        new NoteOwnReaction { Session = 1, Toward = ReactionToward.A, Direction = Involvement.Under, Chain = new OwnChain { CopingMode = "clown" }, WhoseFeeling = FeelingOf.Mine },
        new SettleFeelingGuess { Reaction = 1, Confirmed = true },
        new TraceReaction { Reaction = 1, WhatADid = "Looked away." },
        new RenamePartner { Partner = Partner.A, Name = "Alva" },
        new PlaceRupture { Rupture = Told.Rupture, Session = 1, Owner = RuptureOwner.Both, Source = RuptureSource.NoticedByTherapist },
        new TakeBack { Event = 4, Written = 2 },
        new PutItBack { Event = 4 },
        new SetCheckInAside { Session = 1, Partner = Partner.A, Why = "Bo had it." },
        new WriteSessionNote { Session = 1, About = Subject.Couple, Words = "Closer.", Into = TimeSpan.FromMinutes(20) },
        new TakeUpTechnique { Session = 1, Technique = "homework" },
        new NoteCentre { Session = 1, Centre = Centre.TheCouple },
        new BeginLiveSession { Session = 1 },
        new AgreeToHeart { Partner = Partner.A, Agreed = true },
        new ShiftHeart { Session = 1, Heart = HeartOf.B, Recording = Told.HeartOfB, By = TimeSpan.FromSeconds(-12) },
    ];

    public static IEnumerable<Type> Derived(Type closedSet) => closedSet.GetCustomAttributes<JsonDerivedTypeAttribute>().Select(one => one.DerivedType);
}
