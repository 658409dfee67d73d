using Attune.Signals.Beats;

namespace Attune.Signals.Tests.Beats;

public sealed class SessionSpanTests
{
    [Fact]
    public void Constructor_EndBeforeStart_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SessionSpan(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1)));

    [Fact]
    public void Contains_ItsEnds_HoldsStartAndNotEnd()
    {
        var span = new SessionSpan(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3));

        Assert.True(span.Contains(span.Start));
        Assert.False(span.Contains(span.End));
        Assert.Equal(TimeSpan.FromSeconds(2), span.Duration);
    }

    [Fact]
    public void Contains_EmptySpan_HoldsNothing() => Assert.False(default(SessionSpan).Contains(TimeSpan.Zero));
}
