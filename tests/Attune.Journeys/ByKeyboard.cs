using System.Globalization;
using Attune.Journeys.Stage;
using Microsoft.Playwright;

namespace Attune.Journeys;

/// <summary>A whole session's round without a pointer: plan, held, handed over twice, debrief.</summary>
public sealed class ByKeyboard(Browser browser)
{
    [Fact]
    public async Task Round_ByKeyboardAlone_IsDone()
    {
        await using var program = await RunningProgram.DemoAsync();
        await using var visit = await browser.VisitAsync(program.Origin);
        var page = visit.Page;
        await page.GotoAsync(program.Welcome.AbsoluteUri);
        await page.GotoAsync(DemoWalk.Couple);

        await page.PressOnAsync("Plan");
        await page.TabToBoxAsync("Techniques", "mode-cards");
        await page.Keyboard.PressAsync("Space");
        await page.PressOnAsync("Save the plan");
        await page.PressOnAsync("Note session 7 as held");
        Assert.Equal($"{DemoWalk.Couple}/sessions/7/debrief", page.Path());

        await page.PressOnAsync("Ask both");
        await AnswerAsync(page, "Alma", 6);
        await AnswerAsync(page, "Bo", 5);
        Assert.Equal(2, await page.GetByText("Has answered.", new() { Exact = true }).CountAsync());

        await page.GotoAsync($"{DemoWalk.Couple}/sessions/7/debrief");
        await page.ChooseByKeysAsync("A.GuessedBond", "6");
        await page.ChooseByKeysAsync("B.GuessedBond", "5");
        await page.TabToFieldAsync("B.Owed");
        await page.Keyboard.TypeAsync("The list of who reads what.");
        await page.ChooseByKeysAsync("WithA", "WithThem");
        await page.PressOnAsync("Save the debrief");

        await page.GotoAsync($"{DemoWalk.Couple}/sessions/7/debrief");
        Assert.Equal("The list of who reads what.", await page.Locator("[name='B.Owed']").InputValueAsync());
        Assert.True(await page.Locator("input[name='A.GuessedBond'][value='6']").IsCheckedAsync());
    }

    private static async Task AnswerAsync(IPage page, string name, int rating)
    {
        await page.PressOnAsync($"Hand over to {name}");
        await page.PressOnAsync("Yes, this is mine");
        foreach (var item in (string[])["Task", "Goal", "Bond"])
            await page.ChooseByKeysAsync(item, rating.ToString(CultureInfo.InvariantCulture));
        await page.ChooseByKeysAsync("Tension", "no");
        await page.ChooseByKeysAsync("Care", "Yes");
        await page.ChooseByKeysAsync("Expectation", "Rather");
        await page.PressOnAsync("Send");
        Assert.Equal("/handed-back", page.Path());
        await page.TabToAsync("For the therapist: unlock");
        await page.Keyboard.PressAsync("Enter");
        await page.TabToFieldAsync("Passphrase");
        await page.Keyboard.TypeAsync(DemoWalk.Passphrase);
        await page.ArriveAsync(() => page.Keyboard.PressAsync("Enter"));
    }
}
