namespace Attune.Signals.Simulation;

/// <summary>A straight change of the resting rate that stays: a raised start that settles, or a slow climb.</summary>
/// <param name="At">Time since the first beat at which it begins.</param>
/// <param name="BpmPerMinute">Its slope, in bpm per minute; negative when the rate falls.</param>
/// <param name="Lasting">How long it goes on; not negative.</param>
public sealed record HeartTrend(TimeSpan At, double BpmPerMinute, TimeSpan Lasting)
{
    internal double ChangeAt(double second) =>
        BpmPerMinute / 60 * Math.Clamp(second - At.TotalSeconds, 0, Lasting.TotalSeconds);
}
