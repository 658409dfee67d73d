using Attune.Signals.Variability;

namespace Attune.Signals.Tests.Variability;

public sealed class TimeDomainTests
{
    private static readonly Gen<double[]> Intervals = Gen.Double[300, 2_000].Array[3, 90];

    [Fact]
    public void Of_Nothing_KnowsNothing()
    {
        var time = TimeDomain.Of([]);

        Assert.Equal((0, 0, 0, 0), (time.Count, time.Differences, time.Nn50, time.Nn20));
        Assert.All([.. Places(time), .. Spreads(time), .. OfDifferences(time)], value => Assert.True(double.IsNaN(value)));
    }

    [Fact]
    public void Of_OneInterval_KnowsItsPlaceOnly()
    {
        var time = TimeDomain.Of([800]);

        Assert.Equal([800, 800, 800, 800, 0, 75, 75, 75, 75], Places(time));
        Assert.All([.. Spreads(time), .. OfDifferences(time)], value => Assert.True(double.IsNaN(value)));
    }

    [Fact]
    public void Of_TwoIntervals_KnowsTheirSpreadToo()
    {
        var time = TimeDomain.Of([800, 900]);

        Assert.Equal(850, time.MedianMs);
        Assert.Equal(Math.Sqrt(5_000), time.SdnnMs, 1e-9);
        Assert.Equal(50, time.SdnnPopulationMs, 1e-9);
        Assert.All(Spreads(time), value => Assert.False(double.IsNaN(value)));
        Assert.Equal((1, 1, 1), (time.Differences, time.Nn50, time.Nn20));
        Assert.All(OfDifferences(time), value => Assert.True(double.IsNaN(value)));
    }

    [Fact]
    public void Of_ThreeIntervals_KnowsEverything()
    {
        var time = TimeDomain.Of([800, 900, 850]);

        Assert.All([.. Places(time), .. Spreads(time), .. OfDifferences(time)], value => Assert.False(double.IsNaN(value)));
        Assert.Equal(Math.Sqrt((10_000 + 2_500) / 2.0), time.RmssdMs, 1e-9);
        // Exactly 50 ms is not above 50.
        Assert.Equal(1, time.Nn50);
        Assert.Equal(50, time.Pnn50(PnnDivisor.Differences));
        Assert.Equal(100 / 3.0, time.Pnn50(PnnDivisor.Intervals), 1e-12);
    }

    [Fact]
    public void Of_AGap_TakesNoDifferenceAcrossIt()
    {
        foreach (var gap in new[] { double.NaN, 0, double.PositiveInfinity, -1 })
        {
            var time = TimeDomain.Of([800, 810, gap, 1_200, 1_220, gap, gap, 700]);

            Assert.Equal((5, 2), (time.Count, time.Differences));
            Assert.Equal(Math.Sqrt((100 + 400) / 2.0), time.RmssdMs, 1e-9);
            Assert.Equal((700, 1_220, 810), (time.ShortestMs, time.LongestMs, time.MedianMs));
        }
    }

    [Fact]
    public void Of_AnyIntervals_EqualsTheSchoolbook() => Gen.OneOf(Gen.Double[300, 2_000], Gen.Int[60, 70].Select(i => 10.0 * i)).Array[2, 1_500].Sample(ms =>
    {
        var time = TimeDomain.Of(ms);
        double[] sorted = [.. ms.Order()];
        double[] steps = [.. ms.Skip(1).Zip(ms, (next, one) => next - one)];
        var mean = ms.Average();

        Assert.Equal(mean, time.MeanMs, 1e-8);
        Assert.Equal((sorted[(ms.Length - 1) / 2] + sorted[ms.Length / 2]) / 2, time.MedianMs);
        Assert.Equal(Math.Sqrt(ms.Sum(one => (one - mean) * (one - mean)) / (ms.Length - 1)), time.SdnnMs, 1e-8);
        Assert.Equal(steps.Count(step => Math.Abs(step) > 50), time.Nn50);
        Assert.Equal((sorted[0], sorted[^1]), (time.ShortestMs, time.LongestMs));
        if (steps.Length > 1)
            Assert.Equal(Math.Sqrt(steps.Average(step => step * step)), time.RmssdMs, 1e-8);
    });

