using Attune.Method.Cases;

namespace Attune.Method.Trust;

/// <summary>One moment in which something difficult was shown, and how it was met.</summary>
/// <param name="Came">0 = no care, 1 = care.</param>
/// <param name="Weight">1, or 2 for a tension that was raised [our proposal].</param>
/// <param name="Forecast">What was expected before it; null when it was never said.</param>
public readonly record struct TestedMoment(double Came, double Weight, double? Forecast);

/// <summary>Computes the three readings. Pure.</summary>
public static class TrustReadings
{
    /// <summary>Below this there is too little to say.</summary>
    public const int EnoughMoments = 4;

    private const double GoodFrom = 0.85;
    private const double PoorBelow = 0.35;
    private const double ExpectedFrom = 0.65;
    private const double FittingFrom = 0.6;
    private const int ForecastsLookedAt = 4;

    public static TrustReading Of(CoupleCase couple, Partner partner)
    {
        var moments = new List<TestedMoment>();
        var forecasts = new List<double>();
        var kept = 0;
        if (couple[partner].FirstExpectation is { } first)
            forecasts.Add(Chance(first));
        foreach (var answers in couple.Sessions.Select(session => session[partner].CheckIn).OfType<CheckInAnswers>())
        {
            double? expected = forecasts.Count == 0 ? null : forecasts[^1];
            if (MomentOf(answers, expected) is { } moment)
                moments.Add(moment);
            if (answers.Care == CareAnswer.KeptToMyself)
                kept++;
            if (answers.Expectation is { } next)
                forecasts.Add(Chance(next));
        }

        return Of(moments, forecasts, kept);
    }

    /// <summary>The readings of moments and forecasts in the order in which they were given.</summary>
    public static TrustReading Of(IReadOnlyList<TestedMoment> moments, IReadOnlyList<double> forecasts, int keptToMyself)
    {
        double? expected = forecasts.Count == 0 ? null : forecasts.TakeLast(ForecastsLookedAt).Average();
        var (came, fit) = Measure(moments);
        var word = moments.Count < EnoughMoments ? TrustWord.TooEarly : WordFor(came, expected, fit);
        var leaning = word != TrustWord.TooEarly && (LeansToTrust(word, fit) || ChangesWithoutOne(moments, expected, word));
        return new TrustReading(moments.Count, keptToMyself, came, expected, fit, word, leaning);
    }

    /// <summary>The five words as chances (article-map 4.7).</summary>
    public static double Chance(ExpectationAnswer answer) => answer switch
    {
        ExpectationAnswer.Hardly => 0.05,
        ExpectationAnswer.RatherNot => 0.25,
        ExpectationAnswer.Half => 0.5,
        ExpectationAnswer.Rather => 0.75,
        ExpectationAnswer.Surely => 0.95,
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "Not one of the five words."),
    };

    /// <summary>
    /// One form holds at most one moment. How care came is what the partner says of it; where that was left out, a raised tension counts by how far it was
    /// cleared up, 1 to 5 as 0 to 1. A raised tension counts twice either way [our proposal].
    /// </summary>
    private static TestedMoment? MomentOf(CheckInAnswers answers, double? forecast)
    {
        var raised = answers.Tension is { Any: true };
        double? came = answers.Care switch
        {
            CareAnswer.Yes => 1,
            CareAnswer.Partly => 0.5,
            CareAnswer.No => 0,
            CareAnswer.KeptToMyself => null,
            _ => raised && answers.Tension!.Cleared is { } cleared ? (cleared - 1) / 4.0 : null,
        };
        return came is { } value ? new TestedMoment(value, raised ? 2 : 1, forecast) : null;
    }

    private static (double? Came, double? Fit) Measure(IReadOnlyList<TestedMoment> moments)
    {
        double weight = 0, came = 0, paired = 0, error = 0;
        foreach (var moment in moments)
        {
            weight += moment.Weight;
            came += moment.Weight * moment.Came;
            if (moment.Forecast is not { } forecast)
                continue;
            paired += moment.Weight;
            error += moment.Weight * (forecast - moment.Came) * (forecast - moment.Came);
        }

        return (weight == 0 ? null : came / weight, paired == 0 ? null : Math.Max(0, 1 - (error / paired / 0.25)));
    }

    private static TrustWord WordFor(double? came, double? expected, double? fit) => (came, expected, fit) switch
    {
        (null, _, _) or (_, null, _) or (_, _, null) => TrustWord.TooEarly,
        ( >= GoodFrom, < ExpectedFrom, _) => TrustWord.NotBelievedYet,
        ( >= GoodFrom, _, _) => TrustWord.Trust,
        ( < PoorBelow, < ExpectedFrom, >= FittingFrom) => TrustWord.PredictableNotTrust,
        ( < PoorBelow, _, _) => TrustWord.Hoping,
        _ => TrustWord.CannotBeReliedOnYet,
    };

    // Good and expected, but the forecasts have not fitted so far.
    private static bool LeansToTrust(TrustWord word, double? fit) => word == TrustWord.Trust && fit < FittingFrom;

    private static bool ChangesWithoutOne(IReadOnlyList<TestedMoment> moments, double? expected, TrustWord word)
    {
        for (var left = 0; left < moments.Count; left++)
        {
            var (came, fit) = Measure([.. moments.Where((_, index) => index != left)]);
            if (WordFor(came, expected, fit) != word)
                return true;
        }

        return false;
    }
}
