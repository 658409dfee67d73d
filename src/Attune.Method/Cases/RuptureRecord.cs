namespace Attune.Method.Cases;

/// <summary>One rupture as noted, with the steps of its repair in the order in which they happened.</summary>
public sealed class RuptureRecord
{
    private readonly List<RepairStep> _steps = [];

    internal RuptureRecord(long number, RuptureNoted e)
    {
        (Id, Owner, Session, Source, NotedAt) = (e.Rupture, e.Owner, e.Session, e.Source, e.At);
        (Formulation, FormulationNumber) = (e.Formulation, number);
    }

    public RuptureId Id { get; }

    public RuptureOwner Owner { get; private set; }

    /// <summary>The session in which it happened.</summary>
    public int Session { get; private set; }

    public RuptureSource Source { get; private set; }

    public DateTimeOffset NotedAt { get; }

    public RuptureFormulation Formulation { get; private set; }

    /// <summary>The event number of <see cref="Formulation"/>.</summary>
    public long FormulationNumber { get; private set; }

    public bool IsSetAside { get; private set; }

    public IReadOnlyList<RepairStep> Steps => _steps;

    /// <summary>The session after which the repair was last claimed; null while it was not.</summary>
    public int? ClaimedInSession { get; private set; }

    /// <summary>The session in which the partner last said that it is cleared.</summary>
    public int? ToldInRoomInSession { get; private set; }

    /// <summary>Noted anew, as an amendment: the steps and the first time stay.</summary>
    internal void NotedAnew(long number, RuptureNoted e)
    {
        (Owner, Session, Source) = (e.Owner, e.Session, e.Source);
        (Formulation, FormulationNumber) = (e.Formulation, number);
    }

    internal void Reformulated(long number, RuptureReformulated e) => (Formulation, FormulationNumber) = (e.Formulation, number);

    internal void SetAside(RuptureSetAside _) => IsSetAside = true;

    internal void Stepped(RepairStepTaken e)
    {
        // An amended step keeps its place, its first time and what was seen of the witness.
        var at = e.Amends is null ? -1 : _steps.FindIndex(step => step.Number == e.Step);
        if (at >= 0)
            _steps[at] = _steps[at] with { Session = e.Session, Kind = e.Kind, Taken = e.Taken, Note = e.Note };
        else
            _steps.Add(new RepairStep(e.Step, e.Session, e.Kind, e.Taken, e.Note, e.At));
    }

    internal void Witnessed(WitnessSeen e)
    {
        var at = _steps.FindIndex(step => step.Number == e.Step);
        if (at >= 0)
            _steps[at] = _steps[at] with { Witness = e.Reaction };
    }

    internal void Claimed(int session) => ClaimedInSession = session;

    internal void ToldInTheRoom(int session) => ToldInRoomInSession = session;
}

/// <summary>A step of a repair as it happened. <paramref name="Number"/> counts from 1 within its rupture.</summary>
public sealed record RepairStep(int Number, int Session, RepairStepKind Kind, Reception? Taken, string? Note, DateTimeOffset At)
{
    /// <summary>How the watching partner took it; null when nobody noted it.</summary>
    public WitnessReaction? Witness { get; init; }
}
