using System.Collections.Immutable;

namespace Attune.Signals.Simulation;

/// <summary>What a simulated heart does in a session: a resting rate and rises from it. Where rises overlap, the higher rate holds.</summary>
/// <param name="Length">Time from the first beat; the recording ends with the first beat that reaches it. At most 24 hours.</param>
/// <param name="RestingBpm">Rate outside rises, in [40, 180] bpm.</param>
public sealed record HeartCourse(TimeSpan Length, double RestingBpm)
{
    private const double SlowestBpm = 40;
    private const double FastestBpm = 180;

    /// <summary>Rises in any order.</summary>
    public ImmutableArray<HeartRise> Rises { get; init; } = [];

    /// <summary>Slow changes of the resting rate itself, in any order; they add up and stay. The sum is held within [40, 180] bpm.</summary>
    public ImmutableArray<HeartTrend> Trends { get; init; } = [];

    /// <summary>The rate without noise, in bpm.</summary>
    public double RateAt(TimeSpan moment) => RateAt(moment.TotalSeconds);

    internal double RateAt(double second)
    {
        var resting = RestingAt(second);
        var rate = resting;
        foreach (var rise in Rises)
            rate = Math.Max(rate, resting + ((rise.PlateauBpm - resting) * rise.ShareAt(second)));
        return rate;
    }

    private double RestingAt(double second)
    {
        var resting = RestingBpm;
        foreach (var trend in Trends)
            resting += trend.ChangeAt(second);
        return Math.Clamp(resting, SlowestBpm, FastestBpm);
    }

    internal void Require()
    {
        if (Length <= TimeSpan.Zero || Length > TimeSpan.FromHours(24))
            throw new ArgumentOutOfRangeException(nameof(Length), Length, "A course lasts up to 24 hours.");
        RequireRate(RestingBpm);
        foreach (var rise in Rises)
        {
            RequireRate(rise.PlateauBpm);
            if (rise.Rising <= TimeSpan.Zero || rise.Falling <= TimeSpan.Zero || rise.Held < TimeSpan.Zero)
                throw new ArgumentOutOfRangeException(nameof(Rises), rise, "A rise takes time to come and to go.");
        }

        foreach (var trend in Trends)
        {
            if (trend.Lasting < TimeSpan.Zero || !double.IsFinite(trend.BpmPerMinute))
                throw new ArgumentOutOfRangeException(nameof(Trends), trend, "A trend has a finite slope and lasts a time that is not negative.");
        }
    }

    private static void RequireRate(double bpm)
    {
        if (bpm is not (>= SlowestBpm and <= FastestBpm))
            throw new ArgumentOutOfRangeException(nameof(bpm), bpm, "A simulated heart beats 40 to 180 times a minute.");
    }
}
