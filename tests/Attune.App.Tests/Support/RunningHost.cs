using System.Globalization;
using Attune.App.Edge;
using Attune.App.Hosting;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Simulation;
using Attune.Practice.Demo;
using Attune.Practice.Records;
using Attune.Practice.Viewing;
using Attune.Vault;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Attune.App.Tests.Support;

/// <summary>The program as a person runs it, on a free port, with a folder of its own that goes away at the end.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    public const string Passphrase = DemoStage.Passphrase;

    /// <summary>The demo's couple and its rupture: their ids are part of the story.</summary>
    public static readonly CoupleId DemoCouple = new(new Guid("0192f0aa-0000-7000-8000-000000000001"));

    public static readonly RuptureId DemoRupture = new(new Guid("0192f0aa-0000-7000-8000-0000000000f1"));

    private readonly WebApplication _app;
    private readonly HttpClient _client;

    private RunningHost(PracticeDoor door, WebApplication app, Uri address)
    {
        (Door, _app, Address) = (door, app, address);
        _client = Browser.ClientFor(address);
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(Log);
    }

    public PracticeDoor Door { get; }

    public Uri Address { get; }

    public LogBook Log { get; } = new();

    public IServiceProvider Services => _app.Services;

    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    public BrowserSessions Sessions => Services.GetRequiredService<BrowserSessions>();

    public string WelcomePath => Services.GetRequiredService<OneTimeAddress>().Path;

    public Viewer.OwnTherapist Therapist => new(Door.Therapist);

    public static async Task<RunningHost> DemoAsync(bool signsInAtOnce = true)
    {
        var stage = await DemoStage.SetAsync(NewFolder());
        var host = await StartAsync(stage.Door, signsInAtOnce);
        await stage.PlayAsync(host.Grains, seed: 1);
        return host;
    }

    /// <summary>With every couple of the demo, as the verb tells it.</summary>
    public static async Task<RunningHost> CaseloadAsync()
    {
        var stage = await DemoStage.SetAsync(NewFolder());
        var host = await StartAsync(stage.Door, signsInAtOnce: true);
        await stage.PlayAsync(host.Grains, seed: 1);
        await stage.PlayCaseloadAsync(seed: 1);
        return host;
    }

    /// <summary>Alma and Bo, and couples of the simulator whose work has ended.</summary>
    public static async Task<RunningHost> SimulatedAsync(int couples, SimulationOptions? options = null)
    {
        var stage = await DemoStage.SetAsync(NewFolder());
        var host = await StartAsync(stage.Door, signsInAtOnce: true);
        await stage.PlayAsync(host.Grains, seed: 1);
        await stage.PlaySimulatedAsync(MethodCatalogue.BuiltIn, couples, seed: 1, options);
        return host;
    }

    /// <summary>Over a folder that may hold a record or not.</summary>
    public static Task<RunningHost> OverAsync(string folder, TimeProvider? time = null)
    {
        var door = DoorTo(folder, time);
        door.Look();
        return StartAsync(door, signsInAtOnce: false);
    }

    /// <summary>A practice that has begun and has no couple yet.</summary>
    public static async Task<RunningHost> EmptyAsync()
    {
        var host = await OverAsync(NewFolder());
        await host.Door.CreateAsync("Robin Quill", Passphrase);
        return host;
    }

    public static string NewFolder() => Directory.CreateTempSubdirectory("attune-app-").FullName;

    public static PracticeDoor DoorTo(string folder, TimeProvider? time = null) =>
        new(folder, time ?? TimeProvider.System, new VaultOptions { KeyDerivation = new KeyDerivation(KeyDerivation.LeastMemoryKiB, 1) });

    public Browser NewBrowser() => new(_client, Address);

    /// <summary>A browser that has this session already.</summary>
    public Browser BrowserAs(BrowserSession session) => NewBrowser().Named(Sessions.Begin(session));

    public Browser TherapistsBrowser() => BrowserAs(new BrowserSession.SignedIn(Door.Therapist));

    public Browser HandedOver(Partner partner, int session, CoupleId? couple = null) =>
        BrowserAs(new BrowserSession.HandedOver(new Viewer.PartnerWithCheckIn(couple ?? DemoCouple, partner, session)));

    /// <summary>For what a partner tells of themselves.</summary>
    public Browser HandedOverToTell(Partner partner, CoupleId? couple = null) =>
        BrowserAs(new BrowserSession.HandedOver(new Viewer.PartnerWithReport(couple ?? DemoCouple, partner)));

    /// <summary>After the check-in of the demo's sixth session.</summary>
    public static BrowserSession HandedBack { get; } = new BrowserSession.HandedBack(new Viewer.PartnerWithCheckIn(DemoCouple, Partner.A, 6));

    public static string Demo(string rest) => string.Create(CultureInfo.InvariantCulture, $"/couples/{DemoCouple}{rest}");

    /// <summary>Stops the program and leaves the folder.</summary>
    public async Task StopAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Door.DisposeAsync();
        _client.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(Door.Folder, recursive: true);
    }

    private static async Task<RunningHost> StartAsync(PracticeDoor door, bool signsInAtOnce)
    {
        // Kestrel gives a free port to an address, not to the name "localhost".
        var app = AttuneHost.Build(door, "http://127.0.0.1:0", MethodCatalogue.BuiltIn, signsInAtOnce);
        return new RunningHost(door, app, await AttuneHost.StartAsync(app));
    }
}
