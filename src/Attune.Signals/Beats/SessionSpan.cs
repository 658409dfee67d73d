namespace Attune.Signals.Beats;

/// <summary>
/// Part of a session or recording, in time since its first sample. Includes <see cref="Start"/>, excludes <see cref="End"/>;
/// may be empty. <c>default</c> is the empty span at the first sample.
/// </summary>
public readonly record struct SessionSpan
{
    /// <summary>Throws when <paramref name="end"/> lies before <paramref name="start"/>.</summary>
    public SessionSpan(TimeSpan start, TimeSpan end)
    {
        if (end < start)
            throw new ArgumentOutOfRangeException(nameof(end), end, $"The span ends before its start {start}.");
        Start = start;
        End = end;
    }

    /// <summary>First moment inside.</summary>
    public TimeSpan Start { get; }

    /// <summary>First moment after; not inside.</summary>
    public TimeSpan End { get; }

    /// <summary><see cref="End"/> minus <see cref="Start"/>, never negative.</summary>
    public TimeSpan Duration => End - Start;

    /// <summary>Whether <paramref name="moment"/> lies in [Start, End).</summary>
    public bool Contains(TimeSpan moment) => moment >= Start && moment < End;
}
