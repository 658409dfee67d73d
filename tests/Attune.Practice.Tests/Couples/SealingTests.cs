using Attune.Practice.Asking;
using Attune.Practice.Couples;
using Attune.Practice.Debriefing;
using Attune.Practice.Holding;
using Attune.Practice.Planning;
using Attune.Practice.Records;
using Attune.Practice.Refusals;
using Attune.Practice.Tests.Fixtures;
using Attune.Practice.Therapists;
using Attune.Practice.Viewing;
using Attune.Vault;
using static Attune.Practice.Tests.Fixtures.TestPractice;
using Partner = Attune.Method.Cases.Partner;

namespace Attune.Practice.Tests.Couples;

public sealed class SealingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Seal_GrainsHoldState_RefuseEverything()
    {
        await using var practice = await CreateAsync();
        var (id, couple) = await practice.OpenCoupleAsync();
        Done(await couple.Do(practice.Own, new HoldSession { Session = 1 }));
        var partner = new Viewer.PartnerWithCheckIn(id, Partner.A, 1);

        practice.Door.Seal();

        Func<Task>[] calls =
        [
            () => couple.See(practice.Own, "course"), () => couple.SeeCheckIn(partner), () => couple.Open(practice.Own, "Alma", "Bo"),
            () => couple.Do(practice.Own, new PlanSession { Session = 2 }), () => couple.Do(partner, new PutOffCheckIn { Partner = Partner.A, Session = 1 }),
            () => practice.Grains.GetGrain<ICoupleLine>(id.Value).SeeLine(practice.Own),
            () => practice.Therapist.SeeCaseload(practice.Own), () => practice.Therapist.SeeProfile(practice.Own),
            () => practice.Therapist.Assess(practice.Own, new AssessTherapist()),
        ];
        foreach (var call in calls)
            Assert.Equal(CommonRefusals.SealedCode, (await Assert.ThrowsAsync<RefusedException>(call)).Code);
    }

    [Fact]
    public async Task Seal_GrainsHoldState_AreLetGo()
    {
        await using var practice = await CreateAsync();
        await practice.OpenCoupleAsync();
        await practice.OpenCoupleAsync();
        Assert.Equal(2, await ActiveCouplesAsync(practice));

        practice.Door.Seal();

        for (var tries = 0; tries < 100 && await ActiveCouplesAsync(practice) > 0; tries++)
            await Task.Delay(20, Cancel);
        Assert.Equal(0, await ActiveCouplesAsync(practice));
    }

    [Fact]
    public async Task Unseal_ChangedWhileSealed_ShowsWhatIsInTheRecord()
    {
        await using var practice = await CreateAsync();
        var (id, couple) = await practice.OpenCoupleAsync();
        Done(await couple.Do(practice.Own, new HoldSession { Session = 1 }));
        practice.Door.Seal();
        await using (var beside = await practice.BesideAsync())
            Done(await beside.Couple(id).Do(beside.Own, new PlanSession { Session = 2, Aim = "slowly" }));

        await practice.UnsealAsync();

        var view = await couple.See(practice.Own, "course");
        Assert.Equal(("slowly", 5), (view.Session(2)!.Plan!.Aim, view.Number));
        Assert.Equal(6, Done(await couple.Do(practice.Own, new HoldSession { Session = 2 })));
    }

    /// <summary>Calls that come while the door is being opened must not keep a case whose therapist's rows were still locked.</summary>
    [Fact]
    public async Task Unseal_CallsComeMeanwhile_SeeAllOrNothing()
    {
        await using var practice = await CreateAsync();
        var (id, couple) = await practice.OpenCoupleAsync();
        Done(await couple.Do(practice.Own, new HoldSession { Session = 1 }));
        Done(await couple.Do(practice.Own, new WriteDebrief { Session = 1, Own = new OwnPart { Note = "too fast" } }));
        var partner = new Viewer.PartnerWithCheckIn(id, Partner.A, 1);

        for (var round = 0; round < 5; round++)
        {
            practice.Door.Seal();
            var unsealing = practice.Door.UnsealAsync(Passphrase, Cancel);
            while (!unsealing.IsCompleted)
            {
                try
                {
                    await couple.SeeCheckIn(partner);
                }
                catch (RefusedException refused)
                {
                    Assert.Equal(CommonRefusals.SealedCode, refused.Code);
                }
            }

            Assert.True(await unsealing);
            Assert.Equal("too fast", (await couple.See(practice.Own, "course")).Session(1)!.OwnDebrief!.Note);
            Done(await couple.Do(practice.Own, new WriteDebrief { Session = 1, Own = new OwnPart { Note = "too fast" } }));
        }
    }

    [Fact]
    public async Task Unseal_WrongPassphrase_StaysSealed()
    {
        await using var practice = await CreateAsync();
        practice.Door.Seal();

        Assert.False(await practice.Door.UnsealAsync("wrong", Cancel));
        Assert.Equal(DoorState.Sealed, practice.Door.State);
        Assert.True(await practice.Door.UnsealWithRecoveryCodeAsync(practice.RecoveryCode, Cancel));
        Assert.Equal(DoorState.Open, practice.Door.State);
    }

    /// <summary>A first run that was cut off leaves a record without its card: it says so, and nothing of it stays open.</summary>
    [Fact]
    public async Task Unseal_FirstRunNeverFinished_SaysSoAndStaysSealed()
    {
        var folder = Directory.CreateTempSubdirectory("attune-practice-").FullName;
        await using (await MakeUnfinishedAsync(folder)) { }
        await using (var door = new PracticeDoor(folder, TimeProvider.System, Cheap))
        {
            door.Look();

            var fault = await Assert.ThrowsAsync<RefusedException>(() => door.UnsealAsync(Passphrase, Cancel));
            Assert.Equal(("PRA012", DoorState.Sealed), (fault.Code, door.State));
            Assert.Equal(CommonRefusals.SealedCode, Assert.Throws<RefusedException>(() => door.Therapist).Code);
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The pages know no fault of the record but the practice's own refusals.</summary>
    [Fact]
    public async Task Door_NothingThereOrThereAlready_RefusesInItsOwnWords()
    {
        await using var practice = await CreateAsync();
        await using var second = new PracticeDoor(practice.Folder, TimeProvider.System, Cheap);
        await using var nowhere = new PracticeDoor(Path.Combine(practice.Folder, "nowhere"), TimeProvider.System, Cheap);
        nowhere.Look();

        Assert.Equal("PRA016", (await Assert.ThrowsAsync<RefusedException>(() => second.CreateAsync("Robin", Passphrase, Cancel))).Code);
        Assert.Equal("PRA015", (await Assert.ThrowsAsync<RefusedException>(() => nowhere.UnsealAsync(Passphrase, Cancel))).Code);
        Assert.Equal(DoorState.NoRecordYet, nowhere.State);
    }

    private static async Task<PracticeRecord> MakeUnfinishedAsync(string folder) =>
        (await PracticeRecord.CreateAsync(folder, Passphrase, TimeProvider.System, Cheap, Cancel)).Record;

    private static async Task<int> ActiveCouplesAsync(TestPractice practice) =>
        (await practice.Grains.GetGrain<IManagementGrain>(0).GetSimpleGrainStatistics())
            .Where(one => one.GrainType.Contains(nameof(CoupleGrain), StringComparison.Ordinal)).Sum(one => one.ActivationCount);
}
