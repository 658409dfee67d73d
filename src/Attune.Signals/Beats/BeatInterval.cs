namespace Attune.Signals.Beats;

/// <summary>
/// Time from one heart beat to the next. <c>default</c> holds 0 and means "not measured".
/// </summary>
/// <remarks>The bound of 5000 ms (12 bpm) is our proposal: a longer silence is a gap in the recording, not a beat.</remarks>
public readonly record struct BeatInterval
{
    private const double LimitMs = 5_000;

    private BeatInterval(double ms) => TotalMilliseconds = ms;

    /// <summary>Length in ms, in (0, 5000); 0 only for <c>default</c>.</summary>
    public double TotalMilliseconds { get; }

    /// <summary>The heart rate that beats of this length make, in beats per minute; NaN when not measured.</summary>
    public double BeatsPerMinute => TotalMilliseconds > 0 ? BeatSeries.MillisecondsPerMinute / TotalMilliseconds : double.NaN;

    /// <summary>A measured interval. Throws outside (0, 5000) ms and for NaN.</summary>
    public static BeatInterval FromMilliseconds(double ms) => ms is > 0 and < LimitMs
        ? new(ms)
        : throw new ArgumentOutOfRangeException(nameof(ms), ms, "A beat interval lies in (0, 5000) ms.");
}
