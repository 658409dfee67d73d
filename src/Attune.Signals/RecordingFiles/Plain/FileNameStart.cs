using System.Globalization;

namespace Attune.Signals.RecordingFiles.Plain;

/// <summary>Elite HRV keeps the start only in the file name: "2017-06-29 13-11-53.txt", local time.</summary>
internal static class FileNameStart
{
    private const string Pattern = "yyyy-MM-dd HH-mm-ss";

    internal static void Take(TextInput input, Understanding seen)
    {
        var stem = input.Stem;
        if (stem.Length < Pattern.Length
            || !DateTime.TryParseExact(stem[^Pattern.Length..], Pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var start)
            || start.Year < 1971)
            return;
        seen.Remark("The start was taken from the file name.");
        seen.StartsAt(start, null);
    }
}
