using Attune.Signals.RecordingFiles;

namespace Attune.Signals.Tests.RecordingFiles;

public sealed class XmlAndArchivesTests
{
    [Fact]
    public void Tcx_RatesAndStart_AreRead()
    {
        var read = Read("run.tcx", SampleFiles.All["run.tcx"]);

        Assert.Equal([100, 101, 102, 103, 104], Assert.IsType<RecordingContent.Rate>(read.Content).Series.RatesBpm);
        Assert.Equal(new DateTimeOffset(2025, 3, 15, 11, 3, 0, TimeSpan.Zero), read.Report.Start!.Instant);
    }

    [Theory]
    [InlineData("run.tcx", 500)]
    [InlineData("export.xml", 500)]
    public void Xml_Cut_KeepsWhatCameBeforeAndSaysSo(string name, int length)
    {
        var read = Read(name, SampleFiles.All[name][..length]);

        Assert.True(read.Report.WasCut);
        Assert.InRange(Assert.IsType<RecordingContent.Rate>(read.Content).Series.RatesBpm.Length, 2, 4);
        Assert.Contains(read.Report.Remarks, remark => remark.Line > 0);
    }

    [Fact]
    public void AppleHealth_HeartRatesAlone_WithTheirZone()
    {
        var read = Read("export.xml", SampleFiles.All["export.xml"]);

        Assert.Equal([100, 101, 102, 103, 104], Assert.IsType<RecordingContent.Rate>(read.Content).Series.RatesBpm);
        Assert.Equal(new DateTimeOffset(2025, 3, 15, 11, 3, 0, TimeSpan.FromHours(1)), read.Report.Start!.Instant);
    }

    [Fact]
    public void AppleHealth_Years_AskForTheSessionAndThenReadIt()
    {
        var years = SampleFiles.Text("<HealthData>" + string.Concat(Enumerable.Range(0, 400).Select(i => FormattableString.Invariant(
            $"<Record type=\"HKQuantityTypeIdentifierHeartRate\" startDate=\"{new DateTime(2024, 1, 1).AddDays(i):yyyy-MM-dd} 11:00:00 +0000\" value=\"70\"/>"))) + "</HealthData>");

        var refused = Assert.IsType<RecordingOutcome.Refused>(RecordingFile.Read("export.xml", years));
        var read = Assert.IsType<RecordingOutcome.Read>(RecordingFile.Read("export.xml", years, new()
        {
            From = new DateTimeOffset(2024, 2, 1, 0, 0, 0, TimeSpan.Zero),
            Until = new DateTimeOffset(2024, 2, 3, 11, 0, 0, TimeSpan.Zero),
        }));

        Assert.Contains("400 heart rates from 1 January 2024 to 3 February 2025", refused.Message, StringComparison.Ordinal);
        Assert.Equal(2, Assert.IsType<RecordingContent.Rate>(read.Content).Series.RatesBpm.Length);
    }

    [Fact]
    public void Zip_OneRecordingAmongJunk_IsReadUnderItsName()
    {
        var read = Read("one.zip", SampleFiles.All["one.zip"]);

        Assert.Equal([800, 810], read.Beats.IntervalsMs.ToArray());
        Assert.Equal(new DateTime(2025, 3, 15, 11, 3, 0, DateTimeKind.Unspecified), read.LocalStart);
    }

    [Fact]
    public void Zip_SeveralRecordings_AskForOne()
    {
        var zip = SampleFiles.Zip(("a.txt", SampleFiles.Text("800\n810\n")), ("b.txt", SampleFiles.Text("700\n710\n")));

        var refused = Assert.IsType<RecordingOutcome.Refused>(RecordingFile.Read("a.zip", zip));
        var read = Assert.IsType<RecordingOutcome.Read>(RecordingFile.Read("a.zip", zip, new() { Entry = "b.txt" }));

        Assert.Equal(RecordingCodes.ArchiveChoice, refused.Code);
        Assert.Contains("a.txt, b.txt", refused.Message, StringComparison.Ordinal);
        Assert.Equal([700, 710], read.Beats.IntervalsMs.ToArray());
        Assert.Equal(RecordingCodes.BadOption, Assert.IsType<RecordingOutcome.Refused>(RecordingFile.Read("a.zip", zip, new() { Entry = "c.txt" })).Code);
    }

    [Fact]
    public void Zip_E4Session_IsOnOneClock()
    {
        var read = Read("session.zip", SampleFiles.All["session.zip"]);

        Assert.Equal(2, read.Beats.CountBeats());
        Assert.Equal([10_000, 11_000], read.Beside.OfType<RecordingContent.Rate>().Single().Series.TimesMs);
        Assert.Equal("BVP", read.Beside.OfType<RecordingContent.Signals>().Single().Channels.Single().Label);
        Assert.Equal((5.5, "tag 1"), (read.Marks.Single().At.TotalSeconds, read.Marks.Single().Text));
    }

    private static RecordingOutcome.Read Read(string name, byte[] file) => Assert.IsType<RecordingOutcome.Read>(RecordingFile.Read(name, file));
}
