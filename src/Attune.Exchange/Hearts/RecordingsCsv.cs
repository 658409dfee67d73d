using System.Globalization;
using Attune.Signals.RecordingFiles;
using CsvHelper;

namespace Attune.Exchange.Hearts;

/// <summary>What was understood of recordings, one row each, as <see cref="CsvTable"/> writes.</summary>
/// <remarks>
/// Columns: <c>file</c>; <c>reading</c> (empty, or the words of one of several readings of an ambiguous file); <c>options</c> that choose it; <c>format</c>; <c>content</c> (beats,
/// rate or signals); <c>unit</c>, <c>unit_reason</c>; <c>start</c> by the recorder's clock and its <c>utc_offset_min</c>, empty where not known; <c>beats</c> (measured
/// ones); <c>length_s</c>, <c>wall_s</c>, <c>drift_s</c>; <c>gaps</c> and their <c>gaps_s</c>; <c>dropped</c>; <c>coverage</c> (0-1); <c>was_cut</c>; <c>marks</c> (how many);
/// <c>remarks</c>, joined by " | ".
/// </remarks>
public static class RecordingsCsv
{
    private static readonly string[] Columns =
    [
        "file", "reading", "options", "format", "content", "unit", "unit_reason", "start", "utc_offset_min", "beats", "length_s", "wall_s", "drift_s", "gaps", "gaps_s", "dropped",
        "coverage", "was_cut", "marks", "remarks",
    ];

    /// <param name="writer">Stays open.</param>
    /// <param name="fileName">First column.</param>
    /// <param name="read">The recording.</param>
    /// <param name="reading">Words of this reading of an ambiguous file; null for the only one.</param>
    /// <param name="options">The options that choose it, as they are typed.</param>
    /// <param name="withHeader">False below another file's rows.</param>
    public static void Write(TextWriter writer, string fileName, RecordingOutcome.Read read, string? reading = null, string? options = null, bool withHeader = true)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(read);
        CsvTable.Write(writer, Columns, withHeader, csv => Row(csv, fileName, read, reading, options));
    }

    private static void Row(CsvWriter csv, string fileName, RecordingOutcome.Read read, string? reading, string? options)
    {
        var report = read.Report;
        csv.WriteField(fileName);
        csv.WriteField(reading);
        csv.WriteField(options);
        csv.WriteField(report.Format.ToString());
        csv.WriteField(RecordingNames.Of(read.Content));
        csv.WriteField(report.Unit?.ToString());
        csv.WriteField(report.UnitReason);
        csv.WriteField(report.Start?.Clock.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture));
        csv.Number(report.Start?.UtcOffset?.TotalMinutes);
        csv.WriteField(read.Beats.CountBeats());
        csv.Number(report.Length.TotalSeconds);
        csv.Number(report.WallTime?.TotalSeconds);
        csv.Number(report.Drift?.TotalSeconds);
        csv.WriteField(report.Gaps.Length);
        csv.Number(report.Gaps.Sum(gap => gap.Duration.TotalSeconds));
        csv.WriteField(report.Dropped);
        csv.Number(report.Coverage);
        csv.WriteField(report.WasCut ? "yes" : "no");
        csv.WriteField(read.Marks.Length);
        csv.WriteField(string.Join(" | ", read.Remarks));
        csv.EndRecord();
    }
}
