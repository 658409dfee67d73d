using Attune.Signals.RecordingFiles;

namespace Attune.Signals.Tests.RecordingFiles;

/// <summary>The text files of the apps: beats, clock and start as each of them writes them.</summary>
public sealed class AppTablesTests
{
    [Fact]
    public void SelfLoops_NegativeFirstTimeAndPause_AreOnTheBeatsClock()
    {
        var read = Read("selfloops.txt", RecordingFormat.SelfLoops);

        // Beats end at 246, 851, 1440 and 9000 ms, so the first began at -370.
        Assert.Equal([616, 605, 589, 0, 600], read.Beats.IntervalsMs.ToArray());
        Assert.Equal(9_370, read.Beats.EndsMs[^1]);
        Assert.Equal(new DateTime(2017, 8, 8, 18, 51, 1, DateTimeKind.Unspecified), read.LocalStart);
    }

    [Fact]
    public void HrvLogger_BothDialects_KnowTheirMoment()
    {
        var (ios, android) = (Read("logger-ios.csv", RecordingFormat.HrvLogger), Read("logger-android.csv", RecordingFormat.HrvLogger));

        Assert.Equal([966, 950, 940], ios.Beats.IntervalsMs.ToArray());
        Assert.Equal([800, 810, 790], android.Beats.IntervalsMs.ToArray());
        Assert.Equal(TimeSpan.Zero, ios.Report.Start!.UtcOffset);
        Assert.InRange(ios.Report.Start.Instant!.Value, At("2025-03-15T11:02:59Z"), At("2025-03-15T11:03:01Z"));
        Assert.InRange(android.Report.Start!.Instant!.Value, At("2025-03-15T11:02:58Z"), At("2025-03-15T11:03:00Z"));
    }

    [Fact]
    public void HrvLogger_EventsAlone_AreMarksAndNoBeats()
    {
        var read = Read("logger-events.csv", RecordingFormat.HrvLogger);

        Assert.Empty(Assert.IsType<RecordingContent.Signals>(read.Content).Channels);
        Assert.Equal([(0.0, "start of rest"), (60.0, "end")], read.Marks.Select(mark => (mark.At.TotalSeconds, mark.Text)));
        Assert.Equal(At("2025-03-15T11:03:00.5Z"), read.Report.Start!.Instant);
    }

    [Fact]
    public void WithMarksOf_EventsOfTheSameRecording_AreOnTheBeatsTime()
    {
        var beats = Read("logger-android.csv", RecordingFormat.HrvLogger);

        var both = beats.WithMarksOf(Read("logger-events.csv", RecordingFormat.HrvLogger));

        var expected = (At("2025-03-15T11:03:00.5Z") - beats.Report.Start!.Instant!.Value).TotalSeconds;
        Assert.Equal([expected, expected + 60], both.Marks.Select(mark => mark.At.TotalSeconds));
        Assert.Equal(beats.Remarks, both.Remarks);
    }

    [Fact]
    public void WithMarksOf_FilesWithoutACommonMoment_SaySoAndCompareLengths()
    {
        var both = Read("HR-2025_01_25-16_42_59.csv", RecordingFormat.Movesense).WithMarksOf(Read("Annotations-2025_01_25-16_42_59.csv", RecordingFormat.Movesense));

        Assert.Equal([0, 121, 221, 321], both.Marks.Select(mark => mark.At.TotalSeconds));
        Assert.Contains(both.Remarks, remark => remark.Contains("begun together", StringComparison.Ordinal));
        Assert.Contains(both.Remarks, remark => remark.Contains("lasted 321.0 s, its beats last 2.4 s", StringComparison.Ordinal));
        Assert.Equal(321, both.Report.WallTime!.Value.TotalSeconds);
    }

