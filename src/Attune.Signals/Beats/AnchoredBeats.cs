namespace Attune.Signals.Beats;

/// <summary>Beats on a clock: cumulated intervals, held to the times that a recorder wrote beside them.</summary>
/// <param name="Beats">The series with its gaps.</param>
/// <param name="StartMs">The series' first sample on the recorder's clock, in ms.</param>
/// <param name="WallMs">From the first sample to the last beat by the recorder's clock, in ms.</param>
/// <param name="DriftMs">
/// What the recorder's clock gained on the beats' sum beyond the gaps, in ms; negative when the beats ran ahead. Some 100 ms an hour are
/// two quartz clocks; much more means lost or doubled beats.
/// </param>
/// <param name="StepsBack">How often the recorder's clock fell behind the beats by more than the tolerance.</param>
public sealed record AnchoredBeats(BeatSeries Beats, double StartMs, double WallMs, double DriftMs, int StepsBack);
