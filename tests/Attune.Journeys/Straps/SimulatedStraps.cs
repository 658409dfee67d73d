using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace Attune.Journeys.Straps;

/// <summary>
/// Up to three heart-rate straps round one page, through the browser's own emulation of Bluetooth: everything from the list of devices to the value that
/// arrives is what a real strap would cause, but for one thing. The emulation cannot push a notification, so a value is an answered read of the same
/// characteristic; to the page it is the same event. Made before the page is opened, so that it finds Bluetooth there; one at a time in a browser.
/// </summary>
internal sealed class SimulatedStraps : IAsyncDisposable
{
    private const string HeartRate = "0000180d-0000-1000-8000-00805f9b34fb";
    private const string Measurement = "00002a37-0000-1000-8000-00805f9b34fb";
    private const string Subscription = "00002902-0000-1000-8000-00805f9b34fb";

    // Each characteristic that the page listens to is kept under its strap's name, to be read.
    private const string KeepWhatIsHeard = """
        (() => {
            const of = window.BluetoothRemoteGATTCharacteristic?.prototype, start = of?.startNotifications, kept = window.strapsHeard = {};
            if (of)
                of.startNotifications = function () { kept[this.service.device.name] = this; return start.call(this); };
        })();
        """;

    private const string Read = "async ([name, times]) => { for (let i = 0; i < times; i++) await strapsHeard[name].readValue(); }";

    private readonly IPage _page;
    private readonly ICDPSession _air;
    private readonly DeviceChooser _chooser;
    private readonly Strap[] _straps = [.. ((string[])["Therapist", "A", "B"]).Select((heart, at) => new Strap(heart, $"C0:DE:00:00:00:0{at + 1}"))];
    private readonly ConcurrentQueue<Exception> _wrong = new();
    private int _documents, _emulatedFor = -1;

    private SimulatedStraps(IPage page, ICDPSession air, DeviceChooser chooser) => (_page, _air, _chooser) = (page, air, chooser);

    public static async Task<SimulatedStraps> AroundAsync(IPage page)
    {
        await page.AddInitScriptAsync(KeepWhatIsHeard);
        var straps = new SimulatedStraps(page, await page.Context.Browser!.NewBrowserCDPSessionAsync(), await DeviceChooser.AtAsync(page));
        straps.On("gattOperationReceived", straps.AnswerDeviceAsync);
        straps.On("characteristicOperationReceived", straps.AnswerCharacteristicAsync);
        await straps.ReviveAsync();
        page.FrameNavigated += (_, frame) => straps._documents += frame == page.MainFrame ? 1 : 0;
        return straps;
    }

    /// <summary>Everything that this heart's strap said and the page received, in hexadecimal digits, in order.</summary>
    public IReadOnlyList<string> Said(string heart) => Of(heart).Said;

    /// <summary>Presses the page's key, answers the list of devices, and waits until the page says that it is on.</summary>
    public async Task PutOnAsync(string heart)
    {
        await ReviveAsync();
        _chooser.Choose(Of(heart).Address);
        await _page.Locator($"button[data-connect='{heart}']").ClickAsync();
        await UntilAsync(heart, "on");
    }

    /// <summary>One message with exactly these bytes.</summary>
    public Task SayAsync(string heart, params byte[] message) => SayAllAsync(heart, [message]);

    /// <summary>One message with the intervals of these beats, in ms.</summary>
    public Task SayBeatsAsync(string heart, params IReadOnlyCollection<double> intervalsMs) => SayAllAsync(heart, [HeartRateMessage.Of(intervalsMs)]);

    /// <summary>One message after the other, each as soon as the page has the last.</summary>
    public async Task SayAllAsync(string heart, IReadOnlyCollection<byte[]> messages)
    {
        var strap = Of(heart);
        foreach (var message in messages)
            strap.Next.Enqueue(message);
        await _page.EvaluateAsync(Read, new object[] { heart, messages.Count });
        strap.Said.AddRange(messages.Select(Convert.ToHexStringLower));
        Assert.Empty(_wrong);
    }

    /// <summary>Out of reach: a connection that is asked for now stays unanswered.</summary>
    public async Task LoseAsync(string heart)
    {
        Of(heart).IsNear = false;
        await SendAsync("simulateGATTDisconnection", ("address", Of(heart).Address));
        await UntilAsync(heart, "lost");
    }

