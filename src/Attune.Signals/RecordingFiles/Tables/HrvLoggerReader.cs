using Attune.Signals.RecordingFiles.Text;

namespace Attune.Signals.RecordingFiles.Tables;

/// <summary>
/// HRV Logger. iOS: <c>date, rr, since start</c>, the date with its offset and whole seconds, since start = sum of the RR before. Android: <c>timestamp, rr, since_start</c>,
/// then a blank line, the timestamp in ms since 1970 when the phone got the beat. The events file: <c>date, timestamp, annotation, manual</c>.
/// </summary>
internal static class HrvLoggerReader
{
    internal static bool Recognises(TextInput input)
    {
        var header = HeaderOf(input);
        return header.IndexOf("sincestart") >= 0 && header.IndexOf("rr") >= 0 && header.IndexOf("date", "timestamp") >= 0;
    }

    internal static bool RecognisesEvents(TextInput input)
    {
        var header = HeaderOf(input);
        return header.IndexOf("annotation") >= 0 && header.IndexOf("manual") >= 0 && header.IndexOf("timestamp") >= 0;
    }

    internal static RecordingOutcome Read(TextInput input)
    {
        var header = Skip(input);
        var date = header.IndexOf("date");
        return IntervalTable.Read(input, header, new(RecordingFormat.HrvLogger, header.IndexOf("rr"), IntervalUnit.Milliseconds)
        {
            Time = date >= 0 ? date : header.IndexOf("timestamp"),
            TimeCell = date >= 0 ? TimeCell.Stamp : TimeCell.Milliseconds,
            IsUnix = date < 0,
            TimesAre = TimesAre.Arrivals,
        }, new(RecordingFormat.HrvLogger, input.Options));
    }

    /// <summary>Events alone: no signal, but marks that the beats' file lacks.</summary>
    internal static RecordingOutcome ReadEvents(TextInput input)
    {
        var header = Skip(input);
        var seen = new Understanding(RecordingFormat.HrvLogger, input.Options);
        var (time, text) = (header.IndexOf("timestamp"), header.IndexOf("annotation"));
        double? first = null;
        while (input.Lines.TryNext(out var line))
        {
            var row = new TableRow(line, header.Delimiter);
            if (!FixedPoint.TryParse(row[time], decimalComma: false, out var number))
            {
                seen.Dropped += Cells.TrimSpaces(line).IsEmpty ? 0 : 1;
                continue;
            }

            // Seconds on iOS, ms on Android: a time in ms since 1970 has 13 digits.
            var seconds = number.ToDouble() is var value && value > 1e11 ? value / 1_000 : value;
            first ??= seconds;
            if (Math.Abs(seconds - first.Value) < Beats.BeatSeries.LongestDuration.TotalSeconds && seen.Marks.Count < IntervalNumbers.Most)
                seen.Marks.Add(new(TimeSpan.FromSeconds(seconds - first.Value), null, Cells.Text(row[text])));
        }

        if (first is not { } start)
            return Refusals.NothingAboutHearts("The HRV Logger file holds no events.");
        seen.StartsAtUnix(start);
        seen.Remark("These are events and no beats: read them beside the file of beats of the same recording.");
        return seen.Signals([]);
    }

    private static TableHeader HeaderOf(TextInput input) => TableHeader.Parse(System.Text.Encoding.UTF8.GetBytes(input.Title));

    private static TableHeader Skip(TextInput input)
    {
        ReadOnlySpan<byte> line = [];
        while (line.IsEmpty && input.Lines.TryNext(out var next))
            line = Cells.TrimSpaces(next);
        return TableHeader.Parse(line);
    }
}
