namespace Attune.Method.Trust;

/// <summary>The word for the three readings together.</summary>
public enum TrustWord
{
    TooEarly = 1,
    /// <summary>Care came, is expected, and the expectation fits.</summary>
    Trust = 2,
    /// <summary>Care came and is not expected.</summary>
    NotBelievedYet = 3,
    /// <summary>Care came unevenly.</summary>
    CannotBeReliedOnYet = 4,
    /// <summary>Care is expected, or expectation does not fit, and it did not come.</summary>
    Hoping = 5,
    /// <summary>Care did not come, and is not expected.</summary>
    PredictableNotTrust = 6,
}

/// <summary>Three readings of "being able to predict, in a positive way, how one will be met" (the article; article-map 4.7 with engineering 7). No memory: the present counts.</summary>
/// <param name="TestedMoments">Moments in which something difficult was shown and met.</param>
/// <param name="KeptToMyself">Times that there was something and it was kept back: untested, counted apart.</param>
/// <param name="CareCame">0 to 1; null without a tested moment.</param>
/// <param name="Expected">Mean of the last four forecasts, 0 to 1; null without one.</param>
/// <param name="Fit">0 to 1: how well the forecasts fitted what came; null without a forecast before a tested moment.</param>
/// <param name="IsLeaning">True when leaving out a single moment would change the word.</param>
public sealed record TrustReading(int TestedMoments, int KeptToMyself, double? CareCame, double? Expected, double? Fit, TrustWord Word, bool IsLeaning);
