using System.Text;
using System.Text.RegularExpressions;
using Attune.Method.Cases;

namespace Attune.Journeys.Stage;

/// <summary>Everything that one partner can be sent, to the byte: what a whole hand-over shows, whatever is asked for while it lasts, and the card of a rupture.</summary>
internal static partial class Surfaces
{
    private static readonly string[] Languages = ["en", "nl", "de", "es"];

    /// <summary>After a session, from taking the device to handing it back unanswered. Tokens against forged forms and the ids of records are blanked.</summary>
    public static async Task<string> SurfacesAsync(this Story story, Partner partner, int session, params IEnumerable<string> cards)
    {
        var page = story.Page;
        var all = new StringBuilder();
        foreach (var card in cards)
            Add(await page.AskAsync(card));
        await story.HandOverAsync(session, partner);
        foreach (var language in Languages)
        {
            Add(await page.AskAsync($"/check-in?lang={language}"));
            var form = await page.AskAsync($"/check-in?mine=yes&lang={language}");
            Assert.Equal((200, "/check-in"), (form.Status, form.Path));
            Assert.Contains(story.NameOf(partner), form.Text, StringComparison.Ordinal);
            Add(form);
        }

        // Refused on purpose: an answer that is taken would be a change of its own.
        var refused = await page.TryWholeAsync("/check-in?mine=yes", "answer", followed: true, session == 0 ? [("Expectation", "never")] : [("Task", "9"), ("Expectation", "never")]);
        Assert.Equal(422, refused.Status);
        Add(refused);
        foreach (var rest in (string[])["", "/map", $"/sessions/{session}/debrief", $"/sessions/{session + 1}/plan", "/safety/a", "/safety/b", "/continuing", "/trust"])
            Add(await page.AskAsync(story.Couple + rest));
        foreach (var address in (string[])["/couples", "/between", "/me", "/settings"])
            Add(await page.AskAsync(address));
        Add(await page.TryWholeAsync("/check-in", "not-mine", followed: true));
        Add(await page.AskAsync(story.Couple));
        await story.UnlockAsync();
        return all.ToString();

        void Add(Answered one) => all.Append(one.Status).Append(' ').AppendLine(Blanked(one.Path)).AppendLine(Blanked(one.Text));
    }

    /// <summary>Without what is random each time: tokens and ids.</summary>
    public static string Blanked(string text) => Id().Replace(Token().Replace(text, "token"), "id");

    [GeneratedRegex("""(?<=name="__RequestVerificationToken" value=")[^"]+""")]
    private static partial Regex Token();

    [GeneratedRegex(@"\b[0-9a-f]{32}\b|\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b")]
    private static partial Regex Id();
}
