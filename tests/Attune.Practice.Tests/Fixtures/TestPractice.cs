using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Practice.Couples;
using Attune.Practice.Hosting;
using Attune.Practice.Records;
using Attune.Practice.Refusals;
using Attune.Practice.Therapists;
using Attune.Practice.Viewing;
using Attune.Vault;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

[assembly: AssemblyFixture(typeof(Attune.Practice.Tests.Fixtures.SharedPractice))]

namespace Attune.Practice.Tests.Fixtures;

/// <summary>A practice in a folder of its own, in a real silo; gone after the test.</summary>
internal sealed class TestPractice : IAsyncDisposable
{
    public const string Passphrase = "correct horse battery staple";
    public const string TherapistName = "Robin Quillfeather";

    private readonly bool _ownsFolder;
    private IHost? _host;

    private TestPractice(string folder, bool ownsFolder) =>
        (Folder, Door, _ownsFolder) = (folder, new PracticeDoor(folder, TimeProvider.System, Cheap), ownsFolder);

    public static VaultOptions Cheap => new() { KeyDerivation = new KeyDerivation(8 * 1024, 1) };

    public string Folder { get; }

    public PracticeDoor Door { get; private set; }

    public string RecoveryCode { get; private set; } = "";

    public IServiceProvider Services => _host!.Services;

    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    public Viewer.OwnTherapist Own { get; private set; } = null!;

    public ITherapistGrain Therapist => Grains.GetGrain<ITherapistGrain>(Own.Id.Value);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<TestPractice> CreateAsync()
    {
        var practice = new TestPractice(Directory.CreateTempSubdirectory("attune-practice-").FullName, ownsFolder: true);
        practice.RecoveryCode = await practice.Door.CreateAsync(TherapistName, Passphrase, Cancel);
        await practice.StartAsync();
        return practice;
    }

    /// <summary>A second program on the same folder.</summary>
    public async Task<TestPractice> BesideAsync()
    {
        var beside = new TestPractice(Folder, ownsFolder: false);
        await beside.UnsealAsync();
        await beside.StartAsync();
        return beside;
    }

    /// <summary>Ends the program and starts it again on the same folder.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        Door = new PracticeDoor(Folder, TimeProvider.System, Cheap);
        await UnsealAsync();
        await StartAsync();
    }

    public async Task UnsealAsync()
    {
        Door.Look();
        Assert.True(await Door.UnsealAsync(Passphrase, Cancel));
    }

    public ICoupleGrain Couple(CoupleId id) => Grains.GetGrain<ICoupleGrain>(id.Value);

    /// <summary>A new couple, and the grain that keeps it.</summary>
    public async Task<(CoupleId Id, ICoupleGrain Grain)> OpenCoupleAsync(string nameOfA = "Alma", string nameOfB = "Bo")
    {
        var id = new CoupleId(Guid.CreateVersion7());
        Done(await Therapist.OpenCouple(Own, id, nameOfA, nameOfB));
        return (id, Couple(id));
    }

    public static long Done(Outcome outcome) => outcome switch
    {
        Outcome.Done done => done.Number,
        Outcome.Refused refused => throw new InvalidOperationException(string.Join(" ", refused.Why)),
        _ => throw new InvalidOperationException("No outcome."),
    };

    public static string Code(Outcome outcome) => Assert.Single(Assert.IsType<Outcome.Refused>(outcome).Why).Code;

    public async Task StopAsync()
    {
        if (_host is not null)
        {
            await _host.StopAsync(CancellationToken.None);
            _host.Dispose();
            _host = null;
        }

        await Door.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (_ownsFolder)
            Directory.Delete(Folder, recursive: true);
    }

    private async Task StartAsync()
    {
        Own = new Viewer.OwnTherapist(Door.Therapist);
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.AddPractice(Door, MethodCatalogue.BuiltIn);
        _host = builder.Build();
        await _host.StartAsync(Cancel);
    }
}

/// <summary>One silo for every test that needs no other state of the door than open; each opens a couple of its own.</summary>
public sealed class SharedPractice : IAsyncLifetime
{
    internal TestPractice Practice { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Practice = await TestPractice.CreateAsync();

    public ValueTask DisposeAsync() => Practice.DisposeAsync();
}
