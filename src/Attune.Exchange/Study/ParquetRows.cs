using System.Globalization;
using System.Text;
using Parquet;
using Parquet.Data;
using Parquet.Schema;

namespace Attune.Exchange.Study;

/// <summary>Rows of a Parquet file, row group by row group, each read from a stream of its own.</summary>
internal static class ParquetRows
{
    public static IEnumerable<RowBatch> Batches(FileInfo table, CourseRequest request, StudyCrew crew, IProgress<double>? progress, CancellationToken cancel)
    {
        int groups;
        using (var reader = new Closing(ParquetTable.Open(table.OpenRead())))
        {
            groups = reader.Of.RowGroupCount;
            _ = new Places(reader.Of.Schema, request);
        }

        var (row, done) = (1L, 0);
        foreach (var batch in crew.Each(Enumerable.Range(0, groups), group => Read(table, group, request), cancel))
        {
            batch.FirstLine = row;
            row += batch.LineCount;
            progress?.Report((double)++done / groups);
            yield return batch;
        }
    }

    /// <summary>All columns of all rows, as text.</summary>
    public static TextTable All(FileInfo table)
    {
        using var reader = new Closing(ParquetTable.Open(table.OpenRead()));
        var fields = reader.Of.Schema.DataFields;
        var rows = new List<string[]>();
        for (var number = 0; number < reader.Of.RowGroupCount; number++)
        {
            using var group = reader.Of.OpenRowGroupReader(number);
            var count = checked((int)group.RowCount);
            var columns = Array.ConvertAll(fields, field =>
            {
                using var column = ParquetTable.Column(group, field);
                return Texts.All(column, count);
            });
            for (var row = 0; row < count; row++)
                rows.Add(Array.ConvertAll(columns, column => column[row] ?? ""));
        }

        return TextTable.Of(Array.ConvertAll(fields, field => field.Name), rows);
    }

    private static RowBatch Read(FileInfo table, int number, CourseRequest request)
    {
        using var reader = new Closing(ParquetTable.Open(table.OpenRead()));
        using var group = reader.Of.OpenRowGroupReader(number);
        var places = new Places(reader.Of.Schema, request);
        var batch = new RowBatch(request.Values.Length, checked((int)group.RowCount)) { PlaceWord = "row", LineCount = group.RowCount };
        var cells = new CellReader(batch, request, "row");
        try
        {
            Fill(group, places, batch, cells);
        }
        catch (Exception broken) when (broken is not (StudyRefusedException or OutOfMemoryException))
        {
            throw ParquetTable.Unreadable(broken.Message);
        }

        batch.Tally = cells.Tally;
        return batch;
    }

    private static void Fill(ParquetRowGroupReader group, Places places, RowBatch batch, CellReader cells)
    {
        var rows = checked((int)group.RowCount);
        using var course = ParquetTable.Column(group, places.Course);
        var names = new Texts(course, rows);
        var session = places.Session is { } ordered ? new Numbers(group, ordered, rows) : null;
        var values = Array.ConvertAll(places.Values, field => field is null ? null : new Numbers(group, field, rows));
        var isNew = true;
        for (var row = 0; row < rows && batch.Refusal is null; row++)
        {
            // Kept until a row is taken: the first of a course may be left out.
            isNew |= names.Moves(row);
            if (!cells.HasCourse(names.IsEmpty ? 0 : 1, row))
                continue;
            var place = cells.RowNumber;
            if (session is not null && !session.TrySession(cells, row, out place))
                continue;
            if (isNew && names.Current is var name && (batch.Runs.Count == 0 || batch.Runs[^1].Name != name))
                batch.BeginRun(name);
            isNew = false;

            var at = batch.Add(row, place);
            for (var i = 0; i < values.Length; i++)
                batch.Values[i][at] = values[i] is { } column ? column.Value(cells, i, row) : double.NaN;
        }
    }

    private sealed class Places(ParquetSchema schema, CourseRequest request)
    {
        private readonly string[] _names = [.. schema.DataFields.Select(field => field.Name)];

        public DataField Course => Find(request.Course, isNeeded: true)!;

        public DataField? Session => Find(request.Session, request.IsSessionNeeded);

        public DataField?[] Values => [.. request.Values.Select(wanted => Find(wanted.Name, wanted.IsNeeded))];

        private DataField? Find(string name, bool isNeeded) => ColumnNames.Find(_names, name, isNeeded) is { } at ? schema.DataFields[at] : null;
    }

    /// <summary>A column of numbers, or of text that may be numbers.</summary>
    private sealed class Numbers
    {
        private readonly double[]? _numbers;
        private readonly string?[]? _texts;

