using System.Text;
using Attune.Signals.RecordingFiles;
using Attune.Signals.RecordingFiles.Binary;

namespace Attune.Signals.Tests.RecordingFiles;

public sealed class BinaryFilesTests
{
    private static readonly DateTimeOffset FitStart = DateTimeOffset.UnixEpoch.AddSeconds(631_065_600L + SampleFiles.FitTime);

    [Fact]
    public void Fit_BeatsRatesTimesAndTimer_AreRead()
    {
        var read = Read("run.fit", SampleFiles.All["run.fit"]);

        Assert.Equal([650, 660, 655], read.Beats.IntervalsMs.ToArray().Where(ms => ms > 0));
        var rates = Assert.IsType<RecordingContent.Rate>(Assert.Single(read.Beside)).Series;
        Assert.Equal([90, 91, 92], rates.RatesBpm);
        Assert.Equal([0, 1_000, 2_000], rates.TimesMs.Select(ms => ms - rates.TimesMs[0]));
        Assert.Equal(FitStart, read.Report.Start!.Instant!.Value.AddMilliseconds(rates.TimesMs[0]));
        Assert.Equal("timer stopped", Assert.Single(read.Marks).Text);
    }

    [Fact]
    public void Fit_PackedEvents_AreTimesOfBeats()
    {
        var read = Read("events.fit", SampleFiles.All["events.fit"]);

        Assert.Equal(4, read.Beats.Count);
        Assert.All(read.Beats.IntervalsMs.ToArray(), ms => Assert.Equal(819 * 1_000 / 1_024.0, ms, 1e-6));
        Assert.Equal(IntervalUnit.Ticks1024, read.Unit);
    }

    [Fact]
    public void Fit_ChainedAndBrokenParts_AreReadAsFarAsTheyGo()
    {
        var whole = SampleFiles.All["run.fit"];
        var rates = (byte[] file) => (Read("a.fit", file).Beside.OfType<RecordingContent.Rate>().Single().Series.RatesBpm.Length, Read("a.fit", file).Report.WasCut);
        byte[] wrongSum = [.. whole[..^2], (byte)~whole[^2], whole[^1]];

        Assert.Equal((3, false), rates(whole));
        Assert.Equal((3, true), rates([.. whole, 1, 2, 3]));
        Assert.Equal((3, true), rates(whole[..^3]));
        Assert.Contains(Read("a.fit", wrongSum).Report.Remarks, remark => remark.Byte == whole.Length - 2 && remark.Text.Contains("checksum", StringComparison.Ordinal));
    }

    [Fact]
    public void Fit_WrittenRates_ComeBack() => Gen.Select(Gen.Int[1, 254].Array[2, 300], Gen.Bool).Sample((rates, bigEndian) =>
    {
        var writer = new FitFileWriter().Define(0, 20, bigEndian, null, (253, 4, 0x86), (3, 1, 2));
        for (var i = 0; i < rates.Length; i++)
        {
            var time = FitFileWriter.U32(SampleFiles.FitTime + (uint)i);
            writer.Data(0, [.. bigEndian ? time.Reverse() : time, (byte)rates[i]]);
        }

        var series = Assert.IsType<RecordingContent.Rate>(Read("a.fit", writer.ToFile(bigEndian ? (byte)12 : (byte)14)).Content).Series;
        return series.RatesBpm.SequenceEqual(rates.Select(rate => (double)rate)) && series.TimesMs.SequenceEqual(rates.Select((_, i) => i * 1_000.0));
    });

    [Fact]
    public void Edf_MixedRatesUnitsAndNotes_AreRead()
    {
        var read = Read("night.edf", SampleFiles.All["night.edf"]);

        var channels = Assert.IsType<RecordingContent.Signals>(read.Content).Channels;
        Assert.Equal([("ECG", "mV", 250.0, 750), ("RESP", "L/s", 25.0, 75)], channels.Select(channel => (channel.Label, channel.Unit, channel.RateHz, channel.Samples.Length)));
        Assert.Equal(-5 + ((1_000 + 32_768) * 10 / 65_535.0), channels[0].Samples[250], 1e-12);
        var note = Assert.Single(read.Marks);
        Assert.Equal((.5, .25, "note \u00B5"), (note.At.TotalSeconds, note.Duration!.Value.TotalSeconds, note.Text));
        Assert.Equal(new DateTime(1985, 9, 16, 20, 5, 59, DateTimeKind.Unspecified), read.LocalStart);
    }

