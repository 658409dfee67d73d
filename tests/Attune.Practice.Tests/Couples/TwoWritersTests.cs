using Attune.Method.Cases;
using Attune.Practice.Asking;
using Attune.Practice.Debriefing;
using Attune.Practice.Holding;
using Attune.Practice.Planning;
using Attune.Practice.Refusals;
using Attune.Practice.Tests.Fixtures;
using Attune.Practice.Therapists;
using Attune.Practice.Viewing;
using static Attune.Practice.Tests.Fixtures.TestPractice;

namespace Attune.Practice.Tests.Couples;

/// <summary>Two programs on one folder: whatever they do at once, there is one log, and the one that was second is told.</summary>
public sealed class TwoWritersTests
{
    [Fact]
    public async Task Do_OtherWroteMeanwhile_IsRefusedAndSucceedsOnRetry()
    {
        await using var first = await CreateAsync();
        await using var second = await first.BesideAsync();
        var (id, couple) = await first.OpenCoupleAsync();
        var other = second.Couple(id);
        await other.See(second.Own, "course");
        Done(await couple.Do(first.Own, new HoldSession { Session = 1 }));

        Assert.Equal("PRA005", Code(await other.Do(second.Own, new PlanSession { Session = 1 })));
        Assert.Equal(5, Done(await other.Do(second.Own, new PlanSession { Session = 1 })));
        Assert.Equal("PRA005", Code(await couple.Do(first.Own, new PlanSession { Session = 2 })));
        Assert.Equal(Wire.Json(await other.See(second.Own, "course")), Wire.Json(await couple.See(first.Own, "course")));
    }

    /// <summary>A partner is not told that somebody else was writing: it would tell when.</summary>
    [Fact]
    public async Task Do_PartnerAndOtherWroteMeanwhile_IsTakenAtOnce()
    {
        await using var first = await CreateAsync();
        await using var second = await first.BesideAsync();
        var (id, couple) = await first.OpenCoupleAsync();
        Done(await couple.Do(first.Own, new HoldSession { Session = 1 }));
        var other = second.Couple(id);
        await other.See(second.Own, "course");
        Done(await couple.Do(new Viewer.PartnerWithCheckIn(id, Partner.A, 1), Answer(Partner.A)));

        Assert.Equal(new Outcome.Done(0), await other.Do(new Viewer.PartnerWithCheckIn(id, Partner.B, 1), Answer(Partner.B)));
    }

    [Fact]
    public async Task Do_ManyAtOnce_NeverForkTheLog()
    {
        await using var first = await CreateAsync();
        await using var second = await first.BesideAsync();
        var (id, _) = await first.OpenCoupleAsync();
        Done(await first.Couple(id).Do(first.Own, new HoldSession { Session = 1 }));

        var written = await Task.WhenAll(WriteAsync(first, id), WriteAsync(second, id));

        Assert.Equal([30, 30], written);
        await first.RestartAsync();
        var view = await first.Couple(id).See(first.Own, "course");
        Assert.Equal(4 + (3 * 60), view.Number);
        Assert.Empty(first.Door.Record.Verify());
    }

    /// <summary>Both make keys for the couple before either writes: the loser's keys stay behind unused and must not shut anybody out.</summary>
    [Fact]
    public async Task Open_BothAtOnce_OneWinsAndBothCanGoOn()
    {
        await using var first = await CreateAsync();
        await using var second = await first.BesideAsync();

        for (var round = 0; round < 8; round++)
        {
            var id = new CoupleId(Guid.CreateVersion7());
            var outcomes = await Task.WhenAll(first.Couple(id).Open(first.Own, "Alma", "Bo"), second.Couple(id).Open(second.Own, "Carla", "Dan"));

            Assert.Single(outcomes.OfType<Outcome.Done>());
            Assert.Contains(Code(outcomes.OfType<Outcome.Refused>().Single()), new[] { "PRA005", "COU001" });
            Done(await second.Couple(id).Do(second.Own, new HoldSession { Session = 1 }));
            await first.Couple(id).Do(first.Own, new WriteDebrief { Session = 1 });
            Done(await first.Couple(id).Do(first.Own, new WriteDebrief { Session = 1 }));
        }

        await first.RestartAsync();
        Assert.Equal(8, (await first.Therapist.SeeCaseload(first.Own)).Couples.Length);
        Assert.Empty(first.Door.Record.Verify());
    }

    /// <summary>A beginning that was cut off after its keys: the couple can still be begun.</summary>
    [Fact]
    public async Task Open_CutOffBefore_TakesTheKeysThatAreThere()
    {
        await using var practice = await CreateAsync();
        var id = new CoupleId(Guid.CreateVersion7());
        await practice.Door.Record.Keys.CreateAsync(id.Value, "A", null, TestContext.Current.CancellationToken);
        await practice.Door.Record.Keys.CreateAsync(id.Value, "A", null, TestContext.Current.CancellationToken);

        Done(await practice.Couple(id).Open(practice.Own, "Alma", "Bo"));

        Assert.Equal(5, practice.Door.Record.Keys.Of(id.Value).Count);
        await practice.RestartAsync();
        Assert.Equal("Alma", (await practice.Couple(id).See(practice.Own, "course")).A.Name);
    }

    [Fact]
    public async Task Assess_OwnProfileByBoth_OneIsToldByItsOutcome()
    {
        await using var first = await CreateAsync();
        await using var second = await first.BesideAsync();
        var seen = (await first.Therapist.SeeProfile(first.Own)).Number;

        var outcomes = await Task.WhenAll(
            first.Therapist.Assess(first.Own, new AssessTherapist { BasedOn = seen, UsualRestingRate = 60 }),
            second.Therapist.Assess(second.Own, new AssessTherapist { BasedOn = seen, UsualRestingRate = 61 }));

        Assert.Single(outcomes.OfType<Outcome.Done>());
        Assert.Equal("PRA005", Code(outcomes.OfType<Outcome.Refused>().Single()));
    }

    private static async Task<int> WriteAsync(TestPractice practice, CoupleId id)
    {
        var done = 0;
        while (done < 30)
        {
            switch (await practice.Couple(id).Do(practice.Own, new WriteDebrief { Session = 1 }))
            {
                case Outcome.Done: done++; break;
                case Outcome.Refused refused: Assert.Equal("PRA005", Assert.Single(refused.Why).Code); break;
            }
        }

        return done;
    }

    private static AnswerCheckIn Answer(Partner partner) => new() { Partner = partner, Session = 1, Answers = new CheckInAnswers { Task = 4 } };
}
