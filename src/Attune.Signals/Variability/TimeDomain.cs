using Attune.Signals.Beats;

namespace Attune.Signals.Variability;

/// <summary>
/// Variability of beat intervals in the time domain (Task Force of the ESC and NASPE, 1996). Every divisor is in a name.
/// </summary>
/// <remarks>
/// NaN rules, the same for all siblings: what speaks of the intervals' place wants one interval, of their spread two (either divisor), of
/// successive differences two differences. A gap is NaN, 0 or anything else that is no positive finite number: it is left out, and a
/// difference is never taken across it.
/// </remarks>
public sealed record TimeDomain
{
    private readonly IntervalSums sums;

    internal TimeDomain(in IntervalSums sums, double medianMs) => (this.sums, MedianMs) = (sums, medianMs);

    /// <summary>Number of intervals, gaps left out.</summary>
    public long Count => sums.Count;

    /// <summary>Number of successive differences; Count - 1 without gaps.</summary>
    public long Differences => sums.Differences;

    /// <summary>Mean interval in ms. NaN without intervals.</summary>
    public double MeanMs => sums.Mean;

    /// <summary>Median interval in ms; of an even number the mean of the middle two. NaN without intervals.</summary>
    public double MedianMs { get; }

    /// <summary>Shortest interval in ms. NaN without intervals.</summary>
    public double ShortestMs => Count == 0 ? double.NaN : sums.Shortest;

    /// <summary>Longest interval in ms. NaN without intervals.</summary>
    public double LongestMs => Count == 0 ? double.NaN : sums.Longest;

    /// <summary>Longest minus shortest, in ms. NaN without intervals.</summary>
    public double RangeMs => LongestMs - ShortestMs;

    /// <summary>SDNN in ms, divisor n - 1. NaN below two intervals.</summary>
    public double SdnnMs => Spread(sums.SquaresAboutMean, Count, Count - 1);

    /// <summary>SDNN in ms, divisor n. NaN below two intervals.</summary>
    public double SdnnPopulationMs => Spread(sums.SquaresAboutMean, Count, Count);

    /// <summary>Root of the mean squared successive difference (RMSSD) in ms, divisor the number of differences. NaN below two differences.</summary>
    public double RmssdMs => Spread(sums.SquaredDifferences, Differences, Differences);

    /// <summary>SD of the successive differences (SDSD) in ms, divisor their number less one. NaN below two differences.</summary>
    public double SdsdMs => Spread(sums.DifferencesAboutMean, Differences, Differences - 1);

    /// <summary>SD of the successive differences in ms, divisor their number (hrv-analysis). NaN below two differences.</summary>
    public double SdsdPopulationMs => Spread(sums.DifferencesAboutMean, Differences, Differences);

    /// <summary>Differences above 50 ms in size, strictly.</summary>
    public long Nn50 => sums.Above50;

    /// <summary>Differences above 20 ms in size, strictly.</summary>
    public long Nn20 => sums.Above20;

    /// <summary>Coefficient of variation of the intervals: SDNN (n - 1) by their mean. NaN below two intervals.</summary>
    public double Cvnn => SdnnMs / MeanMs;

    /// <summary>Coefficient of variation of successive differences: RMSSD by the mean interval. NaN below two differences.</summary>
    public double Cvsd => RmssdMs / MeanMs;

    /// <summary>Mean of the instantaneous rates 60000 / RR, in bpm. Above <see cref="RateOfMeanIntervalBpm"/> unless all are equal. NaN without intervals.</summary>
    public double MeanRateBpm => sums.MeanRate;

    /// <summary>60000 / mean interval, in bpm: beats by time. NaN without intervals.</summary>
    public double RateOfMeanIntervalBpm => BeatSeries.MillisecondsPerMinute / MeanMs;

    /// <summary>Rate of the longest interval, in bpm. NaN without intervals.</summary>
    public double LowestRateBpm => BeatSeries.MillisecondsPerMinute / LongestMs;

    /// <summary>Rate of the shortest interval, in bpm. NaN without intervals.</summary>
    public double HighestRateBpm => BeatSeries.MillisecondsPerMinute / ShortestMs;

    /// <summary>SD of the instantaneous rates in bpm, divisor n - 1. NaN below two intervals.</summary>
    public double SdRateBpm => Spread(sums.RatesAboutMean, Count, Count - 1);

    /// <summary>SD of the instantaneous rates in bpm, divisor n (hrv-analysis). NaN below two intervals.</summary>
    public double SdRatePopulationBpm => Spread(sums.RatesAboutMean, Count, Count);

    /// <summary>Measures of a whole series in ms; allocates nothing but the result.</summary>
    public static TimeDomain Of(ReadOnlySpan<double> intervalsMs)
    {
        var sums = IntervalSums.Of(intervalsMs);
        return new(sums, Selection.Median(intervalsMs, sums.Count, sums.Shortest, sums.Longest));
    }

    /// <summary>pNN50 in percent. NaN below two differences.</summary>
    public double Pnn50(PnnDivisor divisor) => Share(Nn50, divisor);

    /// <summary>pNN20 in percent. NaN below two differences.</summary>
    public double Pnn20(PnnDivisor divisor) => Share(Nn20, divisor);

    private double Share(long above, PnnDivisor divisor) => divisor switch
    {
        _ when Differences < 2 => double.NaN,
        PnnDivisor.Differences => 100.0 * above / Differences,
        PnnDivisor.Intervals => 100.0 * above / Count,
        _ => throw new ArgumentOutOfRangeException(nameof(divisor), divisor, "Not a divisor of pNN."),
    };

    private static double Spread(double squares, long count, long divisor) => count < 2 ? double.NaN : Math.Sqrt(Math.Max(0, squares) / divisor);
}

/// <summary>What pNN50 and pNN20 are a share of; stored with every result.</summary>
public enum PnnDivisor
{
    /// <summary>Of the successive differences (Task Force, 1996).</summary>
    Differences = 1,

    /// <summary>Of the intervals (hrv-analysis), which are one more.</summary>
    Intervals = 2,
}
