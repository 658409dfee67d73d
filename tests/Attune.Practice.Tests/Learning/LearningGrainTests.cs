using System.Text.Json;
using Attune.Method.Alliance;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Learning;
using Attune.Method.Simulation;
using Attune.Practice.Asking;
using Attune.Practice.Auditing;
using Attune.Practice.Couples;
using Attune.Practice.Demo;
using Attune.Practice.Holding;
using Attune.Practice.Learning;
using Attune.Practice.Records;
using Attune.Practice.Refusals;
using Attune.Practice.Safety;
using Attune.Practice.Tests.Fixtures;
using Attune.Practice.Therapists;
using Attune.Practice.Viewing;
using Microsoft.Extensions.DependencyInjection;
using static Attune.Practice.Tests.Fixtures.TestPractice;

namespace Attune.Practice.Tests.Learning;

/// <summary>What the sessions of a therapist's couples have taught: of whom, for whom, how long it is kept, and what is gone with its source.</summary>
public sealed class LearningGrainTests
{
    private static readonly MethodCatalogue Catalogue = MethodCatalogue.BuiltIn;
    private static readonly CoupleId First = SimulatedStory.Couple(1);

    [Fact]
    public async Task Calibration_NoCouple_SaysNothingToLearnFrom()
    {
        await using var practice = await CreateAsync();

        var view = await LookAsync(practice);

        Assert.Equal((0, 0, 0), (view.Couples, view.Told!.Provenance.Sessions, view.Noticed!.Provenance.Sessions));
        Assert.Equal(ForecastVerdict.TooFewToTell, view.Told.Evaluation!.Verdict);
        Assert.Null(view.Told.Evaluation.Learned);
    }

    [Fact]
    public async Task Calibration_ManyCouples_IsTheFitOverAllOfThem()
    {
        await using var practice = await WithSimulatedAsync(12);

        var view = await LookAsync(practice);

        var (told, noticed) = (Fresh(practice, TensionReporter.Partner), Fresh(practice, TensionReporter.Therapist));
        Assert.Equal((12, 0, 0, 0), (view.Couples, view.Unread, view.PartlyRead, view.StoodAside));
        Assert.Equal((told.Posterior.Provenance, noticed.Posterior.Provenance), (view.Told!.Provenance, view.Noticed!.Provenance));
        Assert.True(view.Told.Provenance.Reports > 10, $"{view.Told.Provenance}");
        AssertSame(told, view.Told);
        Assert.Empty(view.Told.Evaluation!.Sessions);
        Assert.Equal(told.Evaluate().AgainstBaseRate, view.Told.Evaluation.AgainstBaseRate);
        Assert.Equal(view.Asked.Given - view.Asked.Unanswered, view.Told.Evaluation.AgainstGuess!.Guess.Sessions);
        // The own forecast is of what the partner tells.
        Assert.Null(view.Noticed.Evaluation!.AgainstGuess);
    }

    [Fact]
    public async Task Parts_Gathered_TeachWhatWholeCasesTeach()
    {
        await using var practice = await WithSimulatedAsync(5);
        var store = new CaseStore(practice.Door);
        foreach (var reporter in (TensionReporter[])[TensionReporter.Partner, TensionReporter.Therapist])
        {
            var (whole, parts) = (PracticeLearning.Of(store.Couples().Select(id => store.Load(id.Value)!.Value.Case), Catalogue, null, reporter), Fresh(practice, reporter));

            Assert.Equal(whole.Posterior.Provenance, parts.Posterior.Provenance);
            Assert.Equal(whole.Posterior.Terms.AsEnumerable(), parts.Posterior.Terms);
            var couple = store.Load(First.Value)!.Value.Case;
            var (one, other) = (Assert.IsType<LearnedForecast.Given>(whole.Forecast(couple, 17)), NextSession.Of(couple, Catalogue, null, 17));
            Assert.Equal(Wire.Json(one.A), Wire.Json(parts.Forecast(other, Partner.A)));
            Assert.Equal(Wire.Json(one.B), Wire.Json(parts.Forecast(other, Partner.B)));
        }
    }

