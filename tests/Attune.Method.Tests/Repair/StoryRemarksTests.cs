using Attune.Method.Cases;
using Attune.Method.Repair;

namespace Attune.Method.Tests.Repair;

public sealed class StoryRemarksTests
{
    private static StoryRemark[] Of(RuptureAtHand told) => [.. told.Read((couple, rupture) => StoryRemarks.Of(couple, rupture, RuptureAtHand.Catalogue))];

    [Fact]
    public void Of_PlainStory_HasNone() => Assert.Empty(Of(RuptureAtHand.Of().Story("It is as it is for us.")));

    [Fact]
    public void Of_NothingWritten_HasNone() => Assert.Empty(Of(RuptureAtHand.Of()));

    [Theory]
    [InlineData("Your manipulative side.", StoryRemarkKind.ForbiddenWord, "manipulative")]
    [InlineData("Your ed was touched.", StoryRemarkKind.SchemaCode, "ed")]
    [InlineData("Your AS was touched.", StoryRemarkKind.SchemaCode, "AS")]
    public void Of_WordNoPartnerShouldRead_IsNamed(string touched, StoryRemarkKind kind, string word) =>
        Assert.Equal([new(kind, word)], Of(RuptureAtHand.Of().Story(touched: touched)));

    [Fact]
    public void Of_NameOfTheOther_IsNamedInTheirStoryAlone()
    {
        var named = new PartnerIntroduced { At = default, Partner = Partner.B, Name = "Bo" };

        Assert.Equal([new(StoryRemarkKind.NameOfTheOtherPartner, "Bo")], Of(RuptureAtHand.Of().Then(named).Story("I turned to Bo.")));
        Assert.Empty(Of(RuptureAtHand.Of(RuptureOwner.Both).Then(named).Story("I turned to Bo.")));
        Assert.Empty(Of(RuptureAtHand.Of().Then(named).Story("I took the boat.")));
    }

    [Fact]
    public void Of_RepeatsWhatWasToldInPrivate_IsSaidWithoutRepeatingIt() => Assert.Equal(
        [new(StoryRemarkKind.ToldInPrivate, null)],
        Of(RuptureAtHand.Of().Told(Partner.A, "It went too fast for me.", SpeakPermission.OnlyWithMeAlone).Story("It went too fast for me.")));
}
