using System.Text;
using System.Text.RegularExpressions;

namespace Attune.Method.Catalogue.Book;

/// <summary>Markdown, block by block, a blank line between any two. Whatever comes from the catalogue is escaped: no text in it can become markup.</summary>
internal sealed partial class BookText
{
    private readonly StringBuilder _text = new();

    /// <summary>The text as it stands, on one line, with every sign of Markdown made harmless.</summary>
    public static string Safe(string text)
    {
        var line = Blanks().Replace(text.Trim(), " ");
        return Starts().Replace(Signs().Replace(line, @"\$0"), @"$1\$2");
    }

    public static string Link(string heading) => $"[{Safe(heading)}](#{Slug(heading)})";

    public void Heading(int level, string text) => Line($"{new string('#', level)} {Safe(text)}");

    /// <summary>A heading with the name, and under it the name to the person, the code, and whatever else there is to say in a word.</summary>
    /// <param name="more">Already Markdown; null and empty ones are left out.</param>
    public void Entry(int level, ICatalogueEntry entry, params string?[] more)
    {
        Heading(level, entry.Name);
        Line(string.Join(" · ", new[] { $"*{Safe(entry.PlainName)}*", $"`{entry.Code}`" }.Concat(more.Where(each => !string.IsNullOrEmpty(each)))));
    }

    /// <summary>A block of Markdown as it is.</summary>
    public void Line(string markdown) => _text.Append(_text.Length > 0 ? "\n" : "").Append(markdown).Append('\n');

    public void Labelled(string label, string text) => Line($"**{label}.** {Safe(text)}");

    /// <summary>Nothing when the list is empty.</summary>
    public void Listed(string label, IReadOnlyCollection<string> items)
    {
        if (items.Count == 0)
            return;
        Line($"**{label}**");
        Line(string.Join('\n', items.Select(item => $"- {Safe(item)}")));
    }

    public void Numbered(string label, IEnumerable<string> items)
    {
        Line($"**{label}**");
        Line(string.Join('\n', items.Select((item, index) => $"{index + 1}. {Safe(item)}")));
    }

    /// <summary>What can be said aloud as it stands.</summary>
    public void Say(string label, string sentence) => Line($"> **{label}:** “{Safe(sentence)}”");

    /// <summary>Clinical and plain beside each other.</summary>
    /// <param name="rows">Labels already Markdown.</param>
    public void Wordings(params IEnumerable<(string Label, TwoWordings Text)> rows) =>
        Table(["", "Clinical, for a colleague", "Plain, to the person"], rows.Select(row => new[] { row.Label, Safe(row.Text.Clinical), Safe(row.Text.Plain) }));

    /// <param name="rows">Cells already Markdown.</param>
    public void Table(string[] headers, IEnumerable<string[]> rows)
    {
        string[][] all = [headers, [.. headers.Select(_ => "---")], .. rows];
        Line(string.Join('\n', all.Select(cells => $"| {string.Join(" | ", cells)} |")));
    }

    public void Source(string source, Standing standing) => Line($"*Source: {Safe(source)}. {BookWords.Of(standing)}.*");

    public override string ToString() => _text.ToString();

    /// <summary>As a heading is addressed by its readers: lower case, no punctuation, a hyphen for each blank.</summary>
    internal static string Slug(string heading) => NotInSlug().Replace(heading.ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    // An ampersand is harmless unless a letter or a number sign makes an entity of it.
    [GeneratedRegex(@"[\\`*_\[\]<>|~]|&(?=[\p{L}#])", RegexOptions.CultureInvariant)]
    private static partial Regex Signs();

    // What would begin a heading, a list or a quotation, were it the first of its line.
    [GeneratedRegex(@"^(\d*)([#+.)=-])", RegexOptions.CultureInvariant)]
    private static partial Regex Starts();

    [GeneratedRegex(@"[^\p{L}\p{N} -]", RegexOptions.CultureInvariant)]
    private static partial Regex NotInSlug();
}
