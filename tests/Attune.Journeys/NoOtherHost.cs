using Attune.Journeys.Stage;

namespace Attune.Journeys;

/// <summary>No page asks anybody else for anything, and no page needs what the content policy forbids.</summary>
public sealed class NoOtherHost(Browser browser)
{
    [Fact]
    public async Task Demo_EveryPage_AsksItsOwnOriginAlone()
    {
        await using var program = await RunningProgram.DemoAsync();
        await using var visit = await browser.VisitAsync(program.Origin);
        var seen = 0;
        var bare = new List<string>();
        await visit.WalkAsync(program.Welcome, async (page, name) =>
        {
            seen++;
            // A style sheet that arrives empty is an answer too, and a page without any look.
            if (await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor") == "rgba(0, 0, 0, 0)")
                bare.Add(name);
        });
        Assert.Empty(bare);
        Assert.True(seen > 20, $"Only {seen} pages were seen.");
        Assert.Contains(visit.Requests, url => url.EndsWith("/look/attune.css", StringComparison.Ordinal));
        Assert.Contains(visit.Requests, url => url.EndsWith("/look/leave.js", StringComparison.Ordinal));
        Assert.Empty(visit.Elsewhere);
        Assert.Empty(visit.PolicyErrors);
    }

    [Fact]
    public async Task Specimen_APictureFromElsewhere_IsCaught()
    {
        await using var program = await RunningProgram.ServeAsync();
        await using var visit = await browser.VisitAsync(program.Origin);
        await visit.Context.RouteAsync("http://elsewhere.example/**", route => route.AbortAsync());
        await visit.Page.GotoAsync("/not-known");
        await visit.Page.SetContentAsync("""<link rel="stylesheet" href="/look/attune.css"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">""");
        Assert.Empty(visit.Elsewhere);
        // Our own page may not even ask; a page without our policy may, and is caught asking.
        await visit.Page.SetContentAsync("""<img src="http://elsewhere.example/picture.png" alt="">""");
        Assert.Contains(visit.PolicyErrors, error => error.Contains("elsewhere.example", StringComparison.Ordinal));
        await using var unguarded = await browser.VisitAsync(program.Origin);
        await unguarded.Context.RouteAsync("http://elsewhere.example/**", route => route.AbortAsync());
        await unguarded.Page.SetContentAsync("""<img src="http://elsewhere.example/picture.png" alt="">""");
        Assert.Equal(["http://elsewhere.example/picture.png"], unguarded.Elsewhere);
    }
}
