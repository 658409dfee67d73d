using System.Collections.Immutable;
using Attune.Method.Cases;

namespace Attune.Method.Timeline;

/// <summary>One heart on a session's clock, put right by its shift. What lies before the session's beginning is cut off.</summary>
/// <param name="Start">Its first beat; not before the session's beginning.</param>
/// <param name="End">Its last beat.</param>
/// <param name="States">From <paramref name="Start"/> to <paramref name="End"/> without a gap and without two alike in a row: what nothing was said of is unknown.</param>
public sealed record HeartLane(HeartOf Heart, RecordingId Recording, TimeSpan Start, TimeSpan End, ImmutableArray<HeartSpan> States)
{
    /// <summary>By how much its clock was put right; negative: earlier.</summary>
    public TimeSpan Shift { get; init; }

    /// <summary>Messages of the strap that could not be read.</summary>
    public int Unreadable { get; init; }

    /// <summary>Replayed from a recording.</summary>
    public bool Replayed { get; init; }

    /// <summary>How long nothing could be told of it, between its first and its last beat.</summary>
    public TimeSpan Unknown => new(States.Where(span => span.State == HeartState.Unknown).Sum(span => (span.End - span.Start).Ticks));

    internal static HeartLane Of(HeardHeart heart)
    {
        var (heard, shift) = (heart.Heard, heart.Shift);
        var end = Max(TimeSpan.Zero, heard.StartsInto + heard.Duration + shift);
        var start = Min(end, Max(TimeSpan.Zero, heard.StartsInto + shift));
        return new HeartLane(heard.Heart, heard.Recording, start, end, Filled(heard.States, shift, start, end))
        {
            Shift = shift,
            Unreadable = heard.Unreadable,
            Replayed = heard.Replayed,
        };
    }

    private static ImmutableArray<HeartSpan> Filled(ImmutableArray<HeartSpan> states, TimeSpan shift, TimeSpan start, TimeSpan end)
    {
        var (filled, until) = (new List<HeartSpan>(), start);
        foreach (var span in states)
        {
            Add(Max(until, span.Start + shift), HeartState.Unknown);
            Add(span.End + shift, span.State);
        }

        Add(end, HeartState.Unknown);
        return [.. filled];

        void Add(TimeSpan to, HeartState state)
        {
            to = Min(to, end);
            if (to <= until)
                return;
            if (filled is [.., var last] && last.State == state)
                filled[^1] = last with { End = to };
            else
                filled.Add(new HeartSpan(until, to, state));
            until = to;
        }
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
