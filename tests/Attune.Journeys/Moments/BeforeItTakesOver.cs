using Attune.Journeys.Live;
using Attune.Journeys.Stage;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Signals.Simulation;
using Microsoft.Playwright;

namespace Attune.Journeys.Moments;

/// <summary>
/// Moment 4: the own rise is seen before it takes over. (That exactly 100.0 beats a minute and exactly 120.0 s never count is held to the last digit by
/// the tests of the rule.)
/// </summary>
[Collection(nameof(LivePractice))]
public sealed class BeforeItTakesOver(LivePractice practice)
{
    private const string Card = "A small one at the window, who thinks it is their fault.";

    // What would tell somebody who looks at the screen.
    private static readonly string[] Telling = ["heart", "pulse", "bpm", "beats", "100", "aroused", "alarm", "calm"];

    [Fact]
    public async Task Rate_ClimbsAfterAStormyHour_IsSignalledBeforeAHundredAndSteadied()
    {
        await practice.Desk.Page.SendWholeAsync("/me", "me", ("UsualRestingRate", "70"), ("Schema.ss", "4.6"));
        await practice.Desk.Page.SendWholeAsync("/me/cards", "card-ss", ("ss.Child", Card));
        var story = await practice.BeginSessionAsync();
        await story.AssessAsync(Partner.B, ("Schema.ma", "4.9"));
        await using var room = await practice.EnterAsync(story.Couple);
        var page = room.Screen;

        // Before the couple comes in: 84, where 70 is usual.
        room.Beats("Therapist", new HeartCourse(TimeSpan.FromMinutes(30), 84) { Trends = [new HeartTrend(TimeSpan.FromMinutes(5), 4, TimeSpan.FromMinutes(8))] });
        await room.PutOnAsync("Therapist");
        await page.Locator("button[data-item*='\"quiet\"'][data-item*='\"begins\":true']").ClickAsync();
        await room.HearAsync(TimeSpan.FromMinutes(4), "Therapist");
        await page.Locator("button[data-item*='\"quiet\"'][data-item*='\"begins\":false']").ClickAsync();
        await room.KeptAsync();
        Assert.Contains("Not taken: it lies more than a tenth above your usual one.", await page.WordsAsync("[data-says='baseline']"), StringComparison.Ordinal);

        // From 84 at +4 a minute: 100 is reached nine minutes from the beginning. The signal is there before.
        await room.HearAsync(TimeSpan.FromMinutes(4), "Therapist");
        var (state, isAhead) = await room.ShownAsync("Therapist");
        Assert.True(isAhead || state is "Rising" or "Aroused", $"{state}, ahead: {isAhead}");
        await SaysNothingAsync(room);
        Assert.Equal("Aroused", state);

        // No prompt to repair opens now, by no means.
        await page.Locator("[data-repair] > summary").ClickAsync();
        Assert.False(await page.Locator("[data-repair]").EvaluateAsync<bool>("fold => fold.open"));

        await SteadyAsync(room);

        room.Beats("Therapist", new HeartCourse(TimeSpan.FromMinutes(20), 68));
        await room.HearAsync(TimeSpan.FromMinutes(4), "Therapist");
        Assert.Equal("Quiet", (await room.ShownAsync("Therapist")).State);
        await page.Locator("[data-repair] > summary").ClickAsync();
        Assert.True(await page.Locator("[data-repair]").EvaluateAsync<bool>("fold => fold.open"));
        await room.EndAsync();

        var notes = await story.ReadAsync("/sessions/1/notes");
        Assert.Contains("1:30", notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rate_WithoutARestingRate_IsSignalledBeforeAHundredTooAndCountsAfterTwoMinutesAbove()
    {
        await practice.Desk.Page.SendWholeAsync("/me", "me", ("UsualRestingRate", ""));
        await using var room = await practice.EnterAsync();
        // 80 for two minutes, then +4 a minute to 104, and held.
        room.Beats("Therapist", new HeartCourse(TimeSpan.FromMinutes(30), 80) { Trends = [new HeartTrend(TimeSpan.FromMinutes(2), 4, TimeSpan.FromMinutes(6))] }, seed: 3);
        await room.PutOnAsync("Therapist");

        await room.HearAsync(TimeSpan.FromMinutes(6), "Therapist");
        var before = await room.ShownAsync("Therapist");
        Assert.True(before.IsAhead || before.State is "Rising", $"{before} at some 96 beats a minute");
        await SaysNothingAsync(room);
        await room.HearAsync(TimeSpan.FromMinutes(6), "Therapist");
        Assert.Equal("Aroused", (await room.ShownAsync("Therapist")).State);

        await room.EndAsync();
        var debrief = await room.Screen.WordsAsync();
        Assert.Contains("your rate crossed", debrief, StringComparison.Ordinal);
        Assert.Contains("above 100 beats a minute for more than two minutes", debrief, StringComparison.Ordinal);
    }

    // It can be followed without looking, ends at 90 s with three choices, and only then come the own card and one line for this partner.
    private static async Task SteadyAsync(LiveRoom room)
    {
        var page = room.Screen;
        await PressAsync(page, "Steady");
        await PressAsync(page, "Breathing");
        Assert.Contains("once you know the counts you need no screen", await page.WordsAsync("[data-when='breathing']"), StringComparison.Ordinal);
        Assert.False(await page.Locator("[data-when='after']").IsVisibleAsync());
        await room.HearAsync(TimeSpan.FromSeconds(80), "Therapist");
        Assert.False(await page.Locator("[data-when='choices']").IsVisibleAsync());
        await room.HearAsync(TimeSpan.FromSeconds(12), "Therapist");
        Assert.Equal(["Go on", "Slow the room", "A short break"], await page.Locator("[data-when='choices'] button").AllInnerTextsAsync());
        Assert.False(await page.Locator("[data-repair]").IsVisibleAsync());

        await PressAsync(page, "Go on");
        Assert.Contains(Card, await page.Locator("[data-when='after']").TextContentAsync(), StringComparison.Ordinal);
        var curious = page.Locator("button[data-item*='\"curious\"']");
        await curious.ClickAsync();
        // The line is the partner's whose early schema it is written for.
        var line = MethodCatalogue.BuiltIn.Schema("ma").Portrait!.Guidance.Coal.Curious;
        Assert.Contains(line, await page.WordsAsync("[data-when='after']"), StringComparison.Ordinal);
        await page.Locator("button[data-item*='\"BUnspoken\"']").ClickAsync();
        await PressAsync(page, "Leave");
    }

    private static Task PressAsync(IPage page, string key) => page.GetByRole(AriaRole.Button, new() { Name = key, Exact = true }).ClickAsync();

    private static async Task SaysNothingAsync(LiveRoom room)
    {
        var shown = await room.Screen.WordsAsync(".hearts");
        Assert.DoesNotContain(shown, char.IsDigit);
        foreach (var word in Telling)
            Assert.DoesNotContain(word, shown, StringComparison.OrdinalIgnoreCase);
        // Nor red: the shape has the ink of everything else.
        var ink = await room.Screen.EvaluateAsync<string[]>("() => [getComputedStyle(document.querySelector('[data-heart=Therapist]')).color, getComputedStyle(document.body).color]");
        Assert.Equal(ink[1], ink[0]);
    }
}
