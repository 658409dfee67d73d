using System.Globalization;
using Attune.Method.Measures;
using Attune.Practice.Settings;

namespace Attune.App.Settings;

/// <summary>What is chosen, in words.</summary>
internal static class SettingsWords
{
    public static string Copied(PracticeSettings now, DateTimeOffset at) => now.CopiedAt switch
    {
        null => "No copy has been noted yet.",
        { } last => (at - last).Days switch
        {
            <= 0 => "The last copy was noted today.",
            1 => "The last copy was noted a day ago.",
            var days => $"The last copy was noted {days} days ago.",
        },
    };

    /// <summary>The quiet line of the caseload; null when there is nothing to say.</summary>
    public static string? Reminder(PracticeSettings now, DateTimeOffset at, DateTimeOffset begun) => now.CopyOverdue(at, begun) switch
    {
        null => null,
        { } days when now.CopiedAt is null => $"No copy of the record has been noted in {days} days.",
        { } days => $"The last copy of the record was noted {days} days ago.",
    };

    public static string Of(MeasureDefinition measure) =>
        $"{Range(measure)}; {Direction(measure.Direction)}; {Reference(measure)}; after {measure.Source}.";

    public static string Range(MeasureDefinition measure) => measure.Scoring switch
    {
        MeasureScoring.MeanOfItems => $"mean of {measure.Items} items, {Number(measure.Lowest)} to {Number(measure.Highest)}",
        MeasureScoring.SumOfItems => $"sum of {measure.Items} items, {Number(measure.LowestScore)} to {Number(measure.HighestScore)}",
        _ => $"{Number(measure.Lowest)} to {Number(measure.Highest)}",
    };

    public static string Direction(MeasureDirection direction) => direction == MeasureDirection.HigherIsBetter ? "higher is better" : "lower is better";

    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Reference(MeasureDefinition measure) => (measure.ReferenceMean, measure.ReferenceSd) switch
    {
        (null, null) => "no reference group",
        ({ } mean, null) => $"reference mean {Number(mean)}",
        (null, { } sd) => $"reference SD {Number(sd)}",
        ({ } mean, { } sd) => $"reference mean {Number(mean)}, SD {Number(sd)}",
    };
}
