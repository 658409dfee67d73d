using System.Globalization;
using System.Text;
using CsvHelper;
using Parquet.Data;

namespace Attune.Exchange.Study;

/// <summary>
/// Some columns of a table, all rows of them: for what has to see every row at once. Its room grows with the rows, by 8 bytes a cell. Text where a number is
/// wanted refuses the table; a cell with nothing in it is NaN, or null.
/// </summary>
public sealed class ColumnTable
{
    private readonly List<string?>[] _texts;
    private readonly List<double>[] _numbers;
    private readonly List<long> _lines = [];

    private ColumnTable(int texts, int numbers)
    {
        _texts = [.. Enumerable.Range(0, texts).Select(_ => new List<string?>())];
        _numbers = [.. Enumerable.Range(0, numbers).Select(_ => new List<double>())];
    }

    public int Count => _lines.Count;

    public string? Text(int column, int row) => _texts[column][row];

    public double Number(int column, int row) => _numbers[column][row];

    /// <summary>Line of the file from 1, or row of a Parquet file.</summary>
    public long Line(int row) => _lines[row];

    /// <summary>Reads piece after piece, side by side. Throws <see cref="StudyRefusedException"/>: the first thing that is wrong, with its line.</summary>
    public static ColumnTable Read(FileInfo table, IReadOnlyList<string> texts, IReadOnlyList<string> numbers, StudyCrew crew, IProgress<double>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(numbers);
        ArgumentNullException.ThrowIfNull(crew);
        var all = new ColumnTable(texts.Count, numbers.Count);
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var piece in ParquetTable.Is(table) ? Parquet(table, texts, numbers, crew, progress) : Csv(table, texts, numbers, crew, progress))
            all.Append(piece, words);
        return all.Count > 0 ? all : throw new StudyRefusedException(new(StudyCodes.Empty, "There is no row below the header."));
    }

    private void Append(Piece piece, Dictionary<string, string> words)
    {
        for (var column = 0; column < _texts.Length; column++)
            _texts[column].AddRange(piece.Rows._texts[column].Select(text => text is null ? null : words.TryGetValue(text, out var known) ? known : words[text] = text));
        for (var column = 0; column < _numbers.Length; column++)
            _numbers[column].AddRange(piece.Rows._numbers[column]);
        _lines.AddRange(piece.Rows._lines.Select(line => line + piece.FirstLine));
        if (piece.Refusal is { } refusal)
        {
            var line = refusal.Line!.Value + piece.FirstLine;
            throw new StudyRefusedException(refusal with { Line = line, Message = string.Format(CultureInfo.InvariantCulture, refusal.Message, line) });
        }
    }

    private static IEnumerable<Piece> Csv(FileInfo table, IReadOnlyList<string> texts, IReadOnlyList<string> numbers, StudyCrew crew, IProgress<double>? progress)
    {
        using var file = table.OpenRead();
        var layout = CsvLayout.Of(CsvBlocks.Start(file));
        var (words, values) = (Places(layout.Header, texts), Places(layout.Header, numbers));
        file.Position = layout.BodyAt;
        var line = layout.HeaderLines + 1L;
        foreach (var piece in crew.Each(CsvBlocks.Of(file), block => Csv(block, layout, words, values)))
        {
            piece.FirstLine = line;
            line += piece.Lines;
            progress?.Report((double)file.Position / Math.Max(1, file.Length));
            yield return piece;
        }
    }

    private static int[] Places(IReadOnlyList<string> header, IReadOnlyList<string> names) => [.. names.Select(name => ColumnNames.Find(header, name, isNeeded: true)!.Value)];

    private static Piece Csv(ReadOnlyMemory<byte> block, CsvLayout layout, int[] texts, int[] numbers)
    {
        var piece = new Piece(new ColumnTable(texts.Length, numbers.Length)) { Lines = block.Span.Count((byte)'\n') };
        try
        {
            using var reader = CsvReader.Create(block, layout.Reading);
            while (piece.Refusal is null && reader.Read())
            {
                var line = reader.LineNumber - 1;
                if (reader.FieldCount != layout.Header.Count)
                {
                    piece.Refusal = new(
                        StudyCodes.BrokenRow, $"Line {{0}} has {reader.FieldCount} cells and the header {layout.Header.Count}: mend the row, or put text that holds a separator between quotation marks.", line);
                    break;
                }

                for (var i = 0; i < numbers.Length; i++)
                    piece.Add(i, reader.GetSpan(numbers[i]), layout.CommaIsPoint, layout.Header[numbers[i]], "Line", line);
                for (var i = 0; i < texts.Length; i++)
                    piece.Rows._texts[i].Add(StudyNumber.IsMissing(reader.GetSpan(texts[i])) ? null : Encoding.UTF8.GetString(reader.GetSpan(texts[i]).Trim((byte)' ')));
                piece.Rows._lines.Add(line);
            }
        }
        catch (CsvFormatException broken)
        {
            piece.Refusal ??= new(StudyCodes.BrokenRow, $"Line {{0}} cannot be read: {Piece.Shown(broken.Message)}", broken.LineNumber - 1);
        }

        return piece;
    }

    private static IEnumerable<Piece> Parquet(FileInfo table, IReadOnlyList<string> texts, IReadOnlyList<string> numbers, StudyCrew crew, IProgress<double>? progress)
    {
        int groups;
        string[] names;
        using (var open = new OpenParquet(table))
            (groups, names) = (open.Reader.RowGroupCount, open.Names);
        var (words, values) = (Places(names, texts), Places(names, numbers));
        var (row, done) = (1L, 0);
        foreach (var piece in crew.Each(Enumerable.Range(0, groups), group => Parquet(table, group, words, values)))
        {
            piece.FirstLine = row;
            row += piece.Lines;
            progress?.Report((double)++done / groups);
            yield return piece;
        }
    }

    private static Piece Parquet(FileInfo table, int number, int[] texts, int[] numbers)
    {
        using var open = new OpenParquet(table);
        using var group = open.Reader.OpenRowGroupReader(number);
        var rows = checked((int)group.RowCount);
        var piece = new Piece(new ColumnTable(texts.Length, numbers.Length)) { Lines = rows };
        try
        {
            for (var i = 0; i < numbers.Length; i++)
                FillNumbers(piece, i, group, open.Fields[numbers[i]], rows);
            for (var i = 0; i < texts.Length; i++)
                piece.Rows._texts[i].AddRange(TextsOf(group, open.Fields[texts[i]], rows));
        }
        catch (Exception broken) when (broken is not (StudyRefusedException or OutOfMemoryException))
        {
            throw ParquetTable.Unreadable(broken.Message);
        }

        piece.Rows._lines.AddRange(Enumerable.Range(0, rows).Select(row => (long)row));
        return piece;
    }

    private static void FillNumbers(Piece piece, int into, global::Parquet.ParquetRowGroupReader group, global::Parquet.Schema.DataField field, int rows)
    {
        var numbers = new double[rows];
        using (var column = ParquetTable.Column(group, field))
        {
            if (ParquetTable.TryNumbers(column, rows, numbers))
            {
                piece.Rows._numbers[into].AddRange(numbers.Select(number => double.IsFinite(number) ? number : double.NaN));
                return;
            }
        }

        var at = 0;
        foreach (var text in TextsOf(group, field, rows))
            piece.Add(into, Encoding.UTF8.GetBytes(text ?? ""), commaIsPoint: false, field.Name, "Row", at++);
    }

    private static string?[] TextsOf(global::Parquet.ParquetRowGroupReader group, global::Parquet.Schema.DataField field, int rows)
    {
        using var column = ParquetTable.Column(group, field);
        var (texts, numbers) = (new string?[rows], new double[rows]);
        if (ParquetTable.TryNumbers(column, rows, numbers))
            return Array.ConvertAll(numbers, number => double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : null);
        if (column is not RawColumnData<ReadOnlyMemory<char>> chars)
            throw ParquetTable.Unreadable($"column '{field.Name}' is neither numbers nor text.");
        var levels = ParquetTable.Levels(chars);
        var next = 0;
        for (var row = 0; row < rows; row++)
        {
            var text = levels.IsEmpty || levels[row] > 0 ? chars.Values[next++].ToString().Trim(' ') : "";
            texts[row] = StudyNumber.IsMissing(Encoding.UTF8.GetBytes(text)) ? null : text;
        }

        return texts;
    }

    /// <summary>Neighbouring rows; lines count from the first of them.</summary>
    private sealed class Piece(ColumnTable rows)
    {
        public ColumnTable Rows => rows;

        public long FirstLine { get; set; }

        public long Lines { get; init; }

        public StudyRefusal? Refusal { get; set; }

        public void Add(int column, ReadOnlySpan<byte> cell, bool commaIsPoint, string name, string place, long line)
        {
            var number = double.NaN;
            if (!StudyNumber.TryRead(cell, commaIsPoint, out number))
            {
                number = double.NaN;
                if (!StudyNumber.IsMissing(cell))
                {
                    Refusal ??= new(
                        StudyCodes.NotANumber, $"{place} {{0}} has '{Shown(Encoding.UTF8.GetString(cell[..Math.Min(cell.Length, 40)]))}' in column '{Shown(name)}', which is no number: mend the cell, or leave it empty.", line);
                }
            }

            rows._numbers[column].Add(number);
        }

        // A brace would be taken for the place of the line.
        public static string Shown(string text) => text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
    }

    private sealed class OpenParquet : IDisposable
    {
        public OpenParquet(FileInfo table)
        {
            Reader = ParquetTable.Open(table.OpenRead());
            Fields = Reader.Schema.DataFields;
        }

        public global::Parquet.ParquetReader Reader { get; }

        public global::Parquet.Schema.DataField[] Fields { get; }

        public string[] Names => Array.ConvertAll(Fields, one => one.Name);

        public void Dispose() => Reader.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
