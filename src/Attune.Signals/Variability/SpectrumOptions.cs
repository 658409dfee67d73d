namespace Attune.Signals.Variability;

/// <summary>How unevenly spaced beats become an even series; stored with every result.</summary>
public enum IntervalInterpolation
{
    /// <summary>Cubic spline with not-a-knot ends (de Boor, 1978), as scipy's and most tools' "cubic". Wants four beats.</summary>
    CubicSpline = 1,

    /// <summary>Straight lines between beats, as hrv-analysis.</summary>
    Linear = 2,
}

/// <summary>What is taken off the series before it is windowed; stored with every result.</summary>
public enum Detrending
{
    /// <summary>Nothing.</summary>
    None = 1,

    /// <summary>The mean of each segment.</summary>
    ConstantPerSegment = 2,

    /// <summary>The straight line of least squares of each segment.</summary>
    LinearPerSegment = 3,
}

/// <summary>
/// How a spectrum is taken (Welch, 1967: Hann windows, periodic, overlapping, powers averaged). LF and HF differ by a factor of 1.3 to 1.5
/// between tools that choose otherwise, so numbers are comparable only with the same options.
/// </summary>
public sealed record SpectrumOptions
{
    /// <summary>Segments of 150 s, half overlapping, a line taken off each: resolves LF (our choice for windows of five minutes and more).</summary>
    public static SpectrumOptions Default { get; } = new();

    /// <summary>Samples a second of the even series: 4.</summary>
    public double SamplesPerSecond { get; init; } = 4;

    /// <summary>How the even series is made.</summary>
    public IntervalInterpolation Interpolation { get; init; } = IntervalInterpolation.CubicSpline;

    /// <summary>Samples in a segment: 600. Null: one segment, the whole series.</summary>
    public int? SegmentSamples { get; init; } = 600;

    /// <summary>Samples that a segment shares with the next: 300. Below <see cref="SegmentSamples"/>; of no meaning for one segment.</summary>
    public int OverlapSamples { get; init; } = 300;

    /// <summary>
    /// Points of the transform: 2048. Segments are filled up with zeros; for a longer segment the next power of two is taken, so other
    /// lengths than powers of two are refused.
    /// </summary>
    public int TransformLength { get; init; } = 2_048;

    /// <summary>What is taken off.</summary>
    public Detrending Detrending { get; init; } = Detrending.LinearPerSegment;

    internal void Require()
    {
        if (!(SamplesPerSecond > 0 && double.IsFinite(SamplesPerSecond)))
            throw new ArgumentOutOfRangeException(nameof(SamplesPerSecond), SamplesPerSecond, "The rate of samples is above 0.");
        if (SegmentSamples is { } samples && (samples < 2 || OverlapSamples < 0 || OverlapSamples >= samples))
            throw new ArgumentOutOfRangeException(nameof(SegmentSamples), samples, "A segment has two samples at least and more than it shares.");
        if (TransformLength < 8 || !int.IsPow2(TransformLength))
            throw new ArgumentOutOfRangeException(nameof(TransformLength), TransformLength, "The transform takes 8 points or a higher power of two.");
        if (!Enum.IsDefined(Interpolation) || !Enum.IsDefined(Detrending))
            throw new ArgumentOutOfRangeException(nameof(Interpolation), "Not an interpolation or not a way of detrending.");
    }
}
