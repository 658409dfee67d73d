using System.Buffers.Binary;

namespace Attune.Signals.RecordingFiles.Binary;

/// <summary>A field of a FIT message by its definition.</summary>
internal readonly record struct FitField(byte Number, byte Size, int Offset);

/// <summary>What the data messages of one local type look like. Developer fields are counted and passed over.</summary>
internal sealed record FitDefinition(ushort Global, bool IsBigEndian, FitField[] Fields, int Size)
{
    internal ReadOnlySpan<byte> Bytes(ReadOnlySpan<byte> message, byte number)
    {
        foreach (var field in Fields)
        {
            if (field.Number == number)
                return message.Slice(field.Offset, field.Size);
        }

        return [];
    }

    /// <summary>An unsigned number of 1, 2 or 4 bytes; null when absent, of another size or marked invalid (all bits set).</summary>
    internal uint? Number(ReadOnlySpan<byte> message, byte number) => Bytes(message, number) switch
    {
        { Length: 1 } one => one[0] == byte.MaxValue ? null : one[0],
        { Length: 2 } two => Short(two) is var value && value == ushort.MaxValue ? null : value,
        { Length: 4 } four => (IsBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(four) : BinaryPrimitives.ReadUInt32LittleEndian(four)) is var value && value == uint.MaxValue ? null : value,
        _ => null,
    };

    internal ushort Short(ReadOnlySpan<byte> two) => IsBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(two) : BinaryPrimitives.ReadUInt16LittleEndian(two);
}

/// <summary>The checksum of FIT: CRC-16 with the reversed polynomial A001, start 0.</summary>
internal static class FitChecksum
{
    private static readonly ushort[] Table = [.. Enumerable.Range(0, 256).Select(Entry)];

    internal static ushort Of(ReadOnlySpan<byte> bytes)
    {
        ushort crc = 0;
        foreach (var value in bytes)
            crc = (ushort)((crc >> 8) ^ Table[(crc ^ value) & 0xFF]);
        return crc;
    }

    private static ushort Entry(int index)
    {
        var crc = index;
        for (var bit = 0; bit < 8; bit++)
            crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xA001 : crc >> 1;
        return (ushort)crc;
    }
}
