using Attune.Signals.Arousal;
using Attune.Signals.Artefacts;
using Attune.Signals.Beats;
using Attune.Signals.RecordingFiles;
using Attune.Signals.Synchrony;
using Attune.Signals.Variability;
using ScottPlot;

namespace Attune.App.Cli.Hearts;

/// <summary>The pictures of the verbs. Colours that people who see red and green alike can tell apart (Okabe and Ito, 2008), and marks that differ in shape as well.</summary>
internal static class Pictures
{
    private const double MsPerMinute = 60_000;
    private const double LongestBeatMs = 5_000;

    private static readonly Color Blue = Color.FromHex("#0072B2");
    private static readonly Color Orange = Color.FromHex("#E69F00");
    private static readonly Color Vermilion = Color.FromHex("#D55E00");
    private static readonly Color Green = Color.FromHex("#009E73");
    private static readonly Color Grey = Color.FromHex("#777777");

    /// <summary>The rate over time, with threshold, episodes and gaps.</summary>
    public static HeartPicture Rate(string file, RecordingOutcome.Read read, ArousalFinding found)
    {
        var plot = Begun(file, "time (min)", "rate (beats a minute)");
        Gaps(plot, read);
        foreach (var (episode, i) in found.Episodes.Select((episode, i) => (episode, i)))
            Span(plot, episode.Span, Orange.WithAlpha(.3), i == 0 ? "episode" : "");
        var course = ArousalRule.RateOf(ArtefactRules.Correct(read.Beats, found.ArtefactRule), found.RateChoice);
        var middles = Enumerable.Range(0, course.RatesBpm.Length).Select(i => (course.EdgesMs[i] + course.EdgesMs[i + 1]) / 2 / MsPerMinute).ToArray();
        Line(plot, middles, [.. course.RatesBpm], Blue, $"rate by {found.RateChoice}");
        var threshold = plot.Add.HorizontalLine(found.ThresholdBpm, 1.5f, Vermilion, LinePattern.Dashed);
        threshold.LegendText = FormattableString.Invariant($"threshold {found.ThresholdBpm:0.###}");
        plot.Axes.SetLimitsX(0, Math.Max(1 / 60.0, found.Recorded.TotalMinutes));
        return Finished(plot);
    }

    /// <summary>Every recorded interval over time, touched ones marked.</summary>
    public static HeartPicture Tachogram(string file, RecordingOutcome.Read read, CorrectedBeats corrected)
    {
        var beats = read.Beats;
        var plot = Begun(file, "time (min)", "beat interval (ms)");
        Gaps(plot, read);
        var (times, values) = (new List<double>(), new List<double>());
        var (wrongTimes, wrongValues) = (new List<double>(), new List<double>());
        for (var i = 0; i < beats.Count; i++)
        {
            // A recorder may write a gap as one giant interval.
            var measured = beats.IntervalsMs[i] is > 0 and <= LongestBeatMs;
            times.Add(beats.EndsMs[i] / MsPerMinute);
            values.Add(measured ? beats.IntervalsMs[i] : double.NaN);
            if (measured && corrected.Touched[i])
            {
                wrongTimes.Add(times[^1]);
                wrongValues.Add(values[^1]);
            }
        }

        Line(plot, [.. times], [.. values], Blue, "as recorded");
        if (wrongTimes.Count > 0)
        {
            var marks = plot.Add.Markers(wrongTimes, wrongValues, MarkerShape.OpenDiamond, 9, Vermilion);
            marks.LegendText = $"touched by {corrected.Rule}";
        }

        plot.Axes.SetLimitsX(0, Math.Max(1 / 60.0, beats.Duration.TotalMinutes));

        return Finished(plot);
    }

    /// <summary>Each interval against the one before, and the spectrum with its bands.</summary>
    public static HeartPicture Variability(string file, BeatSeries beats, VariabilityReport report)
    {
        var corrected = ArtefactRules.Correct(beats, report.Options.Artefacts);
        return new(Poincare(file, corrected, report), Spectrum(report, corrected));
    }

    /// <summary>Mean z at every lag; the dashes are what the best lag of shuffled pairings reaches.</summary>
    public static HeartPicture Lags(string file, SynchronyFinding found, SurrogateTest test)
    {
        var plot = Begun(file, "lag (s); positive: the second later", "mean Fisher z");
        var middle = found.Profile.Length / 2;
        double[] lags = [.. Enumerable.Range(0, found.Profile.Length).Select(k => (k - middle) / found.Options.SamplesPerSecond)];
        if (test.Count > 1)
        {
            var band = plot.Add.VerticalSpan(test.BestLag.Mean - (2 * test.BestLag.Sd), test.BestLag.Mean + (2 * test.BestLag.Sd), Grey.WithAlpha(.25));
            band.LineStyle.Width = 0;
            band.LegendText = $"best lag of {test.Count} shuffled pairings, mean and 2 SD";
        }

        Line(plot, lags, [.. found.Profile], Blue, "the pair");
        plot.Add.VerticalLine(0, 1, Grey, LinePattern.Dotted);
        return Finished(plot);
    }

