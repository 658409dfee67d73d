using ScottPlot;

namespace Attune.App.Cli.Hearts;

/// <summary>One plot, or two side by side, as a PNG.</summary>
internal sealed class HeartPicture(params Plot[] plots)
{
    private const int Width = 960;
    private const int Height = 440;

    public void Save(string path)
    {
        if (plots is [var only])
        {
            only.SavePng(path, Width, Height);
            return;
        }

        var together = new Multiplot();
        // It begins with an empty one.
        together.RemovePlot(together.GetPlot(0));
        foreach (var plot in plots)
            together.AddPlot(plot);
        together.Layout = new ScottPlot.MultiplotLayouts.Columns();
        together.SavePng(path, Width, Height);
    }
}
