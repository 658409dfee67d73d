using System.Globalization;
using Attune.App.Settings;
using Attune.Method.Cases;
using Attune.Method.Measures;

namespace Attune.App.Measuring;

/// <summary>A course of a measure in words and as a line of points.</summary>
internal static class MeasureWords
{
    public const int Width = 160, Height = 40;
    private const int Edge = 4;

    /// <param name="definition">Null when the practice asks for it no longer.</param>
    public static string Sentence(MeasureCourse course, MeasureDefinition? definition)
    {
        var last = course.Last!;
        if (course.Points.Length == 1)
            return $"{SettingsWords.Number(last.Score!.Value)} {At(last)}; one score says nothing about a change.";
        var change = $"{SettingsWords.Number(course.First!.Score!.Value)} {At(course.First)}, {SettingsWords.Number(last.Score!.Value)} {At(last)}";
        return definition is null ? change + "." : $"{change}: {Way(course.Change, definition)}{InSds(course.ChangeInSds(definition))}.";
    }

    /// <summary>The points of a small line, the width of the sessions and the height of the range.</summary>
    public static IEnumerable<(string X, string Y)> Line(MeasureCourse course, int firstSession, int lastSession) => course.Points.Select(one =>
    {
        var (x, y) = (Share(one.Session, firstSession, lastSession), Share(one.Score!.Value, one.LowestScore, one.HighestScore));
        return (Number(Edge + (x * (Width - (2 * Edge)))), Number(Height - Edge - (y * (Height - (2 * Edge)))));
    });

    public static string Session(int session) => session == 0 ? "before the first" : session.ToString(CultureInfo.InvariantCulture);

    private static string At(MeasureScored one) => one.Session == 0 ? "before the first session" : $"in session {one.Session}";

    private static string Way(double change, MeasureDefinition definition) => change switch
    {
        0 => "the same",
        _ when change > 0 == (definition.Direction == MeasureDirection.HigherIsBetter) => "toward the better",
        _ => "toward the worse",
    };

    private static string InSds(double sds) => double.IsNaN(sds) || sds == 0 ? "" : $", by {Math.Abs(sds).ToString("0.0", CultureInfo.InvariantCulture)} SD of the reference group";

    private static double Share(double value, double low, double high) => high > low ? Math.Clamp((value - low) / (high - low), 0, 1) : 0.5;

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
