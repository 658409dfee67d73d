using System.Net;
using Attune.App.Edge;
using Attune.App.Tests.Support;
using Attune.Practice.Records;

namespace Attune.App.Tests.Edge;

/// <summary>A browser's way through what it may be; after each change its old cookie is worth nothing.</summary>
public sealed class SessionChangesTests(DemoHost demo)
{
    [Fact]
    public async Task OneTimeAddress_AskedTwentyTimesAtOnce_LetsOneBrowserIn()
    {
        await using var host = await RunningHost.DemoAsync();
        var browsers = Enumerable.Range(0, 20).Select(_ => host.NewBrowser()).ToList();

        var pages = await Task.WhenAll(browsers.Select(browser => Task.Run(() => browser.GetAsync(host.WelcomePath))));

        Assert.Single(pages, page => page.Location == "/couples");
        Assert.Equal(19, pages.Count(page => page.Location == "/not-known"));
        Assert.Single(browsers, browser => browser.SessionName is not null);
        Assert.Equal("/not-known", (await host.NewBrowser().GetAsync(host.WelcomePath)).Location);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("%C3%A4%C3%A4%C3%A4%C3%A4")]
    public void OneTimeAddress_WrongKey_IsNotSpent(string key)
    {
        var once = new OneTimeAddress();

        Assert.False(once.Spend(Uri.UnescapeDataString(key)));
        Assert.True(once.Spend(once.Path["/welcome/".Length..]));
        Assert.False(once.Spend(once.Path["/welcome/".Length..]));
    }

    [Fact]
    public async Task OneTimeAddress_NotTheDemo_TrustsAndDoesNotSignIn()
    {
        await using var host = await RunningHost.DemoAsync(signsInAtOnce: false);
        var browser = host.NewBrowser();

        await browser.GetAsync(host.WelcomePath);

        Assert.Equal("/sign-in", (await browser.GetAsync("/couples")).Location);
    }

    [Fact]
    public async Task Cookie_OfASession_IsForThisSiteAndNoScript()
    {
        await using var host = await RunningHost.DemoAsync();

        var cookie = Assert.Single((await host.NewBrowser().GetAsync(host.WelcomePath)).Headers["Set-Cookie"]);

        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Cookies of localhost are shared by all ports: two practices side by side must not spoil each other's forms.</summary>
    [Fact]
    public async Task Cookies_OfOneProgram_CarryItsPort()
    {
        var page = await demo.Host.HandedOver(Method.Cases.Partner.A, 6).GetAsync("/check-in");

        Assert.All(page.Headers["Set-Cookie"], cookie => Assert.Contains($"-{demo.Host.Address.Port}=", cookie, StringComparison.Ordinal));
    }

    [Fact]
    public async Task HandOver_ThereAndBack_LeavesEveryOldCookieWorthless()
    {
        var browser = demo.Host.TherapistsBrowser();
        var old = new List<Browser> { browser.Copy() };

        var handOver = await browser.SubmitAsync(await browser.GetAsync(RunningHost.Demo("/sessions/6/ask")), "hand-over-B");
        Assert.Equal("/check-in?lang=en", handOver.Location);
        await AssertWorthlessAsync(old);
        old.Add(browser.Copy());

        var handBack = await browser.SubmitAsync(await browser.FollowAsync(handOver), "not-mine");
        Assert.Equal("/handed-back?lang=en", handBack.Location);
        await AssertWorthlessAsync(old);
        old.Add(browser.Copy());

        var wrong = await browser.SubmitAsync(await browser.FollowAsync(handBack), "unlock", ("Passphrase", "not the passphrase"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("DOR004", wrong.Refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("not the passphrase\"", wrong.Body, StringComparison.Ordinal);

        var unlocked = await browser.SubmitAsync(wrong, "unlock", ("Passphrase", RunningHost.Passphrase));
        Assert.Equal(RunningHost.Demo("/sessions/6/ask"), unlocked.Location);
        await AssertWorthlessAsync(old);
        Assert.Equal(HttpStatusCode.OK, (await browser.FollowAsync(unlocked)).Status);
    }

    [Fact]
    public async Task HandOver_FormOpenedAsTherapist_IsWorthNothingAfterwards()
    {
        var browser = demo.Host.TherapistsBrowser();
        var before = await browser.GetAsync("/couples");
        await browser.SubmitAsync(await browser.GetAsync(RunningHost.Demo("/sessions/6/ask")), "hand-over-A");

        Assert.Equal("/check-in", (await browser.SubmitAsync(before, "begin", ("NameOfA", "Mallory"), ("NameOfB", "Trudy"))).Location);
        Assert.Equal("/check-in", (await browser.SubmitAsync(before, "/sign-out")).Location);
        Assert.Equal("/check-in", (await browser.SubmitAsync(before, "/seal")).Location);
        Assert.Equal(DoorState.Open, demo.Host.Door.State);
    }

    [Fact]
    public async Task SignOut_Sent_LeavesTheOldCookieWorthless()
    {
        var browser = demo.Host.TherapistsBrowser();
        var old = browser.Copy();

        var signedOut = await browser.SubmitAsync(await browser.GetAsync("/couples"), "/sign-out");

        Assert.Equal("/sign-in", signedOut.Location);
        Assert.Equal("/sign-in", (await browser.GetAsync("/couples")).Location);
        await AssertWorthlessAsync([old]);
    }

    [Fact]
    public async Task SignIn_AfterWrongOnes_WorksAndGivesANewName()
    {
        var browser = demo.Host.BrowserAs(new BrowserSession.Trusted());
        var old = browser.Copy();
        var page = await browser.GetAsync("/sign-in");

        var wrong = await browser.SubmitAsync(page, "sign-in", ("Passphrase", "wrong, surely"));
        var right = await browser.SubmitAsync(wrong, "sign-in", ("Passphrase", RunningHost.Passphrase));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.DoesNotContain("wrong, surely", wrong.Body, StringComparison.Ordinal);
        Assert.Equal("/couples", right.Location);
        await AssertWorthlessAsync([old]);
    }

    private static async Task AssertWorthlessAsync(IEnumerable<Browser> old)
    {
        foreach (var browser in old)
            Assert.Equal("/not-known", (await browser.GetAsync("/couples")).Location);
    }
}
