using System.Text;
using Attune.Method.Alliance;
using Attune.Method.Cases;
using Attune.Method.Repair;
using Attune.Practice.Asking;
using Attune.Practice.Assessing;
using Attune.Practice.Couples;
using Attune.Practice.Debriefing;
using Attune.Practice.Holding;
using Attune.Practice.Planning;
using Attune.Practice.Refusals;
using Attune.Practice.Repairing;
using Attune.Practice.Tests.Fixtures;
using Attune.Practice.Viewing;
using Attune.Signals.Simulation;
using static Attune.Practice.Tests.Fixtures.TestPractice;

namespace Attune.Practice.Tests.Couples;

public sealed class CoupleGrainTests(SharedPractice shared)
{
    private readonly TestPractice _practice = shared.Practice;

    /// <summary>The whole loop in a real silo, then the program ends and another one reads it.</summary>
    [Fact]
    public async Task Loop_FromAssessmentToConfirmation_ReadsTheSameAfterARestart()
    {
        await using var practice = await CreateAsync();
        var (id, couple) = await practice.OpenCoupleAsync();
        await GoThroughTheLoopAsync(practice, id, couple);

        var before = await couple.See(practice.Own, "course");
        await practice.RestartAsync();
        var after = await practice.Couple(id).See(practice.Own, "course");

        Assert.Equal(Wire.Json(before), Wire.Json(after));
        Assert.Equal(3, after.Sessions.Length);
        Assert.Single(after.Session(1)!.Arousal!.Episodes);
        Assert.Contains(after.A.Course.Findings, finding => finding is RuptureFinding.Direct { Session: 1, Strength: 4, By: TensionReporter.Partner });
        var rupture = Assert.Single(after.Ruptures);
        Assert.Equal((RepairState.Confirmed, 1), (rupture.Reading.State, rupture.Steps.Length));
        Assert.Equal(WitnessReaction.Stayed, rupture.Steps[0].Witness);
        Assert.NotNull(after.Session(2)!.B.PutOffAt);
        Assert.Empty(practice.Door.Record.Verify());
    }

    [Fact]
    public async Task Open_Twice_IsRefused()
    {
        var (_, couple) = await _practice.OpenCoupleAsync();

        Assert.Equal("COU001", Code(await couple.Open(_practice.Own, "Alma", "Bo")));
    }

    [Fact]
    public async Task Open_NoNames_SaysBothFields()
    {
        var outcome = await _practice.Therapist.OpenCouple(_practice.Own, new CoupleId(Guid.CreateVersion7()), " ", new string('x', 81));

        Assert.Equal([("PRA023", "NameOfA"), ("PRA022", "NameOfB")], Assert.IsType<Outcome.Refused>(outcome).Why.Select(why => (why.Code, why.Field!)));
    }

    /// <summary>The therapist's own log lies in the same record; under its id there is no couple.</summary>
    [Fact]
    public async Task See_TherapistsOwnId_IsNoCouple()
    {
        var couple = _practice.Couple(new CoupleId(_practice.Own.Id.Value));

        Assert.Equal("PRA004", (await Assert.ThrowsAsync<RefusedException>(() => couple.See(_practice.Own, "course"))).Code);
        Assert.Equal("COU001", Code(await couple.Open(_practice.Own, "Alma", "Bo")));
    }

    [Fact]
    public async Task See_NobodyElseThanTheTherapist_IsShown()
    {
        var (id, couple) = await _practice.OpenCoupleAsync();
        Viewer[] others = [new Viewer.OwnTherapist(new TherapistId(Guid.NewGuid())), new Viewer.PartnerWithCheckIn(id, Partner.A, 0)];

        foreach (var viewer in others)
        {
            Assert.Equal("PRA002", (await Assert.ThrowsAsync<RefusedException>(() => couple.See(viewer, "course"))).Code);
            Assert.Equal("PRA002", (await Assert.ThrowsAsync<RefusedException>(() => _practice.Therapist.SeeCaseload(viewer))).Code);
            Assert.Equal("PRA002", (await Assert.ThrowsAsync<RefusedException>(() => _practice.Therapist.SeeProfile(viewer))).Code);
            Assert.Equal("PRA002", Code(await couple.Do(viewer, new PlanSession { Session = 1 })));
            Assert.Equal("PRA002", Code(await couple.Open(viewer, "Alma", "Bo")));
        }
    }

