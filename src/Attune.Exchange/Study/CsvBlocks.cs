namespace Attune.Exchange.Study;

/// <summary>A CSV file in large pieces that end where a record ends. A line break between quotation marks ends none.</summary>
internal static class CsvBlocks
{
    public const int LongestRecord = 16 * 1024 * 1024;
    private const int Size = 1024 * 1024;

    /// <summary>The file's beginning with its header whole, at most <see cref="LongestRecord"/>.</summary>
    public static byte[] Start(Stream file)
    {
        for (var size = 64 * 1024; ; size *= 4)
        {
            file.Position = 0;
            var start = new byte[size];
            var read = file.ReadAtLeast(start, size, throwOnEndOfStream: false);
            if (read < size || EndOfFirstRecord(start) < size || size >= LongestRecord)
                return start[..read];
        }
    }

    /// <summary>From where the file stands to its end.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Of(Stream file)
    {
        var (room, kept) = (new byte[Size], 0);
        while (true)
        {
            var read = file.ReadAtLeast(room.AsSpan(kept), room.Length - kept, throwOnEndOfStream: false);
            var filled = kept + read;
            if (filled < room.Length)
            {
                if (filled > 0)
                    yield return room.AsMemory(0, filled);
                yield break;
            }

            var end = EndOfLastRecord(room);
            if (end == 0)
            {
                if (room.Length >= LongestRecord)
                    throw new StudyRefusedException(new(StudyCodes.BrokenRow, "No row ends within 16 MB: a quotation mark was opened and never closed, or this is no CSV file."));
                kept = filled;
                Array.Resize(ref room, 4 * room.Length);
                continue;
            }

            // The next block's own room: this one is still being read.
            var next = new byte[Size];
            if (filled - end > Size)
                next = new byte[room.Length];
            room.AsSpan(end).CopyTo(next);
            yield return room.AsMemory(0, end);
            (room, kept) = (next, filled - end);
        }
    }

    /// <summary>Behind the line break that ends the first record; the length where none does.</summary>
    public static int EndOfFirstRecord(ReadOnlySpan<byte> text)
    {
        var (at, isQuoted) = (0, false);
        while (text[at..].IndexOfAny((byte)'"', (byte)'\n') is >= 0 and var next)
        {
            at += next + 1;
            if (text[at - 1] == (byte)'"')
                isQuoted = !isQuoted;
            else if (!isQuoted)
                return at;
        }

        return text.Length;
    }

    private static int EndOfLastRecord(ReadOnlySpan<byte> text)
    {
        if (!text.Contains((byte)'"'))
            return text.LastIndexOf((byte)'\n') + 1;
        var (at, isQuoted, end) = (0, false, 0);
        while (text[at..].IndexOfAny((byte)'"', (byte)'\n') is >= 0 and var next)
        {
            at += next + 1;
            if (text[at - 1] == (byte)'"')
                isQuoted = !isQuoted;
            else if (!isQuoted)
                end = at;
        }

        return end;
    }
}
