using System.Security.Cryptography;

namespace Attune.Vault;

/// <summary>
/// What comes in quickly while something goes on (a session that is heard): numbered rows, each durable by itself, whose parts lie under the keys of whom
/// they are about. At the end a journal is folded into log and recordings in one transaction, and its rows go.
/// </summary>
/// <remarks>A row is bound to its place, so none can be changed, moved or taken out of the middle unseen. That the last rows of a journal were cut off is not seen.</remarks>
public sealed class Journals
{
    private readonly RecordCore _core;
    private readonly Chain _log;
    private readonly Chain _recordings;

    internal Journals(RecordCore core)
    {
        _core = core;
        _log = new Chain(ChainKind.Log, core.Store.Place, core.Practice);
        _recordings = new Chain(ChainKind.Recording, core.Store.Place, core.Practice);
    }

    /// <summary>
    /// Appends row <paramref name="number"/> (from 1, without gaps). Durable when the task ends. <see cref="AppendOutcome.NumberTaken"/>: another writer was
    /// first, or the journal was closed; nothing was written.
    /// </summary>
    public Task<AppendOutcome> AppendAsync(Guid journal, long number, IReadOnlyList<LogEntry> parts, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        if (parts.Count == 0) throw new ArgumentException("There is nothing to append.", nameof(parts));
        if (_core.Keyring.IsSealed) return Task.FromException<AppendOutcome>(Faults.Sealed());
        // Encrypted by whoever asks, so that the one writer only writes.
        var row = Seal(journal, number, parts);
        return _core.WriteAsync<AppendOutcome>(
            (writer, _) => writer.AddJournalRow(journal, number, row) ? new AppendOutcome.Appended(number) : new AppendOutcome.NumberTaken(writer.LastJournalNumber(journal)),
            cancel);
    }

    /// <summary>Every row in order, each part as far as it opens; empty when there is no journal. A row that does not prove true is damage.</summary>
    public IReadOnlyList<JournalRow> Read(Guid journal) => _core.Read<IReadOnlyList<JournalRow>>((reader, keys) =>
    {
        var ciphers = new Dictionary<Guid, (SubjectKeyState State, AesGcm? Cipher)>();
        try
        {
            var rows = new List<JournalRow>();
            foreach (var (number, bytes) in reader.JournalRows(journal))
            {
                if (number != rows.Count + 1) throw Damaged(journal, $"row {rows.Count + 1} is missing");
                var parts = JournalBox.Parts(bytes) ?? throw Damaged(journal, $"row {number} is cut");
                rows.Add(new JournalRow(number, [.. parts.Select(part => Shown(journal, number, part, Of(part.KeyId)))]));
            }
            return rows;
        }
        finally
        {
            foreach (var (_, cipher) in ciphers.Values) cipher?.Dispose();
        }

        (SubjectKeyState State, AesGcm? Cipher) Of(Guid id)
        {
            if (ciphers.TryGetValue(id, out var used)) return used;
            var state = _core.SubjectKeyBox.State(reader, keys, reader.SubjectKey(id), id);
            return ciphers[id] = (state, state is SubjectKeyState.Open open ? new AesGcm(open.Secret.Key.Span, Envelope.TagLength) : null);
        }
    });

    /// <summary>A key that belongs to one journal and one name within it; the same after a restart. Cannot be told from any other key of the record.</summary>
    public byte[] DeriveKey(Guid journal, Guid name) => _core.Read((store, keys) =>
    {
        var info = new byte[32];
        journal.TryWriteBytes(info, bigEndian: true, out _);
        name.TryWriteBytes(info.AsSpan(16), bigEndian: true, out _);
        return HKDF.DeriveKey(HashAlgorithmName.SHA256, keys.Root.Journals.Span.ToArray(), SecretBytes.Length, _core.Practice.ToByteArray(bigEndian: true), info);
    });

    /// <summary>
    /// Closes a journal: in one transaction the chunks are appended to their recordings (each its first), the entries to the log of the case, and every row of the
    /// journal is removed. <see cref="AppendOutcome.NumberTaken"/>: the log or the journal has grown meanwhile; nothing happened.
    /// </summary>
    /// <param name="rows">How many rows the journal had when it was folded: what came since must not go with it.</param>
    public Task<AppendOutcome> CloseAsync(Guid journal, long rows, Guid caseId, long after, IReadOnlyList<LogEntry> entries, IReadOnlyList<RecordingChunk> chunks, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(chunks);
        if (entries.Count == 0) throw new ArgumentException("There is nothing to append.", nameof(entries));
        return _core.WriteAsync(
            (writer, keys) =>
            {
                if (writer.LastJournalNumber(journal) != rows) return new AppendOutcome.NumberTaken(after);
                var outcome = _log.Append(writer, keys, caseId, after, entries, KeyOf);
                if (outcome is not AppendOutcome.Appended) return outcome;
                foreach (var chunk in chunks)
                    if (_recordings.Append(writer, keys, chunk.RecordingId, 0, [new LogEntry(chunk.KeyId, chunk.Payload)], KeyOf) is not AppendOutcome.Appended)
                        throw new InvalidOperationException($"Recording {chunk.RecordingId} has a first chunk already.");
                writer.RemoveJournal(journal);
                return outcome;

                SecretBytes KeyOf(Guid id) => _core.SubjectKeyBox.ToWrite(writer, keys, id);
            },
            cancel, scrub: true);
    }

    /// <summary>The journals that are not closed.</summary>
    public IReadOnlyList<Guid> Open() => _core.Read((reader, _) => reader.Journals());

    private byte[] Seal(Guid journal, long number, IReadOnlyList<LogEntry> parts)
    {
        // A key in memory is one that stands: destroying it forgets it. The store is asked for the others once.
        foreach (var part in parts)
            if (_core.Keyring.Use(keys => keys.Subject(part.KeyId) is null)) _core.Read((reader, keys) => _core.SubjectKeyBox.ToWrite(reader, keys, part.KeyId));
        return _core.Keyring.Use(keys => JournalBox.Seal(_core.Practice, journal, number, parts, id => keys.Subject(id)?.Key ?? throw Faults.ErasedKey(id)));
    }

    private LogRow Shown(Guid journal, long number, (Guid KeyId, SealedBytes Box) part, (SubjectKeyState State, AesGcm? Cipher) key)
    {
        if (key.Cipher is { } cipher)
            return Envelope.OpenPadded(cipher, part.Box, JournalBox.Bound(_core.Practice, journal, number, part.KeyId)) is { } payload
                ? new LogRow.Opened(number, part.KeyId, payload)
                : throw Damaged(journal, $"row {number} does not open under its key");
        return key.State switch
        {
            SubjectKeyState.Locked => new LogRow.Locked(number, part.KeyId),
            SubjectKeyState.Erased => new LogRow.Erased(number, part.KeyId),
            _ => throw Damaged(journal, $"the key of row {number} is missing"),
        };
    }

    private VaultException Damaged(Guid journal, string what) => Faults.Damaged(_core.Store.Place, $"the journal {journal}: {what}");
}

/// <summary>One row of a journal; each part as a row of a log is, under the number of the whole.</summary>
public sealed record JournalRow(long Number, IReadOnlyList<LogRow> Parts);

/// <summary>The only chunk of a new recording.</summary>
public sealed record RecordingChunk(Guid RecordingId, Guid KeyId, ReadOnlyMemory<byte> Payload);
