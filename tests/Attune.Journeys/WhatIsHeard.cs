using Attune.Journeys.Stage;
using Microsoft.Playwright;

namespace Attune.Journeys;

/// <summary>What somebody hears who does not see the page: where the focus is after a form or a step, and what the browser tells a screen reader.</summary>
public sealed class WhatIsHeard(Browser browser)
{
    private const string Focused = "() => { const at = document.activeElement; return [at.id, at.getAttribute('role') ?? '', at.getAttribute('aria-label') ?? '', at.textContent.trim()]; }";

    // Without scripts too: the focus is led by the address and by the page alone.
    [Theory, InlineData(true), InlineData(false)]
    public async Task Forms_SavedAndRefused_TakeTheFocusToWhatTheySay(bool scripts)
    {
        await using var program = await RunningProgram.DemoAsync();
        await using var visit = await browser.VisitAsync(program.Origin, scripts);
        var page = visit.Page;
        await page.GotoAsync(program.Welcome.AbsoluteUri);

        // One of several forms: the address names the place.
        await page.GotoAsync("/settings");
        await page.EnterAsync("Limit", "20");
        await page.PressAsync("Set the limit");
        Assert.Equal(["limit-said", "alert"], (await FocusAsync(page))[..2]);
        await page.EnterAsync("Limit", "80");
        await page.PressAsync("Set the limit");
        Assert.Equal(["limit-said", "status", "", "It holds for the next recording."], await FocusAsync(page));

        // The only form of a page, refused.
        await page.GotoAsync("/couples");
        await page.PressAsync("Begin their record");
        Assert.Equal("alert", (await FocusAsync(page))[1]);
        Assert.Contains("- alert:", await page.Locator("main").AriaSnapshotAsync(), StringComparison.Ordinal);

        // A form that leads to another page: that page says what was done.
        await page.GotoAsync($"{DemoWalk.Couple}/sessions/6/debrief");
        await page.PressAsync("Save the debrief");
        Assert.Equal(DemoWalk.Couple, page.Path());
        Assert.Equal(["", "status", "", "The debrief is saved."], await FocusAsync(page));
        Assert.Contains("- status: The debrief is saved.", await page.Locator("main").AriaSnapshotAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Walk_ByKeyboardAndWithoutScripts_IsHeardStopByStop()
    {
        await using var program = await RunningProgram.DemoAsync();
        await using var visit = await browser.VisitAsync(program.Origin, scripts: false);
        var page = visit.Page;
        await page.GotoAsync(program.Welcome.AbsoluteUri);
        await page.PressOnAsync("Begin the walk");
        for (var stop = 1; stop <= 9; stop++)
        {
            var at = await FocusAsync(page);
            Assert.Equal("walk", at[0]);
            Assert.StartsWith($"First walk, {stop} of 9: ", at[2], StringComparison.Ordinal);
            Assert.Contains($"region \"{at[2]}\"", await page.Locator("#walk").AriaSnapshotAsync(), StringComparison.Ordinal);
            await page.SetViewportSizeAsync(320, 700);
            Assert.True(await page.EvaluateAsync<bool>("() => document.querySelector('#walk').scrollWidth <= 320 - 16"), $"stop {stop} is wider than a small screen.");
            await page.SetViewportSizeAsync(Browser.WideX, Browser.WideY);
            if (stop == 9)
                break;
            // The next thing to reach is the way on.
            await page.Keyboard.PressAsync("Tab");
            Assert.StartsWith("Next: ", (await FocusAsync(page))[3], StringComparison.Ordinal);
            await page.ArriveAsync(() => page.Keyboard.PressAsync("Enter"));
        }

        await page.PressAsync("Finish the walk");
        Assert.Equal("/couples", page.Path());
        Assert.Equal(0, await page.Locator(".walk").CountAsync());
    }

    [Fact]
    public async Task Shortcuts_OutsideFieldsAlone_LeadWhereTheirLinksLead()
    {
        await using var program = await RunningProgram.DemoAsync();
        await using var visit = await browser.VisitAsync(program.Origin);
        var page = visit.Page;
        await page.GotoAsync(program.Welcome.AbsoluteUri);
        await page.GotoAsync(DemoWalk.Couple);
        foreach (var (key, path) in ((string, string)[])
            [("m", $"{DemoWalk.Couple}/map"), ("t", $"{DemoWalk.Couple}/trust"), ("o", DemoWalk.Couple), ("b", "/between"), ("i", "/me"), ("s", "/settings"), ("c", "/couples")])
        {
            await GoAsync(page, key);
            Assert.Equal(path, page.Path());
        }

        // In a field they are letters.
        await page.Locator("[name='NameOfA']").PressSequentiallyAsync("gb?");
        Assert.Equal("/couples", page.Path());
        Assert.Equal("gb?", await page.Locator("[name='NameOfA']").InputValueAsync());
        // With another key held down, and a letter that leads nowhere, nothing happens.
        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("Alt+g");
        await page.Keyboard.PressAsync("b");
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("z");
        Assert.Equal("/couples", page.Path());
        await page.ArriveAsync(() => page.Keyboard.PressAsync("?"));
        Assert.Equal("/help/keys", page.Path());

        await page.GotoAsync("/settings");
        await page.Locator("[name='On']").UncheckAsync();
        await page.ArriveAsync(() => page.Locator("#shortcuts button").ClickAsync());
        await page.GotoAsync("/couples");
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("b");
        await page.GotoAsync("/me");
        await page.Keyboard.PressAsync("?");
        Assert.Equal("/me", page.Path());
        Assert.Empty(visit.PolicyErrors);
    }

    // A page moves its focus with its first frame, a moment after it has come; asked too soon, the body has it.
    private static async Task<string[]> FocusAsync(IPage page)
    {
        for (var again = 0; again < 50 && await page.EvaluateAsync<bool>("() => document.activeElement === document.body"); again++)
            await page.WaitForTimeoutAsync(100);
        return await page.EvaluateAsync<string[]>(Focused);
    }

    private static async Task GoAsync(IPage page, string key)
    {
        await page.Keyboard.PressAsync("g");
        await page.ArriveAsync(() => page.Keyboard.PressAsync(key));
    }
}
