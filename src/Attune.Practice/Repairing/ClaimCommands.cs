using Attune.Method.Cases;
using Attune.Method.Repair;
using Attune.Practice.Couples;
using Attune.Practice.Planning;
using Attune.Practice.Refusals;

namespace Attune.Practice.Repairing;

/// <summary>The therapist holds it for repaired.</summary>
public sealed record ClaimRepair : RuptureCommand
{
    public required int Session { get; init; }

    private protected override Decision Decide(CoupleCase couple, RuptureRecord rupture, DateTimeOffset at) =>
        SessionRules.IsHeld(couple, Session)
            ? Decision.Record(new RepairClaimed { At = at, Rupture = Rupture, Owner = rupture.Owner, Session = Session })
            : Decision.No(SessionRules.NotHeld(Session));
}

/// <summary>The partner said in the room that it is cleared.</summary>
public sealed record TellInTheRoom : RuptureCommand
{
    public required int Session { get; init; }

    private protected override Decision Decide(CoupleCase couple, RuptureRecord rupture, DateTimeOffset at) =>
        SessionRules.IsHeld(couple, Session)
            ? Decision.Record(new RepairToldInTheRoom { At = at, Rupture = Rupture, Owner = rupture.Owner, Session = Session })
            : Decision.No(SessionRules.NotHeld(Session));
}

/// <summary>A claim, or a word in the room, is taken back: noted too early, or for the wrong rupture.</summary>
public sealed record WithdrawRepairClaim : RuptureCommand
{
    private protected override Decision Decide(CoupleCase couple, RuptureRecord rupture, DateTimeOffset at) =>
        rupture.ClaimedInSession is null && rupture.ToldInRoomInSession is null
            ? Decision.No(RuptureRefusals.NothingClaimed)
            : Decision.Record(new RepairClaimWithdrawn { At = at, Rupture = Rupture, Owner = rupture.Owner });
}

/// <summary>Asked later: was a piece of it used at home? Recorded whatever is or is not asked.</summary>
public sealed record NoteReuse : RuptureCommand
{
    public required Partner Partner { get; init; }

    public required int Session { get; init; }

    public required ReuseAnswer Answer { get; init; }

    public string? Words { get; init; }

    private protected override Decision Decide(CoupleCase couple, RuptureRecord rupture, DateTimeOffset at)
    {
        if (!SessionRules.IsHeld(couple, Session))
            return Decision.No(SessionRules.NotHeld(Session));
        var check = new Check()
            .Defined<Partner>(Partner, "Partner", "Who said it")
            .Defined<ReuseAnswer>(Answer, "Answer", "What was said")
            .NotLonger(Words, 1_000, "Words", "What was said");
        return check.Fails
            ? Decision.No(check.Why)
            : Decision.Record(new RepairReused { At = at, Rupture = Rupture, Partner = Partner, Session = Session, Answer = Answer, Words = Words });
    }
}

/// <summary>What was owed to a partner has been given.</summary>
public sealed record KeepPromise : CoupleCommand
{
    public required Partner Partner { get; init; }

    /// <summary>The session whose debrief holds the promise.</summary>
    public required int PromisedInSession { get; init; }

    /// <summary>The session in which, or after which, it was kept.</summary>
    public required int Session { get; init; }

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        if (!SessionRules.IsHeld(couple, Session))
            return Decision.No(SessionRules.NotHeld(Session));
        return OpenPromises.Of(couple).Any(owed => owed.Partner == Partner && owed.PromisedInSession == PromisedInSession)
            ? Decision.Record(new PromiseKept { At = at, Partner = Partner, PromisedInSession = PromisedInSession, Session = Session })
            : Decision.No(RuptureRefusals.NothingOwed);
    }
}
