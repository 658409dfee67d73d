using System.Text;

namespace Attune.Signals.RecordingFiles;

/// <summary>Bytes to text: byte order marks are honoured and passed over, binary content is noticed.</summary>
internal static class RecordingText
{
    private static readonly byte[] AppleDouble = [0x00, 0x05, 0x16, 0x07];

    internal static bool IsMacCompanion(string fileName, ReadOnlySpan<byte> content) =>
        content.StartsWith(AppleDouble) || (BaseName(fileName).StartsWith("._", StringComparison.Ordinal) && content.Contains((byte)0));

    /// <summary>The text, or null for binary content. UTF-8 unless a mark says UTF-16; a byte that is no UTF-8 becomes U+FFFD.</summary>
    internal static string? Decode(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith(Encoding.Unicode.Preamble))
            return Encoding.Unicode.GetString(content[Encoding.Unicode.Preamble.Length..]);
        if (content.StartsWith(Encoding.BigEndianUnicode.Preamble))
            return Encoding.BigEndianUnicode.GetString(content[Encoding.BigEndianUnicode.Preamble.Length..]);
        if (content.StartsWith(Encoding.UTF8.Preamble))
            content = content[Encoding.UTF8.Preamble.Length..];
        return HoldsControls(content) ? null : Encoding.UTF8.GetString(content);
    }

    /// <summary>The name without folders of either kind.</summary>
    internal static ReadOnlySpan<char> BaseName(string fileName) => fileName.AsSpan()[(fileName.AsSpan().LastIndexOfAny('/', '\\') + 1)..];

    private static bool HoldsControls(ReadOnlySpan<byte> content)
    {
        foreach (var value in content)
        {
            if (value < ' ' && value is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f'))
                return true;
        }

        return false;
    }
}
