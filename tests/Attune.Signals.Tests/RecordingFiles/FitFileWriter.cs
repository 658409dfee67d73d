using System.Buffers.Binary;

namespace Attune.Signals.Tests.RecordingFiles;

/// <summary>Writes FIT files after the published protocol, so that reading can be tested without anybody's recording.</summary>
internal sealed class FitFileWriter
{
    private readonly List<byte> data = [];

    internal FitFileWriter Define(int local, ushort global, bool bigEndian = false, byte[]? developer = null, params (byte Number, byte Size, byte Type)[] fields)
    {
        data.Add((byte)(0x40 | local | (developer is null ? 0 : 0x20)));
        data.AddRange([0, (byte)(bigEndian ? 1 : 0)]);
        data.AddRange(bigEndian ? [(byte)(global >> 8), (byte)global] : [(byte)global, (byte)(global >> 8)]);
        data.Add((byte)fields.Length);
        foreach (var (number, size, type) in fields)
            data.AddRange([number, size, type]);
        if (developer is not null)
        {
            data.Add((byte)(developer.Length / 3));
            data.AddRange(developer);
        }

        return this;
    }

    internal FitFileWriter Data(int local, params byte[] bytes)
    {
        data.Add((byte)local);
        data.AddRange(bytes);
        return this;
    }

    /// <summary>A record with the five lowest bits of its time in the header.</summary>
    internal FitFileWriter Compressed(int local, int offset, params byte[] bytes)
    {
        data.Add((byte)(0x80 | (local << 5) | offset));
        data.AddRange(bytes);
        return this;
    }

    internal byte[] ToFile(byte headerSize = 14)
    {
        var file = new List<byte> { headerSize, 0x10, 0x64, 0x08 };
        file.AddRange(U32((uint)data.Count));
        file.AddRange(".FIT"u8.ToArray());
        if (headerSize == 14)
            file.AddRange(U16(Crc(file)));
        file.AddRange(data);
        file.AddRange(U16(Crc(file)));
        return [.. file];
    }

    internal static byte[] U32(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }

    internal static byte[] U16(ushort value) => [(byte)value, (byte)(value >> 8)];

    /// <summary>Bit by bit, the plainest form of the protocol's checksum: not the reader's table.</summary>
    private static ushort Crc(IEnumerable<byte> bytes)
    {
        var crc = 0;
        foreach (var value in bytes)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var mix = ((crc ^ (value >> bit)) & 1) != 0;
                crc >>= 1;
                crc ^= mix ? 0xA001 : 0;
            }
        }

        return (ushort)crc;
    }
}
