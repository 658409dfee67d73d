using System.Security.Cryptography;
using System.Text;

namespace Attune.Vault;

/// <summary>How a data key lies in the record: its bytes and its label, wrapped at a fixed length; or the tombstone that says it was erased.</summary>
internal sealed class SubjectKeyBox(string place, Guid practice)
{
    public const int LongestLabel = 64;

    private const int LabelLengthAt = SecretBytes.Length;
    private const int LabelAt = LabelLengthAt + 1;

    public StoredSubjectKey Wrap(OpenKeys keys, Guid keyId, Guid caseId, SubjectSecret secret, Guid? compartment)
    {
        var holder = compartment ?? practice;
        var wrapping = HolderKey(keys, holder) ?? throw Faults.CompartmentClosed(holder);

        var plain = new byte[LabelAt + LongestLabel];
        secret.Key.Span.CopyTo(plain);
        plain[LabelLengthAt] = (byte)Encoding.UTF8.GetBytes(secret.Label, plain.AsSpan(LabelAt));
        var box = Envelope.Seal(wrapping.Span, plain, Bound(Purpose.SubjectKey, keyId, caseId, holder));
        CryptographicOperations.ZeroMemory(plain);
        return new StoredSubjectKey(keyId, caseId, holder, IsErased: false, box);
    }

    public StoredSubjectKey Erased(OpenKeys keys, StoredSubjectKey key) => key with
    {
        IsErased = true,
        Box = Envelope.Seal(keys.Root.Erasures.Span, [], Bound(Purpose.ErasedKey, key)),
    };

    /// <summary>What the stored key is to this process. A key or a tombstone that does not prove true is damage.</summary>
    public SubjectKeyState State(IRecordReader reader, OpenKeys keys, StoredSubjectKey? key, Guid keyId)
    {
        if (key is null) return new SubjectKeyState.Unknown();
        if (key.IsErased)
            return Envelope.Open(keys.Root.Erasures.Span, key.Box, Bound(Purpose.ErasedKey, key)) is not null
                ? new SubjectKeyState.Erased()
                : throw Faults.Damaged(place, $"key {keyId} is marked as erased, but this record never erased it");
        if (keys.Subject(keyId) is { } known) return new SubjectKeyState.Open(known);
        if (HolderKey(keys, key.Holder) is { } wrapping) return new SubjectKeyState.Open(keys.Keep(keyId, Unwrap(wrapping, key)));
        return reader.Wrap(key.Holder, WrapKind.Secret) is not null
            ? new SubjectKeyState.Locked(key.Holder)
            : throw Faults.Damaged(place, $"key {keyId} names a compartment that this record does not have");
    }

    /// <summary>The data key to write under; a fault when there is none.</summary>
    public SecretBytes ToWrite(IRecordReader reader, OpenKeys keys, Guid keyId) => State(reader, keys, reader.SubjectKey(keyId), keyId) switch
    {
        SubjectKeyState.Open open => open.Secret.Key,
        SubjectKeyState.Locked locked => throw Faults.CompartmentClosed(locked.Holder),
        SubjectKeyState.Erased => throw Faults.ErasedKey(keyId),
        _ => throw Faults.UnknownKey(keyId),
    };

    private SubjectSecret Unwrap(SecretBytes wrapping, StoredSubjectKey key)
    {
        var plain = Envelope.Open(wrapping.Span, key.Box, Bound(Purpose.SubjectKey, key));
        if (plain is not { Length: LabelAt + LongestLabel } || plain[LabelLengthAt] > LongestLabel)
            throw Faults.Damaged(place, $"the wrapped key {key.KeyId} does not prove true");
        var secret = new SubjectSecret(SecretBytes.CopyOf(plain.AsSpan(..SecretBytes.Length)), Encoding.UTF8.GetString(plain, LabelAt, plain[LabelLengthAt]));
        CryptographicOperations.ZeroMemory(plain);
        return secret;
    }

    private SecretBytes? HolderKey(OpenKeys keys, Guid holder) => holder == practice ? keys.Root.SubjectKeys : keys.Compartment(holder);

    private Binding Bound(Purpose purpose, StoredSubjectKey key) => Bound(purpose, key.KeyId, key.CaseId, key.Holder);

    private Binding Bound(Purpose purpose, Guid keyId, Guid caseId, Guid holder) =>
        new() { Purpose = purpose, Practice = practice, Scope = caseId, KeyId = keyId, Hash = holder.ToByteArray(bigEndian: true) };
}

/// <summary>What a data key is to this process.</summary>
internal abstract record SubjectKeyState
{
    private SubjectKeyState() { }

    public sealed record Open(SubjectSecret Secret) : SubjectKeyState;

    public sealed record Locked(Guid Holder) : SubjectKeyState;

    public sealed record Erased : SubjectKeyState;

    public sealed record Unknown : SubjectKeyState;
}
