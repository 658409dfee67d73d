using System.Text.Json.Nodes;
using Attune.Journeys.Stage;
using Attune.Signals.Simulation;
using Microsoft.Playwright;

namespace Attune.Journeys.Module;

/// <summary>The live page with the program behind it: what fingers and keys do, what is shown, and what it says when something is away.</summary>
public sealed class PageOfTheSession(BegunPractice practice) : IClassFixture<BegunPractice>
{
    private const string Ready = "#live[data-ready=true]", Kept = "#live[data-link=kept]";

    private IPage Page => practice.Page;

    [Fact]
    public async Task Keys_PressedHeldAndByKeyboard_SendWhatTheySaySubtleOrStrong()
    {
        await BeginAsync();
        await using var sent = new SentItems(Page);
        var far = Key("far-away", "A");
        await far.ClickAsync();
        await HoldAsync(far);
        await far.FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Page.Keyboard.PressAsync("Space");
        await Page.Keyboard.PressAsync("Shift+Enter");
        // A held key repeats itself, and is one press.
        await Page.Keyboard.DownAsync("Enter");
        for (var again = 0; again < 5; again++)
        {
            await Page.WaitForTimeoutAsync(150);
            await Page.Keyboard.DownAsync("Enter");
        }

        await Page.Keyboard.UpAsync("Enter");
        // As speech control presses.
        await far.EvaluateAsync("key => key.click()");
        // Begun on one key and let go on another: neither.
        await far.HoverAsync();
        await Page.Mouse.DownAsync();
        await Key("far-away", "B").HoverAsync();
        await Page.Mouse.UpAsync();
        // What knows no strength is only itself.
        await Page.Locator("summary", new() { HasTextString = "What is in hand" }).ClickAsync();
        await Page.Locator("summary", new() { HasTextString = "Choose one" }).ClickAsync();
        var technique = Page.Locator("button[data-item*='\"chair-work\"']");
        await HoldAsync(technique);
        await KeptAsync(9);

        Assert.Equal(["subtle", "strong", "subtle", "subtle", "strong", "strong", "subtle"], sent.Of("feeling").Select(item => (bool?)item["strong"] == true ? "strong" : "subtle"));
        Assert.All(sent.Of("feeling"), item => Assert.Equal(("far-away", "A"), ((string)item["code"]!, (string)item["toward"]!)));
        Assert.Equal(["kind", "at", "code"], Assert.Single(sent.Of("technique")).Select(field => field.Key));
        Assert.Equal("true", await technique.GetAttributeAsync("aria-pressed"));
    }

