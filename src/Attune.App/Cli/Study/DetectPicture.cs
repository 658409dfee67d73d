using Attune.App.Cli.Hearts;
using Attune.Exchange.Study;
using Attune.Method.Detection;
using ScottPlot;

namespace Attune.App.Cli.Study;

/// <summary>One course with its flags, or how many of many courses each criterion flags.</summary>
internal static class DetectPicture
{
    private static readonly Color Line = Color.FromHex("#3d5a6c");
    private static readonly Color[] ByColumn = [Line, Color.FromHex("#b06c2f"), Color.FromHex("#6f8f5f"), Color.FromHex("#8a6fa8"), Color.FromHex("#7f7f7f")];
    private static readonly Color Flag = Color.FromHex("#b06c2f");

    public static HeartPicture Of(DetectRequest detect, IReadOnlyList<DetectTotals> all)
    {
        var plot = new Plot();
        var count = detect.Criteria.Length;
        // Columns lie side by side within the place of their criterion.
        var size = .8 / all.Count;
        for (var column = 0; column < all.Count; column++)
        {
            var (totals, color) = (all[column], ByColumn[column % ByColumn.Length]);
            Bar[] shares = [.. Enumerable.Range(0, count).Select(i => new Bar
            {
                Position = count - i + .4 - (size * (column + .5)),
                Value = totals.Judged == 0 ? 0 : (double)totals.FlaggedCourses(i) / totals.Judged,
                Orientation = Orientation.Horizontal,
                FillColor = color,
                LineWidth = 0,
                Size = size * .9,
            })];
            plot.Add.Bars(shares).LegendText = HeartsWords.Plain(detect.Columns[column]);
        }

        if (detect.NamesColumn)
            plot.ShowLegend(ScottPlot.Edge.Right);
        plot.Axes.Left.TickGenerator = Names([.. detect.Criteria.Select(StudyNames.Of)]);
        plot.Axes.Left.MajorTickStyle.Length = 0;
        plot.Axes.SetLimits(0, 1, .4, count + .6);
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericFixedInterval(0.1);
        plot.XLabel(FormattableString.Invariant($"share of {all.Max(totals => totals.Judged)} courses with at least one flag"));
        plot.HideGrid();
        return new HeartPicture(plot);
    }

    public static HeartPicture Of(Course course, DetectRequest detect)
    {
        var (scores, flags) = (new Plot(), new Plot());
        var line = scores.Add.Scatter(course.Sessions, course.Scores, Line);
        line.LineWidth = 2;
        line.MarkerSize = 6;
        scores.Title(HeartsWords.Plain(course.Name));
        scores.XLabel("session");
        scores.YLabel(HeartsWords.Plain(detect.Columns[0]));
        var count = detect.Criteria.Length;
        var flagged = new bool[course.Scores.Length];
        for (var i = 0; i < count; i++)
        {
            RuptureDetection.Flag(detect.Criteria[i], detect.Form, course.Scores, detect.Reference, flagged);
            for (var at = 0; at < flagged.Length; at++)
            {
                if (flagged[at])
                    flags.Add.Marker(course.Sessions[at], count - i, MarkerShape.FilledDiamond, 8, Flag);
            }
        }

        flags.Axes.Left.TickGenerator = Names([.. detect.Criteria.Select(StudyNames.Of)]);
        flags.Axes.SetLimits(course.Sessions.Min() - .5, course.Sessions.Max() + .5, .4, count + .6);
        flags.XLabel("session");
        flags.Title("flagged: where to ask");
        return new HeartPicture(scores, flags);
    }

    private static ScottPlot.TickGenerators.NumericManual Names(string[] names) =>
        new([.. names.Select((_, i) => (double)(names.Length - i))], [.. names.Select(name => name.Replace('_', ' '))]);

    /// <summary>A course by itself, kept after its block has gone.</summary>
    public sealed record Course(string Name, double[] Sessions, double[] Scores)
    {
        public static Course Of(CourseBlock block, int course) => new(block.Name(course), block.Sessions(course).ToArray(), block.Values(0, course).ToArray());
    }
}
