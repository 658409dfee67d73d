using System.Text;
using Attune.Method.Cases;
using Attune.Practice.Couples;
using Attune.Practice.Holding;
using Attune.Practice.Tests.Fixtures;
using Attune.Signals.Arousal.Live;
using Attune.Signals.Beats;
using Attune.Signals.Simulation;

namespace Attune.Practice.Tests.Holding;

public sealed class RecordingReadingTests
{
    private static readonly RecordingId Id = new(new Guid("0192f0aa-0000-7000-8000-0000000000bb"));

    [Fact]
    public void Decide_SessionNotHeld_IsRefused()
    {
        var (decision, chunk) = Decide(Told.Begun(), "heart.txt", "800\n810\n");

        Assert.Equal([("PLN002", null)], decision.Why.Select(why => (why.Code, why.Field)));
        Assert.Empty(chunk);
    }

    [Theory]
    [InlineData("")]
    [InlineData("this is a letter\nand no recording\n")]
    public void Decide_NoRecording_IsRefusedAtTheField(string content)
    {
        var (decision, _) = Decide(Told.Held(), "heart.txt", content);

        var why = Assert.Single(decision.Why);
        Assert.Equal("Recording", why.Field);
        Assert.Contains("heart.txt", why.Message, StringComparison.Ordinal);
        Assert.Empty(decision.Events);
    }

    [Fact]
    public void Decide_OneRise_IsOneEpisodeUnderTheTherapistsKey()
    {
        var heart = SimulatedHeart.Record(
            new HeartCourse(TimeSpan.FromMinutes(20), 70) { Rises = [new HeartRise(TimeSpan.FromMinutes(6), 115, TimeSpan.FromMinutes(4))] }, 7);

        var (decision, chunk) = Decide(Told.Held(), "heart.txt", heart.ToPlainText());

        Assert.Empty(decision.Why);
        Assert.All(decision.Events, happened => Assert.Equal(Subject.Therapist, happened.Subject));
        var added = Assert.IsType<RecordingAdded>(decision.Events[0]);
        var noted = Assert.IsType<ArousalNoted>(decision.Events[1]);
        Assert.Equal((heart.Beats.Count, Id, 2), (added.Beats, noted.Recording, decision.Events.Length));
        var episode = Assert.Single(noted.Episodes);
        Assert.InRange(episode.Start.TotalMinutes, 6, 9);
        Assert.InRange(episode.End.TotalMinutes, 11, 16);
        Assert.Equal(heart.Beats.IntervalsMs.ToArray(), BeatChunk.Read(chunk).IntervalsMs.ToArray());
    }

    [Fact]
    public void BeatChunk_AnyIntervals_ComeBackWithinItsUnit() => Gen.Double[250, 2_900].Array[1, 60].Sample(intervals =>
    {
        var back = BeatChunk.Read(BeatChunk.Write(BeatSeries.FromIntervals(intervals))).IntervalsMs.ToArray();
        return back.Length == intervals.Length && back.Zip(intervals).All(pair => Math.Abs(pair.First - pair.Second) <= 1 / 64.0);
    });

    [Fact]
    public void BeatChunk_Gaps_ComeBackWithTheirLength()
    {
        var day = 24 * 3_600_000.0;
        var beats = BeatSeries.FromIntervalsAndGaps([800, 810, 0, 790], [1_500, 0, 0, day]);

        var back = BeatChunk.Read(BeatChunk.Write(beats));

        Assert.Equal(beats.IntervalsMs.ToArray(), back.IntervalsMs.ToArray());
        Assert.Equal(beats.EndsMs.ToArray(), back.EndsMs.ToArray());
    }

    [Fact]
    public void BeatChunk_TicksOfAStrap_ComeBackToTheBitAndReadTheSameAsPlainText()
    {
        var heard = new HeardSeries();
        for (var i = 0; i < 2_000; i++)
            heard.Add(10_000 + heard.EndMs + (i == 900 ? 25_000.4 : 0) + (i % 7 * 90), 700 + (i * 37 % 300));
        var beats = heard.ToSeries();

        var back = BeatChunk.Read(BeatChunk.WriteTicks(beats));

        Assert.Equal(beats.IntervalsMs.ToArray(), back.IntervalsMs.ToArray());
        Assert.Equal(beats.EndsMs.ToArray(), back.EndsMs.ToArray());
        Assert.Equal(1, Enumerable.Range(0, back.Count).Count(back.IsGap));
        var plain = Assert.IsType<Signals.RecordingFiles.RecordingOutcome.Read>(Signals.RecordingFiles.RecordingFile.Read("beats.txt", Encoding.ASCII.GetBytes(BeatChunk.ToPlainText(back))));
        Assert.Equal(beats.EndsMs.ToArray(), plain.Beats.EndsMs.ToArray());
    }

