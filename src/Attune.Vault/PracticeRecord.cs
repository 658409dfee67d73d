namespace Attune.Vault;

/// <summary>
/// The encrypted, append-only record of one practice: one folder. It starts <em>sealed</em>: it shows nothing until it is unsealed with the
/// practice's passphrase or the printed recovery code. Thread-safe. Knows bytes and plain ids, nothing of therapy.
/// </summary>
public sealed class PracticeRecord : IAsyncDisposable
{
    private readonly RecordCore _core;
    private int _disposed;

    private PracticeRecord(RecordCore core)
    {
        _core = core;
        Keys = new SubjectKeys(core);
        Logs = new CaseLogs(core);
        Recordings = new Recordings(core);
        Journals = new Journals(core);
        Audit = new AuditTrail(core);
        Links = new LinkTokens(core);
        Drawer = new Drawer(core);
    }

    /// <summary>Whether the folder holds a record. Throws <see cref="VaultException"/> when it holds one that is damaged or of a newer format.</summary>
    public static bool Exists(string folder) => SqliteStore.Exists(folder);

    /// <summary>
    /// Makes a new record in the folder (made if missing; other files in it are left alone); the record returned is unsealed. Never overwrites
    /// (<see cref="VaultFaultKind.AlreadyThere"/>).
    /// </summary>
    public static Task<NewRecord> CreateAsync(string folder, string passphrase, TimeProvider time, CancellationToken cancel = default) =>
        CreateAsync(folder, passphrase, time, new VaultOptions(), cancel);

    /// <summary>As above, with a derivation of one's own choice; it is stored with the record.</summary>
    public static async Task<NewRecord> CreateAsync(
        string folder, string passphrase, TimeProvider time, VaultOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentException.ThrowIfNullOrEmpty(passphrase);
        SqliteStore.RefuseExisting(folder);

        var practice = Guid.NewGuid();
        string code = RecoveryCode.New();
        using var root = SecretBytes.Random();
        await Task.Run(
            () =>
            {
                var wraps = new KeyWraps(folder, practice);
                var byPassphrase = wraps.WithSecret(practice, root, passphrase, options.KeyDerivation);
                var byCode = wraps.WithRecoveryCode(practice, root, RecoveryCode.Parse(code)!);
                cancel.ThrowIfCancellationRequested();
                SqliteStore.Create(folder, practice, first =>
                {
                    first.AddWrap(byPassphrase);
                    first.AddWrap(byCode);
                });
            },
            cancel);

        var record = Open(folder, time);
        record._core.Keyring.Unseal(root, practice);
        return new NewRecord(record, code);
    }

    /// <summary>Opens the record in the folder, sealed.</summary>
    public static PracticeRecord Open(string folder, TimeProvider time) => Open(folder, time, SqliteTuning.Default);

    internal static PracticeRecord Open(string folder, TimeProvider time, SqliteTuning tuning) => new(new RecordCore(SqliteStore.Open(folder, tuning), time));

    public Guid PracticeId => _core.Practice;

    public bool IsSealed => _core.Keyring.IsSealed;

    /// <summary>Counts the unsealings of this process, from 0 = never; who holds state of an earlier opening must drop it.</summary>
    public int Opening => _core.Keyring.Opening;

    /// <summary>Cancelled when the record is sealed; a new one from each unsealing. Already cancelled while sealed.</summary>
    public CancellationToken WhileUnsealed => _core.Keyring.WhileUnsealed;

    /// <summary>Slow (about .3 s) and off the caller's thread. When already unsealed it only checks: <see cref="Opening"/> stays.</summary>
    public Task<UnsealOutcome> UnsealAsync(string passphrase, CancellationToken cancel = default) =>
        UnsealAsync(WrapKind.Secret, wrap => _core.KeyWraps.UnwrapWithSecret(wrap, passphrase), cancel);

