using System.Globalization;
using System.Text;
using CsvHelper;

namespace Attune.Exchange.Study;

/// <summary>A table read whole, as text: for what needs all of it at once. At most <see cref="MostBytes"/>.</summary>
public sealed class TextTable
{
    // Programs write some lines about the recording above the header.
    private const int MostLinesAbove = 200;

    /// <summary>Bytes of a table that is read whole [our proposal]: as text in memory it takes some ten times as much.</summary>
    public const long MostBytes = 256 * 1024 * 1024;

    private readonly IReadOnlyList<string> _header;
    private readonly List<string[]> _rows;
    private readonly List<long> _lines;

    private TextTable(IReadOnlyList<string> header, List<string[]> rows, List<long> lines) => (_header, _rows, _lines) = (header, rows, lines);

    public IReadOnlyList<string> Header => _header;

    public int Count => _rows.Count;

    /// <summary>Whether a comma in a number is a point.</summary>
    public bool CommaIsPoint { get; private init; }

    /// <summary>Reads the table. Throws <see cref="StudyRefusedException"/>.</summary>
    /// <param name="needed">The header is the first row that names all of these; what stands above it is passed over.</param>
    public static TextTable Read(FileInfo table, params string[] needed)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Length > MostBytes)
        {
            throw new StudyRefusedException(new(
                StudyCodes.NotComputable, FormattableString.Invariant($"The table has {table.Length / 1_000_000} MB. It is read whole, and at most {MostBytes / 1_000_000} MB are: take a part of it.")));
        }

        var read = ParquetTable.Is(table) ? ParquetRows.All(table) : Csv(table, needed);
        if (read.Count == 0)
            throw new StudyRefusedException(new(StudyCodes.Empty, "There is no row below the header."));
        return read;
    }

    /// <summary>Place of a column; null where it is absent and not needed.</summary>
    public int? Column(string name, bool isNeeded = true) => ColumnNames.Find(_header, name, isNeeded);

    /// <summary>Without spaces round it; empty where nothing stands.</summary>
    public string Cell(int row, int column) => _rows[row][column].Trim();

    /// <summary>Line of the file, from 1.</summary>
    public long Line(int row) => _lines[row];

    /// <summary>NaN where nothing stands. Text is refused, since a rating that is no number would change what is computed.</summary>
    public double Number(int row, int column)
    {
        var bytes = Encoding.UTF8.GetBytes(Cell(row, column));
        if (StudyNumber.IsMissing(bytes))
            return double.NaN;
        return StudyNumber.TryRead(bytes, CommaIsPoint, out var number) ? number : throw new StudyRefusedException(new(
            StudyCodes.NotANumber, $"Line {Line(row)} has '{Cell(row, column)}' in column '{_header[column]}', which is no number.", Line(row)));
    }

    internal static TextTable Of(IReadOnlyList<string> header, List<string[]> rows) => new(header, rows, [.. Enumerable.Range(1, rows.Count).Select(row => (long)row)]);

    private static TextTable Csv(FileInfo table, string[] needed)
    {
        var content = File.ReadAllBytes(table.FullName);
        var layout = CsvLayout.Of(content);
        var mark = content.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        string[]? header = null;
        var (rows, lines, above) = (new List<string[]>(), new List<long>(), new List<string[]>());
        try
        {
            using var reader = CsvReader.Create(content.AsMemory(mark), layout.Reading);
            while (reader.Read())
            {
                string[] cells = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
                if (header is null)
                {
                    above.Add(cells);
                    if (Names(cells, needed))
                        header = cells;
                    else if (above.Count >= MostLinesAbove)
                        break;
                    continue;
                }

                if (cells.Length != header.Length)
                    throw new StudyRefusedException(new(StudyCodes.BrokenRow, $"Line {reader.LineNumber} has {cells.Length} cells and the header {header.Length}.", reader.LineNumber));
                rows.Add(cells);
                lines.Add(reader.LineNumber);
            }
        }
        catch (CsvFormatException broken)
        {
            throw new StudyRefusedException(new(StudyCodes.BrokenRow, string.Create(CultureInfo.InvariantCulture, $"Line {broken.LineNumber} cannot be read: {broken.Message}"), broken.LineNumber));
        }

        // No row names them all: the first is the header, and it is said what it lacks.
        if (header is null)
        {
            foreach (var name in needed)
                _ = ColumnNames.Find(above.Count > 0 ? above[0] : [], name, isNeeded: true);
        }

        return new TextTable(header ?? [], rows, lines) { CommaIsPoint = layout.CommaIsPoint };
    }

    private static bool Names(string[] cells, string[] needed) => needed.All(name => ColumnNames.Find(cells, name, isNeeded: false) is not null);
}
