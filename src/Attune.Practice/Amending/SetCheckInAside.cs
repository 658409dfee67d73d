using Attune.Method.Cases;
using Attune.Practice.Couples;
using Attune.Practice.Refusals;

namespace Attune.Practice.Amending;

/// <summary>
/// A check-in that the wrong person had in hand is set aside, with the reason. What was written is kept as it is, is shown to the therapist alone,
/// and counts nowhere; the partner may be asked anew.
/// </summary>
public sealed record SetCheckInAside : CoupleCommand
{
    public required int Session { get; init; }

    public required Partner Partner { get; init; }

    public required string Why { get; init; }

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        var check = new Check()
            .Defined<Partner>(Partner, "Partner", "Whose answers they are")
            .Given(Why, "Why", "The reason")
            .NotLonger(Why, 500, "Why", "The reason");
        if (check.Fails)
            return Decision.No(check.Why);
        return couple.FindSession(Session)?[Partner].CheckIn is null
            ? Decision.No(new Refusal("AMD007", "There are no answers here that could be set aside."))
            : Decision.Record(new CheckInSetAside { At = at, Session = Session, Partner = Partner, Why = Why.Trim() });
    }
}
