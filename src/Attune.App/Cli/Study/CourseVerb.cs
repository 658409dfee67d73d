using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Attune.Exchange.Study;
using Spectre.Console;

namespace Attune.App.Cli.Study;

/// <summary>Rows that are made of each course by itself.</summary>
/// <param name="Rows">Of the courses of a block; called side by side.</param>
internal sealed record CourseWork(string Verb, CourseRequest Asked, ImmutableArray<StudyColumn> Columns, Func<CourseBlock, StudyRows> Rows)
{
    /// <summary>What has to be known of the whole table before; it is then read twice.</summary>
    public Action<IProgress<double>?>? First { get; init; }

    /// <summary>What goes into the summary and the manifest.</summary>
    public ImmutableArray<RowCount> Counted { get; init; } = [];

    /// <summary>The last sentence of the summary.</summary>
    public required string Closing { get; init; }

    /// <summary>Rows in which the column holds no number.</summary>
    public static long Missing(StudyRows rows, int column) => Where(rows, row => double.IsNaN(rows.Number(column, row)));

    /// <summary>Rows in which the column holds one of the words.</summary>
    public static long Words(StudyRows rows, int column, params string[] words) => Where(rows, row => words.Contains(rows.Text(column, row)));

    public static long Sum(StudyRows rows, Func<int, double> of) => (long)Enumerable.Range(0, rows.Count).Sum(of);

    private static long Where(StudyRows rows, Func<int, bool> holds) => Enumerable.Range(0, rows.Count).LongCount(holds);

    /// <summary>A count over all rows.</summary>
    /// <param name="Name">In the manifest.</param>
    /// <param name="What">Behind the number, in the summary.</param>
    public sealed record RowCount(string Name, string What, Func<StudyRows, long> Of);
}

/// <summary>Verbs that make rows of each course by itself.</summary>
internal static class CourseVerb
{
    public static int Run(CourseWork work, StudyRequest request, JsonObject parameters) => StudyRun.Of(request, progress =>
    {
        work.First?.Invoke(Part.Of(progress, 0, .5));
        var (tally, counts) = (new StudyTally(), new long[work.Counted.Length]);
        using var output = new StudyOutput(work.Verb, request, work.Columns);
        var rest = work.First is null ? progress : Part.Of(progress, .5, .5);
        foreach (var (rows, piece, part, found) in CourseStream.Each(request.Table!, work.Asked, request.Crew, block => Worked(block, output, work), rest))
        {
            tally += part;
            for (var i = 0; i < counts.Length; i++)
                counts[i] += found[i];
            output.Append(rows, piece);
        }

        parameters["strict"] = request.IsStrict;
        var said = new JsonObject();
        for (var i = 0; i < counts.Length; i++)
            said[work.Counted[i].Name] = counts[i];
        output.Finish(parameters, StudyManifest.Of(tally), said, console =>
        {
            StudyWords.Show(console, tally);
            for (var i = 0; i < counts.Length; i++)
            {
                if (counts[i] > 0)
                    console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{counts[i]} {work.Counted[i].What}."));
            }

            console.WriteLine(work.Closing);
        });
    });

    private static (StudyRows Rows, StudyPiece? Piece, StudyTally Tally, long[] Found) Worked(CourseBlock block, StudyOutput output, CourseWork work)
    {
        var rows = work.Rows(block);
        return (rows, output.Encode(rows), block.Tally, [.. work.Counted.Select(one => one.Of(rows))]);
    }

    /// <summary>A part of the way.</summary>
    private sealed class Part(IProgress<double> whole, double from, double length) : IProgress<double>
    {
        public static Part? Of(IProgress<double>? whole, double from, double length) => whole is null ? null : new Part(whole, from, length);

        public void Report(double value) => whole.Report(from + (length * value));
    }
}
