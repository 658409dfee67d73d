using Attune.Method.Cases;
using Attune.Practice.Couples;
using Attune.Practice.Planning;
using Attune.Practice.Refusals;

namespace Attune.Practice.Continuing;

/// <summary>An appointment was cancelled, or nobody came.</summary>
public sealed record MissSession : CoupleCommand
{
    public required MissedHow How { get; init; }

    public required RuptureOwner Whose { get; init; }

    public DateOnly? On { get; init; }

    public string? Reason { get; init; }

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        var check = new Check()
            .Defined<MissedHow>(How, "How", "What happened")
            .Defined<RuptureOwner>(Whose, "Whose", "Who did not come")
            .NotLonger(Reason, 1_000, "Reason", "The reason");
        return check.Fails
            ? Decision.No(check.Why)
            : Decision.Record(new SessionMissed { At = at, AfterSession = SessionRules.LastHeld(couple), How = How, Whose = Whose, On = On, Reason = Reason });
    }
}

/// <summary>A partner said that they are not sure they will come back.</summary>
public sealed record DoubtContinuing : CoupleCommand
{
    public required Partner Partner { get; init; }

    public required int Session { get; init; }

    public string? Words { get; init; }

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        if (!SessionRules.IsHeld(couple, Session))
            return Decision.No(SessionRules.NotHeld(Session));
        var check = new Check().Defined<Partner>(Partner, "Partner", "Who said it").NotLonger(Words, 1_000, "Words", "Their words");
        return check.Fails ? Decision.No(check.Why) : Decision.Record(new ContinuingDoubted { At = at, Partner = Partner, Session = Session, Words = Words });
    }
}

/// <summary>A partner seemed to be running out of hope.</summary>
public sealed record SeeHopeFading : CoupleCommand
{
    public required Partner Partner { get; init; }

    public required int Session { get; init; }

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        if (!SessionRules.IsHeld(couple, Session))
            return Decision.No(SessionRules.NotHeld(Session));
        var check = new Check().Defined<Partner>(Partner, "Partner", "Whose hope it is");
        return check.Fails ? Decision.No(check.Why) : Decision.Record(new HopeSeenFading { At = at, Partner = Partner, Session = Session });
    }
}

/// <summary>A task for home was agreed.</summary>
public sealed record AgreeHomeTask : CoupleCommand
{
    public required int Session { get; init; }

    public required RuptureOwner For { get; init; }

    public required string Words { get; init; }

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        if (!SessionRules.IsHeld(couple, Session))
            return Decision.No(SessionRules.NotHeld(Session));
        var check = new Check()
            .Defined<RuptureOwner>(For, "For", "Whose task it is")
            .Given(Words, "Words", "What was agreed")
            .NotLonger(Words, 1_000, "Words", "What was agreed");
        return check.Fails
            ? Decision.No(check.Why)
            : Decision.Record(new HomeTaskAgreed { At = at, Task = couple.NextOf<HomeTaskAgreed>(one => one.Task), Session = Session, For = For, Words = Words.Trim() });
    }
}

/// <summary>What became of it, for one partner and without reproach.</summary>
public sealed record ReviewHomeTask : CoupleCommand
{
    public required int Task { get; init; }

    public required Partner Partner { get; init; }

    public required int Session { get; init; }

    public required HomeTaskOutcome Outcome { get; init; }

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        var check = new Check()
            .Defined<Partner>(Partner, "Partner", "Whose task it was")
            .Defined<HomeTaskOutcome>(Outcome, "Outcome", "What became of it")
            .That(couple.HomeTasks.Any(task => task.Number == Task), new Refusal("CON001", "There is no such task. Open the page again and choose one.", "Task"));
        return check.Fails
            ? Decision.No(check.Why)
            : Decision.Record(new HomeTaskReviewed { At = at, Task = Task, Partner = Partner, Session = Session, Outcome = Outcome });
    }
}
