using System.Collections.Immutable;
using Attune.Method.Anticipation;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Tests.Timeline;

namespace Attune.Method.Tests.Anticipation;

public sealed class CrossingQuestionTests
{
    private static readonly LiveHour Crossed = new LiveHour().Heard(HeartOf.Therapist, startsInto: 70).Found((1_800, 2_000));

    // The rate crossed at 30:00 of the recording, which is 31:10 of the session.
    [Fact]
    public void Of_MarkedBefore_NamesItAndHowLong()
    {
        var question = Assert.Single(Of(Crossed.Marked(Partner.B, "withdrawal-denial", 1_830).Marked(Partner.A, "withdrawal-denial", 1_700)));

        Assert.Equal((0, "31:10", "40"), (question.Index, $"{question.At:mm\\:ss}", $"{question.Before!.Value.TotalSeconds}"));
        Assert.Equal(Partner.B, question.Mark!.Partner);
    }

    [Theory]
    [InlineData(1_870 - 180, true)]
    [InlineData(1_870 - 181, false)]
    [InlineData(1_870, true)]
    [InlineData(1_870 + 60, true)]
    [InlineData(1_870 + 61, false)]
    public void Of_MarkedAtTheEdges_IsNearOrNot(int into, bool near) =>
        Assert.Equal(near, Assert.Single(Of(Crossed.Marked(Partner.A, "withdrawal-denial", into))).Mark is not null);

    // What came before it may be what was answered to, even if what came after is nearer.
    [Fact]
    public void Of_MarkedBeforeAndAfter_TakesTheOneBefore()
    {
        var question = Assert.Single(Of(Crossed.Marked(Partner.A, "withdrawal-denial", 1_871).Marked(Partner.B, "withdrawal-denial", 1_700)));

        Assert.Equal((Partner.B, 170.0), (question.Mark!.Partner, question.Before!.Value.TotalSeconds));
        Assert.Equal(-1, Assert.Single(Of(Crossed.Marked(Partner.A, "withdrawal-denial", 1_871))).Before!.Value.TotalSeconds);
    }

    // How somebody was is no movement, and what has no time is near nothing.
    [Fact]
    public void Of_ChannelModeOrNoTime_NamesNothing() => Assert.Null(Assert.Single(Of(
        Crossed.Marked(Partner.A, "eyes", 1_860, MarkKind.Channel).Marked(Partner.A, "detached-protector", 1_860, MarkKind.Mode).Marked(Partner.B, "withdrawal-denial", null))).Mark);

    [Fact]
    public void Of_HeartShifted_MovesTheCrossingAndNotTheMarks()
    {
        var question = Assert.Single(Of(Crossed.Shifted(HeartOf.Therapist, -70).Marked(Partner.B, "withdrawal-denial", 1_830)));

        Assert.Equal((1_800.0, -30.0), (question.At.TotalSeconds, question.Before!.Value.TotalSeconds));
    }

    // A recording that was added counts from its own first beat: a mark of the session is not held against it.
    [Fact]
    public void Of_RecordingWithoutTheSessionsClock_NamesNoMark()
    {
        var question = Assert.Single(Of(new LiveHour().Found((1_800, 2_000)).Marked(Partner.B, "withdrawal-denial", 1_790)));

        Assert.Equal((1_800.0, null, null), (question.At.TotalSeconds, question.Mark, question.Before));
    }

    [Fact]
    public void Of_NoEpisodeOrASetAsideHeart_AsksNothing()
    {
        Assert.Empty(Of(new LiveHour().Heard(HeartOf.Therapist).Marked(Partner.B, "withdrawal-denial", 1_790)));
        Assert.Empty(Of(new LiveHour().Heard(HeartOf.Therapist, setAside: true).Found((1_800, 2_000))));
    }

    private static ImmutableArray<CrossingQuestion> Of(LiveHour hour) => DebriefProposals.Of(hour.Couple, MethodCatalogue.BuiltIn, 1).Crossings;
}
