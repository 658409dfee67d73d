namespace Attune.Vault;

/// <summary>What the rooms of the record share: the store, the one writer, the keys, the clock.</summary>
internal sealed class RecordCore(IRecordStore store, TimeProvider time)
{
    public IRecordStore Store => store;

    public GroupWriter Writer { get; } = new(store);

    public Keyring Keyring { get; } = new();

    public TimeProvider Time => time;

    public Guid Practice => store.PracticeId;

    public SubjectKeyBox SubjectKeyBox { get; } = new(store.Place, store.PracticeId);

    public KeyWraps KeyWraps { get; } = new(store.Place, store.PracticeId);

    /// <summary>One slow derivation at a time: each takes 128 MiB.</summary>
    public SemaphoreSlim DerivationTurn { get; } = new(1, 1);

    public T Read<T>(Func<IRecordReader, OpenKeys, T> look) => Keyring.Use(keys => store.Read(reader => look(reader, keys)));

    /// <summary>Runs the change in a group's transaction; the task ends when it is durable. A record sealed meanwhile refuses it.</summary>
    public Task<T> WriteAsync<T>(Func<IRecordWriter, OpenKeys, T> change, CancellationToken cancel, bool scrub = false)
    {
        if (Keyring.IsSealed) return Task.FromException<T>(Faults.Sealed());
        return Writer.WriteAsync(writer => Keyring.Use(keys => change(writer, keys)), cancel, scrub);
    }

    /// <summary>Runs slow work off the caller's thread, one at a time.</summary>
    public async Task<T> DeriveAsync<T>(Func<T> work, CancellationToken cancel)
    {
        await DerivationTurn.WaitAsync(cancel);
        try
        {
            return await Task.Run(work, cancel);
        }
        finally
        {
            DerivationTurn.Release();
        }
    }
}
