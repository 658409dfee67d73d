using System.Collections.Immutable;
using Attune.Method.Trust;

namespace Attune.Method.Tests.Trust;

public sealed class CareKnowledgeTests
{
    // Method-facts 8.7: Beta(1, 1) on 1 1 0 1 1 1 0 1, mean after each.
    [Fact]
    public void Mean_WorkedOutcomes_FollowsTheReferenceVector()
    {
        double[] outcomes = [1, 1, 0, 1, 1, 1, 0, 1];
        double[] means = [.6667, .75, .6, .6667, .7143, .75, .6667, .7];

        for (var n = 1; n <= outcomes.Length; n++)
            Assert.Equal(means[n - 1], Of(outcomes[..n]).Mean, 4);
    }

    // Standard deviations of Beta(1, 1) (the uniform: 1 / sqrt 12), Beta(2, 1), Beta(13, 1) and Beta(10, 4), by hand from ab / ((a + b)^2 (a + b + 1)).
    [Theory]
    [InlineData(0, 0, .288675, HowMuchWeKnow.HardlyAnything)]
    [InlineData(1, 0, .235702, HowMuchWeKnow.HardlyAnything)]
    [InlineData(12, 0, .066496, HowMuchWeKnow.AFairAmount)]
    [InlineData(9, 3, .116642, HowMuchWeKnow.AFairAmount)]
    [InlineData(4, 0, .140859, HowMuchWeKnow.ALittle)]
    public void Width_CareAndNoCare_IsHowMuchWeKnow(int care, int none, double width, HowMuchWeKnow inWords)
    {
        var known = Of([.. Enumerable.Repeat(1.0, care), .. Enumerable.Repeat(0.0, none)]);

        Assert.Equal(width, known.Width, 6);
        Assert.Equal(inWords, known.InWords);
    }

    // Row 81: care that is good every second time, forty times, is well known and not to be relied on. The width is no predictability.
    [Fact]
    public void Width_CareThatComesEverySecondTime_IsNarrowAndSaysNothingOfTrust()
    {
        var moments = Moments([.. Enumerable.Range(0, 40).Select(i => i % 2.0)]);
        var reading = TrustReadings.Of(moments, [.5], 0);

        Assert.Equal((HowMuchWeKnow.AFairAmount, TrustWord.CannotBeReliedOnYet), (reading.Known.InWords, reading.Word));
    }

    [Fact]
    public void Of_RaisedTension_CountsTwice() => Assert.Equal(new CareKnowledge(2.5, 1.5), CareKnowledge.Of([new TestedMoment(1, 2, .75, null)]));

    [Fact]
    public void Nothing_Always_IsTheOpenPrior() => Assert.Equal(new CareKnowledge(1, 1), CareKnowledge.Of([]));

    private static CareKnowledge Of(double[] outcomes) => CareKnowledge.Of(Moments(outcomes));

    private static ImmutableArray<TestedMoment> Moments(double[] outcomes) => [.. outcomes.Select((outcome, i) => new TestedMoment(i + 1, 1, outcome, .5))];
}
