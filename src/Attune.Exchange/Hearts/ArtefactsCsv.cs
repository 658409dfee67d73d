using Attune.Signals.Artefacts;
using Attune.Signals.Beats;
using CsvHelper;

namespace Attune.Exchange.Hearts;

/// <summary>Beats that an artefact rule touched, one row each, as <see cref="CsvTable"/> writes.</summary>
/// <remarks>
/// A recording without one has a single row with beat 0. Columns: <c>file</c>; <c>beat</c> (from 1, as recorded); <c>end_s</c>; <c>interval_ms</c>; <c>class</c> (ectopic, missed,
/// extra, long, short; gap, missing, touched); <c>artefact_rule</c>; <c>touched</c>, <c>recorded</c> (numbers of beats); <c>share_touched</c> (0-1).
/// </remarks>
public static class ArtefactsCsv
{
    private static readonly string[] Columns = ["file", "beat", "end_s", "interval_ms", "class", "artefact_rule", "touched", "recorded", "share_touched"];

    /// <summary>Writes header and rows; leaves <paramref name="writer"/> open.</summary>
    public static void Write(TextWriter writer, string fileName, BeatSeries beats, CorrectedBeats corrected, bool withHeader = true)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        var flagged = FlaggedBeat.Of(beats, corrected);
        CsvTable.Write(writer, Columns, withHeader, csv =>
        {
            if (flagged.IsEmpty)
                Row(csv, fileName, null, corrected);
            foreach (var beat in flagged)
                Row(csv, fileName, beat, corrected);
        });
    }

    private static void Row(CsvWriter csv, string fileName, FlaggedBeat? beat, CorrectedBeats corrected)
    {
        csv.WriteField(fileName);
        csv.WriteField(beat?.Number ?? 0);
        csv.Number(beat?.EndS);
        csv.Number(beat?.IntervalMs);
        csv.WriteField(beat?.Name);
        csv.WriteField(corrected.Rule.ToString());
        csv.WriteField(corrected.TouchedCount);
        csv.WriteField(corrected.RecordedCount);
        csv.Number(corrected.ShareTouched, "0.######");
        csv.EndRecord();
    }
}
