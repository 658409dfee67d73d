using System.Reflection;
using Attune.Journeys.Stage;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;

namespace Attune.Journeys;

/// <summary>Every page is clean by axe, in light and in dark.</summary>
public sealed class Accessible(Browser browser)
{
    /// <summary>A practice that was begun has no first run: the other fact looks at it. What is not there is looked at under another address.</summary>
    private static readonly string[] Elsewhere = ["/first-run", "/not-found"];

    private static readonly ColorScheme[] Both = [ColorScheme.Light, ColorScheme.Dark];

    [Fact]
    public async Task Demo_EveryPageLightAndDark_HasNoViolation()
    {
        await using var program = await RunningProgram.DemoAsync();
        await using var visit = await browser.VisitAsync(program.Origin);
        var violations = new List<string>();
        var paths = new HashSet<string>(StringComparer.Ordinal);
        await visit.WalkAsync(program.Welcome, async (page, name) =>
        {
            paths.Add(page.Path());
            violations.AddRange(await LookAsync(page, name));
        });
        Assert.Empty(violations);
        string[] missed = [.. Routes().Where(route => !Elsewhere.Contains(route) && !paths.Any(path => IsOf(route, path)))];
        Assert.Empty(missed);
    }

    [Fact]
    public async Task FirstRun_BothPages_HaveNoViolation()
    {
        await using var program = await RunningProgram.ServeAsync();
        await using var visit = await browser.VisitAsync(program.Origin);
        var page = visit.Page;
        var violations = new List<string>();
        await page.GotoAsync(program.Welcome.AbsoluteUri);
        violations.AddRange(await LookAsync(page, "first-run"));
        await page.EnterAsync("TherapistName", "Robin Quill");
        await page.EnterAsync("Passphrase", "too short");
        await page.EnterAsync("Again", "and not the same");
        await page.PressAsync("Begin");
        Assert.Contains("The passphrase is too short: at least 12 characters.", await page.WordsAsync(), StringComparison.Ordinal);
        Assert.Contains("The two passphrases are not the same.", await page.WordsAsync(), StringComparison.Ordinal);
        violations.AddRange(await LookAsync(page, "first-run-refused"));
        await page.EnterAsync("Passphrase", Steps.Passphrase);
        await page.EnterAsync("Again", Steps.Passphrase);
        await page.PressAsync("Begin");
        violations.AddRange(await LookAsync(page, "recovery-code"));
        await page.FollowAsync("I have it on paper: go on");
        violations.AddRange(await LookAsync(page, "caseload-empty"));
        await page.FollowAsync("Between");
        violations.AddRange(await LookAsync(page, "between-empty"));
        var couple = await page.BeginCoupleAsync("Annelise", "Bertrand");
        violations.AddRange(await LookAsync(page, "course-empty"));
        foreach (var (path, name) in ((string, string)[])
            [("trust", "trust"), ("map", "map"), ("assessment/b", "assessment"), ("assessment/together", "together"), ("safety/a", "time-alone"), ("continuing", "between-sessions")])
        {
            await page.GotoAsync($"{couple}/{path}");
            violations.AddRange(await LookAsync(page, $"{name}-empty"));
        }

        Assert.Empty(violations);
    }

    [Fact]
    public async Task Specimen_FaintWordsAndAFieldWithoutALabel_AreFound()
    {
        await using var visit = await browser.VisitAsync(new Uri("http://localhost"));
        await visit.Page.SetContentAsync("""
            <!DOCTYPE html><html lang="en"><head><title>Specimen</title></head>
            <body><p style="color: #999; background: #fff">Faint words</p><input name="nothing-says-what-this-is"></body></html>
            """);
        var violations = await Accessibility.ViolationsAsync(visit.Page, "specimen", ColorScheme.Light);
        Assert.Contains(violations, violation => violation.Contains("color-contrast", StringComparison.Ordinal));
        Assert.Contains(violations, violation => violation.Contains("label", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Routes() =>
        typeof(Attune.App.Frame.App).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template);

    private static bool IsOf(string route, string path) =>
        route.Split('/') is var parts && path.Split('/') is var own && parts.Length == own.Length
        && parts.Zip(own).All(one => one.First.StartsWith('{') || one.First == one.Second);

    private static async Task<List<string>> LookAsync(IPage page, string name)
    {
        var violations = new List<string>();
        foreach (var scheme in Both)
        {
            violations.AddRange(await Accessibility.ViolationsAsync(page, name, scheme));
            await Pictures.SaveAsync(page, name, scheme);
        }

        await Pictures.SaveNarrowAndPrintedAsync(page, name);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        foreach (var printed in await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.no-print')].filter(one => one.checkVisibility()).map(one => one.className)"))
            violations.Add($"{name}: '{printed}' lies on paper.");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
        return violations;
    }
}
