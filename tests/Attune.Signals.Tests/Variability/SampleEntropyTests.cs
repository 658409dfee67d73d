using Attune.Signals.Variability;

namespace Attune.Signals.Tests.Variability;

public sealed class SampleEntropyTests
{
    private static readonly Gen<int[]> Whole = Gen.Int[600, 640].Array[3, 120];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Of_Few_IsUnknown(int count) => Assert.True(double.IsNaN(SampleEntropy.Of(new double[] { 800, 800, 800 }.AsSpan(0, count), 10)));

    [Fact]
    public void Of_EqualIntervals_HasNoSurprise() => Assert.Equal(0, SampleEntropy.Of([.. Enumerable.Repeat(800.0, 20)], 1));

    // Whole numbers and a tolerance between two of them: rounding cannot decide what matches.
    [Fact]
    public void Of_AnyIntervals_EqualsCountingPairByPair() => Gen.Select(Whole, Gen.Int[0, 20]).Sample((ms, tolerance) =>
    {
        var (alike, staying) = (0, 0);
        for (var i = 0; i < ms.Length - 2; i++)
        {
            for (var j = i + 1; j < ms.Length - 2; j++)
            {
                if (Math.Max(Math.Abs(ms[i] - ms[j]), Math.Abs(ms[i + 1] - ms[j + 1])) > tolerance)
                    continue;
                alike++;
                staying += Math.Abs(ms[i + 2] - ms[j + 2]) <= tolerance ? 1 : 0;
            }
        }

        var expected = alike > 0 && staying > 0 ? -Math.Log((double)staying / alike) : double.NaN;
        Assert.Equal(expected, SampleEntropy.Of(Doubles(ms), tolerance));
    });

    [Fact]
    public void Of_ShiftedOrScaled_StaysTheSame() => Gen.Select(Whole, Gen.Int[0, 20], Gen.Int[-300, 300]).Sample((ms, tolerance, shift) =>
    {
        var entropy = SampleEntropy.Of(Doubles(ms), tolerance);

        Assert.Equal(entropy, SampleEntropy.Of(Doubles([.. ms.Select(one => one + shift)]), tolerance));
        Assert.Equal(entropy, SampleEntropy.Of(Doubles([.. ms.Select(one => 2 * one)]), 2 * tolerance));
    });

    [Fact]
    public void Of_AGap_IsNotMatchedAcross()
    {
        double[] part = [600, 610, 620, 600, 610, 620, 600, 610, 620];
        double[] apart = [.. part, double.NaN, .. part];

        Assert.Equal(0, SampleEntropy.Of(apart, 1), 0.2);
        Assert.True(double.IsNaN(SampleEntropy.Of([600, double.NaN, 600, double.NaN, 600, double.NaN, 600], 1)));
    }

    private static double[] Doubles(int[] values) => [.. values.Select(value => (double)value)];
}
