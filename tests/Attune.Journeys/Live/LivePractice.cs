using Attune.Journeys.Stage;
using Microsoft.Playwright;

namespace Attune.Journeys.Live;

/// <summary>A practice whose therapist holds sessions with straps. Each journey has a couple, a session and a tablet of its own.</summary>
public sealed class LivePractice(BluetoothBrowser browser) : IAsyncLifetime
{
    private RunningProgram? _program;
    private Visit? _desk;

    internal RunningProgram Program => _program!;

    /// <summary>Where the therapist is signed in, without straps.</summary>
    internal Visit Desk => _desk!;

    public async ValueTask InitializeAsync()
    {
        _program = await RunningProgram.ServeAsync();
        _desk = await browser.VisitAsync(_program.Origin);
        await Story.BeginAsync(_desk.Page, _program.Welcome);
    }

    public async ValueTask DisposeAsync()
    {
        if (_desk is not null)
            await _desk.DisposeAsync();
        if (_program is not null)
            await _program.DisposeAsync();
    }

    /// <summary>A new couple of which both agreed to straps, in their first session, which has begun.</summary>
    internal async Task<Story> BeginSessionAsync()
    {
        var story = await Story.OfAsync(Desk.Page);
        foreach (var form in (string[])["heart-A", "heart-B"])
            await story.SendAsync(LiveRoom.Page, form, ($"{form}.Agreed", "yes"));
        await story.SendAsync(LiveRoom.Page, "begin");
        return story;
    }

    /// <summary>The session on a tablet with three straps in reach. Its clock is turned by the journey, see <see cref="LiveRoom.HearAsync"/>.</summary>
    /// <param name="couple">Whose session goes on already; null: a new couple's.</param>
    /// <param name="offBy">How far the tablet's clock is off.</param>
    internal async Task<LiveRoom> EnterAsync(string? couple = null, TimeSpan offBy = default)
    {
        couple ??= (await BeginSessionAsync()).Couple;
        var tablet = await TabletAsync();
        await tablet.Page.Clock.InstallAsync(new ClockInstallOptions { TimeDate = (TimeProvider.System.GetUtcNow() + offBy).UtcDateTime });
        return await LiveRoom.EnterAsync(tablet, couple);
    }

    /// <summary>By the passphrase, after the program was started again. Whoever was signed in elsewhere is so no more.</summary>
    internal async Task UnsealAsync(IPage page)
    {
        await page.GotoAsync(Program.Welcome.AbsoluteUri);
        Assert.Equal("/unseal", page.Path());
        await page.EnterAsync("Passphrase", Steps.Passphrase);
        await page.PressAsync("Unseal");
    }

    /// <summary>Another device on which the therapist is signed in.</summary>
    internal async Task<Visit> TabletAsync(DirectoryInfo? storage = null)
    {
        var tablet = storage is null ? await browser.VisitAsync(Program.Origin) : await browser.OpenAsync(Program.Origin, storage);
        await LetInAsync(tablet);
        return tablet;
    }

    /// <summary>The therapist is signed in there too.</summary>
    internal async Task LetInAsync(Visit visit) => await visit.Context.AddCookiesAsync(await CookiesAsync(Desk.Context));

    private static async Task<IEnumerable<Cookie>> CookiesAsync(IBrowserContext context) => (await context.CookiesAsync()).Select(one => new Cookie
    {
        Name = one.Name,
        Value = one.Value,
        Domain = one.Domain,
        Path = one.Path,
        Expires = one.Expires,
        HttpOnly = one.HttpOnly,
        Secure = one.Secure,
        SameSite = one.SameSite,
    });
}

/// <summary>Starting a program takes longer than a story does: all of them share one.</summary>
[CollectionDefinition(nameof(LivePractice))]
public sealed class LiveJourneys : ICollectionFixture<LivePractice>;
