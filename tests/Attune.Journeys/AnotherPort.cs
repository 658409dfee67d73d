using System.Net;
using Attune.Journeys.Stage;
using Microsoft.Playwright;

namespace Attune.Journeys;

/// <summary>
/// A page from another port of this machine reaches ours with our cookie: ports share cookies, and count as one site. It is refused all the same.
/// </summary>
public sealed class AnotherPort(Browser browser)
{
    private const string A = "Annelise", B = "Bertrand";

    [Theory]
    [InlineData("/seal")]
    [InlineData("/couples")]
    public async Task Post_FromAnotherPort_IsRefusedAndChangesNothing(string action)
    {
        await using var program = await RunningProgram.ServeAsync();
        await using var visit = await browser.VisitAsync(program.Origin);
        var page = visit.Page;
        await page.BeginPracticeAsync(program.Welcome);
        var form = await FormAsync(page, program.Origin, action);

        // The very same form, with a token that is right: only where it stands differs.
        await using var foreign = new ForeignSite(form);
        await page.GotoAsync(foreign.Address.AbsoluteUri);
        var refused = await SendAsync(page, program.Origin, action);
        Assert.Equal((int)HttpStatusCode.Forbidden, refused.Status);
        var headers = await refused.Request.AllHeadersAsync();
        Assert.Contains($"attune-{program.Origin.Port}=", headers["cookie"], StringComparison.Ordinal);
        Assert.Equal(foreign.Address.GetLeftPart(UriPartial.Authority), headers["origin"]);
        Assert.Contains("refused and nothing was changed", await page.WordsAsync(), StringComparison.Ordinal);
        await page.GotoAsync(new Uri(program.Origin, "/couples").AbsoluteUri);
        Assert.Equal("/couples", page.Path());
        Assert.Contains("No couple yet.", await page.WordsAsync(), StringComparison.Ordinal);

        // The specimen: standing at our own origin, it does what it says.
        await page.RouteAsync("**/look/specimen.html", route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = form }));
        await page.GotoAsync("/look/specimen.html");
        var done = await SendAsync(page, program.Origin, action);
        Assert.Equal((int)HttpStatusCode.Found, done.Status);
        if (action == "/seal")
            Assert.Equal("/unseal", page.Path());
        else
            Assert.Contains($"{A} and {B} have not had a session yet.", await page.WordsAsync(), StringComparison.Ordinal);
    }

    private static async Task<string> FormAsync(IPage page, Uri origin, string action)
    {
        await page.GotoAsync("/couples");
        var token = await page.Locator("main input[name='__RequestVerificationToken']").First.InputValueAsync();
        return $"""
            <!DOCTYPE html><html lang="en"><head><title>Elsewhere</title></head><body>
            <form method="post" action="{new Uri(origin, action)}">
            <input type="hidden" name="_handler" value="begin"><input type="hidden" name="__RequestVerificationToken" value="{token}">
            <input type="hidden" name="NameOfA" value="{A}"><input type="hidden" name="NameOfB" value="{B}">
            <button>You have won</button></form></body></html>
            """;
    }

    private static async Task<IResponse> SendAsync(IPage page, Uri origin, string action)
    {
        var answer = page.WaitForResponseAsync(response => response.Request.Method == "POST" && response.Url == new Uri(origin, action).AbsoluteUri);
        await page.PressAsync("You have won");
        return await answer;
    }
}
