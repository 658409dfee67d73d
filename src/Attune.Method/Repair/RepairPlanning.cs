using System.Collections.Immutable;
using Attune.Method.Cases;

namespace Attune.Method.Repair;

/// <summary>What may help next. Offered, never imposed: recording takes everything, in any order.</summary>
public enum RepairAdvice
{
    /// <summary>The watching partner turned away or took it as siding: "what was it like to hear that?"</summary>
    HoldTheWitness = 1,
    /// <summary>A second link to the past: ask how each was taken.</summary>
    AskHowEachLinkWasTaken = 2,
    /// <summary>The response waits until a coping mode is chosen: modes can need opposite answers.</summary>
    ChooseTheCopingMode = 3,
    /// <summary>The private answers rarely vary: ask in the room.</summary>
    AskInTheRoom = 4,
}

/// <summary>Planning advises, recording accepts (article-map row 36).</summary>
public static class RepairPlanning
{
    private static readonly ImmutableArray<RepairStepKind> UsualOrder =
    [
        RepairStepKind.Steadied, RepairStepKind.Recognised, RepairStepKind.ThankedForTheRisk, RepairStepKind.Validated, RepairStepKind.Explored,
        RepairStepKind.OwnedWithoutDefence, RepairStepKind.MetTheNeed,
    ];

    /// <summary>In order of urgency; empty for a rupture that was set aside.</summary>
    public static ImmutableArray<RepairAdvice> Advise(RuptureRecord rupture)
    {
        if (rupture.IsSetAside)
            return [];
        var advice = ImmutableArray.CreateBuilder<RepairAdvice>();
        if (WitnessNeedsHolding(rupture))
            advice.Add(RepairAdvice.HoldTheWitness);
        if (rupture.Steps.Count(step => step.Kind == RepairStepKind.LinkedToThePast) >= 2)
            advice.Add(RepairAdvice.AskHowEachLinkWasTaken);
        if (ResponseWaits(rupture))
            advice.Add(RepairAdvice.ChooseTheCopingMode);
        return advice.ToImmutable();
    }

    /// <summary>
    /// The step to suggest next: holding the witness where it is needed; else the first of the usual ones not taken yet (our proposal). Null when
    /// all of those were taken: what follows is the couple's and the therapist's choice.
    /// </summary>
    public static RepairStepKind? NextStep(RuptureRecord rupture)
    {
        if (rupture.IsSetAside)
            return null;
        if (WitnessNeedsHolding(rupture))
            return RepairStepKind.HeldTheWitness;
        var taken = rupture.Steps.Select(step => step.Kind).ToHashSet();
        foreach (var kind in UsualOrder)
        {
            if (!taken.Contains(kind))
                return kind;
        }
        return null;
    }

    /// <summary>No response is offered for a coping mode that is not clear yet.</summary>
    public static bool ResponseWaits(RuptureRecord rupture) => !rupture.IsSetAside && rupture.Formulation.CopingMode is null;

    // Holding the witness settles what was seen before it, not what is seen after or in that very step.
    private static bool WitnessNeedsHolding(RuptureRecord rupture)
    {
        var needed = false;
        foreach (var step in rupture.Steps)
        {
            if (step.Kind == RepairStepKind.HeldTheWitness)
                needed = false;
            needed |= step.Witness is WitnessReaction.TurnedAway or WitnessReaction.TookItAsSiding;
        }
        return needed;
    }
}
