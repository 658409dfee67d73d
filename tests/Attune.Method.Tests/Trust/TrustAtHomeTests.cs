using Attune.Method.Cases;
using Attune.Method.Trust;

namespace Attune.Method.Tests.Trust;

/// <summary>The same two questions about the partner at home: the test of what was carried over.</summary>
public sealed class TrustAtHomeTests
{
    [Fact]
    public void AtHome_SixForms_ReadsLikeTrustInTheTherapist()
    {
        var here = TrustReadings.Of(Course.Of(Partner.A).Care(ExpectationAnswer.Rather, Care).Fold(), Partner.A);
        var home = TrustReadings.AtHome(AtHome(ExpectationAnswer.Rather, Care).Fold(), Partner.A)!;

        Assert.Equal(here, home);
        Assert.Equal((5, 1), (home.TestedMoments, home.KeptToMyself));
    }

    // What they expected of the therapist before the first session is no forecast of the partner, and a tension with the therapist none of home.
    [Fact]
    public void AtHome_AnswersAboutTheTherapist_ChangeNothing()
    {
        var alone = TrustReadings.AtHome(AtHome(ExpectationAnswer.Half, Care).Fold(), Partner.A);
        var beside = AtHome(ExpectationAnswer.Half, Care).ExpectingFirst(ExpectationAnswer.Surely).WithTension(4, 1);

        Assert.Equal(alone, TrustReadings.AtHome(beside.Fold(), Partner.A));
        Assert.Equal(0, TrustReadings.Of(AtHome(ExpectationAnswer.Half, Care).Fold(), Partner.A).TestedMoments);
    }

    [Theory, InlineData(Partner.A), InlineData(Partner.B)]
    public void AtHome_SafetyFlagOfEither_IsNotRead(Partner flagged)
    {
        var course = AtHome(ExpectationAnswer.Half, Care).Then(new SafetyFlagRaised { At = default, Partner = flagged, Concern = SafetyConcern.Violence });
        Assert.Null(TrustReadings.AtHome(course.Fold(), Partner.A));

        course.Then(new SafetyFlagLowered { At = default, Partner = flagged, Concern = SafetyConcern.Violence });
        Assert.NotNull(TrustReadings.AtHome(course.Fold(), Partner.A));
    }

    // Off by default; and never asked reads like kept off.
    [Fact]
    public void AtHome_NeverAsked_IsNull()
    {
        Assert.Null(TrustReadings.AtHome(Course.Of(Partner.A).Composite(6, 6, 6, 6).Fold(), Partner.A));
        Assert.Null(TrustReadings.AtHome(AtHome(ExpectationAnswer.Half, Care).Fold(), Partner.B));
    }

    private static readonly CareAnswer[] Care =
        [CareAnswer.Yes, CareAnswer.KeptToMyself, CareAnswer.Partly, CareAnswer.No, CareAnswer.Yes, CareAnswer.DidNotComeUp, CareAnswer.Yes];

    private static Course AtHome(ExpectationAnswer next, CareAnswer[] care) =>
        Course.Of(Partner.A).Forms([.. care.Select(answer => new CheckInAnswers { CareAtHome = answer, ExpectationAtHome = next })]);
}
