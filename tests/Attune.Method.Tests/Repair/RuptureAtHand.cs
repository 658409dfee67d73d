using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.Tests.Repair;

/// <summary>One rupture in one case, told event by event, for what reads a repair beside its state.</summary>
internal sealed class RuptureAtHand
{
    private static readonly DateTimeOffset Start = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly List<CaseEvent> _events = [];
    private readonly RuptureOwner _owner;

    private RuptureAtHand(RuptureOwner owner) => _owner = owner;

    public static RuptureId Id { get; } = new(new Guid("00000000-0000-0000-0000-0000000000aa"));

    public static MethodCatalogue Catalogue => MethodCatalogue.BuiltIn;

    /// <summary>In session 3 of as many as are held.</summary>
    public static RuptureAtHand Of(
        RuptureOwner owner = RuptureOwner.A, RuptureFormulation? formulation = null, RuptureSource source = RuptureSource.NoticedByTherapist, int held = 3)
    {
        var told = new RuptureAtHand(owner);
        for (var session = 1; session <= held; session++)
            told.Then(new SessionHeld { At = Start, Session = session, StartedAt = Start.AddDays(7 * session) });
        return told.Then(new RuptureNoted { At = Start, Rupture = Id, Session = 3, Owner = owner, Source = source, Formulation = formulation ?? new() });
    }

    public RuptureAtHand Then(params ReadOnlySpan<CaseEvent> events)
    {
        _events.AddRange(events);
        return this;
    }

    public RuptureAtHand Step(
        RepairStepKind kind, int session = 3, WitnessReaction? witness = null, string? note = null, params ImmutableArray<RepairContribution> gave)
    {
        var step = _events.OfType<RepairStepTaken>().Count() + 1;
        Then(new RepairStepTaken { At = Start, Rupture = Id, Owner = _owner, Step = step, Session = session, Kind = kind, Note = note, Contributions = gave });
        return witness is { } reaction
            ? Then(new WitnessSeen { At = Start, Rupture = Id, Step = step, Witness = ((Partner)(int)_owner).Other(), Reaction = reaction })
            : this;
    }

    public RuptureAtHand Told(Partner partner, string? words, SpeakPermission? may, bool any = true) => Then(new CheckInAnswered
    {
        At = Start,
        Session = 3,
        Partner = partner,
        Answers = new CheckInAnswers { Tension = new TensionAnswer { Any = any, Strength = 4, Words = words, MaySpeak = may } },
    });

    public RuptureAtHand Story(string happened = "It went wrong.", string touched = "It touched you.", string needed = "You needed time.") =>
        Then(new RuptureStoryWritten { At = Start, Rupture = Id, Owner = _owner, Story = new RuptureStory(happened, touched, needed) });

    public RuptureAtHand Answer(Partner partner, StoryFit fit, RuptureStory? own = null) =>
        Then(new RuptureStoryAnswered { At = Start, Rupture = Id, Partner = partner, Fit = fit, InTheirWords = own });

    public RuptureAtHand Reused(Partner partner, int session, ReuseAnswer answer) =>
        Then(new RepairReused { At = Start, Rupture = Id, Partner = partner, Session = session, Answer = answer });

    public RuptureAtHand Flagged(Partner partner = Partner.B) =>
        Then(new SafetyFlagRaised { At = Start, Partner = partner, Concern = SafetyConcern.CoerciveControl });

    public RuptureAtHand Assessed(Partner partner, params (string Code, double Score)[] scores) => Then(new PartnerAssessed
    {
        At = Start,
        Partner = partner,
        EarlySchemas = scores.ToImmutableSortedDictionary(one => one.Code, one => one.Score, StringComparer.Ordinal),
    });

    public CoupleCase Case => CoupleCase.Fold(_events);

    public T Read<T>(Func<CoupleCase, RuptureRecord, T> read)
    {
        var couple = Case;
        return read(couple, couple.FindRupture(Id)!);
    }
}
