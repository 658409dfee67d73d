using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Attune.Signals.Beats;
using Attune.Signals.RecordingFiles.Text;

namespace Attune.Signals.RecordingFiles.Tables;

/// <summary>
/// Empatica E4. <c>IBI.csv</c>: the start in Unix s, then the <em>end</em> of every beat and its length, in s; poor beats are left out by the device, so the times are not
/// the sum. The others: start, samples a second, then samples (ACC: three columns). <c>HR.csv</c> is a mean over 10 s.
/// </summary>
internal static class EmpaticaReader
{
    // Times are noted in 1/64 s.
    private const double ToleranceMs = 20;
    private const int MostSamples = 64 * 1024 * 1024;

    internal static bool Recognises(TextInput input)
    {
        var start = TableHeader.Parse(Encoding.UTF8.GetBytes(input.Title)).Names;
        return IsUnix(start[0]) && (IsBeats(start) || (input.First.Length > 1
            && double.TryParse(input.Second.Split(',')[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var rate) && rate is > 0 and <= 1_000));
    }

    internal static RecordingOutcome Read(TextInput input)
    {
        var start = TableHeader.Parse(Encoding.UTF8.GetBytes(input.Title)).Names;
        while (input.Lines.TryNext(out var line) && Cells.TrimSpaces(line).IsEmpty)
        {
        }

        var seconds = double.Parse(start[0], CultureInfo.InvariantCulture);
        return IsBeats(start) ? Beats(input, seconds) : Samples(input, seconds);
    }

    private static RecordingOutcome Beats(TextInput input, double startSeconds)
    {
        var seen = new Understanding(RecordingFormat.EmpaticaE4, input.Options);
        seen.StartsAtUnix(startSeconds);
        seen.UseUnit(IntervalUnit.Seconds, "The format fixes it.");
        seen.Remark("The wristband leaves out beats it is not sure of; coverage says how much of the time is left.");
        var (numbers, ends, back) = (new IntervalNumbers(), new List<double>(), 0);
        while (!numbers.IsFull && input.Lines.TryNext(out var line))
        {
            var row = new TableRow(line, (byte)',');
            if (Cells.TrimSpaces(line).IsEmpty)
                continue;
            if (!FixedPoint.TryParse(row[0], false, out var end) || !FixedPoint.TryParse(row[1], false, out var interval) || interval.Mantissa <= 0 || end.Mantissa < 0)
            {
                if (seen.Dropped++ == 0)
                    seen.Remark($"Rows that could not be read were left out, the first at line {input.Lines.Number}.", input.Lines.Number);
                continue;
            }

            // A row out of order is a row of another recording.
            if (ends.Count > 0 && end.ToDouble(3) < ends[^1])
            {
                back++;
                seen.Dropped++;
                continue;
            }

            numbers.Add(interval);
            ends.Add(end.ToDouble(3));
        }

        if (seen.Dropped > numbers.Count)
            return Refusals.Damaged("Empatica", $"{seen.Dropped} of its rows hold no time and interval");
        if (back > 0)
            seen.Remark($"Beats whose time lies before the one above them: {back}. They were left out.");
        return SeriesBuilding.Timed(seen, numbers, CollectionsMarshal.AsSpan(ends), TimesAre.Ends, ToleranceMs, static _ => { }, originMs: 0);
    }

    private static RecordingOutcome Samples(TextInput input, double startSeconds)
    {
        var seen = new Understanding(RecordingFormat.EmpaticaE4, input.Options);
        seen.StartsAtUnix(startSeconds);
        if (!input.Lines.TryNext(out var second) || !Cells.TryCell(second, (byte)',', 0, out var cell) || !FixedPoint.TryParse(cell, false, out var given) || given.Mantissa <= 0)
            return Refusals.Damaged("Empatica", $"its second line is no number of samples a second", 2);
        var (rate, columns) = (given.ToDouble(), second.Count((byte)',') + 1);
        var samples = Enumerable.Range(0, Math.Min(columns, 3)).Select(static _ => new List<double>()).ToArray();
        while (samples[0].Count < MostSamples / samples.Length && input.Lines.TryNext(out var line))
        {
            if (Cells.TrimSpaces(line).IsEmpty)
                continue;
            for (var i = 0; i < samples.Length; i++)
            {
                var known = FixedPoint.TryParse(new TableRow(line, (byte)',')[i], false, out var number);
                samples[i].Add(known ? number.ToDouble() : double.NaN);
                if (!known && seen.Dropped++ == 0)
                    seen.Remark($"Samples that could not be read count as not measured; the first is at line {input.Lines.Number}.", input.Lines.Number);
            }
        }

        if (samples[0].Count < 2 || seen.Dropped * 2 > samples[0].Count)
            return Refusals.Damaged("Empatica", $"it holds {samples[0].Count} samples, {seen.Dropped} of them unreadable");
        if (!(samples[0].Count / rate <= BeatSeries.LongestDuration.TotalSeconds))
            return Refusals.TooLong();
        var name = Name(input);
        if (name == "HR")
            return SeriesBuilding.Rates(seen, [.. samples[0].Select((_, i) => i * 1_000 / rate)], samples[0], "Empatica's mean over 10 s.", static _ => { });
        return seen.Signals([.. samples.Select((list, i) => Channel(samples.Length > 1 ? $"{name} {"xyz"[i]}" : name, rate, list))]);
    }

    private static RawSignal Channel(string label, double rate, List<double> samples) => new(
        label,
        label switch { "EDA" => "uS", "TEMP" => "°C", ['A', 'C', 'C', ..] => "1/64 g", _ => "" },
        rate,
        ImmutableCollectionsMarshal.AsImmutableArray(samples.ToArray()),
        [new(TimeSpan.Zero, 0, samples.Count)]);

    /// <summary>The file's name says what it holds; another name with one sample a second and the values of a heart is taken for rates.</summary>
    private static string Name(TextInput input)
    {
        foreach (var known in (ReadOnlySpan<string>)["HR", "BVP", "EDA", "TEMP", "ACC"])
        {
            if (input.Stem.EndsWith(known, StringComparison.OrdinalIgnoreCase))
                return known;
        }

        return "signal";
    }

    private static bool IsBeats(string[] start) => start.Length == 2 && start[1].Equals("IBI", StringComparison.OrdinalIgnoreCase);

    private static bool IsUnix(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 1e9 and < 4e9;
}
