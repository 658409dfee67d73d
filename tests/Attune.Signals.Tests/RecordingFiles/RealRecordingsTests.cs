using Attune.Signals.RecordingFiles;

namespace Attune.Signals.Tests.RecordingFiles;

public sealed class RealRecordingsTests
{
    [Theory]
    [InlineData("hrv_rest_rri.txt", 963.4)]
    [InlineData("elitehrv 2017-06-29 13-11-53.txt", 3_089.5)]
    [InlineData("hrv_exercise_rri.hrm", 2_561.8)]
    public void Read_RealRecording_LastsAsLongAsTheReferenceSays(string file, double seconds)
    {
        var read = Assert.IsType<RecordingOutcome.Read>(RecordingFile.Read(file, ReferenceData.Bytes("rr", file)));

        Assert.Equal(seconds, read.Beats.Duration.TotalSeconds, 0.051);
    }

    [Fact]
    public void Read_RealPolarFile_GivesItsStart()
    {
        var read = Assert.IsType<RecordingOutcome.Read>(
            RecordingFile.Read("hrv_exercise_rri.hrm", ReferenceData.Bytes("rr", "hrv_exercise_rri.hrm")));

        Assert.Equal(new DateTime(2008, 2, 8, 8, 50, 31, DateTimeKind.Unspecified), read.LocalStart);
        Assert.Single(read.Remarks);
    }

    [Theory]
    [InlineData("rri_1.csv")]
    [InlineData("rri_header.csv")]
    [InlineData("rri_multiple_columns.csv")]
    [InlineData("rri_multiple_columns_datetime.csv")]
    [InlineData("rri_semicolon.csv")]
    public void Read_ValidTables_GiveTheirFourBeats(string file) => Assert.Equal(
        [790, 815, 800, 795],
        Assert.IsType<RecordingOutcome.Read>(RecordingFile.Read(file, ReferenceData.Bytes("rr", "parser-edge", file))).Beats.IntervalsMs.ToArray());

    [Theory]
    [InlineData("test_file_1.txt", RecordingFormat.PlainIntervals)]
    [InlineData("test_file_2.hrm", RecordingFormat.PolarHrm)]
    public void Read_ValidFiles_GiveTheirFourBeats(string file, RecordingFormat format)
    {
        var read = Assert.IsType<RecordingOutcome.Read>(RecordingFile.Read(file, ReferenceData.Bytes("rr", "parser-edge", file)));

        Assert.Equal([800, 810, 815, 750], read.Beats.IntervalsMs.ToArray());
        Assert.Equal(format, read.Format);
    }

    [Theory]
    [InlineData("parser-edge/empty.txt", RecordingCodes.Empty, null)]
    [InlineData("parser-edge/test_file_2.txt", RecordingCodes.SeveralColumns, 1)]
    [InlineData("parser-edge/test_file_3.txt", RecordingCodes.NotANumber, 3)]
    [InlineData("parser-edge/test_file_mistake_1.txt", RecordingCodes.NotANumber, 3)]
    [InlineData("parser-edge/test_file_mistake_2.hrm", RecordingCodes.PolarWithoutBeats, 66)]
    [InlineData("elitehrv ._2017-06-29 13-11-53.txt", RecordingCodes.MacCompanion, null)]
    [InlineData("selfloops_20170808002e.txt", RecordingCodes.NotANumber, 2)]
    [InlineData("pyhrv_SampleNNISeriesLong.npy", RecordingCodes.NotText, null)]
    public void Read_DamagedOrForeignFiles_AreRefused(string file, string code, int? line)
    {
        var refused = Assert.IsType<RecordingOutcome.Refused>(
            RecordingFile.Read(file, ReferenceData.Bytes(["rr", .. file.Split('/')])));

        Assert.Equal((code, line), (refused.Code, refused.Line));
    }
}
