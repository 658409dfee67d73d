using Attune.Journeys.Stage;

namespace Attune.Journeys.Straps;

/// <summary>The browser's whole way to a strap, with true notifications: only the system's Bluetooth service is played.</summary>
public sealed class StrapThroughTheSystem(BluetoothBrowser browser)
{
    [Fact]
    public async Task Notifications_LostAndBack_ArriveOnceAndInOrder()
    {
        await using var system = await SystemBluetooth.StartAsync();
        await using var own = await browser.OpenAtBusAsync(system.Bus);
        await using var visit = await own.VisitAsync(ListeningPage.Origin);
        var page = visit.Page;
        await ListeningPage.OpenAsync(page);
        var chooser = await DeviceChooser.AtAsync(page);

        chooser.Choose(SystemBluetooth.Strap);
        await page.Locator("button[data-connect='Therapist']").ClickAsync();
        await system.UntilAsync("notifying");
        for (byte i = 0; i < 100; i++)
            await system.SayAsync(0x10, 70, i, 3);
        await page.HeardAsync(atLeast: 100);

        await system.LoseAsync();
        await page.Locator("[data-strap='Therapist'][data-is='lost']").WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Attached });
        await system.ComeNearAsync();
        await system.UntilAsync("notifying");
        await system.SayAsync(0x00, 71);

        string[] said = [.. Enumerable.Range(0, 100).Select(i => $"Therapist 1046{i:x2}03"), "Therapist 0047"];
        Assert.Equal(said, await page.HeardAsync(atLeast: 101));
    }
}
