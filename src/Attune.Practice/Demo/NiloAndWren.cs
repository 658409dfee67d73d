using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Practice.Asking;
using Attune.Practice.Assessing;
using Attune.Practice.Holding;
using Attune.Practice.Repairing;
using static Attune.Practice.Demo.DemoCaseload;

namespace Attune.Practice.Demo;

/// <summary>
/// Wren has reasons not to trust a helper, and jokes when they come near. No form for three sessions, a bond that grows slowly, a rupture told "only with
/// me alone" and repaired alone; a second one, from session 15, is still open and is nobody's to speak of when they are three.
/// </summary>
internal static class NiloAndWren
{
    private static readonly RuptureId Letter = Rupture(0xf3);
    private static readonly RuptureId Pen = Rupture(0xf4);

    public static CoupleScript Script { get; } = new(Couple(3), "Nilo", "Wren", Sessions: 16)
    {
        DaysAgo = 3,
        Hour = 17,
        OfA = new OrdinaryAnswers(5.4, 6),
        OfB = new OrdinaryAnswers(3.6, 5.2)
        {
            Fairness = 5,
            Care = [CareAnswer.Yes, CareAnswer.DidNotComeUp, CareAnswer.Yes, CareAnswer.Yes],
            Expects = [ExpectationAnswer.Hardly, ExpectationAnswer.RatherNot, ExpectationAnswer.RatherNot, ExpectationAnswer.Half],
        },
        Techniques = ["explaining-the-method", "taking-turns", "small-kindnesses", "quarrel-looked-at-again", "flash-card"],
        Expected =
        [
            Expect(3, StatedChance.RatherNot, StatedChance.Possibly),
            Expect(4, StatedChance.RatherNot, StatedChance.Hardly),
            Expect(7, StatedChance.RatherNot, StatedChance.Possibly),
            Expect(8, StatedChance.Possibly, StatedChance.AsLikelyAsNot),
            Expect(9, StatedChance.Possibly, null),
            Expect(10, StatedChance.RatherNot, StatedChance.AsLikelyAsNot),
            LeaveOpen(11),
            Expect(14, StatedChance.Hardly, StatedChance.RatherNot),
            Expect(16, StatedChance.Hardly, StatedChance.Possibly),
        ],
        FirstPhase =
        [
            new AssessPartner
            {
                Partner = Partner.A,
                EarlySchemas = Scores(("ab", 4.3), ("ss", 3.8), ("sb", 3.2), ("ma", 1.8)),
                SchemaModes = Scores(("abandoned-child", 3.9), ("reassurance-seeker", 3.7), ("healthy-adult", 4.0)),
                Motivation = 8,
                Hope = 6,
                SharedView = 7,
                Leaning = Leaning.In,
                ReasonToCome = "I never know whether I am being laughed with or kept out.",
            },
            new AssessPartner
            {
                Partner = Partner.B,
                EarlySchemas = Scores(("ma", 5.3), ("ds", 4.0), ("ei", 3.4), ("vh", 2.7)),
                SchemaModes = Scores(("vulnerable-child", 3.1), ("detached-protector", 2.8), ("punitive-parent", 3.3), ("healthy-adult", 3.7)),
                Comfort = Comfort(("imagery", 1), ("chair-work", 3), ("flash-card", 7)),
                Motivation = 4,
                Hope = 3,
                SharedView = 5,
                Leaning = Leaning.Undecided,
                ReasonToCome = "Nilo asked, and I wanted to see who you are.",
                PastRuptures =
                [
                    new PastRupture(PastRelation.EarlierTherapist, "What I had said alone came back at the next hour with all of us.", "To be asked first."),
                    new PastRupture(PastRelation.Caregiver, "Kindness was the time to be careful.", null),
                ],
                SlowBond = true,
                DiffersFromTherapist = "Another first language; grew up in homes, the therapist in a family.",
                WouldRatherNot = [AssessmentTopic.Trauma],
                NotKnownYet = NotYet(("own-words", "What the two mean by \"the weather\".")),
            },
            new SetOwnChain { Partner = Partner.B, EarlySchema = "ma", Chain = new OwnChain { ChildMode = "frightened-child", ParentMode = "punitive-parent", CopingMode = "funny-protector" } },
            new AssessCouple { YearsOfDistress = 6, ModeOfA = "reassurance-seeker", ModeOfB = "funny-protector", MovesFirst = Partner.A },
            new VoiceExpectation { Partner = Partner.B, Of = ExpectationOf.Therapist, Words = "That nothing I say alone is brought up when we are three." },
            new AnswerExpectation { Partner = Partner.B, Expectation = 1, Session = 1, Reply = ExpectationReply.Will, Words = "I will ask you each time, and no is an answer." },
            new StateExpectation { Partner = Partner.A, Expectation = ExpectationAnswer.Rather },
            new StateExpectation { Partner = Partner.B, Expectation = ExpectationAnswer.Hardly },
        ],
        Turns =
        [
            new Turn(1)
            {
                Occasions = ["first-session"],
                During = [new PlaceMark { Session = 1, Partner = Partner.B, Kind = MarkKind.Mode, Code = "funny-protector", EarlySchema = "ma" }],
                NoAnswerFrom = [Partner.B],
                After = [new PutOffCheckIn { Partner = Partner.B, Session = 1 }],
            },
            new Turn(2) { NoAnswerFrom = [Partner.B] },
            new Turn(3)
            {
                During = [new PlaceMark { Session = 3, Partner = Partner.B, Kind = MarkKind.Channel, Code = "timing", EarlySchema = "ma" }],
                NoAnswerFrom = [Partner.B],
            },
            new Turn(5) { During = [new PlaceMark { Session = 5, Partner = Partner.B, Kind = MarkKind.Marker, Code = "withdrawal-storytelling-or-topic-shift", EarlySchema = "ma" }] },
            new Turn(7) { B = form => form with { Task = 4, Goal = 4, Bond = 4 } },
            new Turn(8) { B = form => form with { Task = 4, Goal = 4, Bond = 4 } },
            new Turn(9)
            {
                Techniques = ["letter-to-a-part"],
                During = [new PlaceMark { Session = 9, Partner = Partner.B, Kind = MarkKind.Mode, Code = "funny-protector", EarlySchema = "ma", Strength = ReactionStrength.Strong }],
                B = form => form with { Task = 4, Goal = 4, Bond = 2, Safety = 2, Care = CareAnswer.KeptToMyself, Tension = Alone(4, "You read out my line to Nilo. You had not asked me.") },
                Debrief = debrief => debrief with { B = debrief.B with { Tension = true, GuessedBond = 4, Owed = "An hour alone, before we are three again." } },
                After =
                [
                    new NoteRupture
                    {
                        Rupture = Letter,
                        Session = 9,
                        Owner = RuptureOwner.B,
                        Source = RuptureSource.ReportedByPartner,
                        Formulation = new RuptureFormulation
                        {
                            Areas = [RuptureArea.Bond, RuptureArea.Task],
                            PrimaryArea = RuptureArea.Bond,
                            EarlySchemas = ["ma", "ds"],
                            PrimarySchema = "ma",
                            CopingMode = "funny-protector",
                            ChildMode = "frightened-child",
                            Expectation = 1,
                            Need = "To keep the say over what is told.",
                        },
                    },
                ],
            },
            new Turn(10)
            {
                Occasions = ["individual-session"],
                During =
                [
                    Step(Letter, 10, RepairStepKind.ThankedForTheRisk, Reception.NotSure),
                    Step(Letter, 10, RepairStepKind.OwnedWithoutDefence, Reception.Fitted),
                    Step(Letter, 10, RepairStepKind.Explored, Reception.NotSure) with { Contributions = [RepairContribution.Stayed] },
                    new KeepPromise { Partner = Partner.B, PromisedInSession = 9, Session = 10 },
                ],
                B = form => form with { Bond = 3, StillOpen = StillOpenAnswer.PartlyCleared },
            },
            new Turn(11)
            {
                During =
                [
                    Step(Letter, 11, RepairStepKind.ChangedTaskOrGoal, Reception.Fitted),
                    Step(Letter, 11, RepairStepKind.MetTheNeed, Reception.Fitted),
                    new ClaimRepair { Rupture = Letter, Session = 11 },
                ],
                B = form => form with { Bond = 4, StillOpen = StillOpenAnswer.PartlyCleared },
            },
            new Turn(12) { B = form => form with { Bond = 4, StillOpen = StillOpenAnswer.Nothing, Care = CareAnswer.Yes } },
            new Turn(13) { B = form => form with { Task = 5, Goal = 5, Bond = 4 } },
            new Turn(15)
            {
                B = form => form with { Bond = 4, Care = CareAnswer.KeptToMyself, Tension = Alone(2, "I laughed, and you wrote something down.") },
                After =
                [
                    new NoteRupture
                    {
                        Rupture = Pen,
                        Session = 15,
                        Owner = RuptureOwner.B,
                        Source = RuptureSource.ReportedByPartner,
                        Formulation = new RuptureFormulation { Areas = [RuptureArea.Bond], PrimaryArea = RuptureArea.Bond, EarlySchemas = ["ma"], PrimarySchema = "ma", CopingMode = "funny-protector" },
                    },
                ],
            },
            new Turn(16)
            {
                B = form => form with { Bond = 4, StillOpen = StillOpenAnswer.StillOpen },
                Debrief = debrief => debrief with { B = debrief.B with { Owed = "To show what I write, page by page." } },
            },
        ],
    };

    private static TensionAnswer Alone(int strength, string words) =>
        new() { Any = true, Strength = strength, Words = words, MaySpeak = SpeakPermission.OnlyWithMeAlone };
}
