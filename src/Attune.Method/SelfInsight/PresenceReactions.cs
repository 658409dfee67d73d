using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.SelfInsight;

/// <summary>What "were you with both?" says about an own reaction toward one partner.</summary>
/// <param name="Feeling">Code of the catalogue; null when the answer names none.</param>
public sealed record PresenceReaction(Partner Toward, Involvement Direction, string? Feeling)
{
    /// <summary>Whether a reaction says the same, toward this partner or toward both.</summary>
    public bool IsSaidBy(OwnReactionNoted noted) =>
        noted.Direction == Direction && (noted.Toward == ReactionToward.Both || noted.Toward == (ReactionToward)(int)Toward);
}

/// <summary>
/// The debrief's "were you with A, with B?" as own reactions (article-map row 41: a calm line can be the rupture). Far from one is under, too close
/// to one is over; with them, also with effort, is none. Each partner has an own direction. Nothing of the pulse is asked or needed.
/// </summary>
public static class PresenceReactions
{
    /// <summary>The feeling that being far away is noted with.</summary>
    public const string FarAway = "far-away";

    /// <summary>A before B; empty when the therapist was with both, or did not say.</summary>
    public static ImmutableArray<PresenceReaction> Of(Presence? withA, Presence? withB) => [.. Of(Partner.A, withA), .. Of(Partner.B, withB)];

    /// <summary>
    /// The events that bring the record in line with a debrief: a reaction that says the same of that session already is left alone; one that came
    /// from an earlier version of this debrief is amended to the new direction, or taken back. New ones are subtle until the therapist says more.
    /// </summary>
    public static ImmutableArray<OwnReactionNoted> Events(CoupleCase couple, int session, Presence? withA, Presence? withB, DateTimeOffset at)
    {
        var before = couple.FindSession(session)?.TherapistDebrief;
        var next = couple.NextOf<OwnReactionNoted>(noted => noted.Reaction);
        var events = ImmutableArray.CreateBuilder<OwnReactionNoted>();
        foreach (var partner in Partners.All)
        {
            var now = Of(partner, partner == Partner.A ? withA : withB).SingleOrDefault();
            var was = Of(partner, partner == Partner.A ? before?.WithA : before?.WithB).SingleOrDefault();
            var unsaid = now is not null && !IsNoted(couple, session, now) ? now : null;
            if (was is not null && was != now && Find(couple, session, was) is { } earlier)
                events.Add(Amended(earlier, unsaid, at));
            else if (unsaid is not null)
                events.Add(New(next++, session, unsaid, at));
        }
        return events.ToImmutable();
    }

    private static ImmutableArray<PresenceReaction> Of(Partner partner, Presence? presence) => presence switch
    {
        Presence.FarFrom => [new(partner, Involvement.Under, FarAway)],
        Presence.TooClose => [new(partner, Involvement.Over, null)],
        _ => [],
    };

    private static bool IsNoted(CoupleCase couple, int session, PresenceReaction reaction) => couple.Reactions.Any(known =>
        known.Noted.Session == session && reaction.IsSaidBy(known.Noted));

    // What was tapped during the session is no answer of the debrief, and stays.
    private static OwnReaction? Find(CoupleCase couple, int session, PresenceReaction reaction) => couple.Reactions.FirstOrDefault(known =>
        known.Noted.Session == session && known.Noted.Into is null && known.Noted.Toward == Toward(reaction.Toward) && known.Noted.Direction == reaction.Direction);

    private static OwnReactionNoted Amended(OwnReaction earlier, PresenceReaction? now, DateTimeOffset at) => earlier.Noted with
    {
        At = at,
        Amends = earlier.NotedNumber,
        Direction = now?.Direction ?? Involvement.Steady,
        Feeling = now is null ? earlier.Noted.Feeling : now.Feeling,
    };

    private static OwnReactionNoted New(int number, int session, PresenceReaction reaction, DateTimeOffset at) => new()
    {
        At = at,
        Session = session,
        Reaction = number,
        Toward = Toward(reaction.Toward),
        Direction = reaction.Direction,
        Feeling = reaction.Feeling,
    };

    private static ReactionToward Toward(Partner partner) => (ReactionToward)(int)partner;
}
