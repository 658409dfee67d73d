using Attune.Signals.RecordingFiles.Text;

namespace Attune.Signals.RecordingFiles.Tables;

/// <summary>SelfLoops HRV: a line with the date, then <c>Time (ms),HR (bpm),R-R (ms)</c>. The time is the beat's end, in ms since the start.</summary>
internal static class SelfLoopsReader
{
    internal static bool Recognises(TextInput input) => Named(input.Title) || Named(input.Second);

    internal static RecordingOutcome Read(TextInput input)
    {
        var seen = new Understanding(RecordingFormat.SelfLoops, input.Options);
        Timestamp? date = null;
        while (input.Lines.TryNext(out var line))
        {
            if (Timestamps.TryParse(line, input.Options.DateOrder, out var stamp))
            {
                date = stamp;
                continue;
            }

            var header = TableHeader.Parse(line);
            var (time, interval) = (header.IndexOf("timems"), header.IndexOf("rrms"));
            if (time < 0 || interval < 0)
                continue;
            if (date is { OrderMatters: true, Clock: var clock } && input.Options.DateOrder is null)
                return Choices.DateOrder(clock, input.Options);
            if (date is { } start)
                seen.StartsAt(start.Clock, start.Offset);
            // The app rounds both numbers to a ms and notes the time when it draws: 20 ms is more than that, and less than any beat.
            var layout = new IntervalLayout(RecordingFormat.SelfLoops, interval, IntervalUnit.Milliseconds)
            {
                Time = time,
                TimeCell = TimeCell.Milliseconds,
                TimesAre = TimesAre.Ends,
                ToleranceMs = 20,
            };
            return IntervalTable.Read(input, header, layout, seen);
        }

        return Refusals.NoColumn("The SelfLoops file has no header line.");
    }

    private static bool Named(string line) =>
        line.Contains("Time (ms)", StringComparison.OrdinalIgnoreCase) && line.Contains("R-R (ms)", StringComparison.OrdinalIgnoreCase);
}
