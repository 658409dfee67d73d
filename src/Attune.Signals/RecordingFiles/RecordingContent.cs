using System.Collections.Immutable;
using Attune.Signals.Beats;

namespace Attune.Signals.RecordingFiles;

/// <summary>What a recording holds: a closed set. Only beats can carry a verdict about arousal or variability without more ado.</summary>
public abstract record RecordingContent
{
    private RecordingContent()
    {
    }

    /// <param name="Series">Two beats or more.</param>
    public sealed record Beats(BeatSeries Series) : RecordingContent;

    /// <param name="Series">Rates that a device computed.</param>
    public sealed record Rate(RateSeries Series) : RecordingContent
    {
        /// <summary>For whoever wanted a verdict from it.</summary>
        public const string WhyNothingIsJudged = "It holds heart rates that the device computed and smoothed, and no single beats: nothing can be judged from them. Export the beat intervals (RR).";
    }

    /// <param name="Channels">Raw signals; may be empty when the file holds annotations alone.</param>
    public sealed record Signals(ImmutableArray<RawSignal> Channels) : RecordingContent;
}

/// <summary>Something noted beside the signals.</summary>
/// <param name="At">Time since the recording's first sample; negative for what was noted before it.</param>
/// <param name="Duration">Null when it is a moment.</param>
/// <param name="Text">As the file has it; never a name of ours.</param>
public sealed record RecordingMark(TimeSpan At, TimeSpan? Duration, string Text);

/// <summary>
/// Heart rates that a device computed and smoothed by rules it does not tell: to be charted, and judged only where coverage allows.
/// </summary>
/// <param name="TimesMs">Time of every rate in ms since the first sample, never falling.</param>
/// <param name="RatesBpm">Rates in bpm, as long as <paramref name="TimesMs"/>; NaN = no reading.</param>
/// <param name="Smoothing">How the device makes its rates, as far as it is known.</param>
public sealed record RateSeries(ImmutableArray<double> TimesMs, ImmutableArray<double> RatesBpm, string Smoothing)
{
    /// <summary>A rate stands for at most this long, in ms: 5 s (our proposal).</summary>
    public const double LongestHoldMs = 5_000;

    /// <summary>Number of rates that are readings.</summary>
    public int CountReadings() => RatesBpm.Count(rate => !double.IsNaN(rate));
}

/// <summary>A signal sampled at a fixed rate, in one piece or several.</summary>
/// <param name="Label">As the file has it.</param>
/// <param name="Unit">Unit of the samples, as the file has it; empty when it does not say.</param>
/// <param name="RateHz">Samples a second, above 0.</param>
/// <param name="Samples">All samples in order, in <paramref name="Unit"/>; NaN = not measured.</param>
/// <param name="Pieces">Where the samples lie in time, in order; one piece unless the recording was interrupted.</param>
public sealed record RawSignal(string Label, string Unit, double RateHz, ImmutableArray<double> Samples, ImmutableArray<SignalPiece> Pieces);

/// <summary>Consecutive samples without interruption.</summary>
/// <param name="Start">Time of the first one since the recording's first sample.</param>
/// <param name="First">Index of the first one.</param>
/// <param name="Count">How many.</param>
public readonly record struct SignalPiece(TimeSpan Start, int First, int Count);
