using Attune.Method.Detection;
using static Attune.Method.Detection.DetectionForm;

namespace Attune.Method.Tests.Detection;

/// <summary>Many courses at once are judged as each by itself is, flag for flag.</summary>
public class FlagAllTests
{
    // Scores as they come from elsewhere too: not only thirds, and courses of any length with gaps.
    private static readonly Gen<double[]> Plain = Gen.Select(Gen.Double[1, 7], Gen.Int[0, 9]).Select((value, gap) => gap == 0 ? double.NaN : value).Array[0, 90];

    [Fact]
    public void FlagAll_AnyCourses_EqualsEachCriterionAlone() =>
        Gen.OneOf(DetectionSeries.WithGaps, Plain).Array[0, 6].Sample(courses => Enum.GetValues<DetectionForm>().All(form => IsSame(courses, form, DetectionReference.CheckIn)), iter: 400);

    [Fact]
    public void FlagAll_CoursesOfNoise_EqualsEachCriterionAlone()
    {
        foreach (var noise in (CourseNoise[])[new(0, true), new(0.6, true), new(0.3, false)])
        {
            var courses = Enumerable.Range(0, 400).Select(number =>
            {
                var course = new double[1 + number % 40];
                noise.Fill(5, (uint)number, course);
                return course;
            }).ToArray();
            Assert.True(IsSame(courses, SoFar, noise.Reference) && IsSame(courses, WholeSeries, noise.Reference));
        }
    }

    [Theory]
    [InlineData(new[] { 0, 1 })]
    [InlineData(new[] { 1, 2 })]
    [InlineData(new[] { 0, 3, 2 })]
    [InlineData(new int[0])]
    public void FlagAll_OffsetsThatDoNotFit_AreRefused(int[] offsets) => Assert.Throws<ArgumentException>(() =>
        RuptureDetection.FlagAll(SoFar, [5, 5], offsets, DetectionReference.CheckIn, new SessionFlags[2]));

    [Fact]
    public void FlagAll_InfiniteOrTooFewFlags_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => RuptureDetection.FlagAll(SoFar, [5, double.NegativeInfinity], [0, 2], DetectionReference.CheckIn, new SessionFlags[2]));
        Assert.Throws<ArgumentException>(() => RuptureDetection.FlagAll(SoFar, [5, 5], [0, 2], DetectionReference.CheckIn, new SessionFlags[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => RuptureDetection.FlagAll(0, [5, 5], [0, 2], DetectionReference.CheckIn, new SessionFlags[2]));
        RuptureDetection.FlagAll(SoFar, [], [0], DetectionReference.CheckIn, []);
    }

    private static bool IsSame(double[][] courses, DetectionForm form, DetectionReference reference)
    {
        double[] values = [.. courses.SelectMany(course => course)];
        int[] offsets = [0, .. courses.Select((_, i) => courses.Take(i + 1).Sum(course => course.Length))];
        // Set before, so that a flag that is not written would show.
        var flags = Enumerable.Repeat(new SessionFlags(uint.MaxValue), values.Length).ToArray();
        RuptureDetection.FlagAll(form, values, offsets, reference, flags);
        foreach (var criterion in RuptureDetection.Criteria)
        {
            for (var course = 0; course < courses.Length; course++)
            {
                var alone = form == SoFar || RuptureDetection.HasWholeSeriesForm(criterion)
                    ? DetectionSeries.Flags(criterion, form, courses[course], reference)
                    : new bool[courses[course].Length];
                for (var i = 0; i < alone.Length; i++)
                {
                    if (flags[offsets[course] + i].Has(criterion) != alone[i])
                        throw new InvalidOperationException($"{criterion} {form} course {course} session {i + 1}");
                }
            }
        }
        return true;
    }
}
