using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Attune.Vault;

/// <summary>Who looked at and changed what: chains proven by an HMAC under the root, one per case and one for the practice.</summary>
public sealed class AuditTrail
{
    private readonly RecordCore _core;
    private readonly Chain _chain;

    internal AuditTrail(RecordCore core)
    {
        _core = core;
        _chain = new Chain(ChainKind.Audit, core.Store.Place, core.Practice);
    }

    /// <summary>
    /// Adds one entry, at the record's clock, to the chain of a case, or of the practice when <paramref name="caseId"/> is null. Durable when the
    /// task ends.
    /// </summary>
    public Task NoteAsync(Guid? caseId, ReadOnlyMemory<byte> payload, CancellationToken cancel = default)
    {
        var entry = new byte[sizeof(long) + payload.Length];
        BinaryPrimitives.WriteInt64BigEndian(entry, _core.Time.GetUtcNow().UtcTicks);
        payload.CopyTo(entry.AsMemory(sizeof(long)));
        return _core.WriteAsync(
            (writer, keys) => _chain.Append(writer, keys, caseId ?? _core.Practice, after: null, [new LogEntry(Guid.Empty, entry)], _ => keys.Root.Audit),
            cancel);
    }

    /// <summary>The entries in order, the chain and its head proven; empty when there is none.</summary>
    public IReadOnlyList<AuditEntry> Read(Guid? caseId) => _core.Read<IReadOnlyList<AuditEntry>>((reader, keys) =>
    {
        using var key = new AesGcm(keys.Root.Audit.Span, Envelope.TagLength);
        return [.. _chain.Prove(reader, keys, caseId ?? _core.Practice).Select(proven => Shown(proven, key))];
    });

    private AuditEntry Shown(Chain.Proven proven, AesGcm key)
    {
        var entry = _chain.Open(proven, key);
        if (entry.Length < sizeof(long)) throw _chain.Damaged(proven.Row.Chain, $"entry {proven.Row.Number} is too short");
        return new AuditEntry(
            proven.Row.Number,
            new DateTimeOffset(BinaryPrimitives.ReadInt64BigEndian(entry.Span), TimeSpan.Zero),
            entry[sizeof(long)..]);
    }
}

/// <summary>One entry of the audit; <paramref name="At"/> in UTC.</summary>
public sealed record AuditEntry(long Number, DateTimeOffset At, ReadOnlyMemory<byte> Payload);
