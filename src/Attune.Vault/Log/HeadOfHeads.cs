using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Attune.Vault;

/// <summary>
/// The sum (XOR) of a keyed hash of every head, encrypted and kept in the same transactions. A chain that is taken out whole with its head, or put
/// back to an older state with its older head, proves true by itself: here it is missed. Only the whole folder put back is not.
/// </summary>
internal sealed class HeadOfHeads(string place, Guid practice)
{
    private static readonly byte[] Name = new byte[Binding.HashLength];

    public void Replace(IRecordWriter writer, OpenKeys keys, ChainKind kind, Guid chain, ChainHead before, ChainHead after)
    {
        var sum = Stored(writer, keys);
        Add(sum, keys, kind, chain, before);
        Add(sum, keys, kind, chain, after);
        writer.PutBox(Shelf.HeadOfHeads, Name, Envelope.Seal(keys.Root.HeadOfHeads.Span, sum, Bound));
    }

    /// <summary>Whether the heads that are there are those that were written last.</summary>
    public bool Holds(IRecordReader reader, OpenKeys keys, IEnumerable<(ChainKind Kind, Guid Chain, ChainHead Head)> heads)
    {
        var sum = new byte[Binding.HashLength];
        foreach (var (kind, chain, head) in heads) Add(sum, keys, kind, chain, head);
        return CryptographicOperations.FixedTimeEquals(sum, Stored(reader, keys));
    }

    private Binding Bound => new() { Purpose = Purpose.HeadOfHeads, Practice = practice };

    private byte[] Stored(IRecordReader reader, OpenKeys keys) => reader.Box(Shelf.HeadOfHeads, Name) is not { } box
        ? new byte[Binding.HashLength]
        : Envelope.Open(keys.Root.HeadOfHeads.Span, box, Bound) ?? throw Faults.Damaged(place, "the sum of all heads does not prove true");

    private static void Add(Span<byte> sum, OpenKeys keys, ChainKind kind, Guid chain, ChainHead head)
    {
        if (head.Count == 0) return; // a chain without rows has no head
        Span<byte> text = stackalloc byte[1 + 16 + sizeof(long) + Binding.HashLength];
        text[0] = (byte)kind;
        chain.TryWriteBytes(text[1..], bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(text[17..], head.Count);
        head.Hash.CopyTo(text[25..]);

        Span<byte> hash = stackalloc byte[Binding.HashLength];
        HMACSHA256.HashData(keys.Root.HeadOfHeads.Span, text, hash);
        for (int i = 0; i < sum.Length; i++) sum[i] ^= hash[i];
    }
}
