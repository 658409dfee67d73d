using Attune.App.Asking;
using Attune.Method.Cases;
using Attune.Practice.Refusals;

namespace Attune.App.Repairing;

/// <summary>The frame of a partner's card: everything on it but the story itself, which is the therapist's or the partner's own.</summary>
internal static class CardText
{
    public static readonly PartnerWords Words = new("Attune.App.Repairing.CardText");

    public static string Of(PartnerLanguage language, string key) => Words.Of(language, key);

    /// <summary>A refusal as the partner reads it: by its code, never by its own text.</summary>
    public static string Of(PartnerLanguage language, Refusal refusal) => (refusal.Code, refusal.Field) switch
    {
        ("RUP014" or "APP001" or "PRA021", _) => Of(language, "Error.Fit"),
        ("PRA005", _) => Of(language, "Error.Changed"),
        ("PRA022", "Happened" or "Touched" or "Needed") => Words.Of(language, "Error.Length", Of(language, refusal.Field), 1_000),
        ("PRA023", "Happened" or "Touched" or "Needed") => Words.Of(language, "Error.Given", Of(language, refusal.Field)),
        _ => Of(language, "Error.Other"),
    };

    public static (string, string)[] Fits(PartnerLanguage language) =>
        [.. Enum.GetNames<StoryFit>().Select(fit => (fit, Of(language, $"Fit.{fit}")))];
}
