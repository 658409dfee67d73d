using System.Text;

namespace Attune.Vault;

/// <summary>The data keys of the persons, and the compartments that the root cannot open.</summary>
public sealed class SubjectKeys
{
    private readonly RecordCore _core;

    internal SubjectKeys(RecordCore core) => _core = core;

    /// <summary>
    /// Makes a compartment whose key is wrapped by the secret and by the recovery code, so that the root alone cannot open it. It is open after.
    /// Durable when the task ends.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The code is not this record's (ask <see cref="PracticeRecord.IsRecoveryCodeAsync"/> before), or the secret is empty.
    /// </exception>
    public async Task<Guid> CreateCompartmentAsync(string secret, string recoveryCode, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(secret);
        var compartment = Guid.NewGuid();
        var (key, wraps) = await _core.DeriveAsync(() => NewCompartment(compartment, secret, recoveryCode), cancel);
        try
        {
            await _core.WriteAsync(
                (writer, _) =>
                {
                    foreach (var wrap in wraps) writer.AddWrap(wrap);
                    return true;
                },
                cancel);
        }
        catch
        {
            key.Dispose();
            throw;
        }
        Keep(compartment, key);
        return compartment;
    }

    /// <exception cref="VaultException">There is no such compartment, or the record is sealed or damaged.</exception>
    public Task<UnsealOutcome> OpenCompartmentAsync(Guid compartment, string secret, CancellationToken cancel = default) =>
        OpenAsync(compartment, WrapKind.Secret, wrap => _core.KeyWraps.UnwrapWithSecret(wrap, secret), cancel);

    public Task<UnsealOutcome> OpenCompartmentWithRecoveryCodeAsync(Guid compartment, string recoveryCode, CancellationToken cancel = default) =>
        OpenAsync(compartment, WrapKind.RecoveryCode, wrap => _core.KeyWraps.UnwrapWithRecoveryCode(wrap, recoveryCode), cancel);

    public bool IsOpen(Guid compartment) => !_core.Keyring.IsSealed && _core.Keyring.Use(keys => keys.IsOpen(compartment));

    /// <summary>Makes a data key for one subject of a case. <paramref name="label"/> (such as "A") is encrypted too. Durable when the task ends.</summary>
    /// <param name="label">At most 64 bytes of UTF-8.</param>
    /// <param name="compartment">Null: wrapped by the root key. Otherwise it must be open.</param>
    public async Task<Guid> CreateAsync(Guid caseId, string label, Guid? compartment = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(label);
        if (Encoding.UTF8.GetByteCount(label) > SubjectKeyBox.LongestLabel)
            throw new ArgumentException($"A label has at most {SubjectKeyBox.LongestLabel} bytes.", nameof(label));

        // Random, not of version 7: the id stands in plain and would tell when the person came.
        var keyId = Guid.NewGuid();
        await _core.WriteAsync(
            (writer, keys) =>
            {
                using var key = SecretBytes.Random();
                writer.AddSubjectKey(_core.SubjectKeyBox.Wrap(keys, keyId, caseId, new SubjectSecret(key, label), compartment));
                return true;
            },
            cancel);
        return keyId;
    }

    /// <summary>The keys of a case, with their labels (null where the compartment is closed or the key is erased).</summary>
    public IReadOnlyList<SubjectKey> Of(Guid caseId) => _core.Read<IReadOnlyList<SubjectKey>>((reader, keys) =>
        [.. reader.SubjectKeysOf(caseId).Select(key => new SubjectKey(
            key.KeyId,
            key.CaseId,
            _core.SubjectKeyBox.State(reader, keys, key, key.KeyId) is SubjectKeyState.Open open ? open.Secret.Label : null,
            key.Holder == _core.Practice ? null : key.Holder,
            key.IsErased))]);

    /// <summary>
    /// Destroys the key for good: what it encrypted reads as <see cref="LogRow.Erased"/> from now on. The wrapped bytes are overwritten in the
    /// file and taken out of its journal. Destroying it again changes nothing.
    /// </summary>
    public async Task DestroyAsync(Guid keyId, CancellationToken cancel = default)
    {
        await _core.WriteAsync(
            (writer, keys) =>
            {
                var key = writer.SubjectKey(keyId) ?? throw Faults.UnknownKey(keyId);
                if (!key.IsErased) writer.ReplaceSubjectKey(_core.SubjectKeyBox.Erased(keys, key));
                return true;
            },
            cancel,
            scrub: true);
        _core.Keyring.Forget(keyId);
    }

    private (SecretBytes Key, StoredWrap[] Wraps) NewCompartment(Guid compartment, string secret, string recoveryCode)
    {
        var (passphrase, recovery) = _core.Read((reader, _) => (RootWrap(reader, WrapKind.Secret), RootWrap(reader, WrapKind.RecoveryCode)));
        using (var root = _core.KeyWraps.UnwrapWithRecoveryCode(recovery, recoveryCode))
            if (root is null) throw new ArgumentException("This is not the recovery code of this record.", nameof(recoveryCode));

        var key = SecretBytes.Random();
        return (key,
            [
                _core.KeyWraps.WithSecret(compartment, key, secret, _core.KeyWraps.DerivationOf(passphrase)),
                _core.KeyWraps.WithRecoveryCode(compartment, key, RecoveryCode.Parse(recoveryCode)!),
            ]);
    }

    private StoredWrap RootWrap(IRecordReader reader, WrapKind kind) =>
        reader.Wrap(_core.Practice, kind) ?? throw Faults.Damaged(_core.Store.Place, "a wrapped root key is missing");

    private async Task<UnsealOutcome> OpenAsync(Guid compartment, WrapKind kind, Func<StoredWrap, SecretBytes?> unwrap, CancellationToken cancel)
    {
        var wrap = _core.Read((reader, _) => compartment == _core.Practice ? null : reader.Wrap(compartment, kind)) ?? throw Faults.UnknownKey(compartment);
        var key = await _core.DeriveAsync(() => unwrap(wrap), cancel);
        if (key is null) return UnsealOutcome.WrongSecret;
        Keep(compartment, key);
        return UnsealOutcome.Opened;
    }

    private void Keep(Guid compartment, SecretBytes key)
    {
        try
        {
            _core.Keyring.Use(keys =>
            {
                keys.Open(compartment, key);
                return true;
            });
        }
        catch (VaultException)
        {
            key.Dispose(); // sealed meanwhile
            throw;
        }
    }
}

/// <summary>A data key of one subject, without its bytes.</summary>
public sealed record SubjectKey(Guid KeyId, Guid CaseId, string? Label, Guid? Compartment, bool IsErased);
