using Attune.Journeys.Stage;
using Microsoft.Playwright;

namespace Attune.Journeys;

/// <summary>
/// The pictures of the guide, made from the demo's fictional couples, into <c>artifacts/guide</c>. The guide says how they come into <c>docs/pictures</c>;
/// somebody looks at each before.
/// </summary>
public sealed class GuidePictures(Browser browser)
{
    private const int MostBytes = 150_000;

    private static readonly (string Name, string Path, string? From)[] Shown =
    [
        ("caseload", "/couples", null),
        ("between", "/between?last=0192f0aa000070008000000000000002&next=0192f0aa000070008000000000000001", null),
        ("map", $"{DemoWalk.Couple}/map", null),
        ("plan", $"{DemoWalk.Couple}/sessions/7/plan", "h3:nth-of-type(1)"),
        ("debrief", $"{DemoWalk.Couple}/sessions/6/debrief", "#debrief"),
        ("rupture", DemoWalk.Rupture, null),
        ("trust", $"{DemoWalk.Couple}/trust", null),
        ("own-side", "/me", "main section article:nth-of-type(2)"),
    ];

    [Fact]
    public async Task Pictures_OfTheGuide_AreMadeAndSmall()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Pictures.Root(), "artifacts", "guide")).FullName;
        await using var program = await RunningProgram.DemoAsync();
        await using var visit = await browser.VisitAsync(program.Origin);
        var page = visit.Page;
        await page.GotoAsync(program.Welcome.AbsoluteUri);
        await page.PressAsync("Skip the walk");
        await page.SetViewportSizeAsync(960, 600);
        foreach (var (name, path, from) in Shown)
        {
            await page.GotoAsync(path);
            if (from is not null)
                await page.Locator(from).First.EvaluateAsync("at => at.scrollIntoView({ block: 'start' })");
            await TakeAsync(page, folder, name);
        }

        // The couple that is in session in the demo, and the session that another one has behind them.
        await page.GotoAsync(DemoWalk.LiveNow);
        await page.Locator("#live[data-ready='true'] [data-heart='Therapist'][data-state='Quiet'], #live [data-heart='Therapist'][data-state='Rising']").First.WaitForAsync();
        await TakeAsync(page, folder, "live");
        await page.GotoAsync($"{DemoWalk.HeldLive}/timeline");
        await TakeAsync(page, folder, "timeline");

        await page.SetViewportSizeAsync(Browser.PhoneX, 700);
        await page.GotoAsync($"{DemoWalk.Couple}/sessions/6/ask");
        await page.PressAsync("Hand over to Bo");
        await page.FollowAsync("Yes, this is mine");
        await TakeAsync(page, folder, "check-in");
    }

    private static async Task TakeAsync(IPage page, string folder, string name)
    {
        var bytes = await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"guide-{name}.png") });
        Assert.InRange(bytes.Length, 5_000, MostBytes);
    }
}
