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
        Assert.Equal(2, read.Remarks.Length);
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
}
