using Attune.Signals.RecordingFiles.Text;

namespace Attune.Signals.RecordingFiles;

/// <summary>Every refusal with its sentence, in one place.</summary>
internal static class Refusals
{
    internal static RecordingOutcome.Refused Empty() => new(
        RecordingCodes.Empty, "The file is empty. Export the recording again.", null);

    internal static RecordingOutcome.Refused TooLarge(long bytes) => new(
        RecordingCodes.TooLarge,
        FormattableString.Invariant($"The file is larger than {bytes / (1024 * 1024)} MiB, which is more than is read of this kind in one go. Choose the file of one session."),
        null);

    internal static RecordingOutcome.Refused NotText() => new(
        RecordingCodes.NotText,
        "The file is neither text nor one of the binary formats that are read (FIT, EDF, zip, gzip, NumPy). Export the beat intervals as text, one per line.",
        null);

    internal static RecordingOutcome.Refused MacCompanion() => new(
        RecordingCodes.MacCompanion,
        "This is a companion file that macOS writes beside a recording (its name begins with \"._\"); it holds no beats. Choose the file of the same name without \"._\".",
        null);

    internal static RecordingOutcome.Refused NotANumber(int line, ReadOnlySpan<byte> found) => new(
        RecordingCodes.NotANumber,
        $"Line {line} holds '{Cells.Quote(found)}' where a beat interval was expected. Remove the line if it is a note, or export the recording again.",
        line);

    internal static RecordingOutcome.Refused Negative(int line, ReadOnlySpan<byte> found) => new(
        RecordingCodes.NegativeInterval,
        $"Line {line} holds '{Cells.Quote(found)}': a beat interval cannot be negative. Export the recording again; if this is a raw signal, say how many samples it has a second.",
        line);

    internal static RecordingOutcome.Refused TooFewBeats(int count) => new(
        RecordingCodes.TooFewBeats,
        FormattableString.Invariant($"The file holds {count} beat interval{(count == 1 ? "" : "s")}; at least 2 are needed. Check that the recording was exported to its end."),
        null);

    internal static RecordingOutcome.Refused UnknownUnit(double median) => new(
        RecordingCodes.UnknownUnit,
        FormattableString.Invariant($"Half of the numbers lie below {median:0.###}, which is neither a beat interval in ms (250 to 2500) nor in s (0.25 to 2.5). Export the intervals in ms, or say their unit."),
        null);

    internal static RecordingOutcome.Refused SampleNumbers(double step) => new(
        RecordingCodes.SampleNumbers,
        FormattableString.Invariant($"The numbers rise like the places of beats in a signal, {step:0.###} apart in the middle, and not like times in s or ms. Say how many samples the signal has a second."),
        null);

    internal static RecordingOutcome.Refused SeveralColumns(int line, ReadOnlySpan<byte> found) => new(
        RecordingCodes.SeveralColumns,
        $"Line {line} holds several values ('{Cells.Quote(found)}'), and no column is named as beat intervals (rr, rri). Say which column holds them, or export one interval per line.",
        line);

    internal static RecordingOutcome.Refused RawSignal() => new(
        RecordingCodes.RawSignal,
        "The numbers swing smoothly from one to the next, as a raw signal (ECG, pulse wave) does and beat intervals do not. Say how many samples it has a second, or say the unit if these are intervals after all.",
        null);

    internal static RecordingOutcome.Refused PolarWithoutBeats(int? line) => new(
        RecordingCodes.PolarWithoutBeats,
        "The Polar file has no beats: its [HRData] section is missing or empty. Export the recording again from the Polar software.",
        line);

    internal static RecordingOutcome.Refused PolarNotIntervals(int line, string interval) => new(
        RecordingCodes.PolarNotIntervals,
        $"The Polar file holds laps or rates at a step that is not known (Interval={interval}) and not the intervals between beats (Interval=238). Record with R-R switched on.",
        line);

    internal static RecordingOutcome.Refused PolarDamaged(string what, int? line) => new(
        RecordingCodes.PolarDamaged, $"The Polar file is damaged: {what}. Export the recording again from the Polar software.", line);

    internal static RecordingOutcome.Refused TooLong() => new(
        RecordingCodes.TooLong, "The recording sums to more than 31 days, so it cannot be that of one session. Check which column was exported, and the clock of the recorder.", null);

    internal static RecordingOutcome.Refused LineTooLong(int line, int bytes) => new(
        RecordingCodes.LineTooLong, FormattableString.Invariant($"Line {line} is longer than {bytes / 1024} KiB: this is no list of beats. Export the recording again, one interval per line."), line);

    internal static RecordingOutcome.Refused NoRates() => new(
        RecordingCodes.NoRates, "The file has fewer than two heart rates. Check that a heart sensor was linked while it was recorded.", null);

    internal static RecordingOutcome.Refused OtherFormat(string name, string advice) => new(
        RecordingCodes.OtherFormat, $"The file is {name}, which is not read. {advice}", null);

    internal static RecordingOutcome.Refused Damaged(string kind, FormattableString what, int? line = null, long? at = null) => new(
        RecordingCodes.Damaged, $"The {kind} file is damaged: {FormattableString.Invariant(what)}. Copy or export it again from the device.", line, at);

    internal static RecordingOutcome.Refused ArchiveBounds(string what) => new(
        RecordingCodes.ArchiveBounds, $"The archive was not unpacked: {what}. Unpack it yourself and choose the file of one session.", null);

    internal static RecordingOutcome.Refused ArchiveChoice(string names) => new(
        RecordingCodes.ArchiveChoice, $"The archive holds several recordings ({names}). Say which one to read, or unpack it and choose one.", null);

    internal static RecordingOutcome.Refused NothingAboutHearts(string what) => new(
        RecordingCodes.NothingAboutHearts, $"{what} Choose the file with the heart's recording.", null);

    internal static RecordingOutcome.Refused NoColumn(string what) => new(
        RecordingCodes.NoColumn, $"{what} Export the recording again with all its columns.", 1);

    internal static RecordingOutcome.Refused BadOption(string what) => new(RecordingCodes.BadOption, what, null);
}
