using Microsoft.Playwright;

namespace Attune.Journeys.Stage;

/// <summary>
/// A whole form in one call: the browser asks for the page, fills in the form that the page itself holds, and sends it with the page's own tokens. For the
/// long way to where a journey begins; what the journey is about is done by hand.
/// </summary>
internal static class WholeForms
{
    // A field that the form does not have is a mistake of the journey. Left alone, a redirection is the answer "done"; followed, it is read as well.
    private const string Send = """
        async ([path, name, followed, ...fields]) => {
            const asked = await fetch(path);
            const page = new DOMParser().parseFromString(await asked.text(), 'text/html');
            const form = [...page.forms].find(one => one.elements['_handler']?.value === name);
            if (!form)
                return ['0', asked.url, 'It has the forms ' + [...page.forms].map(one => one.elements['_handler']?.value).join(', ') + '.'];
            const pairs = fields.map((_, at) => at % 2 ? null : [fields[at], fields[at + 1]]).filter(pair => pair);
            const strange = pairs.find(([field]) => ![...form.elements].some(one => one.name === field));
            if (strange)
                return ['0', asked.url, 'The form ' + name + ' has no field ' + strange[0] + '.'];
            const sent = new FormData(form);
            pairs.forEach(([field]) => sent.delete(field));
            pairs.forEach(([field, value]) => sent.append(field, value));
            const answered = await fetch(form.getAttribute('action') || asked.url, { method: 'POST', body: sent, redirect: followed ? 'follow' : 'manual' });
            return answered.type === 'opaqueredirect' ? ['302', '', ''] : [answered.status.toString(), answered.url, await answered.text()];
        }
        """;

    /// <summary>Sends it, and fails when it was not taken.</summary>
    public static async Task SendWholeAsync(this IPage page, string path, string form, params IEnumerable<(string Name, string Value)> fields)
    {
        var answered = await page.TryWholeAsync(path, form, followed: false, fields);
        Assert.True(answered.Status == 302, $"{form} on {path} answered {answered.Status}: {answered.Text}");
    }

    /// <summary>Sends it and reads whatever comes of it.</summary>
    public static async Task<Answered> TryWholeAsync(this IPage page, string path, string form, bool followed, params IEnumerable<(string Name, string Value)> fields)
    {
        var said = await page.EvaluateAsync<string[]>(Send, (string[])[path, form, followed ? "yes" : "", .. fields.SelectMany(field => new[] { field.Name, field.Value })]);
        Assert.True(said[0] != "0", $"{path}: {said[2]}");
        return new Answered(int.Parse(said[0], System.Globalization.CultureInfo.InvariantCulture), said[1], said[2]);
    }

    /// <summary>Asks for an address as the browser does, and reads the bytes that come.</summary>
    public static async Task<Answered> AskAsync(this IPage page, string path)
    {
        var said = await page.EvaluateAsync<string[]>("async path => { const came = await fetch(path); return [came.status.toString(), came.url, await came.text()]; }", path);
        return new Answered(int.Parse(said[0], System.Globalization.CultureInfo.InvariantCulture), said[1], said[2]);
    }
}

/// <summary>What came back. A redirection that was not followed is 302, without address and text.</summary>
internal sealed record Answered(int Status, string Url, string Text)
{
    public string Path => new Uri(Url).AbsolutePath;
}
