using System.Text;
using System.Text.RegularExpressions;
using Attune.Journeys.Stage;
using Attune.Method.Anticipation;
using Microsoft.Playwright;

namespace Attune.Journeys;

/// <summary>The brief on paper: one page that may lie on a table.</summary>
public sealed partial class PrintedBrief(Browser browser)
{
    // Fewer than 200: the same number as the brief's own.
    private const int MostWords = Briefing.FewerWordsThan - 1;

    [Fact]
    public async Task Brief_Printed_IsOnePageWithInitialsAndNothingOfTheTherapist()
    {
        await using var program = await RunningProgram.DemoAsync();
        await using var visit = await browser.VisitAsync(program.Origin);
        var page = visit.Page;
        await page.GotoAsync(program.Welcome.AbsoluteUri);
        // The therapist's own side is in the record, so that there is something to leave out.
        await page.GotoAsync("/me");
        Assert.Equal("4.2", await page.Locator("[name='Schema.si']").InputValueAsync());

        await page.GotoAsync($"{DemoWalk.Couple}/sessions/7/plan");
        var onScreen = await page.WordsAsync();
        Assert.Contains("Alma", onScreen, StringComparison.Ordinal);
        var pdf = await page.PdfAsync(new PagePdfOptions { Format = "A4" });
        Assert.Single(PdfPage().Matches(Encoding.Latin1.GetString(pdf)));
        var printed = PdfText.Of(pdf);
        Assert.StartsWith("Brief for session 7 First, your promise to B.", printed, StringComparison.Ordinal);
        Assert.Contains("The written summary that I promised.", printed, StringComparison.Ordinal);
        Assert.Contains("A. Keeping feelings in", printed, StringComparison.Ordinal);
        Assert.Contains("B. On guard against being hurt", printed, StringComparison.Ordinal);
        Assert.Contains("May be too much: working with chairs, “I will be away”.", printed, StringComparison.Ordinal);
        foreach (var kept in (string[])["Alma", "Bo ", "Bo:", "Robin", "Quill", "Social isolation", "Unrelenting", "Sign out", "Save the plan"])
            Assert.DoesNotContain(kept, printed, StringComparison.OrdinalIgnoreCase);
        var words = printed.Split(' ').Length;
        Assert.True(words <= MostWords, $"{words} words are printed: {printed}");
    }

    [GeneratedRegex(@"/Type\s*/Page\b")]
    internal static partial Regex PdfPage();
}
