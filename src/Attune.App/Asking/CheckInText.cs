using System.Globalization;
using System.Resources;

namespace Attune.App.Asking;

/// <summary>The words of the check-in, from the resource file of the reader's language.</summary>
internal static class CheckInText
{
    private static readonly ResourceManager Words = new("Attune.App.Asking.CheckInText", typeof(CheckInText).Assembly);

    /// <summary>A key without words is a bug, never an empty label.</summary>
    public static string Of(string key) =>
        Words.GetString(key, CultureInfo.CurrentUICulture) ?? throw new KeyNotFoundException($"The check-in has no words for \"{key}\".");
}
