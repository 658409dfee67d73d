using System.Buffers.Binary;
using System.Text;

namespace Attune.Vault.Tests;

/// <summary>Everything that a thief could recognise is planted; no byte of the folder may hold it, while the program runs and after.</summary>
public sealed class NothingReadableTests
{
    private const string Name = "Wilhelmina Achterberg";
    private const string Label = "therapist-secret";
    private const string Kind = "rupture-noted.1";
    private const string Secret = "my own long secret";
    private const string Setting = "data-protection-key";
    private const double Score = 3.1415926535897931;

    private static readonly string Payload = $"{{\"kind\":\"{Kind}\",\"who\":\"{Name}\",\"number\":8675309421,\"note\":\"abandonment felt\"}}";

    [Fact]
    public async Task Folder_EverythingWritten_HoldsNothingReadable()
    {
        await using var test = await TestRecord.CreateAsync();
        string token = await WriteEverythingAsync(test);
        var planted = Planted(test, token);

        Assert.Contains(Directory.GetFiles(test.Folder), file => file.EndsWith("-wal", StringComparison.Ordinal));
        Assert.Empty(Found(test.Folder, planted));

        await test.Record.DisposeAsync();
        Assert.Equal([test.File], Directory.GetFiles(test.Folder));
        Assert.Empty(Found(test.Folder, planted));
    }

    [Fact]
    public async Task Folder_PlainRowSlippedIn_IsFound()
    {
        await using var test = await TestRecord.CreateAsync();
        var planted = Planted(test, await WriteEverythingAsync(test));
        await test.Record.DisposeAsync();
        byte[] score = new byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleLittleEndian(score, Score);

        test.ExecuteRaw("create table slip (text text, utf16 blob, score blob)");
        test.ExecuteRaw("insert into slip values ($payload, $utf16, $score)", ("$payload", Payload), ("$utf16", Encoding.Unicode.GetBytes(Label)), ("$score", score));

        Assert.Equal(
            ["Score as a double", "achterberg in UTF-8", "kind in UTF-8", "label in UTF-16", "name in UTF-8", "note in UTF-8", "number in UTF-8"],
            Found(test.Folder, planted).Order(StringComparer.Ordinal));
    }

    /// <summary>Erasing overwrites: the wrapped key that lay there is in no file of the folder any more.</summary>
    [Fact]
    public async Task Destroy_Always_LeavesNoByteOfTheWrappedKey()
    {
        await using var test = await TestRecord.CreateAsync();
        var (_, key) = await test.CaseAsync("first");
        var wrapped = (byte[])RawFile.Scalar(test.File, "select ciphertext from subject_key where key_id = $key", ("$key", key.ToByteArray(bigEndian: true)))!;
        (string, byte[])[] planted = [("key", wrapped[..16]), ("key's end", wrapped[^16..])];
        Assert.NotEmpty(Found(test.Folder, planted));

        await test.Record.Keys.DestroyAsync(key, TestRecord.Cancel);

        Assert.Empty(Found(test.Folder, planted));
    }

    private static async Task<string> WriteEverythingAsync(TestRecord test)
    {
        var record = test.Record;
        var caseId = Guid.NewGuid();
        var compartment = await record.Keys.CreateCompartmentAsync(Secret, test.RecoveryCode, TestRecord.Cancel);
        var key = await record.Keys.CreateAsync(caseId, Label, compartment, TestRecord.Cancel);
        var payload = Scored(Payload);
        await record.Logs.AppendAsync(caseId, 0, [new LogEntry(key, payload), new LogEntry(key, payload)], TestRecord.Cancel);
        await record.Recordings.AppendAsync(Guid.NewGuid(), key, 1, payload, TestRecord.Cancel);
        await record.Audit.NoteAsync(caseId, payload, TestRecord.Cancel);
        await record.Audit.NoteAsync(null, payload, TestRecord.Cancel);
        await record.Drawer.WriteAsync(Setting, payload, TestRecord.Cancel);
        return await record.Links.IssueAsync(payload, TestRecord.Start.AddHours(1), TestRecord.Cancel);
    }

    private static byte[] Scored(string text)
    {
        var bytes = new byte[2 * sizeof(double)];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, Score);
        BinaryPrimitives.WriteDoubleBigEndian(bytes.AsSpan(sizeof(double)), Score);
        return [.. Encoding.UTF8.GetBytes(text), .. bytes, .. Encoding.Unicode.GetBytes(text)];
    }

    private static (string What, byte[] Bytes)[] Planted(TestRecord test, string token)
    {
        (string What, string Text)[] texts =
        [
            ("name", Name), ("achterberg", "Achterberg"), ("label", Label), ("kind", Kind), ("note", "abandonment felt"), ("number", "8675309421"),
            ("setting", Setting), ("passphrase", TestRecord.Passphrase), ("secret", Secret), ("code", test.RecoveryCode),
            ("code without dashes", test.RecoveryCode.Replace("-", "", StringComparison.Ordinal)), ("token", token),
        ];
        var little = new byte[sizeof(double)];
        var big = new byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleLittleEndian(little, Score);
        BinaryPrimitives.WriteDoubleBigEndian(big, Score);
        return
        [
            .. texts.Select(text => ($"{text.What} in UTF-8", Encoding.UTF8.GetBytes(text.Text))),
            .. texts.Select(text => ($"{text.What} in UTF-16", Encoding.Unicode.GetBytes(text.Text))),
            ("token's bytes", System.Buffers.Text.Base64Url.DecodeFromChars(token)),
            ("Score as a double", little),
            ("Score as a double, big end first", big),
        ];
    }

    private static string[] Found(string folder, (string What, byte[] Bytes)[] planted)
    {
        var files = Directory.GetFiles(folder).Select(ReadShared).ToArray();
        return [.. planted.Where(plant => files.Any(file => file.AsSpan().IndexOf(plant.Bytes) >= 0)).Select(plant => plant.What)];
    }

    private static byte[] ReadShared(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
