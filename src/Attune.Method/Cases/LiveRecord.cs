namespace Attune.Method.Cases;

/// <summary>One session while it went on: hearts, the therapist's own states, steadying. Empty for a session with the lid closed, which loses nothing.</summary>
public sealed class LiveRecord
{
    private readonly List<HeardHeart> _hearts = [];
    private readonly List<OwnStateNoted> _states = [];
    private readonly List<SteadyingPractised> _steadyings = [];

    internal LiveRecord()
    {
    }

    /// <summary>It goes on now; null when it never was live, or has ended.</summary>
    public LiveSessionBegun? Now { get; private set; }

    /// <summary>The event number of <see cref="Now"/>; 0 while there is none.</summary>
    public long NowNumber { get; private set; }

    /// <summary>The last one that was kept; null while there is none.</summary>
    public LiveSessionBegun? Kept { get; private set; }

    /// <summary>In the order in which they were kept: the therapist's, A's, B's.</summary>
    public IReadOnlyList<HeardHeart> Hearts => _hearts;

    /// <summary>Compartment data, in the order noted.</summary>
    public IReadOnlyList<OwnStateNoted> OwnStates => _states;

    /// <summary>Compartment data, in the order noted.</summary>
    public IReadOnlyList<SteadyingPractised> Steadyings => _steadyings;

    internal void Begun(long number, LiveSessionBegun e) => (NowNumber, Now) = (number, e);

    internal void Ended(LiveSessionEnded e)
    {
        if (e.Kept)
            Kept = Now;
        (NowNumber, Now) = (0, null);
    }

    internal void Heard(HeartHeard e) => _hearts.Add(new HeardHeart(e));

    internal void Shifted(HeartShifted e)
    {
        if (_hearts.Find(heart => heart.Heard.Recording == e.Recording) is { } heart)
            heart.Shift = e.By;
    }

    internal void Noted(OwnStateNoted e) => _states.Add(e);

    internal void Practised(SteadyingPractised e) => _steadyings.Add(e);
}

/// <summary>One heart that was heard, and by how much its clock was put right.</summary>
public sealed class HeardHeart
{
    internal HeardHeart(HeartHeard e) => Heard = e;

    public HeartHeard Heard { get; }

    /// <summary>Everything of it moves by this; negative: earlier.</summary>
    public TimeSpan Shift { get; internal set; }
}
