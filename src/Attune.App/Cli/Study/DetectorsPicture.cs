using Attune.App.Cli.Hearts;
using Attune.Method.Simulation;
using ScottPlot;

namespace Attune.App.Cli.Study;

/// <summary>The pictures of the report, by their file names.</summary>
internal static class DetectorsPicture
{
    public const string Tradeoff = "detection-tradeoff.png";
    public const string Shapes = "detection-shapes.png";

    private static readonly Color Line = Color.FromHex("#3d5a6c");
    private static readonly Color Lead = Color.FromHex("#b06c2f");
    private static readonly Color[] ByShape = [Color.FromHex("#3d5a6c"), Color.FromHex("#b06c2f"), Color.FromHex("#6f8f5f"), Color.FromHex("#8a6fa8"), Color.FromHex("#7f7f7f")];

    private static readonly MarkerShape[] Marks = [MarkerShape.FilledCircle, MarkerShape.FilledSquare, MarkerShape.FilledDiamond, MarkerShape.FilledTriangleUp, MarkerShape.Cross];

    public static IEnumerable<(string Name, HeartPicture Picture)> All(DetectorGrid grid)
    {
        yield return (Tradeoff, new HeartPicture(Side(grid, grid.Plan.Sessions[^2]), Side(grid, grid.Plan.Sessions[^1])));
        yield return (Shapes, new HeartPicture(ByShapeOf(grid, grid.Plan.Sessions[^2])));
    }

    // Each criterion a dot: what it finds against what it flags in quiet courses, as far as that reaches over the autocorrelations.
    private static Plot Side(DetectorGrid grid, int sessions)
    {
        var plot = new Plot();
        foreach (var line in grid.Lines(sessions, grid.Plan.UsualDepth))
        {
            var color = line.Criterion is null ? Lead : Line;
            var reach = plot.Add.Line(line.LeastQuiet, line.Found, line.MostQuiet, line.Found);
            reach.Color = color.WithAlpha(0.4);
            reach.LineWidth = 2;
            plot.Add.Marker(line.MostQuiet, line.Found, line.Criterion is null ? MarkerShape.FilledSquare : MarkerShape.FilledCircle, line.Criterion is null ? 11 : 7, color);
        }

        var bound = plot.Add.VerticalLine(DetectorGrid.MostQuietFlagged);
        (bound.Color, bound.LineWidth, bound.LinePattern) = (Line.WithAlpha(0.5), 1, LinePattern.Dashed);
        plot.Axes.SetLimits(-0.02, 1.02, 0, 1.02);
        plot.Title(FormattableString.Invariant($"{sessions} sessions"));
        plot.XLabel("quiet courses flagged");
        plot.YLabel("ruptures found");
        return plot;
    }

    private static Plot ByShapeOf(DetectorGrid grid, int sessions)
    {
        var plot = new Plot();
        var lines = grid.Lines(sessions, grid.Plan.UsualDepth);
        var shapes = Enum.GetValues<RuptureShape>();
        for (var shape = 0; shape < shapes.Length; shape++)
        {
            var at = plot.Add.Scatter(lines.Select(line => line.FoundByShape[shape].Value!.Value).ToArray(), lines.Select((_, i) => (double)(lines.Length - i)).ToArray(), ByShape[shape]);
            (at.LineWidth, at.MarkerSize, at.MarkerShape) = (0, 9, Marks[shape]);
            at.LegendText = DetectorsReport.NameOf(shapes[shape]);
        }

        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericManual(
            [.. lines.Select((_, i) => (double)(lines.Length - i))], [.. lines.Select(line => DetectorsReport.NameOf(line.Criterion))]);
        plot.Axes.Left.MajorTickStyle.Length = 0;
        plot.Axes.SetLimits(-0.02, 1.02, 0.4, lines.Length + 0.6);
        plot.XLabel(FormattableString.Invariant($"ruptures found, {sessions} sessions, {grid.Plan.UsualDepth} points deep"));
        plot.ShowLegend(ScottPlot.Edge.Right);
        return plot;
    }
}
