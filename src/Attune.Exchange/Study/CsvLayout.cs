using System.Text;
using CsvHelper;

namespace Attune.Exchange.Study;

/// <summary>How a CSV file is written: its separator and its header.</summary>
/// <param name="Separator">A comma, a semicolon or a tab: whichever stands most often in the header.</param>
/// <param name="BodyAt">Byte at which the first row begins.</param>
/// <param name="HeaderLines">Lines that the header takes, from 1.</param>
internal sealed record CsvLayout(char Separator, IReadOnlyList<string> Header, int BodyAt, int HeaderLines)
{
    public bool CommaIsPoint => Separator == ';';

    public CsvReaderOptions Reading => new()
    {
        Separator = Separator,
        HasHeader = false,
        SkipEmptyLines = true,
        TrackLineNumbers = true,
        MaxRecordSize = CsvBlocks.LongestRecord,
        Encoding = Encoding.UTF8,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    /// <param name="start">The file's beginning, with the whole header in it.</param>
    public static CsvLayout Of(ReadOnlyMemory<byte> start)
    {
        var mark = start.Span.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var end = CsvBlocks.EndOfFirstRecord(start.Span[mark..]);
        var line = start.Slice(mark, end);
        var separator = SeparatorOf(line.Span);
        var layout = new CsvLayout(separator, [], mark + end, 1 + line.Span.TrimEnd("\r\n"u8).Count((byte)'\n'));
        using var reader = CsvReader.Create(line, layout.Reading with { SkipEmptyLines = false });
        if (line.Span.TrimEnd("\r\n \t"u8).IsEmpty || !reader.Read())
            throw new StudyRefusedException(new(StudyCodes.Empty, "The file begins without a header: its first line has to name the columns.", 1));
        var header = new string[reader.FieldCount];
        for (var i = 0; i < header.Length; i++)
            header[i] = reader.GetString(i).Trim();
        return layout with { Header = header };
    }

    private static char SeparatorOf(ReadOnlySpan<byte> header)
    {
        Span<int> counts = [0, 0, 0];
        var isQuoted = false;
        foreach (var letter in header)
        {
            isQuoted ^= letter == (byte)'"';
            if (!isQuoted && letter is (byte)',' or (byte)';' or (byte)'\t')
                counts[letter switch { (byte)',' => 0, (byte)';' => 1, _ => 2 }]++;
        }

        return counts[1] > counts[0] && counts[1] >= counts[2] ? ';' : counts[2] > counts[0] ? '\t' : ',';
    }
}
