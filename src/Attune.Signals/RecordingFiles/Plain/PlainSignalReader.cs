using System.Runtime.InteropServices;
using Attune.Signals.RecordingFiles.Text;

namespace Attune.Signals.RecordingFiles.Plain;

/// <summary>One number per line with a known sampling rate: sample numbers of beats where they rise throughout, else the signal itself.</summary>
internal static class PlainSignalReader
{
    private const double HighestRateHz = 1e6;

    internal static RecordingOutcome Read(TextInput input)
    {
        if (input.Options.SamplingRateHz is not ({ } rate and > 0 and <= HighestRateHz))
            return Refusals.BadOption("The sampling rate lies above 0 and up to 1,000,000 samples a second.");
        var samples = new List<double>();
        RecordingOutcome.Refused? bad = null;
        var (dropped, rising) = (0, true);
        while (samples.Count < 4 * IntervalNumbers.Most && input.Lines.TryNext(out var line))
        {
            if (Cells.TrimSpaces(line) is not { IsEmpty: false } cell || cell[0] == '#')
                continue;
            if (FixedPoint.TryParse(cell, decimalComma: false, out var number) || FixedPoint.TryParse(cell, decimalComma: true, out number))
            {
                var value = number.ToDouble();
                rising &= value >= 0 && (samples.Count == 0 || value > samples[^1]);
                samples.Add(value);
            }
            else if (samples.Count > 0 || dropped > 0)
            {
                bad ??= Refusals.NotANumber(input.Lines.Number, cell);
                samples.Add(double.NaN);
                dropped++;
            }
            else
            {
                dropped = 1;
            }
        }

        if (bad is not null && dropped * 100 > samples.Count)
            return bad;
        if (samples.Count < 3)
            return Refusals.TooFewBeats(Math.Max(0, samples.Count - 1));
        return rising && bad is null ? Beats(input.Options, samples, rate) : Signal(input.Options, samples, rate, bad, dropped);
    }

    /// <summary>The same from samples that were not text.</summary>
    internal static RecordingOutcome FromSamples(RecordingOptions options, List<double> samples, double rate)
    {
        if (rate is not (> 0 and <= HighestRateHz))
            return Refusals.BadOption("The sampling rate lies above 0 and up to 1,000,000 samples a second.");
        if (samples.Count < 3)
            return Refusals.TooFewBeats(Math.Max(0, samples.Count - 1));
        var rising = samples[0] >= 0;
        for (var i = 1; rising && i < samples.Count; i++)
            rising = samples[i] > samples[i - 1];
        return rising && double.IsFinite(samples[^1]) ? Beats(options, samples, rate) : Signal(options, samples, rate, null, 0);
    }

    private static RecordingOutcome Beats(RecordingOptions options, List<double> samples, double rate)
    {
        var seen = new Understanding(RecordingFormat.BeatTimes, options);
        seen.UseUnit(IntervalUnit.Samples, "The sampling rate was given.");
        seen.Remark($"The numbers rise throughout, so they were taken for the places of beats in a signal of {rate:0.###} samples a second.");
        return SeriesBuilding.BeatTimes(seen, samples.Select(sample => sample / rate * 1_000).ToArray());
    }

    private static RecordingOutcome Signal(RecordingOptions options, List<double> samples, double rate, RecordingOutcome.Refused? bad, int dropped)
    {
        var seen = new Understanding(RecordingFormat.PlainSignal, options) { Dropped = bad is null ? 0 : dropped };
        if (bad is not null)
            seen.Remark($"Lines that could not be read: {dropped}, the first is line {bad.Line}. Each counts as one sample that was not measured.", bad.Line);
        if (!(samples.Count / rate <= LongestSeconds))
            return Refusals.TooLong();
        return seen.Signals([new("signal", "", rate, ImmutableCollectionsMarshal.AsImmutableArray(samples.ToArray()), [new(TimeSpan.Zero, 0, samples.Count)])]);
    }

    private static double LongestSeconds => Attune.Signals.Beats.BeatSeries.LongestDuration.TotalSeconds;
}
