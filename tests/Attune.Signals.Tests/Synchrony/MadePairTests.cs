using Attune.Signals.Synchrony;

namespace Attune.Signals.Tests.Synchrony;

/// <summary>Two series that the tests make themselves, against numpy (<c>Reference/make_synchrony.py</c>): what the real pairs check, where they are absent.</summary>
public sealed class MadePairTests
{
    private static readonly ILookup<string, string[]> Expected = Rows().ToLookup(cells => cells[0]);

    [Theory]
    [InlineData("later", 30, 10, 5, LagPlacement.LaterOneMoves)]
    [InlineData("second", 30, 10, 5, LagPlacement.SecondMoves)]
    [InlineData("short", 3, 3, 1.5, LagPlacement.LaterOneMoves)]
    [InlineData("zero", 10, 10, 0, LagPlacement.SecondMoves)]
    public void Of_MadePair_EqualsNumpy(string name, double window, double step, double lag, LagPlacement placement)
    {
        var (first, second) = Pair();
        var finding = SynchronyFinding.Of(first, second, new()
        {
            Window = TimeSpan.FromSeconds(window),
            Step = TimeSpan.FromSeconds(step),
            LongestLag = TimeSpan.FromSeconds(lag),
            Placement = placement,
        });

        foreach (var cells in Expected[name])
        {
            var part = cells[1] == "absolute" ? finding.Absolute : finding.Signed;
            var ours = (cells[1], cells[2]) switch
            {
                ("profile", var place) => finding.Profile[(int)RealSeries.Number(place)],
                (_, "windows") => finding.Used,
                (_, "mean") => part.Mean,
                (_, "zero") => part.AtZero,
                (_, "first") => part.FirstEarlier,
                (_, "second") => part.SecondEarlier,
                (_, "best") => part.MeanBestLagSeconds,
                _ => throw new InvalidDataException(cells[2]),
            };
            Assert.Equal(RealSeries.Number(cells[3]), ours, 1e-11);
        }

        Assert.True(Expected[name].Count() > 7);
    }

    internal static (double[] First, double[] Second) Pair(int samples = 900) =>
        ([.. Enumerable.Range(0, samples).Select(First)], [.. Enumerable.Range(0, samples).Select(Second)]);

    private static double First(int i) => Math.Sin(i / 9.0) + (0.6 * Math.Sin((i / 23.0) + 1)) + ((Mod(7919 * i, 13) - 6) / 20.0);

    private static double Second(int i) => (0.8 * First(i - 7)) + Math.Cos(i / 31.0) + ((Mod(104729 * i, 17) - 8) / 15.0);

    // As Python's: never negative.
    private static int Mod(int value, int by) => ((value % by) + by) % by;

    private static IEnumerable<string[]> Rows()
    {
        using var stream = typeof(MadePairTests).Assembly.GetManifestResourceStream("synchrony.csv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','))];
    }
}
