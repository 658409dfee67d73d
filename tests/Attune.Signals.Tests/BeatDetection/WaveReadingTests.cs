using System.Collections.Immutable;
using Attune.Signals.BeatDetection;
using Attune.Signals.Beats;
using Attune.Signals.RecordingFiles;
using Attune.Signals.Simulation;

namespace Attune.Signals.Tests.BeatDetection;

public sealed class WaveReadingTests
{
    private const double Rate = 250;

    private static readonly BeatSeries Heart = SimulatedHeart.Record(new HeartCourse(TimeSpan.FromMinutes(3), 68), 11).Beats;

    private static readonly SimulatedWave Wave = SimulatedWave.Of(Heart, WaveKind.Electrocardiogram, Rate);

    [Fact]
    public void BeatsOf_OneCleanSignal_AreItsBeatsOnItsClock()
    {
        var read = Assert.IsType<RecordingOutcome.Read>(WaveReading.BeatsOf(Recorded(Signal("ECG", Wave.Samples)), WaveKind.Electrocardiogram, null));

        Assert.Equal(Heart.Count, read.Beats.CountBeats());
        // The first beat stands at 1 s; what lies before it is a gap.
        Assert.True(read.Beats.IsGap(0));
        Assert.Equal(Wave.Beats[^1] * 1_000 / Rate, read.Beats.EndsMs[^1], 5.0);
        Assert.InRange(read.Report.Coverage, .95, 1);
        Assert.Contains("TwoMovingAverages 1", read.Remarks[^1], StringComparison.Ordinal);
        Assert.IsType<RecordingContent.Signals>(Assert.Single(read.Beside));
    }

    [Fact]
    public void BeatsOf_InterruptedSignal_KeepsTheTimeOfThePause()
    {
        var half = Wave.Samples.Length / 2;
        ImmutableArray<SignalPiece> pieces = [new(TimeSpan.Zero, 0, half), new(TimeSpan.FromSeconds((half / Rate) + 60), half, Wave.Samples.Length - half)];

        var read = Assert.IsType<RecordingOutcome.Read>(WaveReading.BeatsOf(Recorded(Signal("ECG", Wave.Samples) with { Pieces = pieces }), WaveKind.Electrocardiogram, "ecg"));

        Assert.Equal((Wave.Beats[^1] * 1_000 / Rate) + 60_000, read.Beats.EndsMs[^1], 5.0);
        Assert.Contains(Enumerable.Range(1, read.Beats.Count - 1), i => read.Beats.IsGap(i) && read.Beats.EndsMs[i] - read.Beats.EndsMs[i - 1] > 60_000);
    }

    [Fact]
    public void BeatsOf_WhatCannotBeMeant_SaysWhatThereIs()
    {
        var two = Recorded(Signal("ECG", Wave.Samples), Signal("Resp", Wave.Samples));

        Assert.Equal((RecordingCodes.WaveChannel, "It holds 2 signals ('ECG', 'Resp'). Name the one that shows the heart."), Refused(two, null));
        Assert.Equal((RecordingCodes.WaveChannel, "No signal is named 'EKG'. It holds: 'ECG', 'Resp'."), Refused(two, "EKG"));
        Assert.Equal(RecordingCodes.WaveTooCoarse, Refused(Recorded(Signal("ECG", Wave.Samples) with { RateHz = 50 }), null).Code);
        Assert.Equal(RecordingCodes.TooFewBeats, Refused(Recorded(Signal("flat", new double[5_000])), null).Code);
        Assert.Equal(RecordingCodes.WaveChannel, Refused(Recorded(), null).Code);
    }

    private static (string Code, string Message) Refused(RecordingOutcome.Read read, string? channel)
    {
        var refused = Assert.IsType<RecordingOutcome.Refused>(WaveReading.BeatsOf(read, WaveKind.Electrocardiogram, channel));
        return (refused.Code, refused.Message);
    }

    private static RawSignal Signal(string label, ReadOnlySpan<double> samples) =>
        new(label, "mV", Rate, [.. samples], [new SignalPiece(TimeSpan.Zero, 0, samples.Length)]);

    private static RecordingOutcome.Read Recorded(params ImmutableArray<RawSignal> signals) =>
        new(new RecordingContent.Signals(signals), new RecordingReport { Format = RecordingFormat.PlainSignal });
}
