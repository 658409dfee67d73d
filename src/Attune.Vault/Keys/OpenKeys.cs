using System.Collections.Concurrent;

namespace Attune.Vault;

/// <summary>The keys of an unsealed record: the root's, the open compartments', and the data keys unwrapped so far.</summary>
internal sealed class OpenKeys(RootKeys root) : IDisposable
{
    private readonly ConcurrentDictionary<Guid, SecretBytes> _compartments = [];
    private readonly ConcurrentDictionary<Guid, SubjectSecret> _subjects = [];

    public RootKeys Root => root;

    public bool IsOpen(Guid compartment) => _compartments.ContainsKey(compartment);

    public SecretBytes? Compartment(Guid compartment) => _compartments.GetValueOrDefault(compartment);

    /// <summary>Keeps the key of a compartment; a second copy is zeroed.</summary>
    public void Open(Guid compartment, SecretBytes key)
    {
        if (!_compartments.TryAdd(compartment, key)) key.Dispose();
    }

    public SubjectSecret? Subject(Guid keyId) => _subjects.GetValueOrDefault(keyId);

    /// <summary>Keeps an unwrapped data key; the copy that is kept is returned.</summary>
    public SubjectSecret Keep(Guid keyId, SubjectSecret secret)
    {
        var kept = _subjects.GetOrAdd(keyId, secret);
        if (!ReferenceEquals(kept, secret)) secret.Key.Dispose();
        return kept;
    }

    public void Forget(Guid keyId)
    {
        if (_subjects.TryRemove(keyId, out var secret)) secret.Key.Dispose();
    }

    public void Dispose()
    {
        root.Dispose();
        foreach (var key in _compartments.Values) key.Dispose();
        foreach (var secret in _subjects.Values) secret.Key.Dispose();
    }
}

/// <summary>A data key and its label.</summary>
internal sealed record SubjectSecret(SecretBytes Key, string Label);
