using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Practice.Asking;
using Attune.Practice.Assessing;
using Attune.Practice.Couples;
using Attune.Practice.Holding;
using Attune.Practice.Planning;
using Attune.Practice.Records;
using Attune.Practice.Refusals;
using Attune.Practice.Tests.Fixtures;
using Attune.Practice.Therapists;
using Attune.Practice.Viewing;
using Microsoft.Extensions.DependencyInjection;
using static Attune.Practice.Tests.Fixtures.TestPractice;

namespace Attune.Practice.Tests.Therapists;

/// <summary>What is kept from one look to the next: a couple's line and the therapist's own log. It never says less than the record does.</summary>
public sealed class KeptForThePagesTests
{
    [Fact]
    public async Task Line_NothingNew_IsKept()
    {
        await using var practice = await CreateAsync();
        var (id, couple) = await practice.OpenCoupleAsync();
        var first = await LineAsync(practice, id);

        Assert.Same(first, await LineAsync(practice, id));
        Done(await couple.Do(practice.Own, new HoldSession { Session = 1 }));
        Assert.NotSame(first, await LineAsync(practice, id));
    }

    [Fact]
    public async Task Line_AfterEachAppend_SaysTheNewState()
    {
        await using var practice = await CreateAsync();
        var (id, couple) = await practice.OpenCoupleAsync();
        Assert.Equal((0, 0), Counts(await CaseloadAsync(practice)));

        Done(await couple.Do(practice.Own, new HoldSession { Session = 1 }));
        Assert.Equal((1, 2), Counts(await CaseloadAsync(practice)));
        await couple.Do(new Viewer.PartnerWithCheckIn(id, Partner.B, 1), new AnswerCheckIn { Partner = Partner.B, Session = 1, Answers = new CheckInAnswers { Task = 4 } });
        Assert.Equal((1, 1), Counts(await CaseloadAsync(practice)));
    }

    /// <summary>As everything of a couple: what another program wrote is seen from the next own write on.</summary>
    [Fact]
    public async Task Line_OtherProgramWrote_IsNewAfterTheNextWrite()
    {
        await using var first = await CreateAsync();
        await using var second = await first.BesideAsync();
        var (id, couple) = await first.OpenCoupleAsync();
        await LineAsync(first, id);
        Done(await second.Couple(id).Do(second.Own, new HoldSession { Session = 1 }));

        Assert.Equal("PRA005", Code(await couple.Do(first.Own, new PlanSession { Session = 1 })));
        Assert.Equal((1, 2), Counts(await CaseloadAsync(first)));
    }

    [Fact]
    public async Task Line_ChangedWhileSealed_SaysWhatIsInTheRecord()
    {
        await using var practice = await CreateAsync();
        var (id, _) = await practice.OpenCoupleAsync();
        Assert.Equal((0, 0), Counts(await CaseloadAsync(practice)));
        practice.Door.Seal();
        await using (var beside = await practice.BesideAsync())
            Done(await beside.Couple(id).Do(beside.Own, new HoldSession { Session = 1 }));

        await practice.UnsealAsync();

        Assert.Equal((1, 2), Counts(await CaseloadAsync(practice)));
    }

    [Fact]
    public async Task Line_AnybodyButTheTherapist_IsRefused()
    {
        await using var practice = await CreateAsync();
        var (id, _) = await practice.OpenCoupleAsync();
        Viewer[] strangers = [new Viewer.PartnerWithCheckIn(id, Partner.A, 1), new Viewer.OwnTherapist(new TherapistId(Guid.NewGuid()))];

        foreach (var stranger in strangers)
            Assert.Equal("PRA002", (await Assert.ThrowsAsync<RefusedException>(() => practice.Grains.GetGrain<ICoupleLine>(id.Value).SeeLine(stranger))).Code);
    }

    [Fact]
    public async Task Therapist_NothingNew_IsReadOnce()
    {
        await using var practice = await CreateAsync();
        var store = Store(practice);

        Assert.Same(store.LoadTherapist(), store.LoadTherapist());
    }

    /// <summary>The couple's pages rest on the therapist's own scores, which another grain writes, or another program: the next look has them.</summary>
    [Fact]
    public async Task Therapist_AssessedByThisProgramOrAnother_IsInTheNextLook()
    {
        await using var first = await CreateAsync();
        await using var second = await first.BesideAsync();
        var (id, couple) = await first.OpenCoupleAsync();
        Done(await couple.Do(first.Own, new AssessPartner { Partner = Partner.A, SchemaModes = EveryMode }));
        var before = await couple.See(first.Own, "brief");

        Done(await first.Therapist.Assess(first.Own, new AssessTherapist { EarlySchemas = Every(5.5) }));
        var own = await couple.See(first.Own, "brief");
        Done(await second.Therapist.Assess(second.Own, new AssessTherapist { EarlySchemas = Every(1.5) }));
        var others = await couple.See(first.Own, "brief");

        Assert.NotEqual(Wire.Json(before.Map), Wire.Json(own.Map));
        Assert.NotEqual(Wire.Json(own.Map), Wire.Json(others.Map));
        var fresh = new CaseStore(first.Door);
        Assert.Equal(Wire.Json(CoupleViews.Of(fresh.Load(id.Value)!.Value.Case, MethodCatalogue.BuiltIn, fresh.LoadTherapist().Assessment)), Wire.Json(others));
        Assert.All((await first.Therapist.SeeProfile(first.Own)).Assessment!.EarlySchemas.Values, score => Assert.Equal(1.5, score));
    }

    [Fact]
    public async Task Therapist_Sealed_IsLetGo()
    {
        await using var practice = await CreateAsync();
        var kept = Kept(Store(practice));
        Collect();
        Assert.True(kept.IsAlive);

        practice.Door.Seal();

        Collect();
        Assert.False(kept.IsAlive);
        Assert.Equal(CommonRefusals.SealedCode, Assert.Throws<RefusedException>(Store(practice).LoadTherapist).Code);
    }

    // In a frame of its own: no local of the test holds it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Kept(CaseStore store) => new(store.LoadTherapist());

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }

    private static CaseStore Store(TestPractice practice) => practice.Services.GetRequiredService<CaseStore>();

    // Each pulls on the therapist, as far as the therapist has a schema to be pulled on.
    private static ImmutableSortedDictionary<string, double> EveryMode { get; } =
        MethodCatalogue.BuiltIn.InventoryModes.ToImmutableSortedDictionary(mode => mode.Code, _ => 4.5, StringComparer.Ordinal);

    private static ImmutableSortedDictionary<string, double> Every(double score) =>
        MethodCatalogue.BuiltIn.Schemas.ToImmutableSortedDictionary(schema => schema.Code, _ => score, StringComparer.Ordinal);

    private static Task<CaseloadLine> LineAsync(TestPractice practice, CoupleId id) => practice.Grains.GetGrain<ICoupleLine>(id.Value).SeeLine(practice.Own);

    private static async Task<CaseloadLine> CaseloadAsync(TestPractice practice) => Assert.Single((await practice.Therapist.SeeCaseload(practice.Own)).Couples);

    private static (int Held, int Missing) Counts(CaseloadLine line) => (line.SessionsHeld, line.MissingAnswers);
}
