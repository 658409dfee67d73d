namespace Attune.Signals.Artefacts;

/// <summary>
/// What Lipponen and Tarvainen's rule (2019) makes of a recorded interval; it speaks of the beat that ends the interval. <c>default</c> is
/// a normal beat.
/// </summary>
public enum BeatClass : byte
{
    /// <summary>A beat as the heart made it, or one that could not be judged (the last two of a stretch).</summary>
    Normal = 0,

    /// <summary>A beat too early or too late between two that stand: the interval and the next deviate against each other.</summary>
    Ectopic = 1,

    /// <summary>A beat was not seen: the interval is two in one.</summary>
    Missed = 2,

    /// <summary>A beat too many was seen: the interval and the next are one.</summary>
    Extra = 3,

    /// <summary>Too long, and not two in one.</summary>
    Long = 4,

    /// <summary>Too short, and not half of one.</summary>
    Short = 5,
}
