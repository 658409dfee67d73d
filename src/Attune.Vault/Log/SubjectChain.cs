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
        var states = new Dictionary<Guid, SubjectKeyState>();
        return [.. _chain.Prove(reader, keys, chain).Select(proven => Shown(proven, StateOf(proven.Row.KeyId)))];

        SubjectKeyState StateOf(Guid id) =>
            states.TryGetValue(id, out var state) ? state : states[id] = core.SubjectKeyBox.State(reader, keys, reader.SubjectKey(id), id);
    });

    public IReadOnlyList<Guid> Chains() => core.Read((reader, _) => reader.Chains(kind));

    private LogRow Shown(Chain.Proven proven, SubjectKeyState state)
    {
        var row = proven.Row;
        return state switch
        {
            SubjectKeyState.Open open => new LogRow.Opened(row.Number, row.KeyId, _chain.Open(proven, open.Secret.Key)),
            SubjectKeyState.Locked => new LogRow.Locked(row.Number, row.KeyId),
            SubjectKeyState.Erased => new LogRow.Erased(row.Number, row.KeyId),
            _ => throw _chain.Damaged(row.Chain, $"the key of row {row.Number} is missing"),
        };
    }
}
