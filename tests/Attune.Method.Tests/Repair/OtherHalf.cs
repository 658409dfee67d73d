using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Method.Tests.Cases;

namespace Attune.Method.Tests.Repair;

/// <summary>Everything that B can be, say and do beside a rupture of A, or of both: name, scores, forms, ruptures, attention, flags.</summary>
internal static class OtherHalf
{
    private static readonly DateTimeOffset At = new(2026, 6, 8, 9, 0, 0, TimeSpan.Zero);

    private static readonly RuptureId Another = new(new Guid("00000000-0000-0000-0000-0000000000bb"));

    private static readonly Gen<string> Words = Gen.Char["bcdfghjklmnpqrstvwxz "].Array[9, 40].Select(letters => "Q" + new string(letters));

    private static readonly Gen<int> Session = Gen.Int[1, 6];

    private static readonly Gen<CaseEvent> Deed = Gen.OneOf<CaseEvent>(
        Words.Select(name => (CaseEvent)new PartnerIntroduced { At = At, Partner = Partner.B, Name = name }),
        Gen.Double[1, 6].Select(score => (CaseEvent)new PartnerAssessed
        {
            At = At,
            Partner = Partner.B,
            EarlySchemas = ImmutableSortedDictionary<string, double>.Empty.Add("ma", score),
        }),
        Gen.Select(Session, RandomCourses.Answers).Select((session, answers) =>
            (CaseEvent)new CheckInAnswered { At = At, Session = session, Partner = Partner.B, Answers = answers }),
        Gen.Select(Session, Words).Select((session, words) => (CaseEvent)new PartnerDebriefed { At = At, Session = session, Partner = Partner.B, Owed = words }),
        Gen.Select(Session, Words).Select((session, need) => (CaseEvent)new RuptureNoted
        {
            At = At,
            Rupture = Another,
            Session = session,
            Owner = RuptureOwner.B,
            Source = RuptureSource.ReportedByPartner,
            Formulation = new RuptureFormulation { Need = need },
        }),
        Gen.Select(Gen.Int[1, 2], Gen.Enum<WitnessReaction>()).Select((step, reaction) =>
            (CaseEvent)new WitnessSeen { At = At, Rupture = RuptureAtHand.Id, Step = step, Witness = Partner.B, Reaction = reaction }),
        Gen.Select(Session, Gen.Enum<ReuseAnswer>(), Words).Select((session, answer, words) => (CaseEvent)new RepairReused
        {
            At = At,
            Rupture = RuptureAtHand.Id,
            Partner = Partner.B,
            Session = session,
            Answer = answer,
            Words = words,
        }),
        Gen.Select(Session, Words).Select((session, words) => (CaseEvent)new ContinuingDoubted { At = At, Partner = Partner.B, Session = session, Words = words }),
        Gen.Enum<SafetyConcern>().Select(concern => (CaseEvent)new SafetyFlagRaised { At = At, Partner = Partner.B, Concern = concern }));

    private static readonly Gen<CaseEvent> StoryAnswer = Gen.Select(Gen.Enum<StoryFit>(), Words).Select((fit, words) => (CaseEvent)new RuptureStoryAnswered
    {
        At = At,
        Rupture = RuptureAtHand.Id,
        Partner = Partner.B,
        Fit = fit,
        InTheirWords = new RuptureStory(words, words, words),
    });

    /// <summary>What B may have done; of a rupture of both, B has an answer to the story too.</summary>
    public static Gen<CaseEvent[]> Any(RuptureOwner owner) =>
        (owner == RuptureOwner.Both ? Gen.OneOf(Deed, StoryAnswer) : Gen.Frequency((4, Deed), (1, StoryAnswer))).Array[0, 12];
}
