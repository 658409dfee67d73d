using Attune.Signals.Artefacts;
using Attune.Signals.Beats;

namespace Attune.Signals.Tests.Artefacts;

/// <summary>Two public code bases' flags on the same recordings, and recordings with known artefacts put in.</summary>
public sealed class ArtefactReferenceTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("systole")]
    [InlineData("biopeaks")]
    public void Classify_RealSeries_SharesTheFlagsOfAPeer(string peer)
    {
        var flags = RealSeries.Table("artefact_flags.csv").Where(cells => cells[1] == peer).ToLookup(cells => cells[0], cells => (int)RealSeries.Number(cells[2]));
        var (shared, union) = (0, 0);
        foreach (var series in RealSeries.Names)
        {
            var intervals = RealSeries.Intervals(series);
            var classes = new BeatClass[intervals.Length];
            LipponenTarvainen.Classify(intervals, classes);
            var ours = classes.Index().Where(one => one.Item is not BeatClass.Normal).Select(one => one.Index).ToHashSet();
            var theirs = flags[series].ToHashSet();
            var both = ours.Intersect(theirs).Count();
            output.WriteLine($"{series} {peer}: ours {ours.Count}, theirs {theirs.Count}, shared {both}; only ours {string.Join(' ', ours.Except(theirs).Take(12))}; only theirs {string.Join(' ', theirs.Except(ours).Take(12))}");
            shared += both;
            union += ours.Union(theirs).Count();
        }

        output.WriteLine($"shared {shared} of {union}: {(double)shared / union:0.0000}");
        Assert.InRange((double)shared / union, 0.96, 1);
    }

    [Theory]
    [InlineData("hrv_rest")]
    [InlineData("hrvanalysis_nn")]
    [InlineData("pyhrv_long")]
    public void Correct_InjectedArtefacts_RmssdComesWithinTenPercentOfTheTruth(string series)
    {
        var rows = RealSeries.Table($"injected_{series}_seed11.csv");
        double[] intervals = [.. rows.Select(cells => RealSeries.Number(cells[1]))];
        var truth = RealSeries.Table("artefact_injected_results.csv").First(cells => cells[0] == $"injected_{series}_seed11");

        var corrected = ArtefactRules.Correct(BeatSeries.FromIntervals(intervals), ArtefactRule.LipponenTarvainen);

        var rmssd = Rmssd(corrected.IntervalsMs);
        foreach (var kind in new[] { "missed", "extra", "ectopic" })
        {
            int[] put = [.. rows.Index().Where(row => row.Item[2] == kind).Select(row => row.Index)];
            output.WriteLine($"{series} {kind}: {put.Length} in, {put.Count(i => Near(corrected.Classes, i) is not BeatClass.Normal)} flagged, {put.Count(i => corrected.Classes[i].ToString().Equals(kind, StringComparison.OrdinalIgnoreCase))} of that class");
        }

        output.WriteLine($"{series}: RMSSD raw {Rmssd(intervals):0.0000}, corrected {rmssd:0.0000}, truth {truth[16]}; touched {corrected.TouchedCount}, n {corrected.IntervalsMs.Length}");
        Assert.InRange(rmssd / RealSeries.Number(truth[16]), 0.9, 1.1);
        Assert.Equal(RealSeries.Number(truth[19]), Rmssd(intervals), 1e-4);
        Assert.Equal(intervals.Sum(), corrected.EndsMs[^1], 1e-6);
    }

    private static BeatClass Near(ReadOnlySpan<BeatClass> classes, int i) =>
        classes[i] is BeatClass.Normal && i + 1 < classes.Length ? classes[i + 1] : classes[i];

    private static double Rmssd(ReadOnlySpan<double> ms)
    {
        var sum = 0.0;
        for (var i = 1; i < ms.Length; i++)
            sum += (ms[i] - ms[i - 1]) * (ms[i] - ms[i - 1]);
        return Math.Sqrt(sum / (ms.Length - 1));
    }
}
