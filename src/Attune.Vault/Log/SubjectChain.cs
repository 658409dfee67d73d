using System.Security.Cryptography;

namespace Attune.Vault;

/// <summary>Chains whose rows are about persons: each row under the data key of whom it is about.</summary>
internal sealed class SubjectChain(RecordCore core, ChainKind kind)
{
    private readonly Chain _chain = new(kind, core.Store.Place, core.Practice);

    public Task<AppendOutcome> AppendAsync(Guid chain, long after, IReadOnlyList<LogEntry> entries, CancellationToken cancel) => core.WriteAsync(
        (writer, keys) =>
        {
            var open = new Dictionary<Guid, SecretBytes>();
            return _chain.Append(writer, keys, chain, after, entries, id =>
                open.TryGetValue(id, out var key) ? key : open[id] = core.SubjectKeyBox.ToWrite(writer, keys, id));
        },
        cancel);

    public IReadOnlyList<LogRow> Read(Guid chain) => core.Read<IReadOnlyList<LogRow>>((reader, keys) =>
    {
        var used = new Dictionary<Guid, UsedKey>();
        try
        {
            return [.. _chain.Prove(reader, keys, chain).Select(proven => Shown(proven, Of(proven.Row.KeyId)))];
        }
        finally
        {
            foreach (var key in used.Values) key.Cipher?.Dispose();
        }

        UsedKey Of(Guid id) => used.TryGetValue(id, out var key) ? key : used[id] = Use(core.SubjectKeyBox.State(reader, keys, reader.SubjectKey(id), id));
    });

    /// <summary>Where the chain ends, without reading its rows; number 0 when there is none.</summary>
    public ChainHead End(Guid chain) => core.Read((reader, keys) => _chain.End(reader, keys, chain));

    public IReadOnlyList<Guid> Chains() => core.Read((reader, _) => reader.Chains(kind));

    private static UsedKey Use(SubjectKeyState state) =>
        new(state, state is SubjectKeyState.Open open ? new AesGcm(open.Secret.Key.Span, Envelope.TagLength) : null);

    private LogRow Shown(Chain.Proven proven, UsedKey key)
    {
        var row = proven.Row;
        if (key.Cipher is { } cipher) return new LogRow.Opened(row.Number, row.KeyId, _chain.Open(proven, cipher));
        return key.State switch
        {
            SubjectKeyState.Locked => new LogRow.Locked(row.Number, row.KeyId),
            SubjectKeyState.Erased => new LogRow.Erased(row.Number, row.KeyId),
            _ => throw _chain.Damaged(row.Chain, $"the key of row {row.Number} is missing"),
        };
    }

    /// <summary>A key of the rows that are being read, with its cipher while they are; null where it does not open.</summary>
    private readonly record struct UsedKey(SubjectKeyState State, AesGcm? Cipher);
}
