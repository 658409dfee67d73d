namespace Attune.Signals.Arousal;

/// <summary>What made a rate count as arousal.</summary>
public enum ArousalCriterion
{
    /// <summary>The fixed threshold of the article.</summary>
    Threshold = 1,

    /// <summary>A distance from the person's own rest that is reached before the threshold.</summary>
    AboveBaseline = 2,
}

/// <summary>
/// The rates at which states change, in bpm, worked out once from the options. Aroused is strictly above its level, recovered is at or
/// below its own. With a baseline all of them are our proposal; without one only the threshold has a source.
/// </summary>
public sealed record ArousalLevels
{
    // Sums of binary fractions are off by some 1e-10: exactly 100 bpm must not count because of them.
    internal const double Tolerance = 1e-6;

    /// <summary>Least distance between a resting rate and the level of arousal, in bpm: 15 (our proposal; see <see cref="Of"/>).</summary>
    public const double LeastAboveBaselineBpm = 15;

    private const double RisingBelowThreshold = 10;
    private const double RecoveredBelowThreshold = 5;

    private ArousalLevels()
    {
    }

    /// <summary>Aroused is a rate above this: the threshold, or the baseline's own limit where that is lower.</summary>
    public double ArousedAboveBpm { get; private init; }

    /// <summary>Which of the two it is.</summary>
    public ArousalCriterion Criterion { get; private init; }

    /// <summary>Rising is a rate from here on; see <see cref="RisingIncludesLevel"/>.</summary>
    public double RisingFromBpm { get; private init; }

    /// <summary>Whether exactly <see cref="RisingFromBpm"/> counts: yes without a baseline, no with one.</summary>
    public bool RisingIncludesLevel { get; private init; }

    /// <summary>Recovered is a rate of this or less. Always 5 bpm or more below <see cref="ArousedAboveBpm"/>.</summary>
    public double RecoveredAtBpm { get; private init; }

    /// <summary>
    /// Without a baseline: rising from 10 bpm below the threshold, recovered from 5 below (90 and 95 at 100; the first lies lower because
    /// it warns, the second because it must not wait for quiet). With one, from its median b and deviation s: rising above b + max(10,
    /// 10%, 2 s); aroused above b + min(25, max(15, 3 s)), but never below the rising level, or above the threshold if that is lower;
    /// recovered at b + max(5, 10%) or less.
    /// </summary>
    public static ArousalLevels Of(ArousalOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Require();
        var threshold = options.ThresholdBpm;
        if (options.Baseline is not { MedianBpm: var rest, DeviationBpm: var deviation })
        {
            return new()
            {
                ArousedAboveBpm = threshold,
                Criterion = ArousalCriterion.Threshold,
                RisingFromBpm = threshold - RisingBelowThreshold,
                RisingIncludesLevel = true,
                RecoveredAtBpm = threshold - RecoveredBelowThreshold,
            };
        }

        var elevated = rest + Math.Max(Math.Max(10, 0.10 * rest), 2 * deviation);
        // Three deviations of quiet beats say what quiet is not, which is less than arousal: where 3 s is 9, talking reaches it.
        var own = Math.Max(elevated, rest + Math.Min(25, Math.Max(LeastAboveBaselineBpm, 3 * deviation)));
        var aroused = Math.Min(threshold, own);
        return new()
        {
            ArousedAboveBpm = aroused,
            Criterion = own < threshold ? ArousalCriterion.AboveBaseline : ArousalCriterion.Threshold,
            RisingFromBpm = Math.Min(elevated, aroused),
            RisingIncludesLevel = false,
            RecoveredAtBpm = Math.Min(rest + Math.Max(5, 0.10 * rest), aroused - RecoveredBelowThreshold),
        };
    }

    internal bool IsAroused(double bpm) => bpm > ArousedAboveBpm + Tolerance;

    internal bool IsRising(double bpm) => RisingIncludesLevel ? bpm >= RisingFromBpm - Tolerance : bpm > RisingFromBpm + Tolerance;

    internal bool IsRecovered(double bpm) => bpm <= RecoveredAtBpm + Tolerance;
}
