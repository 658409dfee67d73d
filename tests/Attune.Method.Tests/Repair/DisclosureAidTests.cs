using Attune.Method.Cases;
using Attune.Method.Repair;

namespace Attune.Method.Tests.Repair;

public sealed class DisclosureAidTests
{
    private const string Sentence = "I tend to go quiet. That is from my life.";

    private static DisclosureAid For(RuptureAtHand told, DisclosureNeed? need, Func<string, RepairWords?>? words = null) =>
        DisclosureAid.For(told.Case, need, Sentence, words ?? (_ => null));

    [Fact]
    public void For_EachPartner_SaysHowItMayLandByTheLeadingSchemas()
    {
        var told = RuptureAtHand.Of().Assessed(Partner.A, ("ss", 5), ("ei", 4.5), ("ed", 3)).Assessed(Partner.B, ("et", 4));
        var aid = For(told, DisclosureNeed.OfBoth, schema => schema == "ss" ? new RepairWords(null, "Will look after you.", null) : null);

        Assert.Equal([new("ss", LandingCaution.MayComfortYou, "Will look after you."), new("ei", null, null)], aid.WithA);
        Assert.Equal([new("et", LandingCaution.MayDismissIt, null)], aid.WithB);
        Assert.Equal((RuptureOwner.Both, Sentence), (aid.SayTo, aid.OwningSentence));
        Assert.Empty(aid.Remarks);
    }

    [Fact]
    public void For_ServesTheTherapist_IsNotSaidNow()
    {
        var aid = For(RuptureAtHand.Of(), DisclosureNeed.Mine);

        Assert.Null(aid.SayTo);
        Assert.Equal([DisclosureRemark.ServesYourOwnNeed], aid.Remarks);
    }

    [Theory]
    [InlineData("ma", DisclosureRemark.BetterWithOneAlone)]
    [InlineData("et", DisclosureRemark.BetterWithOneAlone)]
    [InlineData("ei", null)]
    public void For_NeedOfOne_LooksAtWhomElseItReaches(string ofTheOther, DisclosureRemark? remark)
    {
        var aid = For(RuptureAtHand.Of().Assessed(Partner.B, (ofTheOther, 5)), DisclosureNeed.OfA);

        Assert.Equal((RuptureOwner.A, remark is null ? 0 : 1), (aid.SayTo, aid.Remarks.Length));
        Assert.Equal(remark, aid.Remarks.Cast<DisclosureRemark?>().SingleOrDefault());
        Assert.Empty(For(RuptureAtHand.Of().Assessed(Partner.B, (ofTheOther, 5)), DisclosureNeed.OfB).Remarks);
    }

    [Fact]
    public void For_NeedNotNamed_AsksForItFirst()
    {
        var aid = For(RuptureAtHand.Of().Assessed(Partner.A, ("ma", 5)), null);

        Assert.Equal((null, DisclosureRemark.NeedNotNamed), (aid.SayTo, Assert.Single(aid.Remarks)));
        Assert.Equal(LandingCaution.MayUseIt, Assert.Single(aid.WithA).Caution);
    }

    [Fact]
    public void For_NobodyAssessed_KnowsNoLanding() => Assert.Empty(For(RuptureAtHand.Of(), DisclosureNeed.OfB).WithA);
}
