using System.Globalization;

using Attune.Signals.RecordingFiles.Tables;
using Attune.Signals.RecordingFiles.Text;

namespace Attune.Signals.RecordingFiles.Plain;

/// <summary>
/// VNS Analyse (German): sections under headings; the raw RR section in s, a decimal comma possible, notes behind a tab. The corrected section repeats the beats and is left.
/// </summary>
internal static class VnsAnalyseReader
{
    private const string Section = "RR-Intervalle";
    private const string Note = "Notiz:";

    internal static bool Recognises(TextInput input) => input.First.Any(static line =>
        line.StartsWith(Section, StringComparison.OrdinalIgnoreCase) || line.Contains("VNS Analyse", StringComparison.OrdinalIgnoreCase));

    internal static RecordingOutcome Read(TextInput input)
    {
        var seen = new Understanding(RecordingFormat.VnsAnalyse, input.Options);
        var lines = new NumberLines(decimalComma: true);
        var (inside, done, sum) = (false, false, 0.0);
        while (!lines.Numbers.IsFull && !lines.IsHopeless && input.Lines.TryNext(out var raw))
        {
            var line = Cells.TrimSpaces(raw);
            if (Cells.StartsWith(line, Section))
            {
                // The section that comes first is the raw one; another one repeats it.
                done = inside;
                inside = true;
                continue;
            }

            if (done || !inside || line.IsEmpty)
                continue;
            Cells.TryCell(line, (byte)'\t', 0, out var cell);
            var note = Cells.Rest(line, (byte)'\t', 1);
            if (FixedPoint.TryParse(cell, decimalComma: false, out var number) && number.Mantissa >= 0)
                lines.Numbers.Add(number);
            else
                lines.Add(cell, input.Lines.Number);
            if (!note.IsEmpty && sum < Beats.BeatSeries.LongestDuration.TotalSeconds)
                seen.Marks.Add(new(TimeSpan.FromSeconds(sum), null, Cells.Text(Cells.StartsWith(note, Note) ? note[Note.Length..] : note)));
            sum += lines.Numbers[^1].ToDouble();
        }

        if (lines.Verdict() is { } refused)
            return refused;
        if (done)
            seen.Remark("The file repeats the beats after its own correction; the raw ones were read.");
        lines.Note(seen);
        TakeStart(input, seen);
        return PlainNumbers.TryUnit(seen, lines.Numbers.Median(), IntervalUnit.Seconds) ?? SeriesBuilding.Intervals(seen, lines.Numbers);
    }

    /// <summary>The date stands in the name: "... - 15.03.2025 09.07 Langzeit, 1h 46min.txt", local time.</summary>
    private static void TakeStart(TextInput input, Understanding seen)
    {
        const string pattern = "dd.MM.yyyy HH.mm";
        var stem = input.Stem;
        for (var at = 0; at + pattern.Length <= stem.Length; at++)
        {
            if (!DateTime.TryParseExact(stem.Slice(at, pattern.Length), pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var start) || start.Year < 1971)
                continue;
            seen.Remark("The start was taken from the file name, to the minute.");
            seen.StartsAt(start, null);
            return;
        }
    }
}

/// <summary>A Kubios results report: many sections; the beats stand in columns under a heading that names the RR interval, beside their times.</summary>
internal static class KubiosReportReader
{
    internal static bool Recognises(TextInput input) => input.First.Take(10).Any(static line => line.Contains("Kubios", StringComparison.OrdinalIgnoreCase) && line[0] != '#')
        || input.First.Any(static line => line.StartsWith("RR DATA", StringComparison.OrdinalIgnoreCase));

    internal static RecordingOutcome Read(TextInput input)
    {
        var seen = new Understanding(RecordingFormat.KubiosReport, input.Options);
        var numbers = new IntervalNumbers();
        var (delimiter, column, headingLine) = ((byte)',', -1, 0);
        while (!numbers.IsFull && input.Lines.TryNext(out var raw))
        {
            if (column < 0)
            {
                var header = TableHeader.Parse(raw);
                // The list's own header; the tables of results name rates and measures, not "RR (s)" beside a time.
                column = header.IndexOf("times", "time", "timesec") >= 0 ? header.FirstMatch(IsInterval) : -1;
                (delimiter, headingLine) = (header.Delimiter, input.Lines.Number);
            }
            else if (new TableRow(raw, delimiter)[column] is { IsEmpty: false } cell && FixedPoint.TryParse(cell, delimiter == ';', out var number) && number.Mantissa > 0)
            {
                numbers.Add(number);
            }
            else if (numbers.Count > 0)
            {
                break;
            }
        }

        if (column < 0)
            return Refusals.NothingAboutHearts("This is a Kubios report of results without its list of RR intervals.");
        seen.Remark($"The RR list of a Kubios report was read, from line {headingLine} on: the beats of the analysed samples, after Kubios' own correction.", headingLine);
        return PlainNumbers.TryUnit(seen, numbers.Median(), null) ?? SeriesBuilding.Intervals(seen, numbers);
    }

    private static bool IsInterval(string name) => name is "rr" or "rrs" or "rrms" or "rrinterval" or "rrintervals" or "rrintervalms" or "rri";
}
