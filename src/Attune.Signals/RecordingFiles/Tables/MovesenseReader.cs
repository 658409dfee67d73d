using System.Globalization;
using Attune.Signals.RecordingFiles.Text;

namespace Attune.Signals.RecordingFiles.Tables;

/// <summary>
/// Movesense: a padded title, then <c>Average,RRData</c> without any time; ECG with <c>Timestamp,Sample</c> (Unix s); annotations with
/// <c>Timestamp,Type,Content</c>. A pause leaves no mark among the beats.
/// </summary>
internal static class MovesenseReader
{
    private const string NameTime = "yyyy_MM_dd-HH_mm_ss";

    internal static bool Recognises(TextInput input) =>
        Is(input.Title, "average", "rrdata") || Is(input.Second, "average", "rrdata") || Is(input.Title, "timestamp", "sample")
        || Is(input.Second, "timestamp", "sample") || Is(input.Title, "timestamp", "type", "content");

    internal static RecordingOutcome Read(TextInput input)
    {
        var seen = new Understanding(RecordingFormat.Movesense, input.Options);
        while (input.Lines.TryNext(out var line))
        {
            var header = TableHeader.Parse(line);
            if (header.IndexOf("rrdata") is var rr and >= 0)
            {
                StartInName(input, seen);
                seen.Remark("The Movesense file has no times: a pause leaves no mark in it. Read its annotations beside it before two people are laid over each other.");
                return IntervalTable.Read(input, header, new(RecordingFormat.Movesense, rr, IntervalUnit.Milliseconds), seen);
            }

            if (header.IndexOf("timestamp") < 0)
                continue;
            return header.IndexOf("sample") is var sample and >= 0
                ? SampledTable.Read(input, header, new(header.IndexOf("timestamp"), sample, "ECG", "", 1) { IsUnix = true }, seen)
                : Annotations(input, header, seen);
        }

        return Refusals.NoColumn("The Movesense file has no header line.");
    }

    private static RecordingOutcome Annotations(TextInput input, TableHeader header, Understanding seen)
    {
        var (time, type, content) = (header.IndexOf("timestamp"), header.IndexOf("type"), header.IndexOf("content"));
        double? first = null;
        var (paused, pausedAt, last) = (0.0, double.NaN, 0.0);
        while (seen.Marks.Count < IntervalNumbers.Most && input.Lines.TryNext(out var line))
        {
            var row = new TableRow(line, header.Delimiter);
            if (!FixedPoint.TryParse(row[time], decimalComma: false, out var number))
                continue;
            first ??= number.ToDouble();
            var at = number.ToDouble() - first.Value;
            if (Math.Abs(at) > Beats.BeatSeries.LongestDuration.TotalSeconds)
                continue;
            var kind = Cells.Text(row[type]);
            if (kind.EndsWith("Pause", StringComparison.OrdinalIgnoreCase))
                pausedAt = at;
            else if (kind.EndsWith("Resume", StringComparison.OrdinalIgnoreCase) && !double.IsNaN(pausedAt))
                (paused, pausedAt) = (paused + at - pausedAt, double.NaN);
            last = Math.Max(last, at);
            var text = string.Join(' ', kind, Cells.Text(Cells.Rest(line, header.Delimiter, content))).TrimEnd();
            seen.Marks.Add(new(TimeSpan.FromSeconds(at), null, text));
        }

        if (first is not { } start)
            return Refusals.NothingAboutHearts("The Movesense file holds no annotations.");
        seen.StartsAtUnix(start);
        seen.WallMs = last * 1_000;
        seen.Remark($"By its annotations the recording lasted {last:0.0} s, {paused:0.0} s of it paused.");
        return seen.Signals([]);
    }

    /// <summary>HR-2025_01_25-16_42_59.csv, local time; the title's date of two-digit numbers is not needed.</summary>
    private static void StartInName(TextInput input, Understanding seen)
    {
        var stem = input.Stem;
        if (stem.Length >= NameTime.Length && DateTime.TryParseExact(stem[^NameTime.Length..], NameTime, CultureInfo.InvariantCulture, DateTimeStyles.None, out var start))
        {
            seen.Remark("The start was taken from the file name.");
            seen.StartsAt(start, null);
        }
    }

    private static bool Is(string line, params ReadOnlySpan<string> names)
    {
        var header = TableHeader.Parse(System.Text.Encoding.UTF8.GetBytes(line));
        foreach (var name in names)
        {
            if (header.IndexOf(name) < 0)
                return false;
        }

        return header.Names.Length == names.Length;
    }
}
