using System.Text;
using CsvHelper;

namespace Attune.Exchange.Study;

/// <summary>Rows of one piece of a CSV file, by the columns that are wanted.</summary>
internal sealed class CsvRows(CsvLayout layout, CourseRequest request)
{
    private readonly int _course = ColumnNames.Find(layout.Header, request.Course, isNeeded: true)!.Value;
    private readonly int? _session = ColumnNames.Find(layout.Header, request.Session, request.IsSessionNeeded);
    private readonly int?[] _values = [.. request.Values.Select(wanted => ColumnNames.Find(layout.Header, wanted.Name, wanted.IsNeeded))];

    public RowBatch Read(ReadOnlyMemory<byte> block)
    {
        var batch = new RowBatch(_values.Length);
        var cells = new CellReader(batch, request, "line");
        try
        {
            using var reader = CsvReader.Create(block, layout.Reading);
            ReadAll(reader, batch, cells);
        }
        catch (CsvFormatException broken)
        {
            batch.Refusal ??= new(StudyCodes.BrokenRow, $"Line {{0}} cannot be read: {broken.Message}", broken.LineNumber);
        }

        batch.LineCount = block.Span.Count((byte)'\n');
        batch.Tally = cells.Tally;
        return batch;
    }

    private void ReadAll(CsvReader reader, RowBatch batch, CellReader cells)
    {
        var room = new byte[64];
        var length = -1;
        while (batch.Refusal is null && reader.Read())
        {
            var line = (int)(reader.LineNumber - 1);
            if (reader.FieldCount != layout.Header.Count)
            {
                batch.Refusal = new(
                    StudyCodes.BrokenRow, $"Line {{0}} has {reader.FieldCount} cells and the header {layout.Header.Count}: mend the row, or put text that holds a separator between quotation marks.", line);
                return;
            }

            var course = reader.GetSpan(_course).Trim((byte)' ');
            if (!cells.HasCourse(course.Length, line))
                continue;
            var session = cells.RowNumber;
            if (_session is { } at && !cells.TrySession(reader.GetSpan(at), layout.CommaIsPoint, line, out session))
                continue;
            if (length != course.Length || !course.SequenceEqual(room.AsSpan(0, length)))
            {
                batch.BeginRun(Encoding.UTF8.GetString(course));
                length = course.Length;
                if (length > room.Length)
                    room = new byte[2 * length];
                course.CopyTo(room);
            }

            var row = batch.Add(line, session);
            for (var i = 0; i < _values.Length; i++)
                batch.Values[i][row] = _values[i] is { } place ? cells.Value(i, reader.GetSpan(place), layout.CommaIsPoint, line) : double.NaN;
        }
    }
}
