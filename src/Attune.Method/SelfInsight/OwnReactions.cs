using System.Collections.Immutable;
using Attune.Method.Cases;

namespace Attune.Method.SelfInsight;

/// <summary>
/// What the therapist recorded of themselves with one couple (article-map rows 41-43, 51 and 55). Nothing is inferred across couples here, and a
/// reaction that was taken back counts nowhere.
/// </summary>
public static class OwnReactions
{
    /// <summary>
    /// What a judgement made while aroused counts beside one made at rest: half. Arousal clouds the view, and the pulse counts that stretch already
    /// (our proposal).
    /// </summary>
    public const double WhileArousedWeight = 0.5;

    public static OwnReactionReading Of(CoupleCase couple)
    {
        var noted = couple.Reactions.Where(reaction => !reaction.IsTakenBack).OrderBy(reaction => reaction.Noted.Session).ToArray();
        return new OwnReactionReading(
            [.. noted.Where(reaction => reaction.HasDirection).SelectMany(reaction => PartnersOf(reaction.Noted.Toward).Select(partner => Directed(reaction, partner)))],
            [.. noted.Select(Noticed).Concat(couple.Sessions.SelectMany(OfPulse)).OrderBy(episode => episode.Session)],
            Guesses(noted));
    }

    private static DirectedReaction Directed(OwnReaction reaction, Partner toward)
    {
        var noted = reaction.Noted;
        return new DirectedReaction(
            reaction.Number, noted.Session, toward, noted.Direction, noted.Strength, noted.WhileAroused, WeightOf(noted), noted.Feeling, noted.OwnSchema);
    }

    private static OwnEpisode Noticed(OwnReaction reaction) => new(
        reaction.Noted.Session, OwnEpisodeSource.Noticed, PartnersOf(reaction.Noted.Toward), WeightOf(reaction.Noted));

    private static IEnumerable<OwnEpisode> OfPulse(TherapySession session) =>
        (session.Arousal?.Episodes ?? []).Select((_, index) => new OwnEpisode(session.Number, OwnEpisodeSource.Pulse, TowardOf(session, index), 1));

    private static ImmutableArray<Partner> TowardOf(TherapySession session, int episode) =>
        session.TherapistDebrief?.Episodes.FirstOrDefault(one => one.Index == episode)?.Toward switch
        {
            EpisodeToward.A => [Partner.A],
            EpisodeToward.B => [Partner.B],
            EpisodeToward.Both => [Partner.A, Partner.B],
            _ => [],
        };

    private static double WeightOf(OwnReactionNoted noted) => noted.WhileAroused ? WhileArousedWeight : 1;

    private static ImmutableArray<Partner> PartnersOf(ReactionToward toward) => toward switch
    {
        ReactionToward.A => [Partner.A],
        ReactionToward.B => [Partner.B],
        ReactionToward.Both => [Partner.A, Partner.B],
    };

    // "Cannot tell" guesses nothing, so there is nothing that could be confirmed.
    private static ImmutableArray<FeelingGuesses> Guesses(IEnumerable<OwnReaction> noted) =>
    [
        .. noted
            .Where(reaction => reaction.Noted.WhoseFeeling is not null and not FeelingOf.CannotTell)
            .GroupBy(reaction => reaction.Noted.WhoseFeeling!.Value)
            .OrderBy(guess => guess.Key)
            .Select(guess => new FeelingGuesses(
                guess.Key, guess.Count(), guess.Count(one => one.GuessConfirmed == true), guess.Count(one => one.GuessConfirmed == false))),
    ];
}
