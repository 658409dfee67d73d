using System.Globalization;
using Microsoft.Playwright;

namespace Attune.Journeys.Stage;

/// <summary>What one partner fills in after one session. Ratings 1 to 7; what is null stays empty.</summary>
internal sealed record Answers(int OnTask, int OnGoal, int OnBond, string Care, string Expects)
{
    public string? StillOpen { get; init; }

    public TensionTold? Tension { get; init; }

    public async Task FillInAsync(IPage page)
    {
        await RateAsync(page, "Task", OnTask);
        await RateAsync(page, "Goal", OnGoal);
        await RateAsync(page, "Bond", OnBond);
        await page.ChooseAsync("Tension", Tension is null ? "no" : "yes");
        if (Tension is { } tension)
        {
            await RateAsync(page, "TensionStrength", tension.Strength);
            await RateAsync(page, "TensionCleared", tension.Cleared);
            await page.EnterAsync("TensionWords", tension.Words);
            await page.ChooseAsync("MaySpeak", tension.MaySpeak);
        }

        await page.ChooseAsync("Care", Care);
        await page.ChooseAsync("Expectation", Expects);
        if (StillOpen is not null)
            await page.ChooseAsync("StillOpen", StillOpen);
    }

    private static Task RateAsync(IPage page, string item, int value) => page.ChooseAsync(item, value.ToString(CultureInfo.InvariantCulture));
}

/// <summary>Tension as a partner tells it; strength and cleared 1 to 5.</summary>
internal sealed record TensionTold(int Strength, int Cleared, string MaySpeak, string Words);
