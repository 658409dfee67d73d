using Attune.Method.Catalogue;
using Attune.Practice.Couples;
using Attune.Practice.Demo;
using Attune.Practice.Hosting;
using Attune.Practice.Records;
using Attune.Practice.Therapists;
using Attune.Practice.Viewing;
using Attune.Vault;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Attune.Practice.Tests.Demo;

/// <summary>The demo's practice with its whole caseload, told once from one seed, for tests that only look.</summary>
public class ToldCaseload : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("attune-practice-").FullName;
    private DemoStage _stage = null!;
    private IHost _host = null!;

    private protected virtual ulong Seed => 1;

    internal PracticeDoor Door => _stage.Door;

    private Viewer.OwnTherapist Therapist => new(Door.Therapist);

    public async ValueTask InitializeAsync()
    {
        _stage = await DemoStage.SetAsync(_folder);
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.AddPractice(Door, MethodCatalogue.BuiltIn);
        _host = builder.Build();
        await _host.StartAsync();
        await _stage.PlayAsync(Grains, Seed);
        await _stage.PlayCaseloadAsync(Seed);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        await _stage.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    internal IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    internal Task<CoupleView> SeeAsync(byte couple) => Grains.GetGrain<ICoupleGrain>(DemoCaseload.Couple(couple).Value).See(Therapist, "test");

    internal Task<CaseloadView> SeeCaseloadAsync() => Grains.GetGrain<ITherapistGrain>(Door.Therapist.Value).SeeCaseload(Therapist);

    internal string[] Log(byte couple) =>
        [.. Door.Record.Logs.Read(DemoCaseload.Couple(couple).Value).Select(row => System.Text.Encoding.UTF8.GetString(Assert.IsType<LogRow.Opened>(row).Payload.Span))];
}

/// <summary>The same from another seed.</summary>
public sealed class ToldFromAnotherSeed : ToldCaseload
{
    private protected override ulong Seed => ulong.MaxValue;
}
