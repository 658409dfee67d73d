using Attune.Journeys.Stage;
using Microsoft.Playwright;

namespace Attune.Journeys;

/// <summary>A debrief that has to wait, and a slip: by keyboard alone, from the hour itself to the next brief.</summary>
public sealed class DebriefLater(Browser browser)
{
    private const string Debrief = $"{DemoWalk.Couple}/sessions/7/debrief";

    [Fact]
    public async Task Later_ByKeyboardAlone_WaitsInTheBriefUntilEnterAcceptsIt()
    {
        await using var program = await RunningProgram.DemoAsync();
        await using var visit = await browser.VisitAsync(program.Origin);
        var page = visit.Page;
        await page.GotoAsync(program.Welcome.AbsoluteUri);
        await page.GotoAsync($"{DemoWalk.Couple}/sessions/7/plan");
        await page.PressOnAsync("Note session 7 as held");
        Assert.Equal(Debrief, page.Path());

        // Five words, and the next couple is at the door.
        await page.TabToFieldAsync("B.Owed");
        await page.Keyboard.TypeAsync("Ask about the list.");
        await page.GotoLaterAsync();
        Assert.Equal(DemoWalk.Couple, page.Path());

        await page.GotoAsync($"{DemoWalk.Couple}/sessions/8/plan");
        await page.PressOnAsync("Save the plan");
        Assert.Contains("The debrief of session 7 waits.", await page.WordsAsync(".brief"), StringComparison.Ordinal);
        await page.GotoAsync("/couples");
        Assert.Contains("The debrief of session 7 waits.", await page.WordsAsync(".caseload"), StringComparison.Ordinal);

        // Back by the brief's link: what was typed is there, and Enter takes it at once.
        await page.GotoAsync($"{DemoWalk.Couple}/sessions/8/plan");
        await page.PressOnAsync("Write the debrief of session 7");
        Assert.Equal(Debrief, page.Path());
        Assert.Equal("Ask about the list.", await page.Locator("[name='B.Owed']").InputValueAsync());
        Assert.Equal("Save the debrief", await page.EvaluateAsync<string>("() => document.activeElement.innerText"));
        await page.ArriveAsync(() => page.Keyboard.PressAsync("Enter"));
        Assert.Equal(DemoWalk.Couple, page.Path());
        await page.GotoAsync($"{DemoWalk.Couple}/sessions/8/plan");
        Assert.DoesNotContain("waits", await page.WordsAsync(".brief"), StringComparison.Ordinal);
        Assert.Contains("Ask about the list.", await page.WordsAsync(".brief"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mark_PlacedByASlip_IsUndoneByOneKeyAndShownAsTakenBack()
    {
        await using var program = await RunningProgram.DemoAsync();
        await using var visit = await browser.VisitAsync(program.Origin);
        var page = visit.Page;
        await page.GotoAsync(program.Welcome.AbsoluteUri);
        await page.GotoAsync($"{DemoWalk.Couple}/sessions/6/notes");
        var before = await page.Locator(".noted > li").CountAsync();

        await page.TabToAsync("Seen in one of them: moving away, moving against, a mode");
        await page.Keyboard.PressAsync("Enter");
        await page.ChooseByKeysAsync("mark.Partner", "B");
        await page.TabToFieldAsync("mark.What");
        await page.Keyboard.TypeAsync("Eyes");
        await page.TabToFieldAsync("mark.Into");
        await page.Keyboard.TypeAsync("25");
        await page.ArriveAsync(() => page.Keyboard.PressAsync("Enter"));
        Assert.Contains("Saved.", await page.WordsAsync("form#mark"), StringComparison.Ordinal);
        Assert.Matches("about 25 min in: ?Bo: Eyes, subtle", await page.WordsAsync(".noted"));

        await page.PressOnAsync("Undo");

        Assert.Equal($"{DemoWalk.Couple}/sessions/6/notes", page.Path());
        Assert.Contains("Taken back. It stays in the record and says so.", await page.WordsAsync(), StringComparison.Ordinal);
        Assert.Equal(before + 1, await page.Locator(".noted > li").CountAsync());
        Assert.Equal(1, await page.Locator(".noted s").CountAsync());
        Assert.Equal("Bo: Eyes, subtle", await page.WordsAsync(".noted s"));
    }
}

/// <summary>What only this journey does.</summary>
internal static class Waiting
{
    public static async Task GotoLaterAsync(this IPage page)
    {
        // Backwards, to the second button of the form: its beginning is nearer than the end of the page.
        for (var i = 0; i < 120; i++)
        {
            await page.Keyboard.PressAsync("Shift+Tab");
            if (await page.EvaluateAsync<string>("() => document.activeElement.innerText") == "Later")
                break;
        }

        await page.ArriveAsync(() => page.Keyboard.PressAsync("Enter"));
    }
}
