using Attune.Signals.BeatDetection;
using Attune.Signals.Beats;
using Attune.Signals.Simulation;

namespace Attune.Benchmarks;

/// <summary>Beats of a million samples: 46 minutes of an ECG at 360 a second, nearly three hours of a pulse at 100; goals in ms.</summary>
internal static class BeatDetectionFigures
{
    private const int Million = 1_000_000;

    public static IEnumerable<(string Figure, double Goal, Action Work)> All()
    {
        var (heart, pulse) = (Wave(WaveKind.Electrocardiogram, 360), Wave(WaveKind.PulseWave, 100));
        yield return ("beats of a million samples of ECG, one core", 20, () => BeatDetector.Detect(heart, 360, WaveKind.Electrocardiogram));
        yield return ("beats of a million samples of a pulse wave, one core", 20, () => BeatDetector.Detect(pulse, 100, WaveKind.PulseWave));
    }

    private static double[] Wave(WaveKind kind, double rate)
    {
        var chance = new Random(5);
        double[] intervals = [.. Enumerable.Range(0, (int)(Million / rate)).Select(_ => Math.Round(950 + (120 * chance.NextDouble())))];
        return SimulatedWave.Of(BeatSeries.FromIntervals(intervals), kind, rate, 0.03, 5).Samples[..Million].ToArray();
    }
}
