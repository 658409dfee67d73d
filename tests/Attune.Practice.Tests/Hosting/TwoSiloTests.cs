using System.Text;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Practice.Couples;
using Attune.Practice.Demo;
using Attune.Practice.Holding;
using Attune.Practice.Hosting;
using Attune.Practice.Planning;
using Attune.Practice.Records;
using Attune.Practice.Refusals;
using Attune.Practice.Tests.Fixtures;
using Attune.Practice.Therapists;
using Attune.Practice.Viewing;
using Microsoft.Extensions.Configuration;
using Orleans.Runtime.Placement;
using Orleans.Serialization;
using Orleans.TestingHost;

namespace Attune.Practice.Tests.Hosting;

/// <summary>Stands on one silo and calls a couple on another.</summary>
public interface IRelayGrain : IGrainWithGuidKey
{
    Task<string> See(Viewer viewer, Guid couple);

    Task<string> Do(Viewer viewer, Guid couple, CoupleCommand command);

    Task<string> SeeCheckIn(Viewer viewer, Guid couple);

    Task<string> AddRecording(Viewer viewer, Guid couple, AddRecording command);
}

internal sealed class RelayGrain : Grain, IRelayGrain
{
    public Task<string> See(Viewer viewer, Guid couple) => Said(() => GrainFactory.GetGrain<ICoupleGrain>(couple).See(viewer, "course"));

    public Task<string> Do(Viewer viewer, Guid couple, CoupleCommand command) => Said(() => GrainFactory.GetGrain<ICoupleGrain>(couple).Do(viewer, command));

    public Task<string> SeeCheckIn(Viewer viewer, Guid couple) => Said(() => GrainFactory.GetGrain<ICoupleGrain>(couple).SeeCheckIn(viewer));

    public Task<string> AddRecording(Viewer viewer, Guid couple, AddRecording command) =>
        Said(() => GrainFactory.GetGrain<ICoupleGrain>(couple).AddRecording(viewer, command));

    private static async Task<string> Said<T>(Func<Task<T>> call)
    {
        try
        {
            return Wire.Json(await call());
        }
        catch (RefusedException refused)
        {
            return $"{refused.Code} {refused.Field} {refused.Message}";
        }
    }
}

/// <summary>Two silos over one record, with the demo's story told across them.</summary>
public sealed class SiloPair : IAsyncLifetime
{
    private static PracticeDoor? _shared;

    private readonly string _folder = Directory.CreateTempSubdirectory("attune-practice-").FullName;

    internal DemoStage Stage { get; private set; } = null!;

    internal TestCluster Cluster { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Stage = await DemoStage.SetAsync(_folder, TestContext.Current.CancellationToken);
        _shared = Stage.Door;
        var builder = new TestClusterBuilder(2);
        builder.AddSiloBuilderConfigurator<Silos>();
        builder.AddClientBuilderConfigurator<Clients>();
        Cluster = builder.Build();
        await Cluster.DeployAsync();
        await Stage.PlayAsync(Cluster.GrainFactory, seed: 1);
    }

    public async ValueTask DisposeAsync()
    {
        await Cluster.StopAllSilosAsync();
        await Cluster.DisposeAsync();
        await Stage.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class Silos : ISiloConfigurator
    {
        public void Configure(ISiloBuilder siloBuilder)
        {
            siloBuilder.Services.AddPracticeServices(_shared!, MethodCatalogue.BuiltIn);
            siloBuilder.AddPracticeGrains();
        }
    }

    private sealed class Clients : IClientBuilderConfigurator
    {
        public void Configure(IConfiguration configuration, IClientBuilder clientBuilder) => clientBuilder.Services.AddSerializer(PracticeHosting.AddPracticeCodec);
    }
}

/// <summary>The calls of interest go from one silo to the other, so everything in them is written out and read again.</summary>
public sealed class TwoSiloTests(SiloPair pair) : IClassFixture<SiloPair>
{
    private readonly DemoStage _stage = pair.Stage;
    private readonly TestCluster _cluster = pair.Cluster;
    private readonly Viewer.OwnTherapist _own = new(pair.Stage.Door.Therapist);

