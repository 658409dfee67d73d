namespace Attune.Vault;

/// <summary>
/// The encrypted, append-only record of one practice: one folder. It starts <em>sealed</em>: it shows nothing until it is unsealed with the
/// practice's passphrase or the printed recovery code. Thread-safe. Knows bytes and plain ids, nothing of therapy.
/// </summary>
public sealed class PracticeRecord : IAsyncDisposable
{
    /// <summary>Whether the folder holds a record. Throws <see cref="VaultException"/> when it holds one that is damaged or of a newer format.</summary>
    public static bool Exists(string folder) => throw new NotImplementedException();

    /// <summary>Makes a new record in an empty or missing folder; the record returned is unsealed. Never overwrites (<see cref="VaultFaultKind.AlreadyThere"/>).</summary>
    public static Task<NewRecord> CreateAsync(string folder, string passphrase, TimeProvider time, VaultOptions? options = null, CancellationToken cancel = default) => throw new NotImplementedException();

    /// <summary>Opens the record in the folder, sealed.</summary>
    public static PracticeRecord Open(string folder, TimeProvider time) => throw new NotImplementedException();

    public Guid PracticeId => throw new NotImplementedException();

    public bool IsSealed => throw new NotImplementedException();

    /// <summary>Counts the unsealings of this process, from 0 = never; who holds state of an earlier opening must drop it.</summary>
    public int Opening => throw new NotImplementedException();

    /// <summary>Cancelled when the record is sealed; a new one from each unsealing. Already cancelled while sealed.</summary>
    public CancellationToken WhileUnsealed => throw new NotImplementedException();

    public Task<UnsealOutcome> UnsealAsync(string passphrase, CancellationToken cancel = default) => throw new NotImplementedException();

    public Task<UnsealOutcome> UnsealWithRecoveryCodeAsync(string recoveryCode, CancellationToken cancel = default) => throw new NotImplementedException();

    /// <summary>Whether this is the practice's passphrase; opens nothing. For signing in to an unsealed process.</summary>
    public Task<bool> IsPassphraseAsync(string passphrase, CancellationToken cancel = default) => throw new NotImplementedException();

    /// <summary>Zeroes every key in memory and cancels <see cref="WhileUnsealed"/>.</summary>
    public void Seal() => throw new NotImplementedException();

    /// <summary>The keys of the persons, one per subject, and the compartments with a secret of their own.</summary>
    public SubjectKeys Keys => throw new NotImplementedException();

    /// <summary>The logs, one per case.</summary>
    public CaseLogs Logs => throw new NotImplementedException();

    /// <summary>Heart beats and other long payloads, in encrypted chunks beside the log.</summary>
    public Recordings Recordings => throw new NotImplementedException();

    /// <summary>Who looked at and changed what: a chain under the root key, one per case and one for the practice.</summary>
    public AuditTrail Audit => throw new NotImplementedException();

    /// <summary>One-time links for answering a check-in.</summary>
    public LinkTokens Links => throw new NotImplementedException();

    /// <summary>Small named values of the program itself (settings, data-protection keys), encrypted under the root key.</summary>
    public Drawer Drawer => throw new NotImplementedException();

    public ValueTask DisposeAsync() => throw new NotImplementedException();
}

/// <summary>A record just made: unsealed, with the recovery code that is shown once and printed.</summary>
public sealed record NewRecord(PracticeRecord Record, string RecoveryCode);

public sealed class SubjectKeys
{
    /// <summary>Makes a compartment whose key is wrapped by the secret and by the recovery code, so that the root alone cannot open it. It is open after.</summary>
    public Task<Guid> CreateCompartmentAsync(string secret, string recoveryCode, CancellationToken cancel = default) => throw new NotImplementedException();

    public Task<UnsealOutcome> OpenCompartmentAsync(Guid compartment, string secret, CancellationToken cancel = default) => throw new NotImplementedException();

    public Task<UnsealOutcome> OpenCompartmentWithRecoveryCodeAsync(Guid compartment, string recoveryCode, CancellationToken cancel = default) => throw new NotImplementedException();

    public bool IsOpen(Guid compartment) => throw new NotImplementedException();

