using Microsoft.Playwright;

[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
[assembly: AssemblyFixture(typeof(Attune.Journeys.Stage.Browser))]
[assembly: AssemblyFixture(typeof(Attune.Journeys.Stage.BluetoothBrowser))]

namespace Attune.Journeys.Stage;

/// <summary>The one browser of all journeys. Each journey has a context of its own: its own cookies, its own cache.</summary>
public sealed class Browser : IAsyncLifetime
{
    public const int WideX = 1280, WideY = 800, PhoneX = 390, PhoneY = 844;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Find() is not { } executable)
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright, executable);
    }

    /// <summary>A browser of one person: own cookies, all pages of it counted in <see cref="Visit.Requests"/>.</summary>
    internal Task<Visit> VisitAsync(Uri origin, bool scripts = true, ColorScheme scheme = ColorScheme.Light)
    {
        Chromium.Executable();
        return _browser!.VisitAsync(origin, scripts, scheme);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
