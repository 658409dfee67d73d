using System.IO.Compression;
using System.Text;
using Attune.Signals.RecordingFiles.Archives;
using Attune.Signals.RecordingFiles.Binary;
using Attune.Signals.RecordingFiles.Plain;
using Attune.Signals.RecordingFiles.Tables;
using Attune.Signals.RecordingFiles.Text;
using Attune.Signals.RecordingFiles.Xml;

namespace Attune.Signals.RecordingFiles;

/// <summary>From the first bytes to the reader.</summary>
internal static class Dispatch
{
    private const int HeadBytes = 64 * 1024;
    private const int FirstLines = 200;
    private const int DeepestArchive = 2;

    private static ReadOnlySpan<byte> AppleDouble => [0x00, 0x05, 0x16, 0x07];

    private static ReadOnlySpan<byte> Gzip => [0x1F, 0x8B];

    private static readonly (Func<TextInput, bool> Recognises, Func<TextInput, RecordingOutcome> Read)[] TextReaders =
    [
        (PolarHrmReader.Recognises, PolarHrmReader.Read),
        (SelfLoopsReader.Recognises, SelfLoopsReader.Read),
        (HrvLoggerReader.Recognises, HrvLoggerReader.Read),
        (HrvLoggerReader.RecognisesEvents, HrvLoggerReader.ReadEvents),
        (PolarSensorLoggerReader.Recognises, PolarSensorLoggerReader.Read),
        (MovesenseReader.Recognises, MovesenseReader.Read),
        (OpenHrvReader.Recognises, OpenHrvReader.Read),
        (EmpaticaReader.Recognises, EmpaticaReader.Read),
        (VnsAnalyseReader.Recognises, VnsAnalyseReader.Read),
        (KubiosReportReader.Recognises, KubiosReportReader.Read),
    ];

    internal static RecordingOutcome Read(string fileName, Stream stream, RecordingOptions options, int depth)
    {
        var head = new byte[HeadBytes];
        var length = stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false);
        var first = head.AsSpan(0, length);
        if (length == 0)
            return Refusals.Empty();
        if (first.StartsWith(AppleDouble) || (TextInput.BaseName(fileName).StartsWith("._", StringComparison.Ordinal) && first.Contains((byte)0)))
            return Refusals.MacCompanion();
        if (first.StartsWith(Gzip) || ZipRecording.Recognises(first))
        {
            return depth >= DeepestArchive
                ? Refusals.ArchiveBounds("it holds archives inside archives")
                : Unpack(fileName, Whole(stream, head, length), options, depth, first.StartsWith(Gzip));
        }

