using Attune.App.Trusting;
using Attune.Method.Trust;

namespace Attune.App.Tests.Trusting;

public sealed class TrustWordsTests
{
    [Theory]
    [InlineData(TrustWord.CannotBeReliedOnYet, false, "cannot be relied on yet")]
    [InlineData(TrustWord.Trust, false, "trust")]
    [InlineData(TrustWord.Trust, true, "leaning: trust")]
    [InlineData(TrustWord.NotBelievedYet, false, "not believed yet")]
    [InlineData(TrustWord.PredictableNotTrust, false, "predictable, not trust")]
    [InlineData(TrustWord.Hoping, false, "hoping")]
    [InlineData(TrustWord.TooEarly, false, "too early")]
    public void Of_EachWord_IsSaidPlainly(TrustWord word, bool isLeaning, string said) =>
        Assert.Equal(said, TrustWords.Of(new TrustReading(4, 0, 1, 1, 1, word, isLeaning)));

    [Theory]
    [InlineData(1, 1, "hardly anything is known yet (± 0.29)")]
    [InlineData(5, 1, "a little is known (± 0.14)")]
    [InlineData(21, 21, "a fair amount is known (± 0.08)")]
    public void Known_Width_IsNeverCalledPredictable(double alpha, double beta, string said) => Assert.Equal(said, TrustWords.Known(new CareKnowledge(alpha, beta)));

    [Fact]
    public void Raised_Unasked_IsASignOfTrust()
    {
        Assert.Null(TrustWords.Raised(RaisedTensions.None));
        Assert.Equal("Twice they raised it themselves: a sign of trust.", TrustWords.Raised(new RaisedTensions(2, 0)));
        Assert.Equal("Once they told of a tension in the check-in.", TrustWords.Raised(new RaisedTensions(0, 1)));
    }

    [Fact]
    public void Between_EachCase_NamesWhoGotMoreOrThatItIsTooEarly()
    {
        Assert.StartsWith("Too early", TrustWords.Between(new CareBetween(null, null, 0, null), "Alma", "Bo"), StringComparison.Ordinal);
        Assert.Equal("Care came to Bo by 0.25 more than to Alma (± 0.20).", TrustWords.Between(new CareBetween(-.25, .2, 0, 0), "Alma", "Bo"));
        Assert.Equal("Care came to Alma by 0.25 more than to Bo (± 0.20).", TrustWords.Between(new CareBetween(.25, .2, 0, 0), "Alma", "Bo"));
        Assert.Equal("Care came alike to both (± 0.20).", TrustWords.Between(new CareBetween(0, .2, 0, 0), "Alma", "Bo"));
    }
}
