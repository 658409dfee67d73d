using System.Collections.Immutable;
using Attune.Method.Cases;

namespace Attune.Method.Repair;

/// <summary>A remark on a repair. Offered, never imposed: recording takes everything, in any order.</summary>
public enum RepairAdvice
{
    /// <summary>The watching partner turned away or took it as siding: "what was it like to hear that?"</summary>
    HoldTheWitness = 1,
    /// <summary>How a link to the past was taken is not noted: ask. One remark, however many links.</summary>
    AskHowEachLinkWasTaken = 2,
    /// <summary>The response waits until a coping mode is chosen: modes can need opposite answers.</summary>
    ChooseTheCopingMode = 3,
    /// <summary>The private answers rarely vary: ask in the room.</summary>
    AskInTheRoom = 4,
    /// <summary>There is more than one link to the past: quality counts for more than number (the article, citing Norcross, 2011).</summary>
    MoreThanOneLink = 5,
    /// <summary>
    /// A link, or carrying it over, fell into the rupture's own session: in that one validating and exploring help, and change-oriented work is for
    /// later ones (expert consensus; Eubanks, Burckell and Goldfried, 2018).
    /// </summary>
    PatternsAreForLaterSessions = 6,
    /// <summary>A disclosure served the therapist's own need: it belongs into supervision.</summary>
    DisclosureServedYou = 7,
}

/// <summary>Why a step is suggested.</summary>
public enum StepReason
{
    WitnessTurnedAway = 1,
    WitnessTookItAsSiding = 2,
    /// <summary>Something was taken as being explained away: validate before anything else.</summary>
    FeltExplainedAway = 3,
    /// <summary>A step did not fit: ask what was off about it.</summary>
    StepDidNotFit = 4,
    /// <summary>What it cost to say it comes before any explanation.</summary>
    ThankBeforeExplaining = 5,
    /// <summary>The first of the usual steps that was not taken yet.</summary>
    UsualOrder = 6,
    /// <summary>It broke over what is done, or what for: that can be changed.</summary>
    TaskOrGoalBroke = 7,
    /// <summary>The other partner has not been asked yet, and what follows is for the two of them.</summary>
    WitnessBeforeGeneralising = 8,
    /// <summary>Being able to make sense of it, together, may be the strongest anchor.</summary>
    MakeSenseOfIt = 9,
    /// <summary>The assessment holds an earlier rupture of this person: the only honest material for a link.</summary>
    PastRuptureOnRecord = 10,
    /// <summary>It is mended far enough for a piece of it to be used between the two.</summary>
    MendedEnoughToUse = 11,
}

/// <summary>The step that may help next, and why.</summary>
public sealed record SuggestedStep(RepairStepKind Kind, StepReason Reason);

/// <summary>Whether using a piece of the repair between the partners is offered.</summary>
public enum CarryingOver
{
    /// <summary>Not offered now. That it is too early and that a safety flag is up read the same: no page may tell them apart.</summary>
    NotCarriedOver = 1,
    Offered = 2,
    /// <summary>It was done; that is recorded, whatever is offered.</summary>
    Done = 3,
}

/// <summary>
/// What a repair may need next. <paramref name="Next"/>: null when nothing is suggested; <paramref name="Advice"/>: in order of urgency;
/// <paramref name="ResponseWaits"/>: no response is offered for a coping mode that is not clear yet.
/// </summary>
public sealed record RepairPlan(SuggestedStep? Next, ImmutableArray<RepairAdvice> Advice, bool ResponseWaits, CarryingOver CarryingOver)
{
    /// <summary>Of a rupture that was set aside.</summary>
    public static RepairPlan Nothing { get; } = new(null, [], ResponseWaits: false, CarryingOver.NotCarriedOver);
}
