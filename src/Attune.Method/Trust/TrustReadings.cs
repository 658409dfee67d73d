using System.Collections.Immutable;
using Attune.Method.Cases;

namespace Attune.Method.Trust;

/// <summary>
/// "The ability to predict in a positive way how a caregiver will respond", read from a partner's own answers: how care came, what is expected,
/// how well it fits. Bounds and weights are our proposal.
/// </summary>
public static class TrustReadings
{
    /// <summary>Tested moments below which it is too early for a word.</summary>
    public const int LeastMoments = 4;

    private const double GoodFrom = 0.85;
    private const double PoorBelow = 0.35;
    private const double ExpectedFrom = 0.65;
    private const double FittingFrom = 0.6;
    private const int LastExpectations = 4;
    // The squared error of "half" against a plain yes or no: fit 0.
    private const double ErrorOfNotKnowing = 0.25;
    private const double Rounding = 1e-9;

    public static TrustReading Of(CoupleCase couple, Partner partner)
    {
        var evidence = TrustEvidence.Of(couple, partner);
        return Of(evidence.Moments, evidence.Expectations, evidence.KeptToMyself) with { Raised = RaisedTensions.Of(couple, partner) };
    }

    /// <summary>
    /// The same readings of the two questions about the partner at home (article-map row 83): the test of carrying repairs over. Null under a safety
    /// flag of either, and null when this partner was never asked or never answered: the two read the same.
    /// </summary>
    public static TrustReading? AtHome(CoupleCase couple, Partner partner)
    {
        var evidence = TrustEvidence.AtHome(couple, partner);
        return couple.HasSafetyFlag || evidence.IsEmpty ? null : Of(evidence.Moments, evidence.Expectations, evidence.KeptToMyself);
    }

    /// <summary>
    /// The reading over tested moments, and expectations (0 to 1, oldest first, of which the last four count). Fit = max(0, 1 - weighted mean of
    /// (forecast - outcome) squared / .25) over the moments that have a forecast.
    /// </summary>
    public static TrustReading Of(ImmutableArray<TestedMoment> moments, ImmutableArray<double> expectations, int keptToMyself)
    {
        double? expected = expectations.IsEmpty ? null : expectations.TakeLast(LastExpectations).Average();
        var (word, isLeaning) = moments.Length < LeastMoments ? (TrustWord.TooEarly, false) : WordOf(moments, expected);
        isLeaning |= word != TrustWord.TooEarly && moments.Any(left => WordOf(moments.Remove(left), expected) != (word, false));
        return new TrustReading(moments.Length, keptToMyself, CareCame(moments), expected, Fit(moments), word, isLeaning)
        {
            Known = CareKnowledge.Of(moments),
        };
    }

    /// <summary>The five words as chances: .05 .25 .5 .75 .95.</summary>
    public static double AsChance(ExpectationAnswer expectation) => expectation switch
    {
        ExpectationAnswer.Hardly => 0.05,
        ExpectationAnswer.RatherNot => 0.25,
        ExpectationAnswer.Half => 0.5,
        ExpectationAnswer.Rather => 0.75,
        ExpectationAnswer.Surely => 0.95,
    };

    private static (TrustWord Word, bool IsLeaning) WordOf(ImmutableArray<TestedMoment> moments, double? expected)
    {
        var isGood = CareCame(moments) >= GoodFrom - Rounding;
        var isPoor = CareCame(moments) < PoorBelow - Rounding;
        if (!isGood && !isPoor)
            return (TrustWord.CannotBeReliedOnYet, false);
        if (expected is null)
            return (TrustWord.TooEarly, false);
        var isExpected = expected >= ExpectedFrom - Rounding;
        var isFitting = Fit(moments) >= FittingFrom - Rounding;
        return (isGood, isExpected, isFitting) switch
        {
            (true, true, _) => (TrustWord.Trust, !isFitting),
            (true, false, _) => (TrustWord.NotBelievedYet, false),
            (false, false, true) => (TrustWord.PredictableNotTrust, false),
            (false, _, _) => (TrustWord.Hoping, false),
        };
    }

    private static double? CareCame(ImmutableArray<TestedMoment> moments) =>
        moments.IsEmpty ? null : moments.Sum(moment => moment.Weight * moment.Outcome) / moments.Sum(moment => moment.Weight);

    private static double? Fit(ImmutableArray<TestedMoment> moments)
    {
        double weight = 0, error = 0;
        foreach (var moment in moments)
        {
            if (moment.Forecast is not { } forecast)
                continue;
            weight += moment.Weight;
            error += moment.Weight * (forecast - moment.Outcome) * (forecast - moment.Outcome);
        }
        return weight == 0 ? null : Math.Max(0, 1 - error / weight / ErrorOfNotKnowing);
    }
}
