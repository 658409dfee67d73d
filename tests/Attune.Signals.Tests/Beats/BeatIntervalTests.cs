using Attune.Signals.Beats;

namespace Attune.Signals.Tests.Beats;

public sealed class BeatIntervalTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(5_000)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void FromMilliseconds_OutsideTheOpenRange_Throws(double ms) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BeatInterval.FromMilliseconds(ms));

    [Fact]
    public void BeatsPerMinute_SixHundredMilliseconds_IsExactlyOneHundred() =>
        Assert.Equal(100.0, BeatInterval.FromMilliseconds(600).BeatsPerMinute);

    [Fact]
    public void Default_Always_IsNotMeasured()
    {
        Assert.Equal(0, default(BeatInterval).TotalMilliseconds);
        Assert.True(double.IsNaN(default(BeatInterval).BeatsPerMinute));
    }
}
