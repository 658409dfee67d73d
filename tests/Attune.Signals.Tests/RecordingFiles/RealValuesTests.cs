using System.Globalization;
using Attune.Signals.RecordingFiles;

namespace Attune.Signals.Tests.RecordingFiles;

/// <summary>Values that other readers wrote down beside the collection's binary files.</summary>
public sealed class RealValuesTests
{
    [Theory]
    [InlineData("garmin-edge-820-bike")]
    [InlineData("garmin-fenix-5-bike")]
    public void Read_Fit_RatesAndTimesAreTheExpectedRecords(string name)
    {
        var read = Read("fit-tcx", $"{name}.fit");
        var rates = (read.Content as RecordingContent.Rate ?? read.Beside.OfType<RecordingContent.Rate>().Single()).Series;
        var expected = File.ReadLines(ReferenceData.PathOf("fit-tcx", $"{name}-records.csv")).Skip(1).Select(line => line.Split(',')).Where(cells => cells[1].Length > 0)
            .Select(cells => (DateTimeOffset.ParseExact(cells[0].Replace("PDT", "-07:00", StringComparison.Ordinal), "ddd MMM dd HH:mm:ss zzz yyyy", CultureInfo.InvariantCulture), double.Parse(cells[1], CultureInfo.InvariantCulture)))
            .ToArray();
        var start = read.Report.Start!.Instant!.Value;

        Assert.Equal(expected.Select(row => row.Item2), rates.RatesBpm);
        Assert.Equal(expected.Select(row => row.Item1.ToUnixTimeSeconds()), rates.TimesMs.Select(ms => start.AddMilliseconds(ms).AddMilliseconds(1).ToUnixTimeSeconds()));
    }

    [Fact]
    public void Read_Edf_HeaderAndSignalTableAreTheExpected()
    {
        var channels = Assert.IsType<RecordingContent.Signals>(Read("edf", "edfPlusC.edf").Content).Channels;
        var expected = File.ReadLines(ReferenceData.PathOf("edf", "edfPlusC_signals.txt")).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')).ToArray();

        Assert.Equal(expected.Where(cells => cells[1].Trim() != "EDF Annotations").Select(cells => (cells[1].Trim(), cells[3].Trim(), double.Parse(cells[9], CultureInfo.InvariantCulture))),
            channels.Select(channel => (channel.Label, channel.Unit, channel.RateHz)));
        Assert.All(channels.Zip(expected), pair =>
        {
            var (low, high) = (double.Parse(pair.Second[4], CultureInfo.InvariantCulture), double.Parse(pair.Second[5], CultureInfo.InvariantCulture));
            Assert.InRange(pair.First.Samples.Min(), low, high);
            Assert.InRange(pair.First.Samples.Max(), pair.First.Samples.Min() + 1, high);
        });
    }

    [Theory]
    [InlineData("edfAnnonC", .7)]
    [InlineData("edfPlusC", 0)]
    public void Read_Edf_AnnotationsAreTheExpected(string name, double firstSample)
    {
        var read = Read("edf", $"{name}.edf");
        var expected = File.ReadLines(ReferenceData.PathOf("edf", $"{name}_annotations.txt")).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','))
            .Select(cells => (double.Parse(cells[0], CultureInfo.InvariantCulture) - firstSample, cells[1].Length > 0 ? double.Parse(cells[1], CultureInfo.InvariantCulture) : (double?)null, cells[2]))
            .OrderBy(row => row.Item1);

        Assert.Equal(expected.Select(row => (Math.Round(row.Item1, 6), row.Item2, row.Item3)),
            read.Marks.Select(mark => (Math.Round(mark.At.TotalSeconds, 6), mark.Duration?.TotalSeconds, mark.Text)));
    }

    [Fact]
    public void Read_E4Archive_LaysAllItsFilesOnOneClock()
    {
        var read = Read("wearable", "e4_wearables_zip", "1635148245_A00204.zip");

        var rates = read.Beside.OfType<RecordingContent.Rate>().Single().Series;
        var signals = read.Beside.OfType<RecordingContent.Signals>().Single().Channels;
        Assert.Equal(10_000, rates.TimesMs[0]);
        Assert.Equal(["BVP", "EDA", "TEMP", "ACC x", "ACC y", "ACC z"], signals.Select(channel => channel.Label));
        Assert.Equal(26.3, read.Marks[0].At.TotalSeconds, 1e-3);
        Assert.Equal(10, read.Marks.Length);
    }

    [Fact]
    public void Read_SparseWristband_SaysHowLittleItHeard()
    {
        var report = Read("wearable", "e4_biometricsmsr", "IBI.csv").Report;

        Assert.Equal(.087, report.Coverage, .0005);
        Assert.Equal(109, report.Gaps.Skip(1).Count(gap => gap.Duration > TimeSpan.FromSeconds(1)));
        Assert.Equal(145.6, report.Gaps.Skip(1).Max(gap => gap.Duration.TotalSeconds), .05);
    }

    private static RecordingOutcome.Read Read(params string[] parts) =>
        Assert.IsType<RecordingOutcome.Read>(RecordingFile.Read(parts[^1], ReferenceData.Bytes(parts)));
}
