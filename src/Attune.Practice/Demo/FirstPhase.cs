using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Practice.Assessing;
using Attune.Practice.Couples;
using static Attune.Practice.Demo.DemoCaseload;

namespace Attune.Practice.Demo;

/// <summary>
/// What the first phase brought of Alma and Bo. Alma hopes to be seen and goes along, Bo keeps watch and draws back; each takes the other's way for the
/// proof of what they expect. Bo's question about the written notes was never answered.
/// </summary>
internal static class FirstPhase
{
    public static IEnumerable<CoupleCommand> Told()
    {
        yield return new AssessPartner
        {
            Partner = Partner.A,
            EarlySchemas = Scores(("ei", 4.8), ("ed", 4.6), ("sb", 3.2), ("ds", 2.8), ("fa", 2.1), ("us", 2.4), ("ma", 1.6)),
            SchemaModes = Scores(("vulnerable-child", 4.1), ("angry-child", 2.2), ("compliant-surrender", 4.3), ("detached-protector", 3.4), ("demanding-parent", 2.6), ("healthy-adult", 3.8)),
            Comfort = Comfort(("chair-work", 2), ("imagery", 4), ("letter-to-a-part", 8)),
            Motivation = 7,
            Hope = 5,
            SharedView = 6,
            ReasonToCome = "We are polite with each other, and I am lonely.",
            ExpectsOfTherapy = "To be asked before things are decided.",
            Injuries = ["The week my mother lay in hospital, when he went on his trip all the same."],
            PastRuptures =
            [
                new PastRupture(PastRelation.EarlierTherapist, "I stopped going and said that I had no time.", "Somebody asking me what had happened."),
                new PastRupture(PastRelation.Caregiver, "It was never spoken of again.", null),
            ],
            SlowBond = true,
        };
        yield return new AssessPartner
        {
            Partner = Partner.B,
            EarlySchemas = Scores(("ma", 4.5), ("us", 3.6), ("ei", 3.1), ("ab", 2.2), ("pu", 2.9), ("ed", 2.0)),
            SchemaModes = Scores(("vulnerable-child", 2.4), ("angry-child", 2.6), ("detached-protector", 3.6), ("suspicious-overcontroller", 4.2), ("demanding-parent", 3.7), ("healthy-adult", 3.9)),
            Comfort = Comfort(("chair-work", 6), ("homework", 7)),
            Motivation = 5,
            Hope = 4,
            SharedView = 4,
            ReasonToCome = "She asked me to.",
            Injuries = ["That she told her sister before she told me."],
            NotKnownYet = ImmutableSortedDictionary<string, string>.Empty.Add("work-and-time", "What the two moves for his work cost him; he says nothing of it."),
        };
        yield return new AssessCouple { YearsOfDistress = 7, ModeOfA = "vulnerable-child", ModeOfB = "detached-protector", MovesFirst = Partner.A };
        yield return new VoiceExpectation { Partner = Partner.A, Of = ExpectationOf.Therapist, Words = "That you ask me before we do something new.", ByWhen = "from the start" };
        yield return new AnswerExpectation { Partner = Partner.A, Expectation = 1, Session = 1, Reply = ExpectationReply.Will, Words = "I will ask, and you may say no." };
        yield return new VoiceExpectation { Partner = Partner.B, Of = ExpectationOf.Therapist, Words = "To know what you write down about me, and who reads it." };
    }
}
