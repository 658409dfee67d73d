using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Attune.Exchange.Study;
using Spectre.Console;

namespace Attune.App.Cli.Study;

/// <summary>Verbs that make rows of each course by itself.</summary>
internal static class CourseVerb
{
    public static int Run(
        string verb, StudyRequest request, CourseRequest asked, ImmutableArray<StudyColumn> columns, Func<CourseBlock, StudyRows> work, JsonObject parameters, string closing) =>
        StudyRun.Of(request, progress =>
        {
            var tally = new StudyTally();
            using var output = new StudyOutput(verb, request, columns);
            foreach (var (rows, piece, part) in CourseStream.Each(request.Table!, asked, request.Crew, block => Worked(block, output, work), progress))
            {
                tally += part;
                output.Append(rows, piece);
            }

            parameters["strict"] = request.IsStrict;
            output.Finish(parameters, StudyManifest.Of(tally), [], console =>
            {
                StudyWords.Show(console, tally);
                console.WriteLine(closing);
            });
        });

    private static (StudyRows Rows, StudyPiece? Piece, StudyTally Tally) Worked(CourseBlock block, StudyOutput output, Func<CourseBlock, StudyRows> work)
    {
        var rows = work(block);
        return (rows, output.Encode(rows), block.Tally);
    }
}
