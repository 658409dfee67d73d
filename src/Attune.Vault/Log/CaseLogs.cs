namespace Attune.Vault;

/// <summary>The logs, one per case: append-only, chained, every row encrypted under the key of whom it is about.</summary>
public sealed class CaseLogs
{
    private readonly SubjectChain _chain;

    internal CaseLogs(RecordCore core) => _chain = new SubjectChain(core, ChainKind.Log);

    /// <summary>The ids of every case that has at least one row.</summary>
    public IReadOnlyList<Guid> Cases() => _chain.Chains();

    /// <summary>
    /// Appends the entries, all or none, as numbers <paramref name="after"/> + 1 and on. The task ends when they are on the disk (one sync may
    /// serve many writers); only then is anything acknowledged. A cancelled task has written nothing. The payloads must not change until it ends.
    /// </summary>
    /// <exception cref="VaultException">
    /// A key is unknown or erased, its compartment or the record is closed, the case is damaged, or the disk refused.
    /// </exception>
    public Task<AppendOutcome> AppendAsync(Guid caseId, long after, IReadOnlyList<LogEntry> entries, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        if (entries.Count == 0) throw new ArgumentException("There is nothing to append.", nameof(entries));
        return _chain.AppendAsync(caseId, after, [.. entries], cancel);
    }

    /// <summary>The whole log of a case from its first row; empty when there is none. The chain and the head are proven before anything is returned.</summary>
    public IReadOnlyList<LogRow> Read(Guid caseId) => _chain.Read(caseId);

    /// <summary>
    /// Where the log of a case ends, by its head alone: the number of its last row, 0 when there is none, and the hash of the whole chain. For
    /// whoever keeps what was read, to see whether it is still all there is.
    /// </summary>
    public LogEnd End(Guid caseId)
    {
        var head = _chain.End(caseId);
        return new LogEnd(head.Count, Convert.ToHexString(head.Hash));
    }
}
