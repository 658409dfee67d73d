using System.Text;
using CsvHelper;
using Parquet;

namespace Attune.Exchange.Study;

/// <summary>What columns a table has, and which hold numbers, by its beginning (the first megabyte, or the first group of rows).</summary>
/// <param name="Names">In the order of the table.</param>
/// <param name="AreNumbers">Whether the first cell of the column that is not missing is a number. False where all of them are missing.</param>
public sealed record TableHead(IReadOnlyList<string> Names, IReadOnlyList<bool> AreNumbers)
{
    public bool Has(string name) => ColumnNames.Find(Names, name, isNeeded: false) is not null;

    /// <summary>Throws <see cref="StudyRefusedException"/> where there is no header.</summary>
    public static TableHead Of(FileInfo table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return ParquetTable.Is(table) ? Parquet(table) : Csv(table);
    }

    private static TableHead Csv(FileInfo table)
    {
        using var file = table.OpenRead();
        var layout = CsvLayout.Of(CsvBlocks.Start(file));
        file.Position = layout.BodyAt;
        var kinds = new bool?[layout.Header.Count];
        foreach (var block in CsvBlocks.Of(file).Take(1))
        {
            try
            {
                using var reader = CsvReader.Create(block, layout.Reading);
                while (reader.Read() && Array.Exists(kinds, kind => kind is null))
                {
                    for (var i = 0; i < Math.Min(kinds.Length, reader.FieldCount); i++)
                        kinds[i] ??= KindOf(reader.GetSpan(i), layout.CommaIsPoint);
                }
            }
            catch (CsvFormatException)
            {
                // The row is refused with its line where the table is read.
            }
        }

        return new TableHead(layout.Header, Array.ConvertAll(kinds, kind => kind == true));
    }

    private static bool? KindOf(ReadOnlySpan<byte> cell, bool commaIsPoint) =>
        StudyNumber.IsMissing(cell) ? null : StudyNumber.TryRead(cell, commaIsPoint, out _);

    private static TableHead Parquet(FileInfo table)
    {
        var reader = ParquetTable.Open(table.OpenRead());
        try
        {
            var fields = reader.Schema.DataFields;
            var kinds = new bool[fields.Length];
            if (reader.RowGroupCount > 0)
            {
                using var group = reader.OpenRowGroupReader(0);
                var rows = checked((int)group.RowCount);
                for (var i = 0; i < fields.Length; i++)
                    kinds[i] = !fields[i].IsArray && IsNumbers(group, fields[i], rows);
            }

            return new TableHead(Array.ConvertAll(fields, field => field.Name), kinds);
        }
        finally
        {
            reader.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private static bool IsNumbers(ParquetRowGroupReader group, global::Parquet.Schema.DataField field, int rows)
    {
        using var column = ParquetTable.Column(group, field);
        if (column is not global::Parquet.Data.RawColumnData<ReadOnlyMemory<char>> text)
            return ParquetTable.TryNumbers(column, rows, new double[rows]);
        foreach (var cell in text.Values)
        {
            if (KindOf(Encoding.UTF8.GetBytes(cell.ToString()), commaIsPoint: false) is { } kind)
                return kind;
        }

        return false;
    }
}
