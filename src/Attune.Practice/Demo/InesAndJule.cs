using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Practice.Assessing;
using Attune.Practice.Live;
using Attune.Practice.Repairing;
using Attune.Practice.Therapists;
using Attune.Signals.Simulation;
using static Attune.Practice.Demo.DemoCaseload;

namespace Attune.Practice.Demo;

/// <summary>
/// Ines fills a room with light, and the therapist likes to stand in it. Jule learned early that there is not enough for her, and watches to whom it
/// goes. In session 5 her fairness answer alone says so, and Ines is on her way out too. The repair is made with Ines looking on.
/// </summary>
internal static class InesAndJule
{
    private static readonly RuptureId Unseen = Rupture(0xf2);

    public static CoupleScript Script { get; } = new(Couple(2), "Ines", "Jule", Sessions: 16)
    {
        DaysAgo = 2,
        Hour = 9,
        OfA = new OrdinaryAnswers(6, 6) { Expects = [ExpectationAnswer.Rather, ExpectationAnswer.Half, ExpectationAnswer.Rather, ExpectationAnswer.Surely] },
        OfB = new OrdinaryAnswers(5, 6) { Expects = [ExpectationAnswer.RatherNot, ExpectationAnswer.RatherNot, ExpectationAnswer.Half, ExpectationAnswer.Rather] },
        Techniques = ["mode-map-of-the-cycle", "feeling-words", "connecting-dialogue", "needs-and-wants", "appreciations"],
        WeekOutAfter = [9],
        Expected =
        [
            Expect(2, StatedChance.Hardly, StatedChance.RatherNot),
            Expect(3, StatedChance.Hardly, StatedChance.RatherNot),
            Expect(4, StatedChance.RatherNot, StatedChance.Possibly),
            Expect(5, StatedChance.Hardly, StatedChance.RatherNot),
            Expect(6, StatedChance.RatherNot, StatedChance.AsLikelyAsNot),
            Expect(7, StatedChance.Hardly, StatedChance.Possibly),
            LeaveOpen(8),
            Expect(10, StatedChance.RatherNot, StatedChance.RatherNot),
            Expect(13, StatedChance.Hardly, StatedChance.Hardly),
            Expect(15, StatedChance.Hardly, StatedChance.RatherNot),
        ],
        FirstPhase =
        [
            new AssessPartner
            {
                Partner = Partner.A,
                EarlySchemas = Scores(("as", 4.7), ("et", 3.4), ("ed", 3.1), ("us", 3.0), ("is", 2.6)),
                SchemaModes = Scores(("attention-seeker", 4.4), ("self-aggrandizer", 3.6), ("vulnerable-child", 2.9), ("healthy-adult", 4.2)),
                Comfort = Comfort(("imagery", 8), ("homework", 5)),
                Motivation = 8,
                Hope = 7,
                SharedView = 6,
                Leaning = Leaning.In,
                ReasonToCome = "I light up everywhere but at home.",
                ExpectsOfTherapy = "That it gets easy between us again.",
            },
            new AssessPartner
            {
                Partner = Partner.B,
                EarlySchemas = Scores(("ed", 5.2), ("ds", 4.1), ("ss", 3.9), ("ab", 3.3), ("ei", 2.8)),
                SchemaModes = Scores(("lonely-child", 4.6), ("detached-protector", 4.0), ("compliant-surrender", 3.2), ("demanding-parent", 2.9), ("healthy-adult", 3.6)),
                Comfort = Comfort(("imagery", 5), ("homework", 7), ("appreciations", 3)),
                Motivation = 7,
                Hope = 5,
                SharedView = 7,
                Leaning = Leaning.In,
                ReasonToCome = "I would like to be asked how I am before I have to say it.",
                Injuries = ["The evening of my examination, which became an evening about her."],
                PastRuptures = [new PastRupture(PastRelation.EarlierTherapist, "She laughed more with my sister, so I let the two of them talk.", "That she had looked at me once and said: and you?")],
                NotKnownYet = NotYet(("roles", "Who in this house may need something first.")),
            },
            new AssessCouple { YearsOfDistress = 4, ModeOfA = "attention-seeker", ModeOfB = "detached-protector", MovesFirst = Partner.B },
            new VoiceExpectation { Partner = Partner.B, Of = ExpectationOf.Therapist, Words = "That you do not end up on her side.", ByWhen = "all along" },
            new AnswerExpectation { Partner = Partner.B, Expectation = 1, Session = 1, Reply = ExpectationReply.Will, Words = "I may miss it one day. Then I want to hear it." },
            new Asking.StateExpectation { Partner = Partner.A, Expectation = ExpectationAnswer.Surely },
            new Asking.StateExpectation { Partner = Partner.B, Expectation = ExpectationAnswer.RatherNot },
        ],
        Turns =
        [
            new Turn(2) { B = form => form with { Task = 5, Goal = 5, Bond = 5 } },
            new Turn(3)
            {
                During = [DrawnTo(3, ReactionStrength.Subtle)],
                A = form => form with { Task = 6, Goal = 6, Bond = 6 },
                B = form => form with { Task = 5, Goal = 5, Bond = 5 },
                Debrief = debrief => debrief with { Own = debrief.Own with { WithA = Presence.TooClose, GotCare = CareGiven.A } },
            },
            new Turn(4)
            {
                A = form => form with { Task = 6, Goal = 6, Bond = 5, Care = CareAnswer.Partly },
                B = form => form with { Task = 5, Goal = 5, Bond = 5 },
                Debrief = debrief => debrief with { Own = debrief.Own with { WithA = Presence.TooClose, WithB = Presence.FarFrom, AtCentre = Centre.A, GotCare = CareGiven.A } },
            },
            new Turn(5)
            {
                Occasions = ["praise-of-one"],
                During = [DrawnTo(5, ReactionStrength.Strong), new Holding.PlaceMark { Session = 5, Partner = Partner.B, Kind = MarkKind.Channel, Code = "eyes" }],
                A = form => form with { Task = 6, Goal = 6, Bond = 4, Care = CareAnswer.No },
                B = form => form with { Task = 5, Goal = 5, Bond = 5, Fairness = 3, Care = CareAnswer.KeptToMyself },
                Debrief = debrief => debrief with { Own = debrief.Own with { WithA = Presence.TooClose, WithB = Presence.FarFrom, AtCentre = Centre.Me, GotCare = CareGiven.A } },
                After =
                [
                    new TraceReaction { Reaction = 4, WhatADid = "She told the story to me, and it was a good story.", WhatBDid = "She smiled, and looked at the window.", WhatItTells = "Whoever shines gets the room; the other one makes herself small." },
                    new NoteRupture
                    {
                        Rupture = Unseen,
                        Session = 5,
                        Owner = RuptureOwner.B,
                        Source = RuptureSource.InferredFromRatings,
                        Formulation = new RuptureFormulation
                        {
                            Areas = [RuptureArea.Bond],
                            PrimaryArea = RuptureArea.Bond,
                            EarlySchemas = ["ed", "ds"],
                            PrimarySchema = "ed",
                            CopingMode = "detached-protector",
                            ChildMode = "lonely-child",
                            Occasion = "praise-of-one",
                            Expectation = 1,
                            Need = "To be looked for before she has to ask.",
                            NextTimeToTherapist = "I have gone quiet. Will you look for me?",
                            NextTimeToPartner = "I should like to tell mine as well.",
                        },
                    },
                ],
            },
            new Turn(6)
            {
                Techniques = ["how-is-it-with-me"],
                During =
                [
                    Step(Unseen, 6, RepairStepKind.Recognised, Reception.NotSure, WitnessReaction.Stayed),
                    Step(Unseen, 6, RepairStepKind.OwnedWithoutDefence, Reception.Fitted, WitnessReaction.TookItAsSiding),
                    Step(Unseen, 6, RepairStepKind.HeldTheWitness, Reception.Fitted, WitnessReaction.Stayed),
                    Step(Unseen, 6, RepairStepKind.Validated, Reception.Fitted, WitnessReaction.Stayed),
                ],
                A = form => form with { Bond = 5 },
                B = form => form with { Task = 5, Goal = 5, Bond = 5, Fairness = 4, StillOpen = StillOpenAnswer.PartlyCleared },
                Debrief = debrief => debrief with { B = debrief.B with { Tension = true, Owed = "To say it myself when I have drifted, before she has to." } },
            },
            new Turn(7)
            {
                Techniques = ["saying-back"],
                During =
                [
                    Step(Unseen, 7, RepairStepKind.ThankedForTheRisk, Reception.Fitted, WitnessReaction.Stayed) with { Contributions = [RepairContribution.RaisedIt, RepairContribution.SaidWhatWasNeeded] },
                    Step(Unseen, 7, RepairStepKind.LinkedToThePast, Reception.Fitted, WitnessReaction.Stayed) with { LinkFoundBy = LinkFinder.Partner, LinkSpecific = 3 },
                    Step(Unseen, 7, RepairStepKind.DisclosedJudiciously, Reception.Fitted, WitnessReaction.JoinedIn) with { WhoseNeed = DisclosureNeed.OfB, SaidTo = RuptureOwner.Both },
                    Step(Unseen, 7, RepairStepKind.MetTheNeed, Reception.Fitted, WitnessReaction.Stayed),
                    new ClaimRepair { Rupture = Unseen, Session = 7 },
                ],
                B = form => form with { Bond = 5, Fairness = 5, Care = CareAnswer.Yes, StillOpen = StillOpenAnswer.Nothing },
                After =
                [
                    new WriteRuptureStory
                    {
                        Rupture = Unseen,
                        Story = new RuptureStory(
                            "I was taken up with what Ines told, and for three hours I hardly looked for you.",
                            "It touched what you know: that there is enough for others. It makes sense that you looked away and waited.",
                            "You needed me to come and look for you."),
                    },
                    new AnswerRuptureStory { Rupture = Unseen, Partner = Partner.B, Fit = StoryFit.Fits },
                ],
            },
            new Turn(8)
            {
                During = [new KeepPromise { Partner = Partner.B, PromisedInSession = 6, Session = 8 }],
                B = form => form with { Bond = 5, StillOpen = StillOpenAnswer.Nothing, Care = CareAnswer.Yes },
            },
            new Turn(10)
            {
                Occasions = ["after-a-gap"],
                During = [new NoteReuse { Rupture = Unseen, Partner = Partner.B, Session = 10, Answer = ReuseAnswer.UsedAndHelped, Words = "I said at supper that I had one to tell as well." }],
            },
            new Turn(12)
            {
                Debrief = debrief => debrief with { Own = debrief.Own with { WithA = Presence.TooClose, Note = "Caught it inside the hour, and asked Jule next." } },
            },
            new Turn(16)
            {
                Occasions = ["absence-ahead"],
                Aim = "What each of them takes along into the weeks without us.",
                Before = [new AgreeToHeart { Partner = Partner.A, Agreed = true }, new AgreeToHeart { Partner = Partner.B, Agreed = true }],
                Live = WithoutUs,
            },
        ],
    };

