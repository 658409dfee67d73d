using Attune.Signals.Simulation;

namespace Attune.Signals.Tests.Simulation;

public sealed class SplitMix64Tests
{
    [Fact]
    public void At_SeedZero_GivesThePublishedNumbers()
    {
        Assert.Equal(0xE220A8397B1DCDAFUL, SplitMix64.At(0, 0));
        Assert.Equal(0x6E789E6AA1B965F4UL, SplitMix64.At(0, 1));
        Assert.Equal(0x06C45D188009454FUL, SplitMix64.At(0, 2));
    }

    [Fact]
    public void BellAt_ManyNumbers_HaveMeanZeroAndVarianceOne()
    {
        const int count = 20_000;
        var values = Enumerable.Range(0, count).Select(i => SplitMix64.BellAt(7, (ulong)i)).ToArray();

        Assert.Equal(0, values.Average(), 0.03);
        Assert.Equal(1, values.Average(value => value * value), 0.05);
    }

    [Fact]
    public void UnitAt_AnySeed_StaysBelowOne() =>
        Gen.Select(Gen.ULong, Gen.ULong).Sample((seed, counter) => SplitMix64.UnitAt(seed, counter) is >= 0 and < 1);
}
