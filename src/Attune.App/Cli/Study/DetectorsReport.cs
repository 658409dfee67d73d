using System.Globalization;
using System.Text;
using Attune.Exchange.Study;
using Attune.Method.Detection;
using Attune.Method.Simulation;

namespace Attune.App.Cli.Study;

/// <summary>The page that tells what each criterion is worth, made of the numbers alone.</summary>
internal static class DetectorsReport
{
    public static string Of(DetectorGrid grid)
    {
        var plan = grid.Plan;
        var page = new StringBuilder();
        page.Append(Text($"""
            # What each criterion is worth

            Made by `attune study detectors --seed {plan.Seed} --courses {plan.Courses} --report docs/detection-study.md`. Run again, it gives the same bytes.

            No criterion for a rupture in ratings is validated for couples, and no data with known ruptures exist. What can be known is how each would do in
            courses that were made up: {plan.Courses} courses of each kind, each drawn twice with the same noise, once with one rupture in it and once with
            none. Real people are not like this noise. What the page can tell is which criteria cannot work, how often each speaks for nothing, and what is bought with what.

            - *A course*: the mean of three answers in whole steps from 1 to 7; people differ in level (mean 5.5, SD 1), sessions of one person by .5. All are answered.
            - *A rupture* begins in session 5 at the earliest and two sessions before the end at the latest, so in the shortest courses always in session 5. Its depth is
              {Listed(plan.Depths)} points of the mean, one and a half times that in one of the three answers. A V lasts one session, the slow forms {DetectorPlan.SlowLength}.
            - *Found*: flagged from its first session to two sessions after its last, judged by earlier sessions alone.
            - *Quiet*: courses without a rupture that were flagged at least once; the range goes over autocorrelations of {Listed(plan.Autocorrelations)}, because that of
              one course cannot be estimated.
            - *Delay*: sessions from the first lowered one to the flag, over those found.

            Depth {Number(plan.UsualDepth, "0.##")} and autocorrelation {Number(plan.UsualAutocorrelation, "0.##")} in the tables, where nothing else is said. *All*: every shape as often as it comes
            (V .30, slow down and sudden back .14, sudden down and slow back .07, slow both ways .07, a step that stays .42; the order of the first two after Gumz and others,
            2012, the last after Larsson and others, 2018, the rest our proposal). With {plan.Courses} courses a share is known to within {Number(1.96 * Math.Sqrt(.25 / plan.Courses), "0.000")}.

            ![Two plots, for courses of {plan.Sessions[^2]} and of {plan.Sessions[^1]} sessions: each criterion as a dot, ruptures found upward, quiet courses flagged to the right, with a bar for what the autocorrelation changes; few find many without flagging most quiet courses](pictures/{DetectorsPicture.Tradeoff})

            The square is what leads on a course's page; the dashed line is one quiet course in five.

            ![For each criterion a row, and on it the share of ruptures found for each of the five shapes; a step that stays is found most, and a V by some hardly at all](pictures/{DetectorsPicture.Shapes})


            """));
        foreach (var sessions in plan.Sessions)
            AddTable(page, grid, sessions);
        AddEarly(page, grid);
        AddDepths(page, grid, plan.Sessions[^2]);
        AddDefault(page, grid);
        return page.ToString().ReplaceLineEndings("\n");
    }

    public static string NameOf(DetectionCriterion? criterion) => (criterion is { } one ? StudyNames.Of(one) : DetectorRows.Leading).Replace('_', ' ');

    public static string NameOf(RuptureShape shape) => shape switch
    {
        RuptureShape.SuddenFallSuddenReturn => "V",
        RuptureShape.SlowFallSuddenReturn => "slow down, sudden back",
        RuptureShape.SuddenFallSlowReturn => "sudden down, slow back",
        RuptureShape.SlowFallSlowReturn => "slow both ways",
        RuptureShape.StepThatStays => "a step that stays",
    };

    private static void AddTable(StringBuilder page, DetectorGrid grid, int sessions)
    {
        page.Append(Text($"## {sessions} sessions\n\n| criterion | quiet | all | {string.Join(" | ", Enum.GetValues<RuptureShape>().Select(NameOf))} | delay |\n"));
        page.Append(Text($"| --- | --- | --- | {string.Join(" | ", Enum.GetValues<RuptureShape>().Select(_ => "---"))} | --- |\n"));
        foreach (var line in grid.Lines(sessions, grid.Plan.UsualDepth).OrderBy(line => line.Criterion is null ? 0 : 1).ThenByDescending(line => line.Found))
        {
            page.Append(Text($"| {NameOf(line.Criterion)} | {Quiet(line)} | {Number(line.Found)} | {string.Join(" | ", line.FoundByShape.Select(one => Number(one.Value!.Value)))} "));
            page.Append(Text($"| {(line.MeanDelay is { } delay ? Number(delay, "0.0") : "none found")} |\n"));
        }

        page.Append('\n');
    }

    private static void AddEarly(StringBuilder page, DetectorGrid grid)
    {
        page.Append(Text($"## Ruptures that begin in sessions 2 to 4\n\nIn courses of {DetectorPlan.EarlySessions}. Most criteria need four answers before they judge: what they find here, they find late, and some of it is chance.\n\n"));
        page.Append("| criterion | all | V | a step that stays | delay |\n| --- | --- | --- | --- | --- |\n");
        foreach (var line in grid.EarlyLines().OrderBy(line => line.Criterion is null ? 0 : 1).ThenByDescending(line => line.Found))
        {
            page.Append(Text($"| {NameOf(line.Criterion)} | {Number(line.Found)} | {Number(line.FoundByShape[0].Value!.Value)} | {Number(line.FoundByShape[^1].Value!.Value)} "));
            page.Append(Text($"| {(line.MeanDelay is { } delay ? Number(delay, "0.0") : "none found")} |\n"));
        }

        page.Append('\n');
    }

