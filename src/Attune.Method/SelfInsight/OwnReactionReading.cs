using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.SelfInsight;

/// <summary>
/// One reaction of the therapist toward one partner. One toward both is two of these, and over with the one beside under with the other stays two.
/// </summary>
/// <param name="Number">Of the reaction in the couple's record.</param>
/// <param name="Direction">Under or over.</param>
/// <param name="Weight">How much it counts: 1, or <see cref="OwnReactions.WhileArousedWeight"/>.</param>
public sealed record DirectedReaction(
    int Number,
    int Session,
    Partner Toward,
    Involvement Direction,
    ReactionStrength Strength,
    bool WhileAroused,
    double Weight,
    string? Feeling,
    string? OwnSchema);

/// <summary>How an own episode came to be known.</summary>
public enum OwnEpisodeSource
{
    /// <summary>The therapist noticed it: a quiet "far away" as much as anything that the pulse shows.</summary>
    Noticed = 1,
    /// <summary>The article's rule found it in the heart rate.</summary>
    Pulse = 2,
}

/// <summary>
/// Something that took the therapist away, whichever way it showed. <paramref name="Toward"/>: none, one or both partners;
/// <paramref name="Weight"/>: 1, or <see cref="OwnReactions.WhileArousedWeight"/>.
/// </summary>
public sealed record OwnEpisode(int Session, OwnEpisodeSource Source, ImmutableArray<Partner> Toward, double Weight);

/// <summary>Guesses about whose feeling it was, of one kind. What is neither confirmed nor struck is still a guess.</summary>
public sealed record FeelingGuesses(FeelingOf Of, int Made, int Confirmed, int Struck)
{
    /// <summary>Confirmed among those settled, 0 to 1; null while none is.</summary>
    public double? ShareConfirmed => Confirmed + Struck == 0 ? null : (double)Confirmed / (Confirmed + Struck);
}

/// <summary>The therapist's own reactions with one couple: compartment data.</summary>
/// <param name="Directed">
/// In order of sessions, then of their numbers, A before B. One whose direction is not clear yet is none of these, and counts among the episodes all the same.
/// </param>
/// <param name="Episodes">In order of sessions.</param>
/// <param name="Guesses">One for each kind of guess that was made, in the order of <see cref="FeelingOf"/>.</param>
public sealed record OwnReactionReading(
    ImmutableArray<DirectedReaction> Directed, ImmutableArray<OwnEpisode> Episodes, ImmutableArray<FeelingGuesses> Guesses);
