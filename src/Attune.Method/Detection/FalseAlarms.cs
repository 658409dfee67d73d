namespace Attune.Method.Detection;

/// <summary>
/// How often a criterion flags courses in which nothing happened. It belongs to the criterion, the number of sessions and the autocorrelation, and to no
/// single flag. The same seed gives the same numbers, in whatever order courses are looked at.
/// </summary>
public static class FalseAlarms
{
    /// <summary>The share of courses of pure noise with at least one flag, judged by earlier sessions alone.</summary>
    /// <param name="length">Sessions in a course, all answered; 1 or more.</param>
    /// <param name="autocorrelation">As <see cref="CourseNoise.Autocorrelation"/>.</param>
    /// <param name="onRealScale">Steps of a third up to a ceiling of 7, or standard scores: <see cref="CourseNoise"/>.</param>
    /// <param name="courses">1 or more.</param>
    public static FalseAlarmShare Share(DetectionCriterion criterion, int length, double autocorrelation, bool onRealScale, uint seed, int courses) =>
        Share([criterion], DetectionForm.SoFar, new CourseNoise(autocorrelation, onRealScale), length, seed, courses);

    /// <summary>The share with at least one flag of any of the criteria: what somebody meets who looks at them all.</summary>
    public static FalseAlarmShare Share(
        ReadOnlySpan<DetectionCriterion> criteria, DetectionForm form, CourseNoise noise, int length, uint seed, int courses)
    {
        ArgumentNullException.ThrowIfNull(noise);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(courses, 1);
        var course = new double[length];
        var flags = new bool[length];
        var flagged = 0;
        for (var number = 0u; number < courses; number++)
        {
            noise.Fill(seed, number, course);
            foreach (var criterion in criteria)
            {
                RuptureDetection.Flag(criterion, form, course, noise.Reference, flags);
                if (!flags.AsSpan().Contains(true))
                    continue;
                flagged++;
                break;
            }
        }
        return new FalseAlarmShare(flagged, courses);
    }
}

/// <summary>So many of so many simulated courses had a flag.</summary>
public readonly record struct FalseAlarmShare(int Flagged, int Courses)
{
    /// <summary>From 0 to 1. NaN without courses.</summary>
    public double Value => (double)Flagged / Courses;

    /// <summary>Of the simulation, in the unit of the share: sqrt(p (1 - p) / courses). 0 when none or all were flagged, which says little when they are few.</summary>
    public double StandardError => Math.Sqrt(Value * (1 - Value) / Courses);
}
