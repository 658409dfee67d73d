using Attune.Signals.RecordingFiles.Text;

namespace Attune.Signals.RecordingFiles.Tables;

/// <summary>A table of times and rates that a device computed.</summary>
internal static class RateTable
{
    internal static RecordingOutcome Read(TextInput input, TableHeader header, int time, int rate, string smoothing, Understanding seen)
    {
        var (times, rates) = (new List<double>(), new List<double>());
        Timestamp? first = null;
        int? firstBad = null;
        while (times.Count < IntervalNumbers.Most && input.Lines.TryNext(out var line))
        {
            if (Cells.TrimSpaces(line).IsEmpty)
                continue;
            var row = new TableRow(line, header.Delimiter);
            if (!Timestamps.TryParse(row[time], input.Options.DateOrder, out var stamp) || !IntervalTable.TryNumber(row[rate], header.Delimiter != ',', out var bpm))
            {
                firstBad ??= input.Lines.Number;
                seen.Dropped++;
                continue;
            }

            first ??= stamp;
            times.Add(stamp.ClockMs);
            rates.Add(bpm.ToDouble());
        }

        if (first is { OrderMatters: true } start && input.Options.DateOrder is null)
            return Choices.DateOrder(start.Clock, input.Options);
        if (firstBad is not null)
            seen.Remark($"Rows that could not be read and were left out: {seen.Dropped}, the first at line {firstBad}.", firstBad);
        if (first is { } begun)
            seen.StartsAt(begun.Clock, begun.Offset);
        return SeriesBuilding.Rates(seen, times, rates, smoothing, static _ => { });
    }
}
