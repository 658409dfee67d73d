using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;
using Attune.App.Cli.Hearts;
using Attune.Exchange.Study;
using Attune.Method.Detection;
using Spectre.Console;

namespace Attune.App.Cli.Study;

/// <summary>Criteria over many courses.</summary>
internal static class DetectVerb
{
    private const string WithinName = "--within-sd";
    private const string BetweenName = "--between-sd";

    public static Command Make()
    {
        var options = new StudyOptions();
        var criteria = StudyWords.Choices<DetectionCriterion>("--criteria", "Which criteria, by their names, separated by commas.");
        var form = StudyWords.OneOf("--form", "Each session judged by earlier ones alone, or by the whole series.", DetectionForm.SoFar);
        var column = new Option<string>("--column") { Description = "The column that is judged; higher is better.", DefaultValueFactory = _ => "score" };
        var range = StudyWords.Range("1:7");
        var reference = new Option<string>("--reference") { Description = "What is known of the scale: the check-in's composite, or standard scores.", HelpName = "check-in|standard", DefaultValueFactory = _ => "check-in" };
        reference.AcceptOnlyFromAmong("check-in", "standard");
        var within = Above0(WithinName, "How far one person's answers usually differ, in place of the reference's.");
        var between = Above0(BetweenName, "How far people usually differ, in place of the reference's.");
        var reliability = new Option<double?>("--reliability") { Description = "Of the measure, in place of the reference's." };
        HeartsOptions.Require(reliability, value => value is >= 0 and <= 1, "A reliability lies between 0 and 1.");
        var detail = new Option<bool>("--detail") { Description = "One row per flag, in place of one per course." };
        var verb = options.AddTo(new Command("detect", "Where ratings fell, by all criteria side by side. Where to ask, never a verdict."));
        foreach (var option in new Option[] { criteria, form, column, range, reference, within, between, reliability, detail })
            verb.Add(option);
        verb.SetAction(given =>
        {
            var chosenForm = StudyWords.Choice<DetectionForm>(given.GetRequiredValue(form))!.Value;
            var usual = given.GetRequiredValue(reference) == "standard" ? DetectionReference.Standard : DetectionReference.CheckIn;
            ImmutableArray<DetectionCriterion> chosen = [.. StudyWords.Chosen<DetectionCriterion>(given.GetRequiredValue(criteria))];
            if (given.GetRequiredValue(criteria) == "all")
                chosen = RuptureDetection.Criteria;
            else if (chosen.Contains(DetectionCriterion.DirectReport))
                return Faults.Say("direct_report is told and not found in a series: take the column of the answers themselves.");
            // Asked for all: those that have the form. Asked for by name: it is said that there is none.
            if (given.GetRequiredValue(criteria) == "all" && chosenForm == DetectionForm.WholeSeries)
                chosen = [.. chosen.Where(RuptureDetection.HasWholeSeriesForm)];
            if (chosenForm == DetectionForm.WholeSeries && chosen.FirstOrDefault(one => !RuptureDetection.HasWholeSeriesForm(one)) is var without && without != default)
                return Faults.Say($"{StudyNames.Of(without)} has no whole-series form: it keeps flagged sessions out as they come.");
            var detect = new DetectRequest(chosen, chosenForm, new DetectionReference(
                given.GetValue(within) ?? usual.WithinSd, given.GetValue(between) ?? usual.BetweenSd, given.GetValue(reliability) ?? usual.Reliability), given.GetValue(detail));
            var (least, most) = StudyWords.RangeOf(given.GetRequiredValue(range))!.Value;
            return new Run(options.Read(given), detect, new WantedColumn(given.GetRequiredValue(column), true, least, most)).Go();
        });
        return verb;
    }

    private static Option<double?> Above0(string name, string description)
    {
        var option = new Option<double?>(name) { Description = description };
        HeartsOptions.Require(option, value => value > 0 && double.IsFinite(value.Value), "An SD is above 0.");
        return option;
    }

    private sealed class Run(StudyRequest request, DetectRequest detect, WantedColumn column)
    {
        public int Go() => StudyRun.Of(request, Work);

        private void Work(IProgress<double>? progress)
        {
            var totals = new DetectTotals(detect.Criteria.Length, new());
            DetectPicture.Course? only = null;
            using var output = new StudyOutput("detect", request, DetectTable.Columns(detect));
            var asked = new CourseRequest([column], IsStrict: request.IsStrict);
            foreach (var (found, piece, first) in CourseStream.Each(request.Table!, asked, request.Crew, Judged, progress))
            {
                only ??= first;
                totals.Add(found.Totals);
                output.Append(found.Rows, piece);
            }

            output.Finish(Parameters(), StudyManifest.Of(totals.Tally), DetectSummary.Json(detect, totals), console => DetectSummary.Show(console, detect, totals));
            if (request.Plot is { } plot)
                (totals.Tally.Courses == 1 && only is not null ? DetectPicture.Of(only, detect) : DetectPicture.Of(detect, totals)).Save(plot.FullName);

            (DetectFound Found, StudyPiece? Piece, DetectPicture.Course? First) Judged(CourseBlock block)
            {
                var found = DetectTable.Judge(block, detect);
                return (found, output.Encode(found.Rows), block.Count > 0 && request.Plot is not null ? DetectPicture.Course.Of(block, 0) : null);
            }
        }

        private JsonObject Parameters() => new()
        {
            ["column"] = column.Name,
            ["least"] = double.IsFinite(column.Least) ? column.Least : null,
            ["most"] = double.IsFinite(column.Most) ? column.Most : null,
            ["criteria"] = new JsonArray([.. detect.Criteria.Select(one => (JsonNode)StudyNames.Of(one))]),
            ["form"] = StudyNames.Of(detect.Form),
            ["within_sd"] = detect.Reference.WithinSd,
            ["between_sd"] = detect.Reference.BetweenSd,
            ["reliability"] = detect.Reference.Reliability,
            ["detail"] = detect.IsDetailed,
            ["strict"] = request.IsStrict,
            ["format"] = request.Format is { } format ? StudyNames.Of(format) : "table",
        };
    }
}
