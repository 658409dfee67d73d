using Microsoft.Playwright;

namespace Attune.Journeys.Stage;

/// <summary>
/// A picture of every page that a walk passes, to be looked at: on a desk in light and dark, on a phone, on paper. In <c>artifacts/screens</c>, or where
/// <c>ATTUNE_PICTURES</c> says; never committed.
/// </summary>
internal static class Pictures
{
    private static readonly string Folder = Directory.CreateDirectory(
        Environment.GetEnvironmentVariable("ATTUNE_PICTURES") is { Length: > 0 } named ? named : Path.Combine(Root(), "artifacts", "screens")).FullName;

    public static Task SaveAsync(IPage page, string name, ColorScheme scheme) => SaveAsync(page, $"{name}-{scheme.ToString().ToLowerInvariant()}");

    /// <summary>The phone and the paper; the page is left as it was.</summary>
    public static async Task SaveNarrowAndPrintedAsync(IPage page, string name)
    {
        var size = page.ViewportSize!;
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light, Media = Media.Print });
        await SaveAsync(page, $"{name}-print");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
        await page.SetViewportSizeAsync(Browser.PhoneX, Browser.PhoneY);
        await SaveAsync(page, $"{name}-phone");
        await page.SetViewportSizeAsync(size.Width, size.Height);
    }

    private static Task<byte[]> SaveAsync(IPage page, string name) =>
        page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, $"{name}.png"), FullPage = true });

    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Attune.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("No Attune.slnx lies above the folder that the journeys run in: name a folder in ATTUNE_PICTURES.");
    }
}