    // The farewell is Ines's, and it is a good one. Jule looks at the door; half a minute later the therapist's rate is up, and is brought down again.
    private static LiveStory WithoutUs => new(
        new HeartCourse(TimeSpan.FromMinutes(48.5), 70) { Rises = [new HeartRise(TimeSpan.FromMinutes(28.5), 115, TimeSpan.FromMinutes(3.5)) { Falling = TimeSpan.FromMinutes(3) }] },
        [
            new LiveItem.Technique { At = At(6, 0), Code = "mode-map-of-the-cycle" },
            new LiveItem.Mark { At = At(14, 20), Partner = Partner.A, What = MarkKind.Mode, Code = "attention-seeker" },
            new LiveItem.Feeling { At = At(18, 5), Code = "too-close", Toward = ReactionToward.A },
            new LiveItem.Mark { At = At(29, 40), Partner = Partner.B, What = MarkKind.Channel, Code = "eyes" },
            new LiveItem.Mark { At = At(29, 55), Partner = Partner.B, What = MarkKind.Marker, Code = "withdrawal-minimal-response", Strong = true },
            new LiveItem.Mark { At = At(33, 10), Partner = Partner.A, What = MarkKind.Channel, Code = "tone" },
            new LiveItem.Feeling { At = At(33, 20), Code = "anxious", Toward = ReactionToward.B, Strong = true },
            new LiveItem.OwnState { At = At(33, 15), What = OwnStateKind.Sense, Code = "see-narrow" },
            new LiveItem.OwnState { At = At(33, 40), What = OwnStateKind.Check, Code = "reactive" },
            new LiveItem.Steadied { At = At(35, 20), Exercise = "breathing", Lasted = 90_000, Ended = SteadyingEnd.TimeUp, Choice = SteadyingChoice.SlowTheRoom },
            new LiveItem.Missing { At = At(35, 30), Code = "curious" },
            new LiveItem.Whose { At = At(35, 40), Of = FeelingOf.BUnspoken },
            new LiveItem.Technique { At = At(36, 0), Code = "slow-the-room" },
            new LiveItem.Mark { At = At(41, 30), Partner = Partner.B, What = MarkKind.Mode, Code = "vulnerable-child" },
        ])
    {
        OfA = new HeartCourse(TimeSpan.FromMinutes(48), 76) { Rises = [new HeartRise(TimeSpan.FromMinutes(12), 98, TimeSpan.FromMinutes(4))] },
        OfB = new HeartCourse(TimeSpan.FromMinutes(48), 66) { Rises = [new HeartRise(TimeSpan.FromMinutes(26.5), 112, TimeSpan.FromMinutes(4))] },
        Lost = (TimeSpan.FromMinutes(43), TimeSpan.FromMinutes(44.2)),
    };

    /// <summary>ms since the session began.</summary>
    private static double At(int minutes, int seconds) => ((minutes * 60) + seconds) * 1_000;

    private static NoteOwnReaction DrawnTo(int session, ReactionStrength strength) => new()
    {
        Session = session,
        Toward = ReactionToward.A,
        Direction = Involvement.Over,
        Strength = strength,
        OwnSchema = "si",
        Into = TimeSpan.FromMinutes(18),
        WhoseFeeling = FeelingOf.Mine,
    };
}
