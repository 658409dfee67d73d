using Attune.Method.Cases;
using Attune.Method.Repair;

namespace Attune.Method.Tests.Repair;

public sealed class ToldInPrivateTests
{
    private const string Words = "It went too fast for me. I could not say it!";

    [Theory]
    [InlineData("You told me: “it went, TOO fast for me”.", true)]
    [InlineData("I could not\nsay it", true)]
    [InlineData("went too fast", true)]
    [InlineData("It went too fast for both.", false)]
    [InlineData("too fast", false)]
    [InlineData("To be asked first.", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void IsRepeatedIn_Text_FindsWholeSentencesAndPartsOfThem(string? text, bool repeats) =>
        Assert.Equal(repeats, ToldInPrivate.IsRepeatedIn(text, [Words]));

    [Fact]
    public void IsRepeatedIn_ApostropheLeftOut_IsFoundAllTheSame() => Assert.True(ToldInPrivate.IsRepeatedIn("i couldnt say anything", ["I couldn’t say anything"]));

    [Theory]
    [InlineData(SpeakPermission.WhenWeAreThree, false)]
    [InlineData(SpeakPermission.OnlyWithMeAlone, true)]
    [InlineData(SpeakPermission.PleaseJustKnowIt, true)]
    [InlineData(null, true)]
    public void Of_EachLeave_KeepsWhatMayNotBeSpokenOf(SpeakPermission? may, bool kept) =>
        Assert.Equal(kept ? [Words] : [], ToldInPrivate.Of(RuptureAtHand.Of().Told(Partner.A, Words, may).Case, Partner.A));

    [Fact]
    public void Of_TheOthersWords_AreNotAmongThem() =>
        Assert.Empty(ToldInPrivate.Of(RuptureAtHand.Of().Told(Partner.B, Words, null).Case, Partner.A));
}
