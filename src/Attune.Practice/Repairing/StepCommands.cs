using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Practice.Couples;
using Attune.Practice.Planning;
using Attune.Practice.Refusals;

namespace Attune.Practice.Repairing;

/// <summary>A step of the repair, as it happened: planning may advise, recording takes everything.</summary>
public sealed record TakeRepairStep : RuptureCommand
{
    public required int Session { get; init; }

    public required RepairStepKind Kind { get; init; }

    public Reception? Taken { get; init; }

    public string? Note { get; init; }

    /// <summary>How the watching partner took it; null when not noted, or when the rupture is both partners'.</summary>
    public WitnessReaction? Witness { get; init; }

    /// <summary>Of a link to the past.</summary>
    public LinkFinder? LinkFoundBy { get; init; }

    /// <summary>Of a link to the past: 1 (a general pattern) to 3 (one remembered moment).</summary>
    public int? LinkSpecific { get; init; }

    /// <summary>Of a disclosure.</summary>
    public DisclosureNeed? WhoseNeed { get; init; }

    /// <summary>Of a disclosure.</summary>
    public RuptureOwner? SaidTo { get; init; }

    /// <summary>What the partner gave to the repair.</summary>
    public ImmutableArray<RepairContribution> Contributions { get; init; } = [];

    private protected override Decision Decide(CoupleCase couple, RuptureRecord rupture, DateTimeOffset at)
    {
        if (!SessionRules.IsHeld(couple, Session))
            return Decision.No(SessionRules.NotHeld(Session));
        var check = new Check()
            .Defined<RepairStepKind>(Kind, "Kind", "The step")
            .Defined(Taken, "Taken", "How it was taken")
            .Defined(Witness, "Witness", "How the watching partner took it")
            .NotLonger(Note, 2_000, "Note", "The note")
            .Defined(LinkFoundBy, "LinkFoundBy", "Who found the link")
            .Within(LinkSpecific, 1, 3, "LinkSpecific", "How specific the link was")
            .Defined(WhoseNeed, "WhoseNeed", "Whose need it was")
            .Defined(SaidTo, "SaidTo", "To whom it was said")
            .That(Contributions.All(Enum.IsDefined), RuptureRefusals.NoSuchContribution);
        if (check.Fails)
            return Decision.No(check.Why);
        var step = new RepairStepTaken
        {
            At = at,
            Rupture = Rupture,
            Owner = rupture.Owner,
            Step = couple.NextOf<RepairStepTaken>(one => one.Rupture == Rupture ? one.Step : 0),
            Session = Session,
            Kind = Kind,
            Taken = Taken,
            Note = Note,
            LinkFoundBy = LinkFoundBy,
            LinkSpecific = LinkSpecific,
            WhoseNeed = WhoseNeed,
            SaidTo = SaidTo,
            Contributions = [.. Contributions.Distinct()],
        };
        return WitnessOf(rupture, step.Step, Witness, at) is { } seen ? Decision.Record(step, seen) : Decision.Record(step);
    }

    /// <summary>Null when nothing was noted of them, and of a rupture of both: nobody only watches.</summary>
    internal static WitnessSeen? WitnessOf(RuptureRecord rupture, int step, WitnessReaction? reaction, DateTimeOffset at) =>
        reaction is not { } seen || rupture.Owner.Alone() is not { } owner
            ? null
            : new WitnessSeen { At = at, Rupture = rupture.Id, Step = step, Witness = owner.Other(), Reaction = seen };
}

/// <summary>Asked afterwards: how a step that is noted was taken, by the partner and by the one who watched. Everything else of it stays.</summary>
public sealed record SayHowStepWasTaken : RuptureCommand
{
    public required int Step { get; init; }

    public Reception? Taken { get; init; }

    public WitnessReaction? Witness { get; init; }

    private protected override Decision Decide(CoupleCase couple, RuptureRecord rupture, DateTimeOffset at)
    {
        var check = new Check()
            .That(rupture.Steps.Any(step => step.Number == Step), RuptureRefusals.NoSuchStep)
            .That(Taken is not null || Witness is not null, RuptureRefusals.NothingSaid)
            .Defined(Taken, "Taken", "How it was taken")
            .Defined(Witness, "Witness", "How the watching partner took it");
        if (check.Fails)
            return Decision.No(check.Why);
        var known = rupture.Steps.First(step => step.Number == Step);
        CaseEvent?[] events = [Taken is null ? null : Amended(rupture, known, at), TakeRepairStep.WitnessOf(rupture, Step, Witness, at)];
        return new Decision([.. events.OfType<CaseEvent>()], []);
    }

    private RepairStepTaken Amended(RuptureRecord rupture, RepairStep known, DateTimeOffset at) => new()
    {
        At = at,
        Amends = known.EventNumber,
        Rupture = Rupture,
        Owner = rupture.Owner,
        Step = Step,
        Session = known.Session,
        Kind = known.Kind,
        Taken = Taken,
        Note = known.Note,
        LinkFoundBy = known.Detail.LinkFoundBy,
        LinkSpecific = known.Detail.LinkSpecific,
        WhoseNeed = known.Detail.WhoseNeed,
        SaidTo = known.Detail.SaidTo,
        Contributions = known.Detail.Contributions,
    };
}
