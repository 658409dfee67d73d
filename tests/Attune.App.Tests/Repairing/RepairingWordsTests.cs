using Attune.App.Closing;
using Attune.App.Repairing;
using Attune.Method.Cases;
using Attune.Method.Repair;

namespace Attune.App.Tests.Repairing;

/// <summary>Every state, reason and answer is said in words, never by its name in the code.</summary>
public sealed class RepairingWordsTests
{
    [Fact]
    public void Words_EveryValue_IsSaidPlainly()
    {
        AssertSaid<RepairState>(RuptureWords.State);
        AssertSaid<FormulationPartKind>(RuptureWords.Part);
        AssertSaid<RepairAdvice>(AdviceWords.Of);
        AssertSaid<StepReason>(AdviceWords.Because);
        AssertSaid<StoryStatus>(StoryWords.Status);
        AssertSaid<LandingCaution>(StoryWords.Landing);
        AssertSaid<ClosingReason>(ClosingWords.Of);
        AssertSaid<RepairContribution>(one => RuptureWords.Word(RuptureWords.Contributions, one));
        AssertSaid<ReuseAnswer>(one => RuptureWords.Word(RuptureWords.Reuse, one));
        AssertSaid<LinkFinder>(one => RuptureWords.Word(RuptureWords.Finders, one));
        AssertSaid<RepairReason>(one => AdviceWords.Because(new RepairReading(RepairState.Claimed, null, null, null, null, null, one) { Partner = Partner.A }));
    }

    [Fact]
    public void Words_ValueWithoutAny_IsCaught() => Assert.ThrowsAny<Exception>(() => AssertSaid<RepairState>(state => state.ToString()));

    [Theory]
    [InlineData(0, 0, "in the same session")]
    [InlineData(1, 7, "1 session and 7 days later")]
    [InlineData(2, 1, "2 sessions and 1 day later")]
    [InlineData(2, null, "2 sessions later")]
    public void Said_Lapse_NamesSessionsAndDays(int sessions, int? days, string said) => Assert.Equal(said, AdviceWords.Said(new Lapse(sessions, days)));

    [Theory]
    [InlineData(RepairState.Open, "closed with it open")]
    [InlineData(RepairState.Partial, "closed with it partly repaired")]
    [InlineData(RepairState.Claimed, "did not bear the claim out")]
    public void State_Ended_SaysHowFarItHadCome(RepairState was, string said) => Assert.Contains(
        said, RuptureWords.State(new RepairReading(RepairState.Ended, null, null, null, null, null, null) { Partner = Partner.A, EndedAs = was }), StringComparison.Ordinal);

    // The words for "too early" are the words for danger: none of them may tell of it.
    [Fact]
    public void NotCarriedOver_Always_SaysNothingOfTheReason()
    {
        foreach (var word in new[] { "safe", "flag", "danger", "risk", "early", "because" })
            Assert.DoesNotContain(word, AdviceWords.NotCarriedOver, StringComparison.OrdinalIgnoreCase);
    }

    private static void AssertSaid<TEnum>(Func<TEnum, string> say) where TEnum : struct, Enum => Assert.All(Enum.GetValues<TEnum>(), one =>
    {
        Assert.NotEqual(one.ToString(), say(one));
        Assert.False(string.IsNullOrWhiteSpace(say(one)));
    });
}
