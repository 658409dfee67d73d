using System.Globalization;
using System.Runtime.CompilerServices;
using Attune.Signals.RecordingFiles;

namespace Attune.Signals.Tests.RecordingFiles;

/// <summary>Every file of the collection, one row each: read as what it is, or refused with the code of its reason. Counts and lengths by recordings.py.</summary>
public sealed class RealRecordingsTableTests
{
    private static readonly string[] Folders = ["rr", "ecg-ppg", "edf", "fit-tcx", "wearable", "dyads"];

    public static TheoryData<string, string, string, int, string> Rows()
    {
        var rows = new TheoryData<string, string, string, int, string>();
        foreach (var line in File.ReadLines(Table()).Skip(1))
        {
            var cells = line.Split(';');
            rows.Add(cells[0], cells[1], cells[2], int.Parse(cells[3], CultureInfo.InvariantCulture), cells[4]);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Read_FileOfTheCollection_IsWhatTheTableSays(string file, string hz, string what, int count, string seconds)
    {
        var content = ReferenceData.Bytes(file.Split('/'));
        double? rate = hz.Length == 0 ? null : double.Parse(hz, CultureInfo.InvariantCulture);

        var outcome = RecordingFile.Read(Path.GetFileName(file), content, new() { SamplingRateHz = rate });

        switch (outcome)
        {
            case RecordingOutcome.Refused refused:
                Assert.Equal((what, count), (refused.Code, 0));
                break;
            case RecordingOutcome.Ambiguous ambiguous:
                Assert.Equal((what, count), ("ambiguous", ambiguous.Readings.Length));
                break;
            case RecordingOutcome.Read read:
                Assert.Equal((what, count), (read.Format.ToString(), Count(read.Content)));
                if (seconds.Length > 0)
                    Assert.Equal(double.Parse(seconds, CultureInfo.InvariantCulture), read.Report.Length.TotalSeconds, 1e-3);
                break;
        }
    }

    public static TheoryData<string> WithoutTheirRate() =>
        [.. File.ReadLines(Table()).Skip(1).Select(line => line.Split(';')).Where(cells => cells[1].Length > 0).Select(cells => cells[0])];

    [Theory]
    [MemberData(nameof(WithoutTheirRate))]
    public void Read_SampleNumbersAndSignalsWithoutTheirRate_AreNotTakenForBeats(string file)
    {
        var refused = Assert.IsType<RecordingOutcome.Refused>(RecordingFile.Read(Path.GetFileName(file), ReferenceData.Bytes(file.Split('/'))));

        Assert.Contains(refused.Code, new[] { RecordingCodes.SampleNumbers, RecordingCodes.RawSignal, RecordingCodes.NegativeInterval });
        Assert.Contains("samples", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_EveryFileOfTheCollection_HasItsRow()
    {
        var root = Path.GetDirectoryName(Path.GetDirectoryName(ReferenceData.PathOf("rr", "hrv_rest_rri.txt")))!;
        var there = Folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'));

        Assert.Equal(there.Order(StringComparer.Ordinal), File.ReadLines(Table()).Skip(1).Select(line => line.Split(';')[0]).Order(StringComparer.Ordinal));
    }

    private static int Count(RecordingContent content) => content switch
    {
        RecordingContent.Beats beats => beats.Series.CountBeats(),
        RecordingContent.Rate rates => rates.Series.RatesBpm.Length,
        RecordingContent.Signals signals => signals.Channels[0].Samples.Length,
        _ => -1,
    };

    private static string Table([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "Reference", "recordings.csv");
}
