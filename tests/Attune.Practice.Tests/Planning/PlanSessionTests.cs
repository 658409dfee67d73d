using Attune.Method.Cases;
using Attune.Practice.Holding;
using Attune.Practice.Planning;
using Attune.Practice.Tests.Fixtures;

namespace Attune.Practice.Tests.Planning;

public sealed class PlanSessionTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(2)]
    public void Decide_SessionWithAGap_IsRefused(int session) =>
        Assert.Equal([("PLN001", null)], Told.Begun().Refusals(new PlanSession { Session = session }));

    [Fact]
    public void Decide_GapAndLongAim_SaysBoth() =>
        Assert.Equal([("PLN001", null), ("PRA022", "Aim")], Told.Begun().Refusals(new PlanSession { Session = 5, Aim = new string('x', 501) }));

    [Fact]
    public void Decide_NextAndEarlierSessions_AreTaken()
    {
        var told = Told.Held(2);

        Assert.Equal(3, told.Event<SessionPlanned>(new PlanSession { Session = 3 }).Session);
        Assert.Equal(Subject.Couple, told.Event<SessionPlanned>(new PlanSession { Session = 1, Techniques = default }).Subject);
    }

    [Fact]
    public void Decide_PutOffBeforeTheFirst_NextSessionIsTheFirst()
    {
        var told = Told.Begun().With(new CheckInPutOff { At = Told.At, Partner = Partner.A, Session = 0 });

        told.Event<SessionPlanned>(new PlanSession { Session = 1 });
        Assert.Equal([("PLN001", null)], told.Refusals(new PlanSession { Session = 0 }));
    }

    [Fact]
    public void Decide_PlannedMeanwhile_IsStale()
    {
        var told = Told.Begun();
        var seen = told.Number;
        told.Do(new PlanSession { Session = 1 });

        Assert.Equal([(Told.Stale, null)], told.Refusals(new PlanSession { Session = 1, BasedOn = seen }));
        Assert.Equal(4, told.Event<SessionPlanned>(new PlanSession { Session = 1, BasedOn = told.Number }).Amends);
    }

    [Fact]
    public void Decide_SomethingElseChangedMeanwhile_IsTaken()
    {
        var told = Told.Held();
        var seen = told.Number;
        told.Do(new PlanSession { Session = 1 }).Do(new HoldSession { Session = 2 });

        Assert.Null(told.Event<SessionPlanned>(new PlanSession { Session = 2, BasedOn = seen }).Amends);
    }
}
