using Parquet;
using Parquet.Data;
using Parquet.Schema;

namespace Attune.Exchange.Study;

/// <summary>Parquet columns as numbers or text, whatever type they were written in.</summary>
internal static class ParquetTable
{
    /// <summary>By the file's first bytes, not by its name.</summary>
    public static bool Is(FileInfo table)
    {
        using var file = table.OpenRead();
        Span<byte> mark = stackalloc byte[4];
        return file.ReadAtLeast(mark, 4, throwOnEndOfStream: false) == 4 && mark.SequenceEqual("PAR1"u8);
    }

    public static ParquetReader Open(Stream file)
    {
        try
        {
            return ParquetReader.CreateAsync(file, new ParquetOptions(), leaveStreamOpen: false).GetAwaiter().GetResult();
        }
        catch (Exception broken) when (broken is not (OutOfMemoryException or UnauthorizedAccessException))
        {
            throw Unreadable(broken.Message);
        }
    }

    public static StudyRefusedException Unreadable(string why) => new(new(StudyCodes.NotReadable, $"The Parquet file cannot be read: {why}"));

    /// <summary>Fills <paramref name="into"/>; NaN where nothing stands. Null where the column holds text.</summary>
    public static bool TryNumbers(RawColumnData column, int rows, double[] into)
    {
        switch (column)
        {
            case RawColumnData<double> raw: Fill(raw, rows, into, value => value); return true;
            case RawColumnData<float> raw: Fill(raw, rows, into, value => (double)value); return true;
            case RawColumnData<int> raw: Fill(raw, rows, into, value => value); return true;
            case RawColumnData<uint> raw: Fill(raw, rows, into, value => value); return true;
            case RawColumnData<long> raw: Fill(raw, rows, into, value => value); return true;
            case RawColumnData<ulong> raw: Fill(raw, rows, into, value => value); return true;
            case RawColumnData<short> raw: Fill(raw, rows, into, value => value); return true;
            case RawColumnData<ushort> raw: Fill(raw, rows, into, value => value); return true;
            case RawColumnData<sbyte> raw: Fill(raw, rows, into, value => value); return true;
            case RawColumnData<byte> raw: Fill(raw, rows, into, value => value); return true;
            case RawColumnData<bool> raw: Fill(raw, rows, into, value => value ? 1 : 0); return true;
            case RawColumnData<decimal> raw: Fill(raw, rows, into, value => (double)value); return true;
            default: return false;
        }
    }

    public static RawColumnData Column(ParquetRowGroupReader group, DataField field)
    {
        if (field.IsArray)
            throw Unreadable($"column '{field.Name}' holds lists.");
        return group.ReadRawColumnDataBaseAsync(field, CancellationToken.None).AsTask().GetAwaiter().GetResult();
    }

    /// <summary>Above 0 where something stands; empty where something stands everywhere. Values lie at the beginning of their room, without holes.</summary>
    public static ReadOnlySpan<int> Levels(RawColumnData column)
    {
        try
        {
            return column.DefinitionLevels;
        }
        catch (InvalidOperationException)
        {
            // The library's way to say that the column has none.
            return [];
        }
    }

    private static void Fill<T>(RawColumnData<T> raw, int rows, double[] into, Func<T, double> number) where T : struct
    {
        var values = raw.Values;
        var levels = Levels(raw);
        var next = 0;
        for (var i = 0; i < rows; i++)
            into[i] = levels.IsEmpty || levels[i] > 0 ? number(values[next++]) : double.NaN;
    }
}
