using Attune.App.Tests.Support;
using Attune.App.Walking;

namespace Attune.App.Tests.Walking;

/// <summary>The first walk: offered once, led by its own links, over when it is said to be.</summary>
public sealed class WalkTests
{
    [Fact]
    public async Task Walk_InTheDemo_LeadsOverNinePagesAndEnds()
    {
        await using var host = await RunningHost.DemoAsync();
        var browser = host.TherapistsBrowser();
        var page = await browser.GetAsync("/couples");
        Assert.Equal("Begin the walk", Strip(page)!.QuerySelector("a")!.TextContent);

        var pages = new List<string>();
        var next = Strip(page)!.QuerySelector("a")!.GetAttribute("href")!;
        for (var stop = 1; stop <= WalkStop.All.Count; stop++)
        {
            page = await browser.GetAsync(next.Split('#')[0]);
            pages.Add(new Uri(page.Path).AbsolutePath);
            var strip = Strip(page)!;
            Assert.Equal($"First walk, {stop} of 9: {WalkStop.All[stop - 1].Title}", strip.GetAttribute("aria-label"));
            Assert.Equal("-1", strip.GetAttribute("tabindex"));
            Assert.EndsWith($"#{strip.Id}", next, StringComparison.Ordinal);
            Assert.NotNull(strip.QuerySelector("form[action='/walk/over'] button"));
            Assert.DoesNotContain(WalkStop.All[stop - 1].Seen, page.Printed, StringComparison.Ordinal);
            // Before what the page shows, after the way past it.
            Assert.Equal("main", strip.NextElementSibling!.Id);
            next = strip.QuerySelector("a.main")?.GetAttribute("href") ?? "";
        }

        Assert.Equal("", next);
        Assert.Equal(
            ["/couples", "/between", Demo("/map"), Demo("/sessions/7/plan"), Demo("/sessions/6/ask"), Demo("/sessions/6/debrief"), Demo($"/ruptures/{RunningHost.DemoRupture}"), Demo("/trust"), "/me"],
            pages);
        Assert.Equal("/couples", (await browser.SubmitAsync(page, "/walk/over")).Location);
        Assert.Null(Strip(await browser.GetAsync("/couples")));
        Assert.Null(Strip(await browser.GetAsync("/couples?walk=3")));
    }

    [Fact]
    public async Task Walk_LeftForAnotherPage_LeadsBack()
    {
        await using var host = await RunningHost.DemoAsync();
        var browser = host.TherapistsBrowser();
        await browser.GetAsync(Demo("/trust?walk=8"));
        var elsewhere = await browser.GetAsync(Demo("/continuing"));

        Assert.Contains("at 8 of 9: Trust", Strip(elsewhere)!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Demo("/trust?walk=8#walk"), Strip(elsewhere)!.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Walk_SkippedAndAskedForInTheSettings_BeginsAgain()
    {
        await using var host = await RunningHost.EmptyAsync();
        var browser = host.TherapistsBrowser();
        await browser.SubmitAsync(await browser.GetAsync("/couples"), "/walk/over");
        Assert.Null(Strip(await browser.GetAsync("/couples")));

        var settings = await browser.GetAsync("/settings");
        Assert.Contains("Start the walk again", settings.Text, StringComparison.Ordinal);
        Assert.Equal("/couples?walk=1#walk", (await browser.SubmitAsync(settings, "/walk/begin")).Location);
        Assert.NotNull(Strip(await browser.GetAsync("/couples?walk=1")));
    }

    [Fact]
    public async Task Walk_PracticeWithoutACouple_SaysWhatToEnterFirst()
    {
        await using var host = await RunningHost.EmptyAsync();
        var browser = host.TherapistsBrowser();
        foreach (var stop in Enumerable.Range(3, 6))
        {
            var page = await browser.GetAsync($"/walk?walk={stop}");
            Assert.Contains(WalkStop.All[stop - 1].First, page.Text, StringComparison.Ordinal);
            Assert.Equal(WalkStop.AddressOf(stop + 1, null), Strip(page)!.QuerySelector("a.main")!.GetAttribute("href"));
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("10")]
    [InlineData("-1")]
    [InlineData("two")]
    [InlineData("")]
    [InlineData(null)]
    public void NumberIn_NoStopOfTheWalk_IsNone(string? query) => Assert.Null(WalkStop.NumberIn(query));

    [Fact]
    public void Stops_Always_AreSaidInAFewPlainSentences() => Assert.All(WalkStop.All, stop =>
    {
        Assert.InRange(Sentences(stop.Seen), 2, 3);
        Assert.InRange(stop.Seen.Split(' ').Length, 12, 45);
        Assert.InRange(stop.ToTry.Split(' ').Length, 5, 45);
        Assert.InRange(stop.First.Split(' ').Length, 5, 40);
    });

    private static int Sentences(string text) => text.Split(['.', '?', '!'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length;

    private static string Demo(string rest) => RunningHost.Demo(rest);

    private static AngleSharp.Dom.IElement? Strip(Page page) => page.Document.QuerySelector("section.walk");
}
