using AngleSharp.Dom;
using Attune.App.Tests.Support;

namespace Attune.App.Tests.Frame;

/// <summary>What a screen reader goes by: one title for one page, headings in order, landmarks with names, where one is.</summary>
public sealed class OutlineTests(DemoHost demo)
{
    public static TheoryData<string> Pages => EveryPageTests.Pages;

    [Theory, MemberData(nameof(Pages))]
    public async Task Headings_OfEveryPage_BeginWithOneAndLeaveNoneOut(string path)
    {
        var document = (await demo.Host.TherapistsBrowser().GetAsync(path)).Document;

        Assert.Empty(Faults(document));
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Landmarks_OfEveryPage_AreNamedApart(string path)
    {
        var document = (await demo.Host.TherapistsBrowser().GetAsync(path)).Document;

        Assert.Single(document.QuerySelectorAll("main"));
        var navs = document.QuerySelectorAll("nav").Select(nav => nav.GetAttribute("aria-label")).ToList();
        Assert.DoesNotContain(null, navs);
        Assert.Equal(navs.Count, navs.Distinct().Count());
        foreach (var nav in document.QuerySelectorAll("nav:not(.couple)"))
            Assert.InRange(nav.QuerySelectorAll("[aria-current]").Length, 0, 1);
        foreach (var named in document.QuerySelectorAll("[aria-labelledby]"))
            Assert.NotNull(document.GetElementById(named.GetAttribute("aria-labelledby")!));
    }

    [Fact]
    public async Task Titles_OfAllPages_AreEachTheirOwn()
    {
        var browser = demo.Host.TherapistsBrowser();
        var titles = new List<(string Title, string Path)>();
        // Left out: what a tab may not tell apart. A card is the partner's, and time alone has one neutral name for both.
        foreach (var path in Pages.Select(row => row.Data).Where(path => !path.EndsWith("/card", StringComparison.Ordinal) && !path.Contains("/safety/", StringComparison.Ordinal)))
            titles.Add(((await browser.GetAsync(path)).Document.Title!, path));

        Assert.All(titles, one => Assert.False(string.IsNullOrWhiteSpace(one.Title), one.Path));
        Assert.Empty(titles.GroupBy(one => one.Title).Where(group => group.Count() > 1).Select(group => $"{group.Key}: {string.Join(", ", group.Select(one => one.Path))}"));
        // A title stands in the browser's history and on its tab: it names nobody.
        Assert.DoesNotContain(titles, one => one.Title.Contains("Alma", StringComparison.Ordinal) || one.Title.Contains(" Bo ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/couples", "Caseload")]
    [InlineData("/settings", "Settings")]
    [InlineData("/settings/measures", "Settings")]
    [InlineData("/me/cards", "My side")]
    public async Task MainMenu_OnAPage_SaysWhereOneIs(string path, string name)
    {
        var page = await demo.Host.TherapistsBrowser().GetAsync(path);

        Assert.Equal([name], page.Document.QuerySelectorAll("header nav [aria-current]").Select(link => link.TextContent));
    }

    [Fact]
    public async Task Chart_OfTheCourse_HasATwinInWords()
    {
        var page = await demo.Host.TherapistsBrowser().GetAsync(RunningHost.Demo(""));
        var chart = page.Document.QuerySelector("figure.chart")!;

        Assert.Equal("img", chart.GetAttribute("role"));
        Assert.Contains("the table below says the same", chart.GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Equal("The same in words", chart.NextElementSibling!.QuerySelector("h2")!.TextContent);
        Assert.Equal(6, chart.NextElementSibling.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr").Length);
    }

    [Theory]
    [InlineData("<h2>Too low to begin with</h2>")]
    [InlineData("<h1>One</h1><h3>Two were left out</h3>")]
    [InlineData("<h1>One</h1><h1>Another</h1>")]
    public void Headings_SpecimenOutOfOrder_IsCaught(string body) => Assert.NotEmpty(Faults(new AngleSharp.Html.Parser.HtmlParser().ParseDocument(body)));

    private static IEnumerable<string> Faults(IDocument document)
    {
        var level = 0;
        foreach (var heading in document.QuerySelectorAll("h1, h2, h3, h4, h5, h6"))
        {
            var now = heading.LocalName[1] - '0';
            if (level == 0 ? now != 1 : now == 1 || now > level + 1)
                yield return $"{heading.LocalName} after h{level}: {heading.TextContent.Trim()}";
            level = now;
        }
    }
}
