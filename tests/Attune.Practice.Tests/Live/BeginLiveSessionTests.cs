using Attune.Method.Cases;
using Attune.Practice.Live;
using Attune.Practice.Tests.Fixtures;

namespace Attune.Practice.Tests.Live;

public sealed class BeginLiveSessionTests
{
    [Fact]
    public void Decide_NextSession_BeginsWithAnOwnName()
    {
        var begun = Told.Begun().Event<LiveSessionBegun>(new BeginLiveSession { Session = 1 });

        Assert.Equal((1, Told.At, Subject.Couple), (begun.Session, begun.StartedAt, begun.Subject));
        Assert.NotEqual(default, begun.Live);
    }

    // The page is opened twice, or on two tablets.
    [Fact]
    public void Decide_GoesOnAlready_RecordsNothing() =>
        Assert.Empty(Told.Begun().Do(new BeginLiveSession { Session = 1 }).Events(new BeginLiveSession { Session = 1 }));

    [Fact]
    public void Decide_EndedBefore_MayBeginAgain()
    {
        var told = Told.Begun().Do(new BeginLiveSession { Session = 1 });
        told.With(new LiveSessionEnded { At = Told.At, Session = 1, Live = told.Case.FindSession(1)!.Live.Now!.Live, Kept = false });

        Assert.IsType<LiveSessionBegun>(Assert.Single(told.Events(new BeginLiveSession { Session = 1 })));
    }

    [Fact]
    public void Decide_WouldLeaveAGap_IsRefused() => Assert.Equal([("PLN001", null)], Told.Begun().Refusals(new BeginLiveSession { Session = 2 }));

    [Fact]
    public void Agree_SaidOnceAndTakenBack_IsUnderTheirOwnKey()
    {
        var agree = new AgreeToHeart { Partner = Partner.B, Agreed = true };
        var told = Told.Begun();

        Assert.Equal((Subject.PartnerB, true), (told.Event<PartnerHeartAgreed>(agree).Subject, told.Event<PartnerHeartAgreed>(agree).Agreed));
        Assert.Empty(told.Do(agree).Events(agree));
        Assert.False(told.Event<PartnerHeartAgreed>(agree with { Agreed = false }).Agreed);
        Assert.Equal([("PRA021", "Partner")], told.Refusals(agree with { Partner = (Partner)7 }));
    }
}
