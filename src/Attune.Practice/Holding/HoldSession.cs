using Attune.Method.Cases;
using Attune.Practice.Couples;
using Attune.Practice.Planning;
using Attune.Practice.Refusals;

namespace Attune.Practice.Holding;

/// <summary>Notes that a session took place.</summary>
public sealed record HoldSession : CoupleCommand
{
    public required int Session { get; init; }

    /// <summary>Null: now.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    public int? Minutes { get; init; }

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        var check = new Check()
            .That(SessionRules.MayExist(couple, Session), SessionRules.OutOfTurn(couple, Session))
            .Within(Minutes, 1, 600, "Minutes", "The length in minutes");
        if (check.Fails)
            return Decision.No(check.Why);
        var before = couple.FindSession(Session)?.Held;
        return Decision.Record(new SessionHeld { At = at, Session = Session, StartedAt = StartedAt ?? before?.StartedAt ?? at, Minutes = Minutes ?? before?.Minutes });
    }
}
