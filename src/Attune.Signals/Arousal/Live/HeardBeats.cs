namespace Attune.Signals.Arousal.Live;

/// <summary>
/// The believed beats of the last minute, in a ring: the rate of the last 15 s and the share of the minute that was heard. Beats end at
/// least 150 ms apart (half the shortest believable interval; see <see cref="HeardClock"/>), so a minute holds 400 at most.
/// </summary>
internal sealed class HeardBeats
{
    internal const double CoverageWindowMs = 60_000;

    private const int Capacity = 512;
    private const int Mask = Capacity - 1;

    private readonly double[] ends = new double[Capacity];
    private readonly long[] lengths = new long[Capacity];
    private long newest;
    private long oldestInMinute;
    private long oldestInWindow;
    private long minuteSum;
    private long windowSum;

    /// <summary>Where hearing began, or began again.</summary>
    internal double SinceMs { get; private set; }

    /// <summary>The rate at the end of the last believed beat; NaN before there is one.</summary>
    internal double RateBpm { get; private set; } = double.NaN;

    internal void Restart(double atMs)
    {
        (newest, oldestInMinute, oldestInWindow, minuteSum, windowSum) = (0, 0, 0, 0, 0);
        (SinceMs, RateBpm) = (atMs, double.NaN);
    }

    internal void Add(double endMs, double intervalMs)
    {
        var length = TrailingSum.Units(intervalMs);
        ends[newest & Mask] = endMs;
        lengths[newest & Mask] = length;
        newest++;
        minuteSum += length;
        windowSum += length;
        for (; ends[oldestInWindow & Mask] <= endMs - TrailingSum.WindowMs; oldestInWindow++)
            windowSum -= lengths[oldestInWindow & Mask];
        RateBpm = TrailingSum.Bpm((int)(newest - oldestInWindow), windowSum);
        Forget(endMs);
    }

    /// <summary>Share of the last minute, or of the time since <see cref="SinceMs"/> when that is less, in [0, 1]; 0 when no time has passed.</summary>
    internal double CoverageAt(double nowMs)
    {
        Forget(nowMs);
        var passed = Math.Min(CoverageWindowMs, nowMs - SinceMs);
        return passed > 0 ? Math.Min(1, TrailingSum.Ms(minuteSum) / passed) : 0;
    }

    private void Forget(double nowMs)
    {
        for (; oldestInMinute < newest && ends[oldestInMinute & Mask] <= nowMs - CoverageWindowMs; oldestInMinute++)
            minuteSum -= lengths[oldestInMinute & Mask];
    }
}
