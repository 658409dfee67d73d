using Attune.Method.Alliance;

namespace Attune.Method.Detection;

/// <summary>What is known of a measure before a person has answered, in the unit of the series.</summary>
/// <param name="WithinSd">How far one person's answers usually differ: the reference of the stricter drop and of slow erosion.</param>
/// <param name="BetweenSd">How far people usually differ: the SD of the reliable change.</param>
/// <param name="Reliability">From 0 up to 1.</param>
public sealed record DetectionReference(double WithinSd, double BetweenSd, double Reliability)
{
    private const double Normal95 = 1.96;

    /// <summary>The check-in's composite, 1 to 7: .5, 1.0 and .90 (all our proposal).</summary>
    public static DetectionReference CheckIn { get; } = new(Baseline.ReferenceSd, 1, 0.9);

    /// <summary>
    /// One item of it, 1 to 7 in whole steps: .7, 1.1 and .80, rounded from what <see cref="AreaNoise"/> makes (all our proposal). A single step is then a
    /// fall of one SD, two steps are one of two SD and a reliable change.
    /// </summary>
    public static DetectionReference CheckInItem { get; } = new(0.7, 1.1, 0.8);

    /// <summary>Standard scores: the population's SD is the person's own, 1, as in the simulation of method-facts 1.3.</summary>
    public static DetectionReference Standard { get; } = new(1, 1, 0.9);

    /// <summary>The change that errors of measurement alone exceed in one of twenty, to either side (Jacobson and Truax, 1991). NaN for a reliability above 1.</summary>
    public double ReliableChange => Normal95 * BetweenSd * Math.Sqrt(2 * (1 - Reliability));
}