    private static Plot Poincare(string file, CorrectedBeats corrected, VariabilityReport report)
    {
        var plot = Begun(file, "interval (ms)", "the next (ms)");
        var (before, after) = (new List<double>(), new List<double>());
        for (var i = 1; i < corrected.IntervalsMs.Length; i++)
        {
            if (Stands(i - 1) && Stands(i) && corrected.EndsMs[i] - corrected.IntervalsMs[i] - corrected.EndsMs[i - 1] < 1)
            {
                before.Add(corrected.IntervalsMs[i - 1]);
                after.Add(corrected.IntervalsMs[i]);
            }
        }

        plot.Add.Markers(before, after, MarkerShape.FilledCircle, 4, Blue.WithAlpha(.35));
        var (mean, poincare) = (report.Time!.MeanMs, report.Poincare!.Value);
        var ellipse = plot.Add.Ellipse(mean, mean, poincare.Sd2Ms, poincare.Sd1Ms, Angle.FromDegrees(45));
        ellipse.FillStyle.IsVisible = false;
        (ellipse.LineStyle.Color, ellipse.LineStyle.Width) = (Vermilion, 2);
        ellipse.LegendText = FormattableString.Invariant($"SD1 {poincare.Sd1Ms:0.0} ms, SD2 {poincare.Sd2Ms:0.0} ms");
        plot.Axes.SquareUnits();
        plot.ShowLegend(Alignment.UpperLeft);
        return plot;

        bool Stands(int i) => double.IsFinite(corrected.IntervalsMs[i]) && !corrected.Filled[i];
    }

    private static Plot Spectrum(VariabilityReport report, CorrectedBeats corrected)
    {
        var plot = Begun("spectrum (Welch)", "frequency (Hz)", "density (ms² / Hz)");
        var curve = VariabilityReport.CurveOf(corrected, report.Options.Spectrum);
        foreach (var (name, from, to, colour) in new[] { ("LF", 0.04, 0.15, Orange), ("HF", 0.15, 0.40, Green) })
        {
            var band = plot.Add.HorizontalSpan(from, to, colour.WithAlpha(.2));
            band.LineStyle.Width = 0;
            band.LegendText = FormattableString.Invariant($"{name} {(name == "LF" ? report.Spectrum?.LfMs2 : report.Spectrum?.HfMs2):0} ms²");
        }

        Line(plot, [.. curve.Select(bin => bin.Hz)], [.. curve.Select(bin => bin.Ms2PerHz)], Blue, "");
        plot.Axes.SetLimitsX(0, 0.42);
        plot.ShowLegend(Alignment.UpperRight);
        return plot;
    }

    private static Plot Begun(string title, string x, string y)
    {
        var plot = new Plot();
        plot.Title(HeartsWords.Plain(title), size: 15);
        plot.XLabel(x);
        plot.YLabel(y);
        plot.Grid.MajorLineColor = Grey.WithAlpha(.15);
        return plot;
    }

    private static HeartPicture Finished(Plot plot)
    {
        // Outside, where it hides nothing.
        plot.ShowLegend(ScottPlot.Edge.Bottom);
        return new(plot);
    }

    private static void Gaps(Plot plot, RecordingOutcome.Read read)
    {
        for (var i = 0; i < read.Report.Gaps.Length; i++)
            Span(plot, read.Report.Gaps[i], Grey.WithAlpha(.25), i == 0 ? "gap" : "");
    }

    private static void Span(Plot plot, SessionSpan span, Color colour, string legend)
    {
        var drawn = plot.Add.HorizontalSpan(span.Start.TotalMinutes, span.End.TotalMinutes, colour);
        drawn.LineStyle.Width = 0;
        drawn.LegendText = legend;
    }

    /// <summary>In pieces where values are missing: a line across would tell of something that nobody measured.</summary>
    private static void Line(Plot plot, double[] xs, double[] ys, Color colour, string legend)
    {
        for (var from = 0; from < ys.Length; from++)
        {
            if (!double.IsFinite(ys[from]))
                continue;
            var to = from;
            while (to < ys.Length && double.IsFinite(ys[to]))
                to++;
            var line = plot.Add.ScatterLine(xs[from..to], ys[from..to], colour);
            (line.LineWidth, line.LegendText) = (1.5f, legend);
            (legend, from) = ("", to);
        }
    }
}
