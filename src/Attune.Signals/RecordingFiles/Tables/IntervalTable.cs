using Attune.Signals.RecordingFiles.Text;

namespace Attune.Signals.RecordingFiles.Tables;

/// <summary>How the time beside an interval is written.</summary>
internal enum TimeCell
{
    None,
    Milliseconds,
    Seconds,
    Stamp,
}

/// <summary>Where a table of beat intervals has what.</summary>
internal sealed record IntervalLayout(RecordingFormat Format, int Interval, IntervalUnit Unit)
{
    internal int Time { get; init; } = -1;

    internal TimeCell TimeCell { get; init; }

    internal TimesAre TimesAre { get; init; }

    /// <summary>Numbers are ms or s since 1970 (UTC) and not since some moment.</summary>
    internal bool IsUnix { get; init; }

    internal double ToleranceMs { get; init; } = 2;

    /// <summary>Rows that are no beats are left out.</summary>
    internal Func<TableRow, RowIs> Sift { get; init; } = static _ => RowIs.Beat;

    internal string UnitReason { get; init; } = "The format fixes it.";
}

internal enum RowIs
{
    Beat,

    /// <summary>A beat that the recorder itself does not believe: left out, its time becomes a gap.</summary>
    Blocked,

    Other,
}

/// <summary>A row by its columns.</summary>
internal readonly ref struct TableRow(ReadOnlySpan<byte> line, byte delimiter)
{
    private readonly ReadOnlySpan<byte> line = line;

    internal ReadOnlySpan<byte> this[int column] => column >= 0 && Cells.TryCell(line, delimiter, column, out var cell) ? Cells.Trim(cell) : [];
}

/// <summary>Reads the rows of a table of intervals with times; one engine for every app that writes such a table.</summary>
internal static class IntervalTable
{
    // A row in a hundred that cannot be read is a damaged line; more is another format (our proposal).
    private const int RowsPerBadRow = 100;

    internal static RecordingOutcome Read(TextInput input, TableHeader header, IntervalLayout layout, Understanding seen)
    {
        seen.UseUnit(layout.Unit, layout.UnitReason);
        var (numbers, times) = (new IntervalNumbers(), new List<double>());
        var (bad, blocked, decimalComma) = (0, 0, header.Delimiter != ',');
        RecordingOutcome.Refused? firstBad = null;
        Timestamp? first = null;
        while (!numbers.IsFull && input.Lines.TryNext(out var line))
        {
            if (Cells.TrimSpaces(line).IsEmpty)
                continue;
            var row = new TableRow(line, header.Delimiter);
            var kind = layout.Sift(row);
            if (kind is not RowIs.Beat)
            {
                blocked += kind is RowIs.Blocked ? 1 : 0;
                continue;
            }

            if (!TryNumber(row[layout.Interval], decimalComma, out var interval) || interval.Mantissa < 0
                || !TryTime(row[layout.Time], layout, decimalComma, input.Options, out var time, ref first))
            {
                firstBad ??= Refusals.NotANumber(input.Lines.Number, Cells.TrimSpaces(line));
                bad++;
                continue;
            }

            numbers.Add(interval);
            times.Add(time);
        }

        if (firstBad is not null && bad * RowsPerBadRow > numbers.Count)
            return firstBad;
        if (first is { OrderMatters: true } stamp && input.Options.DateOrder is null)
            return Choices.DateOrder(stamp.Clock, input.Options);
        Note(seen, firstBad, bad, blocked);
        if (layout.TimeCell is TimeCell.None)
            return SeriesBuilding.Intervals(seen, numbers);
        return SeriesBuilding.Timed(
            seen, numbers, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(times), layout.TimesAre, layout.ToleranceMs, start => StartAt(seen, layout, start, first));
    }

    internal static bool TryNumber(ReadOnlySpan<byte> cell, bool decimalComma, out FixedPoint number) =>
        FixedPoint.TryParse(cell, decimalComma: false, out number) || (decimalComma && FixedPoint.TryParse(cell, decimalComma: true, out number));

    private static bool TryTime(
        ReadOnlySpan<byte> cell, IntervalLayout layout, bool decimalComma, RecordingOptions options, out double ms, ref Timestamp? first)
    {
        ms = 0;
        switch (layout.TimeCell)
        {
            case TimeCell.None:
                return true;
            case TimeCell.Stamp:
                if (!Timestamps.TryParse(cell, options.DateOrder, out var stamp))
                    return false;
                first ??= stamp;
                ms = stamp.ClockMs;
                return true;
            default:
                if (!TryNumber(cell, decimalComma, out var number))
                    return false;
                ms = number.ToDouble(layout.TimeCell is TimeCell.Seconds ? 3 : 0);
                return true;
        }
    }

    private static void Note(Understanding seen, RecordingOutcome.Refused? firstBad, int bad, int blocked)
    {
        seen.Dropped += bad + blocked;
        if (firstBad is not null)
            seen.Remark($"Rows that could not be read and were left out: {bad}, the first at line {firstBad.Line}.", firstBad.Line);
        if (blocked > 0)
            seen.Remark($"Beats that the recorder itself marked as not believable: {blocked}. They were left out; their time shows as gaps.");
    }

    private static void StartAt(Understanding seen, IntervalLayout layout, double startMs, Timestamp? first)
    {
        if (layout.IsUnix)
            seen.StartsAtUnix(startMs / 1_000);
        else if (first is { } stamp)
            seen.StartsAt(DateTime.UnixEpoch.AddTicks((long)Math.Round(startMs * TimeSpan.TicksPerMillisecond)), stamp.Offset);
    }
}
