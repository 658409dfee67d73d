using System.Text;
using Attune.Signals.RecordingFiles;

namespace Attune.Signals.Tests.RecordingFiles;

public sealed class PlainIntervalsTests
{
    [Theory]
    [InlineData("800\n810\n790\n")]
    [InlineData("800\r\n810\r\n790\r\n\r\n")]
    [InlineData("\uFEFF800\n810\n790")]
    [InlineData("\n\n800\n\n810\n790\n   \n")]
    [InlineData("rri\n800\n810\n790\n")]
    [InlineData("\uFEFFRR intervals of Tuesday\r\n800\r\n810\r\n790\r\n")]
    [InlineData("# made by a recorder\n800\n# paused\n810\n790\n")]
    [InlineData("0.8\n0.81\n0.79\n")]
    [InlineData("8.0e2\n 810\t\n+790\n")]
    [InlineData("time,rri\n1,800\n2,810\n3,790\n")]
    [InlineData("rri;time\n800;1\n810;2\n790;3\n")]
    [InlineData(",\"R-R (ms)\"\n0,800.0\n1,810.0\n2,790.0\n")]
    public void Read_ToleratedVariants_GiveTheSameBeats(string text) => Assert.Equal([800, 810, 790], Beats(text));

    [Fact]
    public void Read_Utf16_IsRead()
    {
        byte[] content = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("800\r\n810\r\n")];