    [Fact]
    public async Task Part_NothingNew_IsKept_AndMadeAnewByTheNextEventAndTheOwnProfile()
    {
        await using var practice = await WithSimulatedAsync(1);
        var part = await PartAsync(practice, First);

        Assert.Same(part, await PartAsync(practice, First));
        Done(await practice.Couple(First).Do(practice.Own, new RenamePartner { Partner = Partner.A, Name = "Simulated one" }));
        var planned = await PartAsync(practice, First);
        Assert.NotSame(part, planned);
        Done(await practice.Therapist.Assess(practice.Own, new AssessTherapist()));
        Assert.NotSame(planned, await PartAsync(practice, First));
    }

    [Fact]
    public async Task Calibration_AfterAnAnswer_IsLearntAnew_AndTheSameAsFromTheBeginning()
    {
        await using var practice = await WithSimulatedAsync(6);
        var (id, couple) = await practice.OpenCoupleAsync();
        Done(await couple.Do(practice.Own, new HoldSession { Session = 1 }));
        var before = await LookAsync(practice);

        await couple.Do(new Viewer.PartnerWithCheckIn(id, Partner.A, 1), new AnswerCheckIn { Partner = Partner.A, Session = 1, Answers = new CheckInAnswers { Task = 2, Tension = new TensionAnswer { Any = true } } });
        var after = await LookAsync(practice);

        Assert.Equal(before.Told!.Provenance with { Sessions = before.Told.Provenance.Sessions + 1, Reports = before.Told.Provenance.Reports + 1, Unanswered = before.Told.Provenance.Unanswered - 1, Couples = 7, Partners = before.Told.Provenance.Partners + 1 }, after.Told!.Provenance);
        AssertSame(Fresh(practice, TensionReporter.Partner), after.Told);
    }

    /// <summary>What is learnt is stored nowhere, so it goes with the one whom it was learnt from: the weights are those of a practice that never had the answers.</summary>
    [Fact]
    public async Task Erasure_OfOnePartner_LeavesNoTraceInWhatIsLearnt()
    {
        await using var practice = await WithSimulatedAsync(6);
        var before = await LookAsync(practice);
        var key = practice.Door.Record.Keys.Of(First.Value).Single(one => one.Label == "A").KeyId;

        await practice.Door.Record.Keys.DestroyAsync(key, TestContext.Current.CancellationToken);
        practice.Door.Seal();
        await practice.UnsealAsync();
        var after = await LookAsync(practice);

        Assert.True(after.Told!.Provenance.Sessions < before.Told!.Provenance.Sessions);
        Assert.Equal(before.Told.Provenance.Partners - 1, after.Told.Provenance.Partners);
        Assert.Equal((0, 1), (after.Unread, after.PartlyRead));
        Assert.True(after.Asked.Given < before.Asked.Given);
        var never = Fresh(practice, TensionReporter.Partner, events => events.Where(happened => happened.Subject != Subject.PartnerA));
        Assert.Equal(never.Posterior.Provenance.Sessions, after.Told.Provenance.Sessions);
        Assert.Equal(never.Posterior.Provenance.Reports, after.Told.Provenance.Reports);
        AssertSame(never, after.Told);
    }

    [Fact]
    public async Task Sealed_Always_NothingIsShownAndItIsWorkedOutAnew()
    {
        await using var practice = await WithSimulatedAsync(2);
        await LookAsync(practice);
        practice.Door.Seal();

        Assert.Equal(CommonRefusals.SealedCode, (await Assert.ThrowsAsync<RefusedException>(() => LearningOf(practice).SeeCalibration(practice.Own))).Code);
        await using (var beside = await practice.BesideAsync())
            await beside.OpenCoupleAsync();
        await practice.UnsealAsync();
        Assert.Equal(3, (await LookAsync(practice)).Couples);
    }

