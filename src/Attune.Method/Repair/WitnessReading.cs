using System.Collections.Immutable;
using Attune.Method.Cases;

namespace Attune.Method.Repair;

/// <summary>
/// How the other partner took each step of a repair (article-map row 32): the repair is a model for the couple's own only for who could stay with it.
/// </summary>
/// <param name="Moments">Every step, in the order in which they happened; also those of which nothing was noted.</param>
/// <param name="NeedsHolding">They were lost, and have not been held since.</param>
public sealed record WitnessReading(Partner Witness, ImmutableArray<WitnessMoment> Moments, bool NeedsHolding)
{
    /// <summary>Null for a rupture of both: there nobody only watches.</summary>
    public static WitnessReading? Of(RuptureRecord rupture) => rupture.Owner.Alone() is not { } owner
        ? null
        : new WitnessReading(
            owner.Other(),
            [.. rupture.Steps.Select(step => new WitnessMoment(step.Number, step.Session, step.Kind, step.Witness))],
            LostAt(rupture) is not null);

    // Holding the witness settles what was seen before it, not what is seen after or in that very step.
    internal static WitnessReaction? LostAt(RuptureRecord rupture)
    {
        if (rupture.Owner == RuptureOwner.Both)
            return null;
        WitnessReaction? lost = null;
        foreach (var step in rupture.Steps)
        {
            if (step.Kind == RepairStepKind.HeldTheWitness)
                lost = null;
            if (step.Witness is WitnessReaction.TurnedAway or WitnessReaction.TookItAsSiding)
                lost = step.Witness;
        }
        return lost;
    }
}

/// <summary>One step as the witness took it; <paramref name="Reaction"/> null when nobody noted it.</summary>
public sealed record WitnessMoment(int Step, int Session, RepairStepKind Kind, WitnessReaction? Reaction);
