using Attune.Signals.Artefacts;
using Attune.Signals.Beats;
using Attune.Signals.Variability;

namespace Attune.Signals.Tests.Variability;

public sealed class VariabilityReportTests
{
    private static readonly VariabilityOptions Plain = new() { Artefacts = ArtefactRule.None };

    [Fact]
    public void Of_CleanRecording_MeasuresAllOfIt()
    {
        var breath = MadeSeriesTests.Breath();

        var report = VariabilityReport.Of(BeatSeries.FromIntervals(breath), Plain);

        Assert.True(report.IsJudgeable);
        Assert.Equal((0, 1, 600), (report.ShareTouched, Math.Round(report.Coverage, 9), report.Time!.Count));
        Assert.Equal(TimeDomain.Of(breath).RmssdMs, report.Time.RmssdMs, 1e-9);
        Assert.Equal(Welch.Of(breath, SpectrumOptions.Default), report.Spectrum);
        Assert.Equal(breath.Sum() / 1_000, report.SpectrumSpan.Duration.TotalSeconds, 1e-6);
        Assert.Equal(report.Time.MeanMs * 600 / 1_000, report.Usable.TotalSeconds, 1e-6);
        Assert.Equal(("heart-rate-variability", 1, ArtefactRule.None), (report.Algorithm, report.Version, report.Options.Artefacts));
        Assert.All([report.Poincare!.Value.Sd1Ms, report.TriangularIndex!.Value, report.Entropy!.Value], value => Assert.True(value > 0));
    }

    [Fact]
    public void Of_TouchedAboveTheLimit_IsRefusedAndExactlyTheLimitIsNot()
    {
        // Every twentieth beat outside the range: exactly 5%.
        double[] ms = [.. Enumerable.Range(0, 200).Select(i => i % 20 == 10 ? 2_500.0 : 800 + (i % 7))];
        var options = new VariabilityOptions { Artefacts = ArtefactRule.Range };

        var atTheLimit = VariabilityReport.Of(BeatSeries.FromIntervals(ms), options);
        ms[5] = 2_500;
        var above = VariabilityReport.Of(BeatSeries.FromIntervals(ms), options);

        Assert.Equal((0.05, VariabilityStanding.Judgeable), (atTheLimit.ShareTouched, atTheLimit.Standing));
        Assert.Equal((0.055, VariabilityStanding.TooManyArtefacts), (above.ShareTouched, above.Standing));
        Assert.Null(above.Time);
        Assert.Null(above.Poincare);
        Assert.Null(above.Spectrum);
        Assert.Null(above.Entropy);
        Assert.Null(above.TriangularIndex);
    }

    [Theory]
    [InlineData(0, VariabilityStanding.TooShort)]
    [InlineData(1, VariabilityStanding.TooShort)]
    [InlineData(59, VariabilityStanding.TooShort)]
    [InlineData(60, VariabilityStanding.Judgeable)]
    public void Of_ShortRecording_WantsAMinute(int seconds, VariabilityStanding standing) =>
        Assert.Equal(standing, VariabilityReport.Of(BeatSeries.FromIntervals([.. Enumerable.Repeat(1_000.0, seconds)]), new()).Standing);

    [Fact]
    public void Of_GapsAndFilledBeats_NoDifferenceAcrossThem()
    {
        // Calm before the gap and fast after: across it lay a difference of 400 ms.
        double[] ms = [.. Alternating(1_000, 100), 30_000, .. Alternating(600, 300), 0, .. Alternating(600, 50), 250, .. Alternating(600, 50)];

        var report = VariabilityReport.Of(BeatSeries.FromIntervals(ms), new() { Artefacts = ArtefactRule.Range });

        Assert.Equal(10, report.Time!.RmssdMs, 1e-9);
        Assert.Equal((500, 496), (report.Time.Count, report.Time.Differences));
        Assert.Equal((130, 310), (report.SpectrumSpan.Start.TotalSeconds, report.SpectrumSpan.End.TotalSeconds));
        Assert.NotNull(report.Spectrum);
        Assert.InRange(report.Coverage, 0.9, 0.92);
    }

    [Fact]
    public void Of_ExtraAndMissedBeats_ComeBackToTheTruth()
    {
        var clean = MadeSeriesTests.Breath();
        double[] spoilt = [.. clean[..100], clean[100] / 15, clean[100] * 14 / 15, .. clean[101..300], clean[300] + clean[301], .. clean[302..]];

        var report = VariabilityReport.Of(BeatSeries.FromIntervals(spoilt), new());

        // Three more are flagged in the clean series, too.
        Assert.Equal(5 / 600.0, report.ShareTouched, 1e-9);
        Assert.Equal(TimeDomain.Of(clean).RmssdMs, report.Time!.RmssdMs, 0.5);
        Assert.Equal(clean.Sum(), report.Time.MeanMs * report.Time.Count, 1e-5);
    }

    [Fact]
    public void Of_LongRecording_LeavesEntropyOut()
    {
        var beats = BeatSeries.FromIntervals(MadeSeriesTests.Breath());

        Assert.True(VariabilityReport.Of(beats, new() { MostForEntropy = 600 }).Entropy > 0);
        Assert.True(double.IsNaN(VariabilityReport.Of(beats, new() { MostForEntropy = 599 }).Entropy!.Value));
    }

    [Fact]
    public void Windows_OneSpoilt_IsRefusedAloneAndTheRestIsLeftOut()
    {
        double[] ms = [.. Alternating(1_000, 100), .. Alternating(1_000, 90), .. Enumerable.Repeat(2_500.0, 4), .. Alternating(1_000, 150)];

        var windows = VariabilityReport.Windows(BeatSeries.FromIntervals(ms), TimeSpan.FromSeconds(100), new() { Artefacts = ArtefactRule.Range, MostTouched = 0.03 });

        Assert.Equal(
            [VariabilityStanding.Judgeable, VariabilityStanding.TooManyArtefacts, VariabilityStanding.Judgeable], windows.Select(window => window.Standing));
        Assert.Equal([0, 100, 200], windows.Select(window => window.Span.Start.TotalSeconds));
        // The last beat of the first window ends where the second begins, and the last spoilt one where the third does.
        Assert.Equal([99, 99], new[] { windows[0].Time!.Count, windows[2].Time!.Count });
    }

    [Fact]
    public void Windows_TheWholeLength_HoldsWhatTheWholeHoldsButTheLastBeat()
    {
        var breath = MadeSeriesTests.Breath();
        var beats = BeatSeries.FromIntervals(breath);

        var window = Assert.Single(VariabilityReport.Windows(beats, beats.Duration, Plain));

        // The last beat ends at the end, which is outside.
        Assert.InRange(window.Time!.Count, 599, 600);
    }

    [Fact]
    public void Of_OptionsOutsideTheirSets_Throws()
    {
        var beats = BeatSeries.FromIntervals([800]);

        Assert.Throws<ArgumentOutOfRangeException>(() => VariabilityReport.Of(beats, new() { MostTouched = double.NaN }));
        Assert.Throws<ArgumentOutOfRangeException>(() => VariabilityReport.Of(beats, new() { PnnDivisor = (PnnDivisor)9 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => VariabilityReport.Of(beats, new() { Spectrum = new() { TransformLength = 3 } }));
        Assert.Throws<ArgumentOutOfRangeException>(() => VariabilityReport.Windows(beats, TimeSpan.Zero, new()));
    }

    private static IEnumerable<double> Alternating(double ms, int count) => Enumerable.Range(0, count).Select(i => i % 2 == 0 ? ms - 5 : ms + 5);
}
