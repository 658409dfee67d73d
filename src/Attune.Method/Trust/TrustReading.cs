namespace Attune.Method.Trust;

/// <summary>The present word for a partner's trust in the therapist. It has no memory.</summary>
public enum TrustWord
{
    /// <summary>Fewer than four tested moments, or nothing known of what is expected.</summary>
    TooEarly = 1,
    /// <summary>Care is good, expected and fitting.</summary>
    Trust = 2,
    /// <summary>Care is good and not expected.</summary>
    NotBelievedYet = 3,
    /// <summary>Care is uneven.</summary>
    CannotBeReliedOnYet = 4,
    /// <summary>Care is poor, and expected or not foreseen: it may fall.</summary>
    Hoping = 5,
    /// <summary>Care is poor and rightly expected to be.</summary>
    PredictableNotTrust = 6,
}

/// <summary>
/// One experience that tested trust. <paramref name="Weight"/> above 0; <paramref name="Outcome"/> 0 (no care) to 1 (care);
/// <paramref name="Forecast"/> 0 to 1, the latest expectation given before it, null when there was none.
/// </summary>
public sealed record TestedMoment(int Session, double Weight, double Outcome, double? Forecast);

/// <summary>
/// Three readings of trust. <paramref name="CareCame"/>: weighted mean outcome, 0 to 1, null without a moment. <paramref name="Expected"/>: mean of
/// the last four expectations, 0 to 1, null without any. <paramref name="Fit"/>: how well expectation fits, 0 to 1, null when no moment has a
/// forecast. <paramref name="TestedMoments"/> and <paramref name="KeptToMyself"/> are counts. <paramref name="IsLeaning"/>: the word would not
/// survive leaving out some one moment, so it is to be read "leaning ...".
/// </summary>
public sealed record TrustReading(
    int TestedMoments, int KeptToMyself, double? CareCame, double? Expected, double? Fit, TrustWord Word, bool IsLeaning)
{
    /// <summary>How much the tested moments tell of how care came.</summary>
    public CareKnowledge Known { get; init; } = CareKnowledge.Nothing;

    /// <summary>Signs of trust, beside the readings. Always none in the reading of trust at home.</summary>
    public RaisedTensions Raised { get; init; } = RaisedTensions.None;
}
