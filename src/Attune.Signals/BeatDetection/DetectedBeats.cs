using System.Collections.Immutable;
using Attune.Signals.Beats;

namespace Attune.Signals.BeatDetection;

/// <summary>Beats found in a wave, with how far each stands out and which stretches cannot be read.</summary>
public sealed class DetectedBeats
{
    private readonly double[] moments;
    private readonly double[] quality;

    internal DetectedBeats(
        WaveKind kind, double samplesPerSecond, int samples, double[] moments, double[] quality, ImmutableArray<QualityWindow> windows)
    {
        (Kind, SamplesPerSecond, Samples) = (kind, samplesPerSecond, samples);
        (this.moments, this.quality, Windows) = (moments, quality, windows);
    }

    /// <summary>What the wave shows.</summary>
    public WaveKind Kind { get; }

    /// <summary>How beats were found.</summary>
    public BeatDetectionMethod Method { get; } = BeatDetectionMethod.TwoMovingAverages;

    /// <summary>Stored with every result; raised when the same wave would give other beats.</summary>
    public int Version { get; } = 1;

    /// <summary>Samples a second of the wave.</summary>
    public double SamplesPerSecond { get; }

    /// <summary>How many samples the wave had.</summary>
    public int Samples { get; }

    /// <summary>Moment of every beat in samples from the first, rising; between samples by the parabola through the peak of the band-passed wave.</summary>
    public ReadOnlySpan<double> Moments => moments;

    /// <summary>
    /// Per beat, in [0, 1]: the share of the band-passed energy, from the middle between it and the beat before to the middle between it and the next, that lies
    /// at the beat (within 60 ms of an ECG's peak, 150 ms of a pulse's). Near 1 in a clean wave; noise alone has the share of the time.
    /// </summary>
    public ReadOnlySpan<double> Quality => quality;

    /// <summary>The wave in windows of 10 s, each readable or unknown; a rest below 5 s belongs to the last, a longer one stands alone.</summary>
    public ImmutableArray<QualityWindow> Windows { get; }

    /// <summary>Share of the time in readable windows, in [0, 1]; 0 for an empty wave.</summary>
    public double ShareReadable => Samples == 0 ? 0 : Windows.Where(window => window.Standing is WaveStanding.Readable).Sum(window => window.To - window.From) / (double)Samples;

    /// <summary>
    /// The beats of readable windows on the wave's own clock, in ms since its first sample: what lies before the first beat, and between the last beat of a
    /// readable window and the first of the next one when an unknown window is between, is a gap. Empty below two beats of one stretch.
    /// </summary>
    public BeatSeries OnTheClock()
    {
        var (intervals, gaps) = (new List<double>(), new List<double>());
        var (last, gapMs) = (0.0, 0.0);
        foreach (var (atMs, followsOn) in Readable())
        {
            if (followsOn)
            {
                intervals.Add(atMs - last);
                gaps.Add(gapMs);
                gapMs = 0;
            }
            else
            {
                gapMs += atMs - last;
            }

            last = atMs;
        }

        return BeatSeries.FromIntervalsAndGaps(intervals.ToArray(), gaps.ToArray());
    }

    /// <summary>
    /// The intervals between beats of readable windows, in ms, and the moment of the first beat since the first sample. Beats of unknown windows are
    /// left out: what is left is one long interval, the gap that artefact rules take as such. Empty below two beats.
    /// </summary>
    public BeatSeries ToSeries(out TimeSpan firstBeat)
    {
        double[] kept = [.. Readable().Select(beat => beat.AtMs)];
        firstBeat = kept.Length == 0 ? TimeSpan.Zero : BeatSeries.FromMs(kept[0]);
        return BeatSeries.FromIntervals([.. kept.Skip(1).Zip(kept, (next, before) => next - before)]);
    }

    /// <summary>The beats of readable windows, in ms since the first sample, and whether nothing unknown lies between one and the readable beat before.</summary>
    private IEnumerable<(double AtMs, bool FollowsOn)> Readable()
    {
        var (window, followsOn) = (0, false);
        foreach (var moment in moments)
        {
            for (; moment >= Windows[window].To; window++)
                followsOn &= Windows[window].Standing is WaveStanding.Readable;
            if (Windows[window].Standing is not WaveStanding.Readable)
                continue;
            yield return (moment * 1_000 / SamplesPerSecond, followsOn);
            followsOn = true;
        }
    }
}

/// <summary>A window of a wave, in samples: includes <paramref name="From"/>, excludes <paramref name="To"/>.</summary>
/// <param name="Quality">Median quality of its beats; NaN without beats.</param>
public readonly record struct QualityWindow(int From, int To, WaveStanding Standing, double Quality);

/// <summary>Whether the beats of a window are to be believed, and if not, why (limits: our proposal).</summary>
public enum WaveStanding
{
    /// <summary>Beats stand out and their intervals are a heart's.</summary>
    Readable = 1,

    /// <summary>A sample is missing, or no beat was found: the sensor was off or the wave is no heart's.</summary>
    NoSignal = 2,

    /// <summary>Beats stand out too little: the median quality is below the limit of <see cref="BeatDetector.LeastQuality"/>.</summary>
    Noisy = 3,

    /// <summary>More than a quarter of the intervals that end inside are shorter than 300 or longer than 2000 ms, or differ from the one before by more than <see cref="BeatDetector.MostStep"/>.</summary>
    Uneven = 4,
}
