using Microsoft.Playwright;

[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
[assembly: AssemblyFixture(typeof(Attune.Journeys.Stage.Browser))]

namespace Attune.Journeys.Stage;

/// <summary>The one browser of all journeys. Each journey has a context of its own: its own cookies, its own cache.</summary>
public sealed class Browser : IAsyncLifetime
{
    public const int WideX = 1280, WideY = 800, PhoneX = 390, PhoneY = 844;

    private static readonly string[] Names = ["chromium", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Find() is not { } executable)
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = executable,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>A browser of one person: own cookies, all pages of it counted in <see cref="Visit.Requests"/>.</summary>
    internal async Task<Visit> VisitAsync(Uri origin, bool scripts = true, ColorScheme scheme = ColorScheme.Light)
    {
        if (_browser is null)
            Assert.Fail("The journeys need a browser: install chromium, Chrome or Edge, or name one in ATTUNE_BROWSER.");
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = origin.AbsoluteUri,
            JavaScriptEnabled = scripts,
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = WideX, Height = WideY },
            Locale = "en-GB",
        });
        context.SetDefaultTimeout(15_000);
        return new Visit(context, origin, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("ATTUNE_BROWSER") is { Length: > 0 } named)
            return named;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
