using Attune.Method.Cases;
using Attune.Practice.Couples;
using Attune.Practice.Refusals;

namespace Attune.Practice.Closing;

/// <summary>The work with a couple ends, as the therapist sees it. What is open then ends open, and stays a fact to learn from.</summary>
public sealed record CloseCouple : CoupleCommand
{
    public required ClosingReason Reason { get; init; }

    public string? Words { get; init; }

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        if (couple.Closed is not null)
            return Decision.No(ClosingRefusals.ClosedAlready);
        var check = ClosingRefusals.Check(Reason, Words);
        var last = couple.Sessions.LastOrDefault(session => session.Held is not null)?.Number ?? 0;
        return check.Fails
            ? Decision.No(check.Why)
            : Decision.Record(new CoupleClosed { At = at, AfterSession = last, Reason = Reason, Words = Words });
    }
}

/// <summary>Why it ended, as one partner says; each is asked alone, before or after.</summary>
public sealed record SayWhyClosed : CoupleCommand
{
    public required Partner Partner { get; init; }

    public required ClosingReason Reason { get; init; }

    public string? Words { get; init; }

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        var check = ClosingRefusals.Check(Reason, Words).Defined<Partner>(Partner, "Partner", "Who said it");
        return check.Fails
            ? Decision.No(check.Why)
            : Decision.Record(new PartnerSaidWhyClosed { At = at, Partner = Partner, Reason = Reason, Words = Words });
    }
}

/// <summary>The work goes on: what had ended with the closing is open again.</summary>
public sealed record ReopenCouple : CoupleCommand
{
    internal override Decision Decide(CoupleCase couple, DateTimeOffset at) =>
        couple.Closed is null ? Decision.No(ClosingRefusals.NotClosed) : Decision.Record(new CoupleReopened { At = at });
}

internal static class ClosingRefusals
{
    public static readonly Refusal ClosedAlready = new("CLO001", "The work with this couple is closed already. Open it again to go on.");

    public static readonly Refusal NotClosed = new("CLO002", "The work with this couple goes on; there is nothing to open again.");

    public static Check Check(ClosingReason reason, string? words) => new Check()
        .Defined<ClosingReason>(reason, "Reason", "The reason")
        .NotLonger(words, 1_000, "Words", "What was said");
}