    private CoupleId Demo => _stage.Door.Record.Logs.Cases().Where(id => id != _own.Id.Value).Select(id => new CoupleId(id)).Single();

    [Fact]
    public async Task Calls_AcrossSilos_SayTheSameAsTheRecord()
    {
        var store = new CaseStore(_stage.Door);
        var expected = Wire.Json(CoupleViews.Of(store.Load(Demo.Value)!.Value.Case, MethodCatalogue.BuiltIn, store.LoadTherapist().Assessment));
        var (relay, couple) = await ApartAsync(Demo);

        Assert.Equal(expected, await relay.See(_own, Demo.Value));
        Assert.Equal(expected, Wire.Json(await couple.See(_own, "course")));
        Assert.Contains("\"finding\":\"direct\"", expected, StringComparison.Ordinal);

        var caseload = await _cluster.GrainFactory.GetGrain<ITherapistGrain>(_own.Id.Value).SeeCaseload(_own);
        // The other test of this pair writes one of each command, a new name among them.
        Assert.Equal(store.Load(Demo.Value)!.Value.Case[Partner.A].Name, Assert.Single(caseload.Couples).NameOfA);
    }

    [Fact]
    public async Task Commands_AcrossSilos_ArriveWhole()
    {
        var (relay, couple) = await ApartAsync(Demo);
        var partner = new Viewer.PartnerWithCheckIn(Demo, Partner.B, 6);

        Assert.Equal("""{"Partner":"B","Name":"Bo","Session":6,"OnlyExpectation":false,"AboutHomeIsOn":false,"AsksAboutHome":false,"AsksSafety":true,"AsksWithinCouple":false,"AsksSinceLastTime":true}""",
            await relay.SeeCheckIn(partner, Demo.Value));
        foreach (var command in OneOfEach.Commands)
            Assert.StartsWith("{\"outcome\":", await relay.Do(_own, Demo.Value, command), StringComparison.Ordinal);
        var heart = new AddRecording { Session = 6, FileName = "heart.txt", Content = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Repeat("800", 400))) };
        Assert.StartsWith("{", await relay.AddRecording(_own, Demo.Value, heart), StringComparison.Ordinal);

        Assert.Equal(400, (await couple.See(_own, "course")).Session(6)!.Recording!.Beats);
        Assert.Equal("Ask.", (await couple.See(_own, "course")).Session(1)!.A.Debrief!.Owed);
    }

    [Fact]
    public async Task Refusals_AcrossSilos_KeepTheirCodeAndField()
    {
        var (relay, _) = await ApartAsync(Demo);

        Assert.Equal($"PRA002  {CommonRefusals.NotYours.Message}", await relay.See(new Viewer.PartnerWithCheckIn(Demo, Partner.A, 6), Demo.Value));
        var caught = await Assert.ThrowsAsync<RefusedException>(() => relay.See(null!, Demo.Value));
        Assert.Equal(CommonRefusals.NobodySaid, caught.Refusal);
        Assert.Contains("PLN001", await relay.Do(_own, Demo.Value, new PlanSession { Session = 99 }), StringComparison.Ordinal);
    }

    /// <summary>A relay that stands on another silo than the couple's; it is proven that it does.</summary>
    private async Task<(IRelayGrain Relay, ICoupleGrain Couple)> ApartAsync(CoupleId id)
    {
        var couple = _cluster.GrainFactory.GetGrain<ICoupleGrain>(id.Value);
        await couple.See(_own, "to wake it");
        var management = _cluster.GrainFactory.GetGrain<IManagementGrain>(0);
        var place = await management.GetActivationAddress(couple);
        RequestContext.Set(IPlacementDirector.PlacementHintKey, _cluster.Silos.Select(silo => silo.SiloAddress).Single(silo => !silo.Equals(place)));
        var relay = _cluster.GrainFactory.GetGrain<IRelayGrain>(Guid.NewGuid());
        await relay.SeeCheckIn(_own, id.Value);
        RequestContext.Clear();
        Assert.NotEqual(place, await management.GetActivationAddress(relay));
        return (relay, couple);
    }
}
