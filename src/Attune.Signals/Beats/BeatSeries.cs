namespace Attune.Signals.Beats;

/// <summary>
/// Successive beat intervals of one heart in ms, in the order recorded. Beat i covers [end of beat i-1, end of beat i), counted
/// from the first sample; its end is the sum of all intervals up to and including it. Immutable.
/// </summary>
/// <remarks>
/// An interval of 0 means "a beat was not measured and nobody knows how long it lasted"; a gap that a recorder wrote as one
/// giant interval is kept as such, so that time stays right. What is believable is decided by the artefact rules, not here.
/// </remarks>
public sealed class BeatSeries
{
    internal const double MillisecondsPerMinute = 60_000;
    private const double LimitMs = 31 * 24 * 3_600_000.0;

    private readonly double[] intervals;
    private readonly double[] ends;

    private BeatSeries(double[] intervals, double[] ends) => (this.intervals, this.ends) = (intervals, ends);

    /// <summary>The longest recording a series can hold: 31 days (our proposal; longer sums come from misread units).</summary>
    public static TimeSpan LongestDuration => FromMs(LimitMs);

    /// <summary>Intervals in ms, finite and 0 or more; 0 = not measured.</summary>
    public ReadOnlySpan<double> IntervalsMs => intervals;

    /// <summary>End of every beat in ms since the first sample, never falling; as long as <see cref="IntervalsMs"/>.</summary>
    public ReadOnlySpan<double> EndsMs => ends;

    /// <summary>Number of intervals.</summary>
    public int Count => intervals.Length;

    /// <summary>Sum of all intervals; zero for an empty series.</summary>
    public TimeSpan Duration => FromMs(TotalMs);

    internal ReadOnlyMemory<double> Ends => ends;

    internal double TotalMs => ends.Length == 0 ? 0 : ends[^1];

    /// <summary>
    /// Copies <paramref name="ms"/>. Throws for NaN, infinite and negative values and when the sum passes
    /// <see cref="LongestDuration"/>. An empty span gives an empty series.
    /// </summary>
    public static BeatSeries FromIntervals(ReadOnlySpan<double> ms)
    {
        var ends = new double[ms.Length];
        var sum = 0.0;
        for (var i = 0; i < ms.Length; i++)
        {
            if (!(ms[i] >= 0 && double.IsFinite(ms[i])))
                throw new ArgumentOutOfRangeException(nameof(ms), ms[i], $"Interval {i} is not a finite length of time.");
            sum += ms[i];
            ends[i] = sum;
        }

        return sum <= LimitMs
            ? new(ms.ToArray(), ends)
            : throw new ArgumentOutOfRangeException(nameof(ms), sum, "The intervals sum to more than 31 days.");
    }

    /// <summary>Rounds to the nearest tick (100 ns); <see cref="TimeSpan.FromMilliseconds(double)"/> cuts instead.</summary>
    internal static TimeSpan FromMs(double ms) => new((long)Math.Round(ms * TimeSpan.TicksPerMillisecond));
}
