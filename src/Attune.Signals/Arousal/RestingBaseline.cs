namespace Attune.Signals.Arousal;

/// <summary>A person's heart rate in quiet sitting.</summary>
public sealed record RestingBaseline
{
    /// <summary>Throws unless the median is a rate above 0 and the deviation is finite and not negative.</summary>
    public RestingBaseline(double medianBpm, double deviationBpm, TimeSpan measured)
    {
        if (!(medianBpm > 0 && double.IsFinite(medianBpm)))
            throw new ArgumentOutOfRangeException(nameof(medianBpm), medianBpm, "A resting rate lies above 0 bpm.");
        if (!(deviationBpm >= 0 && double.IsFinite(deviationBpm)))
            throw new ArgumentOutOfRangeException(nameof(deviationBpm), deviationBpm, "A deviation is not negative.");
        (MedianBpm, DeviationBpm, Measured) = (medianBpm, deviationBpm, measured);
    }

    /// <summary>Median of 60000 / RR over the believed beats, in bpm.</summary>
    public double MedianBpm { get; }

    /// <summary>Standard deviation of the same (n - 1), in bpm; beat by beat, so breathing is in it.</summary>
    public double DeviationBpm { get; }

    /// <summary>Time that the believed beats cover.</summary>
    public TimeSpan Measured { get; }
}
