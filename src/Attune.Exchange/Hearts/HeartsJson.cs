using System.Globalization;
using System.Text.Json.Nodes;
using Attune.Signals.Arousal;
using Attune.Signals.Artefacts;
using Attune.Signals.Beats;
using Attune.Signals.RecordingFiles;
using Attune.Signals.Variability;

namespace Attune.Exchange.Hearts;

/// <summary>
/// Results as JSON. Names are those of the CSV columns and stay; times are s since the first sample; what is not known (NaN included) is null. Every result names its rule, choices,
/// algorithm and version.
/// </summary>
public static class HeartsJson
{
    /// <summary>What was understood of a file.</summary>
    public static JsonObject Of(RecordingOutcome.Read read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var report = read.Report;
        return new()
        {
            ["format"] = report.Format.ToString(),
            ["content"] = RecordingNames.Of(read.Content),
            ["unit"] = report.Unit?.ToString(),
            ["unit_reason"] = report.UnitReason,
            ["start"] = report.Start?.Clock.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture),
            ["utc_offset_min"] = Number(report.Start?.UtcOffset?.TotalMinutes),
            ["beats"] = read.Beats.CountBeats(),
            ["length_s"] = Seconds(report.Length),
            ["wall_s"] = Seconds(report.WallTime),
            ["drift_s"] = Seconds(report.Drift),
            ["gaps"] = List(report.Gaps, gap => new JsonObject { ["start_s"] = Seconds(gap.Start), ["end_s"] = Seconds(gap.End) }),
            ["dropped"] = report.Dropped,
            ["coverage"] = Number(report.Coverage),
            ["was_cut"] = report.WasCut,
            ["remarks"] = List(report.Remarks, remark => new JsonObject { ["text"] = remark.Text, ["line"] = remark.Line, ["byte"] = remark.Byte }),
            ["marks"] = List(read.Marks, mark => new JsonObject { ["at_s"] = Seconds(mark.At), ["duration_s"] = Seconds(mark.Duration), ["text"] = mark.Text }),
            ["beside"] = List(read.Beside, content => JsonValue.Create(RecordingNames.Of(content))),
        };
    }

    /// <summary>Why a file was not understood.</summary>
    public static JsonObject Of(RecordingOutcome.Refused refused)
    {
        ArgumentNullException.ThrowIfNull(refused);
        return new() { ["code"] = refused.Code, ["message"] = refused.Message, ["line"] = refused.Line, ["byte"] = refused.Byte };
    }

    /// <summary>Episodes, and what they were found by.</summary>
    public static JsonObject Of(ArousalFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return new()
        {
            ["episodes"] = List(finding.Episodes, episode => new JsonObject
            {
                ["start_s"] = Seconds(episode.Start),
                ["end_s"] = Seconds(episode.End),
                ["duration_s"] = Seconds(episode.Duration),
                ["peak_bpm"] = Number(episode.PeakBpm),
                ["mean_bpm"] = Number(episode.MeanBpm),
                ["recovered_after_s"] = Seconds(episode.RecoveredAfter),
            }),
            ["standing"] = finding.Standing.ToString(),
            ["threshold_bpm"] = Number(finding.ThresholdBpm),
            ["minimum_duration_s"] = Seconds(finding.MinimumDuration),
            ["rate_choice"] = finding.RateChoice.ToString(),
            ["artefact_rule"] = finding.ArtefactRule.ToString(),
            ["recorded_s"] = Seconds(finding.Recorded),
            ["covered_s"] = Seconds(finding.Covered),
            ["coverage"] = Number(finding.Coverage),
            ["artefact_share"] = Number(finding.ArtefactShare),
            ["algorithm"] = finding.Algorithm,
            ["version"] = finding.Version,
        };
    }

    /// <summary>Touched beats, by which rule, and their share.</summary>
    public static JsonObject Of(BeatSeries beats, CorrectedBeats corrected)
    {
        var flagged = FlaggedBeat.Of(beats, corrected);
        return new()
        {
            ["artefact_rule"] = corrected.Rule.ToString(),
            ["touched"] = corrected.TouchedCount,
            ["recorded"] = corrected.RecordedCount,
            ["share_touched"] = Number(corrected.ShareTouched),
            ["flagged"] = List(flagged, beat => new JsonObject
            {
                ["beat"] = beat.Number,
                ["end_s"] = Number(beat.EndS),
                ["interval_ms"] = Number(beat.IntervalMs),
                ["class"] = beat.Name,
            }),
        };
    }

    /// <summary>Measures of one recording or window, and what they were computed by.</summary>
    public static JsonObject Of(VariabilityReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var (options, spectrum) = (report.Options, report.Options.Spectrum);
        var measures = new JsonObject();
        foreach (var measure in VariabilityMeasures.All)
            measures[measure.Name] = Number(measure.Of(report));
        return new()
        {
            ["start_s"] = Seconds(report.Span.Start),
            ["end_s"] = Seconds(report.Span.End),
            ["standing"] = report.Standing.ToString(),
            ["usable_s"] = Seconds(report.Usable),
            ["coverage"] = Number(report.Coverage),
            ["share_touched"] = Number(report.ShareTouched),
            ["measures"] = measures,
            ["artefact_rule"] = options.Artefacts.ToString(),
            ["most_touched"] = Number(options.MostTouched),
            ["least_usable_s"] = Seconds(options.LeastUsable),
            ["spectrum"] = new JsonObject
            {
                ["start_s"] = Seconds(report.SpectrumSpan.Start),
                ["end_s"] = Seconds(report.SpectrumSpan.End),
                ["samples_per_s"] = Number(spectrum.SamplesPerSecond),
                ["interpolation"] = spectrum.Interpolation.ToString(),
                ["segment_samples"] = spectrum.SegmentSamples,
                ["overlap_samples"] = spectrum.OverlapSamples,
                ["transform_length"] = spectrum.TransformLength,
                ["detrending"] = spectrum.Detrending.ToString(),
            },
            ["pnn_divisor"] = options.PnnDivisor.ToString(),
            ["algorithm"] = report.Algorithm,
            ["version"] = report.Version,
        };
    }

    /// <summary>A list of results.</summary>
    public static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode?> each) => new([.. items.Select(each)]);

    private static JsonValue? Number(double? value) => value is { } number && double.IsFinite(number) ? JsonValue.Create(number) : null;

    private static JsonValue? Seconds(TimeSpan? time) => Number(time?.TotalSeconds);
}
