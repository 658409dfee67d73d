namespace Attune.Signals.RecordingFiles.Text;

/// <summary>
/// One number per line, damaged lines included: where at most one line in a hundred is unreadable (our proposal), it becomes a beat of unknown length
/// with its place in the report; where more are, this is no list of beats.
/// </summary>
internal sealed class NumberLines(bool decimalComma)
{
    private const int LinesPerBadLine = 100;
    private int bad;
    private RecordingOutcome.Refused? firstBad;

    internal IntervalNumbers Numbers { get; } = new();

    internal bool DecimalComma => decimalComma;

    internal void Add(ReadOnlySpan<byte> cell, int line)
    {
        if (FixedPoint.TryParse(cell, decimalComma, out var number) && number.Mantissa >= 0)
        {
            Numbers.Add(number);
            return;
        }

        Bad(cell, line, number.Mantissa < 0);
    }

    /// <summary>A line that cannot be read: a beat of unknown length.</summary>
    internal void Bad(ReadOnlySpan<byte> cell, int line, bool isNegative = false)
    {
        var found = Cells.TrimSpaces(cell);
        firstBad ??= isNegative ? Refusals.Negative(line, found)
            : HoldsNumbers(found) ? Refusals.SeveralColumns(line, found)
            : Refusals.NotANumber(line, found);
        bad++;
        Numbers.Add(default);
    }

    /// <summary>Whether too much of it could not be read; with the first place.</summary>
    internal RecordingOutcome.Refused? Verdict() => bad * LinesPerBadLine > Numbers.Count ? firstBad : null;

    /// <summary>Whether so much could not be read that reading on is no use.</summary>
    internal bool IsHopeless => bad > IntervalNumbers.Most / LinesPerBadLine || (bad > LinesPerBadLine && bad * 2 > Numbers.Count);

    internal void Note(Understanding seen)
    {
        if (firstBad is null)
            return;
        seen.Dropped += bad;
        seen.Remark($"Lines that could not be read: {bad}, the first is line {firstBad.Line}. Each counts as one beat of unknown length.", firstBad.Line);
    }

    private static bool HoldsNumbers(ReadOnlySpan<byte> line)
    {
        var delimiter = TableHeader.DelimiterOf(line);
        var cells = 0;
        while (Cells.TryCell(line, delimiter, cells, out var cell))
        {
            if (!FixedPoint.TryParse(cell, delimiter != ',', out _))
                return false;
            cells++;
        }

        return cells > 1;
    }
}
