using System.Collections.Immutable;
using Attune.Signals.Artefacts;
using Attune.Signals.Beats;

namespace Attune.Signals.Arousal;

/// <summary>
/// Diffuse physiological arousal as the article has it: a heart rate above 100 bpm for more than two minutes (Gottman &amp; Gottman,
/// 2014). No study was found that validates the threshold; posture, speech, medication and fitness move the rate.
/// </summary>
/// <remarks>
/// A missing moment (no believable beat, and not filled by the artefact rule) is neither calm nor arousal: it ends an episode, except
/// that <see cref="RateChoice.DipsBridged5"/> bridges it like a dip when it lasts at most 5 s. What is missing lowers
/// <see cref="ArousalFinding.Coverage"/>, and below the floor the finding says that it cannot be judged.
/// </remarks>
public static class ArousalRule
{
    /// <summary>Name stored with every finding.</summary>
    public const string Algorithm = "arousal-over-whole-recording";

    /// <summary>Version stored with every finding. 2: whole recordings are corrected by Lipponen and Tarvainen's rule unless another is named.</summary>
    public const int Version = 2;

    /// <summary>Longest dip that <see cref="RateChoice.DipsBridged5"/> bridges, inside, in ms.</summary>
    internal const double LongestDipMs = 5_000;

    // Sums of binary fractions are off by some 1e-10: exactly 100 bpm or 120 s must not count because of them.
    private const double Tolerance = 1e-6;

    /// <summary>
    /// Finds the episodes of a whole recording. Any number of beats; an empty or short one gives a finding that is not judgeable.
    /// Throws for options that are no numbers or no members of their sets.
    /// </summary>
    public static ArousalFinding OverWholeRecording(BeatSeries beats, ArousalOptions options)
    {
        ArgumentNullException.ThrowIfNull(beats);
        ArgumentNullException.ThrowIfNull(options);
        Require(options);

        var corrected = ArtefactRules.Correct(beats, options.Artefacts);
        var track = Track(corrected, options.RateChoice);
        var dipMs = options.RateChoice is RateChoice.DipsBridged5 ? LongestDipMs : 0;
        var coveredMs = corrected.CoveredMs;
        return new(
            Episodes(track, options.ThresholdBpm, options.MinimumDuration.TotalMilliseconds, dipMs),
            beats.Duration,
            BeatSeries.FromMs(coveredMs),
            beats.TotalMs > 0 ? Math.Min(1, coveredMs / beats.TotalMs) : 0,
            corrected.ShareTouched,
            options.RateChoice,
            options.Artefacts,
            options.ThresholdBpm,
            Algorithm,
            Version)
        { MinimumDuration = options.MinimumDuration };
    }

    private static RateTrack Track(CorrectedBeats beats, RateChoice choice) => choice switch
    {
        RateChoice.EveryBeat => RateTrack.PerBeat(beats.EndsMs, beats.IntervalsMs),
        RateChoice.EverySecond or RateChoice.DipsBridged5 => RateTrack.PerSecond(beats.EndsMs, beats.IntervalsMs),
        RateChoice.CentredMean15 => RateTrack.PerSecond(beats.EndsMs, beats.IntervalsMs).Smoothed(),
        _ => throw new ArgumentOutOfRangeException(nameof(choice), choice, "Not a definition of the rate."),
    };

    private static ImmutableArray<ArousalEpisode> Episodes(RateTrack track, double thresholdBpm, double minimumMs, double dipMs)
    {
        var (edges, rates) = track;
        var found = ImmutableArray.CreateBuilder<ArousalEpisode>();
        var (first, end) = (0, 0);
        for (var i = 0; i < rates.Length; i++)
        {
            if (!(rates[i] > thresholdBpm + Tolerance))
                continue;
            var goesOn = i == end || (dipMs > 0 && edges[i] - edges[end] <= dipMs);
            if (!goesOn || end == first)
            {
                AddIfLongEnough(first, end);
                first = i;
            }

            end = i + 1;
        }

        AddIfLongEnough(first, end);
        return found.ToImmutable();

        void AddIfLongEnough(int from, int to)
        {
            if (to > from && edges[to] - edges[from] > minimumMs + Tolerance)
                found.Add(Describe(edges, rates, from, to));
        }
    }

    private static ArousalEpisode Describe(double[] edges, double[] rates, int from, int to)
    {
        var (peak, weighted, known) = (0.0, 0.0, 0.0);
        for (var i = from; i < to; i++)
        {
            if (double.IsNaN(rates[i]))
                continue;
            var width = edges[i + 1] - edges[i];
            peak = Math.Max(peak, rates[i]);
            weighted += rates[i] * width;
            known += width;
        }

        return new(BeatSeries.FromMs(edges[from]), BeatSeries.FromMs(edges[to]), peak, weighted / known);
    }

    private static void Require(ArousalOptions options)
    {
        if (!(options.ThresholdBpm > 0 && double.IsFinite(options.ThresholdBpm)))
            throw new ArgumentOutOfRangeException(nameof(options), options.ThresholdBpm, "The threshold is a rate above 0 bpm.");
        if (options.MinimumDuration < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(options), options.MinimumDuration, "The minimum duration is not negative.");
    }
}