    [Fact]
    public void PolarSensorLogger_EveryKind_IsReadAsWhatItIs()
    {
        Assert.Equal([800, 810, 790], Read("psl_RR.txt", RecordingFormat.PolarSensorLogger).Beats.IntervalsMs.ToArray());
        var pulse = Read("psl_PPI.txt", RecordingFormat.PolarSensorLogger);
        Assert.Equal([800, 810], pulse.Beats.IntervalsMs.ToArray());
        Assert.Equal(1, pulse.Report.Dropped);
        Assert.Equal([72, 73], Assert.IsType<RecordingContent.Rate>(Read("psl_HR.txt", RecordingFormat.PolarSensorLogger).Content).Series.RatesBpm);
        var ecg = Assert.IsType<RecordingContent.Signals>(Read("psl_ECG.txt", RecordingFormat.PolarSensorLogger).Content).Channels[0];
        Assert.Equal(("uV", 40), (ecg.Unit, ecg.Samples.Length));
        Assert.Equal(125, ecg.RateHz, 1e-3);
    }

    [Fact]
    public void Movesense_EveryKind_IsReadAndPausesAreWarnedOf()
    {
        var beats = Read("HR-2025_01_25-16_42_59.csv", RecordingFormat.Movesense);

        Assert.Equal([800, 808, 816], beats.Beats.IntervalsMs.ToArray());
        Assert.Equal(new DateTime(2025, 1, 25, 16, 42, 59, DateTimeKind.Unspecified), beats.LocalStart);
        Assert.Contains(beats.Remarks, remark => remark.Contains("a pause leaves no mark", StringComparison.Ordinal));
        var notes = Read("Annotations-2025_01_25-16_42_59.csv", RecordingFormat.Movesense);
        Assert.Equal(321, notes.Report.WallTime!.Value.TotalSeconds);
        Assert.Contains(notes.Remarks, remark => remark.Contains("321.0 s, 100.0 s of it paused", StringComparison.Ordinal));
        Assert.Equal(200, Assert.IsType<RecordingContent.Signals>(Read("ECG-2025_01_25-16_42_59.csv", RecordingFormat.Movesense).Content).Channels[0].RateHz, .01);
    }

    [Fact]
    public void OpenHrv_MixedEvents_GiveBeatsAndSayWhatIsLacking()
    {
        var read = Read("openhrv.csv", RecordingFormat.OpenHrv);

        Assert.Equal([800, 810, 790], read.Beats.IntervalsMs.ToArray());
        Assert.Contains(read.Remarks, remark => remark.Contains("only the last beat", StringComparison.Ordinal));
    }

    [Fact]
    public void VnsAnalyse_TwoSections_GiveTheRawOneWithItsNotes()
    {
        var read = Read("VNS - 0001 - 15.03.2025 09.07 Langzeit, 1h 46min.txt", RecordingFormat.VnsAnalyse);

        Assert.Equal([807, 838, 851], read.Beats.IntervalsMs.ToArray());
        Assert.Equal("Start Ruhe", Assert.Single(read.Marks).Text);
        Assert.Equal(new DateTime(2025, 3, 15, 9, 7, 0, DateTimeKind.Unspecified), read.LocalStart);
    }

    [Fact]
    public void Kubios_Report_HasItsListOfBeats() => Assert.Equal([800, 810, 790], Read("kubios.txt", RecordingFormat.KubiosReport).Beats.IntervalsMs.ToArray());

    [Fact]
    public void Empatica_Beats_EndAtTheirTimeAndGapsShow()
    {
        var read = Read("IBI.csv", RecordingFormat.EmpaticaE4);

        Assert.Equal([0, 800, 812.5, 0, 750], read.Beats.IntervalsMs.ToArray());
        Assert.Equal([9_700, 10_500, 11_312.5, 19_250, 20_000], read.Beats.EndsMs.ToArray());
        Assert.Equal(At("2023-04-05T09:23:40Z"), read.Report.Start!.Instant);
    }

    [Fact]
    public void Empatica_Rates_AreMarkedAsSmoothedByTheDevice()
    {
        var read = Read("HR.csv", RecordingFormat.EmpaticaE4);

        Assert.Contains("10 s", Assert.IsType<RecordingContent.Rate>(read.Content).Series.Smoothing, StringComparison.Ordinal);
        Assert.Contains(read.Remarks, remark => remark.Contains("smoothed, not beats", StringComparison.Ordinal));
        Assert.Empty(read.Beats.IntervalsMs.ToArray());
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static RecordingOutcome.Read Read(string name, RecordingFormat format)
    {
        var read = Assert.IsType<RecordingOutcome.Read>(RecordingFile.Read(name, SampleFiles.All[name]));
        Assert.Equal(format, read.Format);
        return read;
    }
}
