namespace Attune.Signals.Arousal.Live;

/// <summary>
/// What is shown, with hysteresis so that it does not flap; the counter of episodes has none. A stretch counts from the start of its
/// first beat. Stretches of 30 s up and 60 s down: engineering choice for the level without a baseline and with one, our proposal.
/// </summary>
internal struct ShownState(ArousalLevels levels)
{
    internal const double UpMs = 30_000;
    internal const double WarmMs = 15_000;

    // Where rising begins below the recovered level (no baseline), a heart that has just recovered would rise again at once. It has to
    // leave that band first, downward or upward.
    private bool lingers;
    private Stretch rising;
    private Stretch above;
    private Stretch below;
    private Stretch recovered;
    private Stretch quiet;

    internal ArousalState State { get; private set; } = ArousalState.Unknown;

    internal readonly bool HasRecovered => recovered.Lasts(ArousalRule.RecoveredMs);

    internal void Restart() => this = new(levels);

    internal void Take(double startMs, double endMs, double rateBpm, double sinceMs, bool isEpisode)
    {
        var raised = levels.IsRising(rateBpm);
        lingers &= raised;
        rising.Take(lingers ? !levels.IsRecovered(rateBpm) : raised, startMs, endMs);
        above.Take(levels.IsAroused(rateBpm), startMs, endMs);
        below.Take(!levels.IsAroused(rateBpm), startMs, endMs);
        recovered.Take(levels.IsRecovered(rateBpm), startMs, endMs);
        quiet.Take(levels.IsRecovered(rateBpm) && !raised, startMs, endMs);

        var next = State switch
        {
            ArousalState.Unknown when rising.Lasts(UpMs) => ArousalState.Rising,
            ArousalState.Unknown when !raised && endMs - sinceMs >= WarmMs - ArousalLevels.Tolerance => ArousalState.Calm,
            ArousalState.Calm when rising.Lasts(UpMs) => ArousalState.Rising,
            ArousalState.Rising when quiet.Lasts(ArousalRule.RecoveredMs) => ArousalState.Calm,
            ArousalState.Aroused when below.Lasts(UpMs) => ArousalState.Recovering,
            ArousalState.Recovering when above.Lasts(UpMs) => ArousalState.Aroused,
            ArousalState.Recovering when HasRecovered => ArousalState.Calm,
            var same => same,
        };
        if (State is ArousalState.Recovering && next is ArousalState.Calm)
        {
            lingers = raised;
            rising = default;
        }

        State = isEpisode ? ArousalState.Aroused : next;
    }

    private struct Stretch
    {
        private bool running;
        private double fromMs;
        private double lengthMs;

        internal readonly bool Lasts(double ms) => running && lengthMs >= ms - ArousalLevels.Tolerance;

        internal void Take(bool holds, double startMs, double endMs)
        {
            if (holds && !running)
                fromMs = startMs;
            running = holds;
            lengthMs = endMs - fromMs;
        }
    }
}
