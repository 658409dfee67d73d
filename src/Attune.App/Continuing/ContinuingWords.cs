using System.Globalization;
using Attune.Method.Cases;

namespace Attune.App.Continuing;

/// <summary>The words for what happens between sessions, without reproach.</summary>
internal static class ContinuingWords
{
    public static readonly (string, string)[] Missed = [(nameof(MissedHow.Cancelled), "it was cancelled"), (nameof(MissedHow.DidNotCome), "nobody came, or one of them did not")];

    public static readonly (string, string)[] Outcomes =
    [
        (nameof(HomeTaskOutcome.Done), "done"), (nameof(HomeTaskOutcome.Partly), "partly"), (nameof(HomeTaskOutcome.Not), "not"),
        (nameof(HomeTaskOutcome.NeverReallyAgreed), "never really agreed"),
    ];

    public static (string, string)[] Whose(string nameOfA, string nameOfB, string both) =>
        [(nameof(RuptureOwner.A), nameOfA), (nameof(RuptureOwner.B), nameOfB), (nameof(RuptureOwner.Both), both)];

    public static string Of(HomeTaskOutcome outcome) => Outcomes.First(word => word.Item1 == outcome.ToString()).Item2;

    public static string Of(SessionMissed missed, string who)
    {
        var on = missed.On is { } day ? $", {day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}" : "";
        var how = missed.How == MissedHow.Cancelled ? "cancelled" : "did not come";
        var after = missed.AfterSession == 0 ? "before the first session" : $"after session {missed.AfterSession}";
        return $"{who} {how}, {after}{on}.{(missed.Reason is { } reason ? $" {reason}" : "")}";
    }
}
