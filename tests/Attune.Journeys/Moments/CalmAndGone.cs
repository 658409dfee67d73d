using Attune.Journeys.Live;
using Attune.Journeys.Stage;
using Attune.Signals.Simulation;

namespace Attune.Journeys.Moments;

/// <summary>Moment 5: a pulse that stays low for an hour, and a therapist who was not there.</summary>
[Collection(nameof(LivePractice))]
public sealed class CalmAndGone(LivePractice practice)
{
    private static readonly string[] Praise = ["good", "well done", "great", "calm", "perfect", "excellent", "ideal"];

    [Fact]
    public async Task Pulse_LowForTheHourAndOnceFarAway_IsNotPraisedAndTheDebriefAsksAllTheSame()
    {
        await using var room = await practice.EnterAsync();
        var (page, couple) = (room.Screen, room.Address[..room.Address.IndexOf("/sessions", StringComparison.Ordinal)]);
        room.Beats("Therapist", new HeartCourse(TimeSpan.FromMinutes(60), 69), seed: 7);
        await room.PutOnAsync("Therapist");
        await room.HearAsync(TimeSpan.FromMinutes(18), "Therapist");
        await room.MarkAsync("far-away", "A");
        await room.HearAsync(TimeSpan.FromMinutes(32), "Therapist");

        Assert.Equal("Quiet", (await room.ShownAsync("Therapist")).State);
        await page.Locator("[data-tell]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("quiet", await page.WordsAsync("[data-told]"));
        var said = string.Join(' ', await page.Locator(".hearts, [data-says], [data-told]").AllInnerTextsAsync());
        foreach (var word in Praise)
            Assert.DoesNotMatch($@"(?i)\b{word}\b", said);

        await room.EndAsync();
        await page.UnfoldAsync();
        var debrief = await page.WordsAsync();
        Assert.Contains($"Were you with {Story.A}?", debrief, StringComparison.Ordinal);
        Assert.Contains($"Were you with {Story.B}?", debrief, StringComparison.Ordinal);
        Assert.DoesNotContain("your rate crossed", debrief, StringComparison.Ordinal);
        Assert.Contains("A pulse that stayed low says nothing about whether you were there.", debrief, StringComparison.Ordinal);

        // "Far from A, close to B."
        await page.ChooseAsync("WithA", "FarFrom");
        await page.ChooseAsync("WithB", "TooClose");
        await page.PressAsync("Save the debrief");

        // Two own reactions, each with its way and its strength; the one that was tapped is one of them.
        await page.GotoAsync($"{couple}/own-side");
        var own = await page.WordsAsync();
        Assert.Contains($"Session 1: too far from {Story.A}, subtle", own, StringComparison.Ordinal);
        Assert.Contains($"Session 1: too close to {Story.B}, subtle", own, StringComparison.Ordinal);
        Assert.Equal(2, System.Text.RegularExpressions.Regex.Count(own, "Session 1: too "));
        await page.GotoAsync($"{couple}/sessions/1/debrief");
        Assert.Contains("Whose feeling may it be?", await page.WordsAsync(), StringComparison.Ordinal);
        foreach (var guess in (string[])["mine", "between them", "cannot tell"])
            Assert.Contains(guess, await page.WordsAsync("#whose"), StringComparison.OrdinalIgnoreCase);
        var record = await room.RecordAsync();
        Assert.DoesNotContain("crossed", record.Timeline, StringComparison.Ordinal);
    }
}
