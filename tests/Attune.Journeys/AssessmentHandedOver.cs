using Attune.Journeys.Stage;
using Microsoft.Playwright;

namespace Attune.Journeys;

/// <summary>A partner's part of the assessment: handed over, answered by keyboard in Dutch, handed back, and taken over by the therapist.</summary>
public sealed class AssessmentHandedOver(Browser browser)
{
    private const int Narrowest = 320;
    private const string A = "Annelise", B = "Bertrand", Noted = "umbrella", Reason = "kaleidoscope", Fear = "marzipan", Number = "493817";

    [Fact]
    public async Task OwnPart_ByKeyboardInDutch_IsTakenOverAndShowsNothingOnTheWay()
    {
        await using var program = await RunningProgram.ServeAsync();
        await using var visit = await browser.VisitAsync(program.Origin);
        var page = visit.Page;
        await page.BeginPracticeAsync(program.Welcome);
        var couple = await page.BeginCoupleAsync(A, B);
        await SetNumberAsync(page);
        await page.GotoAsync($"{couple}/assessment/b");
        await page.EnterAsync("ReasonToCome", Noted);
        await page.PressAsync("Save the assessment");
        await page.GotoAsync($"{couple}/asking");
        await page.Locator("select[name='language-A.Language']").SelectOptionAsync("nl");
        await page.PressAsync($"Save the language of {A}");
        var secondTab = await visit.Context.NewPageAsync();
        await secondTab.GotoAsync(couple);

        await page.GotoAsync($"{couple}/assessment/a");
        await page.PressAsync($"Hand over to {A}");
        Assert.Equal("nl", await page.Locator("html").GetAttributeAsync("lang"));
        await page.SetViewportSizeAsync(Narrowest, Browser.PhoneY);
        await ShowsOnlyOwnAsync(page);
        await page.PressOnAsync("Ja, deze is voor mij");

        await page.TabToBoxAsync("Coming", "OwnWish");
        await page.Keyboard.PressAsync("Space");
        await TypeAsync(page, "ComingWords", Reason);
        await TypeAsync(page, "Fears", Fear);
        await page.PressOnAsync("Volgende pagina");
        await ShowsOnlyOwnAsync(page);
        Assert.Contains("Pagina 2 van", await page.WordsAsync(), StringComparison.Ordinal);
        await page.ChooseByKeysAsync("Expectation", "RatherNot");
        await page.PressOnAsync("Volgende pagina");
        await page.TabToFieldAsync("Comfort.chair-work");
        await page.Keyboard.TypeAsync("2");
        await page.PressOnAsync("Bewaren en teruggeven");
        Assert.Equal("/handed-back", page.Path());

        // Back, a second tab, typed addresses: none of them shows a word.
        await page.GoBackAsync();
        await LockedAsync(page);
        await secondTab.ReloadAsync();
        await LockedAsync(secondTab);
        foreach (var address in (string[])["/your-part", "/your-part?mine=yes&page=1", "/check-in", couple, $"{couple}/assessment/a", "/couples"])
        {
            await secondTab.GotoAsync(address);
            await LockedAsync(secondTab);
        }

        // The way back keeps the language.
        await page.UnlockInDutchAsync(Number);
        Assert.Equal($"{couple}/assessment/a", page.Path());
        Assert.Contains("and not handed in", await page.WordsAsync(), StringComparison.Ordinal);
        await HasNotAsync(page, Reason, Fear);

        await page.PressAsync($"Hand over to {A}");
        await page.PressOnAsync("Ja, deze is voor mij");
        Assert.Contains("U was hier al", await page.WordsAsync(), StringComparison.Ordinal);
        await page.PressOnAsync("Daar verdergaan");
        Assert.Contains("Pagina 3 van", await page.WordsAsync(), StringComparison.Ordinal);
        await page.GoBackAsync();
        await page.GoBackAsync();
        await ShowsOnlyOwnAsync(page);
        await page.GotoAsync("/your-part?mine=yes&page=3&lang=nl");
        await page.PressOnAsync("Genoeg hiervan: naar het einde");
        await page.ChooseByKeysAsync("MaySpeak", "WhenWeAreThree");
        await page.PressOnAsync("Versturen");
        Assert.Equal("/handed-back", page.Path());
        await page.UnlockInDutchAsync(Number);

        await page.SetViewportSizeAsync(Browser.WideX, Browser.WideY);
        var told = await page.WordsAsync("#own-report");
        foreach (var said in (string[])[$"Answered by {A} alone", "May be spoken about when you are three.", Reason, Fear, "2 of 10"])
            Assert.Contains(said, told, StringComparison.Ordinal);
        await Pictures.SaveAsync(page, "own-report", ColorScheme.Light);
        await page.PressAsync("Take it over");
        Assert.Contains("taken over", await page.WordsAsync("#own-report"), StringComparison.Ordinal);
        Assert.Equal(Reason, await page.Locator("[name='ReasonToCome']").InputValueAsync());
        Assert.Equal("2", await page.Locator("[name='Comfort.chair-work']").InputValueAsync());
        await page.GotoAsync($"{couple}/assessment/b");
        await HasNotAsync(page, Reason, Fear);
    }

