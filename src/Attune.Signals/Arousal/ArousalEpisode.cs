using Attune.Signals.Beats;

namespace Attune.Signals.Arousal;

/// <summary>A stretch in which the rate stayed above the level for longer than the minimum.</summary>
/// <param name="Start">Time since the first sample; inside.</param>
/// <param name="End">Time since the first sample; outside.</param>
/// <param name="PeakBpm">Highest rate inside, by the finding's own definition of the rate (smoothed for the means).</param>
/// <param name="MeanBpm">Mean of the same rate over time; missing moments inside are left out.</param>
public sealed record ArousalEpisode(TimeSpan Start, TimeSpan End, double PeakBpm, double MeanBpm)
{
    /// <summary>
    /// Time from <see cref="End"/> until the same rate has been at or below <see cref="ArousalLevels.RecoveredAtBpm"/> for 60 s, that
    /// minute included. Null when that was not heard: the recording ended, beats were missing (more than 5 s of them for the mean of
    /// the last 15 s, any that were not filled for the others), or another episode came first.
    /// </summary>
    public TimeSpan? RecoveredAfter { get; init; }

    /// <summary>The half-open span of the episode.</summary>
    public SessionSpan Span => new(Start, End);

    /// <summary><see cref="End"/> minus <see cref="Start"/>.</summary>
    public TimeSpan Duration => End - Start;
}
