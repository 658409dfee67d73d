using Microsoft.Playwright;

namespace Attune.Journeys.Stage;

/// <summary>What a person does on the pages, by the words and fields that they see.</summary>
internal static class Steps
{
    public const string Passphrase = "seven quiet lamps at noon";

    private static readonly TimeSpan ArrivesWithin = TimeSpan.FromSeconds(20);

    public static Task EnterAsync(this IPage page, string field, string value) => page.Locator($"[name='{field}']").FillAsync(value);

    /// <summary>Chooses one of the answers of a question.</summary>
    public static Task ChooseAsync(this IPage page, string field, string value) => page.Locator($"input[name='{field}'][value='{value}']").CheckAsync();

    /// <summary>Presses a button that sends a form, and waits for the page that answers.</summary>
    public static Task PressAsync(this IPage page, string button) =>
        page.ArriveAsync(() => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync());

    public static Task FollowAsync(this IPage page, string link) =>
        page.ArriveAsync(() => page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync());

    /// <summary>Does what leads to another page, and waits until that page is there. A click alone is over before its form is answered.</summary>
    public static async Task ArriveAsync(this IPage page, Func<Task> leave)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        // Listened for before the click: asked for afterwards, a page that was quick may have come already, and the wait never ends.
        page.Load += Note;
        try
        {
            await leave();
            await arrived.Task.WaitAsync(ArrivesWithin);
        }
        finally
        {
            page.Load -= Note;
        }

        void Note(object? sender, IPage loaded) => arrived.TrySetResult();
    }

    /// <summary>The path that the browser is at.</summary>
    public static string Path(this IPage page) => new Uri(page.Url).AbsolutePath;

    /// <summary>All that can be read on the page, with white space made one.</summary>
    public static async Task<string> WordsAsync(this IPage page, string within = "body") => Plain(await page.Locator(within).First.InnerTextAsync());

    /// <summary>Opens whatever is folded away, so that it is read as well.</summary>
    public static Task UnfoldAsync(this IPage page) => page.EvaluateAsync("() => document.querySelectorAll('details').forEach(fold => fold.open = true)");

    public static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The program's first minute: one-time address, name, passphrase twice. Returns the recovery code.</summary>
    public static async Task<string> BeginPracticeAsync(this IPage page, Uri welcome)
    {
        await page.GotoAsync(welcome.AbsoluteUri);
        Assert.Equal("/first-run", page.Path());
        await page.EnterAsync("TherapistName", "Robin Quill");
        await page.EnterAsync("Passphrase", Passphrase);
        await page.EnterAsync("Again", Passphrase);
        await page.PressAsync("Begin");
        var code = await page.WordsAsync("[data-recovery]");
        await page.FollowAsync("I have it on paper: go on");
        Assert.Equal("/couples", page.Path());
        return code;
    }

    /// <summary>Returns the path of the couple's course.</summary>
    public static async Task<string> BeginCoupleAsync(this IPage page, string nameOfA, string nameOfB)
    {
        await page.GotoAsync("/couples");
        await page.EnterAsync("NameOfA", nameOfA);
        await page.EnterAsync("NameOfB", nameOfB);
        await page.PressAsync("Begin their record");
        Assert.Matches("^/couples/[0-9a-f]{32}$", page.Path());
        return page.Path();
    }

    public static async Task HoldAsync(this IPage page, string couple, int session, string technique)
    {
        await page.GotoAsync($"{couple}/sessions/{session}/plan");
        await page.ChooseAsync("Techniques", technique);
        await page.PressAsync("Save the plan");
        await page.PressAsync($"Note session {session} as held");
        Assert.Equal($"{couple}/sessions/{session}/debrief", page.Path());
    }

    /// <summary>From the therapist's page to the partner's form. The form is on a phone.</summary>
    public static async Task HandOverAsync(this IPage page, string couple, int session, string name)
    {
        await page.GotoAsync($"{couple}/sessions/{session}/ask");
        await page.PressAsync($"Hand over to {name}");
        await page.SetViewportSizeAsync(Browser.PhoneX, Browser.PhoneY);
        await page.FollowAsync("Yes, this is mine");
        Assert.Equal("/check-in", page.Path());
    }

    public static async Task SendAsync(this IPage page)
    {
        await page.PressAsync("Send");
        Assert.Equal("/handed-back", page.Path());
        await page.SetViewportSizeAsync(Browser.WideX, Browser.WideY);
    }

    public static async Task UnlockAsync(this IPage page, string passphrase = Passphrase)
    {
        if (!await page.Locator("input[name='Passphrase']").IsVisibleAsync())
            await page.Locator("summary").ClickAsync();
        await page.EnterAsync("Passphrase", passphrase);
        await page.PressAsync("For the therapist: unlock");
    }
}
