using Attune.Practice.Refusals;

namespace Attune.App.Asking;

/// <summary>The words of the check-in.</summary>
internal static class CheckInText
{
    public static readonly PartnerWords Words = new("Attune.App.Asking.CheckInText");

    /// <summary>In English, as the therapist's pages quote it.</summary>
    public static string Of(string key) => Words.Of(PartnerLanguage.English, key);

    public static string Of(PartnerLanguage language, string key) => Words.Of(language, key);

    /// <summary>
    /// A refusal as the partner reads it: by its code and field, never by its own text, which is the therapist's language and may tell of the record.
    /// </summary>
    public static string Of(PartnerLanguage language, Refusal refusal) => (refusal.Code, refusal.Field) switch
    {
        ("PRA020" or "APP001", "Task" or "Goal" or "Bond" or "Fairness" or "Safety" or "WithinCouple") => OutOfRange(language, refusal.Field, 7),
        ("PRA020" or "APP001", "TensionStrength" or "TensionCleared") => OutOfRange(language, refusal.Field, 5),
        ("PRA021" or "APP001", "Care" or "Expectation" or "CareAtHome" or "ExpectationAtHome" or "StillOpen" or "SinceLastTime" or "MaySpeak") => Words.Of(language, "Error.Choice", Of(language, refusal.Field)),
        ("PRA022", "TensionWords") => Words.Of(language, "Error.Length", Of(language, refusal.Field), 2_000),
        _ => Of(language, "Error.Other"),
    };

    private static string OutOfRange(PartnerLanguage language, string field, int high) => Words.Of(language, "Error.Range", Of(language, field), 1, high);
}
