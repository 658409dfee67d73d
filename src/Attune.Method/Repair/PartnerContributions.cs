using System.Collections.Immutable;
using Attune.Method.Cases;

namespace Attune.Method.Repair;

/// <summary>
/// What the partner gave to a repair (article-map row 80): it is repaired by two. <paramref name="IsThanked"/>: thanks were said in the same step
/// or in a later one (our proposal).
/// </summary>
public sealed record PartnerContribution(RepairContribution What, int Step, int Session, bool IsThanked);

public static class PartnerContributions
{
    /// <summary>Each kind once, where it was first noted, in the order in which it happened.</summary>
    public static ImmutableArray<PartnerContribution> Of(RuptureRecord rupture)
    {
        var steps = rupture.Steps;
        var thankedAt = -1;
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i].Kind == RepairStepKind.ThankedForTheRisk)
                thankedAt = i;
        }
        var given = ImmutableArray.CreateBuilder<PartnerContribution>();
        for (var i = 0; i < steps.Count; i++)
        {
            foreach (var what in steps[i].Detail.Contributions)
            {
                if (given.All(one => one.What != what))
                    given.Add(new PartnerContribution(what, steps[i].Number, steps[i].Session, i <= thankedAt));
            }
        }
        return given.ToImmutable();
    }
}
