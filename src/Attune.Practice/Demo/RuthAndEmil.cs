using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Practice.Asking;
using Attune.Practice.Assessing;
using Attune.Practice.Continuing;
using Attune.Practice.Holding;
using Attune.Practice.Repairing;
using Attune.Practice.Safety;
using Attune.Practice.Therapists;
using static Attune.Practice.Demo.DemoCaseload;

namespace Attune.Practice.Demo;

/// <summary>
/// Ruth comes for a verdict on Emil. Whether he betrayed her was asked first, of each alone: he did not. "You both have a part" came too early and broke
/// the goal; her view of a problem of two moves slowly. Emil's forms are all sevens, so his own repair stays claimed.
/// </summary>
internal static class RuthAndEmil
{
    private static readonly RuptureId BothHaveAPart = Rupture(0xf5);
    private static readonly RuptureId LetItRun = Rupture(0xf6);

    public static CoupleScript Script { get; } = new(Couple(4), "Ruth", "Emil", Sessions: 16)
    {
        DaysAgo = 5,
        Hour = 13,
        OfA = new OrdinaryAnswers(4, 5)
        {
            Fairness = 5,
            Care = [CareAnswer.Yes, CareAnswer.Partly, CareAnswer.DidNotComeUp, CareAnswer.Partly],
            Expects = [ExpectationAnswer.Half, ExpectationAnswer.RatherNot, ExpectationAnswer.Half, ExpectationAnswer.Rather],
            SharedView = [1, 1, 2, 2, 3, 4],
        },
        OfB = new OrdinaryAnswers(7, 7)
        {
            Fairness = 7,
            NeverVary = true,
            Care = [CareAnswer.DidNotComeUp, CareAnswer.DidNotComeUp, CareAnswer.Yes],
            Expects = [ExpectationAnswer.Rather],
            SharedView = [6, 7],
        },
        Techniques = ["empathic-confrontation", "needs-and-wants", "old-injury", "limit-setting", "clash-card"],
        Expected =
        [
            Expect(2, StatedChance.Possibly, StatedChance.Hardly),
            Expect(4, StatedChance.AsLikelyAsNot, StatedChance.RatherNot),
            Expect(5, StatedChance.Probably, StatedChance.Possibly),
            Expect(6, StatedChance.AsLikelyAsNot, StatedChance.RatherNot),
            Expect(9, StatedChance.Possibly, StatedChance.RatherNot),
            LeaveOpen(11),
            Expect(12, StatedChance.RatherNot, StatedChance.RatherNot),
            Expect(15, StatedChance.Possibly, StatedChance.Hardly),
        ],
        FirstPhase =
        [
            AboutRuth(sharedView: 1, blames: null),
            new AssessPartner
            {
                Partner = Partner.B,
                EarlySchemas = Scores(("sb", 5.0), ("fa", 3.9), ("ss", 3.7), ("pu", 2.2)),
                SchemaModes = Scores(("compliant-surrender", 4.8), ("guilty-child", 3.9), ("detached-protector", 3.4), ("healthy-adult", 3.5)),
                Comfort = Comfort(("empathic-confrontation", 3), ("homework", 9)),
                Motivation = 6,
                Hope = 5,
                SharedView = 6,
                Leaning = Leaning.In,
                ReasonToCome = "So that she need not be angry any more.",
                NotKnownYet = NotYet(("families", "How one was angry in his parents' house, and who stopped it.")),
            },
            new AssessCouple { YearsOfDistress = 11, ModeOfA = "punitive-parent", ModeOfB = "compliant-surrender", MovesFirst = Partner.A },
            new VoiceExpectation { Partner = Partner.A, Of = ExpectationOf.Therapist, Words = "That you tell him that it is him." },
            new AnswerExpectation { Partner = Partner.A, Expectation = 1, Session = 1, Reply = ExpectationReply.WillNot, Words = "What hurt you I want to hear to the end. A verdict I will not give." },
            new StateExpectation { Partner = Partner.A, Expectation = ExpectationAnswer.Half },
            new StateExpectation { Partner = Partner.B, Expectation = ExpectationAnswer.Rather },
        ],
        Turns =
        [
            new Turn(1)
            {
                Occasions = ["first-session"],
                Before =
                [
                    new ScreenSafety { Partner = Partner.A, Alone = true, Note = "No affair, now or earlier, no violence, no fear of him. What she holds against him are the years of not deciding." },
                    new ScreenSafety { Partner = Partner.B, Alone = true, Note = "The same, and he is not afraid of her." },
                    AboutRuth(sharedView: 1, blames: BlameKind.BySchema),
                ],
            },
            new Turn(2) { A = form => form with { Task = 4, Goal = 4, Bond = 4 } },
            new Turn(3) { A = form => form with { Task = 4, Goal = 4, Bond = 4 } },
            new Turn(4)
            {
                Techniques = ["mode-map-of-the-cycle"],
                A = form => form with
                {
                    Task = 3,
                    Goal = 2,
                    Bond = 3,
                    Fairness = 4,
                    Care = CareAnswer.No,
                    Tension = new TensionAnswer { Any = true, Strength = 5, Cleared = 2, Words = "Two arrows on a board, and mine as long as his.", MaySpeak = SpeakPermission.WhenWeAreThree },
                },
                Debrief = debrief => debrief with { A = debrief.A with { Tension = true, TensionStrength = 4, Owed = "To hear out the years before we draw anything again." } },
                After =
                [
                    new NoteRupture
                    {
                        Rupture = BothHaveAPart,
                        Session = 4,
                        Owner = RuptureOwner.A,
                        Source = RuptureSource.ReportedByPartner,
                        Formulation = new RuptureFormulation
                        {
                            Areas = [RuptureArea.Goal, RuptureArea.Task],
                            PrimaryArea = RuptureArea.Goal,
                            EarlySchemas = ["pu", "ed"],
                            PrimarySchema = "pu",
                            ParentMode = "punitive-parent",
                            ChildMode = "unseen-child",
                            Need = "That the hurt is heard to the end before anybody speaks of shares.",
                        },
                    },
                ],
            },
            new Turn(5)
            {
                Techniques = ["old-injury"],
                During =
                [
                    Step(BothHaveAPart, 5, RepairStepKind.OwnedWithoutDefence, Reception.NotSure, WitnessReaction.Stayed),
                    Step(BothHaveAPart, 5, RepairStepKind.Validated, Reception.Fitted, WitnessReaction.TurnedAway),
                    Step(BothHaveAPart, 5, RepairStepKind.HeldTheWitness, Reception.Fitted, WitnessReaction.Stayed),
                    new KeepPromise { Partner = Partner.A, PromisedInSession = 4, Session = 5 },
                ],
                A = form => form with { Goal = 3, StillOpen = StillOpenAnswer.StillOpen, Care = CareAnswer.Partly },
            },
            new Turn(6)
            {
                Before = [AboutRuth(sharedView: 2, blames: BlameKind.BySchema)],
                During = [Step(BothHaveAPart, 6, RepairStepKind.ChangedTaskOrGoal, Reception.Fitted, WitnessReaction.Stayed), new ClaimRepair { Rupture = BothHaveAPart, Session = 6 }],
                A = form => form with { Goal = 3, StillOpen = StillOpenAnswer.PartlyCleared },
            },
            new Turn(7) { A = form => form with { Goal = 4, Bond = 4, StillOpen = StillOpenAnswer.Nothing, Care = CareAnswer.Yes } },
            new Turn(8) { A = form => form with { Bond = 4 }, After = [new AgreeHomeTask { Session = 8, For = RuptureOwner.A, Words = "One sentence a day that begins with I, written down for nobody." }] },
            new Turn(9)
            {
                A = form => form with { Bond = 4 },
                Occasions = ["homework-review"],
                During = [new ReviewHomeTask { Task = 1, Partner = Partner.A, Session = 9, Outcome = HomeTaskOutcome.Partly }],
            },
            new Turn(11)
            {
                During = [new PlaceMark { Session = 11, Partner = Partner.B, Kind = MarkKind.Marker, Code = "withdrawal-deferential-and-appeasing", EarlySchema = "sb" }],
                After =
                [
                    new NoteOwnReaction { Session = 11, Toward = ReactionToward.B, Direction = Involvement.Under, Feeling = "anxious", OwnSchema = "us" },
                    new NoteRupture
                    {
                        Rupture = LetItRun,
                        Session = 11,
                        Owner = RuptureOwner.B,
                        Source = RuptureSource.NoticedByTherapist,
                        Formulation = new RuptureFormulation { Areas = [RuptureArea.Bond], PrimaryArea = RuptureArea.Bond, EarlySchemas = ["sb"], PrimarySchema = "sb", CopingMode = "compliant-surrender", Need = "That somebody stops a list for him." },
                    },
                ],
            },
            new Turn(12)
            {
                Techniques = ["limit-setting"],
                Before = [AboutRuth(sharedView: 4, blames: BlameKind.BySchema)],
                During =
                [
                    Step(LetItRun, 12, RepairStepKind.Recognised, Reception.NotSeen, WitnessReaction.Stayed),
                    Step(LetItRun, 12, RepairStepKind.OwnedWithoutDefence, Reception.NotSure, WitnessReaction.Stayed),
                    new ClaimRepair { Rupture = LetItRun, Session = 12 },
                ],
            },
            new Turn(15) { Occasions = ["praise-of-one"], A = form => form with { Care = CareAnswer.Yes } },
        ],
    };

    private static AssessPartner AboutRuth(int sharedView, BlameKind? blames) => new()
    {
        Partner = Partner.A,
        EarlySchemas = Scores(("pu", 5.0), ("ed", 4.2), ("us", 4.0), ("ma", 2.9)),
        SchemaModes = Scores(("punitive-parent", 4.5), ("angry-child", 3.8), ("unseen-child", 3.7), ("healthy-adult", 3.4)),
        Comfort = Comfort(("mode-map-of-the-cycle", 3), ("old-injury", 7)),
        Motivation = 6,
        Hope = 4,
        SharedView = sharedView,
        Leaning = Leaning.Undecided,
        ReasonToCome = "So that he hears from somebody what he has done.",
        Injuries = ["That I decided alone for eleven years, and was then told that I always decide."],
        AsksForVerdict = true,
        Blames = blames,
    };
}
