using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.Tests.Cases;

/// <summary>Random forms and random logs that a couple's case can be made of.</summary>
internal static class RandomCourses
{
    private const int Sessions = 6;
    private const int Ruptures = 3;

    private static readonly Gen<Partner> Someone = Gen.Enum<Partner>();
    private static readonly Gen<int> Number = Gen.Int[1, Sessions];
    private static readonly Gen<int?> Rating = Maybe(Gen.Int[1, 7]);
    private static readonly Gen<string?> Words = Gen.OneOf(Gen.Const((string?)null), Gen.String[0, 12].Select(text => (string?)text.Replace('\uFFFD', '?')))
        .Where(text => text is null || !text.Any(char.IsSurrogate));

    private static readonly Gen<DateTimeOffset> Time =
        Gen.Int[0, 500_000].Select(minutes => new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.FromHours(1)).AddMinutes(minutes));

    private static readonly Gen<RuptureId> SomeRupture =
        Gen.Int[1, Ruptures].Select(number => new RuptureId(new Guid(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0)));

    private static readonly Gen<TensionAnswer?> Tension = Gen.Select(Gen.Int[0, 2], Maybe(Gen.Int[1, 5]), Maybe(Gen.Int[1, 5]), Words, Choice<SpeakPermission>())
        .Select((kind, strength, cleared, words, may) => kind switch
        {
            0 => null,
            1 => new TensionAnswer { Any = false },
            _ => new TensionAnswer { Any = true, Strength = strength, Cleared = cleared, Words = words, MaySpeak = may },
        });

    public static Gen<CheckInAnswers> Answers { get; } =
        from task in Rating
        from goal in Rating
        from bond in Rating
        from fairness in Rating
        from safety in Rating
        from tension in Tension
        from care in Choice<CareAnswer>()
        from expectation in Choice<ExpectationAnswer>()
        from open in Choice<StillOpenAnswer>()
        from since in Choice<SinceLastTimeAnswer>()
        select new CheckInAnswers
        {
            Task = task,
            Goal = goal,
            Bond = bond,
            Fairness = fairness,
            Safety = safety,
            Tension = tension,
            Care = care,
            Expectation = expectation,
            StillOpen = open,
            SinceLastTime = since,
        };

    /// <summary>One partner's forms over some sessions; null is no answer.</summary>
    public static Gen<CheckInAnswers?[]> Forms { get; } =
        Gen.Frequency((4, Answers.Select(one => (CheckInAnswers?)one)), (1, Gen.Const((CheckInAnswers?)null))).Array[0, 10];

    private static readonly Gen<RuptureFormulation> Formulation =
        from areas in Gen.Enum<RuptureArea>().Array[0, 3]
        from coping in Words
        from need in Words
        select new RuptureFormulation
        {
            Areas = [.. areas],
            PrimaryArea = areas.Length == 0 ? null : areas[0],
            EarlySchemas = ["ma"],
            CopingMode = coping,
            Need = need,
        };

    private static readonly Gen<CaseEvent> Opening = Gen.OneOf<CaseEvent>(
        Gen.Select(Time, Gen.Guid).Select((at, id) => (CaseEvent)new CoupleOpened { At = at, Couple = new CoupleId(id) }),
        Gen.Select(Time, Someone, Words).Select((at, who, name) => (CaseEvent)new PartnerIntroduced { At = at, Partner = who, Name = name ?? "" }),
        Gen.Select(Time, Someone, Gen.Double[1, 6], Gen.Int[0, 10]).Select((at, who, score, comfort) => (CaseEvent)new PartnerAssessed
        {
            At = at,
            Partner = who,
            EarlySchemas = ImmutableSortedDictionary<string, double>.Empty.Add("ed", score),
            Comfort = ImmutableSortedDictionary<string, int>.Empty.Add("chair-work", comfort),
            Hope = comfort,
        }),
        Gen.Select(Time, Someone, Gen.Enum<ExpectationAnswer>())
            .Select((at, who, expects) => (CaseEvent)new ExpectationStated { At = at, Partner = who, Expectation = expects }));

    private static readonly Gen<CaseEvent> InSession = Gen.OneOf<CaseEvent>(
        Gen.Select(Time, Number, Words).Select((at, session, aim) => (CaseEvent)new SessionPlanned { At = at, Session = session, Techniques = ["chair-work"], Aim = aim }),
        Gen.Select(Time, Number).Select((at, session) => (CaseEvent)new SessionHeld { At = at, Session = session, StartedAt = at }),
        Gen.Select(Time, Number, Someone, Rating, Words)
            .Select((at, session, who, task, owed) => (CaseEvent)new PartnerDebriefed { At = at, Session = session, Partner = who, Task = task, Owed = owed }),
        Gen.Select(Time, Number, Choice<Presence>(), Words)
            .Select((at, session, with, note) => (CaseEvent)new TherapistDebriefed { At = at, Session = session, WithA = with, Note = note }),
        Gen.Select(Time, Number, Someone, Answers)
            .Select((at, session, who, answers) => (CaseEvent)new CheckInAnswered { At = at, Session = session, Partner = who, Answers = answers }),
        Gen.Select(Time, Number, Someone).Select((at, session, who) => (CaseEvent)new CheckInPutOff { At = at, Session = session, Partner = who }));

    private static readonly Gen<RuptureOwner> Owner = Gen.Enum<RuptureOwner>();

    private static readonly Gen<CaseEvent> InRepair = Gen.OneOf<CaseEvent>(
        Gen.Select(Time, SomeRupture, Number, Owner, Formulation).Select((at, id, session, owner, formulation) => (CaseEvent)new RuptureNoted
        {
            At = at,
            Rupture = id,
            Session = session,
            Owner = owner,
            Source = RuptureSource.NoticedByTherapist,
            Formulation = formulation,
        }),
        Gen.Select(Time, SomeRupture, Owner, Formulation)
            .Select((at, id, owner, formulation) => (CaseEvent)new RuptureReformulated { At = at, Rupture = id, Owner = owner, Formulation = formulation }),
        Gen.Select(Time, SomeRupture, Owner, Words).Select((at, id, owner, why) => (CaseEvent)new RuptureSetAside { At = at, Rupture = id, Owner = owner, Why = why }),
        Gen.Select(Time, SomeRupture, Gen.Int[1, 4], Number, Gen.Enum<RepairStepKind>()).Select((at, id, step, session, kind) =>
            (CaseEvent)new RepairStepTaken { At = at, Rupture = id, Owner = RuptureOwner.A, Step = step, Session = session, Kind = kind }),
        Gen.Select(Time, SomeRupture, Gen.Int[1, 4], Someone, Gen.Enum<WitnessReaction>()).Select((at, id, step, who, reaction) =>
            (CaseEvent)new WitnessSeen { At = at, Rupture = id, Step = step, Witness = who, Reaction = reaction }),
        Gen.Select(Time, SomeRupture, Owner, Number)
            .Select((at, id, owner, session) => (CaseEvent)new RepairClaimed { At = at, Rupture = id, Owner = owner, Session = session }),
        Gen.Select(Time, SomeRupture, Owner, Number)
            .Select((at, id, owner, session) => (CaseEvent)new RepairToldInTheRoom { At = at, Rupture = id, Owner = owner, Session = session }));

    /// <summary>Any sequence of a couple's events: none is refused, whatever came before it.</summary>
    public static Gen<CaseEvent[]> Events { get; } = Gen.Frequency((1, Opening), (1, RandomEvents.Assessing), (4, InSession), (1, RandomEvents.AroundSessions), (1, RandomEvents.OwnSide), (1, RandomEvents.Noting),
            (1, RandomEvents.WhileLive), (2, InRepair), (1, RandomEvents.AfterRepair(SomeRupture))).Array[0, 60];

    private static Gen<T?> Maybe<T>(Gen<T> some) where T : struct => Gen.Frequency((3, some.Select(one => (T?)one)), (1, Gen.Const((T?)null)));

    private static Gen<T?> Choice<T>() where T : struct, Enum => Maybe(Gen.Enum<T>());
}
