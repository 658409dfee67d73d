using System.Globalization;
using Attune.Journeys.Stage;
using Attune.Journeys.Straps;
using Microsoft.Playwright;

namespace Attune.Journeys.Live;

/// <summary>One tablet on the live page of a session, with straps in reach.</summary>
internal sealed class LiveRoom : IAsyncDisposable
{
    public const string Page = "/sessions/1/live";

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, SimulatedBeats> _beats = new() { ["Therapist"] = new(72), ["A"] = new(81), ["B"] = new(66) };
    private readonly string _couple;

    private LiveRoom(Visit tablet, SimulatedStraps straps, string couple) => (Tablet, Straps, _couple) = (tablet, straps, couple);

    public Visit Tablet { get; }

    public IPage Screen => Tablet.Page;

    public SimulatedStraps Straps { get; }

    /// <summary>Everything that is sent goes here: what matches can be held up.</summary>
    public static string Takes => "**/live/*/1/take";

    public static async Task<LiveRoom> EnterAsync(Visit tablet, string couple)
    {
        var room = new LiveRoom(tablet, await SimulatedStraps.AroundAsync(tablet.Page), couple);
        await room.OpenAsync();
        return room;
    }

    public async Task OpenAsync()
    {
        await Screen.GotoAsync(_couple + Page);
        await ReadyAsync();
    }

    public async Task ReadyAsync()
    {
        await UntilAsync("[data-ready='true']");
        await Screen.UnfoldAsync();
    }

    public async Task PutOnAsync(params IEnumerable<string> hearts)
    {
        foreach (var heart in hearts)
            await Straps.PutOnAsync(heart);
    }

    /// <summary>Time passes, and each of these hearts says its beats in it. The page's clock is turned: no journey takes as long as a session.</summary>
    public async Task HearAsync(TimeSpan during, params IReadOnlyCollection<string> hearts)
    {
        for (var passed = TimeSpan.Zero; passed < during; passed += Step)
        {
            await Screen.Clock.RunForAsync((long)Step.TotalMilliseconds);
            foreach (var heart in hearts)
                await Straps.SayAllAsync(heart, _beats[heart].Next(Step));
        }
    }

    /// <summary>Presses the key of an item that has all of these in it.</summary>
    public Task MarkAsync(params IEnumerable<string> of) =>
        Screen.Locator($"button{string.Concat(of.Select(one => $"[data-item*='\"{one}\"']"))}").First.ClickAsync();

    /// <summary>Everything that the page took is on the server's disk.</summary>
    public Task KeptAsync() => UntilAsync("[data-link='kept'][data-waiting='0']");

    public Task UntilAsync(string root) => Screen.Locator($"#live{root}").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>What the page says was not heard.</summary>
    public Task<string> HeardWordsAsync() => Screen.WordsAsync("[data-says='heard']");

    public async Task<int> WaitingAsync() => int.Parse((await Screen.Locator("#live").GetAttributeAsync("data-waiting"))!, CultureInfo.InvariantCulture);

    /// <summary>Ends it, and comes to the debrief.</summary>
    public async Task EndAsync()
    {
        await Screen.UnfoldAsync();
        await Screen.ArriveAsync(() => Screen.Locator("[data-end='keep']").ClickAsync());
        Assert.Equal($"{_couple}/sessions/1/debrief", Screen.Path());
    }

    /// <summary>What the record has of it, once it has ended.</summary>
    public Task<HeardRecord> RecordAsync() => HeardRecord.ReadAsync(Screen, _couple);

    public async ValueTask DisposeAsync()
    {
        await Straps.DisposeAsync();
        await Tablet.DisposeAsync();
    }
}
