using System.Collections.Immutable;
using Attune.Method.Cases;

namespace Attune.Method.Assessment;

/// <summary>A part of the first phase.</summary>
public enum AssessmentPart
{
    Scores = 1,
    Chains = 2,
    HowTheyCome = 3,
    Expectations = 4,
    EarlierRuptures = 5,
    Comfort = 6,
    Culture = 7,
    Cycle = 8,
    Safety = 9,
}

/// <summary>How far a part has come. "Would rather not" is an answer: it counts as done.</summary>
public enum AssessmentState
{
    NotYet = 1,
    Begun = 2,
    Done = 3,

    /// <summary>Safety only: asked while the other was there, or not answered. No all-clear.</summary>
    AskAgainAlone = 4,
}

/// <summary>Where the assessment of a partner stands. Nothing of it is compulsory, and it can be finished at any later time.</summary>
public static class AssessmentProgress
{
    /// <summary>All parts in their order; <see cref="AssessmentPart.Cycle"/> is the couple's and the same for both.</summary>
    public static ImmutableArray<(AssessmentPart Part, AssessmentState State)> Of(CoupleCase couple, Partner partner)
    {
        var record = couple[partner];
        var known = record.Assessment;
        return
        [
            (AssessmentPart.Scores, ScoresOf(known)),
            (AssessmentPart.Chains, record.Chains.Count > 0 ? AssessmentState.Done : AssessmentState.NotYet),
            (AssessmentPart.HowTheyCome, HowTheyCome(known)),
            (AssessmentPart.Expectations, Expectations(record)),
            (AssessmentPart.EarlierRuptures, Answered(known?.PastRuptures.IsEmpty == false, known, AssessmentTopic.PastRuptures)),
            (AssessmentPart.Comfort, known?.Comfort.IsEmpty == false ? AssessmentState.Done : AssessmentState.NotYet),
            (AssessmentPart.Culture, Answered(known is { NotKnownYet.IsEmpty: false } or { DiffersFromTherapist: not null }, known, AssessmentTopic.Background)),
            (AssessmentPart.Cycle, Cycle(couple.Assessment)),
            (AssessmentPart.Safety, Safety(record)),
        ];
    }

    /// <summary>The latest screen that was made with this partner alone and answered; null while there is none.</summary>
    public static SafetyScreened? ScreenedAlone(PartnerRecord partner) => partner.SafetyScreens.LastOrDefault(screen => screen is { Alone: true, WouldRatherNot: false });

    private static AssessmentState ScoresOf(PartnerAssessed? known) => known switch
    {
        { EarlySchemas.IsEmpty: false, SchemaModes.IsEmpty: false } => AssessmentState.Done,
        { EarlySchemas.IsEmpty: false } or { SchemaModes.IsEmpty: false } => AssessmentState.Begun,
        _ => AssessmentState.NotYet,
    };

    private static AssessmentState HowTheyCome(PartnerAssessed? known)
    {
        if (known is null)
            return AssessmentState.NotYet;
        bool[] said =
        [
            known.ReasonToCome is not null || Declined(known, AssessmentTopic.ReasonToCome), known.SharedView is not null,
            known.Motivation is not null || Declined(known, AssessmentTopic.Motivation), known.Hope is not null || Declined(known, AssessmentTopic.Hope),
            known.Leaning is not null || Declined(known, AssessmentTopic.Leaning), !known.Injuries.IsEmpty || Declined(known, AssessmentTopic.Injuries),
        ];
        return said.All(one => one) ? AssessmentState.Done : said.Any(one => one) ? AssessmentState.Begun : AssessmentState.NotYet;
    }

    private static AssessmentState Expectations(PartnerRecord record) =>
        record.Expectations.Count == 0 ? Answered(false, record.Assessment, AssessmentTopic.Expectations)
        : record.Expectations.Any(one => one.Reply is null) ? AssessmentState.Begun
        : AssessmentState.Done;

    private static AssessmentState Cycle(CoupleAssessed? couple) => couple switch
    {
        { ModeOfA: not null, ModeOfB: not null } => AssessmentState.Done,
        { ModeOfA: not null } or { ModeOfB: not null } or { YearsOfDistress: not null } => AssessmentState.Begun,
        _ => AssessmentState.NotYet,
    };

    private static AssessmentState Safety(PartnerRecord record) =>
        record.SafetyScreens.Count == 0 ? AssessmentState.NotYet
        : ScreenedAlone(record) is null ? AssessmentState.AskAgainAlone
        : AssessmentState.Done;

    private static AssessmentState Answered(bool answered, PartnerAssessed? known, AssessmentTopic topic) =>
        answered || (known is not null && Declined(known, topic)) ? AssessmentState.Done : AssessmentState.NotYet;

    private static bool Declined(PartnerAssessed known, AssessmentTopic topic) => known.WouldRatherNot.Contains(topic);
}
