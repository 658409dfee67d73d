using System.Collections.Immutable;
using Attune.Method.Alliance;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Learning;
using Attune.Method.SelfInsight;
using Attune.Method.Simulation;
using Attune.Method.Timeline;
using Attune.Practice.Asking;
using Attune.Practice.Couples;
using Attune.Practice.Demo;
using Attune.Practice.Holding;
using Attune.Practice.Hosting;
using Attune.Practice.Learning;
using Attune.Practice.Refusals;
using Attune.Practice.SelfReports;
using Attune.Practice.Tests.Fixtures;
using Attune.Practice.Therapists;
using Attune.Practice.Viewing;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace Attune.Practice.Tests.Hosting;

/// <summary>Whatever a grain takes or gives survives being written to the wire, and the copy that a call inside one process makes.</summary>
public sealed class CodecTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddSerializer(PracticeHosting.AddPracticeCodec).BuildServiceProvider();

    [Fact]
    public void Commands_EveryKind_ComeBack()
    {
        Assert.Equal(OneOfEach.CommandTypes.Count(), OneOfEach.Commands.Length);
        Assert.All(OneOfEach.Commands, command => ComesBack(command, command.GetType()));
    }

    [Fact]
    public void ViewersAndOutcomes_EveryKind_ComeBack()
    {
        Viewer[] viewers = [new Viewer.OwnTherapist(new TherapistId(Guid.NewGuid())), new Viewer.PartnerWithCheckIn(new CoupleId(Guid.NewGuid()), Partner.B, 3), new Viewer.PartnerWithReport(new CoupleId(Guid.NewGuid()), Partner.A)];
        Outcome[] outcomes = [new Outcome.Done(long.MaxValue), Outcome.No(new Refusal("A", "b", "C"), new Refusal("D", "e"))];

        Assert.Equal(OneOfEach.ViewerTypes, viewers.Select(viewer => viewer.GetType()));
        Assert.Equal(OneOfEach.Derived(typeof(Outcome)), outcomes.Select(outcome => outcome.GetType()));
        Assert.All(viewers, viewer => ComesBack(viewer, viewer.GetType()));
        Assert.All(outcomes, outcome => ComesBack(outcome, outcome.GetType()));
    }

    [Fact]
    public void Findings_EveryKind_ComeBack()
    {
        RuptureFinding[] findings =
        [
            new RuptureFinding.Direct(1, 4, null, TensionReporter.Partner), new RuptureFinding.Drop(2, 2, 6, 4, 5, 1),
            new RuptureFinding.ControlChart(5, 3, ChartBaseline.FlaggedKeptOut, 4, 6, .3, 5.1, 4), new RuptureFinding.SlowErosion(6, 4, 3, 6, 5, 5.5, .5),
            new RuptureFinding.PossibleSiding(6, 3, null, 3), new RuptureFinding.Inconclusive(3, InconclusiveReason.NothingBefore),
        ];

        Assert.Equal(OneOfEach.Derived(typeof(RuptureFinding)), findings.Select(finding => finding.GetType()));
        Assert.All(findings, finding => ComesBack(finding, finding.GetType()));
        ComesBack(new PartnerCourse(Partner.A, [], [.. findings]) { ChartJudgesFrom = 5 }, typeof(PartnerCourse));
    }

    [Fact]
    public void Preview_WithAndWithoutReadings_ComesBack()
    {
        var reading = new PreviewedReading
        {
            Words = "as it is",
            Format = "PlainIntervals",
            Beats = 3,
            Length = TimeSpan.FromSeconds(2.4),
            Gaps = 0,
            InGaps = TimeSpan.Zero,
            Coverage = 1,
            Touched = 0,
            Start = new DateTime(2026, 11, 24, 9, 0, 0, DateTimeKind.Unspecified),
            UtcOffset = TimeSpan.FromHours(1),
            Remarks = ["One."],
            Rates = [60, null],
            Arousal = new ArousalNoted { At = Told.At, Session = 1, Recording = default, Episodes = [new(TimeSpan.Zero, TimeSpan.FromMinutes(3), 110, 105)], ThresholdBpm = 100, Coverage = 1, Judgeable = true, RateChoice = "EveryBeat", ArtefactRule = "None", Algorithm = "a 1" },
        };

        ComesBack(new PreviewOutcome { Why = [new Refusal("A", "b", "C")] }, typeof(PreviewOutcome));
        ComesBack(new PreviewOutcome { Preview = new() { FileName = "a.txt", Question = "Which?", Readings = [reading] } }, typeof(PreviewOutcome));
        ComesBack(new AddRecording { Session = 1, FileName = "a.txt", Content = [1, 2], Reading = 1 }, typeof(AddRecording));
    }

    private static TherapistAssessed Own { get; } = new() { At = Told.At, EarlySchemas = ImmutableSortedDictionary<string, double>.Empty.Add("ei", 5) };

    [Fact]
    public void Views_WithEverything_ComeBack()
    {
        var told = Told.Held().DoOneOfEach();

        ComesBack(CoupleViews.Of(told.Case, MethodCatalogue.BuiltIn, Own), typeof(CoupleView));
        var timeline = SessionTimeline.Of(told.With(Told.Heard(HeartOf.Therapist, default)).Case, 1);
        Assert.Equal(2, timeline.Hearts.Length);
        ComesBack(timeline, typeof(SessionTimeline));
        ComesBack(new CheckInForm(Partner.A, "Alma", 3) { AboutHomeIsOn = true }, typeof(CheckInForm));
        ComesBack(new SelfReportForm(Partner.A, "Alma", true, 3), typeof(SelfReportForm));
        ComesBack(new CaseloadView("Robin", [CaseloadLines.Of(told.Case)]), typeof(CaseloadView));
        ComesBack(new TherapistView(3, "Robin", new TherapistAssessed { At = Told.At, UsualRestingRate = 66 }), typeof(TherapistView));
        ComesBack(new TherapistView(3, "Robin", null) { Cards = [new OwnCard("si", new OwnChain { ChildMode = "lonely-child" }, true, "Outside.", null, null)] }, typeof(TherapistView));
        ComesBack(new TherapistView(3, "Robin", null) { UsualRest = new RestingUsual(67.5, 2.25, 4) }, typeof(TherapistView));
        ComesBack(new WriteOwnCard { EarlySchema = "si", WhatSoothesMe = "Feet." }, typeof(WriteOwnCard));
        ComesBack(new AssessTherapist { BasedOn = 2, EarlySchemas = ImmutableSortedDictionary<string, double>.Empty.Add("us", 4.4) }, typeof(AssessTherapist));
    }

    [Fact]
    public void WhatIsLearnt_WithEverything_ComesBack()
    {
        var couples = new CoupleSimulator(MethodCatalogue.BuiltIn, new SimulationOptions()).Couples(1, 1, 12)
            .Select(couple => CoupleCase.Fold(SimulatedStory.Tell(couple, MethodCatalogue.BuiltIn, Told.At))).ToList();
        CoupleRows[] parts = [.. couples.Select(couple => CoupleRows.Of(couple, MethodCatalogue.BuiltIn, Own))];
        var learning = GatheredLearning.Of(parts, MethodCatalogue.BuiltIn, TensionReporter.Partner);
        var next = NextSession.Of(couples[0], MethodCatalogue.BuiltIn, Own, 17);
        var report = new LearnedReport(learning.Forecast(next, Partner.A), learning.Forecast(next, Partner.B), learning.Posterior.Provenance, ForecastVerdict.NoBetter);

        ComesBack(new LearningPart(parts[0], 3), typeof(LearningPart));
        ComesBack(next, typeof(NextSession));
        ComesBack(new LearnedChances(LearnedStanding.Given, 17, report), typeof(LearnedChances));
        ComesBack(new CalibrationView(12, 1, 2, ReporterLearning.Of(learning, learning.Evaluate()), null, 4, parts[0].Asked), typeof(CalibrationView));
    }

    [Fact]
    public void Refused_Always_KeepsCodeFieldAndMessage()
    {
        var refused = new RefusedException(new Refusal("PRA020", "Too high.", "Hope"));

        Assert.Equal(refused.Refusal, Sent(refused).Refusal);
        Assert.Equal(refused.Refusal, Assert.IsType<RefusedException>(Sent<Exception>(refused)).Refusal);
    }

    [Fact]
    public void AddRecording_Copied_SharesNoBytesWithItsSender()
    {
        var sent = new AddRecording { Session = 1, FileName = "heart.txt", Content = [1, 2, 3] };

        var copy = _services.GetRequiredService<DeepCopier<AddRecording>>().Copy(sent);

        Assert.Equal(Wire.Json(sent), Wire.Json(copy));
        Assert.NotSame(sent.Content, copy.Content);
    }

    /// <summary>The codec is told from the program's types alone: without it they do not travel.</summary>
    [Fact]
    public void Codec_LeftOut_IsCaught()
    {
        using var bare = new ServiceCollection().AddSerializer().BuildServiceProvider();

        Assert.ThrowsAny<Exception>(() => bare.GetRequiredService<Serializer>().SerializeToArray<Viewer>(new Viewer.OwnTherapist(default)));
    }

    public void Dispose() => _services.Dispose();

    private void ComesBack<T>(T value, Type kind) where T : class
    {
        var back = Sent(value);
        Assert.Equal(kind, back.GetType());
        Assert.Equal(Wire.Json(value), Wire.Json(back));
        Assert.Equal(Wire.Json(value), Wire.Json(_services.GetRequiredService<DeepCopier>().Copy(value)));
    }

    private T Sent<T>(T value)
    {
        var serializer = _services.GetRequiredService<Serializer>();
        return serializer.Deserialize<T>(serializer.SerializeToArray(value))!;
    }
}
