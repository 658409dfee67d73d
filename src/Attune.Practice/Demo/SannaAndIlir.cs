using Attune.Method.Cases;
using Attune.Practice.Asking;
using Attune.Practice.Assessing;
using Attune.Practice.Planning;
using Attune.Practice.Safety;
using static Attune.Practice.Demo.DemoCaseload;

namespace Attune.Practice.Demo;

/// <summary>New: the cycle is sketched, Sanna has been asked a part of it, Ilir almost nothing. No session has been held.</summary>
internal static class SannaAndIlir
{
    public static CoupleScript Script { get; } = new(Couple(6), "Sanna", "Ilir", Sessions: 0)
    {
        DaysAgo = -5,
        Hour = 15,
        FirstPhase =
        [
            new AssessCouple
            {
                YearsOfDistress = 2,
                ModeOfA = "angry-child",
                MovesFirst = Partner.A,
                NotKnownYet = NotYet(("language", "In which of their three languages they quarrel, and in which they make up."), ("faith", "What each of the two families hopes for the child.")),
            },
            new AssessPartner
            {
                Partner = Partner.A,
                EarlySchemas = Scores(("ab", 4.4), ("ss", 3.6)),
                Motivation = 8,
                ReasonToCome = "Since the child came we pass each other like two shifts.",
                NotKnownYet = NotYet(("work-and-time", "Who gave up what when they moved.")),
            },
            new AssessPartner { Partner = Partner.B, ReasonToCome = "The same, I think. She says it better.", WouldRatherNot = [AssessmentTopic.Trauma] },
            new VoiceExpectation { Partner = Partner.B, Of = ExpectationOf.Therapy, Words = "That we laugh again.", ByWhen = "before the summer" },
            new ScreenSafety { Partner = Partner.A, Alone = true },
            new StateExpectation { Partner = Partner.A, Expectation = ExpectationAnswer.Rather },
            new PlanSession { Session = 1, Techniques = ["explaining-the-method"], Occasions = ["first-session"], Aim = "That both have said what would make it worth their while." },
        ],
    };
}
