using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Practice.Asking;
using Attune.Practice.Assessing;
using Attune.Practice.Continuing;
using Attune.Practice.Holding;
using Attune.Practice.Repairing;
using static Attune.Practice.Demo.DemoCaseload;

namespace Attune.Practice.Demo;

/// <summary>
/// Marit has carried the two of them for years and is running out of hope; Oskar came because she asked, and is behind glass when it matters. Two sessions
/// without any form, a session that fell out, tasks for home of which half came to something; both are moving away, and Oskar is owed something.
/// </summary>
internal static class MaritAndOskar
{
    private static readonly RuptureId HopeForTwo = Rupture(0xf7);

    public static CoupleScript Script { get; } = new(Couple(5), "Marit", "Oskar", Sessions: 8)
    {
        DaysAgo = 6,
        Hour = 11,
        OfA = new OrdinaryAnswers(6, 5) { Expects = [ExpectationAnswer.Rather, ExpectationAnswer.Half, ExpectationAnswer.RatherNot, ExpectationAnswer.RatherNot] },
        OfB = new OrdinaryAnswers(4, 4)
        {
            Fairness = 5,
            Care = [CareAnswer.DidNotComeUp, CareAnswer.DidNotComeUp, CareAnswer.Partly],
            Expects = [ExpectationAnswer.Half, ExpectationAnswer.RatherNot],
        },
        Techniques = ["mode-cards", "taking-turns", "feeling-words", "small-kindnesses"],
        WeekOutAfter = [5],
        FirstPhase =
        [
            new AssessPartner
            {
                Partner = Partner.A,
                EarlySchemas = Scores(("ss", 5.0), ("us", 4.1), ("ed", 3.8), ("ab", 3.0)),
                SchemaModes = Scores(("hyper-autonomous", 4.2), ("unseen-child", 4.0), ("guilt-inducing-parent", 3.6), ("healthy-adult", 4.1)),
                Comfort = Comfort(("homework", 9), ("taking-turns", 7)),
                Motivation = 9,
                Hope = 6,
                SharedView = 6,
                Leaning = Leaning.In,
                ReasonToCome = "I have read every book. I should like to read one of them together.",
                Injuries = ["The year in which I wrote him a letter every month, and found them in one pile."],
            },
            new AssessPartner
            {
                Partner = Partner.B,
                EarlySchemas = Scores(("fa", 4.6), ("ei", 4.3), ("ds", 3.9), ("np", 3.1)),
                SchemaModes = Scores(("detached-protector", 5.0), ("ashamed-child", 3.8), ("demanding-parent", 3.7), ("healthy-adult", 3.2)),
                Comfort = Comfort(("homework", 1), ("feeling-words", 2)),
                Motivation = 3,
                Hope = 3,
                SharedView = 4,
                Leaning = Leaning.Undecided,
                ReasonToCome = "I was asked to. I am no good at this.",
                WouldRatherNot = [AssessmentTopic.Injuries],
                NotKnownYet = NotYet(("friends", "With whom he talks, and about what.")),
            },
            new AssessCouple { YearsOfDistress = 9, ModeOfA = "hyper-autonomous", ModeOfB = "detached-protector", MovesFirst = Partner.A },
            new VoiceExpectation { Partner = Partner.B, Of = ExpectationOf.Therapist, Words = "That I am not set tasks which I then have not done.", ByWhen = "soon" },
            new StateExpectation { Partner = Partner.A, Expectation = ExpectationAnswer.Rather },
            new StateExpectation { Partner = Partner.B, Expectation = ExpectationAnswer.Half },
        ],
        Turns =
        [
            new Turn(1)
            {
                Occasions = ["first-session"],
                After = [new AgreeHomeTask { Session = 1, For = RuptureOwner.Both, Words = "Ten minutes in the evening, in turns, without advice." }],
            },
            new Turn(2)
            {
                Occasions = ["homework-review"],
                During = [new ReviewHomeTask { Task = 1, Partner = Partner.A, Session = 2, Outcome = HomeTaskOutcome.Done }, new ReviewHomeTask { Task = 1, Partner = Partner.B, Session = 2, Outcome = HomeTaskOutcome.Not }],
            },
            new Turn(3) { NoAnswerFrom = [Partner.A, Partner.B] },
            new Turn(4)
            {
                During = [new PlaceMark { Session = 4, Partner = Partner.B, Kind = MarkKind.Marker, Code = "withdrawal-minimal-response", EarlySchema = "fa" }],
                A = form => form with { Bond = 6 },
                B = form => form with { Task = 4, Goal = 4, Bond = 4 },
                After = [new AgreeHomeTask { Session = 4, For = RuptureOwner.B, Words = "One thing that was too much, said in three words." }],
            },
            new Turn(5)
            {
                During = [new ReviewHomeTask { Task = 2, Partner = Partner.B, Session = 5, Outcome = HomeTaskOutcome.Done }],
                A = form => form with { Task = 5, Goal = 5, Bond = 6 },
                B = form => form with { Task = 4, Goal = 4, Bond = 4, Care = CareAnswer.Yes },
                Debrief = debrief => debrief with { Own = debrief.Own with { GotCare = CareGiven.B } },
                After = [new AgreeHomeTask { Session = 5, For = RuptureOwner.Both, Words = "One walk without the telephone." }],
            },
            new Turn(6)
            {
                Occasions = ["after-a-gap"],
                Before = [new MissSession { How = MissedHow.Cancelled, Whose = RuptureOwner.B, Reason = "Work, he wrote, an hour before." }],
                NoAnswerFrom = [Partner.A, Partner.B],
            },
            new Turn(7)
            {
                Techniques = ["homework"],
                Occasions = ["homework-review"],
                During = [new ReviewHomeTask { Task = 3, Partner = Partner.A, Session = 7, Outcome = HomeTaskOutcome.Partly }, new ReviewHomeTask { Task = 3, Partner = Partner.B, Session = 7, Outcome = HomeTaskOutcome.NeverReallyAgreed }],
                A = form => form with { Task = 5, Goal = 4, Bond = 5, Care = CareAnswer.Partly },
                B = form => form with { Task = 3, Goal = 4, Bond = 3, Care = CareAnswer.No },
                Debrief = debrief => debrief with
                {
                    A = debrief.A with { Tension = true },
                    B = debrief.B with { Tension = true, Ease = Ease.Effort, Owed = "To say that the task was mine and not his, and to set none this week." },
                    Own = debrief.Own with { WithB = Presence.FarFrom, AtCentre = Centre.TheMethod, GotCare = CareGiven.Neither },
                },
                After =
                [
                    new SeeHopeFading { Partner = Partner.A, Session = 7 },
                    new NoteRupture
                    {
                        Rupture = HopeForTwo,
                        Session = 7,
                        Owner = RuptureOwner.A,
                        Source = RuptureSource.NoticedByTherapist,
                        Formulation = new RuptureFormulation
                        {
                            Areas = [RuptureArea.Goal],
                            PrimaryArea = RuptureArea.Goal,
                            EarlySchemas = ["ss"],
                            PrimarySchema = "ss",
                            CopingMode = "hyper-autonomous",
                            ChildMode = "unseen-child",
                            Need = "That somebody else carries it for one hour.",
                        },
                    },
                ],
            },
            new Turn(8)
            {
                During = [Step(HopeForTwo, 8, RepairStepKind.Recognised, Reception.NotSure, WitnessReaction.TurnedAway)],
                A = form => form with { Task = 4, Goal = 3, Bond = 4, SinceLastTime = SinceLastTimeAnswer.MadeNoDifference, StillOpen = StillOpenAnswer.StillOpen },
                B = form => form with { Task = 3, Goal = 4, Bond = 2, SinceLastTime = SinceLastTimeAnswer.RatherSayItAlone, Care = CareAnswer.Partly },
                After = [new DoubtContinuing { Partner = Partner.A, Session = 8, Words = "I do not know whether I can go on hoping for two." }],
            },
        ],
    };
}
