namespace Attune.Method.Cases;

/// <summary>
/// What <see cref="CaseEvent.Amends"/> names was taken back: a slip, or the wrong couple. The fold reads the record as if it had never been noted; it stays
/// in the log, and lists show that something was taken back. A taking back can be taken back itself: then what it named stands again.
/// </summary>
public sealed record TakenBack : CaseEvent
{
    /// <summary>Whom the event that is taken back is about: this lies under the same key, and goes with it.</summary>
    public required Subject Whose { get; init; }

    public override Subject Subject => Whose;
}

/// <summary>
/// A check-in that somebody else had answered is set aside. Nobody edits what a partner wrote: it is kept, shown to the therapist alone as set aside, and
/// counts nowhere. The partner may answer anew.
/// </summary>
public sealed record CheckInSetAside : CaseEvent
{
    public required int Session { get; init; }

    /// <summary>In whose name it was answered.</summary>
    public required Partner Partner { get; init; }

    public required string Why { get; init; }

    public override Subject Subject => Partner.AsSubject();
}
