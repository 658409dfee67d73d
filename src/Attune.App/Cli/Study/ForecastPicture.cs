using Attune.App.Cli.Hearts;
using Attune.Exchange.Study;
using Attune.Method.Learning;
using ScottPlot;

namespace Attune.App.Cli.Study;

/// <summary>What came, beside what was given as its chance.</summary>
internal static class ForecastPicture
{
    private static readonly Color Forecast = Color.FromHex("#3d5a6c");
    private static readonly Color Guess = Color.FromHex("#b06c2f");
    private static readonly Color Even = Color.FromHex("#8a8a8a");

    public static HeartPicture Of(ForecastFit fit)
    {
        var plot = new Plot();
        var all = ForecastSheets.Forecasters(fit.Evaluation).Where(one => one.Name is "forecast" or "guess").ToArray();
        var most = Math.Min(1, 1.1 * all.SelectMany(one => one.Scores.Calibration.Bins).Select(bin => Math.Max(bin.MeanChance, bin.Upper)).DefaultIfEmpty(1).Max());
        var diagonal = plot.Add.Line(0, 0, most, most);
        (diagonal.LineColor, diagonal.LinePattern, diagonal.LegendText) = (Even, LinePattern.Dashed, "as often as said");
        if (fit.Evaluation.Learned is { } scores)
        {
            var rate = plot.Add.HorizontalLine((double)scores.Reports / scores.Sessions);
            (rate.LineColor, rate.LinePattern, rate.LegendText) = (Even, LinePattern.Dotted, "base rate");
        }

        foreach (var (name, one) in all)
            Add(plot, name, one.Calibration.Bins, name == "guess" ? Guess : Forecast);
        plot.Title(HeartsWords.Plain(Title(fit)));
        plot.XLabel("chance given");
        plot.YLabel("share with a report (95% interval)");
        plot.Axes.SetLimits(0, most, 0, most);
        plot.ShowLegend(Alignment.UpperLeft);
        return new HeartPicture(plot);
    }

    private static string Title(ForecastFit fit) => fit.Evaluation.Sessions.IsEmpty
        ? "No couple could be left out: nothing to show"
        : FormattableString.Invariant($"{fit.Evaluation.Sessions.Length} sessions of couples left out");

    private static void Add(Plot plot, string name, IReadOnlyList<CalibrationBin> bins, Color color)
    {
        var (chances, shares) = (bins.Select(bin => bin.MeanChance).ToArray(), bins.Select(bin => bin.Share).ToArray());
        var points = plot.Add.Scatter(chances, shares, color);
        (points.LineWidth, points.MarkerSize, points.LegendText) = (1.5f, 7, name);
        foreach (var bin in bins)
        {
            var bar = plot.Add.Line(bin.MeanChance, bin.Lower, bin.MeanChance, bin.Upper);
            (bar.LineColor, bar.LineWidth) = (color, 1);
        }
    }
}
