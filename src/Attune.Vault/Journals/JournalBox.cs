using System.Buffers.Binary;

namespace Attune.Vault;

/// <summary>A row of a journal as bytes: one sealed part for each data key, bound to journal, number and key.</summary>
internal static class JournalBox
{
    private const int HeadLength = 16 + Envelope.NonceLength + sizeof(int);

    public static byte[] Seal(Guid practice, Guid journal, long number, IReadOnlyList<LogEntry> parts, Func<Guid, SecretBytes> keyOf)
    {
        var boxes = new SealedBytes[parts.Count];
        int length = 0;
        for (int i = 0; i < boxes.Length; i++)
        {
            boxes[i] = Envelope.SealPadded(keyOf(parts[i].KeyId).Span, parts[i].Payload.Span, Bound(practice, journal, number, parts[i].KeyId));
            length += HeadLength + boxes[i].Ciphertext.Length;
        }
        var row = new byte[length];
        var at = row.AsSpan();
        for (int i = 0; i < boxes.Length; i++)
        {
            parts[i].KeyId.TryWriteBytes(at, bigEndian: true, out _);
            boxes[i].Nonce.CopyTo(at[16..]);
            BinaryPrimitives.WriteInt32BigEndian(at[(16 + Envelope.NonceLength)..], boxes[i].Ciphertext.Length);
            boxes[i].Ciphertext.CopyTo(at[HeadLength..]);
            at = at[(HeadLength + boxes[i].Ciphertext.Length)..];
        }
        return row;
    }

    /// <summary>The parts as they lie there; null when the bytes are not such a row.</summary>
    public static IReadOnlyList<(Guid KeyId, SealedBytes Box)>? Parts(byte[] row)
    {
        var parts = new List<(Guid, SealedBytes)>();
        for (int at = 0; at < row.Length;)
        {
            if (row.Length - at < HeadLength) return null;
            int length = BinaryPrimitives.ReadInt32BigEndian(row.AsSpan(at + 16 + Envelope.NonceLength));
            int from = at + HeadLength;
            if (length < 0 || length > row.Length - from) return null;
            parts.Add((new Guid(row.AsSpan(at, 16), bigEndian: true), new SealedBytes(row[(at + 16)..(at + 16 + Envelope.NonceLength)], row[from..(from + length)])));
            at = from + length;
        }
        return parts;
    }

    public static Binding Bound(Guid practice, Guid journal, long number, Guid keyId) =>
        new() { Purpose = Purpose.JournalRow, Practice = practice, Scope = journal, Number = number, KeyId = keyId };
}
