using Attune.Method.Anticipation;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Tests.Cases;

namespace Attune.Method.Tests.Anticipation;

public sealed class HeartOfferTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_NobodyAsked_MayNotBeSwitchedOn() =>
        Assert.Equal((HeartOfferStanding.NotAsked, false), Standing(new ToldCourse().Session()));

    [Theory]
    [InlineData(true, HeartOfferStanding.Agreed, true)]
    [InlineData(false, HeartOfferStanding.Declined, false)]
    public void Of_Asked_IsWhatTheySaid(bool agreed, HeartOfferStanding standing, bool may)
    {
        var course = new ToldCourse().Session().Then(Agrees(agreed));

        Assert.Equal((standing, may), Standing(course));
        // What one agreed says nothing of the other.
        Assert.Equal(HeartOfferStanding.NotAsked, HeartOffer.Of(course.Couple, Partner.B, MethodCatalogue.BuiltIn).Standing);
    }

    // A strap touches mistrust more than vulnerability; less sensitive schemas leave it to the person.
    [Fact]
    public void Of_SchemaThatAStrapWouldFeed_KeepsItOffWhateverTheySaid()
    {
        var course = new ToldCourse().Assessed(Partner.A, new() { ["vh"] = 5.5, ["ma"] = 4.0, ["ei"] = 6 }).Session().Then(Agrees(true));

        Assert.Equal((HeartOfferStanding.KeptOff, false), Standing(course));
        Assert.Equal(["ma", "vh"], HeartOffer.Of(course.Couple, Partner.A, MethodCatalogue.BuiltIn).KeptOffBy);
    }

    [Theory]
    [InlineData("ma", 3.9)]
    [InlineData("ei", 6.0)]
    public void Of_SchemaThatIsNotRelevantOrNotSensitive_LeavesItToThem(string schema, double score) => Assert.Equal(
        (HeartOfferStanding.Agreed, true), Standing(new ToldCourse().Assessed(Partner.A, new() { [schema] = score }).Session().Then(Agrees(true))));

    // Whoever's flag it is, and whatever else holds: nothing tells why.
    [Theory, InlineData(Partner.A), InlineData(Partner.B)]
    public void Of_FlagUp_IsOffAndSaysNoReason(Partner flagged)
    {
        var course = new ToldCourse().Assessed(Partner.A, new() { ["ma"] = 5.0 }).Session().Then(Agrees(true))
            .Then(new SafetyFlagRaised { At = At, Partner = flagged, Concern = SafetyConcern.Violence });

        var offer = HeartOffer.Of(course.Couple, Partner.A, MethodCatalogue.BuiltIn);
        Assert.Equal((HeartOfferStanding.Off, false), (offer.Standing, offer.MayBeSwitchedOn));
        Assert.Empty(offer.KeptOffBy);
    }

    // The key in the room stays as it was, whatever is raised; whether it does anything is another matter.
    [Theory]
    [InlineData(true, 3.0, true)]
    [InlineData(true, 5.0, false)]
    [InlineData(false, 3.0, false)]
    public void HasKey_FlagUpOrDown_IsTheSame(bool agreed, double mistrust, bool hasKey)
    {
        var course = new ToldCourse().Assessed(Partner.A, new() { ["ma"] = mistrust }).Session().Then(Agrees(agreed));
        Assert.Equal(hasKey, HeartOffer.Of(course.Couple, Partner.A, MethodCatalogue.BuiltIn).HasKey);

        course.Then(new SafetyFlagRaised { At = At, Partner = Partner.B, Concern = SafetyConcern.Violence });

        Assert.Equal(hasKey, HeartOffer.Of(course.Couple, Partner.A, MethodCatalogue.BuiltIn).HasKey);
    }

    private static (HeartOfferStanding, bool) Standing(ToldCourse course)
    {
        var offer = HeartOffer.Of(course.Couple, Partner.A, MethodCatalogue.BuiltIn);
        return (offer.Standing, offer.MayBeSwitchedOn);
    }

    private static PartnerHeartAgreed Agrees(bool agreed) => new() { At = At, Partner = Partner.A, Agreed = agreed };
}
