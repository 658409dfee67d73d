using Attune.Journeys.Stage;

namespace Attune.Journeys.Straps;

/// <summary>What plays the straps in the journeys: that a page hears from it what was said, once and in order.</summary>
public sealed class StrapsAreSimulated(BluetoothBrowser browser)
{
    private static readonly string[] Hearts = ["Therapist", "A", "B"];

    [Fact]
    public async Task ThreeStraps_FiftyValuesEach_ArriveOnceAndInOrder()
    {
        await using var visit = await browser.VisitAsync(ListeningPage.Origin);
        await using var straps = await SimulatedStraps.AroundAsync(visit.Page);
        await ListeningPage.OpenAsync(visit.Page);
        var said = new List<string>();
        foreach (var heart in Hearts)
            await straps.PutOnAsync(heart);

        for (byte i = 0; i < 50; i++)
        {
            foreach (var heart in Hearts)
            {
                await straps.SayAsync(heart, 0x10, 70, i, 3);
                said.Add($"{heart} 1046{i:x2}03");
            }
        }

        Assert.Equal(said, await visit.Page.HeardAsync());
        Assert.Equal(said.Where(one => one.StartsWith("A ", StringComparison.Ordinal)), straps.Said("A").Select(one => $"A {one}"));
    }

    [Fact]
    public async Task AStrapThatIsLost_ComesBack_SaysOnlyWhatItSaysThen()
    {
        await using var visit = await browser.VisitAsync(ListeningPage.Origin);
        await using var straps = await SimulatedStraps.AroundAsync(visit.Page);
        await ListeningPage.OpenAsync(visit.Page);
        await straps.PutOnAsync("A");
        await straps.PutOnAsync("B");
        await straps.SayBeatsAsync("A", 812, 798);

        await straps.LoseAsync("A");
        await straps.SayBeatsAsync("B", 1000);
        await straps.ComeBackAsync("A");
        await straps.SayBeatsAsync("A", 1000);

        // 812 and 798 ms are 831 and 817 of 1/1024 s: 03 3f and 03 31, the lower byte first; 75 a minute is 4b.
        Assert.Equal(["A 104b3f033103", "B 103c0004", "A 103c0004"], await visit.Page.HeardAsync());
    }

    [Fact]
    public async Task APageThatIsLoadedAgain_PutOnAgain_IsHeard()
    {
        await using var visit = await browser.VisitAsync(ListeningPage.Origin);
        await using var straps = await SimulatedStraps.AroundAsync(visit.Page);
        await ListeningPage.OpenAsync(visit.Page);
        await straps.PutOnAsync("Therapist");
        await straps.SayAsync("Therapist", 0x00, 71);

        await visit.Page.ReloadAsync();
        await straps.PutOnAsync("Therapist");
        await straps.SayAsync("Therapist", 0x00, 72);
        // A strap may say nothing at all.
        await straps.SayAsync("Therapist");

        Assert.Equal(["Therapist 0048", "Therapist "], await visit.Page.HeardAsync());
        Assert.Equal(["0047", "0048", ""], straps.Said("Therapist"));
    }
}
