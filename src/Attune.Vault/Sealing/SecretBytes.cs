using System.Security.Cryptography;

namespace Attune.Vault;

/// <summary>32 bytes of key that the garbage collector never copies and that are zeroed when disposed.</summary>
internal sealed class SecretBytes : IDisposable
{
    public const int Length = 32;

    private readonly byte[] _bytes = GC.AllocateArray<byte>(Length, pinned: true);

    private SecretBytes() { }

    public ReadOnlySpan<byte> Span => _bytes;

    public static SecretBytes Random()
    {
        var secret = new SecretBytes();
        RandomNumberGenerator.Fill(secret._bytes);
        return secret;
    }

    /// <summary>A copy; the caller zeroes its own.</summary>
    public static SecretBytes CopyOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length) throw new ArgumentException($"A key has {Length} bytes, not {bytes.Length}.", nameof(bytes));
        var secret = new SecretBytes();
        bytes.CopyTo(secret._bytes);
        return secret;
    }

    /// <summary>HKDF-SHA256: one label, one key.</summary>
    public static SecretBytes Derive(ReadOnlySpan<byte> from, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> label)
    {
        var secret = new SecretBytes();
        HKDF.DeriveKey(HashAlgorithmName.SHA256, from, secret._bytes, salt, label);
        return secret;
    }

    /// <summary>Lets <paramref name="fill"/> write the bytes in place, so that no copy lies elsewhere.</summary>
    public static SecretBytes Fill(Action<byte[]> fill)
    {
        var secret = new SecretBytes();
        fill(secret._bytes);
        return secret;
    }

    public void Dispose() => CryptographicOperations.ZeroMemory(_bytes);
}