    /// <summary>As with the passphrase. A typing error can be told before by <see cref="RecoveryCode.IsWellTyped"/>.</summary>
    public Task<UnsealOutcome> UnsealWithRecoveryCodeAsync(string recoveryCode, CancellationToken cancel = default) =>
        UnsealAsync(WrapKind.RecoveryCode, wrap => _core.KeyWraps.UnwrapWithRecoveryCode(wrap, recoveryCode), cancel);

    /// <summary>Whether this is the practice's passphrase; opens nothing. For signing in to an unsealed process.</summary>
    public Task<bool> IsPassphraseAsync(string passphrase, CancellationToken cancel = default) =>
        IsKnownAsync(WrapKind.Secret, wrap => _core.KeyWraps.UnwrapWithSecret(wrap, passphrase), cancel);

    /// <summary>Whether this is the record's recovery code; opens nothing. To ask before a compartment is made with it.</summary>
    public Task<bool> IsRecoveryCodeAsync(string recoveryCode, CancellationToken cancel = default) =>
        IsKnownAsync(WrapKind.RecoveryCode, wrap => _core.KeyWraps.UnwrapWithRecoveryCode(wrap, recoveryCode), cancel);

    /// <summary>
    /// Zeroes every key in memory, the compartments' too, and cancels <see cref="WhileUnsealed"/>. Waits for what is being read or written at the
    /// moment; what is still queued is refused.
    /// </summary>
    public void Seal() => _core.Keyring.Seal();

    /// <summary>The keys of the persons, one per subject, and the compartments with a secret of their own.</summary>
    public SubjectKeys Keys { get; }

    /// <summary>The logs, one per case.</summary>
    public CaseLogs Logs { get; }

    /// <summary>Heart beats and other long payloads, in encrypted chunks beside the log.</summary>
    public Recordings Recordings { get; }

    /// <summary>What comes in while a session goes on, until it is folded into log and recordings.</summary>
    public Journals Journals { get; }

    /// <summary>Who looked at and changed what: a chain under the root key, one per case and one for the practice.</summary>
    public AuditTrail Audit { get; }

    /// <summary>One-time links for answering a check-in.</summary>
    public LinkTokens Links { get; }

    /// <summary>Small named values of the program itself (settings, data-protection keys), encrypted under the root key.</summary>
    public Drawer Drawer { get; }

    /// <summary>
    /// Proves every chain and that none was taken out or put back; what does not prove true, in words, or nothing. Reads the whole record. The
    /// one thing it cannot see is the whole folder put back to an older state.
    /// </summary>
    public IReadOnlyList<string> Verify() => new Verification(_core).Run(Logs, Recordings, Audit, Journals);

    internal long Groups => _core.Writer.Groups;

    /// <summary>Ends what is being written, seals, closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0) return;
        await _core.Writer.DisposeAsync();
        _core.Keyring.Dispose();
        _core.Store.Dispose();
    }

    private async Task<UnsealOutcome> UnsealAsync(WrapKind kind, Func<StoredWrap, SecretBytes?> unwrap, CancellationToken cancel)
    {
        using var root = await _core.DeriveAsync(() => unwrap(RootWrap(kind)), cancel);
        if (root is null) return UnsealOutcome.WrongSecret;
        _core.Keyring.Unseal(root, _core.Practice);
        return UnsealOutcome.Opened;
    }

    private async Task<bool> IsKnownAsync(WrapKind kind, Func<StoredWrap, SecretBytes?> unwrap, CancellationToken cancel)
    {
        using var root = await _core.DeriveAsync(() => unwrap(RootWrap(kind)), cancel);
        return root is not null;
    }

    private StoredWrap RootWrap(WrapKind kind) => _core.Store.Read(reader => reader.Wrap(_core.Practice, kind))
        ?? throw Faults.Damaged(_core.Store.Place, "a wrapped root key is missing");
}

/// <summary>A record just made: unsealed, with the recovery code that is shown once and printed.</summary>
public sealed record NewRecord(PracticeRecord Record, string RecoveryCode);
