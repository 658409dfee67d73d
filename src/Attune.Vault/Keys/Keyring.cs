namespace Attune.Vault;

/// <summary>
/// Every key that is in memory. Whoever uses keys does it inside <see cref="Use"/>, so that none is zeroed under a running encryption.
/// </summary>
internal sealed class Keyring : IDisposable
{
    private readonly ReaderWriterLockSlim _gate = new();
    private OpenKeys? _open;
    private CancellationTokenSource _whileUnsealed = Cancelled();
    private int _opening;

    public bool IsSealed => Volatile.Read(ref _open) is null;

    public int Opening => Volatile.Read(ref _opening);

    public CancellationToken WhileUnsealed => Volatile.Read(ref _whileUnsealed).Token;

    /// <summary>Runs <paramref name="work"/> while nothing can be sealed or forgotten; a fault of kind Sealed when it is sealed. Not to be nested.</summary>
    public T Use<T>(Func<OpenKeys, T> work)
    {
        _gate.EnterReadLock();
        try
        {
            return work(_open ?? throw Faults.Sealed());
        }
        finally
        {
            _gate.ExitReadLock();
        }
    }

    /// <summary>Takes the root's keys. Already unsealed: stays as it is.</summary>
    public void Unseal(SecretBytes root, Guid practice)
    {
        _gate.EnterWriteLock();
        try
        {
            if (_open is not null) return;
            _open = new OpenKeys(new RootKeys(root, practice));
            Volatile.Write(ref _whileUnsealed, new CancellationTokenSource());
            Volatile.Write(ref _opening, _opening + 1);
        }
        finally
        {
            _gate.ExitWriteLock();
        }
    }

    public void Seal()
    {
        CancellationTokenSource ended;
        _gate.EnterWriteLock();
        try
        {
            _open?.Dispose();
            _open = null;
            ended = _whileUnsealed;
        }
        finally
        {
            _gate.ExitWriteLock();
        }
        ended.Cancel();
    }

    /// <summary>Takes the data key of a destroyed subject out of memory.</summary>
    public void Forget(Guid keyId)
    {
        _gate.EnterWriteLock();
        try
        {
            _open?.Forget(keyId);
        }
        finally
        {
            _gate.ExitWriteLock();
        }
    }

    /// <summary>Seals. The gate stays, so that who comes late finds a sealed record and not a broken one.</summary>
    public void Dispose() => Seal();

    private static CancellationTokenSource Cancelled()
    {
        var source = new CancellationTokenSource();
        source.Cancel();
        return source;
    }
}
