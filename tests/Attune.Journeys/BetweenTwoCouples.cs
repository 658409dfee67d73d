using System.Text;
using Attune.Journeys.Stage;
using Microsoft.Playwright;

namespace Attune.Journeys;

/// <summary>Moment 1: five minutes between two couples, with the keyboard alone, on a screen of 1280 by 800.</summary>
public sealed class BetweenTwoCouples(Browser browser)
{
    private const string Promise = "The written summary that I promised.";

    [Fact]
    public async Task Between_ByKeyboardAlone_ClosesTheLastAndShowsTheNextOnOneScreen()
    {
        await using var program = await RunningProgram.DemoAsync();
        await using var visit = await browser.VisitAsync(program.Origin);
        var page = visit.Page;
        await page.GotoAsync(program.Welcome.AbsoluteUri);
        await page.BeginCoupleAsync("Cleo", "Dag");
        await page.GotoAsync("/couples");

        await page.TabToMatchAsync("a[href='/between']");
        await page.ArriveAsync(() => page.Keyboard.PressAsync("Enter"));
        Assert.Equal("/between", page.Path());
        var empty = await page.WordsAsync();
        Assert.Contains("Choose whom you have just left", empty, StringComparison.Ordinal);
        Assert.Contains("Choose who is up next", empty, StringComparison.Ordinal);

        // A name that is begun chooses from the list.
        await page.TabToMatchAsync("#last");
        await page.Keyboard.TypeAsync("cleo");
        await page.TabToMatchAsync("#next");
        await page.Keyboard.TypeAsync("alma");
        await page.TabToMatchAsync(".between-top button");
        await page.ArriveAsync(() => page.Keyboard.PressAsync("Enter"));

        Assert.Contains("No session has been noted as held.", await page.WordsAsync("#last-title ~ p"), StringComparison.Ordinal);
        Assert.Contains("Nothing noted. A promise", await page.WordsAsync(), StringComparison.Ordinal);
        Assert.Contains("Am I back?", await page.WordsAsync(), StringComparison.Ordinal);
        Assert.Contains("Curious: What would surprise me about this person today?", await page.WordsAsync(".back"), StringComparison.Ordinal);
        var brief = await page.WordsAsync(".brief");
        Assert.StartsWith($"Brief for session 7 First, your promise to Bo : {Promise}", brief, StringComparison.Ordinal);
        Assert.Contains("No answer from Bo after the last session. That does not mean that all was well.", brief, StringComparison.Ordinal);
        Assert.Contains("our own weights, not measured", brief, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\d[.,]\d|%|\bfine\b", brief);
        var box = await page.Locator(".brief").BoundingBoxAsync();
        Assert.True(box!.Y + box.Height <= Browser.WideY, $"The brief ends at {box.Y + box.Height}.");
        Assert.Equal(0, await page.EvaluateAsync<int>("() => Math.round(window.scrollY)"));

        // The other way round: what is owed to those who have just left, and whose answer is missing.
        await page.TabToMatchAsync("#last");
        await page.Keyboard.TypeAsync("alma");
        await page.TabToMatchAsync(".between-top button");
        await page.ArriveAsync(() => page.Keyboard.PressAsync("Enter"));
        var left = await page.WordsAsync(".two-sides > div");
        Assert.Contains("No answer from Bo after session 6. That does not mean that all was well.", left, StringComparison.Ordinal);
        Assert.Contains($"To Bo : {Promise}", left, StringComparison.Ordinal);
        await page.TabToMatchAsync("a[href$='/sessions/6/debrief']");
        await page.ArriveAsync(() => page.Keyboard.PressAsync("Enter"));
        Assert.Equal($"{DemoWalk.Couple}/sessions/6/debrief", page.Path());
    }

    [Fact]
    public async Task Between_Printed_IsTheNextBriefAloneOnOnePage()
    {
        await using var program = await RunningProgram.DemoAsync();
        await using var visit = await browser.VisitAsync(program.Origin);
        var page = visit.Page;
        await page.GotoAsync(program.Welcome.AbsoluteUri);
        var couple = DemoWalk.Couple["/couples/".Length..];
        await page.GotoAsync($"/between?last={couple}&next={couple}");
        var pdf = await page.PdfAsync(new PagePdfOptions { Format = "A4" });
        Assert.Single(PrintedBrief.PdfPage().Matches(Encoding.Latin1.GetString(pdf)));
        var printed = PdfText.Of(pdf);
        Assert.StartsWith("Brief for session 7 First, your promise to B.", printed, StringComparison.Ordinal);
        foreach (var kept in (string[])["Alma", "Bo ", "Am I back", "What I owe", "Between", "Sign out"])
            Assert.DoesNotContain(kept, printed, StringComparison.Ordinal);
    }
}
