using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Repair;

namespace Attune.App.Repairing;

/// <summary>The words for ruptures and their repair.</summary>
internal static class RuptureWords
{
    public static readonly (string, string)[] Areas =
        [(nameof(RuptureArea.Task), "task: what we do"), (nameof(RuptureArea.Goal), "goal: what for"), (nameof(RuptureArea.Bond), "bond: you and them")];

    public static readonly (string, string)[] Receptions =
    [
        (nameof(Reception.Fitted), "it fitted"), (nameof(Reception.NotSure), "not sure"), (nameof(Reception.DidNotFit), "it did not fit"),
        (nameof(Reception.FeltExplainedAway), "felt explained away"), (nameof(Reception.NotSeen), "not seen"),
    ];

    public static readonly (string, string)[] Witnesses =
    [
        (nameof(WitnessReaction.Stayed), "stayed"), (nameof(WitnessReaction.TurnedAway), "turned away"), (nameof(WitnessReaction.TookItAsSiding), "took it as siding"),
        (nameof(WitnessReaction.JoinedIn), "joined in"), (nameof(WitnessReaction.NotSeen), "not seen"),
    ];

    public static string Step(RepairStepKind kind) => kind switch
    {
        RepairStepKind.Steadied => "Steadied myself",
        RepairStepKind.Recognised => "Recognised it",
        RepairStepKind.ThankedForTheRisk => "Thanked for the risk",
        RepairStepKind.Validated => "Validated",
        RepairStepKind.Explored => "Explored",
        RepairStepKind.OwnedWithoutDefence => "Owned my part, without defence",
        RepairStepKind.MetTheNeed => "Met the need",
        RepairStepKind.LinkedToThePast => "Linked to the past",
        RepairStepKind.ChangedTaskOrGoal => "Changed a task or goal",
        RepairStepKind.HeldTheWitness => "Held the witness",
        RepairStepKind.DisclosedJudiciously => "Disclosed, judiciously",
        RepairStepKind.ToldTheStory => "Told the story",
        RepairStepKind.CarriedOverToTheCouple => "Carried it over to the two of them",
        _ => kind.ToString(),
    };

    public static string State(RepairState state) => state switch
    {
        RepairState.Open => "open",
        RepairState.Claimed => "claimed, not confirmed yet",
        RepairState.ToldInTheRoom => "told in the room (a weaker confirmation)",
        RepairState.Confirmed => "confirmed by their own answers",
        RepairState.Partial => "partly repaired",
        RepairState.StrongerThanBefore => "confirmed by their own answers, and stronger than before",
        RepairState.NotKnown => "not known",
        _ => state.ToString(),
    };

    public static string Source(RuptureSource source) => source switch
    {
        RuptureSource.ReportedByPartner => "told in the check-in",
        RuptureSource.NoticedByTherapist => "noticed by you",
        RuptureSource.InferredFromRatings => "inferred from the ratings",
        _ => source.ToString(),
    };

    public static string Owner(RuptureOwner owner, string nameOfA, string nameOfB) => owner switch
    {
        RuptureOwner.A => nameOfA,
        RuptureOwner.B => nameOfB,
        _ => $"{nameOfA} and {nameOfB}",
    };
}
