namespace Attune.Method.Cases;

/// <summary>A free note of a session, about one of the two, the couple, or the therapist's own: each under its own key. Said anew by its number.</summary>
public sealed record SessionNoteWritten : CaseEvent
{
    public required int Session { get; init; }

    /// <summary>Counts the notes of this couple's record from 1.</summary>
    public required int Note { get; init; }

    public required Subject About { get; init; }

    public required string Words { get; init; }

    /// <summary>About how long after the session began; null when no time belongs to it.</summary>
    public TimeSpan? Into { get; init; }

    public override Subject Subject => About;
}

/// <summary>A technique was in hand in a session.</summary>
public sealed record TechniqueTakenUp : CaseEvent
{
    public required int Session { get; init; }

    /// <summary>Code of the catalogue.</summary>
    public required string Technique { get; init; }

    /// <summary>From about when on, after the session began; null when no time belongs to it.</summary>
    public TimeSpan? Into { get; init; }

    public override Subject Subject => Subject.Couple;
}

/// <summary>Who or what was at the centre at one time of a session: the therapist's view of themselves (compartment data).</summary>
public sealed record CentreNoted : CaseEvent
{
    public required int Session { get; init; }

    public required Centre Centre { get; init; }

    /// <summary>About how long after the session began; null when no time belongs to it.</summary>
    public TimeSpan? Into { get; init; }

    public override Subject Subject => Subject.Therapist;
}

/// <summary>The debrief of a session waits: the therapist will write it, or the rest of it, later.</summary>
public sealed record DebriefPutOff : CaseEvent
{
    public required int Session { get; init; }

    public override Subject Subject => Subject.Therapist;
}
