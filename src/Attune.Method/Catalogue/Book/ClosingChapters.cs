using System.Globalization;
using System.Text.RegularExpressions;

namespace Attune.Method.Catalogue.Book;

/// <summary>The words that are left out, and where the ideas come from.</summary>
internal static partial class ClosingChapters
{
    private const string OurOwn = "Attune, ";

    public static void Words(BookText text, MethodCatalogue catalogue)
    {
        text.Line("No plain wording holds one of these. A star stands for any ending.");
        text.Table(["Word", "Instead"], catalogue.ForbiddenWords.Select(word => new[] { BookText.Safe(word.Word), BookText.Safe(word.Instead) }));
    }

    public static void Sources(BookText text, MethodCatalogue catalogue)
    {
        text.Line("Each work with the entries whose idea leans on it; their own lines say how. What names ourselves is counted and not listed.");
        var works = Sourced(catalogue)
            .SelectMany(each => Works(each.Source).Distinct().Select(work => (Work: work, each.Entry)))
            .GroupBy(each => each.Work, each => each.Entry)
            .OrderBy(work => work.Key, StringComparer.Ordinal);
        foreach (var work in works)
        {
            var entries = string.Create(CultureInfo.InvariantCulture, $"{work.Count()} {(work.Count() == 1 ? "entry" : "entries")}");
            var which = work.Key.StartsWith(OurOwn, StringComparison.Ordinal) ? "." : ": " + BookText.Safe(string.Join("; ", work)) + ".";
            text.Line($"**{BookText.Safe(work.Key)}**, {entries}{which}");
        }
    }

    /// <summary>The works in a line such as <c>Arntz et al., 2021; response Attune, 2026, after Beckley, Schema Therapy Bulletin</c>; the line itself when none is made out.</summary>
    internal static IReadOnlyList<string> Works(string source)
    {
        string[] works = [.. Joints().Split(source).Select(part => Remark().Replace(part, "").Trim(' ', ',')).Where(part => part.Length > 0)];
        return works.Length > 0 ? works : [source];
    }

    private static IEnumerable<(string Source, string Entry)> Sourced(MethodCatalogue catalogue) =>
    [
        .. catalogue.Entries.Select(entry => (entry.Source, entry.Name)),
        .. catalogue.WrittenSchemas.Select(schema => (schema.Portrait!.Source, $"{schema.Name}, portrait")),
        .. catalogue.Modes.Where(mode => mode.Response is not null).Select(mode => (mode.Response!.Source, $"{mode.Name}, answer")),
        (catalogue.Forecast.Reference.Source, "forecast, reference"),
    ];

    [GeneratedRegex(@";| after |, in |\(from |\)", RegexOptions.CultureInvariant)]
    private static partial Regex Joints();

    // What goes before the name of a work ("ladder Attune, 2026"), or is no name at all ("an addition, not in the inventory").
    [GeneratedRegex(@"^[^\p{Lu}]*", RegexOptions.CultureInvariant)]
    private static partial Regex Remark();
}