    [Fact]
    public void Edf_Interrupted_IsInPiecesWithItsGap()
    {
        var file = new EdfFileWriter { Reserved = "EDF+D", Lists = ["+0.25\x14\x14", "+1.25\x14\x14", "+60.25\x14\x14"] }.Signal("ECG", "mV", -5, 5, 100, (_, i) => (short)i).ToFile();

        var read = Read("a.edf", file);

        Assert.Equal([new(TimeSpan.Zero, 0, 200), new(TimeSpan.FromSeconds(60), 200, 100)], Assert.IsType<RecordingContent.Signals>(read.Content).Channels[0].Pieces);
        Assert.Equal((2.0, 60.0), (read.Report.Gaps[0].Start.TotalSeconds, read.Report.Gaps[0].End.TotalSeconds));
        Assert.Equal(250, read.LocalStart!.Value.Millisecond);
        Assert.Equal(3 / 61.0, read.Report.Coverage, 1e-9);
    }

    [Fact]
    public void Edf_PatientsName_IsNeverInWhatIsSaid()
    {
        var file = new EdfFileWriter { Patient = "MCH-0234567 F 02-MAY-1951 Haagse_Harry", Lists = ["+0\x14\x14"] }.Signal("ECG", "mV", -5, 5, 100, (_, i) => (short)i).ToFile();

        var read = Read("a.edf", file);

        Assert.Contains(read.Remarks, remark => remark.Contains("names a patient", StringComparison.Ordinal));
        Assert.DoesNotContain(read.Remarks, remark => remark.Contains("Haagse", StringComparison.Ordinal) || remark.Contains("0234567", StringComparison.Ordinal));
    }

    [Fact]
    public void Edf_CutInARecord_KeepsTheWholeOnes()
    {
        var whole = SampleFiles.All["night.edf"];

        var read = Read("a.edf", whole[..^10]);

        Assert.True(read.Report.WasCut);
        Assert.Equal(500, Assert.IsType<RecordingContent.Signals>(read.Content).Channels[0].Samples.Length);
        Assert.Contains(read.Report.Remarks, remark => remark.Byte == whole.Length - 10);
    }

    [Fact]
    public void NumPy_EveryType_GivesTheSameBeats()
    {
        foreach (var (type, bytes) in ((string, Func<double, byte[]>)[])
            [("<i8", v => BitConverter.GetBytes((long)v)), ("<i4", v => BitConverter.GetBytes((int)v)), ("<u2", v => BitConverter.GetBytes((ushort)v)),
             (">i4", v => [.. BitConverter.GetBytes((int)v).Reverse()]), ("<f4", v => BitConverter.GetBytes((float)v)), (">f8", v => [.. BitConverter.GetBytes(v).Reverse()])])
        {
            var file = SampleFiles.NumPy(type, "(3,)", [.. new[] { 800.0, 810, 790 }.SelectMany(bytes)]);
            Assert.Equal([800, 810, 790], Read("a.npy", file).Beats.IntervalsMs.ToArray());
        }

        Assert.Equal([800, 810, 790], Read("reals.npy", SampleFiles.All["reals.npy"]).Beats.IntervalsMs.ToArray());
    }

    [Theory]
    [InlineData("<i8", "(2, 2)", RecordingCodes.OtherFormat)]
    [InlineData("|O", "(4,)", RecordingCodes.OtherFormat)]
    [InlineData("<i8", "()", RecordingCodes.OtherFormat)]
    [InlineData("", "(4,)", RecordingCodes.Damaged)]
    public void NumPy_OtherArrays_AreRefused(string type, string shape, string code) =>
        Assert.Equal(code, Assert.IsType<RecordingOutcome.Refused>(RecordingFile.Read("a.npy", SampleFiles.NumPy(type, shape, new byte[32]))).Code);

