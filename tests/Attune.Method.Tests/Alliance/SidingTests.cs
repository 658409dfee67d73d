using Attune.Method.Alliance;
using Attune.Method.Cases;

namespace Attune.Method.Tests.Alliance;

public class SidingTests
{
    // Moment 8: the composite is unchanged, the fairness answer falls from 6 to 3.
    [Fact]
    public void Of_FairnessFallsAndTheCompositeDoesNot_IsPossibleSiding()
    {
        var course = Read(Fair(6), Fair(6), Fair(3));

        Assert.Equal(new RuptureFinding.PossibleSiding(3, 3, 6, 4), Assert.Single(course.Findings, f => f.Criterion is not null));
        Assert.Contains(course.Leading, f => f is RuptureFinding.PossibleSiding);
        Assert.False(course.IsFlagged(3));
    }

    [Theory]
    [InlineData(7, 5, true)]
    [InlineData(7, 6, false)]
    [InlineData(5, 4, false)]
    [InlineData(4, 3, true)]
    [InlineData(2, 3, true)]
    public void Judge_SecondAnswer_IsSidingAtThreeOrBelowOrDownByTwo(int before, int now, bool sided)
    {
        var siding = new Siding();
        siding.Judge(1, before);
        Assert.Equal(sided, siding.Judge(2, now) is not null);
    }

    [Fact]
    public void Judge_FirstAnswer_IsJudgedByItsLevelAlone()
    {
        Assert.Null(new Siding().Judge(1, 4));
        Assert.Equal(new RuptureFinding.PossibleSiding(1, 3, null, 3), new Siding().Judge(1, 3));
    }

    [Fact]
    public void Judge_NotAnsweredBetween_IsComparedWithTheLastAnswered()
    {
        var siding = new Siding();
        siding.Judge(1, 7);
        Assert.Null(siding.Judge(2, null));
        Assert.Equal(new RuptureFinding.PossibleSiding(3, 5, 7, 5), siding.Judge(3, 5));
    }

    [Fact]
    public void Of_TaskGoalAndBondLeftOut_IsStillFound() =>
        Assert.Contains(Read(new CheckInAnswers { Fairness = 2 }).Findings, f => f is RuptureFinding.PossibleSiding { Before: null, Limit: 3 });

    private static readonly Gen<int?[]> Answers = Gen.Frequency((4, Gen.Int[1, 7].Select(one => (int?)one)), (1, Gen.Const((int?)null))).Array[0, 20];

    [Fact]
    public void Judge_AnyComposites_ChangeNothing() => Gen.Select(Answers, Gen.Int[1, 7], Gen.Int[1, 7]).Sample((answers, one, other) =>
        Sidings(answers, one).SequenceEqual(Sidings(answers, other)));

    [Fact]
    public void Judge_AnyAnswers_GiveOneFindingAtMostForEachSession() => Answers.Sample(answers =>
        Sidings(answers, 5).GroupBy(f => f.Session).All(found => found.Count() == 1 && answers[found.Key - 1] is not null));

    private static IEnumerable<RuptureFinding> Sidings(int?[] answers, int rating) =>
        Read([.. answers.Select(one => Course.Rated(rating, rating, rating) with { Fairness = one })]).Findings.OfType<RuptureFinding.PossibleSiding>();

    private static CheckInAnswers Fair(int fairness) => Course.Rated(6, 6, 6) with { Fairness = fairness };

    private static PartnerCourse Read(params CheckInAnswers[] forms) => AllianceCourse.Of(Course.Of(Partner.A).Forms(forms).Fold(), Partner.A);
}