    [Fact]
    public async Task Flag_Up_ForecastsNothing_AndItsSessionsAreNotLearntFrom()
    {
        await using var practice = await WithSimulatedAsync(4);
        var (id, couple) = await practice.OpenCoupleAsync();
        Assert.Equal(LearnedStanding.Given, (await ChancesAsync(practice, id)).Standing);
        var before = await LookAsync(practice);

        Done(await couple.Do(practice.Own, new RaiseSafetyFlag { Partner = Partner.A, Concern = SafetyConcern.Violence }));
        Done(await couple.Do(practice.Own, new HoldSession { Session = 1 }));
        await couple.Do(new Viewer.PartnerWithCheckIn(id, Partner.B, 1), new AnswerCheckIn { Partner = Partner.B, Session = 1, Answers = new CheckInAnswers { Tension = new TensionAnswer { Any = true } } });

        var chances = await LearningOf(practice).SeeChances(practice.Own, id);
        Assert.Equal((LearnedStanding.SteppedAside, null, null), (chances.Standing, chances.Told, chances.Noticed));
        var after = await LookAsync(practice);
        Assert.Equal(2, after.StoodAside);
        Assert.Equal(before.Told!.Provenance, after.Told!.Provenance);
    }

    [Fact]
    public async Task Chances_OfAKnownCouple_AddUpAndKnowThem_OfANewOneDoNot()
    {
        await using var practice = await WithSimulatedAsync(8);
        var (id, _) = await practice.OpenCoupleAsync();

        var (known, stranger) = (await ChancesAsync(practice, First), await ChancesAsync(practice, id));

        Assert.True(known.Told!.A.Prediction.KnowsPartner);
        Assert.False(stranger.Told!.A.Prediction.KnowsPartner);
        foreach (var area in known.Told.A.Areas)
        {
            var sum = area.Intercept + area.Partner + area.Contributions.Sum(one => one.LogOdds);
            Assert.Equal(area.LogOdds, sum, 1e-12);
        }

        var any = known.Told.A.Prediction.Any;
        Assert.True(any.Lower < any.Probability && any.Probability < any.Upper);
        Assert.Equal(known.Told.Provenance, (await LookAsync(practice)).Told!.Provenance);
    }

    [Fact]
    public async Task Chances_FewAnswers_ShowNoNumber()
    {
        await using var practice = await WithSimulatedAsync(1, new SimulationOptions { Sessions = 5, Dropout = 0 });

        var chances = await LearningOf(practice).SeeChances(practice.Own, First);

        Assert.Equal((LearnedStanding.TooFew, null, null), (chances.Standing, chances.Told, chances.Noticed));
    }

    [Fact]
    public async Task Trail_OneLook_IsOneEntryInTheTherapistsOwn_AndOfChancesInTheCouples()
    {
        await using var practice = await WithSimulatedAsync(3);
        await LearningOf(practice).SeeCalibration(practice.Own);
        await LearningOf(practice).SeeChances(practice.Own, First);

        Assert.Equal([("looked", "calibration")], Trail(practice, practice.Own.Id.Value));
        Assert.Equal([("changed", "tell-story"), ("looked", "learnt forecast")], Trail(practice, First.Value));
        Assert.Equal([("changed", "tell-story")], Trail(practice, SimulatedStory.Couple(2).Value));
    }

    [Fact]
    public async Task Anything_ForAnybodyElse_IsRefusedAndLeavesNoLook()
    {
        await using var practice = await WithSimulatedAsync(1);
        var other = new Viewer.OwnTherapist(new TherapistId(Guid.NewGuid()));
        Viewer[] strangers = [new Viewer.PartnerWithCheckIn(First, Partner.A, 1), new Viewer.PartnerWithReport(First, Partner.A), other];
        var part = practice.Grains.GetGrain<ICoupleLearning>(First.Value);

        foreach (var stranger in strangers)
        {
            Func<Task>[] calls =
            [
                () => LearningOf(practice).SeeCalibration(stranger), () => LearningOf(practice).SeeChances(stranger, First),
                () => practice.Grains.GetGrain<ILearningGrain>(other.Id.Value).SeeCalibration(stranger),
                () => practice.Grains.GetGrain<ILearningGrain>(other.Id.Value).SeeChances(stranger, First), () => part.SeePart(stranger), () => part.SeeNext(stranger),
            ];
            foreach (var call in calls)
                Assert.Equal("PRA002", (await Assert.ThrowsAsync<RefusedException>(call)).Code);
        }

        Assert.Equal([("changed", "tell-story")], Trail(practice, First.Value));
    }

