namespace Attune.Signals.Arousal.Live;

/// <summary>
/// One heart's own time, in ms: intervals summed, held near the times at which they arrived. Radio hands beats over in bundles, late and
/// unevenly, and a strap's crystal drifts; neither may bend the two minutes.
/// </summary>
internal struct HeardClock
{
    // All four are our proposal. Below a sensor's own resolution (1/1024 s) nothing is late. A radio bundle may keep a beat back for
    // some seconds; what is later than that was not heard. In between, each beat follows a 64th of its lateness: jitter of a second
    // moves it by 16 ms, and a crystal off by 1% keeps it half a second behind.
    private const double NoticedMs = 1;
    internal const double SilenceMs = 3_000;
    private const double Following = 1.0 / 64;
    private const double LeastStep = 0.5;

    private bool started;

    /// <summary>End of the last beat, or of the silence after it.</summary>
    internal double NowMs { get; private set; }

    internal readonly bool HasStarted => started;

    /// <summary>How long nothing was heard before a beat that arrives now; 0 when it follows the last one.</summary>
    internal readonly double SilenceBefore(double arrivalMs, double intervalMs)
    {
        var late = arrivalMs - NowMs - intervalMs;
        return started && late > SilenceMs ? late : 0;
    }

    internal void Start(double atMs) => (NowMs, started) = (atMs, true);

    /// <summary>Moves to the end of a beat.</summary>
    internal void Beat(double arrivalMs, double intervalMs)
    {
        var next = NowMs + intervalMs;
        var late = arrivalMs - next;
        NowMs = Math.Abs(late) < NoticedMs ? next : Math.Max(NowMs + (LeastStep * intervalMs), next + (Following * late));
    }

    internal void Pass(double ms) => NowMs += ms;
}
