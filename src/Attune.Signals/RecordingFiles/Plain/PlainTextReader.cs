using System.Text;
using Attune.Signals.RecordingFiles.Text;

namespace Attune.Signals.RecordingFiles.Plain;

/// <summary>
/// Text with one number per line: blank lines and lines that begin with # (Kubios) are passed over, and one header line before the
/// first number. The numbers are intervals, or times of beats where they rise throughout (RHRV). What holds several columns goes to <see cref="PlainTableReader"/>.
/// </summary>
internal static class PlainTextReader
{
    internal static RecordingOutcome Read(TextInput input)
    {
        var seen = new Understanding(RecordingFormat.PlainIntervals, input.Options);
        if (input.Options.SamplingRateHz is not null)
            return PlainSignalReader.Read(input);
        // The first two: a header of one name may stand above numbers with decimal commas.
        if (input.Options.Column is not null || input.First.Where(static line => line[0] != '#').Take(2).Any(HoldsSeveral))
        {
            var comma = CommaProbe.Decide(input);
            if (comma is RecordingOutcome.Undecided undecided)
                return undecided;
            if (comma is not CommaProbe.IsDecimal)
                return PlainTableReader.Read(input);
            seen.Remark("The commas were taken for decimal marks.");
            return Collect(input, new(decimalComma: true), seen);
        }

        return Collect(input, new(decimalComma: false), seen);
    }

    /// <summary>Whether a line that is no single number holds more than one cell.</summary>
    internal static bool HoldsSeveral(string line) => line.AsSpan().ContainsAny(',', ';', '\t');

    internal static bool IsNumber(string cell) => FixedPoint.TryParse(Encoding.UTF8.GetBytes(cell), decimalComma: false, out _);

    private static RecordingOutcome Collect(TextInput input, NumberLines lines, Understanding seen)
    {
        var (header, comments) = ("", 0);
        if (input.First.Length > 0)
            lines.Numbers.Expect(input.Bytes / (1 + input.First.Average(static line => line.Length)));
        while (!lines.Numbers.IsFull && !lines.IsHopeless && input.Lines.TryNext(out var raw))
        {
            var line = Cells.TrimSpaces(raw);
            if (line.IsEmpty)
                continue;
            if (line[0] == '#')
            {
                comments++;
            }
            else if (lines.Numbers.Count == 0 && header.Length == 0 && !FixedPoint.TryParse(line, lines.DecimalComma, out _))
            {
                header = Cells.Quote(line);
                seen.Remark($"Line {input.Lines.Number} was taken for a header and passed over.", input.Lines.Number);
            }
            else
            {
                lines.Add(line, input.Lines.Number);
            }

            if (!lines.DecimalComma && lines.Numbers.Count > 0)
                input.Lines.TakePlain(lines.Numbers);
        }

        if (lines.Verdict() is { } refused)
            return refused;
        if (comments > 0)
            seen.Remark($"Lines of comment (#) that were passed over: {comments}.");
        lines.Note(seen);
        FileNameStart.Take(input, seen);
        return PlainNumbers.Build(seen, lines.Numbers, PlainNumbers.UnitIn(header));
    }
}
