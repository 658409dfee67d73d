using System.Globalization;
using System.Net;
using Attune.App.Tests.Frame;
using Attune.App.Tests.Support;
using Attune.Practice.Therapists;

namespace Attune.App.Tests.Edge;

public sealed class HostsAndOriginsTests(DemoHost demo)
{
    private RunningHost Host => demo.Host;

    public static TheoryData<string> Strangers =>
        ["(none)", "null", "http://localhost:1", "https://localhost:{port}", "http://127.0.0.1:{port}", "http://localhost.evil.example:{port}", "http://localhost:{port}.evil.example", ""];

    [Theory]
    [InlineData("rebound.evil.example")]
    [InlineData("rebound.evil.example:{port}")]
    [InlineData("127.0.0.1:{port}")]
    [InlineData("localhost")]
    [InlineData("localhost:1")]
    public async Task Host_NotOurName_IsRefused(string host)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/couples");
        request.Headers.Host = WithPort(host);

        var page = await Host.TherapistsBrowser().SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.DoesNotContain("Alma", page.Body, StringComparison.Ordinal);
        EveryPageTests.AssertProtected(page);
    }

    [Theory, MemberData(nameof(Strangers))]
    public async Task Post_OriginNotOurs_IsRefusedAndChangesNothing(string origin)
    {
        var browser = Host.TherapistsBrowser();
        var (action, fields) = (await browser.GetAsync("/couples")).Form("begin");
        (fields["NameOfA"], fields["NameOfB"]) = ("Mallory", "Trudy");
        var request = new HttpRequestMessage(HttpMethod.Post, action) { Content = new FormUrlEncodedContent(fields) };
        if (origin != "(none)")
            request.Headers.TryAddWithoutValidation("Origin", WithPort(origin));

        var page = await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("nothing was changed", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Mallory", await NamesAsync());
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Method_ThatChangesWithoutOrigin_IsRefused(string method)
    {
        var page = await Host.TherapistsBrowser().SendAsync(new HttpRequestMessage(new HttpMethod(method), "/couples"));

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Forbidden)]
    [InlineData("http://localhost:1", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost:{port}", HttpStatusCode.NotFound)]
    public async Task Upgrade_ByOrigin_IsLetThroughForOursAlone(string? origin, HttpStatusCode status)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/_blazor");
        request.Headers.Connection.Add("Upgrade");
        request.Headers.Upgrade.ParseAdd("websocket");
        if (origin is not null)
            request.Headers.Add("Origin", WithPort(origin));

        Assert.Equal(status, (await Host.TherapistsBrowser().SendAsync(request)).Status);
    }

    [Fact]
    public async Task Post_OwnOriginAndToken_IsDone()
    {
        await using var own = await RunningHost.DemoAsync();
        var browser = own.TherapistsBrowser();

        var done = await browser.SubmitAsync(await browser.GetAsync("/couples"), "begin", ("NameOfA", "Cleo"), ("NameOfB", "Dan"));

        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        Assert.Contains("Cleo", (await browser.FollowAsync(done)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/couples", "begin")]
    [InlineData("/couples", "/sign-out")]
    [InlineData("/couples", "/seal")]
    public async Task Post_WrongToken_IsRefusedInOneSentence(string path, string form)
    {
        var browser = Host.TherapistsBrowser();
        var page = await browser.GetAsync(path);

        var refused = await browser.SubmitAsync(page, form, ("__RequestVerificationToken", "junk"), ("NameOfA", "Mallory"), ("NameOfB", "Trudy"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("no longer valid", refused.Text, StringComparison.Ordinal);
        EveryPageTests.AssertProtected(refused);
        Assert.DoesNotContain("Mallory", await NamesAsync());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/couples")).Status);
    }

    [Fact]
    public async Task Post_TokenOfAnotherBrowser_IsRefused()
    {
        var theirs = (await Host.TherapistsBrowser().GetAsync("/couples")).Form("begin").Fields["__RequestVerificationToken"];
        var browser = Host.TherapistsBrowser();
        var page = await browser.GetAsync("/couples");

        var refused = await browser.SubmitAsync(page, "begin", ("__RequestVerificationToken", theirs), ("NameOfA", "Mallory"), ("NameOfB", "Trudy"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
    }

    private string WithPort(string text) => text.Replace("{port}", Host.Address.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private async Task<IEnumerable<string>> NamesAsync() =>
        (await Host.Grains.GetGrain<ITherapistGrain>(Host.Door.Therapist.Value).SeeCaseload(Host.Therapist)).Couples.Select(couple => couple.NameOfA);
}
