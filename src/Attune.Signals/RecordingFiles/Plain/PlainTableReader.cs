using System.Text;
using Attune.Signals.RecordingFiles.Tables;
using Attune.Signals.RecordingFiles.Text;

namespace Attune.Signals.RecordingFiles.Plain;

/// <summary>
/// A table of any writer: the one column that is named as beat intervals, or the one that was chosen, with its clock where another column is a clock. Without beats, a named
/// signal beside a timer.
/// </summary>
internal static class PlainTableReader
{
    private static readonly string[] IntervalColumns =
        ["rr", "rri", "nn", "nni", "rrinterval", "rrintervals", "rrms", "rrims", "nnms", "rrs", "rrintervalms", "rrintervals", "rr11024s", "ibims", "ibis", "ibi"];

    private static readonly string[] TimeColumns = ["time", "timestamp", "timer", "datetime", "date", "t", "times", "timems", "elapsed", "sincestart"];
    private static readonly string[] SignalColumns = ["hr", "ecg", "ppg", "bvp", "signal", "heartrate"];

    internal static RecordingOutcome Read(TextInput input)
    {
        var seen = new Understanding(RecordingFormat.PlainIntervals, input.Options);
        var firstLine = input.First.First(static line => line[0] != '#');
        var header = TableHeader.Parse(Encoding.UTF8.GetBytes(firstLine));
        var named = !Array.Exists(header.Names, static name => FixedPoint.TryParse(Encoding.UTF8.GetBytes(name), true, out _));
        var lineOf = Array.IndexOf(input.First, firstLine) + 1;
        if (input.Options.Column is { } chosen && (chosen < 1 || chosen > header.Names.Length))
            return Refusals.BadOption($"There is no column {chosen}: line {lineOf} has {header.Names.Length}.");
        var column = input.Options.Column - 1 ?? (named ? NamedColumn(header) : OnlyPlausible(input, header));
        if (column < 0)
        {
            return named && header.IndexOf(SignalColumns) is var signal and >= 0 && header.IndexOf(TimeColumns) is var timer and >= 0 && header.Names.Length == 2
                ? Signal(input, header, timer, signal)
                : Refusals.SeveralColumns(lineOf, Encoding.UTF8.GetBytes(firstLine));
        }

        var time = named ? header.IndexOf(TimeColumns) : -1;
        if (!named)
            seen.Remark($"The columns have no names; number {column + 1} was read.");
        else if (time < 0 || time == column)
            seen.Remark($"Only the column '{header.Names[column]}' was read. A pause that other columns show is not seen.");
        return Rows(input, header, named, column, time == column ? -1 : time, seen);
    }

    private static RecordingOutcome Rows(TextInput input, TableHeader header, bool named, int column, int time, Understanding seen)
    {
        var (lines, clock) = (new NumberLines(decimalComma: header.Delimiter != ','), new ColumnClock(input.Options));
        while (!lines.Numbers.IsFull && !lines.IsHopeless && input.Lines.TryNext(out var raw))
        {
            var line = Cells.TrimSpaces(raw);
            if (line.IsEmpty || line[0] == '#')
                continue;
            if (named)
            {
                named = false;
                continue;
            }

            // Untrimmed: a table's first column may be empty.
            var row = new TableRow(raw, header.Delimiter);
            var cell = row[column];
            if (IntervalTable.TryNumber(cell, header.Delimiter != ',', out var number) && number.Mantissa >= 0)
                lines.Numbers.Add(number);
            else
                lines.Bad(cell.IsEmpty ? line : cell, input.Lines.Number, number.Mantissa < 0);
            clock.Add(row[time], header.Delimiter != ',');
        }

        if (lines.Verdict() is { } refused)
            return refused;
        if (clock.NeedsDateOrder is { } date)
            return Choices.DateOrder(date, input.Options);
        lines.Note(seen);
        FileNameStart.Take(input, seen);
        var unit = PlainNumbers.UnitIn(header.Names[column]);
        if (time < 0 || lines.Numbers.IsFull || lines.Numbers.CountPositive() < 2)
            return PlainNumbers.Build(seen, lines.Numbers, unit);
        if (PlainNumbers.TryUnit(seen, lines.Numbers.Median(), unit) is { } unknown)
            return unknown;
        return clock.Resolve(lines.Numbers.ToMs(seen.Unit!.Value)) is { } times
            ? SeriesBuilding.Timed(seen, lines.Numbers, times, TimesAre.Arrivals, 0, start => clock.StartAt(seen, start))
            : Unclocked(seen, lines.Numbers, header, column, time);
    }

    private static RecordingOutcome Unclocked(Understanding seen, IntervalNumbers numbers, TableHeader header, int column, int time)
    {
        seen.Remark($"Only the column '{header.Names[column]}' was read: '{header.Names[time]}' does not go on as its beats do. A pause that other columns show is not seen.");
        return SeriesBuilding.Intervals(seen, numbers);
    }

    private static int NamedColumn(TableHeader header) =>
        header.Matches(IntervalColumns.Contains) == 1 ? header.FirstMatch(IntervalColumns.Contains) : -1;

    /// <summary>The one unnamed column whose numbers can be beat intervals.</summary>
    private static int OnlyPlausible(TextInput input, TableHeader header)
    {
        var found = -1;
        for (var column = 0; column < Math.Min(header.Names.Length, 64); column++)
        {
            var numbers = new IntervalNumbers();
            foreach (var line in input.First.Where(static line => line[0] != '#'))
            {
                if (!IntervalTable.TryNumber(new TableRow(Encoding.UTF8.GetBytes(line), header.Delimiter)[column], header.Delimiter != ',', out var number) || number.Mantissa < 0)
                    return -1;
                numbers.Add(number);
            }

            if (SeriesBuilding.GuessUnit(numbers.Median()) is null || SeriesBuilding.LooksLikeBeatTimes(numbers))
                continue;
            if (found >= 0)
                return -1;
            found = column;
        }

        return found;
    }

    private static RecordingOutcome Signal(TextInput input, TableHeader header, int timer, int signal)
    {
        while (input.Lines.TryNext(out var line) && (Cells.TrimSpaces(line).IsEmpty || Cells.TrimSpaces(line)[0] == '#'))
        {
        }

        var rows = input.First.Where(static line => line[0] != '#').Skip(1).Select(Encoding.UTF8.GetBytes).ToList();
        if (rows.Count > 0 && Timestamps.TryParse(new TableRow(rows[0], header.Delimiter)[timer], null, out _))
        {
            var rates = new Understanding(RecordingFormat.PlainIntervals, input.Options);
            return RateTable.Read(input, header, timer, signal, "How the rate was made is not known.", rates);
        }

        // Steps above 1 are ms: no pulse wave is sampled less than once a second.
        var steps = rows.Skip(1).Zip(rows, (later, earlier) => Time(later, header, timer) - Time(earlier, header, timer)).Order().ToList();
        var seen = new Understanding(RecordingFormat.PlainSignal, input.Options);
        var ms = steps.Count > 0 && steps[steps.Count / 2] > 1;
        seen.Remark($"The column '{header.Names[timer]}' was taken to be in {(ms ? "ms" : "s")}.");
        return SampledTable.Read(input, header, new(timer, signal, header.Names[signal], "", ms ? 1e-3 : 1), seen);
    }

    private static double Time(byte[] row, TableHeader header, int timer) =>
        IntervalTable.TryNumber(new TableRow(row, header.Delimiter)[timer], header.Delimiter != ',', out var time) ? time.ToDouble() : 0;
}
