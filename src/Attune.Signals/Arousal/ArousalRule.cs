using System.Runtime.InteropServices;
using Attune.Signals.Artefacts;
using Attune.Signals.Beats;

namespace Attune.Signals.Arousal;

/// <summary>
/// Diffuse physiological arousal as the article has it: a heart rate above 100 bpm for more than two minutes (Gottman &amp; Gottman,
/// 2014). No study was found that validates the threshold; posture, speech, medication and fitness move the rate. With a resting
/// baseline, a rate far above that counts as well (<see cref="ArousalLevels"/>).
/// </summary>
/// <remarks>
/// A missing moment (no believable beat, and not filled by the artefact rule) is neither calm nor arousal: it ends an episode, except
/// that <see cref="RateChoice.DipsBridged5"/> bridges it like a dip and <see cref="RateChoice.MeanOfLast15"/> passes it over, when it lasts
/// at most 5 s. What is missing lowers <see cref="ArousalFinding.Coverage"/>, and below the floor the finding says that it cannot be judged.
/// </remarks>
public static class ArousalRule
{
    /// <summary>Name stored with every finding.</summary>
    public const string Algorithm = "arousal-over-whole-recording";

    /// <summary>Version stored with every finding. 2: whole recordings are corrected by Lipponen and Tarvainen's rule unless another is named.</summary>
    public const int Version = 2;

    /// <summary>Longest dip that <see cref="RateChoice.DipsBridged5"/> bridges, inside, in ms.</summary>
    internal const double LongestDipMs = 5_000;

    /// <summary>How long the rate has to stay at or below the recovered level, inside, in ms: 60 s (our proposal).</summary>
    internal const double RecoveredMs = 60_000;

    /// <summary>
    /// Finds the episodes of a whole recording. Any number of beats; an empty or short one gives a finding that is not judgeable.
    /// Throws for options that are no numbers or no members of their sets.
    /// </summary>
    public static ArousalFinding OverWholeRecording(BeatSeries beats, ArousalOptions options)
    {
        ArgumentNullException.ThrowIfNull(beats);
        ArgumentNullException.ThrowIfNull(options);
        return OverWholeRecording(beats, ArtefactRules.Correct(beats, options.Artefacts), options);
    }

    /// <summary>
    /// As <see cref="OverWholeRecording(BeatSeries, ArousalOptions)"/>, with beats that were corrected before, by
    /// <see cref="ArousalOptions.Artefacts"/>. Throws when they were corrected by another rule, or from another number of recorded beats.
    /// </summary>
    public static ArousalFinding OverWholeRecording(BeatSeries beats, CorrectedBeats corrected, ArousalOptions options)
    {
        ArgumentNullException.ThrowIfNull(beats);
        ArgumentNullException.ThrowIfNull(corrected);
        var levels = ArousalLevels.Of(options);
        if (corrected.Rule != options.Artefacts)
            throw new ArgumentException($"The beats were corrected by {corrected.Rule}, not by {options.Artefacts}.", nameof(corrected));
        if (corrected.RecordedCount != beats.Count)
            throw new ArgumentException($"{beats.Count} beats were recorded, the corrected ones come from {corrected.RecordedCount}.", nameof(corrected));

        var track = Track(corrected.EndsMs, corrected.IntervalsMs, options.RateChoice);
        var coveredMs = corrected.CoveredMs;
        return new(
            EpisodeSearch.In(track, levels, options.MinimumDuration.TotalMilliseconds, options.RateChoice),
            beats.Duration,
            BeatSeries.FromMs(coveredMs),
            beats.TotalMs > 0 ? Math.Min(1, coveredMs / beats.TotalMs) : 0,
            corrected.ShareTouched,
            options.RateChoice,
            options.Artefacts,
            options.ThresholdBpm,
            Algorithm,
            Version)
        { MinimumDuration = options.MinimumDuration, Levels = levels, Baseline = options.Baseline };
    }

    /// <summary>The rate of corrected beats, slot by slot, as <see cref="OverWholeRecording(BeatSeries, CorrectedBeats, ArousalOptions)"/> compares it. Throws for no member of the set.</summary>
    public static RateCourse RateOf(CorrectedBeats corrected, RateChoice choice)
    {
        ArgumentNullException.ThrowIfNull(corrected);
        var track = Track(corrected.EndsMs, corrected.IntervalsMs, choice);
        foreach (ref var rate in track.RatesBpm.AsSpan())
            rate = double.IsFinite(rate) ? rate : double.NaN;
        return new(ImmutableCollectionsMarshal.AsImmutableArray(track.EdgesMs), ImmutableCollectionsMarshal.AsImmutableArray(track.RatesBpm), choice);
    }

    private static RateTrack Track(ReadOnlySpan<double> endsMs, ReadOnlySpan<double> valuesMs, RateChoice choice) => choice switch
    {
        RateChoice.EveryBeat => RateTrack.PerBeat(endsMs, valuesMs),
        RateChoice.EverySecond or RateChoice.DipsBridged5 => RateTrack.PerSecond(endsMs, valuesMs),
        RateChoice.CentredMean15 => RateTrack.PerSecond(endsMs, valuesMs).Smoothed(),
        RateChoice.MeanOfLast15 => RateTrack.Trailing(endsMs, valuesMs),
        _ => throw new ArgumentOutOfRangeException(nameof(choice), choice, "Not a definition of the rate."),
    };
}