    private static void AddDepths(StringBuilder page, DetectorGrid grid, int sessions)
    {
        page.Append(Text($"## Deeper and shallower: found of all shapes, {sessions} sessions\n\n| criterion | {string.Join(" | ", grid.Plan.Depths.Select(depth => Text($"depth {Number(depth, "0.##")}")))} |\n"));
        page.Append(Text($"| --- | {string.Join(" | ", grid.Plan.Depths.Select(_ => "---"))} |\n"));
        var depths = grid.Plan.Depths.Select(depth => grid.Lines(sessions, depth)).ToArray();
        for (var i = 0; i < depths[0].Length; i++)
            page.Append(Text($"| {NameOf(depths[0][i].Criterion)} | {string.Join(" | ", depths.Select(lines => Number(lines[i].Found)))} |\n"));
        page.Append('\n');
    }

    private static void AddDefault(StringBuilder page, DetectorGrid grid)
    {
        page.Append(Text($"## What the program takes\n\nThe rule, our proposal and written before the numbers were seen: of the criteria that flag at most one quiet course in five at every autocorrelation, the one that finds the most of all shapes.\n\n"));
        page.Append("| sessions | by the rule | finds | quiet | what leads on a course finds | quiet |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (var sessions in grid.Plan.Sessions)
        {
            var lines = grid.Lines(sessions, grid.Plan.UsualDepth);
            var lead = lines.Single(line => line.Criterion is null);
            var best = lines.Where(line => line.MayLead && line.Criterion is not null).MaxBy(line => line.Found);
            page.Append(Text($"| {sessions} | {(best is null ? "none" : NameOf(best.Criterion))} | {(best is null ? "-" : Number(best.Found))} | {(best is null ? "-" : Quiet(best))} | {Number(lead.Found)} | {Quiet(lead)} |\n"));
        }

        AddChoice(page, grid);
    }

    private static void AddChoice(StringBuilder page, DetectorGrid grid)
    {
        var chart = DetectionCriterion.IndividualsChartThreeSigmaKeptOut;
        var (shortest, usual) = (grid.Plan.Sessions[0], grid.Plan.Sessions[^2]);
        DetectorLine At(int sessions, DetectionCriterion? criterion) => grid.Lines(sessions, grid.Plan.UsualDepth).Single(line => line.Criterion == criterion);
        DetectorLine Early(DetectionCriterion? criterion) => grid.EarlyLines().Single(line => line.Criterion == criterion);
        var louder = grid.Lines(usual, grid.Plan.UsualDepth).Where(line => line.Criterion is not null && line.Found >= At(usual, chart).Found + 0.1).MinBy(line => line.MostQuiet)
            ?? At(usual, chart);
        page.Append(Text($"""

            No criterion is the rule's choice at every length, so the rule alone does not settle it. The program keeps one that leads at all of them, and says its price:

            - **From the first session with four earlier ones**: {NameOf(chart)}. At {usual} sessions it finds {Number(At(usual, chart).Found)} and flags {Quiet(At(usual, chart))} of quiet courses.
              The quietest of those that find at least a tenth more, {NameOf(louder.Criterion)}, finds {Number(louder.Found)} and flags {Quiet(louder)}. Where courses are long, the online change point flags less for nothing ({Quiet(At(grid.Plan.Sessions[^1], DetectionCriterion.OnlineChangePoint))} at {grid.Plan.Sessions[^1]} sessions,
              against {Quiet(At(grid.Plan.Sessions[^1], chart))}) and finds {Number(At(grid.Plan.Sessions[^1], DetectionCriterion.OnlineChangePoint).Found)} against {Number(At(grid.Plan.Sessions[^1], chart).Found)}: it stands one click down, among the others.
            - **Before that**: the fall by two SD ({NameOf(DetectionCriterion.TwoStricterSdDrop)}). It is the dear part: what leads flags {Quiet(At(shortest, null))} of quiet courses of {shortest} sessions, the chart alone {Quiet(At(shortest, chart))}.
              It is kept because nothing else judges so early, and a question costs little: of ruptures that begin in sessions 2 to 4, what leads finds {Number(Early(null).Found)}
              ({Number(Early(null).MeanDelay ?? 0, "0.0")} sessions late), the chart alone {Number(Early(chart).Found)} ({Number(Early(chart).MeanDelay ?? 0, "0.0")} sessions late), the drop in the form of the literature {Number(Early(DetectionCriterion.TwoSdDropWithinOrBetween).Found)}.
            - Every flag on a course's page stands beside how often it comes for nothing at that length, and beside the only thing that settles it: asking.

            """));
    }

    private static string Quiet(DetectorLine line) => $"{Number(line.LeastQuiet)}-{Number(line.MostQuiet)}";

    private static string Listed(IEnumerable<double> values) => string.Join(", ", values.Select(value => Number(value, "0.##")));

    private static string Number(double value, string format = "0.00")
    {
        var text = value.ToString(format, CultureInfo.InvariantCulture);
        return format != "0.0" && text.StartsWith("0.", StringComparison.Ordinal) ? text[1..] : text;
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
