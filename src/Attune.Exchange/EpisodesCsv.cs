using System.Globalization;
using Attune.Signals.Arousal;
using CsvHelper;
using CsvHelper.Configuration;

namespace Attune.Exchange;

/// <summary>
/// Arousal episodes of one recording as CSV (RFC 4180: commas, CRLF, quotes where needed; numbers with a point in every culture).
/// </summary>
/// <remarks>
/// One row per episode; a recording without one has a single row with episode 0 and empty episode cells, so that "none found" can be
/// told from "not looked at". Columns: <c>file</c>; <c>episode</c> (from 1); <c>start_s</c>, <c>end_s</c> (since the first beat,
/// end outside), <c>duration_s</c>; <c>peak_bpm</c>, <c>mean_bpm</c>; <c>threshold_bpm</c> and <c>minimum_duration_s</c> (both had to
/// be passed); <c>rate_choice</c>, <c>artefact_rule</c>; <c>recorded_s</c>; <c>covered_s</c> (time in believable beats);
/// <c>coverage</c> (0-1); <c>artefact_share</c> of the beats (0-1); <c>standing</c> (Judgeable, or why no episode means nothing);
/// <c>algorithm</c>, <c>version</c>.
/// </remarks>
public static class EpisodesCsv
{
    private static readonly string[] Columns =
    [
        "file", "episode", "start_s", "end_s", "duration_s", "peak_bpm", "mean_bpm", "threshold_bpm", "minimum_duration_s", "rate_choice",
        "artefact_rule", "recorded_s", "covered_s", "coverage", "artefact_share", "standing", "algorithm", "version",
    ];

    /// <summary>Writes header and rows; leaves <paramref name="writer"/> open.</summary>
    public static void Write(TextWriter writer, string fileName, ArousalFinding finding)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(finding);

        using var csv = new CsvWriter(writer, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" }, leaveOpen: true);
        WriteRow(csv, Columns);
        if (finding.Episodes.IsEmpty)
            WriteRow(csv, [.. Cells(fileName, 0, null, finding)]);
        for (var i = 0; i < finding.Episodes.Length; i++)
            WriteRow(csv, [.. Cells(fileName, i + 1, finding.Episodes[i], finding)]);
        csv.Flush();
    }

    private static IEnumerable<string> Cells(string fileName, int number, ArousalEpisode? episode, ArousalFinding finding) =>
    [
        SpreadsheetText.Harmless(fileName),
        number.ToString(CultureInfo.InvariantCulture),
        Seconds(episode?.Start),
        Seconds(episode?.End),
        Seconds(episode?.Duration),
        Number(episode?.PeakBpm),
        Number(episode?.MeanBpm),
        Number(finding.ThresholdBpm),
        Seconds(finding.MinimumDuration),
        finding.RateChoice.ToString(),
        finding.ArtefactRule.ToString(),
        Seconds(finding.Recorded),
        Seconds(finding.Covered),
        Number(finding.Coverage),
        Number(finding.ArtefactShare),
        finding.Standing.ToString(),
        SpreadsheetText.Harmless(finding.Algorithm),
        finding.Version.ToString(CultureInfo.InvariantCulture),
    ];

    private static void WriteRow(CsvWriter csv, string[] cells)
    {
        foreach (var cell in cells)
            csv.WriteField(cell);
        csv.NextRecord();
    }

    private static string Seconds(TimeSpan? time) => Number(time?.TotalSeconds);

    private static string Number(double? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}
