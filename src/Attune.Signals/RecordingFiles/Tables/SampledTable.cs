using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Attune.Signals.Beats;
using Attune.Signals.RecordingFiles.Text;

namespace Attune.Signals.RecordingFiles.Tables;

/// <summary>Where a table of samples has what; <paramref name="SecondsPerUnit"/> turns its time column into s.</summary>
internal sealed record SampleLayout(int Time, int Sample, string Label, string Unit, double SecondsPerUnit)
{
    /// <summary>Column of a written date and time, for the start alone; -1 for none.</summary>
    internal int Stamp { get; init; } = -1;

    internal bool IsUnix { get; init; }
}

/// <summary>
/// A table of sample times and samples. The rate is told by the middle step of time; a step of more than one and a half of it, and more than the jitter, is an interruption.
/// </summary>
internal static class SampledTable
{
    private const int MostSamples = 64 * 1024 * 1024;
    private const double PauseSeconds = 0.5;

    internal static RecordingOutcome Read(TextInput input, TableHeader header, SampleLayout layout, Understanding seen)
    {
        var (times, samples) = (new List<double>(), new List<double>());
        Timestamp? first = null;
        while (samples.Count < MostSamples && input.Lines.TryNext(out var line))
        {
            if (Cells.TrimSpaces(line).IsEmpty)
                continue;
            var row = new TableRow(line, header.Delimiter);
            if (!IntervalTable.TryNumber(row[layout.Time], header.Delimiter != ',', out var time) || !IntervalTable.TryNumber(row[layout.Sample], header.Delimiter != ',', out var sample))
            {
                if (seen.Dropped++ == 0)
                    seen.Remark($"Rows that could not be read were left out, the first at line {input.Lines.Number}.", input.Lines.Number);
                continue;
            }

            if (first is null && layout.Stamp >= 0 && Timestamps.TryParse(row[layout.Stamp], input.Options.DateOrder, out var stamp))
                first = stamp;
            times.Add(time.ToDouble() * layout.SecondsPerUnit);
            samples.Add(sample.ToDouble());
        }

        if (first is { OrderMatters: true } begun && input.Options.DateOrder is null)
            return Choices.DateOrder(begun.Clock, input.Options);
        if (samples.Count < 2 || seen.Dropped > samples.Count)
            return Refusals.Damaged("signal", $"it has {samples.Count} rows with a time and a sample, and {seen.Dropped} without", input.Lines.Number);
        var step = MiddleStep(times);
        var longest = BeatSeries.LongestDuration.TotalSeconds;
        if (!(step > 0))
            return Refusals.Damaged("signal", $"its times do not rise from line to line");
        if (!(times.Max() - times.Min() < longest / 2) || !(step * times.Count < longest / 2))
            return Refusals.TooLong();
        if (layout.IsUnix)
            seen.StartsAtUnix(times[0]);
        else if (first is { } start)
            seen.StartsAt(start.Clock, start.Offset);
        var pieces = Pieces(times, step);
        if (pieces.Length > 1)
            seen.Remark($"The signal is interrupted {pieces.Length - 1} times.");
        seen.Remark($"{samples.Count} samples, {1 / step:0.###} a second by the middle step of their times.");
        return seen.Signals([new(layout.Label, layout.Unit, 1 / step, ImmutableCollectionsMarshal.AsImmutableArray(samples.ToArray()), pieces)]);
    }

    private static double MiddleStep(List<double> times)
    {
        // The mean over a hundred samples first: phones write times of whole blocks.
        var steps = new List<double>();
        var stride = Math.Clamp(times.Count / 10, 1, 100);
        for (var i = stride; i < times.Count; i += stride)
            steps.Add((times[i] - times[i - stride]) / stride);
        steps.Sort();
        return steps[steps.Count / 2];
    }

    private static ImmutableArray<SignalPiece> Pieces(List<double> times, double step)
    {
        var pieces = ImmutableArray.CreateBuilder<SignalPiece>();
        var (from, start) = (0, 0.0);
        for (var i = 1; i <= times.Count; i++)
        {
            if (i < times.Count && times[i] - (times[0] + start + ((i - from) * step)) <= Math.Max(PauseSeconds, 1.5 * step))
                continue;
            pieces.Add(new(BeatSeries.FromMs(start * 1_000), from, i - from));
            from = i;
            start = i < times.Count ? Math.Max(times[i] - times[0], start + ((i - pieces[^1].First) * step)) : start;
        }

        return pieces.ToImmutable();
    }
}