    [Fact]
    public async Task Chances_NoSuchCouple_IsRefused()
    {
        await using var practice = await WithSimulatedAsync(1);

        Assert.Equal("PRA004", (await Assert.ThrowsAsync<RefusedException>(() => LearningOf(practice).SeeChances(practice.Own, new CoupleId(Guid.NewGuid())))).Code);
    }

    /// <summary>A practice whose couples are the simulator's.</summary>
    internal static async Task<TestPractice> WithSimulatedAsync(int couples, SimulationOptions? options = null)
    {
        var practice = await CreateAsync();
        var (store, audit) = (practice.Services.GetRequiredService<CaseStore>(), practice.Services.GetRequiredService<AuditBook>());
        await SimulatedStory.WriteAsync(store, audit, practice.Own, Catalogue, new CoupleSimulator(Catalogue, options ?? new SimulationOptions()).Couples(7, 1, couples), Told.At);
        return practice;
    }

    private static ILearningGrain LearningOf(TestPractice practice) => practice.Grains.GetGrain<ILearningGrain>(practice.Own.Id.Value);

    /// <summary>Looks again, as a person does, until everything was worked out.</summary>
    private static async Task<CalibrationView> LookAsync(TestPractice practice)
    {
        for (var look = 0; look < 100; look++)
        {
            if (await LearningOf(practice).SeeCalibration(practice.Own) is { Told.Evaluation: not null, Noticed.Evaluation: not null } done)
                return done;
        }

        throw new InvalidOperationException("Never worked out.");
    }

    private static async Task<LearnedChances> ChancesAsync(TestPractice practice, CoupleId couple)
    {
        await LookAsync(practice);
        var chances = await LearningOf(practice).SeeChances(practice.Own, couple);
        Assert.Equal(LearnedStanding.Given, chances.Standing);
        return chances;
    }

    private static Task<LearningPart> PartAsync(TestPractice practice, CoupleId couple) => practice.Grains.GetGrain<ICoupleLearning>(couple.Value).SeePart(practice.Own);

    // From the record, without anything kept; the first couple's events may be left out.
    private static GatheredLearning Fresh(TestPractice practice, TensionReporter reporter, Func<IEnumerable<CaseEvent>, IEnumerable<CaseEvent>>? ofFirst = null)
    {
        var store = new CaseStore(practice.Door);
        return GatheredLearning.Of(store.Couples().Select(id => CoupleRows.Of(CaseOf(id), Catalogue, store.LoadTherapist().Assessment)), Catalogue, reporter);

        CoupleCase CaseOf(CoupleId id)
        {
            var couple = store.Load(id.Value)!.Value.Case;
            return ofFirst is not null && id == First ? CoupleCase.Fold(ofFirst(couple.Recorded.Select(one => one.Event))) : couple;
        }
    }

    private static void AssertSame(GatheredLearning expected, ReporterLearning actual) => Assert.All(
        expected.Posterior.Terms.Append(expected.Posterior.Intercept).Zip(actual.Terms.Append(actual.Intercept)),
        pair => Assert.True(Math.Abs(pair.First.Mean - pair.Second.Mean) < 1e-8 && Math.Abs(pair.First.Sd - pair.Second.Sd) < 1e-8, $"{pair}"));

    private static List<(string?, string?)> Trail(TestPractice practice, Guid caseId) => [.. practice.Door.Record.Audit.Read(caseId)
        .Select(entry => JsonDocument.Parse(entry.Payload).RootElement)
        .Select(entry => (entry.GetProperty("did").GetString(), entry.GetProperty("what").GetString()))];
}
