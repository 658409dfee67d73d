using System.Collections.Immutable;

namespace Attune.Method.Learning;

/// <summary>A chance with the middle 90% of what it may be, each 0 to 1. The chance is the mean over what the weights may be, not the chance at the mean weights.</summary>
public sealed record PredictedChance(double Probability, double Lower, double Upper);

/// <summary>One reporter's forecast for one partner's session.</summary>
/// <param name="Any">A report in any area.</param>
/// <param name="KnowsPartner">Whether sessions of this partner were learnt from: then their own intercept is in it.</param>
public sealed record Prediction(PredictedChance Any, ImmutableArray<AreaPrediction> Areas, bool KnowsPartner);

/// <summary>One area. Intercept, partner and contributions add up to the log-odds, in this order.</summary>
/// <param name="Intercept">Log-odds, the area's offset included.</param>
/// <param name="Partner">What this partner adds; 0 for a new one.</param>
/// <param name="Contributions">Mean weight x value, one for each term, noughts included.</param>
/// <param name="LogOdds">Their mean; its SD is <paramref name="LogOddsSd"/>.</param>
public sealed record AreaPrediction(
    double Intercept, double Partner, ImmutableArray<double> Contributions, double LogOdds, double LogOddsSd, PredictedChance Chance);
