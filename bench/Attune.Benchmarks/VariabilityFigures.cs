using Attune.Signals.Artefacts;
using Attune.Signals.Beats;
using Attune.Signals.Variability;

namespace Attune.Benchmarks;

/// <summary>Artefacts and variability of a million beats (eleven days of a heart), and spectra of many windows; goals in ms.</summary>
internal static class VariabilityFigures
{
    private const int Million = 1_000_000;
    private const int Windows = 1_000;

    public static IEnumerable<(string Figure, double Goal, Action Work)> All()
    {
        var beats = Beats(Million);
        var classes = new BeatClass[Million];
        var series = BeatSeries.FromIntervals(beats);
        var options = new SpectrumOptions { SegmentSamples = 256, OverlapSamples = 128, TransformLength = 1_024, Detrending = Detrending.ConstantPerSegment };
        var window = Beats(360);
        yield return ("Lipponen-Tarvainen, a million beats, one pass, one core", 1_000, () => LipponenTarvainen.Classify(beats, classes));
        yield return ("the same, corrected until the number of artefacts falls no more", 6_000, () => ArtefactRules.Correct(series, ArtefactRule.LipponenTarvainen));
        yield return ("time domain of a million intervals, median included, one core", 5, () => TimeDomain.Of(beats));
        yield return ("Welch, 1,000 windows of 5 minutes, cubic spline, both cores", 100, () => Parallel.For(0, Windows, _ => Welch.Of(window, options)));
        yield return ("the same, one core", 200, () => Each(() => Welch.Of(window, options)));
        yield return ("the same with 600/300 samples and 2,048 points, one core", 200, () => Each(() => Welch.Of(window, SpectrumOptions.Default)));
    }

    private static void Each(Action work)
    {
        for (var i = 0; i < Windows; i++)
            work();
    }

    // Breathing, a slow wave, noise as a strap gives it (whole ms), and one wrong beat in a hundred.
    private static double[] Beats(int count)
    {
        var chance = new Random(11);
        var (beats, time) = (new double[count], 0.0);
        for (var i = 0; i < count; i++)
        {
            beats[i] = Math.Round(830 + (40 * Math.Sin(2 * Math.PI * time / 4)) + (25 * Math.Sin(2 * Math.PI * time / 11)) + (20 * (chance.NextDouble() - 0.5)));
            if (chance.NextDouble() < 0.01)
                beats[i] *= chance.NextDouble() < 0.5 ? 2 : 0.6;
            time += beats[i] / 1_000;
        }

        return beats;
    }
}
