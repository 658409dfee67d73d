using Attune.App.Calibrating;
using Attune.Method.Learning;

namespace Attune.App.Tests.Calibrating;

public sealed class ChanceWordsTests
{
    [Theory]
    [InlineData(.001, "fewer than 1 in 100")]
    [InlineData(.01, "1 in 100")]
    [InlineData(.066, "1 in 15")]
    [InlineData(.125, "1 in 8")]
    [InlineData(.26, "1 in 4")]
    [InlineData(.4, "2 in 5")]
    [InlineData(.5, "1 in 2")]
    [InlineData(.76, "3 in 4")]
    [InlineData(.999, "more than 99 in 100")]
    public void Of_AChance_IsANaturalFrequency(double chance, string words) => Assert.Equal(words, ChanceWords.Of(chance));

    [Fact]
    public void Of_WithAnInterval_SaysBothEnds()
    {
        Assert.Equal("about 1 in 8 (1 in 15 to 1 in 4)", ChanceWords.Of(new PredictedChance(.125, .0667, .25)));
        Assert.Equal("about 1 in 8", ChanceWords.Of(new PredictedChance(.125, .124, .126)));
    }

    [Fact]
    public void Of_RisingChances_NeverFall()
    {
        var last = 0.0;
        for (var chance = .008; chance < .992; chance += .001)
        {
            var parts = ChanceWords.Of(chance).Split(" in ");
            var said = double.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture) / double.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture);
            Assert.True(said >= last, $"{chance}: {said} after {last}");
            last = said;
        }
    }
}
