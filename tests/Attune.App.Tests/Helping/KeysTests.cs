using Attune.App.Helping;
using Attune.App.Tests.Support;

namespace Attune.App.Tests.Helping;

/// <summary>Shortcuts: each leads where a link leads, they are told, and they can be switched off (WCAG 2.1.4).</summary>
public sealed class KeysTests(DemoHost demo)
{
    [Fact]
    public async Task Links_OnACouplesPage_CarryEachKeyOnce()
    {
        var page = await demo.Host.TherapistsBrowser().GetAsync(RunningHost.Demo("/map"));

        var wanted = Keys.Everywhere.Concat(Keys.OfACouple).Select(one => one.Key).Append(Keys.Help).Order(StringComparer.Ordinal);
        Assert.Equal(wanted, page.Document.QuerySelectorAll("a[data-go]").Select(link => link.GetAttribute("data-go")!).Order(StringComparer.Ordinal));
        Assert.NotNull(page.Document.QuerySelector("script[src='/look/keys.js'][type=module]"));
    }

    [Fact]
    public async Task Help_Always_TellsEveryKeyAndIsInTheFooter()
    {
        var browser = demo.Host.TherapistsBrowser();
        var help = await browser.GetAsync("/help/keys");

        foreach (var (key, where) in Keys.Everywhere.Concat(Keys.OfACouple))
            Assert.Contains(help.Document.QuerySelectorAll("tr"), row => row.QuerySelectorAll("kbd").Select(one => one.TextContent).SequenceEqual(["g", key]) && row.TextContent.Contains(where, StringComparison.Ordinal));
        Assert.Equal("/help/keys", (await browser.GetAsync("/couples")).Document.QuerySelector("footer a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Shortcuts_SwitchedOff_LeaveNoScriptAndNoTitle()
    {
        await using var host = await RunningHost.EmptyAsync();
        var browser = host.TherapistsBrowser();
        Assert.NotNull((await browser.GetAsync("/couples")).Document.QuerySelector("nav a[title='Shortcut: g, then b']"));
        var settings = await browser.GetAsync("/settings");
        var (action, pairs) = settings.Pairs("shortcuts");
        pairs.RemoveAll(pair => pair.Key == "On");
        await browser.PostAsync(action.Split('#')[0], new FormUrlEncodedContent(pairs));

        var page = await browser.GetAsync("/couples");
        Assert.Empty(page.Document.QuerySelectorAll("script"));
        Assert.Empty(page.Document.QuerySelectorAll("nav a[title]"));
        Assert.Contains("They are switched off.", (await browser.GetAsync("/help/keys")).Text, StringComparison.Ordinal);
    }

    // A partner's page must not answer to letters that lead to the therapist's.
    [Fact]
    public async Task PartnersPage_Always_KnowsNoShortcut()
    {
        var page = await demo.Host.HandedOver(Method.Cases.Partner.A, 6).GetAsync("/check-in");

        Assert.Empty(page.Document.QuerySelectorAll("[data-go]"));
        Assert.DoesNotContain("keys.js", page.Body, StringComparison.Ordinal);
    }
}
