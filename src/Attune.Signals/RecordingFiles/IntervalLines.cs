using System.Globalization;

namespace Attune.Signals.RecordingFiles;

/// <summary>One number per line. Decimal arithmetic, so that .6 s becomes 600 ms and not nearly so.</summary>
internal static class IntervalLines
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private static readonly char[] Delimiters = [',', ';', '\t'];

    /// <summary>Whether a trimmed cell is a number, a negative one included.</summary>
    internal static bool TryNumber(ReadOnlySpan<char> cell, out decimal value) =>
        decimal.TryParse(cell, Style, CultureInfo.InvariantCulture, out value);

    /// <summary>Whether a trimmed line holds more than one cell.</summary>
    internal static bool HoldsSeveral(ReadOnlySpan<char> line) => line.ContainsAny(Delimiters);

    /// <summary>Adds the number of a trimmed cell, or says why it is none.</summary>
    internal static RecordingOutcome.Refused? Add(List<decimal> numbers, ReadOnlySpan<char> cell, int line)
    {
        if (!TryNumber(cell, out var value))
            return HoldsSeveral(cell) && AllAreNumbers(cell) ? Refusals.SeveralColumns(line, cell) : Refusals.NotANumber(line, cell);
        if (value < 0)
            return Refusals.Negative(line, cell);
        numbers.Add(value);
        return null;
    }

    private static bool AllAreNumbers(ReadOnlySpan<char> line)
    {
        foreach (var cell in line.SplitAny(Delimiters))
        {
            if (!TryNumber(line[cell].Trim(), out _))
                return false;
        }

        return true;
    }
}
