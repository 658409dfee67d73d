using System.Text;

namespace Attune.Signals.RecordingFiles.Text;

/// <summary>Pieces of a line of bytes.</summary>
internal static class Cells
{
    private const int LongestQuote = 40;

    /// <summary>Without spaces, tabs and quotes around it.</summary>
    internal static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> cell)
    {
        cell = TrimSpaces(cell);
        return cell.Length >= 2 && cell[0] == '"' && cell[^1] == '"' ? TrimSpaces(cell[1..^1]) : cell;
    }

    internal static ReadOnlySpan<byte> TrimSpaces(ReadOnlySpan<byte> cell)
    {
        while (!cell.IsEmpty && cell[0] <= ' ')
            cell = cell[1..];
        while (!cell.IsEmpty && cell[^1] <= ' ')
            cell = cell[..^1];
        return cell;
    }

    /// <summary>Cell <paramref name="index"/> of a line, untrimmed. False when the line has fewer.</summary>
    internal static bool TryCell(ReadOnlySpan<byte> line, byte delimiter, int index, out ReadOnlySpan<byte> cell)
    {
        for (; index > 0; index--)
        {
            var next = line.IndexOf(delimiter);
            if (next < 0)
            {
                cell = default;
                return false;
            }

            line = line[(next + 1)..];
        }

        var end = line.IndexOf(delimiter);
        cell = end < 0 ? line : line[..end];
        return true;
    }

    /// <summary>Everything from cell <paramref name="index"/> to the end of the line: a note may hold the delimiter.</summary>
    internal static ReadOnlySpan<byte> Rest(ReadOnlySpan<byte> line, byte delimiter, int index)
    {
        for (; index > 0; index--)
        {
            var next = line.IndexOf(delimiter);
            if (next < 0)
                return [];
            line = line[(next + 1)..];
        }

        return Trim(line);
    }

    internal static string Text(ReadOnlySpan<byte> cell) => Encoding.UTF8.GetString(Trim(cell));

    /// <summary>For a message: at most 40 characters, control characters shown as dots.</summary>
    internal static string Quote(ReadOnlySpan<byte> found)
    {
        var text = Encoding.UTF8.GetString(found.Length <= 4 * LongestQuote ? found : found[..(4 * LongestQuote)]);
        var cut = text.Length > LongestQuote || found.Length > 4 * LongestQuote;
        text = cut ? text[..Math.Min(text.Length, LongestQuote)] : text;
        return string.Concat(string.Concat(text.Select(letter => char.IsControl(letter) ? '·' : letter)), cut ? "..." : "");
    }

    internal static bool StartsWith(ReadOnlySpan<byte> line, string ascii)
    {
        if (line.Length < ascii.Length)
            return false;
        return Ascii.EqualsIgnoreCase(line[..ascii.Length], ascii);
    }
}
