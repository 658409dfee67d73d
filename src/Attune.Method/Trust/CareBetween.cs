using System.Collections.Immutable;
using Attune.Method.Cases;

namespace Attune.Method.Trust;

/// <summary>
/// Consistent kindness to each (article-map row 78): how care came to A beside how it came to B. For the therapist alone: no joint figure made from
/// private answers is ever shown to a partner.
/// </summary>
/// <param name="Difference">How care came to A less how it came to B, -1 to 1; null below four tested moments of either.</param>
/// <param name="Uncertainty">Standard deviation of that difference, from the two posteriors; null with it.</param>
/// <param name="SpreadOfA">How unevenly care came to A: weighted standard deviation of the outcomes, 0 to .5; null below two tested moments.</param>
public sealed record CareBetween(double? Difference, double? Uncertainty, double? SpreadOfA, double? SpreadOfB)
{
    public static CareBetween Of(CoupleCase couple)
    {
        var (a, b) = (TrustEvidence.Of(couple, Partner.A).Moments, TrustEvidence.Of(couple, Partner.B).Moments);
        if (a.Length < TrustReadings.LeastMoments || b.Length < TrustReadings.LeastMoments)
            return new CareBetween(null, null, Spread(a), Spread(b));
        var (ofA, ofB) = (CareKnowledge.Of(a).Width, CareKnowledge.Of(b).Width);
        return new CareBetween(Mean(a) - Mean(b), Math.Sqrt((ofA * ofA) + (ofB * ofB)), Spread(a), Spread(b));
    }

    private static double? Spread(ImmutableArray<TestedMoment> moments)
    {
        if (moments.Length < 2)
            return null;
        var mean = Mean(moments);
        return Math.Sqrt(moments.Sum(one => one.Weight * (one.Outcome - mean) * (one.Outcome - mean)) / moments.Sum(one => one.Weight));
    }

    private static double Mean(ImmutableArray<TestedMoment> moments) => moments.Sum(one => one.Weight * one.Outcome) / moments.Sum(one => one.Weight);
}