    /// <summary>Within reach again: answers what was asked for meanwhile, and waits until the page says that it is on.</summary>
    public async Task ComeBackAsync(string heart)
    {
        var strap = Of(heart);
        strap.IsNear = true;
        if (strap.IsAskedFor)
            await ConnectAsync(strap);
        await UntilAsync(heart, "on");
    }

    public async ValueTask DisposeAsync()
    {
        await SendAsync("disable");
        await _air.DetachAsync();
        Assert.Empty(_wrong);
    }

    /// <summary>The browser's emulation ends with the document that used it.</summary>
    private async Task ReviveAsync()
    {
        if (_emulatedFor == _documents)
            return;
        if (_emulatedFor >= 0)
            await SendAsync("disable");
        _emulatedFor = _documents;
        await SendAsync("enable", ("state", "powered-on"), ("leSupported", true));
        foreach (var strap in _straps)
        {
            (strap.IsAskedFor, strap.IsNear) = (false, true);
            await SendAsync("simulatePreconnectedPeripheral",
                ("address", strap.Address), ("name", strap.Heart), ("manufacturerData", Array.Empty<object>()), ("knownServiceUuids", (string[])[HeartRate]));
        }
    }

    private async Task AnswerDeviceAsync(JsonElement asked)
    {
        var strap = _straps.Single(one => one.Address == asked.GetProperty("address").GetString());
        if (asked.GetProperty("type").GetString() != "connection")
            await RespondAsync(strap, "discovery");
        else if (strap.IsNear)
            await ConnectAsync(strap);
        else
            strap.IsAskedFor = true;
    }

    // A disconnection made the browser forget what the strap has.
    private async Task ConnectAsync(Strap strap)
    {
        strap.IsAskedFor = false;
        string service = await AddAsync("Service", ("address", strap.Address), ("serviceUuid", HeartRate));
        strap.Characteristic = await AddAsync("Characteristic", ("serviceId", service), ("characteristicUuid", Measurement),
            ("properties", new Dictionary<string, object> { ["notify"] = true, ["read"] = true }));
        await AddAsync("Descriptor", ("characteristicId", strap.Characteristic), ("descriptorUuid", Subscription));
        await RespondAsync(strap, "connection");
    }

    private Task<JsonElement?> RespondAsync(Strap strap, string type) => SendAsync("simulateGATTOperationResponse", ("address", strap.Address), ("type", type), ("code", 0));

    private Task AnswerCharacteristicAsync(JsonElement asked)
    {
        string id = asked.GetProperty("characteristicId").GetString()!, type = asked.GetProperty("type").GetString()!;
        (string, object)[] answer = [("characteristicId", id), ("type", type), ("code", 0)];
        return type == "read" && _straps.Single(one => one.Characteristic == id).Next.TryDequeue(out var message)
            ? SendAsync("simulateCharacteristicOperationResponse", [.. answer, ("data", Convert.ToBase64String(message))])
            : SendAsync("simulateCharacteristicOperationResponse", answer);
    }

    private Task UntilAsync(string heart, string state) => _page.Locator($"[data-strap='{heart}'][data-is='{state}']").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    private Strap Of(string heart) => _straps.Single(one => one.Heart == heart);

    private async Task<string> AddAsync(string what, params (string Name, object Value)[] parameters) =>
        (await SendAsync($"add{what}", parameters))!.Value.GetProperty($"{char.ToLowerInvariant(what[0])}{what[1..]}Id").GetString()!;

    private Task<JsonElement?> SendAsync(string command, params (string Name, object Value)[] parameters) =>
        _air.SendAsync($"BluetoothEmulation.{command}", parameters.ToDictionary(one => one.Name, one => one.Value));

    private void On(string what, Func<JsonElement, Task> answer) => _air.Event($"BluetoothEmulation.{what}").OnEvent += (_, asked) => _ = GuardedAsync(() => answer(asked!.Value));

    private async Task GuardedAsync(Func<Task> answer)
    {
        try
        {
            await answer();
        }
        catch (Exception wrong)
        {
            // Nobody awaits an event: the next step of the journey tells it.
            _wrong.Enqueue(wrong);
        }
    }

    private sealed class Strap(string heart, string address)
    {
        public string Heart => heart;

        public string Address => address;

        public bool IsNear { get; set; } = true;

        public bool IsAskedFor { get; set; }

        public string? Characteristic { get; set; }

        public ConcurrentQueue<byte[]> Next { get; } = new();

        public List<string> Said { get; } = [];
    }
}