        public Numbers(ParquetRowGroupReader group, DataField field, int rows)
        {
            using var column = ParquetTable.Column(group, field);
            var numbers = new double[rows];
            if (ParquetTable.TryNumbers(column, rows, numbers))
                _numbers = numbers;
            else
                _texts = Texts.All(column, rows);
        }

        public bool TrySession(CellReader cells, int row, out double session)
        {
            if (_texts is not null)
                return cells.TrySession(Bytes(row), commaIsPoint: false, row, out session);
            session = _numbers![row];
            return cells.TrySession(session, row);
        }

        public double Value(CellReader cells, int wanted, int row) =>
            _texts is not null ? cells.Value(wanted, Bytes(row), commaIsPoint: false, row) : cells.Value(wanted, _numbers![row], row);

        private byte[] Bytes(int row) => Encoding.UTF8.GetBytes(_texts![row] ?? "");
    }

    /// <summary>Names of courses: text, or numbers as text. A string is made where the name changes.</summary>
    private sealed class Texts
    {
        private readonly RawColumnData<ReadOnlyMemory<char>>? _chars;
        private readonly string?[]? _texts;
        private readonly double[]? _numbers;
        private readonly bool _isDense;
        private int _row = -1;
        private int _next;
        private int _at = -1;

        public Texts(RawColumnData column, int rows)
        {
            if (column is RawColumnData<ReadOnlyMemory<char>> chars)
            {
                _chars = chars;
                _isDense = !ParquetTable.Levels(chars).Contains(0);
                return;
            }

            var numbers = new double[rows];
            if (column is not (RawColumnData<float> or RawColumnData<double> or RawColumnData<decimal>) && ParquetTable.TryNumbers(column, rows, numbers))
                _numbers = numbers;
            else
                _texts = All(column, rows);
        }

        public bool IsEmpty => _chars is not null ? _at < 0 || _chars.Values[_at].Span.IsWhiteSpace() : _numbers is not null ? double.IsNaN(_numbers[_row]) : string.IsNullOrWhiteSpace(_texts![_row]);

        public string Current => _chars is not null ? _chars.Values[_at].Span.Trim(' ').ToString() : _numbers is not null ? _numbers[_row].ToString(CultureInfo.InvariantCulture) : _texts![_row]!.Trim(' ');

        /// <summary>Goes to the row, one after the other; whether another name may stand there than before.</summary>
        public bool Moves(int row)
        {
            var before = _row;
            _row = row;
            if (_chars is null)
                return before < 0 || (_numbers is not null ? !_numbers[row].Equals(_numbers[before]) : _texts![row] != _texts[before]);
            var last = _at;
            _at = _isDense ? row : _chars.DefinitionLevels[row] > 0 ? _next++ : -1;
            return last < 0 || _at < 0 || !_chars.Values[_at].Span.SequenceEqual(_chars.Values[last].Span);
        }

        public static string?[] All(RawColumnData column, int rows) => column switch
        {
            RawColumnData<ReadOnlyMemory<char>> chars => Spread(chars, rows, text => text.ToString()),
            RawColumnData<Guid> ids => Spread(ids, rows, id => id.ToString("D")),
            RawColumnData<double> numbers => Spread(numbers, rows, number => number.ToString("R", CultureInfo.InvariantCulture)),
            RawColumnData<float> numbers => Spread(numbers, rows, number => number.ToString("R", CultureInfo.InvariantCulture)),
            RawColumnData<int> numbers => Spread(numbers, rows, number => number.ToString(CultureInfo.InvariantCulture)),
            RawColumnData<long> numbers => Spread(numbers, rows, number => number.ToString(CultureInfo.InvariantCulture)),
            RawColumnData<decimal> numbers => Spread(numbers, rows, number => number.ToString(CultureInfo.InvariantCulture)),
            _ => throw ParquetTable.Unreadable($"a column of {column.GetType().GetGenericArguments().FirstOrDefault()?.Name ?? "an unknown type"} is neither numbers nor text."),
        };

        private static string?[] Spread<T>(RawColumnData<T> raw, int rows, Func<T, string> text) where T : struct
        {
            var (all, next) = (new string?[rows], 0);
            var levels = ParquetTable.Levels(raw);
            for (var i = 0; i < rows; i++)
                all[i] = levels.IsEmpty || levels[i] > 0 ? text(raw.Values[next++]) : null;
            return all;
        }
    }

    private sealed class Closing(ParquetReader reader) : IDisposable
    {
        public ParquetReader Of => reader;

        public void Dispose() => reader.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
