using Attune.Journeys.Live;
using Attune.Journeys.Stage;
using Attune.Method.Cases;
using Microsoft.Playwright;

namespace Attune.Journeys.Moments;

/// <summary>What moments 3, 8 and 9 ask of the page of a session that goes on.</summary>
[Collection(nameof(LivePractice))]
public sealed class WhileItGoesOn(LivePractice practice)
{
    private const string Told = "kaleidoscope";

    /// <summary>Moment 3.</summary>
    [Fact]
    public async Task ToldInPrivate_IsNowhereOnThePageOfTheNextSession()
    {
        var (with, without) = (await AfterOneAsync(practice.Desk.Page), await AfterOneAsync(practice.Desk.Page));
        await without.AnswerAsync(1, Partner.B, new(5, 6, 5, "Yes", "Half"));
        await with.AnswerAsync(1, Partner.B, new Answers(5, 6, 5, "Yes", "Half") { Tension = new TensionTold(4, 2, "OnlyWithMeAlone", $"A {Told} of words.") });

        var (page, twin) = (await DrawnAsync(with), await DrawnAsync(without));

        Assert.Equal(twin, page);
        Assert.DoesNotContain(Told, page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("tension", page, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Moment 8.</summary>
    [Fact]
    public async Task OverWithA_TappedWhileItGoesOn_ReachesTheOwnSideAndTheDebrief()
    {
        await using var room = await practice.EnterAsync();
        await room.MarkAsync("too-close", "A");
        await room.KeptAsync();
        await room.EndAsync();

        Assert.True(await room.Screen.Locator("input[name='WithA'][value='TooClose']").IsCheckedAsync());
        await room.Screen.GotoAsync(room.Address.Replace("/sessions/1/live", "/own-side", StringComparison.Ordinal));
        Assert.Contains($"Session 1: too close to {Story.A}, subtle", await room.Screen.WordsAsync(), StringComparison.Ordinal);
    }

    /// <summary>Moment 9.</summary>
    [Fact]
    public async Task Flag_RaisedWhileItGoesOn_ChangesNothingThatCanBeSeenAndAHeartThatIsOnIsNoLongerUsed()
    {
        await using var room = await practice.EnterAsync();
        var couple = room.Address[..room.Address.IndexOf("/sessions", StringComparison.Ordinal)];
        await room.PutOnAsync("Therapist", "A");
        await room.HearAsync(TimeSpan.FromSeconds(40), "Therapist", "A");
        var (seen, shown) = (await FaceAsync(room.Screen), await room.ShownAsync("A"));
        Assert.Equal("Quiet", shown.State);

        await practice.Desk.Page.SendWholeAsync($"{couple}/safety/b", "flag", ("flag.Concern", "Violence"));
        await room.HearAsync(TimeSpan.FromSeconds(20), "Therapist", "A");

        Assert.Equal(seen, await FaceAsync(room.Screen));
        Assert.Equal(shown, await room.ShownAsync("A"));
        await room.EndAsync();
        var record = await room.RecordAsync();
        record.HasNothingOf("A");
        Assert.DoesNotContain("Violence", record.Timeline, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<Story> AfterOneAsync(IPage page)
    {
        var story = await Story.OfAsync(page);
        await story.AssessAsync(Partner.B, ("Schema.ma", "4.5"));
        await story.HoldAsync(1);
        return story;
    }

    /// <summary>The page as it is drawn, before and after the session began; what names the couple is blanked.</summary>
    private static async Task<string> DrawnAsync(Story story)
    {
        var before = await AskAsync(story);
        await story.SendAsync("/sessions/2/live", "begin");
        return before + await AskAsync(story);
    }

    private static async Task<string> AskAsync(Story story) =>
        Surfaces.Blanked((await story.Page.AskAsync($"{story.Couple}/sessions/2/live")).Text);

    // Everything on the screen but the time that passes.
    private static Task<string> FaceAsync(IPage page) => page.EvaluateAsync<string>("""
        () => {
            const face = document.querySelector('#live').cloneNode(true);
            for (const word of face.querySelectorAll('[data-says="elapsed"], [data-says="link"]')) word.textContent = '';
            for (const name of Object.keys(face.dataset)) delete face.dataset[name];
            return face.innerHTML;
        }
        """);
}
