using Attune.App.Debriefing;
using Attune.Signals.Arousal;
using Attune.Signals.Artefacts;

namespace Attune.App.Tests.Debriefing;

public sealed class DebriefWordsTests
{
    [Theory]
    [InlineData(0, "0:00")]
    [InlineData(59.9, "0:59")]
    [InlineData(1870, "31:10")]
    [InlineData(3725, "62:05")]
    public void At_SecondsIntoASession_ReadsAsMinutes(double seconds, string words) => Assert.Equal(words, DebriefWords.At(TimeSpan.FromSeconds(seconds)));

    /// <summary>A name of ours is no word for a reader, so every choice and rule that a recording can be read by has words.</summary>
    [Fact]
    public void RateAndArtefacts_WhatArousalIsReadBy_AreSaidInWords()
    {
        foreach (var choice in Enum.GetNames<RateChoice>())
            Assert.Contains(' ', DebriefWords.Rate(choice));
        foreach (var rule in Enum.GetNames<ArtefactRule>())
            Assert.Contains(' ', DebriefWords.Artefacts(rule));
    }

    /// <summary>A share never reads as more than it is: 99.9% is not all.</summary>
    [Theory]
    [InlineData(1, "100%")]
    [InlineData(.999, "99%")]
    [InlineData(0, "0%")]
    public void Share_OfARecording_IsRoundedDown(double share, string words) => Assert.Equal(words, DebriefWords.Share(share));
}
