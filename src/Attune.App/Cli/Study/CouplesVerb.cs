using System.CommandLine;
using System.Text.Json.Nodes;
using Attune.App.Cli.Hearts;
using Attune.Exchange.Study;
using Attune.Method.Alliance;
using Attune.Method.Detection;

namespace Attune.App.Cli.Study;

/// <summary>How two partners' ratings stand to each other, session by session.</summary>
internal static class CouplesVerb
{
    public static Command Make()
    {
        var options = new StudyOptions();
        var form = StudyWords.OneOf("--form", "The state-like part against the person's sessions so far, or against all.", DetectionForm.SoFar);
        var range = StudyWords.Range("1:7");
        var between = new Option<double>("--between-sd") { Description = "How far people usually differ, in the unit of the ratings.", DefaultValueFactory = _ => AllianceGap.ReferenceSd };
        HeartsOptions.Require(between, value => value > 0 && double.IsFinite(value), "An SD is above 0.");
        var verb = options.AddTo(new Command("couples", "How far apart two partners rate: gap and its slope, split, weakest link, blind spots, state-like and trait-like parts."), withPlot: false);
        foreach (var option in new Option[] { form, range, between })
            verb.Add(option);
        verb.SetAction(given => Run(
            options.Read(given), StudyWords.Choice<DetectionForm>(given.GetRequiredValue(form))!.Value, StudyWords.RangeOf(given.GetRequiredValue(range))!.Value, given.GetValue(between)));
        return verb;
    }

    private static int Run(StudyRequest request, DetectionForm form, (double Least, double Most) range, double betweenSd)
    {
        var asked = new CourseRequest(CoupleTable.Wanted(range.Least, range.Most), Course: "couple", IsStrict: request.IsStrict);
        var caseload = double.NaN;
        return CourseVerb.Run(
            new CourseWork("couples", asked, CoupleTable.Columns, block => CoupleTable.Of(block, form, caseload, betweenSd))
            {
                Closing = "A gap is for the therapist alone. Traits: each partner's mean less the mean of all partners, which a first pass over the table takes.",
                First = progress =>
                {
                    var (sum, persons) = (0.0, 0L);
                    foreach (var (part, count) in CourseStream.Each(request.Table!, asked, request.Crew, CoupleTable.Means, progress))
                        (sum, persons) = (sum + part, persons + count);
                    caseload = sum / persons;
                },
                Counted =
                [
                    new("sessions_without_both", "sessions in which one or both did not answer: no gap", rows => CourseWork.Missing(rows, 2)),
                    new("sessions_split", "sessions with a split", rows => CourseWork.Words(rows, 3, StudyNames.Of(SplitGrade.Split), StudyNames.Of(SplitGrade.Severe))),
                ],
            },
            request,
            new JsonObject
            {
                ["form"] = StudyNames.Of(form),
                ["least"] = double.IsFinite(range.Least) ? range.Least : null,
                ["most"] = double.IsFinite(range.Most) ? range.Most : null,
                ["between_sd"] = betweenSd,
            });
    }
}
