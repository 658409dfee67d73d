using System.Globalization;
using Attune.Journeys.Stage;
using Attune.Journeys.Straps;
using Attune.Signals.Simulation;
using Microsoft.Playwright;

namespace Attune.Journeys.Live;

/// <summary>One tablet on the live page of a session, with straps in reach.</summary>
internal sealed class LiveRoom : IAsyncDisposable
{
    public const string Page = "/sessions/1/live";

    private const string Takes = "**/live/*/1/take";

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, SimulatedBeats> _beats = new() { ["Therapist"] = new(72), ["A"] = new(81), ["B"] = new(66) };

    private LiveRoom(Visit tablet, SimulatedStraps straps, string couple) => (Tablet, Straps, Couple) = (tablet, straps, couple);

    public Visit Tablet { get; }

    public IPage Screen => Tablet.Page;

    public SimulatedStraps Straps { get; }

    /// <summary>The address of the couple's course.</summary>
    public string Couple { get; }

    public string Address => Couple + Page;

    public static async Task<LiveRoom> EnterAsync(Visit tablet, string couple)
    {
        var room = new LiveRoom(tablet, await SimulatedStraps.AroundAsync(tablet.Page), couple);
        await room.OpenAsync();
        return room;
    }

    public async Task OpenAsync()
    {
        await Screen.GotoAsync(Address);
        await ReadyAsync();
    }

    public async Task ReadyAsync()
    {
        await UntilAsync("[data-ready='true']");
        await Screen.UnfoldAsync();
    }

    /// <summary>From now on this heart beats so.</summary>
    public void Beats(string heart, HeartCourse course, ulong seed = 1) => _beats[heart] = SimulatedBeats.Of(course, seed);

    /// <summary>What the page shows of a heart now.</summary>
    public async Task<(string State, bool IsAhead)> ShownAsync(string heart)
    {
        var shape = Screen.Locator($"[data-heart='{heart}']");
        return ((await shape.GetAttributeAsync("data-state"))!, await shape.GetAttributeAsync("data-ahead") == "true");
    }

    public async Task PutOnAsync(params IEnumerable<string> hearts)
    {
        foreach (var heart in hearts)
            await Straps.PutOnAsync(heart);
    }

    /// <summary>
    /// Time passes, and each of these hearts says its beats in it. The page's clock is turned: no journey takes as long as a session. It runs by itself as
    /// well, so what has passed is asked of it.
    /// </summary>
    public async Task HearAsync(TimeSpan during, params IReadOnlyCollection<string> hearts)
    {
        double from = await TickAsync(), last = from;
        while (last - from < during.TotalMilliseconds)
        {
            await Screen.Clock.RunForAsync((long)Step.TotalMilliseconds);
            double now = await TickAsync();
            await Task.WhenAll(hearts.Select(heart => Straps.SayAllAsync(heart, _beats[heart].Next(TimeSpan.FromMilliseconds(now - last)))));
            last = now;
        }
    }

    private Task<double> TickAsync() => Screen.EvaluateAsync<double>("() => performance.now()");

    /// <summary>Nothing that the page sends arrives.</summary>
    public Task HoldUpAsync() => Screen.RouteAsync(Takes, route => route.AbortAsync());

    public Task LetGoOnAsync() => Screen.UnrouteAsync(Takes);

    /// <summary>Presses the key of an item that has all of these in it.</summary>
    public Task MarkAsync(params IEnumerable<string> of) =>
        Screen.Locator($"button{string.Concat(of.Select(one => $"[data-item*='\"{one}\"']"))}").First.ClickAsync();

    /// <summary>Everything that the page took is on the server's disk.</summary>
    public Task KeptAsync() => UntilAsync("[data-link='kept'][data-waiting='0']");

    /// <summary>Everything that waits is in the tablet's own storage.</summary>
    public Task OnDiskAsync() => Screen.WaitForFunctionAsync("""
        () => new Promise(resolve => {
            const asked = indexedDB.open('attune-live');
            asked.onsuccess = () => {
                const counted = asked.result.transaction('entries').objectStore('entries').count();
                counted.onsuccess = () => { asked.result.close(); resolve(counted.result >= Number(document.querySelector('#live').dataset.waiting)); };
            };
        })
        """);

    public Task UntilAsync(string root) => Screen.Locator($"#live{root}").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>What the page says was not heard.</summary>
    public Task<string> HeardWordsAsync() => Screen.WordsAsync("[data-says='heard']");

    public async Task<int> WaitingAsync() => int.Parse((await Screen.Locator("#live").GetAttributeAsync("data-waiting"))!, CultureInfo.InvariantCulture);

    /// <summary>Ends it, and comes to the debrief.</summary>
    public async Task EndAsync()
    {
        await Screen.UnfoldAsync();
        await Screen.ArriveAsync(() => Screen.Locator("[data-end='keep']").ClickAsync());
        Assert.Equal($"{Couple}/sessions/1/debrief", Screen.Path());
    }

    /// <summary>What the record has of it, once it has ended.</summary>
    public Task<HeardRecord> RecordAsync() => HeardRecord.ReadAsync(Screen, Couple);

    public async ValueTask DisposeAsync()
    {
        await Straps.DisposeAsync();
        await Tablet.DisposeAsync();
    }
}
