using Attune.Method.Cases;
using Attune.Practice.Holding;
using Attune.Practice.Planning;
using Attune.Practice.Tests.Fixtures;

namespace Attune.Practice.Tests.Holding;

public sealed class HoldSessionTests
{
    [Fact]
    public void Decide_GapAndImpossibleLength_SaysBoth() =>
        Assert.Equal([("PLN001", null), ("PRA020", "Minutes")], Told.Begun().Refusals(new HoldSession { Session = 2, Minutes = 0 }));

    [Theory]
    [InlineData(601)]
    [InlineData(-50)]
    public void Decide_LengthOutOfRange_IsRefused(int minutes) =>
        Assert.Equal([("PRA020", "Minutes")], Told.Begun().Refusals(new HoldSession { Session = 1, Minutes = minutes }));

    [Fact]
    public void Decide_Unplanned_IsTakenNow()
    {
        var held = Told.Begun().Event<SessionHeld>(new HoldSession { Session = 1 });

        Assert.Equal((Told.At, Subject.Couple), (held.StartedAt, held.Subject));
    }

    [Fact]
    public void Decide_HeldAgainWithoutTimes_KeepsWhatWasKnown()
    {
        var start = Told.At.AddDays(-3);
        var told = Told.Begun().Do(new HoldSession { Session = 1, StartedAt = start, Minutes = 75 });

        var again = told.Event<SessionHeld>(new HoldSession { Session = 1 });

        Assert.Equal((start, (int?)75), (again.StartedAt, again.Minutes));
    }

    [Fact]
    public void NotHeld_PlannedOnly_IsNotHeld()
    {
        var told = Told.Begun().Do(new PlanSession { Session = 1 });

        Assert.False(SessionRules.IsHeld(told.Case, 1));
        Assert.False(SessionRules.IsHeld(told.Case, 2));
        Assert.True(SessionRules.IsHeld(told.Do(new HoldSession { Session = 1 }).Case, 1));
    }
}
