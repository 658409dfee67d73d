using Attune.Journeys.Stage;
using Microsoft.Playwright;

namespace Attune.Journeys;

/// <summary>What is sealed, signed out or unknown shows its own door and nothing else.</summary>
public sealed class SealedAndSignedOut(Browser browser)
{
    private const string A = "Annelise", B = "Bertrand", Wrong = "seven quiet lamps at night";

    [Fact]
    public async Task Seal_ThenCodeThenSignOut_EachDoorOpensItsOwnWay()
    {
        await using var program = await RunningProgram.ServeAsync();
        await using var visit = await browser.VisitAsync(program.Origin, scripts: false);
        var page = visit.Page;
        var code = await page.BeginPracticeAsync(program.Welcome);
        var couple = await page.BeginCoupleAsync(A, B);

        await page.PressAsync("Seal");
        await OnlyDoorAsync(page, couple, "/unseal");
        await page.EnterAsync("Passphrase", Wrong);
        await page.PressAsync("Unseal");
        Assert.Contains("That is not the passphrase of this record. Nothing was opened.", await page.WordsAsync(), StringComparison.Ordinal);
        await OnlyDoorAsync(page, couple, "/unseal");

        // "Case and dashes do not matter."
        await page.Locator("summary").ClickAsync();
        await page.EnterAsync("Code", code.ToLowerInvariant().Replace('-', ' '));
        await page.PressAsync("Unseal with the code");
        Assert.Equal("/couples", page.Path());
        Assert.Contains(A, await page.WordsAsync(), StringComparison.Ordinal);

        await page.PressAsync("Sign out");
        await OnlyDoorAsync(page, couple, "/sign-in");
        await page.EnterAsync("Passphrase", Wrong);
        await page.PressAsync("Sign in");
        Assert.Contains("That is not the passphrase of this record. Nothing was opened.", await page.WordsAsync(), StringComparison.Ordinal);
        await page.EnterAsync("Passphrase", Steps.Passphrase);
        await page.PressAsync("Sign in");
        await page.GotoAsync(couple);
        Assert.Contains($"{A} and {B} have not had a session yet.", await page.WordsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherBrowser_UsedAddressOrNone_IsNotKnown()
    {
        await using var program = await RunningProgram.ServeAsync();
        await using var known = await browser.VisitAsync(program.Origin, scripts: false);
        await known.Page.BeginPracticeAsync(program.Welcome);
        var couple = await known.Page.BeginCoupleAsync(A, B);

        await using var stranger = await browser.VisitAsync(program.Origin, scripts: false);
        await OnlyDoorAsync(stranger.Page, couple, "/not-known");
        await stranger.Page.GotoAsync(program.Welcome.AbsoluteUri);
        Assert.Equal("/not-known", stranger.Page.Path());
        await OnlyDoorAsync(stranger.Page, couple, "/not-known");
        await stranger.Page.GotoAsync("/welcome/00000000000000000000000000000000");
        Assert.Equal("/not-known", stranger.Page.Path());

        await known.Page.GotoAsync(couple);
        Assert.Equal(couple, known.Page.Path());
    }

    [Fact]
    public async Task Restart_SameFolder_IsSealedAndKeepsTheCouple()
    {
        var data = Directory.CreateTempSubdirectory("attune-journey-");
        try
        {
            string couple;
            await using (var program = await RunningProgram.ServeAsync(data))
            await using (var visit = await browser.VisitAsync(program.Origin, scripts: false))
            {
                await visit.Page.BeginPracticeAsync(program.Welcome);
                couple = await visit.Page.BeginCoupleAsync(A, B);
            }

            await using var again = await RunningProgram.ServeAsync(data);
            await using var next = await browser.VisitAsync(again.Origin, scripts: false);
            await next.Page.GotoAsync(again.Welcome.AbsoluteUri);
            await OnlyDoorAsync(next.Page, couple, "/unseal");
            await next.Page.EnterAsync("Passphrase", Steps.Passphrase);
            await next.Page.PressAsync("Unseal");
            await next.Page.GotoAsync(couple);
            Assert.Contains($"{A} and {B} have not had a session yet.", await next.Page.WordsAsync(), StringComparison.Ordinal);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task OnlyDoorAsync(IPage page, string couple, string door)
    {
        foreach (var address in (string[])["/couples", couple, $"{couple}/trust", "/me", "/first-run", "/check-in", "/handed-back", "/no/such/page"])
        {
            await page.GotoAsync(address);
            Assert.Equal(door, page.Path());
            var source = await page.ContentAsync();
            Assert.DoesNotContain(A, source, StringComparison.Ordinal);
            Assert.DoesNotContain(B, source, StringComparison.Ordinal);
            Assert.DoesNotContain("Robin", source, StringComparison.Ordinal);
        }
    }
}
