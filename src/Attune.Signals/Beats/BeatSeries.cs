namespace Attune.Signals.Beats;

/// <summary>
/// Successive beat intervals of one heart in ms, in the order recorded. Beat i covers [end of beat i-1, end of beat i), counted
/// from the first sample. Immutable.
/// </summary>
/// <remarks>
/// An interval of 0 means "not measured". Where it takes no time, a beat was missed and nobody knows how long it lasted; where its
/// end lies later than the end before, it is a <em>gap</em>: a stretch of known length without beats (<see cref="IsGap"/>). A gap that
/// a recorder wrote as one giant interval is kept as such, so that time stays right. What is believable is decided by the artefact
/// rules, not here.
/// </remarks>
public sealed class BeatSeries
{
    internal const double MillisecondsPerMinute = 60_000;
    private const double LimitMs = 31 * 24 * 3_600_000.0;

    private readonly double[] intervals;
    private readonly double[] ends;

    private BeatSeries(double[] intervals, double[] ends) => (this.intervals, this.ends) = (intervals, ends);

    /// <summary>No beats at all.</summary>
    public static BeatSeries Empty { get; } = new([], []);

    /// <summary>The longest recording a series can hold: 31 days (our proposal; longer sums come from misread units).</summary>
    public static TimeSpan LongestDuration => FromMs(LimitMs);

    /// <summary>Intervals in ms, finite and 0 or more; 0 = not measured.</summary>
    public ReadOnlySpan<double> IntervalsMs => intervals;

    /// <summary>End of every beat in ms since the first sample, never falling, gaps included; as long as <see cref="IntervalsMs"/>.</summary>
    public ReadOnlySpan<double> EndsMs => ends;

    /// <summary>Number of intervals, those of 0 (missed beats and gaps) included.</summary>
    public int Count => intervals.Length;

    /// <summary>End of the last beat: all intervals and gaps together; zero for an empty series.</summary>
    public TimeSpan Duration => FromMs(TotalMs);

    internal ReadOnlyMemory<double> Ends => ends;

    internal double TotalMs => ends.Length == 0 ? 0 : ends[^1];

    /// <summary>
    /// Copies <paramref name="ms"/>. Throws for NaN, infinite and negative values and when the sum passes
    /// <see cref="LongestDuration"/>. An empty span gives an empty series.
    /// </summary>
    public static BeatSeries FromIntervals(ReadOnlySpan<double> ms) => Owning(ms.ToArray());

    /// <summary>As <see cref="FromIntervals"/> without a copy: the array is the series' own from here on.</summary>
    internal static BeatSeries Owning(double[] ms)
    {
        var ends = new double[ms.Length];
        var sum = 0.0;
        for (var i = 0; i < ms.Length; i++)
        {
            Require(ms[i], i);
            sum += ms[i];
            ends[i] = sum;
        }

        return Checked(ms, ends, sum);
    }

    /// <summary>
    /// Beats with stretches of known length without beats between them: before interval i lies <paramref name="gapsBeforeMs"/>[i], in
    /// ms, 0 for none. Every gap becomes an entry of interval 0 that takes time, so the series is longer than
    /// <paramref name="ms"/> by the number of gaps. Throws as <see cref="FromIntervals"/> does, for gaps too, and when the two differ in length.
    /// </summary>
    public static BeatSeries FromIntervalsAndGaps(ReadOnlySpan<double> ms, ReadOnlySpan<double> gapsBeforeMs)
    {
        if (gapsBeforeMs.Length != ms.Length)
            throw new ArgumentException($"There are {ms.Length} intervals and {gapsBeforeMs.Length} gaps; every interval has one, 0 for none.", nameof(gapsBeforeMs));
        var gaps = ms.Length - gapsBeforeMs.Count(0);
        var (intervals, ends) = (new double[ms.Length + gaps], new double[ms.Length + gaps]);
        var (sum, to) = (0.0, 0);
        for (var i = 0; i < ms.Length; i++)
        {
            Require(ms[i], i);
            Require(gapsBeforeMs[i], i);
            if (gapsBeforeMs[i] > 0)
                ends[to++] = sum += gapsBeforeMs[i];
            intervals[to] = ms[i];
            ends[to++] = sum += ms[i];
        }

        return Checked(intervals, ends, sum);
    }

    /// <summary>Whether entry <paramref name="index"/> is a stretch of known length without beats.</summary>
    public bool IsGap(int index) => intervals[index] == 0 && ends[index] > (index == 0 ? 0 : ends[index - 1]);

    /// <summary>Number of measured beats: intervals above 0.</summary>
    public int CountBeats() => intervals.Length - intervals.AsSpan().Count(0);

    /// <summary>Sum of the measured intervals alone, gaps left out, in ms.</summary>
    public double SumBeatsMs()
    {
        var sum = 0.0;
        foreach (var interval in intervals)
            sum += interval;
        return sum;
    }

    /// <summary>The same beats after a gap of <paramref name="ms"/> in front; itself for 0.</summary>
    internal BeatSeries After(double ms)
    {
        if (!(ms > 0) || intervals.Length == 0)
            return this;
        Require(ms, 0);
        double[] later = [ms, .. ends];
        for (var i = 1; i < later.Length; i++)
            later[i] += ms;
        return Checked([0, .. intervals], later, later[^1]);
    }

    /// <summary>Rounds to the nearest tick (100 ns); <see cref="TimeSpan.FromMilliseconds(double)"/> cuts instead.</summary>
    internal static TimeSpan FromMs(double ms) => new((long)Math.Round(ms * TimeSpan.TicksPerMillisecond));

    private static void Require(double ms, int index)
    {
        if (!(ms >= 0 && double.IsFinite(ms)))
            throw new ArgumentOutOfRangeException(nameof(ms), ms, $"Interval {index} is not a finite length of time.");
    }

    private static BeatSeries Checked(double[] intervals, double[] ends, double sum) => sum <= LimitMs
        ? new(intervals, ends)
        : throw new ArgumentOutOfRangeException(nameof(intervals), sum, "The intervals sum to more than 31 days.");
}
