using System.Security.Cryptography;
using Attune.Method.Cases;

namespace Attune.Benchmarks;

/// <summary>What the machine itself allows, measured beside what we make of it.</summary>
internal static class Limits
{
    /// <summary>One write of a page and one sync, over the same few pages of one file.</summary>
    public static Action Sync(string below, out IDisposable file)
    {
        var path = Path.Combine(below, $"sync-{Guid.NewGuid():N}");
        var handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, options: FileOptions.DeleteOnClose, preallocationSize: 64 * 4_096);
        var page = new byte[4_096];
        var turn = 0;
        file = handle;
        return () =>
        {
            RandomAccess.Write(handle, page, turn++ % 64 * 4_096L);
            RandomAccess.FlushToDisk(handle);
        };
    }

    /// <summary>Only the opening of as many boxes of the same size: no file, no proof, no JSON.</summary>
    public static Action Decrypt(IReadOnlyList<CaseEvent> events)
    {
        var gcm = new AesGcm(new byte[32], 16);
        var boxes = events.Select(happened =>
        {
            var plain = CaseJson.Write(happened);
            var (cipher, tag) = (new byte[Padded(plain.Length)], new byte[16]);
            gcm.Encrypt(new byte[12], new byte[cipher.Length], cipher, tag);
            return (cipher, tag);
        }).ToList();
        return () =>
        {
            foreach (var (cipher, tag) in boxes)
                gcm.Decrypt(new byte[12], cipher, tag, new byte[cipher.Length]);
        };
    }

    /// <summary>Only the opening of so many bytes in boxes of the size of most rows, by one thread.</summary>
    public static Action DecryptBytes(long bytes)
    {
        const int size = 512;
        var gcm = new AesGcm(new byte[32], 16);
        var (cipher, tag, plain) = (new byte[size], new byte[16], new byte[size]);
        gcm.Encrypt(new byte[12], plain, cipher, tag);
        return () =>
        {
            for (var i = 0L; i < bytes / size; i++)
                gcm.Decrypt(new byte[12], cipher, tag, plain);
        };
    }

    /// <summary>Only the reading of the JSON.</summary>
    public static Action Parse(IReadOnlyList<CaseEvent> events)
    {
        var texts = events.Select(CaseJson.Write).ToList();
        return () =>
        {
            foreach (var text in texts)
                CaseJson.Read(text);
        };
    }

    // As the record pads, nearly enough for a limit.
    public static int Padded(int length) => (length / 256 * 256) + 256;
}