    /// <summary>Makes a data key for one subject of a case. <paramref name="label"/> (such as "A") is encrypted too. Durable when the task ends.</summary>
    /// <param name="compartment">Null: wrapped by the root key.</param>
    public Task<Guid> CreateAsync(Guid caseId, string label, Guid? compartment = null, CancellationToken cancel = default) => throw new NotImplementedException();

    /// <summary>The keys of a case, with their labels (null where the compartment is closed or the key is erased).</summary>
    public IReadOnlyList<SubjectKey> Of(Guid caseId) => throw new NotImplementedException();

    /// <summary>Destroys the key for good: what it encrypted reads as <see cref="LogRow.Erased"/> from now on.</summary>
    public Task DestroyAsync(Guid keyId, CancellationToken cancel = default) => throw new NotImplementedException();
}

/// <summary>A data key of one subject, without its bytes.</summary>
public sealed record SubjectKey(Guid KeyId, Guid CaseId, string? Label, Guid? Compartment, bool IsErased);

public sealed class CaseLogs
{
    /// <summary>The ids of every case that has at least one row.</summary>
    public IReadOnlyList<Guid> Cases() => throw new NotImplementedException();

    /// <summary>
    /// Appends the entries, all or none, as numbers <paramref name="after"/> + 1 and on. The task ends when they are on the disk (one sync may
    /// serve many writers); only then is anything acknowledged.
    /// </summary>
    public Task<AppendOutcome> AppendAsync(Guid caseId, long after, IReadOnlyList<LogEntry> entries, CancellationToken cancel = default) => throw new NotImplementedException();

    /// <summary>The whole log of a case from its first row; empty when there is none. The chain and the head are proven before anything is returned.</summary>
    public IReadOnlyList<LogRow> Read(Guid caseId) => throw new NotImplementedException();
}

public sealed class Recordings
{
    /// <summary>Appends chunk <paramref name="number"/> (from 1, without gaps) of a recording. Durable when the task ends.</summary>
    public Task<AppendOutcome> AppendAsync(Guid recordingId, Guid keyId, long number, ReadOnlyMemory<byte> payload, CancellationToken cancel = default) => throw new NotImplementedException();

    public IReadOnlyList<LogRow> Read(Guid recordingId) => throw new NotImplementedException();
}

public sealed class AuditTrail
{
    /// <summary>Adds one entry to the chain of a case, or of the practice when <paramref name="caseId"/> is null. Durable when the task ends.</summary>
    public Task NoteAsync(Guid? caseId, ReadOnlyMemory<byte> payload, CancellationToken cancel = default) => throw new NotImplementedException();

    /// <summary>The entries in order, the chain proven.</summary>
    public IReadOnlyList<AuditEntry> Read(Guid? caseId) => throw new NotImplementedException();
}

public sealed record AuditEntry(long Number, DateTimeOffset At, ReadOnlyMemory<byte> Payload);

public sealed class LinkTokens
{
    /// <summary>Makes a token of 128 random bits, kept only as its SHA-256, good until <paramref name="until"/>.</summary>
    public Task<string> IssueAsync(ReadOnlyMemory<byte> payload, DateTimeOffset until, CancellationToken cancel = default) => throw new NotImplementedException();

    /// <summary>The payload while the token is unspent and its time has not run out; null otherwise, without telling which.</summary>
    public ReadOnlyMemory<byte>? Find(string token, DateTimeOffset now) => throw new NotImplementedException();

    /// <summary>Spends the token, once; up to <paramref name="grace"/> after its time ran out. Null when it was not good.</summary>
    public Task<ReadOnlyMemory<byte>?> SpendAsync(string token, DateTimeOffset now, TimeSpan grace, CancellationToken cancel = default) => throw new NotImplementedException();
}

public sealed class Drawer
{
    /// <summary>The value, or null when there is none under this name.</summary>
    public ReadOnlyMemory<byte>? Read(string name) => throw new NotImplementedException();

    public Task WriteAsync(string name, ReadOnlyMemory<byte> value, CancellationToken cancel = default) => throw new NotImplementedException();
}
