using System.Collections.Immutable;
using Attune.Method.Cases;

namespace Attune.Method.Repair;

/// <summary>What a repair may still want. Planning advises; recording takes everything in the order in which it happened.</summary>
public static class RepairPlanning
{
    public static ImmutableArray<RepairAdvice> For(RuptureRecord rupture, RepairReading reading)
    {
        var advice = ImmutableArray.CreateBuilder<RepairAdvice>();
        if (WitnessIsLost(rupture))
            advice.Add(RepairAdvice.HoldTheWitness);
        if (rupture.Source == RuptureSource.ReportedByPartner && rupture.Steps.All(step => step.Kind != RepairStepKind.ThankedForTheRisk))
            advice.Add(RepairAdvice.ThankForTheRisk);
        if (rupture.Steps.Count(step => step.Kind == RepairStepKind.LinkedToThePast) > 1)
            advice.Add(RepairAdvice.AskHowLinksWereTaken);
        if (rupture.Formulation.CopingMode is null)
            advice.Add(RepairAdvice.ChooseTheCopingMode);
        if (reading.Reason == RepairReason.AnswersRarelyVary)
            advice.Add(RepairAdvice.AskInTheRoom);
        return advice.ToImmutable();
    }

    // The other partner was lost on the way, and no later step went back for them.
    private static bool WitnessIsLost(RuptureRecord rupture)
    {
        var lost = false;
        foreach (var step in rupture.Steps)
        {
            if (step.Witness is WitnessReaction.TurnedAway or WitnessReaction.TookItAsSiding)
                lost = true;
            else if (step.Kind == RepairStepKind.HeldTheWitness)
                lost = false;
        }

        return lost;
    }
}
