using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Attune.Vault;

/// <summary>Wraps the key of a holder (the practice's root, a compartment) under what a person knows.</summary>
internal sealed class KeyWraps(string place, Guid practice)
{
    public StoredWrap WithSecret(Guid holder, SecretBytes key, string secret, KeyDerivation derivation)
    {
        var salt = RandomNumberGenerator.GetBytes(KeyDerivation.SaltLength);
        using var wrapping = derivation.Derive(secret, salt);
        return Wrap(holder, WrapKind.Secret, key, wrapping, salt, derivation.MemoryKiB, derivation.Iterations);
    }

    public StoredWrap WithRecoveryCode(Guid holder, SecretBytes key, byte[] code)
    {
        var salt = RandomNumberGenerator.GetBytes(KeyDerivation.SaltLength);
        using var wrapping = RecoveryCode.Key(code, salt);
        return Wrap(holder, WrapKind.RecoveryCode, key, wrapping, salt, memoryKiB: 0, iterations: 0);
    }

    /// <summary>The holder's key, or null when the secret is not the one. Slow.</summary>
    public SecretBytes? UnwrapWithSecret(StoredWrap wrap, string secret)
    {
        using var wrapping = DerivationOf(wrap).Derive(secret, wrap.Salt);
        return Unwrap(wrap, wrapping);
    }

    public SecretBytes? UnwrapWithRecoveryCode(StoredWrap wrap, string typed)
    {
        Prove(wrap);
        if (RecoveryCode.Parse(typed) is not { } code) return null;
        using var wrapping = RecoveryCode.Key(code, wrap.Salt);
        CryptographicOperations.ZeroMemory(code);
        return Unwrap(wrap, wrapping);
    }

    /// <summary>The stored parameters, inside the bounds.</summary>
    public KeyDerivation DerivationOf(StoredWrap wrap)
    {
        Prove(wrap);
        return KeyDerivation.IsWithinBounds(wrap.MemoryKiB, wrap.Iterations) && wrap.Salt.Length == KeyDerivation.SaltLength
            ? new KeyDerivation((int)wrap.MemoryKiB, (int)wrap.Iterations)
            : throw Faults.Damaged(place, "the passphrase's parameters are outside of what is allowed");
    }

    private StoredWrap Wrap(Guid holder, WrapKind kind, SecretBytes key, SecretBytes wrapping, byte[] salt, long memoryKiB, long iterations)
    {
        var wrap = new StoredWrap(holder, kind, salt, memoryKiB, iterations, Envelope.Seal(wrapping.Span, key.Span, Bound(holder, kind)), []);
        return wrap with { Checksum = Checksum(wrap) };
    }

    private SecretBytes? Unwrap(StoredWrap wrap, SecretBytes wrapping)
    {
        var key = Envelope.Open(wrapping.Span, wrap.Box, Bound(wrap.Holder, wrap.Kind));
        if (key is not { Length: SecretBytes.Length }) return null;
        var secret = SecretBytes.CopyOf(key);
        CryptographicOperations.ZeroMemory(key);
        return secret;
    }

    private Binding Bound(Guid holder, WrapKind kind) =>
        new() { Purpose = Purpose.KeyWrap, Practice = practice, Scope = holder, Number = (long)kind };

    private void Prove(StoredWrap wrap)
    {
        if (!wrap.Checksum.SequenceEqual(Checksum(wrap)))
            throw Faults.Damaged(place, wrap.Kind is WrapKind.Secret
                ? "the key under the passphrase was changed (the recovery code may still open it)"
                : "the key under the recovery code was changed (the passphrase may still open it)");
    }

    /// <summary>Over public columns: tells an accident from a wrong passphrase. It proves nothing against a forger; the envelope does.</summary>
    internal static byte[] Checksum(StoredWrap wrap)
    {
        var numbers = new byte[4 * sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(numbers, (long)wrap.Kind);
        BinaryPrimitives.WriteInt64BigEndian(numbers.AsSpan(8), wrap.MemoryKiB);
        BinaryPrimitives.WriteInt64BigEndian(numbers.AsSpan(16), wrap.Iterations);
        BinaryPrimitives.WriteInt64BigEndian(numbers.AsSpan(24), wrap.Salt.Length);
        return SHA256.HashData([.. wrap.Holder.ToByteArray(bigEndian: true), .. numbers, .. wrap.Salt, .. wrap.Box.Nonce, .. wrap.Box.Ciphertext]);
    }
}
