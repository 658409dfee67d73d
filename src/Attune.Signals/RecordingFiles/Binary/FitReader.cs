using System.Buffers.Binary;

namespace Attune.Signals.RecordingFiles.Binary;

/// <summary>
/// FIT, a small reader of our own after the published protocol: headers of 12 and 14 bytes, definitions and data, developer fields, compressed timestamps, checksums of header and
/// file, chained files. What is damaged or cut is read as far as it goes.
/// </summary>
internal static class FitReader
{
    private const int ShortHeader = 12;
    private const int LongHeader = 14;
    private const int LocalTypes = 16;

    internal static bool Recognises(ReadOnlySpan<byte> head) => head.Length >= ShortHeader && head[8..12].SequenceEqual(".FIT"u8) && head[0] is ShortHeader or LongHeader;

    internal static RecordingOutcome Read(ReadOnlySpan<byte> file, RecordingOptions options)
    {
        var seen = new Understanding(RecordingFormat.Fit, options);
        var heart = new FitHeart();
        var at = 0;
        while (at < file.Length)
        {
            if (!Recognises(file[at..]))
            {
                seen.Cut($"From byte {at} on the file is no FIT file any more ({file.Length - at} bytes); that part was not read.", null, at);
                break;
            }

            var next = ReadOne(file, at, heart, seen);
            if (next is null)
                break;
            at = next.Value;
        }

        return heart.Build(seen, file.Length);
    }

    /// <summary>Reads the FIT file that begins at <paramref name="start"/>; gives the place behind it, or null when nothing can follow.</summary>
    private static int? ReadOne(ReadOnlySpan<byte> file, int start, FitHeart heart, Understanding seen)
    {
        var header = file[start];
        var size = BinaryPrimitives.ReadUInt32LittleEndian(file[(start + 4)..]);
        if (header == LongHeader && file.Length >= start + LongHeader)
        {
            var stored = BinaryPrimitives.ReadUInt16LittleEndian(file[(start + ShortHeader)..]);
            if (stored != 0 && stored != FitChecksum.Of(file.Slice(start, ShortHeader)))
                seen.Damaged($"The checksum of the header at byte {start} is wrong: the file is damaged. It was read as far as it makes sense.", start);
        }

        var first = start + header;
        var end = first + (long)size;
        var isCut = end + 2 > file.Length;
        var data = isCut ? file.Length : (int)end;
        if (!isCut && FitChecksum.Of(file[start..data]) != BinaryPrimitives.ReadUInt16LittleEndian(file[data..]))
            seen.Damaged($"The checksum at byte {data} is wrong: something in the file is damaged. It was read as far as it makes sense.", data);
        var stopped = ReadRecords(file[..data], Math.Min(first, data), heart);
        if (isCut)
            seen.Cut($"The file is cut: it ends at byte {file.Length}, and should end at byte {end + 2}.", null, file.Length);
        else if (stopped < data)
            seen.Cut($"At byte {stopped} the file is damaged; the rest of this part was not read.", null, stopped);
        return isCut ? null : data + 2;
    }

    private static int ReadRecords(ReadOnlySpan<byte> file, int at, FitHeart heart)
    {
        var definitions = new FitDefinition?[LocalTypes];
        heart.BeginFile();
        while (at < file.Length)
        {
            var header = file[at];
            var body = at + 1;
            if ((header & 0x80) == 0 && (header & 0x40) != 0)
            {
                if (!TryDefinition(file, ref body, (header & 0x20) != 0, out definitions[header & 0x0F]))
                    return at;
            }
            else
            {
                var compressed = (header & 0x80) != 0;
                if (definitions[compressed ? (header >> 5) & 3 : header & 0x0F] is not { } definition || body + definition.Size > file.Length)
                    return at;
                heart.Take(definition, file.Slice(body, definition.Size), compressed ? header & 0x1F : null);
                body += definition.Size;
            }

            at = body;
        }

        return at;
    }

    private static bool TryDefinition(ReadOnlySpan<byte> file, ref int at, bool hasDeveloperFields, out FitDefinition? definition)
    {
        definition = null;
        if (at + 5 > file.Length || file[at + 1] > 1)
            return false;
        var (bigEndian, count) = (file[at + 1] == 1, file[at + 4]);
        var global = bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]) : BinaryPrimitives.ReadUInt16LittleEndian(file[(at + 2)..]);
        at += 5;
        if (at + (3 * count) > file.Length)
            return false;
        var (fields, size) = (new FitField[count], 0);
        for (var i = 0; i < count; i++, at += 3)
        {
            fields[i] = new(file[at], file[at + 1], size);
            size += file[at + 1];
        }

        if (hasDeveloperFields)
        {
            if (at >= file.Length || at + 1 + (3 * file[at]) > file.Length)
                return false;
            for (var (left, from) = ((int)file[at], at + 1); left > 0; left--, from += 3)
                size += file[from + 1];
            at += 1 + (3 * file[at]);
        }

        definition = new(global, bigEndian, fields, size);
        return true;
    }
}
