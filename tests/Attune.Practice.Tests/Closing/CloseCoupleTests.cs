using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Repair;
using Attune.Practice.Closing;
using Attune.Practice.Couples;
using Attune.Practice.Tests.Fixtures;

namespace Attune.Practice.Tests.Closing;

public sealed class CloseCoupleTests
{
    private static CloseCouple Close => new() { Reason = ClosingReason.TheCoupleParted, Words = "They go two ways." };

    [Fact]
    public void Close_AfterSessions_SaysAfterWhichAndWhy()
    {
        var closed = Told.Held(3).Event<CoupleClosed>(Close);

        Assert.Equal((3, ClosingReason.TheCoupleParted, Subject.Couple), (closed.AfterSession, closed.Reason, closed.Subject));
        Assert.Equal(0, Told.Begun().Event<CoupleClosed>(Close).AfterSession);
    }

    [Fact]
    public void Close_ClosedAlready_IsRefusedUntilItIsOpenedAgain()
    {
        var told = Told.Held().Do(Close);

        Assert.Equal([("CLO001", null)], told.Refusals(Close));
        Assert.Null(told.Do(new ReopenCouple()).Case.Closed);
        told.Event<CoupleClosed>(Close);
    }

    [Fact]
    public void Reopen_NotClosed_IsRefused() => Assert.Equal([("CLO002", null)], Told.Held().Refusals(new ReopenCouple()));

    [Fact]
    public void Close_NotOffered_SaysAllAtOnce() =>
        Assert.Equal([("PRA021", "Reason"), ("PRA022", "Words")], Told.Held().Refusals(new CloseCouple { Reason = default, Words = new string('x', 1_001) }));

    [Theory]
    [InlineData(Partner.A, Subject.PartnerA)]
    [InlineData(Partner.B, Subject.PartnerB)]
    public void SayWhy_EachAlone_LiesUnderTheirOwnKey(Partner partner, Subject subject)
    {
        var why = new SayWhyClosed { Partner = partner, Reason = ClosingReason.SomethingBetweenUs };

        Assert.Equal(subject, Told.Held().Event<PartnerSaidWhyClosed>(why).Subject);
        Assert.Equal(ClosingReason.SomethingBetweenUs, Told.Held().Do(Close).Do(why).Case[partner].WhyClosed!.Reason);
    }

    [Fact]
    public void View_ClosedWithARuptureOpen_SaysThatItEndedSo()
    {
        var told = Told.Ruptured().Do(Close);
        Assert.Equal(RepairState.Ended, Assert.Single(CoupleViews.Of(told.Case, MethodCatalogue.BuiltIn, own: null).Ruptures).Reading.State);

        Assert.Equal(RepairState.Open, Assert.Single(CoupleViews.Of(told.Do(new ReopenCouple()).Case, MethodCatalogue.BuiltIn, own: null).Ruptures).Reading.State);
    }
}
