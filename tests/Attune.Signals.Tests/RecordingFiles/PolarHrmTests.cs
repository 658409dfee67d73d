using System.Text;
using Attune.Signals.RecordingFiles;

namespace Attune.Signals.Tests.RecordingFiles;

public sealed class PolarHrmTests
{
    private const string Params = "[Params]\r\nVersion=106\r\nSMode=000000000\r\nDate=20250315\r\nStartTime=09:28:17.5\r\n";

    [Fact]
    public void Read_BeatIntervals_GivesBeatsAndStart()
    {
        var read = Assert.IsType<RecordingOutcome.Read>(Read(Params + "Interval=238\r\n\r\n[Note]\r\nquiet\r\n[HRData]\r\n800\r\n810\r\n815\r\n"));

        Assert.Equal([800, 810, 815], read.Beats.IntervalsMs.ToArray());
        Assert.Equal((RecordingFormat.PolarHrm, IntervalUnit.Milliseconds), (read.Format, read.Unit));
        Assert.Equal(new DateTime(2025, 3, 15, 9, 28, 17, 500, DateTimeKind.Unspecified), read.LocalStart);
        Assert.Equal(2, read.Remarks.Length);
    }

    [Fact]
    public void Read_RatesAtAStep_AreARateSeries()
    {
        var read = Assert.IsType<RecordingOutcome.Read>(Read(Params + "Interval=5\n[HRData]\n72\t0\n0\t0\n74\t0\n"));

        var rates = Assert.IsType<RecordingContent.Rate>(read.Content).Series;
        Assert.Equal([72, double.NaN, 74], rates.RatesBpm);
        Assert.Equal([0, 5_000, 10_000], rates.TimesMs);
        Assert.Empty(read.Beats.IntervalsMs.ToArray());
    }

    [Theory]
    [InlineData("Date=20251315\nStartTime=09:28:17.0\n")]
    [InlineData("Date=20250315\nStartTime=25:00:00.0\n")]
    [InlineData("")]
    public void Read_NoUsableStart_SaysSo(string start)
    {
        var read = Assert.IsType<RecordingOutcome.Read>(Read($"[Params]\nVersion=106\n{start}Interval=238\n[HRData]\n800\n810\n"));

        Assert.Null(read.LocalStart);
        Assert.Contains(read.Remarks, remark => remark.Contains("start", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_LengthBeyondItsBeats_IsRemarked()
    {
        const string length = "Interval=238\nLength=00:11:01.9\n[HRData]\n";

        var shortOne = Assert.IsType<RecordingOutcome.Read>(Read(Params + length + "800\n810\n"));
        var whole = Assert.IsType<RecordingOutcome.Read>(Read(Params + length + string.Join('\n', Enumerable.Repeat("1000", 660))));

        Assert.Contains(shortOne.Remarks, remark => remark.Contains("lasts 661.9 s, its beats last 1.6 s", StringComparison.Ordinal));
        Assert.DoesNotContain(whole.Remarks, remark => remark.Contains("it lasts", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Params + "Interval=204\n[HRData]\n72\t0\n73\t0\n", RecordingCodes.PolarNotIntervals, 6, "Interval=204")]
    [InlineData(Params + "Interval=238\n[HRData]\n", RecordingCodes.PolarWithoutBeats, 7, "missing or empty")]
    [InlineData(Params + "Interval=238\n", RecordingCodes.PolarWithoutBeats, null, "missing or empty")]
    [InlineData(Params + "[HRData]\n800\n810\n", RecordingCodes.PolarDamaged, null, "Interval")]
    [InlineData("[Params]\nInterval=238\n[HRData]\n800\n810\n", RecordingCodes.PolarDamaged, null, "Version")]
    [InlineData("[HRData]\n800\n810\n", RecordingCodes.PolarDamaged, null, "Version")]
    [InlineData(Params + "Interval=238\n[HRData]\n800\nx\n", RecordingCodes.NotANumber, 9, "Line 9 holds 'x'")]
    [InlineData(Params + "Interval=238\n[HRData]\n800\t90\n", RecordingCodes.SeveralColumns, 8, "Line 8")]
    [InlineData(Params + "Interval=238\n[HRData]\n800\n-8\n", RecordingCodes.NegativeInterval, 9, "-8")]
    [InlineData(Params + "Interval=238\n[HRData]\n800\n", RecordingCodes.TooFewBeats, null, "1 beat interval;")]
    public void Read_WhatCannotBeRead_IsRefusedWithItsLine(string text, string code, int? line, string words)
    {
        var refused = Assert.IsType<RecordingOutcome.Refused>(Read(text));

        Assert.Equal((code, line), (refused.Code, refused.Line));
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    private static RecordingOutcome Read(string text) => RecordingFile.Read("a.hrm", Encoding.UTF8.GetBytes(text));
}
