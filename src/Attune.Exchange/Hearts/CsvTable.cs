using CsvHelper;

namespace Attune.Exchange.Hearts;

/// <summary>
/// A table as CSV (RFC 4180: commas, CRLF, quotes where needed; numbers with a point in every culture). Text that a spreadsheet would take for a formula (it begins with
/// = + - @, tab or CR) gets an apostrophe before it; numbers are written as numbers. NaN is an empty cell.
/// </summary>
internal static class CsvTable
{
    internal const string Precision = "0.####";

    internal static readonly CsvWriterOptions Options = CsvWriterOptions.Default with { Injection = CsvInjection.Escape };

    /// <summary>Writes the header where it is wanted, then the rows; leaves <paramref name="writer"/> open.</summary>
    internal static void Write(TextWriter writer, IEnumerable<string> columns, bool withHeader, Action<CsvWriter> rows)
    {
        ArgumentNullException.ThrowIfNull(writer);
        using var csv = CsvWriter.Create(writer, Options, leaveOpen: true);
        if (withHeader)
        {
            foreach (var column in columns)
                csv.WriteField(column);
            csv.EndRecord();
        }

        rows(csv);
    }

    internal static void Number(this CsvWriter csv, double? value, string precision = Precision)
    {
        double? cell = value is { } number && double.IsFinite(number) ? number : null;
        csv.WriteField(cell, precision);
    }
}
