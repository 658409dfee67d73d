using System.Text.Json.Nodes;
using Attune.Method.Catalogue;
using Attune.Method.Repair;
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

public sealed class SixSessionsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Story_OneSeed_IsWhatThePagesTell()
    {
        var (_, view, caseload) = await TellAsync(seed: 1);

        Assert.Equal([1, 2, 3, 4, 5, 6], view.Sessions.Where(session => session.Held is not null).Select(session => session.Number));
        Assert.Equal((6, 7), (view.LastHeld, view.NextSession));
        Assert.All(view.Sessions.Where(session => session.Held is not null), session => Assert.NotNull(session.A.CheckIn));
        Assert.Null(view.Session(6)!.B.CheckIn);
        Assert.Single(view.Session(3)!.Arousal!.Episodes);
        var rupture = Assert.Single(view.Ruptures);
        // Confirmed by her own answers, and more: they came back higher than they had been.
        Assert.Equal((RepairState.StrongerThanBefore, false), (rupture.Reading.State, rupture.Reading.IsStillOpen));
        Assert.Equal((3, 4, (int?)4), (rupture.Session, rupture.Steps.Length, rupture.ClaimedInSession));

        var line = Assert.Single(caseload.Couples);
        Assert.Equal(
            ("Alma", "Bo", 6, 0, null, 1),
            (line.NameOfA, line.NameOfB, line.SessionsHeld, line.OpenRuptures, line.OldestOpenSessions, line.MissingAnswers));
        Assert.Equal(["Bo: The written summary that I promised."], line.Owed);
    }

    [Fact]
    public async Task Story_SameSeed_IsTheSameEventByEvent()
    {
        var (first, _, _) = await TellAsync(seed: 7);
        var (second, _, _) = await TellAsync(seed: 7);

        Assert.NotEmpty(first);
        Assert.Equal(first, second);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(ulong.MaxValue)]
    public async Task Story_OtherSeed_DiffersAndStillHolds(ulong seed)
    {
        var (first, _, _) = await TellAsync(seed: 7);
        var (second, view, _) = await TellAsync(seed);

        Assert.Equal(first.Length, second.Length);
        Assert.NotEqual(first, second);
        Assert.Equal(RepairState.StrongerThanBefore, Assert.Single(view.Ruptures).Reading.State);
    }

    /// <summary>Both logs of the practice, without what is drawn by chance: the ids of recordings.</summary>
    private static async Task<(string[] Events, CoupleView View, CaseloadView Caseload)> TellAsync(ulong seed)
    {
        var folder = Directory.CreateTempSubdirectory("attune-practice-").FullName;
        await using var stage = await DemoStage.SetAsync(folder, Cancel);
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.AddPractice(stage.Door, MethodCatalogue.BuiltIn);
        using var host = builder.Build();
        await host.StartAsync(Cancel);
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        await stage.PlayAsync(grains, seed);

        var own = new Viewer.OwnTherapist(stage.Door.Therapist);
        var store = host.Services.GetRequiredService<CaseStore>();
        var couple = Assert.Single(store.Couples());
        var view = await grains.GetGrain<ICoupleGrain>(couple.Value).See(own, "course");
        var caseload = await grains.GetGrain<ITherapistGrain>(own.Id.Value).SeeCaseload(own);
        string[] events = [.. Log(stage.Door, own.Id.Value), .. Log(stage.Door, couple.Value)];
        Assert.Empty(stage.Door.Record.Verify());
        await host.StopAsync(Cancel);
        await stage.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        return (events, view, caseload);
    }

    private static IEnumerable<string> Log(PracticeDoor door, Guid caseId) => door.Record.Logs.Read(caseId).Select(row =>
    {
        var happened = JsonNode.Parse(Assert.IsType<LogRow.Opened>(row).Payload.Span)!.AsObject();
        happened.Remove("recording");
        if (happened["event"]!.GetValue<string>().StartsWith("therapist-introduced", StringComparison.Ordinal))
            happened.Remove("at");
        return happened.ToJsonString();
    });
}
