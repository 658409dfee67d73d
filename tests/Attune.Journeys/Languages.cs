using Attune.Journeys.Stage;
using Microsoft.Playwright;

namespace Attune.Journeys;

/// <summary>A partner changes the language half-way through, on the narrowest phone, and loses nothing.</summary>
public sealed class Languages(Browser browser)
{
    private const int Narrowest = 320;

    private static readonly (string Code, string OwnName)[] Others = [("nl", "Nederlands"), ("de", "Deutsch"), ("es", "Español"), ("en", "English")];

    [Fact]
    public async Task CheckIn_LanguageChangedHalfWay_KeepsTheAnswersAndFitsTheNarrowestPhone()
    {
        await using var program = await RunningProgram.ServeAsync();
        await using var visit = await browser.VisitAsync(program.Origin);
        var page = visit.Page;
        await page.BeginPracticeAsync(program.Welcome);
        var couple = await page.BeginCoupleAsync("Annelise", "Bertrand");
        await page.HoldAsync(couple, 1, "homework");
        await page.GotoAsync($"{couple}/sessions/1/ask");
        await page.Locator("select[name='Lang-B']").SelectOptionAsync("es");
        await page.PressAsync("Hand over to Bertrand");
        Assert.Contains("¿Es esta su página?", await page.WordsAsync(), StringComparison.Ordinal);

        await page.SetViewportSizeAsync(Narrowest, Browser.PhoneY);
        await page.FollowAsync("Sí, es la mía");
        await page.ChooseAsync("Task", "6");
        await page.ChooseAsync("Tension", "yes");
        await page.EnterAsync("TensionWords", "kaleidoscope");
        var violations = new List<string>();
        foreach (var (code, ownName) in Others)
        {
            if (await page.GetByRole(AriaRole.Button, new() { Name = ownName, Exact = true }).CountAsync() > 0)
                await page.PressAsync(ownName);
            Assert.Equal(code, await page.Locator("html").GetAttributeAsync("lang"));
            Assert.True(await page.Locator("input[name='Task'][value='6']").IsCheckedAsync());
            Assert.Equal("kaleidoscope", await page.Locator("[name='TensionWords']").InputValueAsync());
            Assert.Equal(Narrowest, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            violations.AddRange(await Accessibility.ViolationsAsync(page, $"check-in-{code}", ColorScheme.Light));
            await Pictures.SaveAsync(page, $"check-in-{code}", ColorScheme.Light);
        }

        Assert.Empty(violations);
        // Enter sends; it does not press the first language of the list.
        await page.ArriveAsync(() => page.Locator("input[name='Task'][value='6']").PressAsync("Enter"));
        Assert.Equal("/handed-back", page.Path());
    }

    /// <summary>A partner's own part, page for page; and the pages on which there is nothing to answer.</summary>
    [Fact]
    public async Task OwnPartAndEmptyPages_InEachLanguage_FitTheNarrowestPhone()
    {
        await using var program = await RunningProgram.DemoAsync();
        await using var visit = await browser.VisitAsync(program.Origin);
        var page = visit.Page;
        await page.SetViewportSizeAsync(Narrowest, Browser.PhoneY);
        var violations = new List<string>();
        foreach (var (code, _) in Others)
            await LookAsync(page, violations, code, ("not-known", $"/not-known?lang={code}"), ("no-link", $"/c/0123456789abcdef0123456789abcdef?lang={code}"));

        await page.GotoAsync(program.Welcome.AbsoluteUri);
        await page.GotoAsync($"{DemoWalk.Couple}/assessment/b");
        await page.PressAsync("Hand over to Bo");
        await page.FollowAsync("Yes, this is mine");
        await page.EnterAsync("Fears", "kaleidoscope");
        await page.PressAsync("Next page");
        foreach (var (code, _) in Others)
        {
            await LookAsync(page, violations, code,
            [
                ("part-whose", $"/your-part?lang={code}"), ("part-here", $"/your-part?mine=yes&lang={code}"),
                .. Enumerable.Range(1, 8).Select(number => ($"part-{number}", $"/your-part?mine=yes&page={number}&lang={code}")),
            ]);
        }

        await page.PressAsync("Keep it and hand back");
        foreach (var (code, _) in Others)
            await LookAsync(page, violations, code, ("handed-back", $"/handed-back?lang={code}"));
        Assert.Empty(violations);
    }

    private static async Task LookAsync(IPage page, List<string> violations, string code, params (string Name, string Path)[] pages)
    {
        foreach (var (name, path) in pages)
        {
            await page.GotoAsync(path);
            Assert.Equal(code, await page.Locator("html").GetAttributeAsync("lang"));
            Assert.Equal((name, Narrowest), (name, await page.EvaluateAsync<int>("document.documentElement.scrollWidth")));
            violations.AddRange(await Accessibility.ViolationsAsync(page, $"{name}-{code}", ColorScheme.Light));
            await Pictures.SaveAsync(page, $"{name}-{code}", ColorScheme.Light);
        }
    }

    [Fact]
    public async Task Card_LanguageChangedHalfWay_KeepsTheAnswerAndFitsTheNarrowestPhone()
    {
        await using var program = await RunningProgram.DemoAsync();
        await using var visit = await browser.VisitAsync(program.Origin);
        var page = visit.Page;
        await page.GotoAsync(program.Welcome.AbsoluteUri);
        await page.GotoAsync($"{DemoWalk.Rupture}/card");
        await page.SetViewportSizeAsync(Narrowest, Browser.PhoneY);
        await page.ChooseAsync("Fit", "Partly");
        var violations = new List<string>();
        foreach (var (code, ownName) in Others)
        {
            await page.PressAsync(ownName);
            Assert.Equal(code, await page.Locator("html").GetAttributeAsync("lang"));
            Assert.True(await page.Locator("input[name='Fit'][value='Partly']").IsCheckedAsync());
            Assert.Equal(Narrowest, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            violations.AddRange(await Accessibility.ViolationsAsync(page, $"card-{code}", ColorScheme.Light));
            await Pictures.SaveAsync(page, $"card-{code}", ColorScheme.Light);
        }

        Assert.Empty(violations);
    }
}
