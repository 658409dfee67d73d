using Attune.Journeys.Stage;
using Microsoft.Playwright;

namespace Attune.Journeys;

/// <summary>Before a session the therapist is asked once what they expect: with the keyboard, without a script, on a phone, and never again.</summary>
public sealed class OwnForecast(Browser browser)
{
    private const string Asked = "First, what do you expect of session 17?";

    [Fact]
    public async Task Asked_ByKeyboardAlone_IsAnsweredOnceAndTheMapUnfolds()
    {
        await using var program = await RunningProgram.DemoAsync();
        await using var visit = await browser.VisitAsync(program.Origin);
        var page = visit.Page;
        await page.GotoAsync(program.Welcome.AbsoluteUri);
        await page.GotoAsync($"{DemoWalk.Asked}/map");
        var before = await page.WordsAsync("main");
        Assert.Contains(Asked, before, StringComparison.Ordinal);
        Assert.DoesNotMatch("(more|less) than usual|about usual", before);
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            Assert.Empty(await Accessibility.ViolationsAsync(page, "map, asked", scheme));

        await page.ChooseByKeysAsync("OfA", "RatherNot");
        await page.ChooseByKeysAsync("OfB", "AsLikelyAsNot");
        await page.PressOnAsync("Save");

        Assert.Equal($"{DemoWalk.Asked}/map", page.Path());
        var after = await page.WordsAsync("main");
        Assert.StartsWith("What you expect is kept.", after, StringComparison.Ordinal);
        Assert.DoesNotContain(Asked, after, StringComparison.Ordinal);
        Assert.Matches("(more|less) than usual|about usual", after);
        await page.GotoAsync($"/between?next={DemoWalk.Asked["/couples/".Length..]}");
        Assert.DoesNotContain(Asked, await page.WordsAsync(), StringComparison.Ordinal);
        await page.GotoAsync($"{DemoWalk.Asked}/own-forecasts");
        Assert.Contains("You expect of session 17: Ines, rather not, about 1 in 10; Jule, as likely as not, about 1 in 2.", await page.WordsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LeftOpen_OnAPhoneWithoutScripts_IsNotAskedAgain()
    {
        await using var program = await RunningProgram.DemoAsync();
        await using var visit = await browser.VisitAsync(program.Origin, scripts: false);
        var page = visit.Page;
        await page.SetViewportSizeAsync(Browser.PhoneX, Browser.PhoneY);
        await page.GotoAsync(program.Welcome.AbsoluteUri);
        await page.GotoAsync($"/between?next={DemoWalk.Asked["/couples/".Length..]}");
        Assert.Contains(Asked, await page.WordsAsync(), StringComparison.Ordinal);

        await page.PressAsync("Not today");

        Assert.Equal("/between", page.Path());
        var words = await page.WordsAsync();
        Assert.Contains("Left open. It is not asked again for this session.", words, StringComparison.Ordinal);
        Assert.DoesNotContain(Asked, words, StringComparison.Ordinal);
        Assert.Matches("(more|less) than usual|about usual", words);
        await page.GotoAsync($"{DemoWalk.Asked}/map");
        Assert.DoesNotContain(Asked, await page.WordsAsync(), StringComparison.Ordinal);
    }
}
