using Attune.Method.Agreement;
using Attune.Method.Detection;

namespace Attune.Method.Tests.Detection;

public class CriteriaTallyTests
{
    /// <summary>Counts kept course by course are those of all ratings side by side.</summary>
    [Fact]
    public void Pairs_AnyCourses_AreThoseOfAllRatingsTogether() => DetectionSeries.WithGaps.Array[1, 5].Sample(
        courses =>
        {
            var (first, second) = (DetectionCriterion.TwoStricterSdDrop, DetectionCriterion.Ewma);
            var pair = Assert.Single(CriteriaAgreement.Pairs([first, second], DetectionForm.SoFar, courses.Select(course => new ReadOnlyMemory<double>(course)), DetectionReference.CheckIn));
            List<double> ratings = [];
            var matched = 0;
            foreach (var course in courses)
            {
                double[] answered = [.. course.Where(value => !double.IsNaN(value))];
                var (one, other) = (new bool[answered.Length], new bool[answered.Length]);
                RuptureDetection.Flag(first, DetectionForm.SoFar, answered, DetectionReference.CheckIn, one);
                RuptureDetection.Flag(second, DetectionForm.SoFar, answered, DetectionReference.CheckIn, other);
                for (var at = 0; at < answered.Length; at++)
                {
                    ratings.Add(Rating(first, one, at));
                    ratings.Add(Rating(second, other, at));
                }

                TimeSpan[] ones = Moments(one), others = Moments(other);
                matched += EventMatching.Match(ones, others, TimeSpan.FromTicks(CriteriaAgreement.Tolerance), new bool[ones.Length], new bool[others.Length]);
            }

            var expected = CohensKappa.Unweighted(new RatingTable(2, [.. ratings]));
            Assert.Equal(matched, pair.Matched);
            Assert.Equal((expected.GetType(), expected.Targets, expected.LeftOut), (pair.Kappa.GetType(), pair.Kappa.Targets, pair.Kappa.LeftOut));
            if (expected is AgreementFinding.Measured measured)
                Assert.Equal(measured.Value, Assert.IsType<AgreementFinding.Measured>(pair.Kappa).Value, 12);
            else
                Assert.Equal(expected, pair.Kappa);
        },
        iter: 300);

    [Fact]
    public void Add_OtherCriteria_Throws()
    {
        var one = new CriteriaTally([DetectionCriterion.Ewma], DetectionForm.SoFar, DetectionReference.CheckIn);
        Assert.Throws<ArgumentException>(() => one.Add(new CriteriaTally([DetectionCriterion.CusumFour], DetectionForm.SoFar, DetectionReference.CheckIn)));
    }

    private static double Rating(DetectionCriterion criterion, bool[] flags, int at) =>
        RuptureDetection.CouldJudge(criterion, DetectionForm.SoFar, at + 1, flags.Length) ? (flags[at] ? 1 : 0) : double.NaN;

    private static TimeSpan[] Moments(bool[] flags) => [.. Enumerable.Range(0, flags.Length).Where(at => flags[at]).Select(at => TimeSpan.FromTicks(at))];
}
