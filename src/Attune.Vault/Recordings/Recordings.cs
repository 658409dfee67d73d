namespace Attune.Vault;

/// <summary>Heart beats and other long payloads, chained in chunks beside the log.</summary>
public sealed class Recordings
{
    private readonly SubjectChain _chain;

    internal Recordings(RecordCore core) => _chain = new SubjectChain(core, ChainKind.Recording);

    /// <summary>Appends chunk <paramref name="number"/> (from 1, without gaps) of a recording. Durable when the task ends.</summary>
    public Task<AppendOutcome> AppendAsync(Guid recordingId, Guid keyId, long number, ReadOnlyMemory<byte> payload, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        return _chain.AppendAsync(recordingId, number - 1, [new LogEntry(keyId, payload)], cancel);
    }

    /// <summary>Every chunk in order; empty when there is none. Chain and head are proven before anything is returned.</summary>
    public IReadOnlyList<LogRow> Read(Guid recordingId) => _chain.Read(recordingId);
}