    [Theory]
    [InlineData(new byte[] { 0x00, 72 }, 72, SkinContact.NotSupported, null, new int[0])]
    [InlineData(new byte[] { 0x01, 0x2C, 0x01 }, 300, SkinContact.NotSupported, null, new int[0])]
    [InlineData(new byte[] { 0x04, 72 }, 72, SkinContact.Lost, null, new int[0])]
    [InlineData(new byte[] { 0x06, 72 }, 72, SkinContact.Seen, null, new int[0])]
    [InlineData(new byte[] { 0x02, 72 }, 72, SkinContact.NotSupported, null, new int[0])]
    [InlineData(new byte[] { 0x08, 72, 0x10, 0x27 }, 72, SkinContact.NotSupported, 10_000, new int[0])]
    [InlineData(new byte[] { 0x10, 0, 0x00, 0x04, 0x00, 0x02 }, null, SkinContact.NotSupported, null, new[] { 1_024, 512 })]
    [InlineData(new byte[] { 0x1F, 72, 0, 0x10, 0x27, 0x34, 0x03 }, 72, SkinContact.Seen, 10_000, new[] { 820 })]
    public void Bluetooth_EveryFlag_IsHeeded(byte[] value, int? rate, SkinContact contact, int? energy, int[] ticks)
    {
        Assert.True(HeartRateMeasurement.TryParse(value, out var measurement));

        Assert.Equal((rate, contact, energy), (measurement!.RateBpm, measurement.Contact, measurement.EnergyKilojoules));
        Assert.Equal(ticks, measurement.Ticks.Select(tick => (int)tick));
        Assert.Equal(ticks.Select(tick => tick * 1_000 / 1_024.0), measurement.IntervalsMs);
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0x00 })]
    [InlineData(new byte[] { 0x01, 72 })]
    [InlineData(new byte[] { 0x08, 72, 1 })]
    [InlineData(new byte[] { 0x10, 72, 1 })]
    public void Bluetooth_BytesThatEndTooSoon_AreNoMeasurement(byte[] value) => Assert.False(HeartRateMeasurement.TryParse(value, out _));

    [Fact]
    public void Bluetooth_Notifications_BecomeBeatsOnAClockWithTheirPause()
    {
        var start = new DateTimeOffset(2025, 3, 15, 11, 0, 0, TimeSpan.Zero);
        var received = Enumerable.Range(0, 60).Select(i => new ReceivedMeasurement(start.AddSeconds(i + (i >= 30 ? 90 : 0)), new byte[] { 0x10, 60, 0x00, 0x04 })).ToList();
        received.Insert(7, new(start.AddSeconds(7), new byte[] { 0x10, 60, 1 }));

        var read = Assert.IsType<RecordingOutcome.Read>(BluetoothReader.Read(received));

        Assert.Equal((60, 1), (read.Beats.CountBeats(), read.Report.Dropped));
        Assert.Equal(90, Assert.Single(read.Report.Gaps).Duration.TotalSeconds, 1e-6);
        Assert.Equal(start.AddSeconds(-1), read.Report.Start!.Instant);
    }

    [Theory]
    [InlineData("MATLAB 5.0 MAT-file", "MATLAB")]
    [InlineData("%PDF-1.7", "PDF")]
    [InlineData("{\"a\":1}", "JSON")]
    [InlineData("<gpx></gpx>", "XML")]
    [InlineData("Obj\x01", "Avro")]
    public void Read_KnownFormatsThatAreNotRead_AreNamed(string head, string name)
    {
        var refused = Assert.IsType<RecordingOutcome.Refused>(RecordingFile.Read("a", Encoding.Latin1.GetBytes(head)));

        Assert.Equal(RecordingCodes.OtherFormat, refused.Code);
        Assert.Contains(name, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Bdf_IsNamed() => Assert.Contains(
        "BDF", Assert.IsType<RecordingOutcome.Refused>(RecordingFile.Read("a.bdf", [0xFF, .. "BIOSEMI   "u8])).Message, StringComparison.Ordinal);

    private static RecordingOutcome.Read Read(string name, byte[] file) => Assert.IsType<RecordingOutcome.Read>(RecordingFile.Read(name, file));
}
