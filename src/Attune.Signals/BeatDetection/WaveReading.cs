using Attune.Signals.Artefacts;
using Attune.Signals.Beats;
using Attune.Signals.RecordingFiles;

namespace Attune.Signals.BeatDetection;

/// <summary>From a recording of raw waves to one of beats, with the same report. What a wave shows is never guessed: the caller says it.</summary>
public static class WaveReading
{
    // Memory: eight bytes a sample, three times over. Our proposal; nine hours at 1,000 samples a second.
    private const long MostSamples = 32_000_000;

    /// <summary>
    /// The beats of one channel. <paramref name="channel"/>: its label, case ignored; null where there is one only. An interrupted signal is looked at
    /// on one clock. Refused (<see cref="RecordingCodes"/> WaveChannel, WaveTooCoarse, TooLarge, TooFewBeats) rather than thrown.
    /// </summary>
    public static RecordingOutcome BeatsOf(RecordingOutcome.Read waves, WaveKind kind, string? channel)
    {
        ArgumentNullException.ThrowIfNull(waves);
        var channels = waves.Content is RecordingContent.Signals { Channels: var all } ? all : [];
        var labels = channels.IsEmpty ? "none" : string.Join(", ", channels.Select(one => $"'{one.Label}'"));
        RawSignal[] meant = [.. channels.Where(one => channel is null || one.Label.Equals(channel, StringComparison.OrdinalIgnoreCase))];
        if (meant is not [var signal])
        {
            return new RecordingOutcome.Refused(RecordingCodes.WaveChannel, channel is null
                ? $"It holds {channels.Length} signals ({labels}). Name the one that shows the heart."
                : $"{(meant.Length == 0 ? "No" : "More than one")} signal is named '{channel}'. It holds: {labels}.", null);
        }

        if (!(signal.RateHz >= LeastRateHz(kind)))
            return new RecordingOutcome.Refused(RecordingCodes.WaveTooCoarse, FormattableString.Invariant($"The signal '{signal.Label}' has {signal.RateHz:0.###} samples a second; beats of this kind of wave want {LeastRateHz(kind):0} at least."), null);
        if (OnOneClock(signal) is not { } samples)
            return new RecordingOutcome.Refused(RecordingCodes.TooLarge, FormattableString.Invariant($"The signal '{signal.Label}' lasts more than {MostSamples / 1_000_000} million samples, its pauses included. Cut it first."), null);

        var found = BeatDetector.Detect(samples, signal.RateHz, kind);
        var series = found.OnTheClock();
        return series.CountBeats() < 2
            ? new RecordingOutcome.Refused(RecordingCodes.TooFewBeats, FormattableString.Invariant($"In the signal '{signal.Label}' fewer than two beats stand out ({found.ShareReadable:0%} of it is readable). Is it the right signal, and the right kind of wave?"), null)
            : waves with { Content = new RecordingContent.Beats(series), Report = Report(waves.Report, signal, found, series), Beside = waves.Beside.Add(waves.Content) };
    }

    private static double LeastRateHz(WaveKind kind) => WaveRules.Of(kind).LeastRateHz;

    private static double[]? OnOneClock(RawSignal signal)
    {
        if (signal.Pieces is [{ Count: var whole }] && whole == signal.Samples.Length)
            return whole <= MostSamples ? [.. signal.Samples] : null;
        var length = signal.Pieces.Max(piece => IndexOf(piece) + piece.Count);
        if (length > MostSamples)
            return null;
        var samples = new double[length];
        Array.Fill(samples, double.NaN);
        foreach (var piece in signal.Pieces)
            signal.Samples.AsSpan(piece.First, piece.Count).CopyTo(samples.AsSpan((int)IndexOf(piece)));
        return samples;

        long IndexOf(SignalPiece piece) => (long)Math.Round(piece.Start.TotalSeconds * signal.RateHz);
    }

    private static RecordingReport Report(RecordingReport waves, RawSignal signal, DetectedBeats found, BeatSeries series) => waves with
    {
        Coverage = Covered(series) / series.Duration.TotalMilliseconds,
        Remarks = waves.Remarks.Add(new(FormattableString.Invariant(
            $"{series.CountBeats()} beats were found in the signal '{signal.Label}' ({found.Kind}, {found.Method} {found.Version}); {found.ShareReadable:0%} of it is readable, and the rest counts as gaps."))),
        Gaps = [.. waves.Gaps.Concat(Hidden(found)).OrderBy(gap => gap.Start)],
    };

    private static IEnumerable<SessionSpan> Hidden(DetectedBeats found) => found.Windows
        .Where(window => window.Standing is not WaveStanding.Readable)
        .Select(window => new SessionSpan(TimeSpan.FromSeconds(window.From / found.SamplesPerSecond), TimeSpan.FromSeconds(window.To / found.SamplesPerSecond)));

    private static double Covered(BeatSeries series)
    {
        var sum = 0.0;
        foreach (var interval in series.IntervalsMs)
            sum += ArtefactRules.IsInRange(interval) ? interval : 0;
        return sum;
    }
}
