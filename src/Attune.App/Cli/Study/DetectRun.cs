using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Attune.Exchange.Study;
using Attune.Method.Detection;

namespace Attune.App.Cli.Study;

/// <summary>One run of <c>study detect</c>.</summary>
internal sealed class DetectRun(StudyRequest request, DetectRequest detect, (double Least, double Most) range)
{
    public int Go() => StudyRun.Of(request, Work);

    private void Work(IProgress<double>? progress)
    {
        DetectTotals[] totals = [.. detect.Columns.Select(_ => new DetectTotals(detect.Criteria.Length, new()))];
        var agreement = ImmutableArray<CriteriaTally>.Empty;
        DetectPicture.Course? only = null;
        using var output = new StudyOutput("detect", request, DetectTable.Columns(detect));
        var asked = new CourseRequest([.. detect.Columns.Select(name => new WantedColumn(name, true, range.Least, range.Most))], IsStrict: request.IsStrict);
        foreach (var (found, piece, first) in CourseStream.Each(request.Table!, asked, request.Crew, Judged, progress))
        {
            only ??= first;
            for (var column = 0; column < totals.Length; column++)
                totals[column].Add(found.Totals[column]);
            agreement = Together(agreement, found.Agreement);
            output.Append(found.Rows, piece);
        }

        if (detect.Rows == DetectRowKind.Pair)
            output.Append(PairRows.Of(detect, agreement));
        output.Finish(Parameters(), StudyManifest.Of(totals[0].Tally), DetectSummary.Json(detect, totals), console => DetectSummary.Show(console, detect, totals));
        if (request.Plot is { } plot)
            (totals[0].Tally.Courses == 1 && only is not null ? DetectPicture.Of(only, detect) : DetectPicture.Of(detect, totals)).Save(plot.FullName);

        (DetectFound Found, StudyPiece? Piece, DetectPicture.Course? First) Judged(CourseBlock block)
        {
            var found = DetectTable.Judge(block, detect);
            return (found, output.Encode(found.Rows), block.Count > 0 && request.Plot is not null ? DetectPicture.Course.Of(block, 0) : null);
        }
    }

    private static ImmutableArray<CriteriaTally> Together(ImmutableArray<CriteriaTally> all, ImmutableArray<CriteriaTally> more)
    {
        if (all.IsEmpty)
            return more;
        for (var column = 0; column < all.Length; column++)
            all[column].Add(more[column]);
        return all;
    }

    private JsonObject Parameters() => new()
    {
        ["column"] = string.Join(',', detect.Columns),
        ["least"] = double.IsFinite(range.Least) ? range.Least : null,
        ["most"] = double.IsFinite(range.Most) ? range.Most : null,
        ["criteria"] = new JsonArray([.. detect.Criteria.Select(one => (JsonNode)StudyNames.Of(one))]),
        ["form"] = StudyNames.Of(detect.Form),
        ["within_sd"] = detect.Reference.WithinSd,
        ["between_sd"] = detect.Reference.BetweenSd,
        ["reliability"] = detect.Reference.Reliability,
        ["rows"] = StudyNames.Of(detect.Rows),
        ["strict"] = request.IsStrict,
        ["format"] = request.Format is { } format ? StudyNames.Of(format) : "table",
    };
}