    [Fact]
    public async Task Do_UnknownCouple_IsRefused()
    {
        var id = new CoupleId(Guid.CreateVersion7());

        Assert.Equal("PRA004", Code(await _practice.Couple(id).Do(_practice.Own, new PlanSession { Session = 1 })));
        Assert.Equal("PRA002", (await Assert.ThrowsAsync<RefusedException>(
            () => _practice.Couple(id).SeeCheckIn(new Viewer.PartnerWithCheckIn(id, Partner.A, 1)))).Code);
    }

    /// <summary>"NaN" can be typed into a field of a score.</summary>
    [Fact]
    public async Task Do_ScoreThatIsNoNumber_ReachesItsRefusal()
    {
        var (_, couple) = await _practice.OpenCoupleAsync();
        var command = new AssessPartner { Partner = Partner.A, EarlySchemas = new AssessPartner { Partner = Partner.A }.EarlySchemas.Add("ed", double.NaN) };

        Assert.Equal("PRA020", Code(await couple.Do(_practice.Own, command)));
    }

    [Fact]
    public async Task See_FirstFormPutOff_PlansTheFirstSession()
    {
        var (id, couple) = await _practice.OpenCoupleAsync();
        Done(await couple.Do(new Viewer.PartnerWithCheckIn(id, Partner.A, 0), new PutOffCheckIn { Partner = Partner.A, Session = 0 }));

        var view = await couple.See(_practice.Own, "course");

        Assert.Equal((1, 0), (view.NextSession, view.Sessions.Length));
    }

    private static async Task GoThroughTheLoopAsync(TestPractice practice, CoupleId id, ICoupleGrain couple)
    {
        var rupture = Told.Rupture;
        var heart = SimulatedHeart.Record(
            new HeartCourse(TimeSpan.FromMinutes(20), 70) { Rises = [new HeartRise(TimeSpan.FromMinutes(6), 115, TimeSpan.FromMinutes(4))] }, 7);
        await Do(new AssessPartner { Partner = Partner.A, Hope = 5 });
        await Do(new PlanSession { Session = 1, Techniques = ["chair-work"] });
        await Do(new HoldSession { Session = 1, Minutes = 50 });
        Done(await couple.AddRecording(
            practice.Own, new AddRecording { Session = 1, FileName = "heart.txt", Content = Encoding.UTF8.GetBytes(heart.ToPlainText()) }));
        await Answer(1, Partner.A, 3, new TensionAnswer { Any = true, Strength = 4, Cleared = 2, Words = "too fast" }, null);
        await Answer(1, Partner.B, 6, null, null);
        await Do(new WriteDebrief { Session = 1, Own = new OwnPart { Episodes = [new EpisodeReflection(0, EpisodeToward.A, true)] } });
        await Do(new NoteRupture { Rupture = rupture, Session = 1, Owner = RuptureOwner.A, Source = RuptureSource.ReportedByPartner });
        await Do(new HoldSession { Session = 2 });
        await Do(new TakeRepairStep { Rupture = rupture, Session = 2, Kind = RepairStepKind.OwnedWithoutDefence, Witness = WitnessReaction.Stayed });
        await Do(new ClaimRepair { Rupture = rupture, Session = 2 });
        await Answer(2, Partner.A, 5, null, StillOpenAnswer.PartlyCleared);
        Done(await couple.Do(new Viewer.PartnerWithCheckIn(id, Partner.B, 2), new PutOffCheckIn { Partner = Partner.B, Session = 2 }));
        await Do(new HoldSession { Session = 3 });
        await Answer(3, Partner.A, 6, null, StillOpenAnswer.Nothing);

        async Task Do(CoupleCommand command) => Done(await couple.Do(practice.Own, command));

        async Task Answer(int session, Partner partner, int rating, TensionAnswer? tension, StillOpenAnswer? open) => Done(await couple.Do(
            new Viewer.PartnerWithCheckIn(id, partner, session),
            new AnswerCheckIn
            {
                Partner = partner,
                Session = session,
                Answers = new CheckInAnswers { Task = rating, Goal = rating, Bond = rating - (session % 2), Tension = tension, StillOpen = open },
            }));
    }
}
