using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace Attune.Vault.Tests;

/// <summary>A record in a folder of its own, with a cheap derivation, that is deleted after the test.</summary>
internal sealed class TestRecord : IAsyncDisposable
{
    public const string Passphrase = "correct horse battery staple";

    public static VaultOptions Cheap { get; } = new() { KeyDerivation = new KeyDerivation(KeyDerivation.LeastMemoryKiB, 1) };

    private TestRecord(string folder, PracticeRecord record, string recoveryCode) => (Folder, Record, RecoveryCode) = (folder, record, recoveryCode);

    public static DateTimeOffset Start { get; } = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public FakeTimeProvider Time { get; private init; } = new(Start);

    public string Folder { get; }

    public string File => Path.Combine(Folder, "attune.db");

    public PracticeRecord Record { get; private set; }

    public string RecoveryCode { get; }

    public static string NewFolder() => Directory.CreateTempSubdirectory("attune-vault-").FullName;

    public static async Task<TestRecord> CreateAsync()
    {
        string folder = NewFolder();
        var time = new FakeTimeProvider(Start);
        var made = await PracticeRecord.CreateAsync(folder, Passphrase, time, Cheap, Cancel);
        return new TestRecord(folder, made.Record, made.RecoveryCode) { Time = time };
    }

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Closes the record, lets <paramref name="between"/> work on the file, opens and unseals it again.</summary>
    public async Task<PracticeRecord> ReopenAsync(Action? between = null, SqliteTuning? tuning = null)
    {
        await Record.DisposeAsync();
        between?.Invoke();
        Record = PracticeRecord.Open(Folder, Time, tuning ?? SqliteTuning.Default);
        Assert.Equal(UnsealOutcome.Opened, await Record.UnsealAsync(Passphrase, Cancel));
        return Record;
    }

    /// <summary>A case with one key and the given texts as its rows.</summary>
    public async Task<(Guid Case, Guid Key)> CaseAsync(params string[] texts)
    {
        var caseId = Guid.NewGuid();
        var key = await Record.Keys.CreateAsync(caseId, "A", cancel: Cancel);
        if (texts.Length > 0) Assert.Equal(new AppendOutcome.Appended(texts.Length), await AppendAsync(caseId, key, 0, texts));
        return (caseId, key);
    }

    public Task<AppendOutcome> AppendAsync(Guid caseId, Guid key, long after, params string[] texts) =>
        Record.Logs.AppendAsync(caseId, after, [.. texts.Select(text => new LogEntry(key, Utf8(text)))], Cancel);

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static string Text(LogRow row) => Text(Assert.IsType<LogRow.Opened>(row).Payload);

    public static string Text(ReadOnlyMemory<byte> payload) => Encoding.UTF8.GetString(payload.Span);

    public string[] Texts(Guid caseId) => [.. Record.Logs.Read(caseId).Select(Text)];

    public void ExecuteRaw(string sql, params (string Name, object Value)[] values) => RawFile.Execute(File, sql, values);

    public async ValueTask DisposeAsync()
    {
        await Record.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
