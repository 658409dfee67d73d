namespace Attune.Exchange;

/// <summary>Text that goes into a cell and must stay text there.</summary>
internal static class SpreadsheetText
{
    /// <summary>
    /// A spreadsheet takes a cell that begins with one of these for a formula (OWASP, CSV injection), so an apostrophe is put before.
    /// For text only: a negative number has to stay a number.
    /// </summary>
    internal static string Harmless(string text) =>
        text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? "'" + text : text;
}
