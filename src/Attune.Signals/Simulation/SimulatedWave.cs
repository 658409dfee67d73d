using Attune.Signals.BeatDetection;
using Attune.Signals.Beats;

namespace Attune.Signals.Simulation;

/// <summary>
/// A made-up ECG or pulse wave whose beats are known: a few bells (Gaussians) a beat, in mV or in units of the pulse, as McSharry et al. (2003) draw
/// an ECG. Places, widths and heights are our own, chosen for a plausible look; no statement about hearts should be drawn from them.
/// </summary>
public sealed class SimulatedWave
{
    private const double LeadSeconds = 1;

    // Place beside the beat and width in s, height. Q, R and S keep their width; P and T move with the root of the interval, as QT does.
    private static readonly (double At, double Width, double Height, bool Moves)[] ElectrocardiogramBells =
        [(-0.17, 0.022, 0.12, true), (-0.030, 0.010, -0.10, false), (0, 0.011, 1.0, false), (0.030, 0.010, -0.22, false), (0.27, 0.045, 0.28, true)];

    // The beat is the top of the wave; a second, smaller rise follows the closing of the valve.
    private static readonly (double At, double Width, double Height, bool Moves)[] PulseBells =
        [(0, 0.085, 1.0, false), (0.26, 0.110, 0.38, true)];

    private SimulatedWave(WaveKind kind, double samplesPerSecond, double[] samples, double[] beats) =>
        (Kind, SamplesPerSecond, this.samples, this.beats) = (kind, samplesPerSecond, samples, beats);

    private readonly double[] samples;
    private readonly double[] beats;

    /// <summary>What the wave shows.</summary>
    public WaveKind Kind { get; }

    /// <summary>Samples a second.</summary>
    public double SamplesPerSecond { get; }

    /// <summary>The wave; a second before the first beat and a second after the last.</summary>
    public ReadOnlySpan<double> Samples => samples;

    /// <summary>Moment of each beat (the R peak, the top of the pulse) in samples from the first.</summary>
    public ReadOnlySpan<double> Beats => beats;

    /// <summary>
    /// Draws the beats of a series, the first at 1 s. Noise is white with SD <paramref name="noise"/> (an R peak or pulse is 1 high), by place and seed. An interval of
    /// 0 draws nothing. Throws for less than 20 samples a second and for noise that is negative or not finite.
    /// </summary>
    public static SimulatedWave Of(BeatSeries series, WaveKind kind, double samplesPerSecond, double noise = 0, ulong seed = 0)
    {
        ArgumentNullException.ThrowIfNull(series);
        if (!(samplesPerSecond is >= 20 and <= 100_000))
            throw new ArgumentOutOfRangeException(nameof(samplesPerSecond), samplesPerSecond, "At least 20 samples a second.");
        if (!(noise >= 0 && double.IsFinite(noise)))
            throw new ArgumentOutOfRangeException(nameof(noise), noise, "Noise has an SD.");
        var bells = kind is WaveKind.PulseWave ? PulseBells : ElectrocardiogramBells;
        var samples = new double[(int)Math.Ceiling(((2 * LeadSeconds) + (series.TotalMs / 1_000)) * samplesPerSecond)];
        var beats = new List<double> { LeadSeconds * samplesPerSecond };
        Draw(samples, beats[0], Usual(series), samplesPerSecond, bells);
        for (var i = 0; i < series.Count; i++)
        {
            if (series.IntervalsMs[i] == 0)
                continue;
            beats.Add((LeadSeconds + (series.EndsMs[i] / 1_000)) * samplesPerSecond);
            Draw(samples, beats[^1], series.IntervalsMs[i] / 1_000, samplesPerSecond, bells);
        }

        if (noise > 0)
        {
            for (var i = 0; i < samples.Length; i++)
                samples[i] += noise * SplitMix64.BellAt(seed, (ulong)i);
        }

        return new(kind, samplesPerSecond, samples, [.. beats]);
    }

    private static double Usual(BeatSeries series) => series.Count > 0 && series.IntervalsMs[0] > 0 ? series.IntervalsMs[0] / 1_000 : 1;

    private static void Draw(double[] samples, double beat, double interval, double rate, (double At, double Width, double Height, bool Moves)[] bells)
    {
        const double far = 5;
        var stretch = Math.Sqrt(Math.Min(interval, 1.5));
        foreach (var (at, width, height, moves) in bells)
        {
            var (middle, spread) = (beat + ((moves ? stretch : 1) * at * rate), width * rate);
            var to = Math.Min(samples.Length - 1, (int)(middle + (far * spread)));
            for (var i = Math.Max(0, (int)Math.Ceiling(middle - (far * spread))); i <= to; i++)
                samples[i] += height * Math.Exp(-(i - middle) * (i - middle) / (2 * spread * spread));
        }
    }
}
