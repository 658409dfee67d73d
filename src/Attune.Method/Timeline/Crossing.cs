using System.Collections.Immutable;
using Attune.Method.Cases;

namespace Attune.Method.Timeline;

/// <summary>One episode of the therapist's arousal on a session's clock.</summary>
/// <param name="Index">Counts from 0 in the episodes of the session's <see cref="ArousalNoted"/>.</param>
public sealed record Crossing(int Index, TimeSpan Start, TimeSpan End)
{
    /// <summary>
    /// When the beats that the episodes are told of began, since the session began, put right by the heart's shift. Null when they were not heard live: a recording
    /// that was added says nothing of the session's clock.
    /// </summary>
    public static TimeSpan? StartsInto(TherapySession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return Heart(session) is { } heart ? heart.Heard.StartsInto + heart.Shift : null;
    }

    /// <summary>In order; none when the heart that they are told of was set aside. Where the clock is not known they count from the first beat.</summary>
    internal static ImmutableArray<Crossing> Of(TherapySession session)
    {
        if (Heart(session) is { Heard.IsSetAside: true })
            return [];
        var offset = StartsInto(session) ?? TimeSpan.Zero;
        return [.. (session.Arousal?.Episodes ?? []).Select((episode, index) => new Crossing(index, episode.Start + offset, episode.End + offset))];
    }

    private static HeardHeart? Heart(TherapySession session) => session.Live.Hearts.FirstOrDefault(heart => heart.Heard.Recording == session.Arousal?.Recording);
}
