namespace Attune.Signals.RecordingFiles.Text;

/// <summary>The names of a table's columns. Matched by name and never by place: case, spaces and punctuation do not count.</summary>
internal sealed class TableHeader
{
    private readonly string[] plain;

    private TableHeader(byte delimiter, string[] names) => (Delimiter, Names, plain) = (delimiter, names, [.. names.Select(Plain)]);

    internal byte Delimiter { get; }

    /// <summary>Names as the file has them.</summary>
    internal string[] Names { get; }

    internal static TableHeader Parse(ReadOnlySpan<byte> line)
    {
        var delimiter = DelimiterOf(line);
        var names = new List<string>();
        for (var i = 0; Cells.TryCell(line, delimiter, i, out var cell); i++)
            names.Add(Cells.Text(cell));
        return new(delimiter, [.. names]);
    }

    /// <summary>Semicolon before tab before comma: with semicolons a comma is a decimal mark.</summary>
    internal static byte DelimiterOf(ReadOnlySpan<byte> line) =>
        line.Contains((byte)';') ? (byte)';' : line.Contains((byte)'\t') ? (byte)'\t' : (byte)',';

    /// <summary>Column of the first of these plain names that is there, from 0; -1 for none.</summary>
    internal int IndexOf(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Array.IndexOf(plain, name) is var index and >= 0)
                return index;
        }

        return -1;
    }

    internal int Matches(Func<string, bool> fits) => plain.Count(fits);

    internal int FirstMatch(Func<string, bool> fits) => Array.FindIndex(plain, name => fits(name));

    /// <summary>Letters and digits, lower case: "R-R (ms)" and "rr_ms" are one name.</summary>
    private static string Plain(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
