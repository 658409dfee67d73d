using Attune.Signals.Arousal;
using CsvHelper;

namespace Attune.Exchange.Hearts;

/// <summary>
/// Arousal episodes of one recording as CSV (RFC 4180: commas, CRLF, quotes where needed; numbers with a point in every culture).
/// </summary>
/// <remarks>
/// One row per episode; a recording without one has a single row with episode 0 and empty episode cells, so that "none found" can be
/// told from "not looked at". Columns: <c>file</c>; <c>episode</c> (from 1); <c>start_s</c>, <c>end_s</c> (since the first beat,
/// end outside), <c>duration_s</c>; <c>peak_bpm</c>, <c>mean_bpm</c>; <c>threshold_bpm</c> and <c>minimum_duration_s</c> (both had to
/// be passed); <c>rate_choice</c>, <c>artefact_rule</c>; <c>recorded_s</c>; <c>covered_s</c> (time in believable beats);
/// <c>coverage</c> (0-1); <c>artefact_share</c> of the beats (0-1); <c>standing</c> (Judgeable, or why no episode means nothing);
/// <c>algorithm</c>, <c>version</c>. Text that a spreadsheet would take for a formula (it begins with = + - @, tab or CR) gets an
/// apostrophe before it; numbers are written as numbers.
/// </remarks>
public static class EpisodesCsv
{
    private const string Precision = CsvTable.Precision;

    private static readonly string[] Columns =
    [
        "file", "episode", "start_s", "end_s", "duration_s", "peak_bpm", "mean_bpm", "threshold_bpm", "minimum_duration_s", "rate_choice",
        "artefact_rule", "recorded_s", "covered_s", "coverage", "artefact_share", "standing", "algorithm", "version",
    ];

    /// <summary>Writes header and rows; leaves <paramref name="writer"/> open. A second file goes below the first without its header.</summary>
    public static void Write(TextWriter writer, string fileName, ArousalFinding finding, bool withHeader = true)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(finding);
        CsvTable.Write(writer, Columns, withHeader, csv =>
        {
            if (finding.Episodes.IsEmpty)
                WriteRow(csv, fileName, 0, null, finding);
            for (var i = 0; i < finding.Episodes.Length; i++)
                WriteRow(csv, fileName, i + 1, finding.Episodes[i], finding);
        });
    }

    private static void WriteRow(CsvWriter csv, string fileName, int number, ArousalEpisode? episode, ArousalFinding finding)
    {
        csv.WriteField(fileName);
        csv.WriteField(number);
        csv.WriteField(episode?.Start.TotalSeconds, Precision);
        csv.WriteField(episode?.End.TotalSeconds, Precision);
        csv.WriteField(episode?.Duration.TotalSeconds, Precision);
        csv.WriteField(episode?.PeakBpm, Precision);
        csv.WriteField(episode?.MeanBpm, Precision);
        csv.WriteField(finding.ThresholdBpm, Precision);
        csv.WriteField(finding.MinimumDuration.TotalSeconds, Precision);
        csv.WriteField(finding.RateChoice.ToString());
        csv.WriteField(finding.ArtefactRule.ToString());
        csv.WriteField(finding.Recorded.TotalSeconds, Precision);
        csv.WriteField(finding.Covered.TotalSeconds, Precision);
        csv.WriteField(finding.Coverage, Precision);
        csv.WriteField(finding.ArtefactShare, Precision);
        csv.WriteField(finding.Standing.ToString());
        csv.WriteField(finding.Algorithm);
        csv.WriteField(finding.Version);
        csv.EndRecord();
    }
}
