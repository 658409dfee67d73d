using System.Security.Cryptography;

namespace Attune.Practice.Live;

/// <summary>How far one page's numbers are on the disk, and what the latest of them were: an item that comes again is compared.</summary>
internal sealed class TakenStream
{
    // A page sends again what was under way: never more than a few batches. What lies further back is looked up in the journal.
    private const int Remembered = 512;

    private readonly ulong[] _latest = new ulong[Remembered];

    /// <summary>Everything up to here is on the disk.</summary>
    public long Acknowledged { get; private set; }

    /// <summary>When something came last.</summary>
    public DateTimeOffset LastAt { get; set; }

    public void Took(long from, int count)
    {
        if (from != Acknowledged + 1)
            throw new InvalidOperationException($"Numbers {from} and on do not follow {Acknowledged}.");
        Acknowledged += count;
    }

    public void Remember(long number, ReadOnlySpan<byte> json) => _latest[number % Remembered] = Sum(json);

    /// <summary>Null: too long ago to say.</summary>
    public bool? IsSame(long number, ReadOnlySpan<byte> json) => number <= Acknowledged - Remembered ? null : _latest[number % Remembered] == Sum(json);

    private static ulong Sum(ReadOnlySpan<byte> json)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(json, hash);
        return BitConverter.ToUInt64(hash);
    }
}
