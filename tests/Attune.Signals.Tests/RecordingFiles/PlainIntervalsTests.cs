using System.Text;
using Attune.Signals.RecordingFiles;
using Attune.Signals.Simulation;

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
    [InlineData("800\n", RecordingCodes.TooFewBeats, null, "1 beat interval;")]
    [InlineData("rri\n", RecordingCodes.TooFewBeats, null, "0 beat intervals;")]
    [InlineData("0\n0\n800\n", RecordingCodes.TooFewBeats, null, "1 beat interval;")]
    [InlineData("72\n71\n75\n", RecordingCodes.UnknownUnit, null, "lie below 72")]
    [InlineData("8,9,8\n8,8,8\n", RecordingCodes.SeveralColumns, 1, "Line 1 holds several values")]
    [InlineData("event,value\n800,1\n", RecordingCodes.SeveralColumns, 1, "Line 1")]
    [InlineData("rr,rri\n800,810\n", RecordingCodes.SeveralColumns, 1, "Line 1")]
    [InlineData("147\n351\n562\n758\n937\n", RecordingCodes.SampleNumbers, null, "samples the signal has a second")]
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
        Assert.Equal(RecordingFormat.BeatTimes, Read(string.Join('\n', Enumerable.Range(800, 10))).Format);
        Assert.Equal(9, Beats(string.Join('\n', Enumerable.Range(800, 9))).Length);
    }

    [Theory]
    [InlineData("0.352\n1.036\n1.721\n2.4\n", "seconds")]
    [InlineData("352\n1036\n1721\n2400\n", "milliseconds")]
    public void Read_TimesOfBeats_BecomeTheirDifferencesAfterTheFirst(string text, string word)
    {
        var read = Read(text);

        Assert.Equal([0, 684, 685, 679], read.Beats.IntervalsMs.ToArray());
        Assert.Equal([352, 1_036, 1_721, 2_400], read.Beats.EndsMs.ToArray());
        Assert.Equal(RecordingFormat.BeatTimes, read.Format);
        Assert.Contains(read.Remarks, remark => remark.Contains("times of beats", StringComparison.Ordinal));
        Assert.Contains(read.Remarks, remark => remark.Contains(word, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_SampleNumbers_NeedTheRateAndThenAreBeats()
    {
        var read = Read("147\n351\n562\n758\n937\n", new() { SamplingRateHz = 250 });

        Assert.Equal([0, 816, 844, 784, 716], read.Beats.IntervalsMs.ToArray());
        Assert.Equal(588, read.Beats.EndsMs[0]);
        Assert.Equal(IntervalUnit.Samples, read.Unit);
    }

    [Theory]
    [InlineData("0,812\n0,795\n0,8\n")]
    [InlineData("812,0\n795,0\n800\n")]
    [InlineData("RR [s]\n0,812\n0,795\n0,800\n")]
    public void Read_DecimalComma_IsSeenWhereNothingElseFits(string text) => Assert.Equal([812, 795, 800], Beats(text));

    [Fact]
    public void Read_CommaOfTwoMeanings_ShowsBothAndTakesTheChoice()
    {
        const string text = "800,810\n790,805\n815,795\n";
        var ambiguous = Assert.IsType<RecordingOutcome.Ambiguous>(RecordingFile.Read("a.txt", Encoding.UTF8.GetBytes(text)));

        Assert.Equal(3, ambiguous.Readings.Length);
        Assert.Equal(
            [[800.81, 790.805, 815.795], [800, 790, 815], [810, 805, 795]],
            ambiguous.Readings.Select(reading => reading.Outcome.Beats.IntervalsMs.ToArray()));
        foreach (var reading in ambiguous.Readings)
            Assert.Equal(reading.Outcome.Beats.IntervalsMs.ToArray(), Read(text, reading.Options).Beats.IntervalsMs.ToArray());
    }

    [Fact]
    public void Read_DateOfTwoMeanings_ShowsBothDays()
    {
        const string text = "time,rr\n03/04/2025 11:00:01,800\n03/04/2025 11:00:02,810\n03/04/2025 11:00:03,790\n";
        var ambiguous = Assert.IsType<RecordingOutcome.Ambiguous>(RecordingFile.Read("a.csv", Encoding.UTF8.GetBytes(text)));

        Assert.Equal(["3 April 2025", "4 March 2025"], ambiguous.Readings.Select(reading => reading.Words));
        Assert.Equal([4, 3], ambiguous.Readings.Select(reading => reading.Outcome.LocalStart!.Value.Month));
        Assert.Equal(3, Read(text, new() { DateOrder = DateOrder.MonthDay }).LocalStart!.Value.Month);
        Assert.Equal(4, Read(text.Replace("03/04", "13/04", StringComparison.Ordinal)).LocalStart!.Value.Month);
    }

    [Fact]
    public void Read_ChosenUnit_IsUsed()
    {
        Assert.Equal([1_000, 500], Read("1024\n512\n", new() { Unit = IntervalUnit.Ticks1024 }).Beats.IntervalsMs.ToArray());
        Assert.Equal([3_000, 3_000], Read("3000\n3000\n", new() { Unit = IntervalUnit.Milliseconds }).Beats.IntervalsMs.ToArray());
        Assert.Equal([1_000, 500], Read("rr (1/1024 s)\n1024\n512\n").Beats.IntervalsMs.ToArray());
    }

    [Fact]
    public void Read_GivenZone_MakesTheStartAMoment()
    {
        var known = new RecordingOptions { UtcOffset = TimeSpan.FromHours(2) };
        var read = Assert.IsType<RecordingOutcome.Read>(RecordingFile.Read("2017-06-29 13-11-53.txt", "800\n790"u8, known));

        Assert.Equal(new DateTimeOffset(2017, 6, 29, 13, 11, 53, TimeSpan.FromHours(2)), read.Report.Start!.Instant);
    }

    [Fact]
    public void Read_FewBadLinesAmongMany_AreBeatsOfUnknownLength()
    {
        var lines = Enumerable.Repeat("800", 150).ToArray();
        lines[49] = "8x0";

        var read = Read(string.Join('\n', lines));

        Assert.Equal((150, 149, 1), (read.Beats.Count, read.Beats.CountBeats(), read.Report.Dropped));
        Assert.Contains(read.Report.Remarks, remark => remark.Line == 50);
        lines[50] = lines[51] = "x";
        Assert.Equal(RecordingCodes.NotANumber, Refused("a.txt", Encoding.UTF8.GetBytes(string.Join('\n', lines))).Code);
    }

    [Fact]
    public void Read_TableWithItsClock_ShowsThePauseThatTheBeatsDoNot()
    {
        var rows = Enumerable.Range(1, 60).Select(i => FormattableString.Invariant($"{(i * .8) + (i > 30 ? 60 : 0):0.0},{800}"));

        var read = Read("time,rr\n" + string.Join('\n', rows) + "\n108.9,900\n");

        var gap = Assert.Single(read.Report.Gaps);
        Assert.Equal((24.0, 60.0), (gap.Start.TotalSeconds, gap.Duration.TotalSeconds));
        Assert.Equal(61, read.Beats.CountBeats());
    }

    [Fact]
    public void Read_RawSignal_IsNotTakenForBeats()
    {
        var wave = string.Join('\n', Enumerable.Range(0, 3_000).Select(i => FormattableString.Invariant($"{500 + (100 * Math.Sin(i / 12.0)):0.00}")));

        Assert.Equal(RecordingCodes.RawSignal, Refused("a.txt", Encoding.UTF8.GetBytes(wave)).Code);
        Assert.Equal(3_000, Read(wave, new() { Unit = IntervalUnit.Milliseconds }).Beats.Count);
        var signal = Assert.IsType<RecordingContent.Signals>(Read(wave, new() { SamplingRateHz = 100 }).Content);
        Assert.Equal((100, 3_000, 500), (signal.Channels[0].RateHz, signal.Channels[0].Samples.Length, signal.Channels[0].Samples[0]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Read_HeartThatSpeedsUpSteeply_IsNoRawSignal(ulong seed)
    {
        // Kept from a failure: in windows that hold the whole rise, the rise alone is most of the variance.
        var heart = SimulatedHeart.Record(
            new HeartCourse(TimeSpan.FromMinutes(20), 70) { Rises = [new HeartRise(TimeSpan.FromMinutes(6), 115, TimeSpan.FromMinutes(4))] }, seed);

        Assert.Equal(heart.Beats.Count, Read(heart.ToPlainText()).Beats.Count);
    }

    [Fact]
    public void Read_WrittenIntervals_ComeBackToTheLastDigit() => Gen.Int[200_000, 2_400_000].Array[3, 300].Sample(micros =>
    {
        var ms = string.Join('\n', micros.Select(value => FormattableString.Invariant($"{value / 1_000m}")));
        var s = string.Join("\r\n", micros.Select(value => FormattableString.Invariant($"{value / 1_000_000m}")));
        var expected = micros.Select(value => (double)(value / 1_000m)).ToArray();
        RecordingOptions inMs = new() { Unit = IntervalUnit.Milliseconds }, inS = new() { Unit = IntervalUnit.Seconds };
        return IsRising(micros) || (Read(ms, inMs).Beats.IntervalsMs.SequenceEqual(expected) && Read(s, inS).Beats.IntervalsMs.SequenceEqual(expected));
    });

    [Theory]
    [InlineData("800.0000000000000000000", 800)]
    [InlineData("985.3333333333333333333", 985.3333333333334)]
    [InlineData("8.0e2", 800)]
    [InlineData("+800", 800)]
    [InlineData("800.", 800)]
    public void Read_NumbersOfEveryStyle_AreTheSame(string number, double ms) => Assert.Equal([ms, 790], Beats($"{number}\n790\n"));

    private static bool IsRising(int[] values) => values.Zip(values.Skip(1)).All(pair => pair.Second > pair.First);

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

    private static RecordingOutcome.Read Read(string text, RecordingOptions? options = null) =>
        Assert.IsType<RecordingOutcome.Read>(RecordingFile.Read("a.txt", Encoding.UTF8.GetBytes(text), options));

    private static double[] Beats(string text) => Read(text).Beats.IntervalsMs.ToArray();

    private static RecordingOutcome.Refused Refused(string name, byte[] content) =>
        Assert.IsType<RecordingOutcome.Refused>(RecordingFile.Read(name, content));
}
