using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Attune.Vault;

/// <summary>
/// A family of append-only chains. Every row's associated data holds the hash of the row before it, the hash runs over ciphertext (so erasing a
/// key does not break it), and an encrypted head says how many rows there are and how the last one hashes.
/// </summary>
internal sealed class Chain(ChainKind kind, string place, Guid practice)
{
    private const int HeadLength = sizeof(long) + Binding.HashLength;

    private static readonly byte[] Beginning = new byte[Binding.HashLength];

    private readonly HeadOfHeads _heads = new(place, practice);

    private readonly Purpose _row = kind switch
    {
        ChainKind.Log => Purpose.LogRow,
        ChainKind.Recording => Purpose.RecordingRow,
        ChainKind.Audit => Purpose.AuditRow,
    };

    private readonly Purpose _head = kind switch
    {
        ChainKind.Log => Purpose.LogHead,
        ChainKind.Recording => Purpose.RecordingHead,
        ChainKind.Audit => Purpose.AuditHead,
    };

    /// <summary>A row whose place is proven, with what it takes to open it.</summary>
    internal readonly record struct Proven(StoredRow Row, byte[] Previous);

    /// <summary>Appends after row <paramref name="after"/> (null: wherever the chain ends), all or none, inside the writer's transaction.</summary>
    public AppendOutcome Append(IRecordWriter writer, OpenKeys keys, Guid chain, long? after, IReadOnlyList<LogEntry> entries, Func<Guid, SecretBytes> keyOf)
    {
        var before = ReadHead(writer, keys, chain);
        var (count, hash) = before;
        if (writer.LastNumber(kind, chain) != count) throw Damaged(chain, "it does not end where its head says");
        if (after is { } expected && expected != count) return new AppendOutcome.NumberTaken(count);

        using var hasher = Hasher(keys);
        foreach (var entry in entries)
        {
            count++;
            var box = Envelope.SealPadded(keyOf(entry.KeyId).Span, entry.Payload.Span, Bound(chain, count, entry.KeyId, hash));
            var row = new StoredRow(chain, count, entry.KeyId, box);
            writer.AddRow(kind, row);
            hash = Hash(hasher, row, hash);
        }
        var head = new ChainHead(count, hash);
        writer.PutHead(kind, chain, SealHead(keys, chain, head));
        _heads.Replace(writer, keys, kind, chain, before, head);
        return new AppendOutcome.Appended(count);
    }

    /// <summary>Every row, after the whole chain and its head are proven. Empty when there never was one.</summary>
    public IReadOnlyList<Proven> Prove(IRecordReader reader, OpenKeys keys, Guid chain)
    {
        var rows = new List<Proven>();
        using var hasher = Hasher(keys);
        var hash = Beginning;
        foreach (var row in reader.Rows(kind, chain))
        {
            if (row.Number != rows.Count + 1) throw Damaged(chain, $"row {rows.Count + 1} is missing");
            rows.Add(new Proven(row, hash));
            hash = Hash(hasher, row, hash);
        }
        var (count, last) = ReadHead(reader, keys, chain, rows.Count > 0);
        if (count != rows.Count) throw Damaged(chain, $"it has {rows.Count} rows where its head says {count}");
        if (!last.SequenceEqual(hash)) throw Damaged(chain, "a row was changed or moved");
        return rows;
    }

    /// <summary>Where every chain of this family ends, as its head says.</summary>
    public IEnumerable<(Guid Chain, ChainHead Head)> Heads(IRecordReader reader, OpenKeys keys) =>
        reader.Chains(kind).Select(chain => (chain, ReadHead(reader, keys, chain)));

    /// <summary>Where the chain ends, as its head says; count 0 when there never was one.</summary>
    public ChainHead End(IRecordReader reader, OpenKeys keys, Guid chain) => ReadHead(reader, keys, chain);

    /// <summary>The payload; a row that its own key does not open is damage.</summary>
    public ReadOnlyMemory<byte> Open(Proven proven, AesGcm key)
    {
        var row = proven.Row;
        return Envelope.OpenPadded(key, row.Box, Bound(row.Chain, row.Number, row.KeyId, proven.Previous))
            ?? throw Damaged(row.Chain, $"row {row.Number} does not open under its key");
    }

    public VaultException Damaged(Guid chain, string what) => Faults.Damaged(place, kind switch
    {
        ChainKind.Log => $"the log of case {chain}: {what}",
        ChainKind.Recording => $"the recording {chain}: {what}",
        ChainKind.Audit => $"the audit of {(chain == practice ? "the practice" : $"case {chain}")}: {what}",
    });

    private ChainHead ReadHead(IRecordReader reader, OpenKeys keys, Guid chain, bool mustBe = false)
    {
        if (reader.Head(kind, chain) is not { } box) return mustBe ? throw Damaged(chain, "its head is missing") : new ChainHead(0, Beginning);
        var head = Envelope.Open(keys.Root.Heads.Span, box, new Binding { Purpose = _head, Practice = practice, Scope = chain });
        return head is { Length: HeadLength }
            ? new ChainHead(BinaryPrimitives.ReadInt64BigEndian(head), head[sizeof(long)..])
            : throw Damaged(chain, "its head does not prove true");
    }

    private SealedBytes SealHead(OpenKeys keys, Guid chain, ChainHead end)
    {
        var head = new byte[HeadLength];
        BinaryPrimitives.WriteInt64BigEndian(head, end.Count);
        end.Hash.CopyTo(head, sizeof(long));
        return Envelope.Seal(keys.Root.Heads.Span, head, new Binding { Purpose = _head, Practice = practice, Scope = chain });
    }

    private Binding Bound(Guid chain, long number, Guid keyId, byte[] previous) =>
        new() { Purpose = _row, Practice = practice, Scope = chain, Number = number, KeyId = keyId, Hash = previous };

    // One for all rows of a chain: to make one takes longer than to hash a row.
    private IncrementalHash Hasher(OpenKeys keys) => kind is ChainKind.Audit
        ? IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, keys.Root.AuditProof.Span)
        : IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private byte[] Hash(IncrementalHash hash, StoredRow row, byte[] previous)
    {
        Span<byte> bound = stackalloc byte[Binding.Length];
        Bound(row.Chain, row.Number, row.KeyId, previous).WriteTo(bound);
        hash.AppendData(bound);
        hash.AppendData(row.Box.Nonce);
        hash.AppendData(row.Box.Ciphertext);
        return hash.GetHashAndReset();
    }
}

/// <summary>Where a chain ends: how many rows, and how the last one hashes. Count 0 before the first.</summary>
internal readonly record struct ChainHead(long Count, byte[] Hash);
