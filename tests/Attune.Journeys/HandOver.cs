using Attune.Journeys.Stage;
using Microsoft.Playwright;

namespace Attune.Journeys;

/// <summary>A device that was handed over shows the partner's own form, whatever is tried on it.</summary>
public sealed class HandOver(Browser browser)
{
    private const string A = "Annelise", B = "Bertrand", Told = "kaleidoscope", Owed = "umbrella";

    [Fact]
    public async Task HandOver_BackTypedAddressSecondTab_EndAtTheCheckIn()
    {
        await using var program = await RunningProgram.ServeAsync();
        await using var visit = await browser.VisitAsync(program.Origin);
        var page = visit.Page;
        await page.BeginPracticeAsync(program.Welcome);
        var couple = await page.BeginCoupleAsync(A, B);
        await FirstAnswersAsync(page, couple);
        var secondTab = await visit.Context.NewPageAsync();
        await secondTab.GotoAsync(couple);
        Assert.Contains(A, await secondTab.WordsAsync(), StringComparison.Ordinal);

        await page.GotoAsync(couple);
        await page.GotoAsync($"{couple}/sessions/2/ask");
        await page.PressAsync($"Hand over to {B}");
        await ShowsOnlyAsync(page, "/check-in");

        await page.GoBackAsync();
        await ShowsOnlyAsync(page, "/check-in");
        await page.GoBackAsync();
        await ShowsOnlyAsync(page, "/check-in");
        await secondTab.ReloadAsync();
        await ShowsOnlyAsync(secondTab, "/check-in");
        foreach (var address in (string[])["/couples", couple, "/me", "/", "/unseal", "/sign-in", $"{couple}/sessions/1/debrief", $"{couple}/sessions/1/ask", "/handed-back"])
        {
            await secondTab.GotoAsync(address);
            await ShowsOnlyAsync(secondTab, "/check-in");
        }

        await page.GotoAsync("/check-in?mine=yes");
        await ShowsOnlyAsync(page, "/check-in");
        await page.PressAsync("Send");
        await ShowsOnlyAsync(page, "/handed-back");
        foreach (var address in (string[])["/couples", couple, "/me", "/check-in", "/check-in?mine=yes", "/first-run"])
        {
            await secondTab.GotoAsync(address);
            await ShowsOnlyAsync(secondTab, "/handed-back");
        }

        await page.GoBackAsync();
        await ShowsOnlyAsync(page, "/handed-back");
        await page.UnlockAsync("seven quiet lamps at night");
        Assert.Contains("Not yet. That is not the passphrase of this record. Nothing was opened.", await page.WordsAsync(), StringComparison.Ordinal);
        await ShowsOnlyAsync(page, "/handed-back");
        await page.UnlockAsync();
        Assert.Equal($"{couple}/sessions/2/ask", page.Path());
        Assert.Contains("Has answered.", await page.WordsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckIn_NotMineOrNotNow_LocksAndSaysSo()
    {
        await using var program = await RunningProgram.ServeAsync();
        await using var visit = await browser.VisitAsync(program.Origin, scripts: false);
        var page = visit.Page;
        await page.BeginPracticeAsync(program.Welcome);
        var couple = await page.BeginCoupleAsync(A, B);
        await page.HoldAsync(couple, 1, "homework");

        await page.GotoAsync($"{couple}/sessions/1/ask");
        await page.PressAsync($"Hand over to {A}");
        await page.PressAsync("No, hand it back");
        Assert.Equal("/handed-back", page.Path());
        await page.UnlockAsync();
        Assert.Equal(2, await page.GetByText("No answer yet.").CountAsync());

        await page.HandOverAsync(couple, 1, A);
        await page.PressAsync("I cannot answer in private now");
        Assert.Equal("/handed-back", page.Path());
        await page.UnlockAsync();
        Assert.Contains("Could not answer in private then. You can offer it again.", await page.WordsAsync(), StringComparison.Ordinal);
        await page.GotoAsync(couple);
        Assert.Equal("1 no answer: could not answer in private no answer cannot be told debrief · notes · ask", Steps.Plain(await page.Locator("table tbody tr").First.InnerTextAsync()));
    }

    // Session 1 has answers of both, so there is something that could show; after session 2 Bertrand is asked.
    private static async Task FirstAnswersAsync(IPage page, string couple)
    {
        await page.HoldAsync(couple, 1, "homework");
        await page.EnterAsync("B.Owed", Owed);
        await page.PressAsync("Save the debrief");
        foreach (var name in (string[])[A, B])
        {
            await page.HandOverAsync(couple, 1, name);
            await new Answers(6, 6, 5, "Yes", "Half") { Tension = new TensionTold(4, 2, "OnlyWithMeAlone", Told) }.FillInAsync(page);
            await page.SendAsync();
            await page.UnlockAsync();
        }

        await page.HoldAsync(couple, 2, "homework");
    }

    // The whole source is searched, not what meets the eye; and no field of a form is filled in.
    private static async Task ShowsOnlyAsync(IPage page, string path)
    {
        Assert.Equal(path, page.Path());
        var source = await page.ContentAsync();
        foreach (var secret in (string[])[A, Told, Owed, "Caseload", "/couples"])
            Assert.DoesNotContain(secret, source, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, await page.Locator("input:checked").CountAsync());
        if (path == "/check-in")
            Assert.Contains(B, source, StringComparison.Ordinal);
        else
            Assert.DoesNotContain(B, source, StringComparison.Ordinal);
    }
}
