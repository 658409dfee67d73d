using System.Collections.Immutable;
using System.Globalization;

namespace Attune.Signals.RecordingFiles;

/// <summary>
/// Text with one interval per line: blank lines and lines that begin with # (Kubios) are passed over, and one header line before
/// the first number. A table is read when its header names exactly one column as beat intervals.
/// </summary>
internal static class PlainIntervalsReader
{
    // Empatica's IBI is not here: its times are not the sum of its intervals, so reading that column alone would hide gaps.
    private static readonly string[] IntervalColumns = ["rr", "rri", "nn", "nni", "rrinterval", "rrintervals", "rrms", "rrims", "nnms", "rrs"];

    internal static RecordingOutcome Read(string fileName, string text)
    {
        var numbers = new List<decimal>();
        var remarks = ImmutableArray.CreateBuilder<string>();
        if (Collect(text, numbers, remarks) is { } refused)
            return refused;
        if (numbers.Count(number => number > 0) < 2)
            return Refusals.TooFewBeats(numbers.Count(number => number > 0));
        if (SeriesBuilding.LooksLikeBeatTimes(numbers))
            return Refusals.BeatTimes();

        var median = SeriesBuilding.Median(numbers);
        if (SeriesBuilding.GuessUnit(median) is not { } unit)
            return Refusals.UnknownUnit((double)median);
        remarks.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"The numbers were taken to be {(unit is IntervalUnit.Seconds ? "seconds" : "milliseconds")}: their median is {median:0.###}."));
        return SeriesBuilding.Build(numbers, RecordingFormat.PlainIntervals, unit, StartInName(fileName, remarks), remarks);
    }

    private static RecordingOutcome.Refused? Collect(string text, List<decimal> numbers, ImmutableArray<string>.Builder remarks)
    {
        Column? column = null;
        var (lineNumber, headerSeen) = (0, false);
        foreach (var rawLine in text.AsSpan().EnumerateLines())
        {
            lineNumber++;
            var line = rawLine.Trim();
            if (line.IsEmpty || line[0] == '#')
                continue;
            if (numbers.Count == 0 && !headerSeen && !StartsWithNumber(line))
            {
                headerSeen = true;
                if (IntervalLines.HoldsSeveral(line))
                {
                    column = NamedColumn(rawLine);
                    if (column is null)
                        return Refusals.SeveralColumns(lineNumber, line);
                }

                remarks.Add(HeaderRemark(lineNumber, column));
                continue;
            }

            if (column is { } named && !TryCell(rawLine, named, out line))
                return Refusals.NotANumber(lineNumber, rawLine.Trim());
            if (IntervalLines.Add(numbers, line, lineNumber) is { } refused)
                return refused;
        }

        return null;
    }

    private static string HeaderRemark(int line, Column? column) => column is { } named
        ? $"Only the column '{named.Name}' was read. A pause that other columns show is not seen."
        : string.Create(CultureInfo.InvariantCulture, $"Line {line} was taken for a header and passed over.");

    private static bool StartsWithNumber(ReadOnlySpan<char> line)
    {
        var end = line.IndexOfAny(",;\t");
        return IntervalLines.TryNumber(end < 0 ? line : line[..end].Trim(), out _);
    }

    private static Column? NamedColumn(ReadOnlySpan<char> header)
    {
        var delimiter = header.Contains(';') ? ';' : header.Contains('\t') ? '\t' : ',';
        Column? found = null;
        var (index, matches) = (0, 0);
        foreach (var range in header.Split(delimiter))
        {
            var name = header[range].Trim().Trim('"').ToString();
            if (IntervalColumns.Contains(Plain(name)))
            {
                found = new(index, delimiter, name);
                matches++;
            }

            index++;
        }

        return matches == 1 ? found : null;
    }

    /// <summary>Letters only, lower case: "R-R (ms)" and "rr_ms" are one name.</summary>
    private static string Plain(string name) => string.Concat(name.Where(char.IsAsciiLetter)).ToLowerInvariant();

    private static bool TryCell(ReadOnlySpan<char> line, Column column, out ReadOnlySpan<char> cell)
    {
        var index = 0;
        foreach (var range in line.Split(column.Delimiter))
        {
            if (index++ == column.Index)
            {
                cell = line[range].Trim();
                return true;
            }
        }

        cell = default;
        return false;
    }

    /// <summary>Elite HRV keeps the start only in the file name: "2017-06-29 13-11-53.txt", local time.</summary>
    private static DateTime? StartInName(string fileName, ImmutableArray<string>.Builder remarks)
    {
        const string pattern = "yyyy-MM-dd HH-mm-ss";
        var stem = Path.GetFileNameWithoutExtension(RecordingText.BaseName(fileName));
        if (stem.Length < pattern.Length
            || !DateTime.TryParseExact(stem[^pattern.Length..], pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var start))
            return null;
        remarks.Add("The start was taken from the file name.");
        return start;
    }

    private readonly record struct Column(int Index, char Delimiter, string Name);
}