        Assert.Equal([800, 810], Assert.IsType<RecordingOutcome.Read>(RecordingFile.Read("a.txt", content)).Beats.IntervalsMs.ToArray());
    }

    [Theory]
    [InlineData("0.25\n0.25", IntervalUnit.Seconds, "seconds")]
    [InlineData("2.5\n2.5", IntervalUnit.Seconds, "seconds")]
    [InlineData("250\n250", IntervalUnit.Milliseconds, "milliseconds")]
    [InlineData("2500\n2500", IntervalUnit.Milliseconds, "milliseconds")]
    public void Read_Unit_IsGuessedByMedianAndRemarked(string text, IntervalUnit unit, string word)
    {
        var read = Read(text);

        Assert.Equal(unit, read.Unit);
        Assert.Contains(read.Remarks, remark => remark.Contains($"taken to be {word}", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_OneOutlier_DoesNotChangeTheUnit() => Assert.Equal(IntervalUnit.Milliseconds, Read("800\n810\n0.8\n790\n780").Unit);

    [Fact]
    public void Read_Seconds_BecomeExactMilliseconds() => Assert.Equal([600, 571, 1_001.5], Beats("0.6\n0.571\n1.0015"));

    [Fact]
    public void Read_HeaderAndGuesses_AreRemarked()
    {
        Assert.Contains(Read("rri\n800\n790").Remarks, remark => remark.StartsWith("Line 1 was taken for a header", StringComparison.Ordinal));
        Assert.Contains(Read("time,rri\n1,800\n2,790").Remarks, remark => remark.Contains("column 'rri'", StringComparison.Ordinal));
        Assert.Single(Read("800\n790").Remarks);
    }

    [Fact]
    public void Read_ZerosAndGaps_AreKeptAndRemarked()
    {
        var read = Read("800\n0\n60000\n790\n810\n0\n");

        Assert.Equal([800, 0, 60_000, 790, 810, 0], read.Beats.IntervalsMs.ToArray());
        Assert.Contains(read.Remarks, remark => remark.Contains("not measured): 2.", StringComparison.Ordinal));
        Assert.Contains(read.Remarks, remark => remark.Contains("longer than 5 s (gaps in the recording): 1.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2017-06-29 13-11-53.txt")]
    [InlineData("export/elitehrv 2017-06-29 13-11-53.txt")]
    [InlineData("C:\\export\\2017-06-29 13-11-53.txt")]
    public void Read_EliteHrvName_GivesTheLocalStart(string name)
    {
        var read = Assert.IsType<RecordingOutcome.Read>(RecordingFile.Read(name, "800\n790"u8));

        Assert.Equal(new DateTime(2017, 6, 29, 13, 11, 53, DateTimeKind.Unspecified), read.LocalStart);
        Assert.Equal(DateTimeKind.Unspecified, read.LocalStart!.Value.Kind);
    }

    [Fact]
    public void Read_OtherName_HasNoStart() => Assert.Null(Read("800\n790").LocalStart);

    [Theory]
    [InlineData("", RecordingCodes.Empty, null, "empty")]
    [InlineData("\uFEFF \r\n\n", RecordingCodes.Empty, null, "empty")]
    [InlineData("800\n700\ns\n890\n", RecordingCodes.NotANumber, 3, "Line 3 holds 's' where a beat interval was expected")]
    [InlineData("900\n810\n670, wat\nHello\n", RecordingCodes.NotANumber, 3, "Line 3 holds '670, wat'")]
    [InlineData("Title\nrri\n800\n810\n", RecordingCodes.NotANumber, 2, "Line 2 holds 'rri'")]
    [InlineData("800\n-810\n790\n", RecordingCodes.NegativeInterval, 2, "Line 2 holds '-810'")]
    [InlineData("0.352\n1.036\n1.721\n2.4\n", RecordingCodes.BeatTimes, null, "beat times are not read yet")]
    [InlineData("800\n", RecordingCodes.TooFewBeats, null, "1 beat interval;")]
    [InlineData("rri\n", RecordingCodes.TooFewBeats, null, "0 beat intervals;")]
    [InlineData("0\n0\n800\n", RecordingCodes.TooFewBeats, null, "1 beat interval;")]
    [InlineData("72\n71\n75\n", RecordingCodes.UnknownUnit, null, "lie below 72")]
    [InlineData("800,800\n810,810\n", RecordingCodes.SeveralColumns, 1, "Line 1 holds several values")]
    [InlineData("event,value\n800,1\n", RecordingCodes.SeveralColumns, 1, "Line 1")]
    [InlineData("rr,rri\n800,810\n", RecordingCodes.SeveralColumns, 1, "Line 1")]
    [InlineData("0,812\n0,795\n", RecordingCodes.SeveralColumns, 1, "decimal commas")]
    [InlineData("time,rri\n1,800\n2\n3,790\n", RecordingCodes.NotANumber, 3, "Line 3 holds '2'")]
    [InlineData("800\n790\n3000000000\n", RecordingCodes.TooLong, null, "31 days")]
    [InlineData("800\nNaN\n790\n", RecordingCodes.NotANumber, 2, "Line 2 holds 'NaN'")]
    public void Read_WhatCannotBeRead_IsRefusedWithItsLine(string text, string code, int? line, string words)
    {
        var refused = Refused("a.txt", Encoding.UTF8.GetBytes(text));

        Assert.Equal((code, line), (refused.Code, refused.Line));
        Assert.Contains(words, refused.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Read_RisingIntervals_AreTakenForTimesOnlyWhenTheyMustBe()
    {
        Assert.Equal([800, 810, 815], Beats("800\n810\n815"));
        Assert.Equal(RecordingCodes.BeatTimes, Refused("a.txt", Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(800, 10)))).Code);
        Assert.Equal(9, Beats(string.Join('\n', Enumerable.Range(800, 9))).Length);
    }

    [Fact]
    public void Read_Binary_IsRefused()
    {
        Assert.Equal(RecordingCodes.NotText, Refused("a.txt", [0x38, 0x30, 0x00, 0x0A]).Code);
        Assert.Equal(RecordingCodes.MacCompanion, Refused("a.txt", [0x00, 0x05, 0x16, 0x07, 0x00]).Code);
        Assert.Equal(RecordingCodes.MacCompanion, Refused("folder/._a.txt", [0x01, 0x00]).Code);
    }

    [Fact]
    public void Read_SixteenMebibytes_AreReadAndOneByteMoreIsNot()
    {
        var content = new byte[RecordingFile.LargestBytes + 1];
        content.AsSpan().Fill((byte)'\n');
        "800\n790\n"u8.CopyTo(content);

        Assert.IsType<RecordingOutcome.Read>(RecordingFile.Read("a.txt", content.AsSpan(..^1)));
        Assert.Equal(RecordingCodes.TooLarge, Refused("a.txt", content).Code);
    }

    [Fact]
    public void Read_AnyBytes_AnswersWithAnOutcome() =>
        Gen.OneOf<byte>(Gen.Byte, Gen.OneOf("0123456789.,;-\n\r#[]eE "u8.ToArray())).Array[0, 200].Sample(content =>
            Assert.NotNull(RecordingFile.Read("a.txt", content)));

    private static RecordingOutcome.Read Read(string text) =>
        Assert.IsType<RecordingOutcome.Read>(RecordingFile.Read("a.txt", Encoding.UTF8.GetBytes(text)));

    private static double[] Beats(string text) => Read(text).Beats.IntervalsMs.ToArray();

    private static RecordingOutcome.Refused Refused(string name, byte[] content) =>
        Assert.IsType<RecordingOutcome.Refused>(RecordingFile.Read(name, content));
}
