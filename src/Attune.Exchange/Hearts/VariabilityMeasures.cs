using System.Collections.Immutable;
using Attune.Signals.Variability;

namespace Attune.Exchange.Hearts;

/// <summary>One measure of variability under the name that it has in every file and table.</summary>
/// <param name="Name">Stable; ends in its unit where it has one.</param>
/// <param name="Of">NaN where it is not given.</param>
public sealed record VariabilityMeasure(string Name, Func<VariabilityReport, double> Of);

/// <summary>All measures of a report, in the order in which they are written.</summary>
public static class VariabilityMeasures
{
    /// <summary>Time domain, Poincare, entropy, spectrum.</summary>
    public static ImmutableArray<VariabilityMeasure> All { get; } =
    [
        InTime("intervals", time => time.Count),
        InTime("differences", time => time.Differences),
        InTime("mean_ms", time => time.MeanMs),
        InTime("median_ms", time => time.MedianMs),
        InTime("range_ms", time => time.RangeMs),
        InTime("sdnn_ms", time => time.SdnnMs),
        InTime("rmssd_ms", time => time.RmssdMs),
        InTime("sdsd_ms", time => time.SdsdMs),
        InTime("nn50", time => time.Nn50),
        new("pnn50_percent", report => report.Time?.Pnn50(report.Options.PnnDivisor) ?? double.NaN),
        InTime("nn20", time => time.Nn20),
        new("pnn20_percent", report => report.Time?.Pnn20(report.Options.PnnDivisor) ?? double.NaN),
        InTime("cvnn", time => time.Cvnn),
        InTime("cvsd", time => time.Cvsd),
        InTime("mean_rate_bpm", time => time.MeanRateBpm),
        InTime("sd_rate_bpm", time => time.SdRateBpm),
        new("sd1_ms", report => report.Poincare?.Sd1Ms ?? double.NaN),
        new("sd2_ms", report => report.Poincare?.Sd2Ms ?? double.NaN),
        new("triangular_index", report => report.TriangularIndex ?? double.NaN),
        new("sample_entropy_nats", report => report.Entropy ?? double.NaN),
        new("vlf_ms2", report => report.Spectrum?.VlfMs2 ?? double.NaN),
        new("lf_ms2", report => report.Spectrum?.LfMs2 ?? double.NaN),
        new("hf_ms2", report => report.Spectrum?.HfMs2 ?? double.NaN),
        new("lf_to_hf", report => report.Spectrum?.LfToHf ?? double.NaN),
    ];

    private static VariabilityMeasure InTime(string name, Func<TimeDomain, double> of) => new(name, report => report.Time is { } time ? of(time) : double.NaN);
}
