using Attune.Signals.Beats;

namespace Attune.Signals.Arousal.Live;

/// <summary>The article's counter: how long the rate has been above the level without a break. It knows no hysteresis.</summary>
internal struct EpisodeCounter(double minimumMs)
{
    private bool running;
    private double fromMs;
    private double toMs;
    private double peakBpm;
    private double weighted;
    private double knownMs;

    internal readonly bool IsEpisode => running && toMs - fromMs > minimumMs + ArousalLevels.Tolerance;

    internal readonly double EndMs => toMs;

    internal readonly ArousalEpisode Episode =>
        new(BeatSeries.FromMs(fromMs), BeatSeries.FromMs(toMs), peakBpm, weighted / knownMs);

    internal void Above(double startMs, double endMs, double rateBpm)
    {
        if (!running)
            (running, fromMs, peakBpm, weighted, knownMs) = (true, startMs, 0, 0, 0);
        toMs = endMs;
        peakBpm = Math.Max(peakBpm, rateBpm);
        weighted += rateBpm * (endMs - startMs);
        knownMs += endMs - startMs;
    }

    internal void Reset() => running = false;
}
