using Attune.Method.Cases;

namespace Attune.App.Closing;

/// <summary>The words for why the work ends.</summary>
internal static class ClosingWords
{
    public static readonly (string Value, string Text)[] Reasons =
    [
        (nameof(ClosingReason.GoalsReached), "what we came for is reached"), (nameof(ClosingReason.Pause), "a pause"),
        (nameof(ClosingReason.TheCoupleParted), "the couple parted"), (nameof(ClosingReason.NotHelpfulEnough), "it did not help enough"),
        (nameof(ClosingReason.SomethingBetweenUs), "something between us"), (nameof(ClosingReason.Practical), "practical: time, money, distance"),
        (nameof(ClosingReason.Safety), "safety"), (nameof(ClosingReason.WouldRatherNotSay), "would rather not say"), (nameof(ClosingReason.NotKnown), "not known"),
    ];

    public static string Of(ClosingReason reason) => Reasons.First(one => one.Value == reason.ToString()).Text;
}
