using Microsoft.Playwright;

namespace Attune.Journeys.Stage;

/// <summary>Every page that the demo can show, once, with the therapist's, a partner's and a stranger's eyes.</summary>
internal static class DemoWalk
{
    public const string Couple = "/couples/0192f0aa000070008000000000000001";
    public const string Rupture = $"{Couple}/ruptures/0192f0aa0000700080000000000000f1";
    public const string Asked = "/couples/0192f0aa000070008000000000000002";
    public const string HeldLive = $"{Asked}/sessions/16";

    /// <summary>A couple in session now.</summary>
    public const string LiveNow = "/couples/0192f0aa000070008000000000000005/sessions/9/live";

    public const string Passphrase = "a fictional couple";

    private static readonly (string Name, string Path)[] Pages =
    [
        ("caseload", "/couples"),
        ("course", Couple),
        ("map", $"{Couple}/map"),
        ("assessment", $"{Couple}/assessment/a"),
        ("assessment-together", $"{Couple}/assessment/together"),
        ("time-alone", $"{Couple}/safety/b"),
        ("between-sessions", $"{Couple}/continuing"),
        ("plan", $"{Couple}/sessions/7/plan"),
        ("plan-held", $"{Couple}/sessions/3/plan"),
        ("plan-empty", $"{Couple}/sessions/8/plan"),
        ("debrief", $"{Couple}/sessions/3/debrief"),
        ("debrief-bare", $"{Couple}/sessions/6/debrief"),
        ("notes", $"{Couple}/sessions/3/notes"),
        // A session that was held live, one with a recording, and one with the lid closed.
        ("timeline", $"{HeldLive}/timeline"),
        ("timeline-recording", $"{Couple}/sessions/3/timeline"),
        ("timeline-empty", $"{Couple}/sessions/6/timeline"),
        ("debrief-live", $"{HeldLive}/debrief"),
        ("noted", $"{Couple}/noted"),
        ("live-before", $"{Couple}/sessions/7/live"),
        ("live-after", $"{Couple}/sessions/6/live"),
        ("ask", $"{Couple}/sessions/6/ask"),
        ("asking", $"{Couple}/asking"),
        ("ask-first", $"{Couple}/sessions/0/ask"),
        ("rupture", Rupture),
        ("card", $"{Rupture}/card?for=a"),
        ("rupture-new", $"{Couple}/ruptures/new?session=6"),
        ("rupture-unknown", $"{Couple}/ruptures/0192f0aa000070008000000000000bad"),
        ("coming-back", $"{Couple}/coming-back"),
        ("own-side", $"{Couple}/own-side"),
        ("own-forecasts", $"{Couple}/own-forecasts"),
        // Of this couple's next session it is asked.
        ("map-asked", $"{Asked}/map"),
        ("between-asked", $"/between?next={Asked["/couples/".Length..]}"),
        ("closing", $"{Couple}/closing"),
        ("trust", $"{Couple}/trust"),
        ("between", "/between"),
        ("between-two", "/between?last=0192f0aa000070008000000000000001&next=0192f0aa000070008000000000000001"),
        ("me", "/me"),
        ("me-cards", "/me/cards"),
        ("calibration", "/me/calibration"),
        ("settings", "/settings"),
        ("measures", "/settings/measures"),
        ("help-keys", "/help/keys"),
        ("walk", "/walk"),
        // The strip of the first walk, and the way back to it that every page has from then on.
        ("walk-caseload", "/couples?walk=1"),
        ("walk-plan", $"{Couple}/sessions/7/plan?walk=4"),
        ("walk-nothing-there", "/walk?walk=7"),
        ("walk-back", $"{Couple}/trust"),
        ("link-unknown", "/c/0123456789abcdef0123456789abcdef"),
        ("not-found", "/nothing/here"),
    ];

    /// <summary>What is folded away is looked at too.</summary>
    private static readonly string[] Folded = ["live-before", "assessment", "time-alone", "between-sessions", "debrief", "notes", "timeline", "noted", "rupture", "course", "calibration"];

