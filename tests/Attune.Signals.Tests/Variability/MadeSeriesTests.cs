using Attune.Signals.Variability;

namespace Attune.Signals.Tests.Variability;

/// <summary>
/// Two series that the tests make themselves, against numpy and scipy (<c>Reference/make_variability.py</c>): what the real recordings
/// check, where they are absent.
/// </summary>
public sealed class MadeSeriesTests
{
    private static readonly ILookup<string, (string Measure, double Value)> Expected = Rows().ToLookup(row => row.Series, row => (row.Measure, row.Value));

    [Theory]
    [InlineData("even")]
    [InlineData("breath")]
    public void Measures_MadeSeries_EqualNumpyAndScipy(string series)
    {
        var intervals = series == "even" ? Even() : Breath();
        var time = TimeDomain.Of(intervals);
        Dictionary<string, double> ours = new()
        {
            ["mean"] = time.MeanMs,
            ["median"] = time.MedianMs,
            ["sdnn"] = time.SdnnMs,
            ["sdnn_n"] = time.SdnnPopulationMs,
            ["rmssd"] = time.RmssdMs,
            ["sdsd"] = time.SdsdMs,
            ["sdsd_n"] = time.SdsdPopulationMs,
            ["nn50"] = time.Nn50,
            ["nn20"] = time.Nn20,
            ["rate"] = time.MeanRateBpm,
            ["rate_sd"] = time.SdRateBpm,
            ["triangular"] = TriangularIndex.Of(intervals),
            ["entropy"] = SampleEntropy.Of(intervals, SampleEntropy.ToleranceShare * time.SdnnMs),
        };
        foreach (var letter in "ABCDN")
        {
            var spectrum = Welch.Of(intervals, letter == 'N' ? Untouched : VariabilityReferenceTests.Method(letter));
            (ours[$"{letter}_vlf"], ours[$"{letter}_lf"], ours[$"{letter}_hf"]) = (spectrum.VlfMs2, spectrum.LfMs2, spectrum.HfMs2);
        }

        Assert.Equal(ours.Count, Expected[series].Count());
        foreach (var (measure, value) in Expected[series])
            Assert.True(Math.Abs(ours[measure] - value) <= 1e-9 * (1 + Math.Abs(value)), $"{measure}: {ours[measure]} instead of {value}");
    }

    internal static double[] Breath()
    {
        var (series, time) = (new double[600], 0.0);
        for (var i = 0; i < series.Length; i++)
        {
            series[i] = 850 + (40 * Math.Sin(2 * Math.PI * time / 4)) + (25 * Math.Sin(2 * Math.PI * time / 11)) + (8.0 * ((7919 * i % 13) - 6) / 6);
            time += series[i] / 1_000;
        }

        return series;
    }

    private static SpectrumOptions Untouched => new() { SegmentSamples = 256, OverlapSamples = 100, TransformLength = 512, Detrending = Detrending.None };

    private static double[] Even() => [.. Enumerable.Range(0, 400).Select(i => Math.Round(1_000 + (125 * Math.Sin(i))))];

    private static IEnumerable<(string Series, string Measure, double Value)> Rows() =>
        ReferenceData.Own("variability.csv").Select(line => line.Split(',')).Select(cells => (cells[0], cells[1], RealSeries.Number(cells[2])));
}
