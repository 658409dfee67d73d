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
        var check = RuptureRefusals.Check(Formulation, couple, Owner)
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

/// <summary>Whose it is, when it was or how it came to be known was noted wrongly. What it is understood to be stays, and so do its steps.</summary>
public sealed record PlaceRupture : RuptureCommand
{
    public required int Session { get; init; }

    public required RuptureOwner Owner { get; init; }

    public required RuptureSource Source { get; init; }

    private protected override Decision Decide(CoupleCase couple, RuptureRecord rupture, DateTimeOffset at)
    {
        if (!SessionRules.IsHeld(couple, Session))
            return Decision.No(SessionRules.NotHeld(Session));
        var noted = couple.Recorded.Last(one => !one.IsTakenBack && one.Event is RuptureNoted e && e.Rupture == Rupture).Number;
        if (Stale(Math.Max(noted, rupture.FormulationNumber)))
            return Decision.No(CommonRefusals.ChangedMeanwhile);
        // What one partner expects cannot be the occasion of the other's rupture.
        var formulation = Owner == rupture.Owner ? rupture.Formulation : rupture.Formulation with { Expectation = null };
        var check = RuptureRefusals.Check(formulation, couple, Owner)
            .Defined<RuptureOwner>(Owner, "Owner", "Whose rupture it is")
            .Defined<RuptureSource>(Source, "Source", "How it came to be known");
        return check.Fails
            ? Decision.No(check.Why)
            : Decision.Record(new RuptureNoted { At = at, Amends = noted, Rupture = Rupture, Session = Session, Owner = Owner, Source = Source, Formulation = formulation });
    }
}

public sealed record ReformulateRupture : RuptureCommand
{
    public required RuptureFormulation Formulation { get; init; }

    private protected override Decision Decide(CoupleCase couple, RuptureRecord rupture, DateTimeOffset at)
    {
        if (Stale(rupture.FormulationNumber))
            return Decision.No(CommonRefusals.ChangedMeanwhile);
        var check = RuptureRefusals.Check(Formulation, couple, rupture.Owner);
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
