namespace Attune.Exchange.Hearts;

/// <summary>
/// Synchrony of pairs of recordings, one row each, as <see cref="CsvTable"/> writes: <c>first</c>, <c>second</c>; windows; each measure with its surrogates' mean, SD, effect size and
/// share of at least as much; the best lag; who was earlier; and what it was computed by.
/// </summary>
public static class SynchronyCsv
{
    /// <summary>Writes header and row; leaves <paramref name="writer"/> open.</summary>
    public static void Write(TextWriter writer, SynchronyPair pair, bool withHeader = true)
    {
        ArgumentNullException.ThrowIfNull(pair);
        string[] columns = ["first", "second", .. pair.Numbers().Select(one => one.Name), .. pair.Provenance().Select(one => one.Name)];
        CsvTable.Write(writer, columns, withHeader, csv =>
        {
            csv.WriteField(pair.First);
            csv.WriteField(pair.Second);
            foreach (var (_, value) in pair.Numbers())
                csv.Number(value, "G9");
            foreach (var (_, text) in pair.Provenance())
                csv.WriteField(text);
            csv.EndRecord();
        });
    }
}
