using System.Net;
using Attune.App.Tests.Support;

namespace Attune.App.Tests.Frame;

public sealed class EveryPageTests(DemoHost demo)
{
    /// <summary>The pages of those who are not signed in: the signed-in therapist is led past them.</summary>
    private static readonly string[] Door = ["/check-in", "/first-run", "/handed-back", "/not-known", "/sign-in", "/unseal", "/your-part"];

    public static TheoryData<string> Pages => [.. Routes.Pages().Except(Door)];

    [Theory, MemberData(nameof(Pages))]
    public async Task Page_SignedIn_RendersWithEveryProtection(string path)
    {
        var page = await demo.Host.TherapistsBrowser().GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotNull(page.Document.QuerySelector("h1"));
        AssertProtected(page);
        AssertNothingInline(page);
        Assert.Empty(demo.Host.Log.Errors);
    }

    // What both answered, the therapist's own, a flag: all of it would lie on a desk.
    [Theory, MemberData(nameof(Pages))]
    public async Task Page_OnPaper_IsOneSentenceUnlessItIsMadeForIt(string path)
    {
        var page = await demo.Host.TherapistsBrowser().GetAsync(path);
        var isTheTherapists = page.Document.QuerySelector("header.bar") is not null;

        if (path.EndsWith("/plan", StringComparison.Ordinal))
            Assert.StartsWith("Brief for session ", page.Printed, StringComparison.Ordinal);
        else if (path == "/between")
            Assert.Equal("", page.Printed);
        else if (path == "/me/calibration")
            // Numbers of many couples together: no name, nothing of the therapist's own guess.
            Assert.StartsWith("How far to believe the forecast", page.Printed, StringComparison.Ordinal);
        else if (isTheTherapists)
            Assert.Equal(Page.NotPrinted, page.Printed);
        else
            Assert.Matches("/card$|^/c/|^/not-found$", path);
    }

    [Fact]
    public void Pages_Always_AreFound() => Assert.InRange(Routes.Pages().Count(), 20, 200);

    [Fact]
    public async Task DoorPage_SignedIn_LeadsToTheCaseload()
    {
        foreach (var path in Door)
        {
            var page = await demo.Host.TherapistsBrowser().GetAsync(path);
            Assert.Equal("/couples", page.Location);
        }
    }

    [Theory]
    [InlineData("/nothing-of-the-kind", HttpStatusCode.NotFound)]
    [InlineData("/couples/not-a-guid", HttpStatusCode.NotFound)]
    [InlineData("/couples/0192f0aa-0000-7000-8000-000000000001/assessment/x", HttpStatusCode.NotFound)]
    [InlineData("/couples/0192f0aa-0000-7000-8000-000000000001/assessment/ab", HttpStatusCode.NotFound)]
    [InlineData("/couples/0192f0aa-0000-7000-8000-000000000001/safety/1", HttpStatusCode.NotFound)]
    [InlineData("/couples/0192f0aa-0000-7000-8000-00000000dead", HttpStatusCode.NotFound)]
    public async Task Address_NothingThere_SaysSoWithEveryProtection(string path, HttpStatusCode status)
    {
        var page = await demo.Host.TherapistsBrowser().GetAsync(path);

        Assert.Equal(status, page.Status);
        Assert.Matches("nothing at this address|no couple under this address", page.Text);
        AssertProtected(page);
    }

    [Fact]
    public async Task Asset_Asked_IsKeptAndStillProtected()
    {
        var css = await demo.Host.NewBrowser().GetAsync("/look/attune.css");

        Assert.Equal(HttpStatusCode.OK, css.Status);
        Assert.True(css.Body.Length > 100);
        Assert.Contains("max-age=3600", Assert.Single(css.Headers["Cache-Control"]), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(css.Headers["X-Content-Type-Options"]));
    }

    /// <summary>What every answer carries, whatever it is.</summary>
    internal static void AssertProtected(Page page)
    {
        Assert.Equal("no-store", Assert.Single(page.Headers["Cache-Control"]));
        Assert.Equal("nosniff", Assert.Single(page.Headers["X-Content-Type-Options"]));
        Assert.Equal("same-origin", Assert.Single(page.Headers["Referrer-Policy"]));
        Assert.DoesNotContain("Server", page.Headers.Keys);
        var policy = Assert.Single(page.Headers["Content-Security-Policy"]).Split("; ").ToDictionary(part => part.Split(' ')[0], part => part.Split(' ', 2)[1]);
        Assert.Equal("'none'", policy["default-src"]);
        Assert.Equal("'self'", policy["script-src"]);
        Assert.Equal("'self'", policy["style-src-elem"]);
        Assert.Equal("'self'", policy["form-action"]);
        Assert.Equal("'none'", policy["frame-ancestors"]);
    }

    /// <summary>What the policy would block must not be there at all, and nothing may be asked of another host.</summary>
    internal static void AssertNothingInline(Page page)
    {
        var document = page.Document;
        Assert.Empty(document.QuerySelectorAll("style, script:not([src]), base, iframe"));
        Assert.DoesNotContain(document.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain(document.QuerySelectorAll("[src], link[href]"), element =>
            (element.GetAttribute("src") ?? element.GetAttribute("href"))!.Contains("//", StringComparison.Ordinal));
    }
}
