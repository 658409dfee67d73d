using Attune.Journeys.Stage;
using Microsoft.Playwright;

namespace Attune.Journeys.Live;

/// <summary>What can go wrong between the page and the record: the network, the clock, another tablet.</summary>
[Collection(nameof(LivePractice))]
public sealed class WayFaults(LivePractice practice)
{
    private static readonly TimeSpan AWhile = TimeSpan.FromSeconds(6);

    [Fact]
    public async Task TheNetworkIsCutForFiveMinutes_StrapsAndMarksGoOn_NothingIsMissing()
    {
        await using var room = await practice.EnterAsync();
        await room.PutOnAsync("Therapist", "A", "B");
        await room.HearAsync(AWhile, "Therapist", "A", "B");
        await room.KeptAsync();

        await room.Tablet.Context.SetOfflineAsync(true);
        await room.HearAsync(TimeSpan.FromMinutes(5), "Therapist", "A", "B");
        await room.MarkAsync("feeling", "far-away", "Both");
        await room.UntilAsync("[data-link='away']");
        Assert.Contains("waiting: no answer from Attune", await room.Screen.WordsAsync("[data-says='link']"), StringComparison.Ordinal);
        Assert.True(await room.WaitingAsync() > 1000);

        await room.Tablet.Context.SetOfflineAsync(false);
        await room.KeptAsync();
        await room.HearAsync(AWhile, "Therapist", "A", "B");
        Assert.Equal("", await room.HeardWordsAsync());
        await room.EndAsync();
        var record = await room.RecordAsync();
        foreach (var heart in (string[])["Therapist", "A", "B"])
            Assert.Equal(0, record.Has(heart, room.Straps.Said(heart)));
        record.Tells("far");
    }

    [Fact]
    public async Task TheClockOfTheTabletIsOffByAnHour_AndJumps_TheTimesAreTheSessions()
    {
        await using var room = await practice.EnterAsync(offBy: TimeSpan.FromHours(1));
        await room.PutOnAsync("Therapist");
        await room.MarkAsync("feeling", "anxious", "A");
        await room.HearAsync(AWhile, "Therapist");
        await room.KeptAsync();

        await room.Screen.Clock.SetSystemTimeAsync(TimeProvider.System.GetUtcNow().AddHours(2).UtcDateTime);
        await room.HearAsync(AWhile, "Therapist");
        await room.MarkAsync("feeling", "angry", "A");
        await room.EndAsync();
        var record = await room.RecordAsync();
        Assert.Equal(0, record.Has("Therapist", room.Straps.Said("Therapist")));
        record.Tells("anxious", "angry");
        // An hour more would show in some time of the table.
        Assert.Contains("Heard from 0:0", record.Timeline, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\d\d:\d\d", record.Timeline);
    }

    [Fact]
    public async Task TwoTabletsInOneSession_EachHeardOnce_BothSayThatThereIsAnother()
    {
        await using var room = await practice.EnterAsync();
        await room.PutOnAsync("Therapist");
        await room.HearAsync(AWhile, "Therapist");
        await using var second = await practice.TabletAsync();
        await second.Page.GotoAsync(room.Address);
        await second.Page.Locator("#live[data-ready='true']").WaitForAsync();
        await second.Page.UnfoldAsync();
        await second.Page.Locator("button[data-item*='\"angry\"'][data-item*='\"B\"']").ClickAsync();
        await second.Page.Locator("#live[data-link='kept'][data-waiting='0']").WaitForAsync();

        await room.MarkAsync("feeling", "anxious", "A");
        await room.HearAsync(AWhile, "Therapist");
        await room.KeptAsync();
        foreach (var page in (IPage[])[room.Screen, second.Page])
            Assert.Contains("Another page is open on this session.", await page.WordsAsync("[data-says='pages']"), StringComparison.Ordinal);

        await room.EndAsync();
        await second.Page.Locator("button[data-item*='\"angry\"'][data-item*='\"A\"']").ClickAsync();
        await second.Page.Locator("#live[data-link='ended']").WaitForAsync();
        var record = await room.RecordAsync();
        Assert.Equal(0, record.Has("Therapist", room.Straps.Said("Therapist")));
        record.Tells("angry", "anxious");
    }

    [Fact]
    public async Task ATabletBreaks_AnotherHearsTheStrapFromThen_OneHeartWithOneGap()
    {
        string couple;
        List<string> said;
        await using (var broken = await practice.EnterAsync())
        {
            await broken.PutOnAsync("B");
            await broken.HearAsync(AWhile, "B");
            await broken.KeptAsync();
            (couple, said) = (broken.Couple, [.. broken.Straps.Said("B")]);
        }

        await using var other = await practice.EnterAsync(couple);
        // Longer than both could have heard it at one time: the first tablet's turned clock ran ahead of the server's.
        await other.HearAsync(2 * AWhile);
        await other.PutOnAsync("B");
        await other.HearAsync(AWhile, "B");
        await other.EndAsync();
        var record = await other.RecordAsync();
        Assert.Equal(1, record.Has("B", [.. said, .. other.Straps.Said("B")]));
    }
}
