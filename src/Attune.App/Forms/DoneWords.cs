namespace Attune.App.Forms;

/// <summary>What a page says, once, about what was just done: where a form leads elsewhere, or a page has several that say nothing themselves.</summary>
internal static class DoneWords
{
    public const string Parameter = "done";

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["plan"] = "The plan is saved.",
        ["debrief"] = "The debrief is saved.",
        ["later"] = "The debrief waits, with what you typed.",
        ["recording"] = "The recording is kept.",
        ["me"] = "Your side is saved.",
        ["card"] = "The card is saved.",
        ["noted"] = "Noted.",
        ["forecast"] = "What you expect is kept.",
        ["no-forecast"] = "Left open. It is not asked again for this session.",
        ["live"] = "The session is in the record. Two minutes now, while it is fresh.",
    };

    /// <summary>Null for anything that is not ours: an address can be made up.</summary>
    public static string? Of(HttpContext? http) => http is null || !HttpMethods.IsGet(http.Request.Method) ? null : Words.GetValueOrDefault(http.Request.Query[Parameter].ToString());

    /// <summary>The address that says so. A word that has no sentence here is a mistake of ours.</summary>
    public static string In(string address, string word) =>
        Words.ContainsKey(word)
            ? $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Parameter}={word}"
            : throw new ArgumentOutOfRangeException(nameof(word), word, "There is no sentence for it.");
}
