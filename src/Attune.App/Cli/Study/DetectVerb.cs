using System.Collections.Immutable;
using System.CommandLine;
using Attune.App.Cli.Hearts;
using Attune.Exchange.Study;
using Attune.Method.Detection;

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
        var column = new Option<string>("--column") { Description = "The columns that are judged, separated by commas, each by itself; higher is better.", HelpName = "NAME,NAME", DefaultValueFactory = _ => "score" };
        column.Validators.Add(result =>
        {
            var names = Split(result.GetValueOrDefault<string>());
            if (names.Length == 0 || names.Distinct(StringComparer.OrdinalIgnoreCase).Count() < names.Length)
                result.AddError("--column: names of columns, separated by commas, each once.");
        });
        var range = StudyWords.Range("1:7");
        var reference = new Option<string>("--reference") { Description = "What is known of the scale: the check-in's composite, one item of it, or standard scores.", HelpName = "check-in|item|standard", DefaultValueFactory = _ => "check-in" };
        reference.AcceptOnlyFromAmong("check-in", "item", "standard");
        var within = Above0(WithinName, "How far one person's answers usually differ, in place of the reference's.");
        var between = Above0(BetweenName, "How far people usually differ, in place of the reference's.");
        var reliability = new Option<double?>("--reliability") { Description = "Of the measure, in place of the reference's." };
        HeartsOptions.Require(reliability, value => value is >= 0 and <= 1, "A reliability lies between 0 and 1.");
        var detail = new Option<bool>("--detail") { Description = "One row per flag, in place of one per course." };
        var episodes = new Option<bool>("--episodes") { Description = "One row per fall, with onset, depth, length, shape and repair." };
        var agreement = new Option<bool>("--agreement") { Description = "One row per two criteria: how far they find the same, over all courses." };
        var verb = options.AddTo(new Command("detect", "Where ratings fell, by all criteria side by side. Where to ask, never a verdict."));
        foreach (var option in new Option[] { criteria, form, column, range, reference, within, between, reliability, detail, episodes, agreement })
            verb.Add(option);
        verb.Validators.Add(result =>
        {
            if (new[] { detail, episodes, agreement }.Count(result.GetValue) > 1)
                result.AddError("--detail, --episodes and --agreement each say what a row is: one of them.");
        });
        verb.SetAction(given =>
        {
            var chosenForm = StudyWords.Choice<DetectionForm>(given.GetRequiredValue(form))!.Value;
            var usual = given.GetRequiredValue(reference) switch
            {
                "standard" => DetectionReference.Standard,
                "item" => DetectionReference.CheckInItem,
                _ => DetectionReference.CheckIn,
            };
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
            var rows = given.GetValue(detail) ? DetectRowKind.Flag : given.GetValue(episodes) ? DetectRowKind.Episode : given.GetValue(agreement) ? DetectRowKind.Pair : DetectRowKind.Course;
            var detect = new DetectRequest([.. Split(given.GetRequiredValue(column))], chosen, chosenForm, new DetectionReference(
                given.GetValue(within) ?? usual.WithinSd, given.GetValue(between) ?? usual.BetweenSd, given.GetValue(reliability) ?? usual.Reliability), rows);
            return new DetectRun(options.Read(given), detect, StudyWords.RangeOf(given.GetRequiredValue(range))!.Value).Go();
        });
        return verb;
    }

    private static string[] Split(string? names) => (names ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static Option<double?> Above0(string name, string description)
    {
        var option = new Option<double?>(name) { Description = description };
        HeartsOptions.Require(option, value => value > 0 && double.IsFinite(value.Value), "An SD is above 0.");
        return option;
    }
}
