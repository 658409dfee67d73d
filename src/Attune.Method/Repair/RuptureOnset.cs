using Attune.Method.Alliance;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.Repair;

/// <summary>
/// Where one partner stood when a rupture happened, in the score that it is judged by. <paramref name="Before"/>: mean of the baseline;
/// <paramref name="Threshold"/>: the strict drop's; <paramref name="Clearing"/>: 1 to 5, as said of the tension in
/// the rupture's own form, whose "still open" is about what came before it.
/// </summary>
internal sealed record RuptureOnset(int Session, RuptureArea? Area, double? Before, double? At, double Threshold, bool HadDrop, int? Clearing)
{
    private const double ShareOfThreshold = 0.25;

    /// <summary>Back again from here; null without a level before.</summary>
    public double? BackFrom => Before - ShareOfThreshold * Threshold;

    /// <summary>Half of the drop regained from here.</summary>
    public double? HalfBackFrom => (Before + At) / 2;

    /// <summary>
    /// A drop: at least the threshold below the level before, or below the last answered score while not still "back" (then the score came down
    /// from a peak to its usual level, and says nothing).
    /// </summary>
    public static RuptureOnset Of(PartnerCourse course, RuptureRecord rupture)
    {
        var formulation = rupture.Formulation;
        var area = formulation.PrimaryArea ?? (formulation.Areas is [var only] ? only : null);
        var earlier = course.Points
            .Where(point => point.Session < rupture.Session && Score(point, area) is not null)
            .Select(point => (Value: Score(point, area)!.Value, IsFlagged: course.IsFlagged(point.Session)))
            .ToList();
        var usual = Baseline.Of(earlier);
        var point = course.PointOf(rupture.Session);
        var onset = new RuptureOnset(
            rupture.Session, area, usual.Mean, point is null ? null : Score(point, area), usual.Threshold, HadDrop: false,
            point?.Tension is { Any: true } tension ? tension.Cleared : null);
        var fromUsual = onset.Before - onset.At;
        var fromLast = earlier.Count == 0 ? null : earlier[^1].Value - onset.At;
        var enough = usual.Threshold - Baseline.Rounding;
        return onset with { HadDrop = fromUsual >= enough || (fromLast >= enough && onset.At < onset.BackFrom - Baseline.Rounding) };
    }

    /// <summary>The item of the area; the composite when the area is not clear.</summary>
    public static double? Score(CoursePoint point, RuptureArea? area) => area is { } known ? Composite.Item(point, known) : point.Composite;

    /// <summary>Clearing in a later form on one scale, 1 to 5: nothing still open 5, partly 3, still open 1; else what the form's tension item says.</summary>
    public static int? ClearingIn(CoursePoint point) => point.StillOpen switch
    {
        StillOpenAnswer.Nothing => 5,
        StillOpenAnswer.PartlyCleared => 3,
        StillOpenAnswer.StillOpen => 1,
        null => point.Tension is { Any: true } tension ? tension.Cleared : null,
    };
}
