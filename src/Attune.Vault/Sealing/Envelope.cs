using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Attune.Vault;

/// <summary>A random nonce and the ciphertext with its tag behind it.</summary>
internal readonly record struct SealedBytes(byte[] Nonce, byte[] Ciphertext);

/// <summary>AES-256-GCM with a random 96-bit nonce. Never a counter: a restored backup would use it again.</summary>
internal static class Envelope
{
    public const int NonceLength = 12;
    public const int TagLength = 16;

    /// <summary>Payloads are filled up to a multiple of this, so that the length of a row does not tell what kind of event it holds.</summary>
    public const int PaddingStep = 256;

    public static SealedBytes Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plaintext, in Binding binding)
    {
        Span<byte> bound = stackalloc byte[Binding.Length];
        binding.WriteTo(bound);

        var nonce = RandomNumberGenerator.GetBytes(NonceLength);
        var ciphertext = new byte[plaintext.Length + TagLength];
        using var gcm = new AesGcm(key, TagLength);
        gcm.Encrypt(nonce, plaintext, ciphertext.AsSpan(..plaintext.Length), ciphertext.AsSpan(plaintext.Length), bound);
        return new SealedBytes(nonce, ciphertext);
    }

    /// <summary>The plaintext, or null when anything of key, place, nonce or ciphertext is not what was sealed.</summary>
    public static byte[]? Open(ReadOnlySpan<byte> key, SealedBytes box, in Binding binding)
    {
        using var gcm = new AesGcm(key, TagLength);
        return Open(gcm, box, binding);
    }

    /// <summary>As above with the key's cipher at hand: to make one takes longer than to open a row. Not for two threads at once.</summary>
    public static byte[]? Open(AesGcm gcm, SealedBytes box, in Binding binding)
    {
        if (box.Nonce.Length != NonceLength || box.Ciphertext.Length < TagLength) return null;
        Span<byte> bound = stackalloc byte[Binding.Length];
        binding.WriteTo(bound);

        var plaintext = new byte[box.Ciphertext.Length - TagLength];
        try
        {
            gcm.Decrypt(box.Nonce, box.Ciphertext.AsSpan(..plaintext.Length), box.Ciphertext.AsSpan(plaintext.Length), plaintext, bound);
            return plaintext;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    /// <summary>As <see cref="Seal"/>, with the length hidden up to <see cref="PaddingStep"/>.</summary>
    public static SealedBytes SealPadded(ReadOnlySpan<byte> key, ReadOnlySpan<byte> payload, in Binding binding)
    {
        int length = checked(sizeof(int) + payload.Length + PaddingStep - 1) / PaddingStep * PaddingStep;
        var padded = new byte[length];
        BinaryPrimitives.WriteInt32BigEndian(padded, payload.Length);
        payload.CopyTo(padded.AsSpan(sizeof(int)));
        var box = Seal(key, padded, binding);
        CryptographicOperations.ZeroMemory(padded);
        return box;
    }

    public static ReadOnlyMemory<byte>? OpenPadded(ReadOnlySpan<byte> key, SealedBytes box, in Binding binding)
    {
        using var gcm = new AesGcm(key, TagLength);
        return OpenPadded(gcm, box, binding);
    }

    /// <summary>As above with the key's cipher at hand.</summary>
    public static ReadOnlyMemory<byte>? OpenPadded(AesGcm gcm, SealedBytes box, in Binding binding)
    {
        var padded = Open(gcm, box, binding);
        if (padded is null || padded.Length < sizeof(int)) return null;
        int length = BinaryPrimitives.ReadInt32BigEndian(padded);
        if (length < 0 || length > padded.Length - sizeof(int)) return null;
        return padded.AsMemory(sizeof(int), length);
    }
}
