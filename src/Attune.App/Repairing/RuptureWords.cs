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

    /// <summary>Around what it happened; null when nothing was named.</summary>
    public static string? Around(string? occasion, string? expected)
    {
        var around = occasion is null ? null : $"Around: “{occasion}”.";
        var missed = expected is null ? null : $"Expected, and it did not come: “{expected}”";
        return around is null ? missed : missed is null ? around : $"{around} {missed}";
    }

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
        RepairState.Ended => "ended: the work was closed with it open",
        _ => state.ToString(),
    };

    /// <summary>The same; of an ended one also how far it had come.</summary>
    public static string State(RepairReading reading) => reading.EndedAs switch
    {
        RepairState.Partial => "ended: the work was closed with it partly repaired",
        RepairState.Claimed => "ended: the work was closed, and their answers did not bear the claim out",
        _ => State(reading.State),
    };

    public static readonly (string, string)[] Finders =
        [(nameof(LinkFinder.Partner), "they found it"), (nameof(LinkFinder.Together), "together"), (nameof(LinkFinder.Therapist), "I did")];

    public static readonly (string, string)[] Specific = [("1", "a general pattern"), ("2", "a relationship"), ("3", "one remembered moment")];

    public static (string, string)[] Needs(string nameOfA, string nameOfB) =>
    [
        (nameof(DisclosureNeed.OfA), nameOfA), (nameof(DisclosureNeed.OfB), nameOfB), (nameof(DisclosureNeed.OfBoth), "both"), (nameof(DisclosureNeed.Mine), "mine"),
    ];

    public static (string, string)[] Owners(string nameOfA, string nameOfB) =>
        [(nameof(RuptureOwner.A), nameOfA), (nameof(RuptureOwner.B), nameOfB), (nameof(RuptureOwner.Both), "both")];

    public static readonly (string, string)[] Contributions =
    [
        (nameof(RepairContribution.RaisedIt), "raised it"), (nameof(RepairContribution.Stayed), "stayed"),
        (nameof(RepairContribution.SaidWhatWasNeeded), "said what was needed"), (nameof(RepairContribution.Accepted), "accepted"),
        (nameof(RepairContribution.OfferedSomething), "offered something"),
    ];

    public static readonly (string, string)[] Reuse =
    [
        (nameof(ReuseAnswer.UsedAndHelped), "used it, and it helped"), (nameof(ReuseAnswer.TriedAndStuck), "tried it and got stuck"),
        (nameof(ReuseAnswer.NotYet), "not yet"), (nameof(ReuseAnswer.WouldRatherNot), "would rather not say"),
    ];

    public static string Word<TEnum>((string Value, string Text)[] words, TEnum value) where TEnum : struct, Enum =>
        words.FirstOrDefault(word => word.Value == value.ToString()).Text ?? value.ToString();

    public static string Part(FormulationPartKind kind) => kind switch
    {
        FormulationPartKind.CopingMode => "What is seen",
        FormulationPartKind.ParentMode => "Whose voice",
        FormulationPartKind.ChildMode => "Who is hurt",
        FormulationPartKind.Need => "What is needed",
        _ => kind.ToString(),
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
