using Attune.App.Assessing;
using Attune.Method.Assessment;

namespace Attune.App.Tests.Assessing;

public sealed class AssessmentWordsTests
{
    [Theory]
    [InlineData(6.5, "longer than")]
    [InlineData(6, "as long as")]
    [InlineData(0, "shorter than")]
    public void Years_BesideTheAverage_SaysHowAndNothingMore(double years, string beside) =>
        Assert.Equal($"That is {beside} the six years that couples wait on average (Gottman, as the article cites it).", AssessmentWords.Years(years));

    [Fact]
    public void Words_OfEveryState_AreSaidInWords() =>
        Assert.Equal(["not yet", "begun", "done", "ask again, alone"], Enum.GetValues<AssessmentState>().Select(AssessmentWords.State));

    [Fact]
    public void Words_OfEveryPart_AreDifferent() =>
        Assert.Equal(Enum.GetValues<AssessmentPart>().Length, Enum.GetValues<AssessmentPart>().Select(AssessmentWords.Part).Distinct().Count());

    /// <summary>The one who reads over a shoulder learns nothing from the name of the part.</summary>
    [Fact]
    public void Part_Safety_HasANeutralWord() => Assert.Equal("Time alone", AssessmentWords.Part(AssessmentPart.Safety));

    [Fact]
    public void Sessions_UpToTheLast_BeginWithItAndEndBeforeTheFirst() =>
        Assert.Equal(["2", "1", "0"], Assert.Single(AssessmentWords.SessionsUpTo(2)).Options.Select(option => option.Value));
}
