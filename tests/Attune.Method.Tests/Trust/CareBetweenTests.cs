using Attune.Method.Cases;
using Attune.Method.Tests.Cases;
using Attune.Method.Trust;

namespace Attune.Method.Tests.Trust;

public sealed class CareBetweenTests
{
    [Fact]
    public void Of_KinderToOne_ShowsTheDifferenceAndHowSureItIs()
    {
        var between = Of([CareAnswer.Yes, CareAnswer.Yes, CareAnswer.Yes, CareAnswer.Yes], [CareAnswer.Yes, CareAnswer.No, CareAnswer.Yes, CareAnswer.No]);

        Assert.Equal(.5, between.Difference!.Value, 9);
        // The widths of Beta(5, 1) and Beta(3, 3).
        Assert.Equal(Math.Sqrt((.140859 * .140859) + (.188982 * .188982)), between.Uncertainty!.Value, 5);
        Assert.Equal((0, .5), (between.SpreadOfA, between.SpreadOfB));
    }

    [Fact]
    public void Of_FewerThanFourMomentsOfEither_CompareNothing()
    {
        var between = Of([CareAnswer.Yes, CareAnswer.Yes, CareAnswer.Yes, CareAnswer.Yes], [CareAnswer.No, CareAnswer.No, CareAnswer.Yes, CareAnswer.KeptToMyself]);

        Assert.Equal((null, null, 0), (between.Difference, between.Uncertainty, between.SpreadOfA));
        Assert.Equal(Math.Sqrt(2) / 3, between.SpreadOfB!.Value, 9);
    }

    [Fact]
    public void Of_NoForm_KnowsNothing() => Assert.Equal(new CareBetween(null, null, null, null), CareBetween.Of(new ToldCourse().SilentSessions(6).Couple));

    // Whoever is called A: the difference only changes its sign.
    [Fact]
    public void Of_PartnersExchanged_TurnsTheSign() => Gen.Select(Answers, Answers).Sample((a, b) =>
    {
        var (one, other) = (Of(a, b), Of(b, a));
        Assert.Equal((one.SpreadOfA, one.SpreadOfB, one.Uncertainty is null), (other.SpreadOfB, other.SpreadOfA, other.Uncertainty is null));
        Assert.Equal(one.Difference ?? 0, -(other.Difference ?? 0), 12);
    });

    private static readonly Gen<CareAnswer[]> Answers = Gen.Enum<CareAnswer>().Array[6];

    private static CareBetween Of(CareAnswer[] a, CareAnswer[] b) =>
        CareBetween.Of(a.Zip(b).Aggregate(new ToldCourse(), (course, pair) => course.Session(Form(pair.First), Form(pair.Second))).Couple);

    private static CheckInAnswers Form(CareAnswer care) => new() { Care = care };
}
