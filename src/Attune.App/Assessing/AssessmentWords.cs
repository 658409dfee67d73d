using System.Collections.Immutable;
using System.Globalization;
using Attune.App.Forms;
using Attune.Method.Assessment;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.App.Assessing;

/// <summary>The words of the assessment's parts, choices and readings.</summary>
internal static class AssessmentWords
{
    public static readonly (string, string)[] YesNo = [("yes", "yes"), ("no", "no")];

    public static readonly (string, string)[] Leanings =
        [(nameof(Leaning.Out), "leaning out"), (nameof(Leaning.Undecided), "undecided"), (nameof(Leaning.In), "leaning in")];

    public static readonly (string, string)[] Blames =
    [
        (nameof(BlameKind.BySchema), "who the other one is: it has to be all on one side"), (nameof(BlameKind.ForCause), "something that was done: an affair, a betrayal"),
        (nameof(BlameKind.ReportsAbuse), "being hurt, or made afraid"),
    ];

    public static readonly (string, string)[] Relations =
    [
        (nameof(PastRelation.Caregiver), "somebody who brought them up"), (nameof(PastRelation.FormerPartner), "a former partner"),
        (nameof(PastRelation.EarlierTherapist), "an earlier therapist"), (nameof(PastRelation.SomebodyElse), "somebody else"),
    ];

    public static readonly (string, string)[] Replies =
    [
        (nameof(ExpectationReply.Will), "I will"), (nameof(ExpectationReply.WillNot), "I will not"), (nameof(ExpectationReply.DoNotKnowYet), "I do not know yet"),
    ];

    public static string Part(AssessmentPart part) => part switch
    {
        AssessmentPart.Scores => "Scores",
        AssessmentPart.Chains => "Own chains",
        AssessmentPart.HowTheyCome => "How they come",
        AssessmentPart.Expectations => "What they expect",
        AssessmentPart.EarlierRuptures => "Earlier ruptures",
        AssessmentPart.Comfort => "Comfort",
        AssessmentPart.Culture => "Their own culture",
        AssessmentPart.Cycle => "The two together",
        AssessmentPart.Safety => "Time alone",
        _ => part.ToString(),
    };

    public static string State(AssessmentState state) => state switch
    {
        AssessmentState.NotYet => "not yet",
        AssessmentState.Begun => "begun",
        AssessmentState.Done => "done",
        AssessmentState.AskAgainAlone => "ask again, alone",
        _ => state.ToString(),
    };

    /// <summary>What a part of a chain rests on.</summary>
    public static string Source(ChainPart? part) => part?.From switch
    {
        ChainSource.SetByTherapist => "Set by you.",
        ChainSource.FromMarks => "Seen in sessions.",
        ChainSource.FromScores => "From the scores.",
        ChainSource.FromCatalogue => "The catalogue suggests it; nothing of this person yet.",
        _ => "Not clear yet.",
    };

    public static string Way(CopingStyle style) => style switch
    {
        CopingStyle.Surrender => "Giving in",
        CopingStyle.Avoidance => "Going away",
        CopingStyle.Overcompensation => "Turning it round",
        _ => style.ToString(),
    };

    public static string Of(ExpectationOf of, string otherName) => of switch
    {
        ExpectationOf.Therapy => "of the therapy",
        ExpectationOf.Therapist => "of you",
        ExpectationOf.OtherPartner => $"of {otherName}",
        _ => of.ToString(),
    };

    public static string Reply(ExpectationReply reply) => Replies.First(word => word.Item1 == reply.ToString()).Item2;

    public static string InSession(int session) => session == 0 ? "before the first session" : string.Create(CultureInfo.InvariantCulture, $"in session {session}");

    /// <summary>The average beside which a couple's years are shown: context, never a score.</summary>
    private const double AverageYears = 6;

    public static string Years(double years)
    {
        var beside = years > AverageYears ? "longer than" : years < AverageYears ? "shorter than" : "as long as";
        return $"That is {beside} the six years that couples wait on average (Gottman, as the article cites it).";
    }

    /// <summary>A mode in both wordings, for a list.</summary>
    public static (string, string) Mode(SchemaMode mode) => (mode.Code, $"{mode.Name}: {char.ToLowerInvariant(mode.PlainName[0])}{mode.PlainName[1..]}");

    /// <summary>Every session that took place, the last first, and the time before the first.</summary>
    public static ImmutableArray<PickGroup> SessionsUpTo(int last) => PickGroup.Plain(
        [.. Enumerable.Range(0, last + 1).Reverse().Select(one => (one.ToString(CultureInfo.InvariantCulture), one == 0 ? "before the first" : $"session {one}"))]);
}
