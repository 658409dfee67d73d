namespace Attune.Vault;

/// <summary>Where rows lie: the seam at which a database can be exchanged. Knows rows and columns, never a key or a plaintext.</summary>
internal interface IRecordStore : IDisposable
{
    /// <summary>What to name in a message: the file, the server.</summary>
    string Place { get; }

    Guid PracticeId { get; }

    /// <summary>Looks at one consistent state. Faults of the store are <see cref="VaultException"/>s.</summary>
    T Read<T>(Func<IRecordReader, T> look);

    /// <summary>One transaction, alone on this record: durable when it returns, and nothing of it there when it throws. One thread at a time.</summary>
    void Write(Action<IRecordWriter> change);

    /// <summary>
    /// Takes overwritten bytes out of the journal as well. False while a reader is in the way: try again later. Same thread as <see cref="Write"/>.
    /// </summary>
    bool TryScrub();
}

/// <summary>Which family of chains.</summary>
internal enum ChainKind
{
    Log = 1,
    Recording = 2,
    Audit = 3,
}

internal enum Shelf
{
    Drawer = 1,
    Links = 2,
    HeadOfHeads = 3,
}

internal enum WrapKind
{
    /// <summary>By a passphrase or a compartment's secret.</summary>
    Secret = 1,
    RecoveryCode = 2,
}

internal sealed record StoredRow(Guid Chain, long Number, Guid KeyId, SealedBytes Box);

internal sealed record StoredWrap(Guid Holder, WrapKind Kind, byte[] Salt, long MemoryKiB, long Iterations, SealedBytes Box, byte[] Checksum);

internal sealed record StoredSubjectKey(Guid KeyId, Guid CaseId, Guid Holder, bool IsErased, SealedBytes Box);

internal interface IRecordReader
{
    /// <summary>In the order of their numbers.</summary>
    IEnumerable<StoredRow> Rows(ChainKind kind, Guid chain);

    /// <summary>0 when there is no row.</summary>
    long LastNumber(ChainKind kind, Guid chain);

    SealedBytes? Head(ChainKind kind, Guid chain);

    /// <summary>Every chain that has a row or a head.</summary>
    IReadOnlyList<Guid> Chains(ChainKind kind);

    StoredWrap? Wrap(Guid holder, WrapKind kind);

    StoredSubjectKey? SubjectKey(Guid keyId);

    IReadOnlyList<StoredSubjectKey> SubjectKeysOf(Guid caseId);

    SealedBytes? Box(Shelf shelf, byte[] name);

    /// <summary>In the order of their numbers.</summary>
    IEnumerable<(long Number, byte[] Parts)> JournalRows(Guid journal);

    /// <summary>0 when there is no row.</summary>
    long LastJournalNumber(Guid journal);

    /// <summary>Every journal that has a row.</summary>
    IReadOnlyList<Guid> Journals();
}

internal interface IRecordWriter : IRecordReader
{
    void AddRow(ChainKind kind, StoredRow row);

    void PutHead(ChainKind kind, Guid chain, SealedBytes head);

    void AddWrap(StoredWrap wrap);

    void AddSubjectKey(StoredSubjectKey key);

    /// <summary>Overwrites the key's old bytes, not only the reference to them.</summary>
    void ReplaceSubjectKey(StoredSubjectKey key);

    void PutBox(Shelf shelf, byte[] name, SealedBytes box);

    /// <summary>False: the number is taken, or the one before it is not there; nothing was added.</summary>
    bool AddJournalRow(Guid journal, long number, byte[] parts);

    void RemoveJournal(Guid journal);
}
