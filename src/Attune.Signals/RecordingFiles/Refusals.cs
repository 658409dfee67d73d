using System.Globalization;

namespace Attune.Signals.RecordingFiles;

/// <summary>Every refusal with its sentence, in one place.</summary>
internal static class Refusals
{
    private const int LongestQuote = 40;

    internal static RecordingOutcome.Refused Empty() => new(
        RecordingCodes.Empty, "The file is empty. Export the recording again.", null);

    internal static RecordingOutcome.Refused TooLarge() => new(
        RecordingCodes.TooLarge, "The file is larger than 16 MiB, which is more than a month of heart beats. Choose the file of one session.", null);

    internal static RecordingOutcome.Refused NotText() => new(
        RecordingCodes.NotText, "The file is not text. Export the beat intervals as text, one per line, or as a Polar HRM file.", null);

    internal static RecordingOutcome.Refused MacCompanion() => new(
        RecordingCodes.MacCompanion,
        "This is a companion file that macOS writes beside a recording (its name begins with \"._\"); it holds no beats. Choose the file of the same name without \"._\".",
        null);

    internal static RecordingOutcome.Refused NotANumber(int line, ReadOnlySpan<char> found) => new(
        RecordingCodes.NotANumber,
        $"Line {line} holds '{Quote(found)}' where a beat interval was expected. Remove the line if it is a note, or export the recording again.",
        line);

    internal static RecordingOutcome.Refused Negative(int line, ReadOnlySpan<char> found) => new(
        RecordingCodes.NegativeInterval, $"Line {line} holds '{Quote(found)}': a beat interval cannot be negative. Export the recording again.", line);

    internal static RecordingOutcome.Refused BeatTimes() => new(
        RecordingCodes.BeatTimes,
        "The numbers rise from the first to the last, so they look like the times of beats and not like the intervals between them. Beat times are not read yet: export the intervals (RR).",
        null);

    internal static RecordingOutcome.Refused TooFewBeats(int count) => new(
        RecordingCodes.TooFewBeats,
        string.Create(CultureInfo.InvariantCulture, $"The file holds {count} beat interval{(count == 1 ? "" : "s")}; at least 2 are needed. Check that the recording was exported to its end."),
        null);

    internal static RecordingOutcome.Refused UnknownUnit(double median) => new(
        RecordingCodes.UnknownUnit,
        string.Create(CultureInfo.InvariantCulture, $"Half of the numbers lie below {median:0.###}, which is neither a beat interval in ms (250 to 2500) nor in s (0.25 to 2.5). Export the intervals in ms."),
        null);

    internal static RecordingOutcome.Refused SeveralColumns(int line, ReadOnlySpan<char> found) => new(
        RecordingCodes.SeveralColumns,
        $"Line {line} holds several values ('{Quote(found)}'), and no column is named as beat intervals (rr, rri). Tables like this and decimal commas are not read yet: export one interval per line.",
        line);

    internal static RecordingOutcome.Refused PolarWithoutBeats(int? line) => new(
        RecordingCodes.PolarWithoutBeats,
        "The Polar file has no beat intervals: its [HRData] section is missing or empty. Export the recording again from the Polar software.",
        line);

    internal static RecordingOutcome.Refused PolarNotIntervals(int line, ReadOnlySpan<char> interval) => new(
        RecordingCodes.PolarNotIntervals,
        $"The Polar file holds heart rates (Interval={Quote(interval)}) and not the intervals between beats (Interval=238). Record with R-R switched on.",
        line);

    internal static RecordingOutcome.Refused PolarDamaged(string what, int? line) => new(
        RecordingCodes.PolarDamaged, $"The Polar file is damaged: {what}. Export the recording again from the Polar software.", line);

    internal static RecordingOutcome.Refused TooLong() => new(
        RecordingCodes.TooLong, "The intervals sum to more than 31 days, so they cannot be the intervals of one session. Check which column was exported.", null);

    private static string Quote(ReadOnlySpan<char> found) =>
        found.Length <= LongestQuote ? found.ToString() : string.Concat(found[..LongestQuote], "...");
}
