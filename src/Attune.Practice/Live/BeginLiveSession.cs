using Attune.Method.Cases;
using Attune.Practice.Couples;
using Attune.Practice.Planning;
using Attune.Practice.Refusals;

namespace Attune.Practice.Live;

/// <summary>A session begins to be heard. Begun already: nothing happens.</summary>
public sealed record BeginLiveSession : CoupleCommand
{
    public required int Session { get; init; }

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        var check = new Check().That(SessionRules.MayExist(couple, Session), SessionRules.OutOfTurn(couple, Session));
        if (check.Fails)
            return Decision.No(check.Why);
        if (couple.FindSession(Session) is { Live.Now: not null })
            return Decision.Record();
        return Decision.Record(new LiveSessionBegun { At = at, Session = Session, Live = new LiveId(Guid.CreateVersion7(at)), StartedAt = at });
    }
}

/// <summary>A partner agreed, for themselves, that their heart may be heard; or takes it back.</summary>
public sealed record AgreeToHeart : CoupleCommand
{
    public required Partner Partner { get; init; }

    public required bool Agreed { get; init; }

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        var check = new Check().Defined<Partner>(Partner, "Partner", "Who agreed");
        if (check.Fails)
            return Decision.No(check.Why);
        return couple[Partner].AgreedToHeart == Agreed ? Decision.Record() : Decision.Record(new PartnerHeartAgreed { At = at, Partner = Partner, Agreed = Agreed });
    }
}
