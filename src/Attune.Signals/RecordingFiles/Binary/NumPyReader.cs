using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Attune.Signals.RecordingFiles.Plain;
using Attune.Signals.RecordingFiles.Text;

namespace Attune.Signals.RecordingFiles.Binary;

/// <summary>A NumPy array file (.npy, versions 1 to 3) of one dimension, whole or real numbers: read like plain text with one number per line.</summary>
internal static class NumPyReader
{
    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    internal static bool Recognises(ReadOnlySpan<byte> head) => head.StartsWith(Magic);

    internal static RecordingOutcome Read(ReadOnlySpan<byte> file, RecordingOptions options)
    {
        if (file.Length < 12)
            return Refusals.Damaged("NumPy", $"it ends at byte {file.Length}, inside its header", null, file.Length);
        var wide = file[6] > 1;
        var (headerAt, length) = wide ? (12, BinaryPrimitives.ReadUInt32LittleEndian(file[8..])) : (10, BinaryPrimitives.ReadUInt16LittleEndian(file[8..]));
        if (headerAt + (long)length > file.Length)
            return Refusals.Damaged("NumPy", $"it ends at byte {file.Length}, inside its header", null, file.Length);
        var header = Encoding.Latin1.GetString(file.Slice(headerAt, (int)length));
        if (Between(header, "'descr':", "'", "'") is not { Length: >= 2 } type || Between(header, "'shape':", "(", ")") is not { } shape)
            return Refusals.Damaged("NumPy", $"its header names no type and shape", null, headerAt);
        var sizes = shape.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (sizes.Length is 0 or > 2 || !Array.TrueForAll(sizes, static size => long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            || (sizes.Length == 2 && !sizes.Contains("1")))
            return Refusals.OtherFormat($"a NumPy array of the shape ({Cells.Quote(Encoding.UTF8.GetBytes(shape))})", "Save the beat intervals as an array of one dimension.");
        if (ReaderOf(type) is not { } number)
            return Refusals.OtherFormat($"a NumPy array of the type {Cells.Quote(Encoding.UTF8.GetBytes(type))}", "Save the beat intervals as whole or real numbers.");
        var count = sizes.Max(static size => long.Parse(size, CultureInfo.InvariantCulture));
        return Build(file, headerAt + (int)length, type[^1] - '0', count, number, options);
    }

    private delegate double Reader(ReadOnlySpan<byte> bytes);

    private static RecordingOutcome Build(ReadOnlySpan<byte> file, int at, int width, long count, Reader number, RecordingOptions options)
    {
        var seen = new Understanding(RecordingFormat.NumPy, options);
        var there = (file.Length - at) / width;
        if (there < count)
            seen.Cut($"The file is cut: it ends at byte {file.Length} after {there} of {count} numbers.", null, file.Length);
        var (numbers, samples) = (new IntervalNumbers(), new List<double>());
        Span<byte> text = stackalloc byte[32];
        for (var i = 0; i < Math.Min(there, count) && !numbers.IsFull; i++)
        {
            var place = at + (i * width);
            var value = number(file[place..]);
            samples.Add(value);
            if (options.SamplingRateHz is not null)
                continue;
            if (value < 0)
                return Refusals.Negative(i + 1, text[..Written(value, text)]) with { Byte = place };
            if (double.IsFinite(value) && FixedPoint.TryParse(text[..Written(value, text)], decimalComma: false, out var exact))
            {
                numbers.Add(exact);
                continue;
            }

            numbers.Add(default);
            if (seen.Dropped++ == 0)
                seen.Remark($"Numbers that are none (NaN, infinite) count as beats of unknown length; the first is at byte {place}.", null, place);
        }

        return options.SamplingRateHz is { } rate ? PlainSignalReader.FromSamples(options, samples, rate) : PlainNumbers.Build(seen, numbers, null);
    }

    private static int Written(double value, Span<byte> text) => value.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture) ? length : 0;

    private static Reader? ReaderOf(string type)
    {
        var big = type[0] == '>';
        return type[1..] switch
        {
            "i1" => static bytes => (sbyte)bytes[0],
            "u1" => static bytes => bytes[0],
            "i2" => big ? static bytes => BinaryPrimitives.ReadInt16BigEndian(bytes) : static bytes => BinaryPrimitives.ReadInt16LittleEndian(bytes),
            "u2" => big ? static bytes => BinaryPrimitives.ReadUInt16BigEndian(bytes) : static bytes => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
            "i4" => big ? static bytes => BinaryPrimitives.ReadInt32BigEndian(bytes) : static bytes => BinaryPrimitives.ReadInt32LittleEndian(bytes),
            "u4" => big ? static bytes => BinaryPrimitives.ReadUInt32BigEndian(bytes) : static bytes => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
            "i8" => big ? static bytes => BinaryPrimitives.ReadInt64BigEndian(bytes) : static bytes => BinaryPrimitives.ReadInt64LittleEndian(bytes),
            "u8" => big ? static bytes => BinaryPrimitives.ReadUInt64BigEndian(bytes) : static bytes => BinaryPrimitives.ReadUInt64LittleEndian(bytes),
            "f4" => big ? static bytes => BinaryPrimitives.ReadSingleBigEndian(bytes) : static bytes => BinaryPrimitives.ReadSingleLittleEndian(bytes),
            "f8" => big ? static bytes => BinaryPrimitives.ReadDoubleBigEndian(bytes) : static bytes => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
            _ => null,
        };
    }

    private static string? Between(string header, string key, string open, string close)
    {
        var from = header.IndexOf(key, StringComparison.Ordinal);
        from = from < 0 ? -1 : header.IndexOf(open, from + key.Length, StringComparison.Ordinal);
        var to = from < 0 ? -1 : header.IndexOf(close, from + 1, StringComparison.Ordinal);
        return to < 0 ? null : header[(from + 1)..to];
    }
}
