namespace Attune.Signals.RecordingFiles.Text;

/// <summary>A date and time as a file has it.</summary>
/// <param name="Clock">As written.</param>
/// <param name="Offset">Offset from UTC; null when none is written.</param>
/// <param name="OrderMatters">Whether day and month could be the other way round.</param>
internal readonly record struct Timestamp(DateTime Clock, TimeSpan? Offset, bool OrderMatters)
{
    /// <summary>Ms since 1970 by the written clock: for differences within one file.</summary>
    internal double ClockMs => (Clock - DateTime.UnixEpoch).Ticks / (double)TimeSpan.TicksPerMillisecond;
}

/// <summary>
/// Dates and times of many writers: 2025-03-15T11:03:00.123Z, 2025-03-15 11:03:00 +0000, 15/03/2025 11:03, 3/15/2025 11:03:00 AM,
/// 15.03.25 11:03, 08 August 2017 18:51:01. With points the day comes first.
/// </summary>
internal static class Timestamps
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    internal static bool TryParse(ReadOnlySpan<byte> cell, DateOrder? order, out Timestamp stamp)
    {
        stamp = default;
        var text = new Scanner(Cells.Trim(cell));
        if (!TryDate(ref text, order, out var date, out var matters))
            return false;
        var clock = TimeSpan.Zero;
        TimeSpan? offset = null;
        if (text.TakeAny("T ,"u8))
        {
            while (text.TakeAny(" "u8))
            {
            }

            if (!TryClock(ref text, out clock) || !TryOffset(ref text, out offset))
                return false;
        }

        stamp = new(date + clock, offset, matters);
        return text.IsAtEnd;
    }

    private static bool TryDate(ref Scanner text, DateOrder? order, out DateTime date, out bool matters)
    {
        (date, matters) = (default, false);
        if (!text.Number(out var first, out var digits) || !text.Any(out var mark) || mark is not ((byte)'-' or (byte)'/' or (byte)'.' or (byte)' '))
            return false;
        if (!text.Number(out var second, out _) && !text.Word(Months, out second))
            return false;
        else if (text.LastWasWord && digits <= 2)
            return text.TakeAny(" -"u8) && text.Number(out var year, out _) && TryMake(year, second, first, out date);
        if (!text.Take(mark) || !text.Number(out var third, out _))
            return false;
        if (digits == 4)
            return TryMake(first, second, third, out date);
        matters = mark != '.' && first <= 12 && second <= 12 && first != second;
        var monthFirst = mark != '.' && (first <= 12 && second > 12 || (matters && order is DateOrder.MonthDay));
        return monthFirst ? TryMake(third, first, second, out date) : TryMake(third, second, first, out date);
    }

    private static bool TryMake(int year, int month, int day, out DateTime date)
    {
        date = default;
        year += year < 100 ? 2_000 : 0;
        if (year is < 1971 or > 9_998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        date = new(year, month, day, 0, 0, 0, DateTimeKind.Unspecified);
        return true;
    }

    private static bool TryClock(ref Scanner text, out TimeSpan clock)
    {
        clock = default;
        if (!text.Number(out var hour, out _) || !text.TakeAny(":."u8) || !text.Number(out var minute, out _))
            return false;
        var (second, ticks) = (0, 0L);
        if (text.TakeAny(":"u8) && !text.Number(out second, out _))
            return false;
        if (text.TakeAny(".,"u8) && !text.Fraction(out ticks))
            return false;
        while (text.TakeAny(" "u8))
        {
        }

        if (text.Word(["am", "pm"], out var half))
            hour = (hour % 12) + (half == 2 ? 12 : 0);
        clock = new TimeSpan(hour, minute, second) + new TimeSpan(ticks);
        return hour < 24 && minute < 60 && second < 60;
    }

    private static bool TryOffset(ref Scanner text, out TimeSpan? offset)
    {
        offset = null;
        if (text.TakeAny("Zz"u8))
        {
            offset = TimeSpan.Zero;
            return true;
        }

        var plus = text.TakeAny("+"u8);
        if (!plus && !text.TakeAny("-"u8))
            return true;
        if (!text.Number(out var hours, out var digits))
            return false;
        var minutes = 0;
        if (digits > 2)
            (hours, minutes) = (hours / 100, hours % 100);
        else if (text.TakeAny(":"u8) && !text.Number(out minutes, out _))
            return false;
        offset = new TimeSpan(hours, minutes, 0) * (plus ? 1 : -1);
        return hours <= 14 && minutes < 60;
    }

    private ref struct Scanner(ReadOnlySpan<byte> text)
    {
        private ReadOnlySpan<byte> rest = text;

        internal bool LastWasWord { get; private set; }

        internal readonly bool IsAtEnd => rest.IsEmpty;

        internal bool Number(out int value, out int digits)
        {
            (value, digits) = (0, 0);
            while (digits < rest.Length && digits < 9 && (uint)(rest[digits] - '0') <= 9)
                value = (value * 10) + rest[digits++] - '0';
            rest = rest[digits..];
            return digits > 0;
        }

        internal bool Fraction(out long ticks)
        {
            (ticks, var count) = (0L, 0);
            for (var unit = TimeSpan.TicksPerSecond / 10; count < rest.Length && (uint)(rest[count] - '0') <= 9; unit /= 10)
                ticks += unit * (rest[count++] - '0');
            rest = rest[count..];
            return count > 0;
        }

        internal bool Word(string[] words, out int index)
        {
            for (index = 1; index <= words.Length; index++)
            {
                if (!Cells.StartsWith(rest, words[index - 1]))
                    continue;
                var end = 0;
                while (end < rest.Length && char.IsAsciiLetter((char)rest[end]))
                    end++;
                rest = rest[end..];
                return LastWasWord = true;
            }

            return false;
        }

        internal bool Take(byte mark)
        {
            if (rest.IsEmpty || rest[0] != mark)
                return false;
            rest = rest[1..];
            return true;
        }

        internal bool TakeAny(ReadOnlySpan<byte> marks)
        {
            if (rest.IsEmpty || !marks.Contains(rest[0]))
                return false;
            rest = rest[1..];
            return true;
        }

        internal bool Any(out byte mark)
        {
            mark = rest.IsEmpty ? (byte)0 : rest[0];
            rest = rest.IsEmpty ? rest : rest[1..];
            return mark != 0;
        }
    }
}
