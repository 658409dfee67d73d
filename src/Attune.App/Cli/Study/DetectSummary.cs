using System.Globalization;
using System.Text.Json.Nodes;
using Attune.App.Cli.Hearts;
using Attune.Exchange.Study;
using Spectre.Console;

namespace Attune.App.Cli.Study;

/// <summary>How many courses each criterion flagged, for people and for programs.</summary>
internal static class DetectSummary
{
    public static void Show(IAnsiConsole console, DetectRequest detect, DetectTotals totals)
    {
        var table = HeartsWords.Table("criterion", "courses flagged", "share", "flags");
        for (var i = 0; i < detect.Criteria.Length; i++)
            table.Row(StudyNames.Of(detect.Criteria[i]), Count(totals.FlaggedCourses(i)), Share(totals.FlaggedCourses(i), totals.Judged), Count(totals.Flags(i)));
        table.Row("any of these", Count(totals.FlaggedByAny), Share(totals.FlaggedByAny, totals.Judged), "");
        console.Write(table);
        StudyWords.Show(console, totals.Tally);
        foreach (var (count, what) in new (long Count, string What)[]
        {
            (totals.MissingAnswers, "sessions without an answer: stepped over, never filled in"),
            (totals.WithoutAnswer, "courses without any answer: not judged"),
            (totals.WithOneAnswer, "courses with one answer: not judged"),
            (totals.Constant, "courses with one and the same answer throughout: never flagged"),
        })
        {
            if (count > 0)
                console.WriteLine($"{Count(count)} {what}.");
        }

        console.WriteLine("A flag is where to ask, never a verdict: each criterion also flags courses in which nothing happened (attune study false-alarms).");
    }

    public static JsonObject Json(DetectRequest detect, DetectTotals totals)
    {
        var criteria = new JsonObject();
        for (var i = 0; i < detect.Criteria.Length; i++)
        {
            criteria[StudyNames.Of(detect.Criteria[i])] = new JsonObject
            {
                ["courses_flagged"] = totals.FlaggedCourses(i),
                ["flags"] = totals.Flags(i),
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

    private static string Count(long count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Share(long flagged, long judged) => judged == 0 ? "-" : ((double)flagged / judged).ToString("0.0000", CultureInfo.InvariantCulture);
}
