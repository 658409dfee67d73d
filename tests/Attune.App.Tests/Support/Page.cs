using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Attune.App.Tests.Support;

/// <summary>An answer of the program, with what a person would see in it.</summary>
internal sealed partial record Page(string Path, HttpStatusCode Status, string Body, IReadOnlyDictionary<string, string[]> Headers)
{
    /// <summary>Where it leads, as a path: a page names its own address in full.</summary>
    public string? Location => !Headers.TryGetValue("Location", out var values) ? null : Own().Replace(values[0], "");

    public IHtmlDocument Document => new HtmlParser().ParseDocument(Body);

    /// <summary>What is read, without the markup.</summary>
    public string Text => Document.Body?.TextContent ?? Body;

    /// <summary>What every page of the therapist but the brief's prints, in one sentence and no more.</summary>
    public const string NotPrinted = "This page is not printed. The brief, on the page of a session's plan, is made for paper.";

    /// <summary>What is left on paper: what the sheet hides in print taken out, and white space in one piece.</summary>
    public string Printed => White().Replace(Paper().Body!.TextContent, " ").Trim();

    /// <summary>How many words that are, line by line.</summary>
    public int PrintedWords => Paper().QuerySelectorAll("h1, h2, h3, p, li").Sum(line => line.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);

    /// <summary>The reasons that the page gives for a refusal; one that is folded away is not given.</summary>
    public string Refusal => Document.QuerySelectorAll(".refused").FirstOrDefault(refused => refused.Closest("details:not([open])") is null)?.TextContent ?? "";

    /// <summary>The page with what is random each time blanked: the tokens against forged forms, and where a sent form leads, which is encrypted beside the plain header.</summary>
    public string Blanked => Onwards().Replace(Token().Replace(Body, "$1"), "$1");

    /// <summary>Every header but the date, with the random part of cookies blanked, one a line.</summary>
    public string BlankedHeaders => string.Join('\n', Headers
        .Where(header => header.Key != "Date")
        .OrderBy(header => header.Key, StringComparer.Ordinal)
        .SelectMany(header => header.Value.Select(value => $"{header.Key}: {(header.Key == "Set-Cookie" ? CookieValue().Replace(value, "$1") : value)}")));

    public static async Task<Page> ReadAsync(string path, HttpResponseMessage response) => new(
        path, response.StatusCode, await response.Content.ReadAsStringAsync(),
        response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => header.Value.ToArray(), StringComparer.OrdinalIgnoreCase));

    /// <summary>Where the form of that name goes, and every field as a browser would send it untouched.</summary>
    public (string Action, Dictionary<string, string> Fields) Form(string name)
    {
        var (action, pairs) = Pairs(name);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (field, value) in pairs)
            fields[field] = value;
        return (action, fields);
    }

    /// <summary>The same, with every one of several ticks under one name.</summary>
    public (string Action, List<KeyValuePair<string, string>> Pairs) Pairs(string name)
    {
        var form = Document.Forms.FirstOrDefault(one => one.QuerySelector("input[name=_handler]")?.GetAttribute("value") == name || one.GetAttribute("action") == name)
            ?? throw new InvalidOperationException($"{Path} ({Status}) has no form \"{name}\".");
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var element in form.QuerySelectorAll("input[name], textarea[name], select[name]"))
        {
            switch (element)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } or IHtmlInputElement { Type: "file" }: break;
                case IHtmlInputElement input: pairs.Add(new(input.Name!, input.Value)); break;
                case IHtmlTextAreaElement area: pairs.Add(new(area.Name!, area.Value)); break;
                case IHtmlSelectElement select: pairs.Add(new(select.Name!, select.Value ?? "")); break;
                default: throw new InvalidOperationException($"No field: {element.OuterHtml}");
            }
        }

        return (form.GetAttribute("action") is { Length: > 0 } action ? action : Path, pairs);
    }

    /// <summary>Whether the page has a form of that name.</summary>
    public bool HasForm(string name) => Document.QuerySelector($"input[name=_handler][value='{name}']") is not null;

    /// <summary>The values ticked or chosen under one name.</summary>
    public string[] Chosen(string form, string name) => [.. Pairs(form).Pairs.Where(pair => pair.Key == name).Select(pair => pair.Value)];

    private IHtmlDocument Paper()
    {
        var document = Document;
        foreach (var hidden in document.QuerySelectorAll(".bar, footer, nav.couple, .no-print, .skip, form, .screen-only, script").ToArray())
            hidden.Remove();
        return document;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();

    [GeneratedRegex("(name=\"__RequestVerificationToken\" value=\")[^\"]+")]
    private static partial Regex Token();

    [GeneratedRegex("(opaque-redirect\\?url=)[^<]+")]
    private static partial Regex Onwards();

    [GeneratedRegex("^http://localhost:[0-9]+(?=/)")]
    private static partial Regex Own();

    [GeneratedRegex("^([^=]+=)[^;]*")]
    private static partial Regex CookieValue();
}
