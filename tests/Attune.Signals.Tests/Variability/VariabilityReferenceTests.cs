using Attune.Signals.Variability;

namespace Attune.Signals.Tests.Variability;

/// <summary>Numbers that other tools computed from real recordings.</summary>
public sealed class VariabilityReferenceTests
{
    // The series of the reference that are at hand; three more are day-long recordings that are not handed down.
    public static TheoryData<string, string> Segments()
    {
        var segments = new TheoryData<string, string>();
        foreach (var series in RealSeries.Names)
        {
            segments.Add(series, "whole");
            if (series != "systole_rr")
                segments.Add(series, "0-300s");
            if (series is not ("systole_rr" or "hrvanalysis_nn"))
                segments.Add(series, "600-900s");
        }

        return segments;
    }

    [Theory, MemberData(nameof(Segments))]
    public void TimeDomain_RealSeries_EqualsTheReferenceTo1e6(string series, string segment)
    {
        double[] intervals = RealSeries.Segment(series, segment);
        double[] expected = [.. RealSeries.Table("hrv_time_domain.csv").Single(cells => cells[0] == series && cells[1] == segment).Skip(2).Select(RealSeries.Number)];

        var time = TimeDomain.Of(intervals);
        var poincare = Poincare.Of(time);

        double[] ours =
        [
            time.Count, time.Count * time.MeanMs / 1_000, time.MeanMs, time.MedianMs, time.ShortestMs, time.LongestMs, time.SdnnMs, time.SdnnPopulationMs,
            time.RmssdMs, time.SdsdMs, time.Nn50, time.Pnn50(PnnDivisor.Differences), time.Nn20, time.Pnn20(PnnDivisor.Differences),
            time.RateOfMeanIntervalBpm, time.MeanRateBpm, poincare.Sd1Ms, poincare.Sd2Ms, Math.Log(time.RmssdMs),
        ];
        Assert.Equal(expected.Length, ours.Length);
        foreach (var (theirs, own) in expected.Zip(ours))
            Assert.Equal(theirs, own, 1e-6);
    }

    [Theory, MemberData(nameof(Segments))]
    public void Welch_RealSeries_EqualsTheReferenceOfTheSameMethod(string series, string segment)
    {
        var rows = RealSeries.Table("hrv_frequency_domain.csv").Where(cells => cells[0] == series && cells[1] == segment).ToList();
        // The whole of a recording of most series has no row.
        Assert.True(rows.Count == 4 || (rows.Count == 0 && segment == "whole"));
        foreach (var cells in rows)
        {
            var spectrum = Welch.Of(RealSeries.Segment(series, segment), Method(cells[2][0]));

            foreach (var (cell, own) in cells.Skip(3).Zip([spectrum.VlfMs2, spectrum.LfMs2, spectrum.HfMs2, spectrum.LfToHf, spectrum.LfNormalised]))
                Assert.Equal(1, own / RealSeries.Number(cell), 1e-6);
        }
    }

    [Fact]
    public void Measures_PackageSeries_EqualThePackageToAllDigitsGiven()
    {
        var intervals = RealSeries.Intervals("hrvanalysis_nn");

        var time = TimeDomain.Of(intervals);
        var poincare = Poincare.Of(time);

        (double Theirs, double Ours)[] pairs =
        [
            (718.248, time.MeanMs), (43.113074968427306, time.SdnnMs), (19.519400785039664, time.RmssdMs), (19.519367520775713, time.SdsdPopulationMs),
            (24, time.Nn50), (2.4, time.Pnn50(PnnDivisor.Intervals)), (225, time.Nn20), (22.5, time.Pnn20(PnnDivisor.Intervals)), (722.5, time.MedianMs),
            (249, time.RangeMs), (.027176408127888504, time.Cvsd), (.060025332431732914, time.Cvnn), (83.84733227281252, time.MeanRateBpm),
            (101.69491525423729, time.HighestRateBpm), (71.51370679380214, time.LowestRateBpm), (5.196775370674054, time.SdRatePopulationBpm),
            (11.363636363636363, TriangularIndex.Of(intervals, 8, 300)), (13.80919037557993, poincare.Sd1Ms), (59.38670497373513, poincare.Sd2Ms),
            (4.300520404060338, poincare.Csi), (4.117977429005704, poincare.Cvi), (1021.5749458778378, poincare.ModifiedCsi),
            (1.2046675751816824, SampleEntropy.Of(intervals, SampleEntropy.ToleranceShare * time.SdnnMs)),
        ];
        foreach (var (theirs, ours) in pairs)
            Assert.Equal(1, ours / theirs, 1e-13);
    }

    /// <summary>The reference's four methods, as its column spells them.</summary>
    internal static SpectrumOptions Method(char letter) => letter switch
    {
        'A' => new() { SegmentSamples = 256, OverlapSamples = 128, TransformLength = 1_024, Detrending = Detrending.ConstantPerSegment },
        'B' => new() { SegmentSamples = null, TransformLength = 4_096, Detrending = Detrending.LinearPerSegment },
        'C' => SpectrumOptions.Default,
        'D' => new()
        {
            SegmentSamples = 256,
            OverlapSamples = 128,
            TransformLength = 4_096,
            Detrending = Detrending.ConstantPerSegment,
            Interpolation = IntervalInterpolation.Linear,
        },
        _ => throw new ArgumentOutOfRangeException(nameof(letter), letter, "Not a method of the reference."),
    };
}
