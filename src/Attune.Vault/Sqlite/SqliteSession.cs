using Microsoft.Data.Sqlite;

namespace Attune.Vault;

/// <summary>One connection with its prepared statements. One thread at a time.</summary>
internal sealed class SqliteSession(SqliteConnection connection, string file) : IRecordWriter, IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _prepared = [];

    public IEnumerable<StoredRow> Rows(ChainKind kind, Guid chain)
    {
        var (table, id) = Table(kind);
        using var rows = Query($"select number, key_id, nonce, ciphertext from {table} where {id} = $1 order by number", Blob(chain));
        while (rows.Read()) yield return new StoredRow(chain, rows.GetInt64(0), Id(rows, 1), Box(rows, 2));
    }

    public long LastNumber(ChainKind kind, Guid chain)
    {
        var (table, id) = Table(kind);
        using var row = Query($"select coalesce(max(number), 0) from {table} where {id} = $1", Blob(chain));
        row.Read();
        return row.GetInt64(0);
    }

    public SealedBytes? Head(ChainKind kind, Guid chain)
    {
        using var row = Query("select nonce, ciphertext from head where kind = $1 and chain_id = $2", (long)kind, Blob(chain));
        return row.Read() ? Box(row, 0) : null;
    }

    public IReadOnlyList<Guid> Chains(ChainKind kind)
    {
        var (table, id) = Table(kind);
        var chains = new List<Guid>();
        using var rows = Query(Each(table, id) + "select id from chain where id is not null union select chain_id from head where kind = $1", (long)kind);
        while (rows.Read()) chains.Add(Id(rows, 0));
        return chains;
    }

    public StoredWrap? Wrap(Guid holder, WrapKind kind)
    {
        using var row = Query(
            "select salt, memory_kib, iterations, nonce, ciphertext, checksum from key_wrap where holder = $1 and kind = $2", Blob(holder), (long)kind);
        return row.Read() ? new StoredWrap(holder, kind, Bytes(row, 0), row.GetInt64(1), row.GetInt64(2), Box(row, 3), Bytes(row, 5)) : null;
    }

    public StoredSubjectKey? SubjectKey(Guid keyId)
    {
        using var row = Query("select key_id, case_id, holder, erased, nonce, ciphertext from subject_key where key_id = $1", Blob(keyId));
        return row.Read() ? Key(row) : null;
    }

    public IReadOnlyList<StoredSubjectKey> SubjectKeysOf(Guid caseId)
    {
        var keys = new List<StoredSubjectKey>();
        using var rows = Query("select key_id, case_id, holder, erased, nonce, ciphertext from subject_key where case_id = $1 order by key_id", Blob(caseId));
        while (rows.Read()) keys.Add(Key(rows));
        return keys;
    }

    public SealedBytes? Box(Shelf shelf, byte[] name)
    {
        using var row = Query("select nonce, ciphertext from box where shelf = $1 and name = $2", (long)shelf, name);
        return row.Read() ? Box(row, 0) : null;
    }

    public void AddRow(ChainKind kind, StoredRow row)
    {
        var (table, id) = Table(kind);
        Execute($"insert into {table} ({id}, number, key_id, nonce, ciphertext) values ($1, $2, $3, $4, $5)",
            Blob(row.Chain), row.Number, Blob(row.KeyId), row.Box.Nonce, row.Box.Ciphertext);
    }

    public void PutHead(ChainKind kind, Guid chain, SealedBytes head) =>
        Execute("insert into head (kind, chain_id, nonce, ciphertext) values ($1, $2, $3, $4) "
            + "on conflict do update set nonce = excluded.nonce, ciphertext = excluded.ciphertext",
            (long)kind, Blob(chain), head.Nonce, head.Ciphertext);

    public void AddWrap(StoredWrap wrap) =>
        Execute("insert into key_wrap (holder, kind, salt, memory_kib, iterations, nonce, ciphertext, checksum) values ($1, $2, $3, $4, $5, $6, $7, $8)",
            Blob(wrap.Holder), (long)wrap.Kind, wrap.Salt, wrap.MemoryKiB, wrap.Iterations, wrap.Box.Nonce, wrap.Box.Ciphertext, wrap.Checksum);

    public void AddSubjectKey(StoredSubjectKey key) =>
        Execute("insert into subject_key (key_id, case_id, holder, erased, nonce, ciphertext) values ($1, $2, $3, $4, $5, $6)",
            Blob(key.KeyId), Blob(key.CaseId), Blob(key.Holder), key.IsErased ? 1L : 0L, key.Box.Nonce, key.Box.Ciphertext);

    public void ReplaceSubjectKey(StoredSubjectKey key) =>
        Execute("update subject_key set erased = $2, nonce = $3, ciphertext = $4 where key_id = $1",
            Blob(key.KeyId), key.IsErased ? 1L : 0L, key.Box.Nonce, key.Box.Ciphertext);

    public void PutBox(Shelf shelf, byte[] name, SealedBytes box) =>
        Execute("insert into box (shelf, name, nonce, ciphertext) values ($1, $2, $3, $4) "
            + "on conflict do update set nonce = excluded.nonce, ciphertext = excluded.ciphertext",
            (long)shelf, name, box.Nonce, box.Ciphertext);

    public IEnumerable<(long Number, byte[] Parts)> JournalRows(Guid journal)
    {
        using var rows = Query("select number, parts from journal_row where journal_id = $1 order by number", Blob(journal));
        while (rows.Read()) yield return (rows.GetInt64(0), Bytes(rows, 1));
    }

    public long LastJournalNumber(Guid journal)
    {
        using var row = Query("select coalesce(max(number), 0) from journal_row where journal_id = $1", Blob(journal));
        row.Read();
        return row.GetInt64(0);
    }

    public IReadOnlyList<Guid> Journals()
    {
        var journals = new List<Guid>();
        using var rows = Query(Each("journal_row", "journal_id") + "select id from chain where id is not null");
        while (rows.Read()) journals.Add(Id(rows, 0));
        return journals;
    }

    public bool AddJournalRow(Guid journal, long number, byte[] parts) =>
        Prepare("insert or ignore into journal_row (journal_id, number, parts) select $1, $2, $3 "
            + "where $2 = 1 or exists (select 1 from journal_row where journal_id = $1 and number = $2 - 1)", [Blob(journal), number, parts]).ExecuteNonQuery() == 1;

    public void RemoveJournal(Guid journal) => Execute("delete from journal_row where journal_id = $1", Blob(journal));

    public void Execute(string sql, params ReadOnlySpan<object> values) => Prepare(sql, values).ExecuteNonQuery();

    /// <summary>False while a reader is in the way.</summary>
    public bool TruncateLog()
    {
        using var row = Query("pragma wal_checkpoint(truncate)");
        return row.Read() && row.GetInt64(0) == 0;
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values) command.Dispose();
        connection.Dispose();
    }

    private SqliteDataReader Query(string sql, params ReadOnlySpan<object> values) => Prepare(sql, values).ExecuteReader();

    private SqliteCommand Prepare(string sql, ReadOnlySpan<object> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (int i = 1; i <= values.Length; i++) command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
            _prepared.Add(sql, command);
        }
        for (int i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        return command;
    }

    // From each id to the next one: "select distinct" would walk over every row, and each row holds its ciphertext.
    private static string Each(string table, string id) =>
        $"with recursive chain(id) as (select min({id}) from {table} union all "
        + $"select (select min({id}) from {table} where {id} > chain.id) from chain where chain.id is not null) ";

    private static (string Table, string Id) Table(ChainKind kind) => kind switch
    {
        ChainKind.Log => ("log_row", "case_id"),
        ChainKind.Recording => ("recording_row", "recording_id"),
        ChainKind.Audit => ("audit_row", "case_id"),
    };

    private static byte[] Blob(Guid id) => id.ToByteArray(bigEndian: true);

    private StoredSubjectKey Key(SqliteDataReader row) => new(Id(row, 0), Id(row, 1), Id(row, 2), row.GetInt64(3) != 0, Box(row, 4));

    private static SealedBytes Box(SqliteDataReader row, int column) => new(Bytes(row, column), Bytes(row, column + 1));

    private static byte[] Bytes(SqliteDataReader row, int column) => row.GetFieldValue<byte[]>(column);

    private Guid Id(SqliteDataReader row, int column) =>
        Bytes(row, column) is { Length: 16 } bytes ? new Guid(bytes, bigEndian: true) : throw Faults.Damaged(file, "an id does not have its length");
}
