using System.IO.Compression;
using System.Text;
using Attune.Signals.RecordingFiles.Text;

namespace Attune.Signals.RecordingFiles.Archives;

/// <summary>A zip: a whole Empatica E4 download, an Apple Health export, or one recording among what an app or a system put beside it.</summary>
internal static class ZipRecording
{
    internal const int MostEntries = 2_000;
    internal const long MostUnpacked = 8L * 1024 * 1024 * 1024;

    internal static bool Recognises(ReadOnlySpan<byte> head) => head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8);

    /// <summary><paramref name="read"/> reads one entry by name and stream.</summary>
    internal static RecordingOutcome Read(Stream seekable, RecordingOptions options, Func<string, Stream, RecordingOutcome> read)
    {
        try
        {
            using var zip = new ZipArchive(seekable, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MostEntries)
                return Refusals.ArchiveBounds($"it has {zip.Entries.Count} entries");
            var entries = zip.Entries.Where(IsCandidate).ToList();
            RecordingOutcome ReadEntry(ZipArchiveEntry entry)
            {
                using var unpacked = entry.Open();
                var packed = Math.Min(entry.CompressedLength, seekable.Length);
                return read(entry.FullName, new UnpackingStream(unpacked, () => packed, MostUnpacked));
            }

            if (options.Entry is { } wanted)
            {
                return entries.Find(entry => entry.FullName == wanted) is { } chosen
                    ? ReadEntry(chosen)
                    : Refusals.BadOption($"The archive has no recording named '{Quote(wanted)}'.");
            }

            if (entries.Exists(static entry => entry.Name is "IBI.csv") && entries.Exists(static entry => entry.Name is "HR.csv" or "BVP.csv" or "tags.csv"))
                return EmpaticaArchive.Read(entries, ReadEntry, options);
            if (entries.Find(static entry => entry.Name is "export.xml" or "Export.xml") is { } health)
                return ReadEntry(health);
            return entries.Count switch
            {
                0 => Refusals.NothingAboutHearts("The archive is empty."),
                1 => ReadEntry(entries[0]),
                _ => Refusals.ArchiveChoice(string.Join(", ", entries.Take(5).Select(static entry => Quote(entry.FullName))) + (entries.Count > 5 ? ", ..." : "")),
            };
        }
        catch (InvalidDataException)
        {
            return Refusals.Damaged("zip", $"its contents cannot be unpacked");
        }
    }

    /// <summary>Not folders, not what macOS lays beside files, not empty.</summary>
    private static bool IsCandidate(ZipArchiveEntry entry) =>
        entry.Name.Length > 0 && entry.Length > 0 && !entry.Name.StartsWith('.') && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal);

    private static string Quote(string name) => Cells.Quote(Encoding.UTF8.GetBytes(name));
}
