using Attune.Signals.Beats;

namespace Attune.Signals.Arousal;

/// <summary>A stretch in which the rate stayed above the threshold for longer than the minimum.</summary>
/// <param name="Start">Time since the first sample; inside.</param>
/// <param name="End">Time since the first sample; outside.</param>
/// <param name="PeakBpm">Highest rate inside, by the finding's own definition of the rate (smoothed for the centred mean).</param>
/// <param name="MeanBpm">Mean of the same rate over time; missing moments inside a bridged dip are left out.</param>
public sealed record ArousalEpisode(TimeSpan Start, TimeSpan End, double PeakBpm, double MeanBpm)
{
    /// <summary>The half-open span of the episode.</summary>
    public SessionSpan Span => new(Start, End);

    /// <summary><see cref="End"/> minus <see cref="Start"/>.</summary>
    public TimeSpan Duration => End - Start;
}
