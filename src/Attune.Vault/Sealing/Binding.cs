using System.Buffers.Binary;

namespace Attune.Vault;

/// <summary>What a ciphertext is for; bound into it, so that one kind can never pass for another.</summary>
internal enum Purpose : byte
{
    LogRow = 1,
    RecordingRow = 2,
    AuditRow = 3,
    LogHead = 4,
    RecordingHead = 5,
    AuditHead = 6,
    KeyWrap = 7,
    SubjectKey = 8,
    ErasedKey = 9,
    Drawer = 10,
    Link = 11,
    HeadOfHeads = 12,
    JournalRow = 13,
}

/// <summary>
/// The associated data of a ciphertext: its place in the record. A row moved to another practice, case, number or key, or put behind another
/// row, no longer opens. Always <see cref="Length"/> bytes; what a purpose does not use is zero.
/// </summary>
internal readonly ref struct Binding
{
    /// <summary>The version of the envelope (cipher, layout of this data), not of the file's tables.</summary>
    public const ushort EnvelopeVersion = 1;

    public const int HashLength = 32;
    public const int Length = 1 + sizeof(ushort) + 16 + 16 + sizeof(long) + 16 + HashLength;

    public required Purpose Purpose { get; init; }
    public required Guid Practice { get; init; }

    /// <summary>The case, recording, compartment or key holder.</summary>
    public Guid Scope { get; init; }

    public long Number { get; init; }
    public Guid KeyId { get; init; }

    /// <summary>The hash of the previous row of a chain, or the name of a box.</summary>
    public ReadOnlySpan<byte> Hash { get; init; }

    public void WriteTo(Span<byte> to)
    {
        to[..Length].Clear();
        to[0] = (byte)Purpose;
        BinaryPrimitives.WriteUInt16BigEndian(to[1..], EnvelopeVersion);
        Practice.TryWriteBytes(to[3..], bigEndian: true, out _);
        Scope.TryWriteBytes(to[19..], bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(to[35..], Number);
        KeyId.TryWriteBytes(to[43..], bigEndian: true, out _);
        Hash.CopyTo(to[59..Length]);
    }
}
