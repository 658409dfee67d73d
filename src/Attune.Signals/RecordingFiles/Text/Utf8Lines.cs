namespace Attune.Signals.RecordingFiles.Text;

/// <summary>
/// Lines of a stream of text as spans of one buffer: memory is bounded whatever the file. A line ends with LF, CR LF or CR. A line above
/// <see cref="LongestLine"/> ends the reading with <see cref="BoundPassed"/>.
/// </summary>
internal sealed class Utf8Lines(Stream stream)
{
    /// <summary>Longest line, in bytes (our proposal).</summary>
    internal const int LongestLine = 64 * 1024;

    private readonly byte[] buffer = new byte[4 * LongestLine];
    private int from;
    private int to;
    private bool ended;
    private bool skipLineFeed;
    private long bufferStart;

    /// <summary>Number of the line that was given last, from 1.</summary>
    internal int Number { get; private set; }

    /// <summary>Byte at which the line that was given last begins, from 0.</summary>
    internal long LineStart { get; private set; }

    /// <summary>The next line without its end; false at the end of the text. The span lives until the next call.</summary>
    internal bool TryNext(out ReadOnlySpan<byte> line)
    {
        if (skipLineFeed)
        {
            skipLineFeed = false;
            if (Fill() && buffer[from] == '\n')
                from++;
        }

        var searched = 0;
        while (true)
        {
            var window = buffer.AsSpan(from, to - from);
            var end = window[searched..].IndexOfAny((byte)'\n', (byte)'\r');
            if (end >= 0)
            {
                end += searched;
                skipLineFeed = window[end] == '\r';
                line = Give(end);
                from++;
                return true;
            }

            searched = window.Length;
            if (searched > LongestLine)
                throw new BoundPassed(Refusals.LineTooLong(Number + 1, LongestLine));
            if (!More())
            {
                line = Give(to - from);
                return !line.IsEmpty;
            }
        }
    }

    /// <summary>Lets <paramref name="numbers"/> take as many plain lines as it can straight from the buffer.</summary>
    internal void TakePlain(IntervalNumbers numbers)
    {
        if (skipLineFeed)
            return;
        while (Fill())
        {
            var (bytes, lines) = numbers.TakeLines(buffer.AsSpan(from, to - from));
            from += bytes;
            Number += lines;
            if (bytes == 0 || (from < to && to - from > LongestLine))
                return;
            if (!More())
                return;
        }
    }

    private ReadOnlySpan<byte> Give(int length)
    {
        LineStart = bufferStart + from;
        var line = buffer.AsSpan(from, length);
        from += length;
        if (length > 0 || from < to)
            Number++;
        return line;
    }

    private bool Fill() => from < to || More();

    private bool More()
    {
        if (ended)
            return false;
        if (from > 0)
        {
            buffer.AsSpan(from, to - from).CopyTo(buffer);
            bufferStart += from;
            to -= from;
            from = 0;
        }

        var read = to < buffer.Length ? stream.Read(buffer, to, buffer.Length - to) : 0;
        to += read;
        ended = read == 0;
        return read > 0;
    }
}
