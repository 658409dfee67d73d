namespace Attune.App.Helping;

/// <summary>
/// The shortcuts: g and a letter, one after the other, outside fields. A link that is on the page carries its letter; the script follows that link and
/// knows no address of its own.
/// </summary>
internal static class Keys
{
    public const string Caseload = "c", Between = "b", MySide = "i", Settings = "s", Course = "o", Map = "m", Plan = "p", Assessment = "a", Trust = "t", Live = "l", Help = "?";

    public static readonly IReadOnlyList<(string Key, string Where)> Everywhere =
        [(Caseload, "the caseload"), (Between, "between two couples"), (MySide, "my side"), (Settings, "the settings")];

    public static readonly IReadOnlyList<(string Key, string Where)> OfACouple =
        [(Course, "the course"), (Map, "the rupture map"), (Plan, "the plan for the next session"), (Live, "the session while it goes on"), (Assessment, "the assessment"), (Trust, "trust")];

    /// <summary>What a link says of its shortcut to who rests on it.</summary>
    public static string Title(string key) => $"Shortcut: g, then {key}";
}
