using System.Collections.Immutable;
using Attune.Signals.Artefacts;
using Attune.Signals.Beats;

namespace Attune.Signals.Variability;

/// <summary>
/// Variability of one recording, or of one window of it, with what it was computed from. Measures are null unless
/// <see cref="IsJudgeable"/>: a number from a spoilt window looks like any other.
/// </summary>
/// <param name="Span">The part of the recording; beats that end inside.</param>
/// <param name="Standing">Whether measures are given, and if not, why.</param>
/// <param name="Usable">Time in the intervals that were used: measured or corrected, neither filled nor missing.</param>
/// <param name="Coverage"><paramref name="Usable"/> by the length of <paramref name="Span"/>, in [0, 1]; 0 for an empty one.</param>
/// <param name="ShareTouched">Share of the recorded beats inside that the rule touched, in [0, 1].</param>
/// <param name="Time">Time domain. Differences are not taken across gaps.</param>
/// <param name="Poincare">From the same intervals.</param>
/// <param name="TriangularIndex">With bins of 1/128 s. NaN without intervals.</param>
/// <param name="Entropy">Sample entropy with m = 2 and .2 SDNN, in nats. NaN where undefined or too long (<see cref="VariabilityOptions.MostForEntropy"/>).</param>
/// <param name="Spectrum">Of the longest stretch without a gap, <paramref name="SpectrumSpan"/>. Null when it is shorter than a segment.</param>
/// <param name="SpectrumSpan">Where that stretch lies; empty when there is no spectrum.</param>
/// <param name="Options">Rule and choices.</param>
/// <param name="Algorithm">Name of the computation; with <paramref name="Version"/> its provenance.</param>
/// <param name="Version">Raised when the same beats would give another result.</param>
public sealed record VariabilityReport(
    SessionSpan Span,
    VariabilityStanding Standing,
    TimeSpan Usable,
    double Coverage,
    double ShareTouched,
    TimeDomain? Time,
    Poincare? Poincare,
    double? TriangularIndex,
    double? Entropy,
    Spectrum? Spectrum,
    SessionSpan SpectrumSpan,
    VariabilityOptions Options,
    string Algorithm = VariabilityReport.AlgorithmName,
    int Version = VariabilityReport.AlgorithmVersion)
{
    /// <summary>Stored with every report.</summary>
    public const string AlgorithmName = "heart-rate-variability";

    /// <summary>Stored with every report.</summary>
    public const int AlgorithmVersion = 1;

    /// <summary>True when <see cref="Standing"/> is <see cref="VariabilityStanding.Judgeable"/>.</summary>
    public bool IsJudgeable => Standing is VariabilityStanding.Judgeable;

    /// <summary>Variability of a whole recording. Throws for options outside their sets; any beats will do, an empty series is too short.</summary>
    public static VariabilityReport Of(BeatSeries beats, VariabilityOptions options)
    {
        ArgumentNullException.ThrowIfNull(beats);
        ArgumentNullException.ThrowIfNull(options);
        options.Require();
        return Of(beats, ArtefactRules.Correct(beats, options.Artefacts), options, new(TimeSpan.Zero, beats.Duration), endsIncluded: true);
    }

    /// <summary>
    /// Windows of one length, one after the other from the first sample; a rest shorter than a window is left out. Artefacts are corrected
    /// once, over the whole. Throws when the length is not above zero.
    /// </summary>
    public static ImmutableArray<VariabilityReport> Windows(BeatSeries beats, TimeSpan length, VariabilityOptions options)
    {
        ArgumentNullException.ThrowIfNull(beats);
        ArgumentNullException.ThrowIfNull(options);
        options.Require();
        if (length <= TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(length), length, "A window lasts longer than nothing.");
        var corrected = ArtefactRules.Correct(beats, options.Artefacts);
        var windows = ImmutableArray.CreateBuilder<VariabilityReport>();
        for (var start = TimeSpan.Zero; start + length <= beats.Duration; start += length)
            windows.Add(Of(beats, corrected, options, new(start, start + length), endsIncluded: false));
        return windows.ToImmutable();
    }

    /// <summary>The curve behind <see cref="Spectrum"/> of a whole recording, for drawing; empty where there is none.</summary>
    public static ImmutableArray<SpectrumBin> CurveOf(CorrectedBeats corrected, SpectrumOptions options)
    {
        ArgumentNullException.ThrowIfNull(corrected);
        return Welch.CurveOf(UsableIntervals.Of(corrected, 0, double.PositiveInfinity).LongestStretch, options);
    }

    private static VariabilityReport Of(BeatSeries beats, CorrectedBeats corrected, VariabilityOptions options, SessionSpan span, bool endsIncluded)
    {
        var (from, to) = (span.Start.TotalMilliseconds, endsIncluded ? double.PositiveInfinity : span.End.TotalMilliseconds);
        var intervals = UsableIntervals.Of(corrected, from, to);
        var touched = UsableIntervals.ShareTouched(beats, corrected, from, to);
        var usable = BeatSeries.FromMs(intervals.UsableMs);
        var report = new VariabilityReport(
            span,
            touched > options.MostTouched ? VariabilityStanding.TooManyArtefacts
                : usable < options.LeastUsable ? VariabilityStanding.TooShort
                : VariabilityStanding.Judgeable,
            usable,
            span.Duration > TimeSpan.Zero ? Math.Min(1, usable / span.Duration) : 0,
            touched,
            null, null, null, null, null, default, options);
        return report.IsJudgeable ? report.Measured(intervals) : report;
    }

    private VariabilityReport Measured(UsableIntervals intervals)
    {
        var time = TimeDomain.Of(intervals.WithGaps);
        var spectrum = Welch.Of(intervals.LongestStretch, Options.Spectrum);
        var entropy = time.Count <= Options.MostForEntropy
            ? SampleEntropy.Of(intervals.WithGaps, SampleEntropy.ToleranceShare * time.SdnnMs)
            : double.NaN;
        return this with
        {
            Time = time,
            Poincare = Variability.Poincare.Of(time),
            TriangularIndex = Variability.TriangularIndex.Of(intervals.WithGaps),
            Entropy = entropy,
            Spectrum = spectrum.Segments > 0 ? spectrum : null,
            SpectrumSpan = spectrum.Segments > 0 ? intervals.LongestSpan : default,
        };
    }
}

/// <summary>Whether variability was computed.</summary>
public enum VariabilityStanding
{
    /// <summary>Measures are given.</summary>
    Judgeable = 1,

    /// <summary>The artefact rule touched more than <see cref="VariabilityOptions.MostTouched"/> of the beats.</summary>
    TooManyArtefacts = 2,

    /// <summary>Usable beats last less than <see cref="VariabilityOptions.LeastUsable"/>.</summary>
    TooShort = 3,
}
