using Microsoft.Playwright;

namespace Attune.Journeys.Stage;

/// <summary>The browser that is installed here, and how every journey starts it and looks at it.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge"];

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    /// <summary>On Linux a user has to allow it as well: the page says so.</summary>
    private const string Bluetooth = "--enable-features=WebBluetooth";

    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable("ATTUNE_BROWSER") is { Length: > 0 } named)
            return named;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }

    public static string Executable()
    {
        var executable = Find();
        if (executable is null)
            Assert.Fail("The journeys need a browser: install chromium, Chrome or Edge, or name one in ATTUNE_BROWSER.");
        return executable;
    }

    /// <param name="bus">Where the browser asks for the Bluetooth of the system; null = where it always does.</param>
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright, string executable, bool bluetooth = false, string? bus = null) =>
        playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = executable,
            Args = bluetooth ? [.. Flags, Bluetooth] : Flags,
            Env = bus is null ? null : [.. Variables(), KeyValuePair.Create("DBUS_SYSTEM_BUS_ADDRESS", bus)],
        });

    /// <summary>A person's own browser with Bluetooth, whose storage stays in the folder when it is closed.</summary>
    public static Task<IBrowserContext> LaunchAtAsync(IPlaywright playwright, string executable, DirectoryInfo storage, Uri origin) =>
        playwright.Chromium.LaunchPersistentContextAsync(storage.FullName, new BrowserTypeLaunchPersistentContextOptions
        {
            ExecutablePath = executable,
            Args = [.. Flags, Bluetooth],
            BaseURL = origin.AbsoluteUri,
            ViewportSize = new ViewportSize { Width = Browser.WideX, Height = Browser.WideY },
            Locale = "en-GB",
        });

    public static async Task<Visit> VisitAsync(this IBrowser browser, Uri origin, bool scripts = true, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = origin.AbsoluteUri,
            JavaScriptEnabled = scripts,
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = Browser.WideX, Height = Browser.WideY },
            Locale = "en-GB",
        });
        context.SetDefaultTimeout(15_000);
        return new Visit(context, origin, await context.NewPageAsync());
    }

    // Given an environment, the browser has nothing else.
    private static IEnumerable<KeyValuePair<string, string>> Variables() =>
        from System.Collections.DictionaryEntry one in Environment.GetEnvironmentVariables()
        where (string)one.Key != "DBUS_SYSTEM_BUS_ADDRESS"
        select KeyValuePair.Create((string)one.Key, (string?)one.Value ?? "");
}