    [Fact]
    public void Of_Shifted_SpreadStays() => Gen.Select(Intervals, Gen.Double[-100, 100]).Sample((ms, shift) =>
    {
        var (one, other) = (TimeDomain.Of(ms), TimeDomain.Of([.. ms.Select(value => value + shift)]));

        Assert.Equal(one.MeanMs + shift, other.MeanMs, 1e-9);
        Assert.Equal(one.SdnnMs, other.SdnnMs, 1e-8);
        Assert.Equal(one.RmssdMs, other.RmssdMs, 1e-8);
        Assert.Equal(Poincare.Of(one).Sd1Ms, Poincare.Of(other).Sd1Ms, 1e-8);
    });

    [Fact]
    public void Of_Scaled_ScalesAndShapeStays() => Gen.Select(Intervals, Gen.Double[0.5, 2]).Sample((ms, scale) =>
    {
        var (one, other) = (TimeDomain.Of(ms), TimeDomain.Of([.. ms.Select(value => value * scale)]));

        Assert.Equal(scale * one.SdnnMs, other.SdnnMs, 1e-8);
        Assert.Equal(scale * one.RmssdMs, other.RmssdMs, 1e-8);
        Assert.Equal(one.MeanRateBpm / scale, other.MeanRateBpm, 1e-8);
        Assert.Equal(one.Cvnn, other.Cvnn, 1e-10);
        Assert.Equal(one.Cvsd, other.Cvsd, 1e-10);
    });

    [Fact]
    public void Of_Reversed_NothingChanges() => Intervals.Sample(ms =>
    {
        var (one, other) = (TimeDomain.Of(ms), TimeDomain.Of([.. ms.Reverse()]));

        foreach (var (there, back) in Places(one).Concat(Spreads(one)).Concat(OfDifferences(one)).Zip(Places(other).Concat(Spreads(other)).Concat(OfDifferences(other))))
            Assert.Equal(there, back, 1e-8);
    });

    [Fact]
    public void Pnn_NoDivisor_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => TimeDomain.Of([800, 900, 800]).Pnn50((PnnDivisor)9));

    [Fact]
    public void TriangularIndex_EqualIntervals_IsOneAndOutsideIsNaN()
    {
        Assert.Equal(1, TriangularIndex.Of([800, 800, 800]));
        Assert.Equal(2, TriangularIndex.Of([800, 900, double.NaN]));
        Assert.True(double.IsNaN(TriangularIndex.Of([])));
        Assert.True(double.IsNaN(TriangularIndex.Of([299], 8, 300)));
    }

    [Fact]
    public void Poincare_FewOrEqualIntervals_SaysWhatItCannot()
    {
        foreach (var few in new double[][] { [], [800], [800, 900] })
        {
            var plot = Poincare.Of(TimeDomain.Of(few));
            Assert.All([plot.Sd1Ms, plot.Sd2Ms, plot.Csi, plot.Cvi, plot.ModifiedCsi, plot.Ratio], value => Assert.True(double.IsNaN(value)));
        }

        var equal = Poincare.Of(TimeDomain.Of([800, 800, 800]));
        Assert.Equal((0, 0, double.NaN, double.NaN), (equal.Sd1Ms, equal.Sd2Ms, equal.Csi, equal.Ratio));
        // A beat long, a beat short, for ever: nothing is left along the line.
        Assert.True(double.IsNaN(Poincare.Of(TimeDomain.Of([700, 900, 700, 900, 700])).Sd2Ms));
    }

    private static double[] Places(TimeDomain time) =>
    [
        time.MeanMs, time.MedianMs, time.ShortestMs, time.LongestMs, time.RangeMs, time.MeanRateBpm, time.RateOfMeanIntervalBpm, time.LowestRateBpm,
        time.HighestRateBpm,
    ];

    private static double[] Spreads(TimeDomain time) => [time.SdnnMs, time.SdnnPopulationMs, time.Cvnn, time.SdRateBpm, time.SdRatePopulationBpm];

    private static double[] OfDifferences(TimeDomain time) =>
    [
        time.RmssdMs, time.SdsdMs, time.SdsdPopulationMs, time.Cvsd, time.Pnn50(PnnDivisor.Differences), time.Pnn50(PnnDivisor.Intervals),
        time.Pnn20(PnnDivisor.Differences), time.Pnn20(PnnDivisor.Intervals),
    ];
}
