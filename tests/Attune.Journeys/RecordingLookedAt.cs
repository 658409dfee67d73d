using Attune.Journeys.Stage;
using Microsoft.Playwright;

namespace Attune.Journeys;

/// <summary>A recording of the therapist's own heart: looked at, put back, chosen again, kept. No script takes part.</summary>
public sealed class RecordingLookedAt(Browser browser)
{
    private const string Debrief = $"{DemoWalk.Couple}/sessions/6/debrief";

    [Fact]
    public async Task Upload_LookedAt_IsKeptOnlyWhenSaid()
    {
        await using var program = await RunningProgram.DemoAsync();
        await using var visit = await browser.VisitAsync(program.Origin);
        var page = visit.Page;
        await page.GotoAsync(program.Welcome.AbsoluteUri);
        await page.GotoAsync(Debrief);
        var before = await page.Locator("ol.episodes li").AllInnerTextsAsync();

        await ChooseAsync(page);
        var preview = await page.WordsAsync("#recording-preview");
        Assert.Contains("Format beat intervals as text", preview, StringComparison.Ordinal);
        Assert.Contains("Your rate crossed once:", preview, StringComparison.Ordinal);
        Assert.Equal("recording-preview", await page.EvaluateAsync<string>("() => document.activeElement.id"));
        Assert.Equal(before, await page.Locator("ol.episodes li").AllInnerTextsAsync());
        await ShownAsync(page, "recording-preview");

        await page.PressAsync("Choose another");
        Assert.Equal(0, await page.Locator("#recording-preview").CountAsync());

        await ChooseAsync(page);
        await page.PressAsync("Keep it");
        Assert.Contains("The recording is kept.", await page.WordsAsync(), StringComparison.Ordinal);
        Assert.StartsWith("30:1", Assert.Single(await page.Locator("ol.episodes li").AllInnerTextsAsync()), StringComparison.Ordinal);
        Assert.Contains("simulated.txt was read", await page.WordsAsync(), StringComparison.Ordinal);
    }

    // In light and in dark, on a phone and on paper, where nothing of it is.
    private static async Task ShownAsync(IPage page, string name)
    {
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            Assert.Empty(await Accessibility.ViolationsAsync(page, name, scheme));
            await Pictures.SaveAsync(page, name, scheme);
        }

        await Pictures.SaveNarrowAndPrintedAsync(page, name);
    }

    private static async Task ChooseAsync(IPage page)
    {
        await page.Locator("input[name='Recording']").SetInputFilesAsync(Recordings.Simulated());
        await page.PressAsync("Read it");
    }
}
