using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Tests.Cases;

namespace Attune.Method.Tests.Repair;

/// <summary>
/// A couple's life as threads: within a thread the order is part of what happened, between threads it is chance. Six sessions are held; three ruptures
/// may be noted, the third of both.
/// </summary>
internal sealed record RandomRepairs(ImmutableArray<ImmutableArray<CaseEvent>> Threads)
{
    public const int Sessions = 6;

    private static readonly DateTimeOffset Start = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);

    private static readonly Gen<int> Session = Gen.Int[1, Sessions];

    private static readonly Gen<bool?> YesNo = Gen.Int[0, 2].Select(three => three == 0 ? (bool?)null : three == 1);

    /// <summary>The ruptures there may be, with whose they are.</summary>
    public static ImmutableArray<(RuptureId Id, RuptureOwner Owner)> Ruptures { get; } =
        [(Id(1), RuptureOwner.A), (Id(2), RuptureOwner.B), (Id(3), RuptureOwner.Both)];

    private static readonly Gen<ImmutableArray<CaseEvent>> Closing = Gen.Int[0, 3].Select(times => ImmutableArray.CreateRange(Enumerable.Range(0, times).Select(i =>
        i % 2 == 0 ? (CaseEvent)new CoupleClosed { At = Start, AfterSession = Sessions, Reason = ClosingReason.Pause } : new CoupleReopened { At = Start })));

    private static readonly Gen<ImmutableArray<ImmutableArray<CaseEvent>>> Talk = Gen.Select(
        Answers(Partner.A), Answers(Partner.B), Debriefs(Partner.A), Debriefs(Partner.B), Own(), Closing, Reactions(),
        (a, b, seenA, seenB, own, closing, reactions) => ImmutableArray.Create([.. a, .. b, .. seenA, .. seenB, .. own, closing, reactions]));

    /// <summary>Without a safety flag.</summary>
    public static Gen<RandomRepairs> Any { get; } = Gen.Select(Talk, Repair(0), Repair(1), Repair(2), (talk, first, second, third) => new RandomRepairs(
        [.. Enumerable.Range(1, Sessions).Select(Held), .. talk, first, second, third]));

    /// <summary>The threads taken together in the order that the draws give: who comes next is the draw among the threads not spent.</summary>
    public CoupleCase Woven(ImmutableArray<int> draws, Func<CaseEvent, bool>? withhold = null)
    {
        var left = Threads.Where(thread => !thread.IsEmpty).Select(thread => new Queue<CaseEvent>(thread)).ToList();
        var couple = new CoupleCase();
        for (var i = 0; left.Count > 0; i++)
        {
            var next = left[draws.IsEmpty ? 0 : draws[i % draws.Length] % left.Count];
            var happened = next.Dequeue();
            if (withhold?.Invoke(happened) == true)
                couple.Withhold(couple.LastNumber + 1);
            else
                couple.Apply(couple.LastNumber + 1, happened);
            if (next.Count == 0)
                left.Remove(next);
        }
        return couple;
    }

    private static ImmutableArray<CaseEvent> Held(int session) =>
        [new SessionHeld { At = Start, Session = session, StartedAt = Start.AddDays(7 * session) }];

    private static Gen<ImmutableArray<CaseEvent>[]> Answers(Partner partner) => Gen.Select(
        Gen.Frequency((3, RandomCourses.Answers.Select(one => (CheckInAnswers?)one)), (1, Gen.Const((CheckInAnswers?)null))).Array[Sessions],
        Gen.Enum<CareAnswer>().Array[Sessions], Gen.Enum<ExpectationAnswer>().Array[Sessions],
        (forms, care, expects) => forms.Select((form, i) => form is null
            ? []
            : ImmutableArray.Create<CaseEvent>(new CheckInAnswered
            {
                At = Start,
                Session = i + 1,
                Partner = partner,
                Answers = form with { CareAtHome = care[i], ExpectationAtHome = expects[i] },
            })).ToArray());

    private static Gen<ImmutableArray<CaseEvent>[]> Debriefs(Partner partner) => Gen.Select(Session, YesNo, Session, (session, owes, kept) => new[]
    {
        ImmutableArray.Create<CaseEvent>(
            new PartnerDebriefed { At = Start, Session = session, Partner = partner, Tension = owes, Owed = owes is null ? null : "A word." },
            new PromiseKept { At = Start, Partner = partner, PromisedInSession = kept, Session = kept }),
    });

    private static Gen<ImmutableArray<CaseEvent>[]> Own() => Gen.Select(Gen.Enum<Centre>().Array[Sessions], Gen.Enum<CareGiven>().Array[Sessions], (centre, care) =>
        centre.Select((at, i) => ImmutableArray.Create<CaseEvent>(
            new TherapistDebriefed { At = Start, Session = i + 1, AtCentre = at, GotCare = care[i] })).ToArray());

    private static Gen<ImmutableArray<CaseEvent>> Reactions() => Gen.Select(
        Gen.Select(Gen.Int[1, 3], Session, Gen.Enum<ReactionToward>(), Gen.Enum<Involvement>(), Gen.Enum<FeelingOf>()).Array[0, 4], YesNo, (noted, settled) =>
        ImmutableArray.CreateRange(noted.Select(one => (CaseEvent)new OwnReactionNoted
        {
            At = Start,
            Reaction = one.Item1,
            Session = one.Item2,
            Toward = one.Item3,
            Direction = one.Item4,
            WhoseFeeling = one.Item5,
        }).Append(new FeelingGuessSettled { At = Start, Reaction = 1, Confirmed = settled == true })));

    private static Gen<ImmutableArray<CaseEvent>> Repair(int rupture)
    {
        var (id, owner) = Ruptures[rupture];
        var noted = Gen.Select(Session, Gen.Enum<RuptureSource>(), Gen.Enum<RuptureArea>().Array[0, 2], (session, source, areas) => (CaseEvent)new RuptureNoted
        {
            At = Start,
            Rupture = id,
            Session = session,
            Owner = owner,
            Source = source,
            Formulation = new RuptureFormulation { Areas = [.. areas.Distinct()], PrimaryArea = areas.Length == 0 ? null : areas[0], NextTimeToPartner = "Wait." },
        });
        return Gen.Select(Gen.Int[0, 4], noted, After(id, owner).Array[0, 10], (there, first, later) => there == 0 ? [] : ImmutableArray.Create([first, .. later]));
    }

    private static Gen<CaseEvent> After(RuptureId id, RuptureOwner owner) => Gen.OneOf<CaseEvent>(
        Gen.Select(Gen.Int[1, 4], Session, Gen.Enum<RepairStepKind>(), Gen.Enum<Reception>()).Select((step, session, kind, taken) => (CaseEvent)new RepairStepTaken
        {
            At = Start,
            Rupture = id,
            Owner = owner,
            Step = step,
            Session = session,
            Kind = kind,
            Taken = taken,
            Contributions = kind == RepairStepKind.Recognised ? [RepairContribution.RaisedIt] : [],
        }),
        Gen.Select(Gen.Int[1, 4], Gen.Enum<WitnessReaction>()).Select((step, reaction) => (CaseEvent)new WitnessSeen
        {
            At = Start,
            Rupture = id,
            Step = step,
            Witness = owner == RuptureOwner.B ? Partner.A : Partner.B,
            Reaction = reaction,
        }),
        Session.Select(session => (CaseEvent)new RepairClaimed { At = Start, Rupture = id, Owner = owner, Session = session }),
        Session.Select(session => (CaseEvent)new RepairToldInTheRoom { At = Start, Rupture = id, Owner = owner, Session = session }),
        Gen.Const((CaseEvent)new RepairClaimWithdrawn { At = Start, Rupture = id, Owner = owner }),
        Gen.Const((CaseEvent)new RuptureStoryWritten { At = Start, Rupture = id, Owner = owner, Story = new RuptureStory("It went wrong.", "It touched you.", "Time.") }),
        Gen.Select(Gen.Enum<Partner>(), Gen.Enum<StoryFit>()).Select((who, fit) => (CaseEvent)new RuptureStoryAnswered { At = Start, Rupture = id, Partner = who, Fit = fit }),
        Gen.Select(Gen.Enum<Partner>(), Session, Gen.Enum<ReuseAnswer>()).Select((who, session, answer) =>
            (CaseEvent)new RepairReused { At = Start, Rupture = id, Partner = who, Session = session, Answer = answer }));

    private static RuptureId Id(int number) => new(new Guid(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
}
