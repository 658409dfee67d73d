namespace Attune.Signals.Synchrony;

/// <summary>
/// Fisher's z of all windows in a few numbers: each is a mean over the lags of a window first, then over windows. NaN without a usable
/// window; the two sides are NaN without lags.
/// </summary>
/// <param name="Mean">Over all lags.</param>
/// <param name="AtZero">Without lag.</param>
/// <param name="FirstEarlier">Over the positive lags, where the second series comes later: "the first leads".</param>
/// <param name="SecondEarlier">Over the negative lags: "the second leads".</param>
/// <param name="MeanBestLagSeconds">Each window's lag of the highest value (the most negative of equals), averaged. In s, positive = second later.</param>
public readonly record struct LagSummary(double Mean, double AtZero, double FirstEarlier, double SecondEarlier, double MeanBestLagSeconds)
{
    internal static LagSummary Of(ReadOnlySpan<double> profile, double meanBestLagSeconds)
    {
        var middle = profile.Length / 2;
        return new(Averages.Mean(profile), profile[middle], Averages.Mean(profile[(middle + 1)..]), Averages.Mean(profile[..middle]), meanBestLagSeconds);
    }

    /// <summary>Place of the highest value, the first of equals.</summary>
    internal static int BestOf(ReadOnlySpan<double> values)
    {
        var best = 0;
        for (var i = 1; i < values.Length; i++)
        {
            if (values[i] > values[best])
                best = i;
        }

        return best;
    }
}
