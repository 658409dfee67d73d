using Attune.Method.Cases;
using Attune.Practice.Couples;
using Attune.Practice.Planning;
using Attune.Practice.Refusals;

namespace Attune.Practice.Repairing;

/// <summary>A rupture is noted, with as much of its formulation as is clear.</summary>
public sealed record NoteRupture : CoupleCommand
{
    public required RuptureId Rupture { get; init; }

    public required int Session { get; init; }

    public required RuptureOwner Owner { get; init; }

    public required RuptureSource Source { get; init; }

    public RuptureFormulation Formulation { get; init; } = new();

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        if (!SessionRules.IsHeld(couple, Session))
            return Decision.No(SessionRules.NotHeld(Session));
        if (couple.FindRupture(Rupture) is not null)
            return Decision.No(RuptureRefusals.NotedAlready);
        var check = RuptureRefusals.Check(Formulation)
            .Defined<RuptureOwner>(Owner, "Owner", "Whose rupture it is")
            .Defined<RuptureSource>(Source, "Source", "How it came to be known");
        return check.Fails
            ? Decision.No(check.Why)
            : Decision.Record(new RuptureNoted { At = at, Rupture = Rupture, Session = Session, Owner = Owner, Source = Source, Formulation = Formulation });
    }
}

/// <summary>Something that is done to a rupture that is known.</summary>
public abstract record RuptureCommand : CoupleCommand
{
    public required RuptureId Rupture { get; init; }

    internal sealed override Decision Decide(CoupleCase couple, DateTimeOffset at) =>
        couple.FindRupture(Rupture) is { } rupture ? Decide(couple, rupture, at) : Decision.No(RuptureRefusals.NoSuchRupture);

    private protected abstract Decision Decide(CoupleCase couple, RuptureRecord rupture, DateTimeOffset at);
}

public sealed record ReformulateRupture : RuptureCommand
{
    public required RuptureFormulation Formulation { get; init; }

    private protected override Decision Decide(CoupleCase couple, RuptureRecord rupture, DateTimeOffset at)
    {
        if (Stale(rupture.FormulationNumber))
            return Decision.No(CommonRefusals.ChangedMeanwhile);
        var check = RuptureRefusals.Check(Formulation);
        return check.Fails
            ? Decision.No(check.Why)
            : Decision.Record(new RuptureReformulated { At = at, Amends = rupture.FormulationNumber, Rupture = Rupture, Owner = rupture.Owner, Formulation = Formulation });
    }
}

/// <summary>Noted by mistake: it leaves every count and stays in the record.</summary>
public sealed record SetRuptureAside : RuptureCommand
{
    public string? Why { get; init; }

    private protected override Decision Decide(CoupleCase couple, RuptureRecord rupture, DateTimeOffset at)
    {
        var check = new Check().NotLonger(Why, 1_000, "Why", "The reason");
        return check.Fails
            ? Decision.No(check.Why)
            : Decision.Record(new RuptureSetAside { At = at, Rupture = Rupture, Owner = rupture.Owner, Why = Why });
    }
}

/// <summary>A step of the repair, as it happened: planning may advise, recording takes everything.</summary>
public sealed record TakeRepairStep : RuptureCommand
{
    public required int Session { get; init; }

    public required RepairStepKind Kind { get; init; }

    public Reception? Taken { get; init; }

    public string? Note { get; init; }

    /// <summary>How the watching partner took it; null when not noted, or when the rupture is both partners'.</summary>
    public WitnessReaction? Witness { get; init; }

    private protected override Decision Decide(CoupleCase couple, RuptureRecord rupture, DateTimeOffset at)
    {
        if (!SessionRules.IsHeld(couple, Session))
            return Decision.No(SessionRules.NotHeld(Session));
        var check = new Check()
            .Defined<RepairStepKind>(Kind, "Kind", "The step")
            .Defined(Taken, "Taken", "How it was taken")
            .Defined(Witness, "Witness", "How the watching partner took it")
            .NotLonger(Note, 2_000, "Note", "The note");
        if (check.Fails)
            return Decision.No(check.Why);
        var step = new RepairStepTaken
        {
            At = at,
            Rupture = Rupture,
            Owner = rupture.Owner,
            Step = rupture.Steps.Count + 1,
            Session = Session,
            Kind = Kind,
            Taken = Taken,
            Note = Note,
        };
        return Witness is { } reaction && rupture.Owner != RuptureOwner.Both
            ? Decision.Record(step, new WitnessSeen
            {
                At = at,
                Rupture = Rupture,
                Step = step.Step,
                Witness = ((Partner)(int)rupture.Owner).Other(),
                Reaction = reaction,
            })
            : Decision.Record(step);
    }
}

/// <summary>The therapist holds it for repaired.</summary>
public sealed record ClaimRepair : RuptureCommand
{
    public required int Session { get; init; }

    private protected override Decision Decide(CoupleCase couple, RuptureRecord rupture, DateTimeOffset at) =>
        SessionRules.IsHeld(couple, Session)
            ? Decision.Record(new RepairClaimed { At = at, Rupture = Rupture, Owner = rupture.Owner, Session = Session })
            : Decision.No(SessionRules.NotHeld(Session));
}

/// <summary>The partner said in the room that it is cleared.</summary>
public sealed record TellInTheRoom : RuptureCommand
{
    public required int Session { get; init; }

    private protected override Decision Decide(CoupleCase couple, RuptureRecord rupture, DateTimeOffset at) =>
        SessionRules.IsHeld(couple, Session)
            ? Decision.Record(new RepairToldInTheRoom { At = at, Rupture = Rupture, Owner = rupture.Owner, Session = Session })
            : Decision.No(SessionRules.NotHeld(Session));
}

internal static class RuptureRefusals
{
    public static readonly Refusal NoSuchRupture = new("RUP001", "There is no rupture under this address. Open the couple's course and choose one.");

    public static readonly Refusal NotedAlready = new("RUP002", "This rupture was noted already; it is on the course.");

    public static readonly Refusal PrimaryNotNamed = new("RUP003", "The primary area is not one of the areas that are ticked.", "PrimaryArea");

    public static readonly Refusal SchemaNotNamed = new("RUP004", "The primary schema is not one of the schemas that are ticked.", "PrimarySchema");

    public static Check Check(RuptureFormulation formulation) => new Check()
        .That(formulation.PrimaryArea is not { } area || formulation.Areas.Contains(area), PrimaryNotNamed)
        .That(formulation.PrimarySchema is not { } schema || formulation.EarlySchemas.Contains(schema, StringComparer.Ordinal), SchemaNotNamed)
        .NotLonger(formulation.Need, 1_000, "Need", "The need");
}
