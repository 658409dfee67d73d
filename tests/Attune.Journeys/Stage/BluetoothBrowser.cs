using Microsoft.Playwright;

namespace Attune.Journeys.Stage;

/// <summary>A browser that may ask for straps, started by the first journey that wants it.</summary>
public sealed class BluetoothBrowser : IAsyncDisposable
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>One tablet among others in this browser; its storage goes away with it.</summary>
    internal async Task<Visit> VisitAsync(Uri origin)
    {
        _browser ??= await Chromium.LaunchAsync(await PlaywrightAsync(), Chromium.Executable(), bluetooth: true);
        return await _browser.VisitAsync(origin);
    }

    /// <summary>A browser of its own that can be closed and opened again: its storage is in the folder.</summary>
    internal async Task<Visit> OpenAsync(Uri origin, DirectoryInfo storage)
    {
        var context = await Chromium.LaunchAtAsync(await PlaywrightAsync(), Chromium.Executable(), storage, origin);
        context.SetDefaultTimeout(15_000);
        return new Visit(context, origin, context.Pages.Count > 0 ? context.Pages[0] : await context.NewPageAsync());
    }

    /// <summary>A browser of its own that looks for the system's Bluetooth at this bus. Ends when it is disposed of.</summary>
    internal async Task<IBrowser> OpenAtBusAsync(string bus) =>
        await Chromium.LaunchAsync(await PlaywrightAsync(), Chromium.Executable(), bluetooth: true, bus);

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    private async Task<IPlaywright> PlaywrightAsync() => _playwright ??= await Playwright.CreateAsync();
}