    [Fact]
    public async Task OwnPart_WithoutScripts_OnTheNarrowestPhone_FitsInEachLanguage()
    {
        await using var program = await RunningProgram.DemoAsync();
        await using var plain = await browser.VisitAsync(program.Origin, scripts: false);
        var page = plain.Page;
        await page.GotoAsync(program.Welcome.AbsoluteUri);
        await page.GotoAsync($"{DemoWalk.Couple}/assessment/b");
        await page.PressAsync("Hand over to Bo");
        await page.SetViewportSizeAsync(Narrowest, Browser.PhoneY);
        await page.FollowAsync("Yes, this is mine");
        await page.EnterAsync("Hopes", Reason);
        foreach (var ownName in (string[])["Deutsch", "Español", "Nederlands"])
        {
            await page.PressAsync(ownName);
            Assert.Equal(Reason, await page.Locator("[name='Hopes']").InputValueAsync());
            Assert.Equal(Narrowest, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        }

        await page.PressAsync("Volgende pagina");
        await page.PressAsync("Vorige pagina");
        Assert.Equal("", await page.Locator("[name='Hopes']").InputValueAsync());
        await page.PressAsync("Bewaren en teruggeven");
        Assert.Equal("/handed-back", page.Path());
    }

    private static async Task SetNumberAsync(IPage page)
    {
        await page.GotoAsync("/settings");
        await page.EnterAsync("Number", Number);
        await page.EnterAsync("NumberAgain", Number);
        await page.PressAsync("Set it");
        Assert.Equal("set", await page.Locator("[data-quick]").GetAttributeAsync("data-quick"));
    }

    private static async Task TypeAsync(IPage page, string field, string text)
    {
        await page.TabToFieldAsync(field);
        await page.Keyboard.TypeAsync(text);
    }

    // The whole source is searched, not what meets the eye; and no field is filled in.
    private static async Task ShowsOnlyOwnAsync(IPage page)
    {
        Assert.Equal("/your-part", page.Path());
        await HasNotAsync(page, B, Noted, Reason, Fear, "/couples");
        Assert.Equal(0, await page.Locator("input:checked").CountAsync());
        Assert.Equal(0, await page.EvaluateAsync<int>("[...document.querySelectorAll('textarea, select')].filter(one => one.value).length"));
        Assert.Equal(Narrowest, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    private static async Task LockedAsync(IPage page)
    {
        Assert.Equal("/handed-back", page.Path());
        await HasNotAsync(page, A, B, Noted, Reason, Fear, "/couples");
    }

    private static async Task HasNotAsync(IPage page, params string[] secrets)
    {
        var source = await page.ContentAsync();
        foreach (var secret in secrets)
            Assert.DoesNotContain(secret, source, StringComparison.OrdinalIgnoreCase);
    }
}

file static class Unlocking
{
    public static async Task UnlockInDutchAsync(this IPage page, string number)
    {
        await page.Locator("summary").ClickAsync();
        await page.EnterAsync("Passphrase", number);
        await page.PressAsync("Voor de therapeut: ontgrendelen");
    }
}