        return Named(first) ?? (FitReader.Recognises(first) ? FitReader.Read(All(stream, head, length), options)
            : NumPyReader.Recognises(first) ? NumPyReader.Read(All(stream, head, length), options)
            : EdfReader.Recognises(first) && HoldsControlsOrHeader(first) ? EdfReader.Read(Joined(stream, head, length), options)
            : Text(fileName, stream, head, length, options));
    }

    /// <summary>Formats that are known and not read.</summary>
    private static RecordingOutcome.Refused? Named(ReadOnlySpan<byte> head) =>
        head.Length > 8 && head[0] == 0xFF && head[1..8].SequenceEqual("BIOSEMI"u8)
            ? Refusals.OtherFormat("a BDF file (24-bit BioSemi)", "Export it as EDF or EDF+.")
            : head.StartsWith("MATLAB "u8) ? Refusals.OtherFormat("a MATLAB file", "Save the beat intervals as text, one per line.")
            : head.StartsWith("RDX"u8) || head.StartsWith("BZh"u8) ? Refusals.OtherFormat("data of R, or packed with bzip2", "Write the beat intervals as text, one per line.")
            : head.StartsWith("Obj\x01"u8) ? Refusals.OtherFormat("an Avro file (Empatica EmbracePlus)", "Export the CSV files instead.")
            : head.StartsWith("%PDF"u8) ? Refusals.OtherFormat("a PDF", "Export the recording itself, not the report about it.")
            : null;

    private static RecordingOutcome Unpack(string fileName, Stream packed, RecordingOptions options, int depth, bool isGzip)
    {
        if (!isGzip)
        {
            // The directory of a zip lies at its end, so it is read from a stream that can seek.
            if (!packed.CanSeek)
                packed = new MemoryStream(ReadAll(packed, 4 * RecordingFile.LargestBytes));
            return ZipRecording.Read(packed, options, (name, entry) => Read(name, entry, options with { Entry = null }, depth + 1));
        }

        var counted = new CountingStream(packed);
        using var unpacked = new GZipStream(counted, CompressionMode.Decompress, leaveOpen: true);
        var name = fileName.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? fileName[..^3] : fileName;
        try
        {
            return Read(name, new UnpackingStream(unpacked, () => counted.Count, ZipRecording.MostUnpacked), options, depth + 1);
        }
        catch (InvalidDataException)
        {
            return Refusals.Damaged("gzip", $"it cannot be unpacked any further from byte {counted.Count} on", null, counted.Count);
        }
    }

    private static RecordingOutcome Text(string fileName, Stream stream, byte[] head, int length, RecordingOptions options)
    {
        var first = head.AsSpan(0, length);
        var encoding = first.StartsWith(Encoding.Unicode.Preamble) ? Encoding.Unicode : first.StartsWith(Encoding.BigEndianUnicode.Preamble) ? Encoding.BigEndianUnicode : null;
        var all = Joined(stream, head, length);
        if (encoding is not null)
        {
            var utf8 = Encoding.CreateTranscodingStream(all, encoding, Encoding.UTF8);
            head = new byte[HeadBytes];
            length = utf8.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false);
            all = Joined(utf8, head, length);
            first = head.AsSpan(0, length);
        }

        if (first.StartsWith(Encoding.UTF8.Preamble))
        {
            all.ReadExactly(new byte[Encoding.UTF8.Preamble.Length]);
            first = first[Encoding.UTF8.Preamble.Length..];
        }

        if (HoldsControls(first))
            return Refusals.NotText();
        if (Cells.TrimSpaces(first) is [(byte)'<', ..])
            return Xml(all, Encoding.UTF8.GetString(first), options);
        return Lines(fileName, all, first, length == HeadBytes, encoding is null && stream.CanSeek ? stream.Length : 0, options);
    }

    private static RecordingOutcome Lines(string fileName, Stream all, ReadOnlySpan<byte> first, bool goesOn, long bytes, RecordingOptions options)
    {
        var shown = FirstOf(first, goesOn);
        var input = new TextInput(fileName, shown, new(all), options) { Bytes = bytes };
        if (shown.Length == 0)
            return goesOn ? PlainTextReader.Read(input) : Refusals.Empty();
        if (shown[0][0] is '{')
            return Refusals.OtherFormat("JSON", "Export the beat intervals as text, one per line.");
        foreach (var (recognises, read) in TextReaders)
        {
            if (recognises(input))
                return read(input);
        }

        return PlainTextReader.Read(input);
    }

    private static RecordingOutcome Xml(Stream all, string head, RecordingOptions options) =>
        AppleHealthReader.Recognises(head) ? AppleHealthReader.Read(all, options)
        : TcxReader.Recognises(head) ? TcxReader.Read(all, options)
        : Refusals.OtherFormat("XML of another kind", "TCX files and the export of Apple Health are read.");

    /// <summary>Whole lines that are not blank, trimmed; a last one that goes on behind the head is left out unless it is the only one.</summary>
    private static string[] FirstOf(ReadOnlySpan<byte> head, bool goesOn)
    {
        var lines = new List<string>();
        while (!head.IsEmpty && lines.Count < FirstLines)
        {
            var end = head.IndexOfAny((byte)'\n', (byte)'\r');
            if (end < 0 && goesOn && lines.Count > 0)
                break;
            var line = Cells.TrimSpaces(end < 0 ? head : head[..end]);
            head = end < 0 ? [] : head[(end + 1)..];
            if (!line.IsEmpty)
                lines.Add(Encoding.UTF8.GetString(line));
        }

        return [.. lines];
    }

    private static bool HoldsControls(ReadOnlySpan<byte> content)
    {
        foreach (var value in content)
        {
            if (value < ' ' && value is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f'))
                return true;
        }

        return false;
    }

    // "0" and seven spaces may begin a text of numbers; a header of EDF has no line end in its 256 bytes.
    private static bool HoldsControlsOrHeader(ReadOnlySpan<byte> head) => !head[..Math.Min(head.Length, EdfHeader.FixedLength)].ContainsAny((byte)'\n', (byte)'\r');

    private static Stream Joined(Stream stream, byte[] head, int length) =>
        length < HeadBytes ? new MemoryStream(head, 0, length, writable: false) : new JoinedStream(new MemoryStream(head, 0, length, writable: false), stream);

    /// <summary>The stream itself from its beginning, where it can go back.</summary>
    private static Stream Whole(Stream stream, byte[] head, int length)
    {
        if (!stream.CanSeek)
            return Joined(stream, head, length);
        stream.Position -= length;
        return stream;
    }

    private static byte[] All(Stream stream, byte[] head, int length) => ReadAll(Joined(stream, head, length), RecordingFile.LargestBytes);

    private static byte[] ReadAll(Stream stream, int most)
    {
        var kept = new MemoryStream();
        var buffer = new byte[HeadBytes];
        while (stream.Read(buffer) is var read and > 0)
        {
            kept.Write(buffer, 0, read);
            if (kept.Length > most)
                throw new BoundPassed(Refusals.TooLarge(most));
        }

        return kept.ToArray();
    }
}
