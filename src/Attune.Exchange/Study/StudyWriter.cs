using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Attune.Exchange.Hearts;
using CsvHelper;
using Parquet;
using Parquet.Schema;

namespace Attune.Exchange.Study;

/// <summary>How a result is written.</summary>
public enum StudyFormat
{
    /// <summary>As the tables about hearts are (RFC 4180, text that looks like a formula escaped).</summary>
    Csv = 1,

    /// <summary>Snappy; row groups of some two million cells, 250,000 rows at most.</summary>
    Parquet = 2,

    /// <summary>One object a line.</summary>
    Json = 3,
}

/// <summary>Writes rows as they come. <see cref="Encode"/> may be called side by side, <see cref="Append"/> in order. The same rows give the same bytes, however they were divided.</summary>
public abstract class StudyWriter : IDisposable
{
    /// <summary>Leaves <paramref name="into"/> open.</summary>
    public static StudyWriter On(Stream into, StudyFormat format, ImmutableArray<StudyColumn> columns) => format switch
    {
        StudyFormat.Csv => new Lines(into, columns, CsvLines, CsvHeader(columns)),
        StudyFormat.Json => new Lines(into, columns, JsonLines, []),
        StudyFormat.Parquet => new Groups(into, columns),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No such format."),
    };

    /// <summary>What can be done without knowing what comes before.</summary>
    public abstract StudyPiece Encode(StudyRows rows);

    public abstract void Append(StudyPiece piece);

    /// <summary>Everything is in the stream; nothing may follow.</summary>
    public abstract void Finish();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }

    private static byte[] CsvHeader(ImmutableArray<StudyColumn> columns)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        CsvTable.Write(text, columns.Select(column => column.Name), withHeader: true, _ => { });
        return System.Text.Encoding.UTF8.GetBytes(text.ToString());
    }

    private static byte[] CsvLines(StudyRows rows)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, CsvTable.Options, leaveOpen: true))
        {
            for (var row = 0; row < rows.Count; row++)
            {
                for (var column = 0; column < rows.Columns.Length; column++)
                    WriteCell(csv, rows, column, row);
                csv.EndRecord();
            }
        }

        return bytes.ToArray();
    }

    private static void WriteCell(CsvWriter csv, StudyRows rows, int column, int row)
    {
        if (rows.Columns[column].Kind == StudyKind.Text)
        {
            csv.WriteField(rows.Text(column, row));
            return;
        }

        var number = rows.Number(column, row);
        if (double.IsNaN(number))
            csv.WriteField("");
        else if (rows.Columns[column].Kind == StudyKind.Whole)
            csv.WriteField((long)number);
        else
            csv.WriteField(number);
    }

    private static byte[] JsonLines(StudyRows rows)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        for (var row = 0; row < rows.Count; row++)
        {
            json.WriteStartObject();
            for (var column = 0; column < rows.Columns.Length; column++)
                WriteMember(json, rows, column, row);
            json.WriteEndObject();
            json.Flush();
            json.Reset();
            bytes.Write("\n"u8);
        }

        return bytes.WrittenSpan.ToArray();
    }

    private static void WriteMember(Utf8JsonWriter json, StudyRows rows, int column, int row)
    {
        var (name, kind) = rows.Columns[column];
        if (kind == StudyKind.Text)
            json.WriteString(name, rows.Text(column, row));
        else if (rows.Number(column, row) is var number && double.IsNaN(number))
            json.WriteNull(name);
        else if (kind == StudyKind.Whole)
            json.WriteNumber(name, (long)number);
        else
            json.WriteNumber(name, number);
    }

    private sealed class Lines : StudyWriter
    {
        private readonly Stream _into;
        private readonly Func<StudyRows, byte[]> _lines;

        public Lines(Stream into, ImmutableArray<StudyColumn> columns, Func<StudyRows, byte[]> lines, byte[] header)
        {
            (_into, _lines) = (into, lines);
            _into.Write(header);
        }

        public override StudyPiece Encode(StudyRows rows) => new(rows.Count, _lines(rows), null);

        public override void Append(StudyPiece piece) => _into.Write(piece.Bytes);

        public override void Finish() => _into.Flush();
    }

    private sealed class Groups : StudyWriter
    {
        // By cells: a wide table's groups would else take hundreds of megabytes, and what is written at once keeps everybody waiting.
        private const int CellsOfAGroup = 2_000_000;
        private const int MostRowsOfAGroup = 250_000;

        private readonly int _rowsOfAGroup;
        private readonly ImmutableArray<StudyColumn> _columns;
        private readonly ParquetSchema _schema;
        private readonly ParquetWriter _writer;
        private readonly StudyRows _open;

        public Groups(Stream into, ImmutableArray<StudyColumn> columns)
        {
            _columns = columns;
            _rowsOfAGroup = Math.Clamp(CellsOfAGroup / columns.Length, 1, MostRowsOfAGroup);
            _open = new StudyRows(columns);
            _schema = new ParquetSchema([.. columns.Select(Field)]);
            _writer = ParquetWriter.CreateAsync(_schema, into, new ParquetOptions { CompressionMethod = CompressionMethod.Snappy }).GetAwaiter().GetResult();
        }

        public override StudyPiece Encode(StudyRows rows) => new(rows.Count, [], rows);

        // A group is as long as the pieces make it that filled it: pieces do not depend on the number of threads.
        public override void Append(StudyPiece piece)
        {
            _open.Append(piece.Rows!);
            if (_open.Count >= _rowsOfAGroup)
                Close();
        }

        public override void Finish()
        {
            if (_open.Count > 0)
                Close();
            _writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }

        private static Field Field(StudyColumn column) => column.Kind switch
        {
            StudyKind.Text => new DataField(column.Name, typeof(string), true),
            StudyKind.Whole => new DataField(column.Name, typeof(long), true),
            _ => new DataField(column.Name, typeof(double), true),
        };

        private void Close()
        {
            using var group = _writer.CreateRowGroup();
            for (var column = 0; column < _columns.Length; column++)
                Write(group, column);
            group.CompleteValidate();
            _open.Clear();
        }

        private void Write(ParquetRowGroupWriter group, int column)
        {
            var field = _schema.DataFields[column];
            if (_columns[column].Kind == StudyKind.Text)
            {
                group.WriteAsync(field, _open.Texts(column)!).GetAwaiter().GetResult();
                return;
            }

            var numbers = _open.Numbers(column);
            if (_columns[column].Kind == StudyKind.Whole)
            {
                var whole = new long?[numbers.Length];
                for (var i = 0; i < whole.Length; i++)
                    whole[i] = double.IsNaN(numbers[i]) ? null : (long)numbers[i];
                group.WriteAsync<long>(field, whole).GetAwaiter().GetResult();
                return;
            }

            var cells = new double?[numbers.Length];
            for (var i = 0; i < cells.Length; i++)
                cells[i] = double.IsNaN(numbers[i]) ? null : numbers[i];
            group.WriteAsync<double>(field, cells).GetAwaiter().GetResult();
        }
    }
}

/// <summary>Rows made ready to be put behind others.</summary>
public sealed class StudyPiece
{
    internal StudyPiece(int count, byte[] bytes, StudyRows? rows) => (Count, Bytes, Rows) = (count, bytes, rows);

    public int Count { get; }

    internal byte[] Bytes { get; }

    internal StudyRows? Rows { get; }
}
