using System.Collections.Immutable;
using Attune.Method.Alliance;

namespace Attune.Method.Detection;

/// <summary>
/// The criteria that a course is read by, under their names here. In a course they share a baseline, which first differs after the first flag: so the
/// share of courses of noise with any flag is the same, and of a single criterion nearly so.
/// </summary>
public static class CourseCriteria
{
    /// <summary>All that are inferred from the composite, in the order of the enumeration.</summary>
    public static ImmutableArray<DetectionCriterion> All { get; } =
    [
        DetectionCriterion.OneStricterSdDrop, DetectionCriterion.TwoStricterSdDrop,
        DetectionCriterion.IndividualsChartThreeSigma, DetectionCriterion.IndividualsChartTwoSigma,
        DetectionCriterion.IndividualsChartThreeSigmaKeptOut, DetectionCriterion.IndividualsChartTwoSigmaKeptOut,
        DetectionCriterion.DeclineOverSessions,
    ];

    /// <summary>Null: possible siding, which is our own rule on one answer and not simulated, and "cannot tell".</summary>
    public static DetectionCriterion? Of(RuptureFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Criterion is { } criterion
            ? Of(criterion, (finding as RuptureFinding.ControlChart)?.Baseline ?? ChartBaseline.FlaggedKeptOut)
            : null;
    }

    /// <summary>Null: <see cref="RuptureCriterion.FairnessAnswer"/>, as above.</summary>
    /// <param name="baseline">Which of the two charts; the others have one form.</param>
    public static DetectionCriterion? Of(RuptureCriterion criterion, ChartBaseline baseline = ChartBaseline.FlaggedKeptOut) => (criterion, baseline) switch
    {
        (RuptureCriterion.DirectReport, _) => DetectionCriterion.DirectReport,
        (RuptureCriterion.TwoSdDrop, _) => DetectionCriterion.TwoStricterSdDrop,
        (RuptureCriterion.OneSdDrop, _) => DetectionCriterion.OneStricterSdDrop,
        (RuptureCriterion.ControlChartThreeSigma, ChartBaseline.AllPastData) => DetectionCriterion.IndividualsChartThreeSigma,
        (RuptureCriterion.ControlChartThreeSigma, _) => DetectionCriterion.IndividualsChartThreeSigmaKeptOut,
        (RuptureCriterion.ControlChartTwoSigma, ChartBaseline.AllPastData) => DetectionCriterion.IndividualsChartTwoSigma,
        (RuptureCriterion.ControlChartTwoSigma, _) => DetectionCriterion.IndividualsChartTwoSigmaKeptOut,
        (RuptureCriterion.DeclineOverSessions, _) => DetectionCriterion.DeclineOverSessions,
        (RuptureCriterion.FairnessAnswer, _) => null,
        _ => throw new ArgumentOutOfRangeException(nameof(criterion), criterion, "No such criterion."),
    };
}
