using Microsoft.Playwright;

namespace Attune.Journeys.Stage;

/// <summary>Pictures of pages, made only where <c>ATTUNE_PICTURES</c> names a folder for them.</summary>
internal static class Pictures
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("ATTUNE_PICTURES");

    public static async Task SaveAsync(IPage page, string name, ColorScheme scheme)
    {
        if (string.IsNullOrEmpty(Folder))
            return;
        await page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = Path.Combine(Folder, $"{name}-{scheme.ToString().ToLowerInvariant()}.png"),
            // The course as the first look at it is; of the others all there is.
            FullPage = name != "course",
        });
    }
}
