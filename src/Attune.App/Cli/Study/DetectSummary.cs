using System.Globalization;
using System.Text.Json.Nodes;
using Attune.App.Cli.Hearts;
using Attune.Exchange.Study;
using Attune.Method.Detection;
using Spectre.Console;

namespace Attune.App.Cli.Study;

/// <summary>How many courses each criterion flagged, for people and for programs.</summary>
internal static class DetectSummary
{
    public static void Show(IAnsiConsole console, DetectRequest detect, IReadOnlyList<DetectTotals> all)
    {
        for (var column = 0; column < all.Count; column++)
            Show(console, detect, all[column], detect.NamesColumn ? detect.Columns[column] : null);
        StudyWords.Show(console, all[0].Tally);
        for (var column = 0; column < all.Count; column++)
            LeftOut(console, all[column], detect.NamesColumn ? $"{HeartsWords.Plain(detect.Columns[column])}: " : "");
        if (IsOfTheCheckIn(detect) && all.Any(totals => totals.Judged > 0))
        {
            console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"By chance alone: the share of courses of {Lengths(all)} sessions, all answered, in which nothing happened, over autocorrelations of 0 to .6 ({FalseAlarmTable.Command})."));
        }

        console.WriteLine("A flag is where to ask, never a verdict: each criterion also flags courses in which nothing happened (attune study false-alarms).");
    }

    /// <summary>Of one column as it is; of several, by their names.</summary>
    public static JsonObject Json(DetectRequest detect, IReadOnlyList<DetectTotals> all)
    {
        if (!detect.NamesColumn)
            return Json(detect, all[0]);
        var columns = new JsonObject();
        for (var column = 0; column < all.Count; column++)
            columns[detect.Columns[column]] = Json(detect, all[column]);
        return new() { ["columns"] = columns };
    }

    private static void Show(IAnsiConsole console, DetectRequest detect, DetectTotals totals, string? column)
    {
        var table = HeartsWords.Table(column is null ? "criterion" : $"{HeartsWords.Plain(column)}: criterion", "courses flagged", "share", "flags", "by chance alone");
        for (var i = 0; i < detect.Criteria.Length; i++)
            table.Row(StudyNames.Of(detect.Criteria[i]), Count(totals.FlaggedCourses(i)), Share(totals.FlaggedCourses(i), totals.Judged), Count(totals.Flags(i)), Chance(Range(detect, totals, i)));
        table.Row("any of these", Count(totals.FlaggedByAny), Share(totals.FlaggedByAny, totals.Judged), "", Chance(RangeOfAll(detect, totals)));
        console.Write(table);
    }

    private static void LeftOut(IAnsiConsole console, DetectTotals totals, string of)
    {
        foreach (var (count, what) in new (long Count, string What)[]
        {
            (totals.MissingAnswers, "sessions without an answer: stepped over, never filled in"),
            (totals.WithoutAnswer, "courses without any answer: not judged"),
            (totals.WithOneAnswer, "courses with one answer: not judged"),
            (totals.Constant, "courses with one and the same answer throughout: never flagged"),
        })
        {
            if (count > 0)
                console.WriteLine($"{of}{Count(count)} {what}.");
        }
    }

    private static JsonObject Json(DetectRequest detect, DetectTotals totals)
    {
        var criteria = new JsonObject();
        for (var i = 0; i < detect.Criteria.Length; i++)
        {
            criteria[StudyNames.Of(detect.Criteria[i])] = new JsonObject
            {
                ["courses_flagged"] = totals.FlaggedCourses(i),
                ["flags"] = totals.Flags(i),
                ["by_chance_least"] = Range(detect, totals, i)?.Least,
                ["by_chance_most"] = Range(detect, totals, i)?.Most,
            };
        }

        return new()
        {
            ["courses_judged"] = totals.Judged,
            ["courses_flagged_by_any"] = totals.FlaggedByAny,
            ["courses_without_answer"] = totals.WithoutAnswer,
            ["courses_with_one_answer"] = totals.WithOneAnswer,
            ["courses_constant"] = totals.Constant,
            ["sessions_without_answer"] = totals.MissingAnswers,
            ["criteria"] = criteria,
        };
    }

    // The stored shares are of the check-in's scale; of another they would not be true.
    private static bool IsOfTheCheckIn(DetectRequest detect) => detect.Reference == DetectionReference.CheckIn;

    /// <summary>From the least for the shortest course to the most for the longest; null where the table does not tell.</summary>
    private static FalseAlarmRange? Range(DetectRequest detect, DetectTotals totals, int criterion)
    {
        if (!IsOfTheCheckIn(detect) || totals.Judged == 0)
            return null;
        return Between(
            FalseAlarmTable.Range(detect.Criteria[criterion], totals.Shortest, detect.Form), FalseAlarmTable.Range(detect.Criteria[criterion], totals.Longest, detect.Form));
    }

    private static FalseAlarmRange? RangeOfAll(DetectRequest detect, DetectTotals totals)
    {
        if (!IsOfTheCheckIn(detect) || totals.Judged == 0 || detect.Form != DetectionForm.SoFar || detect.Criteria.Length != RuptureDetection.Criteria.Length)
            return null;
        return Between(FalseAlarmTable.RangeOfAll(LookedAtTogether.AllCriteria, totals.Shortest), FalseAlarmTable.RangeOfAll(LookedAtTogether.AllCriteria, totals.Longest));
    }

    private static FalseAlarmRange? Between(FalseAlarmRange? one, FalseAlarmRange? other) => one is { } shortest && other is { } longest
        ? new FalseAlarmRange(Math.Min(shortest.Least, longest.Least), Math.Max(shortest.Most, longest.Most), shortest.IsBeyond || longest.IsBeyond)
        : null;

    private static string Chance(FalseAlarmRange? range) =>
        range is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known.Least:0.000} to {known.Most:0.000}{(known.IsBeyond ? " or more" : "")}") : "-";

    private static string Lengths(IReadOnlyList<DetectTotals> all)
    {
        var (shortest, longest) = (all.Where(totals => totals.Judged > 0).Min(totals => totals.Shortest), all.Max(totals => totals.Longest));
        return shortest == longest ? Count(longest) : $"{Count(shortest)} to {Count(longest)}";
    }

    private static string Count(long count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Share(long flagged, long judged) => judged == 0 ? "-" : ((double)flagged / judged).ToString("0.0000", CultureInfo.InvariantCulture);
}
