using System.Collections.Immutable;
using Attune.Signals.Variability;
using CsvHelper;

namespace Attune.Exchange.Hearts;

/// <summary>Variability of recordings or of their windows, one row each, as <see cref="CsvTable"/> writes.</summary>
/// <remarks>
/// Columns: <c>file</c>; <c>start_s</c>, <c>end_s</c> (end outside); <c>standing</c> (Judgeable, or why nothing is given); <c>usable_s</c>, <c>coverage</c>, <c>share_touched</c>; the
/// measures of <see cref="VariabilityMeasures"/>, to nine digits; <c>artefact_rule</c>; <c>most_touched</c>, <c>least_usable_s</c>; how the spectrum was taken; <c>pnn_divisor</c>;
/// <c>algorithm</c>, <c>version</c>.
/// </remarks>
public static class VariabilityCsv
{
    private static readonly string[] Columns =
    [
        "file", "start_s", "end_s", "standing", "usable_s", "coverage", "share_touched", .. VariabilityMeasures.All.Select(measure => measure.Name), "artefact_rule", "most_touched",
        "least_usable_s", "samples_per_s", "interpolation", "segment_samples", "overlap_samples", "transform_length", "detrending", "pnn_divisor", "algorithm", "version",
    ];

    /// <summary>Writes header and rows; leaves <paramref name="writer"/> open.</summary>
    public static void Write(TextWriter writer, string fileName, ImmutableArray<VariabilityReport> reports, bool withHeader = true)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        CsvTable.Write(writer, Columns, withHeader, csv =>
        {
            foreach (var report in reports)
                Row(csv, fileName, report);
        });
    }

    private static void Row(CsvWriter csv, string fileName, VariabilityReport report)
    {
        var (options, spectrum) = (report.Options, report.Options.Spectrum);
        csv.WriteField(fileName);
        csv.Number(report.Span.Start.TotalSeconds);
        csv.Number(report.Span.End.TotalSeconds);
        csv.WriteField(report.Standing.ToString());
        csv.Number(report.Usable.TotalSeconds);
        csv.Number(report.Coverage);
        csv.Number(report.ShareTouched, "0.######");
        foreach (var measure in VariabilityMeasures.All)
            csv.Number(measure.Of(report), "G9");
        csv.WriteField(options.Artefacts.ToString());
        csv.Number(options.MostTouched);
        csv.Number(options.LeastUsable.TotalSeconds);
        csv.Number(spectrum.SamplesPerSecond);
        csv.WriteField(spectrum.Interpolation.ToString());
        csv.WriteField(spectrum.SegmentSamples);
        csv.WriteField(spectrum.OverlapSamples);
        csv.WriteField(spectrum.TransformLength);
        csv.WriteField(spectrum.Detrending.ToString());
        csv.WriteField(options.PnnDivisor.ToString());
        csv.WriteField(report.Algorithm);
        csv.WriteField(report.Version);
        csv.EndRecord();
    }
}
