using System.Net;
using Attune.App.Edge;
using Attune.App.Tests.Frame;
using Attune.App.Tests.Support;
using Attune.Method.Cases;
using Attune.Practice.Records;

namespace Attune.App.Tests.Edge;

/// <summary>For every kind of browser: the one page that it may see, and that whatever else it asks for leads there. A new route is closed by default.</summary>
public sealed class GateTests(DemoHost demo)
{
    /// <summary>Open to everybody: they show nothing.</summary>
    private static readonly string[] Public = ["/health/live", "/health/ready", "/c/" + Routes.AnyLink];

    /// <summary>The browser's back button, after a form in Dutch.</summary>
    [Theory]
    [InlineData("/check-in?mine=yes&lang=nl", "/handed-back?lang=nl")]
    [InlineData("/check-in?lang=xx", "/handed-back")]
    public async Task HandedBack_TheWayBack_StaysInTheirLanguage(string back, string onwards) =>
        Assert.Equal(onwards, (await demo.Host.BrowserAs(RunningHost.HandedBack).GetAsync(back)).Location);

    [Fact]
    public Task UnknownBrowser_WhateverItAsksFor_IsToldThatItIsNotKnown() => AssertOnlyAsync(demo.Host, demo.Host.NewBrowser, "/not-known");

    [Fact]
    public Task InventedSession_WhateverItAsksFor_IsNotKnown() =>
        AssertOnlyAsync(demo.Host, () => demo.Host.NewBrowser().Named(new string('a', 64)), "/not-known");

    [Fact]
    public Task TrustedBrowser_OpenRecord_SeesOnlyTheSignIn() =>
        AssertOnlyAsync(demo.Host, () => demo.Host.BrowserAs(new BrowserSession.Trusted()), "/sign-in");

    [Theory]
    [InlineData(Partner.A, 0)]
    [InlineData(Partner.A, 3)]
    [InlineData(Partner.B, 6)]
    public Task HandedOver_WhateverItAsksFor_SeesOnlyTheCheckIn(Partner partner, int session) =>
        AssertOnlyAsync(demo.Host, () => demo.Host.HandedOver(partner, session), "/check-in");

    [Theory]
    [InlineData(Partner.A)]
    [InlineData(Partner.B)]
    public Task HandedOverToTell_WhateverItAsksFor_SeesOnlyTheOwnPart(Partner partner) =>
        AssertOnlyAsync(demo.Host, () => demo.Host.HandedOverToTell(partner), "/your-part");

    [Fact]
    public Task HandedBack_WhateverItAsksFor_SeesOnlyTheLock() =>
        AssertOnlyAsync(demo.Host, () => demo.Host.BrowserAs(RunningHost.HandedBack), "/handed-back");

    [Fact]
    public async Task NoRecordYet_TrustedBrowser_SeesOnlyTheFirstRun()
    {
        await using var host = await RunningHost.OverAsync(RunningHost.NewFolder());

        await AssertOnlyAsync(host, () => host.BrowserAs(new BrowserSession.Trusted()), "/first-run");
        await AssertOnlyAsync(host, host.NewBrowser, "/not-known");
    }

    [Fact]
    public async Task Sealed_EveryKindOfBrowser_SeesOnlyTheUnsealing()
    {
        await using var host = await RunningHost.DemoAsync();
        var therapist = host.TherapistsBrowser();
        var partner = host.HandedOver(Partner.A, 6);
        var locked = host.BrowserAs(RunningHost.HandedBack);

        var sealing = await therapist.SubmitAsync(await therapist.GetAsync("/couples"), "/seal");

        Assert.Equal("/unseal", sealing.Location);
        Assert.Equal(DoorState.Sealed, host.Door.State);
        foreach (var browser in new[] { therapist, partner, locked })
            await AssertOnlyAsync(host, () => browser, "/unseal");
        await AssertOnlyAsync(host, host.NewBrowser, "/not-known");
    }

    private static async Task AssertOnlyAsync(RunningHost host, Func<Browser> browser, string only)
    {
        var routes = Routes.All(host.Services).Append("/a-page-of-tomorrow").Except(Public).ToList();
        Assert.Contains("/couples", routes);
        Assert.Contains("/seal", routes);
        foreach (var path in routes)
        {
            var page = await browser().GetAsync(path);
            if (path == only)
                Assert.Equal((path, HttpStatusCode.OK), (path, page.Status));
            else
                Assert.Equal((path, HttpStatusCode.Redirect, path.StartsWith("/welcome", StringComparison.Ordinal) ? "/not-known" : only), (path, page.Status, page.Location));
            EveryPageTests.AssertProtected(page);
            Assert.DoesNotContain("Alma", page.Location ?? "", StringComparison.Ordinal);
        }

        await AssertPostsLeadThereAsync(browser(), only);
    }

    private static async Task AssertPostsLeadThereAsync(Browser browser, string only)
    {
        foreach (var path in new[] { "/couples", "/seal", "/sign-out", "/me", RunningHost.Demo("/sessions/6/plan") })
        {
            var page = await browser.PostAsync(path, new FormUrlEncodedContent([new("_handler", "plan")]));
            Assert.Equal((path, HttpStatusCode.Redirect, only), (path, page.Status, page.Location));
        }
    }
}
