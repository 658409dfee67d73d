using Attune.Journeys.Stage;

namespace Attune.Journeys.Live;

/// <summary>A browser that cannot hear a strap says so, offers the recording, and still marks.</summary>
[Collection(nameof(LivePractice))]
public sealed class WithoutBluetooth(LivePractice practice, Browser browser)
{
    private const string Cannot = "This browser cannot hear a strap";

    [Fact]
    public async Task ABrowserWithoutIt_BeforeAndWithin_SaysSoAndOffersTheRecording()
    {
        var story = await Story.OfAsync(practice.Desk.Page);
        await using var visit = await browser.VisitAsync(practice.Program.Origin);
        await practice.LetInAsync(visit);
        var page = visit.Page;
        // As in Safari and Firefox; a browser on macOS or Windows has it without being asked.
        await page.AddInitScriptAsync("delete Navigator.prototype.bluetooth");

        await page.GotoAsync(story.Couple + LiveRoom.Page);
        var before = await page.WordsAsync();
        Assert.Contains(Cannot, before, StringComparison.Ordinal);
        Assert.DoesNotContain("This browser can hear a strap.", before, StringComparison.Ordinal);
        await page.FollowAsync("in the debrief");
        Assert.Contains("recording", await page.WordsAsync(), StringComparison.OrdinalIgnoreCase);

        await page.GotoAsync(story.Couple + LiveRoom.Page);
        await page.PressAsync("Begin session 1");
        await page.Locator("#live[data-ready='true']").WaitForAsync();
        await page.UnfoldAsync();
        Assert.Contains(Cannot, await page.WordsAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("button[data-connect]:visible").CountAsync());
        await page.Locator("button[data-item*='\"anxious\"'][data-item*='\"A\"']").ClickAsync();
        await page.Locator("#live[data-link='kept'][data-waiting='0']").WaitForAsync();
    }

    [Fact]
    public async Task ABrowserWithIt_BeforeItBegins_SaysThatItCan()
    {
        var story = await Story.OfAsync(practice.Desk.Page);
        var before = await story.ReadAsync(LiveRoom.Page);
        Assert.Contains("This browser can hear a strap.", before, StringComparison.Ordinal);
        Assert.DoesNotContain(Cannot, before, StringComparison.Ordinal);
    }
}
