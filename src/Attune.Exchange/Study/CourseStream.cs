using System.Globalization;

namespace Attune.Exchange.Study;

/// <summary>
/// The courses of a table, whole, in order, in blocks: a table of any length is read in the room of a few blocks (and 20 to 60 bytes a course, to notice one that
/// comes back). The rows of a course have to stand together; where one comes back after another began, the table is refused by its name.
/// </summary>
public static class CourseStream
{
    private const int MostInABlock = 4096;

    /// <summary>Works on block after block, side by side, and gives the results in the order of the table. Throws <see cref="StudyRefusedException"/>.</summary>
    /// <param name="progress">Told the share of the file that was read, 0 to 1.</param>
    public static IEnumerable<T> Each<T>(
        FileInfo table, CourseRequest request, StudyCrew crew, Func<CourseBlock, T> work, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(crew);
        ArgumentNullException.ThrowIfNull(work);
        var batches = ParquetTable.Is(table) ? ParquetRows.Batches(table, request, crew, progress, cancel) : CsvBatches(table, request, crew, progress, cancel);
        return crew.Each(Whole(batches), block => work(block.Ordered(request.IsStrict)), cancel);
    }

    private static IEnumerable<RowBatch> CsvBatches(FileInfo table, CourseRequest request, StudyCrew crew, IProgress<double>? progress, CancellationToken cancel)
    {
        using var file = table.OpenRead();
        var layout = CsvLayout.Of(CsvBlocks.Start(file));
        var rows = new CsvRows(layout, request);
        file.Position = layout.BodyAt;
        var line = layout.HeaderLines + 1L;
        foreach (var batch in crew.Each(CsvBlocks.Of(file), rows.Read, cancel))
        {
            batch.FirstLine = line;
            line += batch.LineCount;
            progress?.Report((double)file.Position / Math.Max(1, file.Length));
            yield return batch;
        }
    }

    private static IEnumerable<CourseBlock> Whole(IEnumerable<RowBatch> batches)
    {
        var (seen, rows, courses) = (new FingerprintSet(), 0L, 0L);
        RowBatch? open = null;
        foreach (var batch in batches)
        {
            rows += batch.Tally.Rows;
            var (first, last) = (0, batch.Runs.Count - 1);
            if (last >= 0 && open is not null && open.Runs[0].Name == batch.Runs[0].Name)
            {
                Append(open, batch, 0);
                first = 1;
            }

            if (open is not null && last >= first)
            {
                yield return new CourseBlock(open, 0, 1, new()) { First = courses++ };
                open = null;
            }

            for (var run = first; run <= last; run++)
            {
                if (!seen.Add(batch.Runs[run].Fingerprint))
                {
                    var at = batch.FirstLine + batch.Lines[batch.Runs[run].Start];
                    throw new StudyRefusedException(new(
                        StudyCodes.ScatteredCourse, $"Course '{batch.Runs[run].Name}' comes back in {batch.PlaceWord} {at}, after another began: sort the table by course.", at));
                }
            }

            // A Parquet file's row group may hold a hundred thousand courses: in parts, everybody has some to do and results stay small.
            var (from, tally) = (first, batch.Tally);
            do
            {
                var count = Math.Clamp(last - from, 0, MostInABlock);
                yield return new CourseBlock(batch, from, count, tally) { First = courses };
                (from, courses, tally) = (from + count, courses + count, new());
            }
            while (from < last);
            if (last >= first)
                Append(open = new RowBatch(batch.Values.Length) { FirstLine = batch.FirstLine, PlaceWord = batch.PlaceWord }, batch, last);
            // After what came before it in the table: the first thing that is wrong is what is said.
            if (batch.Refusal is { } refusal)
                throw Placed(refusal, batch.FirstLine);
        }

        if (rows == 0)
            throw new StudyRefusedException(new(StudyCodes.Empty, "There is no row below the header."));
        if (open is not null)
            yield return new CourseBlock(open, 0, 1, new()) { First = courses };
    }

    private static StudyRefusedException Placed(StudyRefusal refusal, long firstLine)
    {
        var line = firstLine + (refusal.Line ?? 0);
        return new(refusal with { Line = line, Message = string.Format(CultureInfo.InvariantCulture, refusal.Message, line) });
    }

    private static void Append(RowBatch to, RowBatch from, int run)
    {
        if (to.Runs.Count == 0)
            to.BeginRun(from.Runs[run].Name);
        var start = from.Runs[run].Start;
        for (var row = start; row < start + from.LengthOf(run); row++)
        {
            var at = to.Add((int)(from.FirstLine + from.Lines[row] - to.FirstLine), from.Session[row]);
            for (var i = 0; i < to.Values.Length; i++)
                to.Values[i][at] = from.Values[i][row];
        }
    }
}
