using Attune.Journeys.Stage;
using Attune.Journeys.Straps;
using Microsoft.Playwright;

namespace Attune.Journeys.Live;

/// <summary>A strap heard by the live page through the browser's whole stack, with true notifications: only the system's Bluetooth service is played.</summary>
[Collection(nameof(LivePractice))]
public sealed class ThroughTheSystem(LivePractice practice, BluetoothBrowser browser)
{
    [Fact]
    public async Task Notifications_LostAndBack_AreInTheRecordOnceAndInOrder()
    {
        await using var system = await SystemBluetooth.StartAsync();
        await using var own = await browser.OpenAtBusAsync(system.Bus);
        await using var tablet = await own.VisitAsync(practice.Program.Origin);
        await practice.LetInAsync(tablet);
        var story = await practice.BeginSessionAsync();
        var page = tablet.Page;
        await page.GotoAsync(story.Couple + LiveRoom.Page);
        await page.Locator("#live[data-ready='true']").WaitForAsync();
        await page.UnfoldAsync();

        var chooser = await DeviceChooser.AtAsync(page);
        chooser.Choose(SystemBluetooth.Strap);
        await page.Locator("button[data-connect='Therapist']").ClickAsync();
        await OnAsync("on");
        var beats = new SimulatedBeats(150);
        var said = beats.Next(10).ToList();
        await SayAsync(said);
        await TakenAsync(said.Count);

        await system.LoseAsync();
        await OnAsync("lost");
        await system.ComeNearAsync();
        await OnAsync("on");
        var after = beats.Next(10);
        await SayAsync(after);
        said.AddRange(after);
        await TakenAsync(said.Count);

        await page.ArriveAsync(() => page.Locator("[data-end='keep']").ClickAsync());
        (await HeardRecord.ReadAsync(page, story.Couple)).Has("Therapist", said.Select(Convert.ToHexStringLower));

        async Task SayAsync(IEnumerable<byte[]> messages)
        {
            foreach (var message in messages)
                await system.SayAsync(message);
        }

        Task OnAsync(string state) => page.Locator($"[data-strap='Therapist'][data-is='{state}']").WaitForAsync(new() { State = WaitForSelectorState.Attached });

        // What is taken besides beats comes on top: the page itself, and the strap on, lost and on.
        Task TakenAsync(int many) => page.WaitForFunctionAsync("many => { const { taken, waiting } = document.querySelector('#live').dataset; return taken >= many && waiting === '0'; }", many + (many > 10 ? 4 : 2));
    }
}
