using System.Text;
using System.Text.Json;
using Attune.Method.Cases;
using Attune.Practice.Asking;
using Attune.Practice.Holding;
using Attune.Practice.Planning;
using Attune.Practice.Refusals;
using Attune.Practice.Tests.Fixtures;
using Attune.Practice.Therapists;
using Attune.Practice.Viewing;
using static Attune.Practice.Tests.Fixtures.TestPractice;

namespace Attune.Practice.Tests.Auditing;

public sealed class AuditTests(SharedPractice shared)
{
    private readonly TestPractice _practice = shared.Practice;

    [Fact]
    public async Task Trail_ChangesAndLooks_NameWhoAndWhat()
    {
        var (id, couple) = await _practice.OpenCoupleAsync("Wilhelmina", "Bartholomeus");
        Done(await couple.Do(_practice.Own, new PlanSession { Session = 1, Aim = "an aim in six words" }));
        Done(await couple.Do(_practice.Own, new HoldSession { Session = 1 }));
        Done(await couple.Do(new Viewer.PartnerWithCheckIn(id, Partner.B, 1), new AnswerCheckIn
        {
            Partner = Partner.B,
            Session = 1,
            Answers = new CheckInAnswers { Task = 2, Tension = new TensionAnswer { Any = true, Words = "it went too fast" } },
        }));
        await couple.See(_practice.Own, "course");

        var trail = Trail(id.Value);

        Assert.Equal(
            [
                ("therapist", "changed", "open-couple"), ("therapist", "changed", "PlanSession"), ("therapist", "changed", "HoldSession"),
                ("partner", "changed", "AnswerCheckIn"), ("therapist", "looked", "course"),
            ],
            trail.Select(entry => (Who(entry).GetProperty("viewer").GetString()!, Text(entry, "did"), Text(entry, "what"))));
        Assert.Equal(_practice.Own.Id.Value, Who(trail[0]).GetProperty("id").GetGuid());
        Assert.Equal(("B", 1), (Who(trail[3]).GetProperty("partner").GetString(), Who(trail[3]).GetProperty("session").GetInt32()));
    }

    [Fact]
    public async Task Trail_EveryEntry_HoldsNoContent()
    {
        var (id, couple) = await _practice.OpenCoupleAsync("Wilhelmina", "Bartholomeus");
        Done(await couple.Do(_practice.Own, new PlanSession { Session = 1, Aim = "an aim in six words" }));
        await couple.See(_practice.Own, "course");

        foreach (var entry in Trail(id.Value))
        {
            Assert.Equal(["did", "what", "who"], entry.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
            Assert.All(new[] { "Wilhelmina", "Bartholomeus", "an aim" }, word => Assert.DoesNotContain(word, entry.ToString(), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Trail_Refused_LeavesNoChange()
    {
        var (id, couple) = await _practice.OpenCoupleAsync();

        Assert.Equal("PLN001", Code(await couple.Do(_practice.Own, new PlanSession { Session = 7 })));
        await Assert.ThrowsAsync<RefusedException>(() => couple.See(new Viewer.PartnerWithCheckIn(id, Partner.A, 1), "course"));

        Assert.Single(Trail(id.Value));
    }

    [Fact]
    public async Task Trail_OwnProfileAndCaseload_AreInItToo()
    {
        await using var practice = await CreateAsync();
        var (id, _) = await practice.OpenCoupleAsync();
        Done(await practice.Therapist.Assess(practice.Own, new AssessTherapist { UsualRestingRate = 66 }));
        await practice.Therapist.SeeProfile(practice.Own);
        await practice.Therapist.SeeCaseload(practice.Own);

        Assert.Equal([("changed", "own profile"), ("looked", "own profile"), ("looked", "caseload")], Did(practice, practice.Own.Id.Value));
        Assert.Equal([("changed", "open-couple")], Did(practice, id.Value));
    }

    /// <summary>However many couples there are, a look at the caseload is one entry; who opened a couple's record stands in that couple's own trail.</summary>
    [Fact]
    public async Task Trail_CaseloadOfMany_IsOneEntryForEachLook()
    {
        await using var practice = await CreateAsync();
        var couples = new[] { await practice.OpenCoupleAsync(), await practice.OpenCoupleAsync() };

        await practice.Therapist.SeeCaseload(practice.Own);
        await practice.Therapist.SeeCaseload(practice.Own);

        Assert.Equal([("looked", "caseload"), ("looked", "caseload")], Did(practice, practice.Own.Id.Value));
        Assert.All(couples, couple => Assert.Equal([("changed", "open-couple")], Did(practice, couple.Id.Value)));
    }

    private JsonElement[] Trail(Guid caseId) => Trail(_practice, caseId);

    private static JsonElement[] Trail(TestPractice practice, Guid caseId) =>
        [.. practice.Door.Record.Audit.Read(caseId).Select(entry => JsonDocument.Parse(Encoding.UTF8.GetString(entry.Payload.Span)).RootElement)];

    private static IEnumerable<(string Did, string What)> Did(TestPractice practice, Guid caseId) =>
        Trail(practice, caseId).Select(entry => (Text(entry, "did"), Text(entry, "what")));

    private static JsonElement Who(JsonElement entry) => entry.GetProperty("who");

    private static string Text(JsonElement entry, string name) => entry.GetProperty(name).GetString()!;
}