    /// <summary>Comes in by the one-time address and looks at each page with <paramref name="look"/>, which is told a short name of it.</summary>
    public static async Task WalkAsync(this Visit visit, Uri welcome, Func<IPage, string, Task> look)
    {
        var page = visit.Page;
        await page.GotoAsync("/couples");
        Assert.Equal("/not-known", page.Path());
        await look(page, "not-known");
        await page.GotoAsync(welcome.AbsoluteUri);
        foreach (var (name, path) in Pages)
        {
            var answer = await page.GotoAsync(path);
            Assert.Equal(new Uri(visit.Origin, path).AbsolutePath, page.Path());
            Assert.True(answer!.Status is 200 or 404, $"{name} answered {answer.Status}.");
            await look(page, name);
            if (Folded.Contains(name))
            {
                await page.UnfoldAsync();
                await look(page, $"{name}-unfolded");
            }
        }

        await page.GotoAsync($"{Couple}/assessment/b");
        await page.EnterAsync("Schema.ma", "much");
        await page.PressAsync("Save the assessment");
        await look(page, "refused");

        await LivePageAsync(page, look);
        await PartnersPagesAsync(page, look);
        await page.PressAsync("Sign out");
        await look(page, "sign-in");
        await page.EnterAsync("Passphrase", Passphrase);
        await page.PressAsync("Sign in");
        await page.PressAsync("Seal");
        await page.Locator("summary").ClickAsync();
        await look(page, "unseal");
        await page.GotoAsync("/c/0123456789abcdef0123456789abcdef");
        Assert.Contains("Your link still works: please try again later.", await page.WordsAsync(), StringComparison.Ordinal);
        await look(page, "link-later");
    }

    /// <summary>A session that goes on, with everything unfolded, and each part of steadying; thrown away again.</summary>
    private static async Task LivePageAsync(IPage page, Func<IPage, string, Task> look)
    {
        await page.GotoAsync($"{Couple}/sessions/7/live");
        await page.PressAsync("Begin session 7");
        await page.Locator("#live[data-ready=true]").WaitForAsync();
        await look(page, "live");
        await page.UnfoldAsync();
        await look(page, "live-unfolded");
        foreach (var part in (string[])["choose", "breathing", "focusing", "choices", "pause", "break", "after"])
        {
            await page.EvaluateAsync("part => document.getElementById('live').dataset.steady = part", part);
            await look(page, $"live-{part}");
        }

        await page.ReloadAsync();
        await page.Locator("#live[data-ready=true]").WaitForAsync();
        await page.UnfoldAsync();
        await page.PressAsync("End and throw it away");
        Assert.Equal($"{Couple}/sessions/7/plan", page.Path());
    }

    private static async Task PartnersPagesAsync(IPage page, Func<IPage, string, Task> look)
    {
        await page.SetViewportSizeAsync(Browser.PhoneX, Browser.PhoneY);
        // An even and an odd session ask differently; before the first there is one question.
        foreach (var (session, name) in ((int, string)[])[(6, "check-in"), (5, "check-in-odd"), (0, "check-in-first")])
        {
            await page.GotoAsync($"{Couple}/sessions/{session}/ask");
            await page.PressAsync("Hand over to Bo");
            await look(page, $"{name}-whose");
            await page.FollowAsync("Yes, this is mine");
            await look(page, name);
            if (session == 6)
            {
                await page.ChooseAsync("Tension", "yes");
                await look(page, $"{name}-tension");
            }

            await page.GotoAsync("/check-in");
            await page.PressAsync("No, hand it back");
            if (session == 6)
            {
                await page.UnlockAsync("not this one");
                await look(page, "handed-back");
            }

            await page.UnlockAsync(Passphrase);
        }

        await page.GotoAsync($"{Couple}/assessment/b");
        await page.PressAsync("Hand over to Bo");
        await look(page, "part-whose");
        await page.FollowAsync("Yes, this is mine");
        await look(page, "part-1");
        await page.PressAsync("Next page");
        await look(page, "part-2");
        await page.PressAsync("Next page");
        await look(page, "part-3");
        await page.PressAsync("Enough of these: to the end");
        await look(page, "part-last");
        await page.PressAsync("Send");
        await page.UnlockAsync(Passphrase);
        await page.SetViewportSizeAsync(Browser.WideX, Browser.WideY);
    }
}
