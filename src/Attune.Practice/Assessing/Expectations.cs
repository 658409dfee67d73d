using Attune.Method.Cases;
using Attune.Practice.Couples;
using Attune.Practice.Refusals;

namespace Attune.Practice.Assessing;

/// <summary>What a partner expects of therapy, of the therapist or of the other, as they said it. Without a number it is a new one.</summary>
public sealed record VoiceExpectation : CoupleCommand
{
    public required Partner Partner { get; init; }

    /// <summary>The expectation that is put differently now; null for a new one.</summary>
    public int? Expectation { get; init; }

    public required ExpectationOf Of { get; init; }

    public required string Words { get; init; }

    public string? ByWhen { get; init; }

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        var check = new Check()
            .Defined<Partner>(Partner, "Partner", "Whose expectation it is")
            .Defined<ExpectationOf>(Of, "Of", "What it is expected of")
            .Given(Words, "Words", "What they expect")
            .NotLonger(Words, 1_000, "Words", "What they expect")
            .NotLonger(ByWhen, 200, "ByWhen", "By when");
        if (check.Fails)
            return Decision.No(check.Why);
        var known = couple[Partner].Expectations;
        if (Expectation is { } number && known.All(one => one.Number != number))
            return Decision.No(ExpectationRefusals.NoSuch);
        return Decision.Record(new TherapyExpectationVoiced
        {
            At = at,
            Partner = Partner,
            Expectation = Expectation ?? couple.NextOf<TherapyExpectationVoiced>(one => one.Partner == Partner ? one.Expectation : 0),
            Of = Of,
            Words = Words.Trim(),
            ByWhen = ByWhen,
        });
    }
}

/// <summary>What the therapist said to it, and when. A clear no is an answer.</summary>
public sealed record AnswerExpectation : CoupleCommand
{
    public required Partner Partner { get; init; }

    public required int Expectation { get; init; }

    public required ExpectationReply Reply { get; init; }

    /// <summary>0 before the first session.</summary>
    public required int Session { get; init; }

    public string? Words { get; init; }

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        var check = new Check()
            .Defined<Partner>(Partner, "Partner", "Whose expectation it is")
            .Defined<ExpectationReply>(Reply, "Reply", "The answer")
            .Within(Session, 0, 10_000, "Session", "The session")
            .NotLonger(Words, 1_000, "Words", "What you said");
        if (check.Fails)
            return Decision.No(check.Why);
        return couple[Partner].Expectations.All(one => one.Number != Expectation)
            ? Decision.No(ExpectationRefusals.NoSuch)
            : Decision.Record(new TherapyExpectationAnswered { At = at, Partner = Partner, Expectation = Expectation, Reply = Reply, Session = Session, Words = Words });
    }
}

internal static class ExpectationRefusals
{
    public static readonly Refusal NoSuch = new("ASS001", "There is no such expectation of this partner. Open the assessment again and choose one.");
}
