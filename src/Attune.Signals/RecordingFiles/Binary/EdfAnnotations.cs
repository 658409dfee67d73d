using System.Globalization;
using System.Text;

namespace Attune.Signals.RecordingFiles.Binary;

/// <summary>A time-stamped annotation, in s since the start that the header names.</summary>
internal readonly record struct EdfAnnotation(double OnsetSeconds, double? DurationSeconds, string Text);

/// <summary>
/// Annotation lists of EDF+: <c>+onset[\x15duration]\x14text\x14...\x00</c>, UTF-8. The first list of a record keeps its time: its first text is empty.
/// </summary>
internal static class EdfAnnotations
{
    private const byte DurationMark = 0x15;
    private const byte TextMark = 0x14;
    private const int MostNotes = 1_000_000;

    /// <summary>Adds the annotations of a record; gives its own onset, null when the list does not keep time.</summary>
    internal static double? Take(ReadOnlySpan<byte> part, List<EdfAnnotation> notes)
    {
        double? keeper = null;
        var first = true;
        while (!part.IsEmpty)
        {
            var end = part.IndexOf((byte)0);
            var list = end < 0 ? part : part[..end];
            part = end < 0 ? [] : part[(end + 1)..];
            if (list.IsEmpty || !TryList(list, first, notes, out var onset))
                continue;
            keeper = first ? onset : keeper;
            first = false;
        }

        return keeper;
    }

    private static bool TryList(ReadOnlySpan<byte> list, bool isFirst, List<EdfAnnotation> notes, out double onset)
    {
        onset = 0;
        var head = list.IndexOf(TextMark);
        if (head < 0)
            return false;
        var stamp = list[..head];
        var texts = list[(head + 1)..];
        double? duration = null;
        if (stamp.IndexOf(DurationMark) is var mark and >= 0)
        {
            duration = Number(stamp[(mark + 1)..]);
            stamp = stamp[..mark];
        }

        if (stamp.IsEmpty || stamp[0] is not ((byte)'+' or (byte)'-') || Number(stamp) is not { } seconds)
            return false;
        onset = seconds;
        for (var index = 0; !texts.IsEmpty; index++)
        {
            var end = texts.IndexOf(TextMark);
            var text = end < 0 ? texts : texts[..end];
            texts = end < 0 ? [] : texts[(end + 1)..];
            if ((text.IsEmpty && isFirst && index == 0) || text.IsEmpty || notes.Count >= MostNotes)
                continue;
            notes.Add(new(onset, duration, Encoding.UTF8.GetString(text)));
        }

        return true;
    }

    private static double? Number(ReadOnlySpan<byte> text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < 1e10 ? value : null;
}
