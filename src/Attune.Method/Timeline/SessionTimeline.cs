using System.Collections.Immutable;
using Attune.Method.Cases;

namespace Attune.Method.Timeline;

/// <summary>
/// What was heard and noted in one session, on one clock: time since it began. Read from the record each time, so it goes when its source goes. A heart that was
/// set aside is none of it.
/// </summary>
/// <param name="Length">To the end of the last thing on it, and at least as long as the session was held; zero when nothing is on it.</param>
public sealed record SessionTimeline(int Session, TimeSpan Length)
{
    /// <summary>The therapist's, A's, B's; of one person in the order in which they were kept.</summary>
    public ImmutableArray<HeartLane> Hearts { get; init; } = [];

    /// <summary>Where the article's rule found the therapist's rate above its level, in order.</summary>
    public ImmutableArray<Crossing> Crossings { get; init; } = [];

    /// <summary>False: they come from a recording that nobody heard live, and count from its own first beat.</summary>
    public bool CrossingsAreOnTheClock { get; init; } = true;

    /// <summary>Those that have a time, in order of time, A's and B's together.</summary>
    public ImmutableArray<MarkPlaced> Marks { get; init; } = [];

    /// <summary>Own reactions that have a time, in order of time: compartment data.</summary>
    public ImmutableArray<OwnReactionNoted> Reactions { get; init; } = [];

    /// <summary>Own states that have a time, in order of time: compartment data.</summary>
    public ImmutableArray<OwnStateNoted> OwnStates { get; init; } = [];

    /// <summary>In order of time.</summary>
    public ImmutableArray<TechniqueInHand> Techniques { get; init; } = [];

    /// <summary>In order of time: compartment data.</summary>
    public ImmutableArray<SteadyingPractised> Steadyings { get; init; } = [];

    /// <summary>How many marks, reactions, states and techniques have no time, and so no place here.</summary>
    public int WithoutTime { get; init; }

    /// <summary>Nothing has a place on it: the lid was closed.</summary>
    public bool IsEmpty => Hearts.IsEmpty && Crossings.IsEmpty && Marks.IsEmpty && Reactions.IsEmpty && OwnStates.IsEmpty && Techniques.IsEmpty && Steadyings.IsEmpty;

    /// <summary>The timeline of a session; empty for one that is not in the record.</summary>
    public static SessionTimeline Of(CoupleCase couple, int session)
    {
        ArgumentNullException.ThrowIfNull(couple);
        if (couple.FindSession(session) is not { } held)
            return new SessionTimeline(session, TimeSpan.Zero);
        var marks = held[Partner.A].Marks.Concat(held[Partner.B].Marks).ToList();
        var reactions = couple.Reactions.Where(one => !one.IsTakenBack && one.Noted.Session == session).Select(one => one.Noted).ToList();
        var timeline = new SessionTimeline(session, TimeSpan.Zero)
        {
            Hearts = [.. held.Live.Hearts.Where(heart => !heart.Heard.IsSetAside).OrderBy(heart => heart.Heard.Heart).Select(HeartLane.Of)],
            Crossings = Crossing.Of(held),
            CrossingsAreOnTheClock = Crossing.StartsInto(held) is not null,
            Marks = InOrder(marks, mark => mark.Into),
            Reactions = InOrder(reactions, one => one.Into),
            OwnStates = InOrder(held.Live.OwnStates, one => one.Into),
            Steadyings = [.. held.Live.Steadyings.OrderBy(one => one.Into)],
            WithoutTime = marks.Count(one => one.Into is null) + reactions.Count(one => one.Into is null)
                + held.Live.OwnStates.Count(one => one.Into is null) + held.TakenUp.Count(one => one.Into is null),
        };
        var taken = InOrder(held.TakenUp, one => one.Into);
        var length = timeline.Ends().Concat(taken.Select(one => one.Into!.Value)).DefaultIfEmpty(TimeSpan.Zero).Max();
        if (length > TimeSpan.Zero && held.Held?.Minutes is { } minutes && TimeSpan.FromMinutes(minutes) is var whole && whole > length)
            length = whole;
        return timeline with { Length = length, Techniques = TechniqueInHand.Of(taken, length) };
    }

    private IEnumerable<TimeSpan> Ends() =>
    [
        .. Hearts.Select(one => one.End), .. Crossings.Select(one => one.End), .. Marks.Select(one => one.Into!.Value), .. Reactions.Select(one => one.Into!.Value),
        .. OwnStates.Select(one => one.Into!.Value), .. Steadyings.Select(one => one.Into + one.Lasting),
    ];

    private static ImmutableArray<T> InOrder<T>(IEnumerable<T> all, Func<T, TimeSpan?> into) => [.. all.Where(one => into(one) is not null).OrderBy(into)];
}

/// <summary>A technique was in hand from one moment on until another was, or to the end. Half-open.</summary>
public sealed record TechniqueInHand(string Technique, TimeSpan Start, TimeSpan End)
{
    internal static ImmutableArray<TechniqueInHand> Of(ImmutableArray<TechniqueTakenUp> taken, TimeSpan length) =>
    [
        .. taken.Select((one, i) => new TechniqueInHand(one.Technique, one.Into!.Value, i + 1 < taken.Length ? taken[i + 1].Into!.Value : length)),
    ];
}