    [Fact]
    public async Task Mark_JustMade_IsSaidAndCanBeTakenBack()
    {
        var couple = await BeginAsync();
        await Key("far-away", "A").ClickAsync();
        await Key("angry", "Both").ClickAsync();
        Assert.Equal("Noted: angry with both. Undo", await Page.WordsAsync("[data-noted]"));
        await Page.Locator("[data-undo]").ClickAsync();
        Assert.False(await Page.Locator("[data-noted]").IsVisibleAsync());
        await KeptAsync(4);
        await EndAsync();

        Assert.Equal($"{couple}/sessions/1/debrief", Page.Path());
        await Page.GotoAsync($"{couple}/sessions/1/notes");
        var notes = await Page.WordsAsync("main");
        Assert.Contains("too far from Annelise", notes, StringComparison.Ordinal);
        Assert.DoesNotContain("angry", await Page.WordsAsync(".noted"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RecordingPlayed_Fast_MovesTheShapeAndTheTimeAndOpensTheClosingCard()
    {
        await BeginAsync();
        var states = await WatchStatesAsync();
        var course = new HeartCourse(TimeSpan.FromMinutes(46), 72) { Rises = [new HeartRise(TimeSpan.FromMinutes(20), 116, TimeSpan.FromMinutes(5))] };
        var file = new FilePayload { Name = "practice.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(SimulatedHeart.Record(course, 3).ToPlainText()) };
        await Page.UnfoldAsync();
        await Page.Locator("[data-closing-card]").EvaluateAsync("card => card.open = false");
        await Page.Locator("input[name=Recording]").SetInputFilesAsync(file);
        await Page.Locator("select[name=Speed]").SelectOptionAsync("60");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Play it" }).ClickAsync();
        await Page.Locator("[data-strap=Therapist][data-is=on]").WaitForAsync();
        Assert.Contains("practice.txt: ", await Page.WordsAsync("[data-says=replay]"), StringComparison.Ordinal);
        Assert.False(await Page.EvaluateAsync<bool>("() => document.querySelector('[data-closing-card]').open"));

        await Page.Locator("[data-strap=Therapist][data-is=off]").WaitForAsync(new() { Timeout = 90_000 });
        await Page.Locator(Kept).WaitForAsync();

        var seen = await states.EvaluateAsync<string[]>("seen => seen");
        Assert.Contains("Quiet", seen);
        Assert.True(Array.IndexOf(seen, "Rising") < Array.IndexOf(seen, "Aroused"), string.Join(", ", seen));
        Assert.Contains("Recovering", seen);
        Assert.StartsWith("4", await Page.WordsAsync(".elapsed"), StringComparison.Ordinal);
        Assert.True(await Page.EvaluateAsync<bool>("() => document.querySelector('[data-closing-card]').open"));
        // Nothing of it is said in numbers, and it can be heard on request alone.
        Assert.DoesNotMatch(@"\b(7\d|11\d)\b", await Page.WordsAsync(".hearts"));
        await Page.Locator("[data-tell]").FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        Assert.Equal("quiet", await Page.EvaluateAsync<string>("() => document.activeElement.textContent"));
    }

    [Fact]
    public async Task Steadying_ByHand_IsKeptAndItsQuestionsCome()
    {
        await BeginAsync();
        await using var sent = new SentItems(Page);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Steady" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Breathing" }).ClickAsync();
        Assert.Equal("in", await Page.WordsAsync(".breath-words"));
        await Page.WaitForTimeoutAsync(1_000);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Leave" }).ClickAsync();
        await KeptAsync(2);

        var steady = Assert.Single(sent.Of("steady"));
        Assert.Equal(("breathing", "Stopped"), ((string)steady["exercise"]!, (string)steady["ended"]!));
        Assert.InRange((double)steady["lasted"]!, 900, 5_000);
        Assert.True(await Page.GetByRole(AriaRole.Button, new() { Name = "Steady" }).IsVisibleAsync());
    }

    [Fact]
    public async Task Grid_OnASmallScreen_FitsWithTargetsThatAreLarge()
    {
        await BeginAsync();
        await Page.SetViewportSizeAsync(360, 740);
        var fits = await Page.EvaluateAsync<double[]>("""
            () => {
              const keys = [...document.querySelectorAll('.feelings button')].map((key) => key.getBoundingClientRect());
              return [document.documentElement.scrollWidth, Math.min(...keys.map((key) => key.height)), Math.min(...keys.map((key) => key.width)), Math.max(...keys.map((key) => key.bottom)), keys.length];
            }
            """);
        await Page.SetViewportSizeAsync(Browser.WideX, Browser.WideY);

        Assert.Equal(360, fits[0]);
        Assert.True(fits[1] >= 64 && fits[2] >= 64, $"{fits[1]} by {fits[2]}");
        Assert.InRange(fits[3], 0, 740);
        Assert.Equal(12, fits[4]);
    }

    [Fact]
    public async Task Marks_WhileTheNetworkIsCut_AreKeptAndSaidInPlainWords()
    {
        await BeginAsync();
        await Page.Context.SetOfflineAsync(true);
        for (var time = 0; time < 3; time++)
            await Key("anxious", "B").ClickAsync();
        await Page.Locator("#live[data-link=away]").WaitForAsync();
        Assert.Equal("3 waiting: no answer from Attune", await Page.WordsAsync("[data-says=link]"));
        await Page.Context.SetOfflineAsync(false);

        await KeptAsync(4);
        Assert.Equal("everything is kept", await Page.WordsAsync("[data-says=link]"));
    }

    [Fact]
    public async Task Marks_SignedOutInAnotherTab_WaitAndGoOnAfterwards()
    {
        await BeginAsync();
        var other = await Page.Context.NewPageAsync();
        await other.GotoAsync("/couples");
        await other.PressAsync("Sign out");
        await Key("too-close", "B").ClickAsync();
        await Page.Locator("#live[data-link=locked]").WaitForAsync();
        Assert.Equal("1 waiting: Attune is locked: unlock it in another tab, nothing is lost", await Page.WordsAsync("[data-says=link]"));
        await other.EnterAsync("Passphrase", Steps.Passphrase);
        await other.PressAsync("Sign in");
        await other.CloseAsync();

        await KeptAsync(2);
    }

    [Fact]
    public async Task TwoTabs_OfOneBrowser_AreToldOfEachOtherAndShareNoNumber()
    {
        await BeginAsync();
        await Key("anxious", "A").ClickAsync();
        var other = await Page.Context.NewPageAsync();
        await other.GotoAsync(Page.Url);
        await other.Locator(Ready).WaitForAsync();
        await other.Locator("#live[data-acknowledged='1']").WaitForAsync();
        await KeptAsync(2);
        Assert.Contains("Another page is open on this session.", await other.WordsAsync("[data-says=pages]"), StringComparison.Ordinal);
        await other.CloseAsync();
    }

    [Fact]
    public async Task Page_WithoutItsScript_HasNoKeyToPressAndSaysWhatThereIsInstead()
    {
        var couple = await BeginAsync();
        var script = await Page.Context.NewPageAsync();
        await script.RouteAsync("**/look/live/page.js", route => route.AbortAsync());
        await script.GotoAsync($"{couple}/sessions/1/live");
        Assert.Equal(0, await script.Locator("#live fieldset button:enabled").CountAsync());
        Assert.Contains("note from memory afterwards", await script.Locator("noscript").First.TextContentAsync(), StringComparison.Ordinal);
        await script.CloseAsync();
    }

    private async Task<string> BeginAsync()
    {
        var couple = await Page.BeginCoupleAsync("Annelise", "Bertrand");
        await Page.GotoAsync($"{couple}/sessions/1/live");
        await Page.PressAsync("Begin session 1");
        await Page.Locator(Ready).WaitForAsync();
        await KeptAsync(1);
        return couple;
    }

    private async Task EndAsync()
    {
        await Page.Locator("summary", new() { HasTextString = "End the session" }).ClickAsync();
        await Page.PressAsync("End session 1 now");
    }

    private ILocator Key(string feeling, string toward) => Page.Locator($"button[data-item*='\"{feeling}\"'][data-item*='\"toward\":\"{toward}\"']");

    private Task KeptAsync(int number) => Page.Locator($"{Kept}[data-acknowledged='{number}'][data-waiting='0']").WaitForAsync();

    private async Task HoldAsync(ILocator key)
    {
        await key.HoverAsync();
        await Page.Mouse.DownAsync();
        await Page.WaitForTimeoutAsync(700);
        await Page.Mouse.UpAsync();
    }

    private Task<IJSHandle> WatchStatesAsync() => Page.EvaluateHandleAsync("""
        () => {
          const seen = [], shape = document.querySelector('[data-heart=Therapist]');
          new MutationObserver(() => seen.at(-1) !== shape.dataset.state && seen.push(shape.dataset.state)).observe(shape, { attributes: true });
          return seen;
        }
        """);

    /// <summary>What the page sent to be taken, in order.</summary>
    private sealed class SentItems : IAsyncDisposable
    {
        private readonly IPage _page;
        private readonly List<JsonObject> _items = [];

        public SentItems(IPage page)
        {
            _page = page;
            _page.Request += Note;
        }

        public IReadOnlyList<JsonObject> Of(string kind) => [.. _items.Where(item => (string)item["kind"]! == kind)];

        public ValueTask DisposeAsync()
        {
            _page.Request -= Note;
            return ValueTask.CompletedTask;
        }

        private void Note(object? sender, Microsoft.Playwright.IRequest request)
        {
            if (request.Url.EndsWith("/take", StringComparison.Ordinal))
                _items.AddRange(JsonNode.Parse(request.PostData!)!["items"]!.AsArray().Select(item => item!.AsObject()));
        }
    }
}
