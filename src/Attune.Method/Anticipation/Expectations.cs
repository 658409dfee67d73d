using System.Collections.Immutable;
using Attune.Method.Cases;

namespace Attune.Method.Anticipation;

/// <summary>Why an expectation asks to be spoken about.</summary>
public enum UnsettledReason
{
    Unanswered = 1,
    NotDecidedYet = 2,

    /// <summary>"Will" once and "will not" another time.</summary>
    Contradicted = 3,
}

/// <summary>An expectation that has no clear answer: a goal trigger. In the partner's words; for the therapist's pages.</summary>
/// <param name="LastSpokenIn">The session in which it was last spoken about; null when never.</param>
public sealed record UnsettledExpectation(Partner Partner, int Number, ExpectationOf Of, string Words, string? ByWhen, UnsettledReason Reason, int? LastSpokenIn);

/// <summary>How the therapist has met what a partner expects (article-map 22). A clear "will not" is an answer.</summary>
public static class Expectations
{
    public static bool IsUnsettled(TherapyExpectation expectation) => ReasonOf(expectation) is not null;

    /// <summary>In the order of their numbers.</summary>
    public static ImmutableArray<UnsettledExpectation> Unsettled(PartnerRecord partner) =>
    [
        .. partner.Expectations.Where(IsUnsettled).Select(one =>
            new UnsettledExpectation(partner.Partner, one.Number, one.Of, one.Words, one.ByWhen, ReasonOf(one)!.Value, one.LastSpokenIn)),
    ];

    private static UnsettledReason? ReasonOf(TherapyExpectation expectation) => expectation switch
    {
        { IsContradicted: true } => UnsettledReason.Contradicted,
        { Reply: null } => UnsettledReason.Unanswered,
        { Reply: ExpectationReply.DoNotKnowYet } => UnsettledReason.NotDecidedYet,
        _ => null,
    };
}
