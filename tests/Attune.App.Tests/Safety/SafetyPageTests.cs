using System.Net;
using Attune.App.Safety;
using Attune.App.Tests.Support;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.App.Tests.Safety;

public sealed class SafetyPageTests(DemoHost demo)
{
    private readonly Browser _browser = demo.Host.TherapistsBrowser();

    [Fact]
    public async Task Page_Always_SaysHowToAskAndWhatItIsNot()
    {
        var page = await _browser.GetAsync(RunningHost.Demo("/safety/b"));

        Assert.Contains("Ask Bo alone: Alma out of the room, and out of hearing.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Do not open this page while a session with both is running.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Attune gives no verdict: follow your own protocol.", page.Text, StringComparison.Ordinal);
        Assert.Contains("the emergency number of your country comes first", page.Text, StringComparison.Ordinal);
        Assert.Equal(MethodCatalogue.BuiltIn.SafetyPrompts.Length, page.Document.QuerySelectorAll("details.card").Length);
    }

    /// <summary>On paper there is one sentence; on the tab and in the links there is a neutral word.</summary>
    [Fact]
    public async Task Page_Printed_HoldsNothing()
    {
        var page = await _browser.GetAsync(RunningHost.Demo("/safety/a"));

        Assert.Equal("Time alone · Attune", page.Document.Title);
        Assert.Equal(Page.NotPrinted, page.Printed);
        var links = (await _browser.GetAsync(RunningHost.Demo("/assessment/a"))).Document.QuerySelectorAll("a[href*='/safety/']");
        Assert.All(links, link => Assert.StartsWith("Time alone", link.TextContent, StringComparison.Ordinal));
        Assert.Equal(2, links.Length);
    }

    [Fact]
    public async Task Screen_Noted_IsReadInWords()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        var path = couple.Page("/safety/a");

        await _browser.DoAsync(path, "screen", ("screen.Alone", "yes"), ("screen.Concerns", "Violence"), ("screen.Concerns", "Suicide"), ("screen.Note", "Call on Monday."));
        var page = await _browser.DoAsync(path, "screen", ("screen.Alone", "no"), ("screen.WouldRatherNot", "yes"));

        Assert.Contains(", alone: violence between the partners, suicide. Call on Monday.", page.Text, StringComparison.Ordinal);
        Assert.Contains(", not alone, so ask again: would rather not answer, which is no all-clear.", page.Text, StringComparison.Ordinal);
        Assert.False((await couple.SeeAsync()).HasSafetyFlag);
    }

    [Fact]
    public async Task Screen_WithoutSayingWhetherAlone_IsRefusedAndKept()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);

        var page = await _browser.SubmitAsync(await _browser.GetAsync(couple.Page("/safety/b")), "screen",
            ("screen.Concerns", "Addiction"), ("screen.Concerns", "CoerciveControl"), ("screen.WouldRatherNot", "yes"), ("screen.Note", "Said in the corridor."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("APP002", page.Refusal, StringComparison.Ordinal);
        Assert.Equal(["CoerciveControl", "Addiction"], page.Chosen("screen", "screen.Concerns"));
        Assert.Equal(["yes", "Said in the corridor."], [.. page.Chosen("screen", "screen.WouldRatherNot"), .. page.Chosen("screen", "screen.Note")]);
        Assert.Empty((await couple.SeeAsync()).B.SafetyScreens);
    }

    [Fact]
    public async Task Flag_RaisedAndLowered_ComesAndGoes()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        var path = couple.Page("/safety/b");

        var up = await _browser.DoAsync(path, "flag", ("flag.Concern", "Violence"), ("flag.Note", "Told alone."));
        Assert.True(up.HasForm("lower-Violence"));
        Assert.Contains("Tasks for home between the two", up.Text, StringComparison.Ordinal);

        var refused = await _browser.SubmitAsync(up, "lower-Violence", ("lower-Violence.Why", "  "));
        Assert.Contains("PRA023", refused.Refusal, StringComparison.Ordinal);
        Assert.True((await couple.SeeAsync()).HasSafetyFlag);

        var down = await _browser.DoAsync(path, "lower-Violence", ("lower-Violence.Why", "They live apart."));
        Assert.False(down.HasForm("lower-Violence"));
        Assert.False((await couple.SeeAsync()).HasSafetyFlag);
    }

    [Fact]
    public async Task Flag_WithoutSayingWhatItIsAbout_IsRefusedAndKept()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);

        var page = await _browser.SubmitAsync(await _browser.GetAsync(couple.Page("/safety/a")), "flag", ("flag.Note", "Told alone."));

        Assert.Contains("What it is about: choose one.", page.Refusal, StringComparison.Ordinal);
        Assert.Equal(["Told alone."], page.Chosen("flag", "flag.Note"));
    }

    /// <summary>What is kept off is said on the other pages in words that point to nobody.</summary>
    [Fact]
    public async Task Flag_Up_IsNamedOnNoOtherPage()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 1);
        await _browser.DoAsync(couple.Page("/safety/b"), "flag", ("flag.Concern", "CoerciveControl"), ("flag.Note", "Told alone."));

        Assert.Contains("Not offered at the moment; what was agreed can be noted.", (await _browser.GetAsync(couple.Page("/continuing"))).Text, StringComparison.Ordinal);
        foreach (var rest in new[] { "", "/map", "/sessions/1/plan", "/sessions/1/debrief", "/assessment/a", "/assessment/b", "/assessment/together", "/safety/a", "/trust", "/continuing" })
        {
            var page = await _browser.GetAsync(couple.Page(rest));
            Assert.DoesNotContain("Told alone.", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Coercive control: up", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Concerns_OfTheShippedCatalogue_EachHaveAPrompt()
    {
        var concerns = SafetyWords.Concerns(MethodCatalogue.BuiltIn);

        Assert.Equal(MethodCatalogue.BuiltIn.SafetyPrompts.Select(prompt => prompt.Name), concerns.Select(one => one.Name));
        Assert.Equal(Enum.GetValues<SafetyConcern>(), concerns.Select(one => one.Concern).Order());
    }

    [Fact]
    public void Concerns_CatalogueWithoutAPrompt_StillNamesAll() =>
        Assert.Equal(Enum.GetValues<SafetyConcern>().Length, SafetyWords.Concerns(MethodCatalogue.BuiltIn with { SafetyPrompts = [] }).Length);
}
