using System.Reflection;
using Attune.Practice.Couples;
using Attune.Practice.Holding;
using Attune.Practice.Hosting;
using Attune.Practice.Learning;
using Attune.Practice.Planning;
using Attune.Practice.Refusals;
using Attune.Practice.Tests.Fixtures;
using Attune.Practice.Therapists;
using Attune.Practice.Viewing;

namespace Attune.Practice.Tests.Hosting;

/// <summary>Takes nobody's word for who asks: what the rule and the gate must catch.</summary>
public interface ICarelessGrain : IGrainWithGuidKey
{
    Task<string> Tell();

    Task<string> TellOf(string what, Viewer viewer);
}

internal sealed class CarelessGrain : Grain, ICarelessGrain
{
    public Task<string> Tell() => Task.FromResult("told");

    public Task<string> TellOf(string what, Viewer viewer) => Task.FromResult("told");
}

public sealed class ViewerGateTests(SharedPractice shared)
{
    private readonly TestPractice _practice = shared.Practice;

    [Fact]
    public void Interfaces_OfThePractice_TakeAViewerFirst()
    {
        var interfaces = typeof(ICoupleGrain).Assembly.GetTypes().Where(type => type.IsInterface && type.IsAssignableTo(typeof(IGrain))).ToList();

        Assert.Equal(["ICoupleGrain", "ICoupleLearning", "ICoupleLine", "ICoupleLive", "ILearningGrain", "ILiveSessionGrain", "ITherapistGrain"], interfaces.Select(type => type.Name).Order(StringComparer.Ordinal));
        Assert.All(interfaces, type => Assert.True(ViewerGate.IsOurs(type)));
        Assert.Empty(interfaces.SelectMany(WithoutViewer));
    }

    [Fact]
    public void Interfaces_Careless_AreCaught() =>
        Assert.Equal(["Tell", "TellOf"], WithoutViewer(typeof(ICarelessGrain)).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Call_WithoutViewer_IsRefusedBeforeTheGrain()
    {
        var careless = _practice.Grains.GetGrain<ICarelessGrain>(Guid.NewGuid());

        Assert.Equal("PRA003", (await Assert.ThrowsAsync<RefusedException>(careless.Tell)).Code);
        Assert.Equal("PRA003", (await Assert.ThrowsAsync<RefusedException>(() => careless.TellOf("it", _practice.Own))).Code);
    }

    [Fact]
    public async Task Call_ViewerIsNull_IsRefusedOnEveryMethod()
    {
        var (id, couple) = await _practice.OpenCoupleAsync();
        var recording = new AddRecording { Session = 1, FileName = "heart.txt", Content = [] };
        Func<Task>[] calls =
        [
            () => couple.Open(null!, "Alma", "Bo"), () => couple.Do(null!, new PlanSession { Session = 1 }), () => couple.AddRecording(null!, recording), () => couple.PreviewRecording(null!, recording),
            () => couple.See(null!, "course"), () => couple.SeeCheckIn(null!), () => _practice.Grains.GetGrain<ICoupleLine>(id.Value).SeeLine(null!),
            () => _practice.Grains.GetGrain<ICoupleLearning>(id.Value).SeePart(null!), () => _practice.Grains.GetGrain<ICoupleLearning>(id.Value).SeeNext(null!),
            () => _practice.Grains.GetGrain<ILearningGrain>(_practice.Own.Id.Value).SeeCalibration(null!), () => _practice.Grains.GetGrain<ILearningGrain>(_practice.Own.Id.Value).SeeChances(null!, id),
            () => _practice.Therapist.OpenCouple(null!, id, "Alma", "Bo"), () => _practice.Therapist.SeeCaseload(null!),
            () => _practice.Therapist.SeeProfile(null!), () => _practice.Therapist.Assess(null!, new AssessTherapist()),
        ];

        foreach (var call in calls)
            Assert.Equal("PRA003", (await Assert.ThrowsAsync<RefusedException>(call)).Code);
    }

    private static IEnumerable<string> WithoutViewer(Type grain) => grain.GetInterfaces().Append(grain)
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance))
        .Where(method => method.GetParameters() is not [var first, ..] || first.ParameterType != typeof(Viewer))
        .Select(method => method.Name);
}