    [Theory]
    [InlineData("HR.csv", "1680686630.0\n1.0\n90\n91\n", "HLD002", "no single beats")]
    [InlineData("a.txt", "800,800\n810,810\n815,815\n", "HLD001", "decimal comma")]
    [InlineData("BVP.csv", "1680686630.0\n64.0\n1.5\n-2.5\n", "HLD003", "raw signals")]
    public void Decide_NotBeatsAlone_IsRefusedWithWhatToDo(string name, string content, string code, string words)
    {
        var why = Assert.Single(Decide(Told.Held(), name, content).Decision.Why);

        Assert.Equal((code, "Recording"), (why.Code, why.Field));
        Assert.Contains(words, why.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 4 })]
    [InlineData(new byte[] { 1, 0, 0 })]
    public void BeatChunk_UnknownForm_IsNotRead(byte[] bytes) => Assert.Throws<FormatException>(() => BeatChunk.Read(bytes));

    /// <summary>What was looked at is what is kept: the same finding, by the same rule.</summary>
    [Fact]
    public void Preview_OneRise_IsWhatWouldBeNoted()
    {
        var heart = SimulatedHeart.Record(
            new HeartCourse(TimeSpan.FromMinutes(20), 70) { Rises = [new HeartRise(TimeSpan.FromMinutes(6), 115, TimeSpan.FromMinutes(4))] }, 7);

        var seen = Preview(Told.Held(), "heart.txt", heart.ToPlainText());

        Assert.Empty(seen.Why);
        Assert.Null(seen.Preview!.Question);
        var reading = Assert.Single(seen.Preview.Readings);
        var noted = (ArousalNoted)Decide(Told.Held(), "heart.txt", heart.ToPlainText()).Decision.Events[1];
        Assert.Equal(noted.Episodes, reading.Arousal.Episodes);
        Assert.Equal((noted.Algorithm, noted.Coverage, noted.Judgeable), (reading.Arousal.Algorithm, reading.Arousal.Coverage, reading.Arousal.Judgeable));
        Assert.Equal(("PlainIntervals", "Milliseconds", heart.Beats.Count), (reading.Format, reading.Unit, reading.Beats));
        Assert.Equal(PreviewedReading.Parts, reading.Rates.Length);
        Assert.InRange(reading.Rates.Max()!.Value, 108, 122);
        Assert.InRange(reading.Rates[5]!.Value, 62, 78);
    }

    [Fact]
    public void Ambiguous_EachReading_IsShownAndCanBeChosen()
    {
        var content = string.Concat(Enumerable.Repeat("800,800\n810,810\n815,815\n", 5));

        var seen = Preview(Told.Held(), "a.txt", content).Preview!;

        Assert.NotNull(seen.Question);
        Assert.Equal(3, seen.Readings.Length);
        for (var i = 0; i < seen.Readings.Length; i++)
        {
            var (decision, _) = RecordingReading.Decide(
                Told.Held().Case, new AddRecording { Session = 1, FileName = "a.txt", Content = Encoding.UTF8.GetBytes(content), Reading = i }, Id, Told.At);
            var added = Assert.IsType<RecordingAdded>(decision.Events[0]);
            Assert.Equal(seen.Readings[i].Beats, added.Beats);
            Assert.Contains(seen.Readings[i].Words, added.Remarks[0], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(-1)]
    [InlineData(9)]
    public void Ambiguous_NoReadingChosen_IsAskedAbout(int? reading)
    {
        var (decision, _) = RecordingReading.Decide(
            Told.Held().Case, new AddRecording { Session = 1, FileName = "a.txt", Content = Encoding.UTF8.GetBytes("800,800\n810,810\n815,815\n"), Reading = reading }, Id, Told.At);

        Assert.Equal("HLD001", Assert.Single(decision.Why).Code);
    }

    [Theory]
    [InlineData("HR.csv", "1680686630.0\n1.0\n90\n91\n", "HLD002")]
    [InlineData("heart.txt", "this is a letter\nand no recording\n", "SIG005")]
    [InlineData("heart.txt", "", "SIG001")]
    public void Preview_WhatCannotBeTaken_SaysWhyAtTheField(string name, string content, string code)
    {
        var seen = Preview(Told.Held(), name, content);

        Assert.Null(seen.Preview);
        Assert.Equal([(code, "Recording")], seen.Why.Select(why => (why.Code, why.Field)));
    }

    [Fact]
    public void Preview_SessionNotHeld_IsRefused() => Assert.Equal("PLN002", Assert.Single(Preview(Told.Begun(), "heart.txt", "800\n810\n").Why).Code);

    private static PreviewOutcome Preview(Told told, string fileName, string content) => RecordingReading.Preview(
        told.Case, new AddRecording { Session = 1, FileName = fileName, Content = Encoding.UTF8.GetBytes(content) }, Told.At);

    private static (Decision Decision, byte[] Chunk) Decide(Told told, string fileName, string content) => RecordingReading.Decide(
        told.Case, new AddRecording { Session = 1, FileName = fileName, Content = Encoding.UTF8.GetBytes(content) }, Id, Told.At);
}
