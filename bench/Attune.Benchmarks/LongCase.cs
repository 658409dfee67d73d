using Attune.Method.Cases;
using Attune.Practice.Records;
using Attune.Vault;
using Microsoft.Data.Sqlite;

namespace Attune.Benchmarks;

/// <summary>A record on disk with one case of 2,000 events, opened as the program opens it.</summary>
internal sealed class LongCase : IAsyncDisposable
{
    private readonly string _folder;
    private SqliteConnection? _reader;

    private LongCase(string folder, PracticeDoor door) => (_folder, Door, Store) = (folder, door, new CaseStore(door));

    public PracticeDoor Door { get; }

    public CaseStore Store { get; }

    public CoupleId Couple { get; } = new(new Guid("0192f0aa-0000-7000-8000-0000000000b1"));

    public SubjectKeyring Keys { get; private set; } = null!;

    public static async Task<LongCase> MakeAsync(string below)
    {
        var folder = Directory.CreateDirectory(Path.Combine(below, $"record-{Guid.NewGuid():N}")).FullName;
        var door = new PracticeDoor(folder, TimeProvider.System, new VaultOptions { KeyDerivation = new KeyDerivation(KeyDerivation.LeastMemoryKiB, 1) });
        await door.CreateAsync("Bench", "a passphrase for a bench");
        var made = new LongCase(folder, door);
        made.Keys = await made.Store.MakeKeysAsync(made.Couple);
        await made.Store.AppendAsync(made.Couple.Value, made.Keys, 0, Story.Of(made.Couple));
        return made;
    }

    /// <summary>Read, prove, decrypt, parse and fold: what a grain does when it wakes.</summary>
    public CoupleCase Fold() => Store.Load(Couple.Value)!.Value.Case;

    /// <summary>Only the bytes, by a plain reader of the file.</summary>
    public void ReadRows()
    {
        _reader ??= Open();
        using var command = _reader.CreateCommand();
        command.CommandText = "select number, key_id, nonce, ciphertext from log_row order by case_id, number";
        using var rows = command.ExecuteReader();
        while (rows.Read())
            _ = (rows.GetInt64(0), rows.GetFieldValue<byte[]>(1), rows.GetFieldValue<byte[]>(2), rows.GetFieldValue<byte[]>(3));
    }

    /// <summary>All but the JSON and the fold.</summary>
    public void Prove() => Door.Record.Logs.Read(Couple.Value);

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "attune.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        _reader?.Dispose();
        await Door.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
