using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.SelfInsight;

namespace Attune.App.Therapists;

/// <summary>The words for what the therapist records of themselves.</summary>
internal static class OwnWords
{
    public static readonly (string, string)[] Directions =
        [(nameof(Involvement.Under), "too far away"), (nameof(Involvement.Over), "too close, too much"), (nameof(Involvement.Unclear), "not clear yet")];

    public static readonly (string, string)[] Strengths = [(nameof(ReactionStrength.Subtle), "subtle"), (nameof(ReactionStrength.Strong), "strong")];

    public static readonly (string, string)[] Feelings = [("anxious", "anxious"), ("angry", "angry"), (PresenceReactions.FarAway, "far away or bored")];

    public static (string, string)[] Whose(string nameOfA, string nameOfB) =>
    [
        (nameof(FeelingOf.Mine), "mine"), (nameof(FeelingOf.AUnspoken), $"{nameOfA}'s, unspoken"), (nameof(FeelingOf.BUnspoken), $"{nameOfB}'s, unspoken"),
        (nameof(FeelingOf.BetweenThem), "between them"), (nameof(FeelingOf.CannotTell), "cannot tell"),
    ];

    public static string Word<TEnum>((string Value, string Text)[] words, TEnum value) where TEnum : struct, Enum =>
        words.FirstOrDefault(word => word.Value == value.ToString()).Text ?? value.ToString();

    public static string Said(OwnReactionNoted noted, string nameOfA, string nameOfB)
    {
        var toward = noted.Toward switch { ReactionToward.A => nameOfA, ReactionToward.B => nameOfB, _ => $"{nameOfA} and {nameOfB}" };
        var way = noted.Direction switch
        {
            Involvement.Under => $"too far from {toward}",
            Involvement.Over => $"too close to {toward}",
            _ => $"something toward {toward}, not clear yet which way",
        };
        // Too close says its direction itself.
        var feeling = noted.Feeling == "too-close" ? null : Feelings.FirstOrDefault(one => one.Item1 == noted.Feeling).Item2 ?? noted.Feeling;
        return $"{way}, {Word(Strengths, noted.Strength)}{(feeling is null ? "" : $", {feeling}")}";
    }
}
