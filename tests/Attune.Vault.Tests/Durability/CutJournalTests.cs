using System.Buffers.Binary;

namespace Attune.Vault.Tests;

/// <summary>What a power cut leaves: the file with a journal that ends anywhere.</summary>
public sealed class CutJournalTests
{
    private const int JournalHeader = 32;
    private const int FrameHeader = 24;
    private const int PageSizeAt = 8;

    [Fact]
    public async Task Open_JournalCutAnywhere_HoldsExactlyTheWholeCommits()
    {
        await using var test = await TestRecord.CreateAsync();
        var pair = await test.CaseAsync();
        await test.ReopenAsync(tuning: new SqliteTuning { CheckpointPages = 0 }); // the key lies in the file, everything after it in the journal
        string journal = test.File + "-wal";
        var commits = new List<long>();
        for (int number = 1; number <= 12; number++)
        {
            await test.Record.Logs.AppendAsync(pair.Case, number - 1, [new LogEntry(pair.Key, WriterProcess.Payload(number * 7))], TestRecord.Cancel);
            commits.Add(new FileInfo(journal).Length);
        }

        var (file, wal) = (ReadShared(test.File), ReadShared(journal));
        var cuts = Cuts(wal).ToArray();
        foreach (int cut in cuts) await AssertPrefixAsync(test, pair, file, wal[..cut], commits.Count(end => end <= cut));

        TestContext.Current.TestOutputHelper?.WriteLine($"{cuts.Length} cuts over {commits.Count} commits");
    }

    /// <summary>A journal whose tail was not written in order: a frame of zeros before whole ones.</summary>
    [Fact]
    public async Task Open_FrameInsideLost_HoldsTheCommitsBeforeIt()
    {
        await using var test = await TestRecord.CreateAsync();
        var pair = await test.CaseAsync();
        await test.ReopenAsync(tuning: new SqliteTuning { CheckpointPages = 0 });
        await test.AppendAsync(pair.Case, pair.Key, 0, "row 0 ");
        long first = new FileInfo(test.File + "-wal").Length;
        await test.AppendAsync(pair.Case, pair.Key, 1, "row 1 ");
        await test.AppendAsync(pair.Case, pair.Key, 2, "row 2 ");

        var wal = ReadShared(test.File + "-wal");
        wal.AsSpan((int)first + FrameHeader, 64).Clear();

        await AssertPrefixAsync(test, pair, ReadShared(test.File), wal, rows: 1);
    }

    private static async Task AssertPrefixAsync(TestRecord test, (Guid Case, Guid Key) pair, byte[] file, byte[] wal, int rows)
    {
        string folder = TestRecord.NewFolder();
        await File.WriteAllBytesAsync(Path.Combine(folder, "attune.db"), file, TestRecord.Cancel);
        await File.WriteAllBytesAsync(Path.Combine(folder, "attune.db-wal"), wal, TestRecord.Cancel);

        await using (var record = PracticeRecord.Open(folder, test.Time))
        {
            Assert.Equal(UnsealOutcome.Opened, await record.UnsealAsync(TestRecord.Passphrase, TestRecord.Cancel));
            Assert.Equal(test.Record.Logs.Read(pair.Case).Take(rows).Select(TestRecord.Text), record.Logs.Read(pair.Case).Select(TestRecord.Text));
            var outcome = await record.Logs.AppendAsync(pair.Case, rows, [new LogEntry(pair.Key, TestRecord.Utf8("after"))], TestRecord.Cancel);
            Assert.Equal(new AppendOutcome.Appended(rows + 1), outcome);
            Assert.Equal(rows + 1, record.Logs.Read(pair.Case).Count);
        }
        Directory.Delete(folder, recursive: true);
    }

    private static IEnumerable<int> Cuts(byte[] wal)
    {
        int frame = FrameHeader + (int)BinaryPrimitives.ReadUInt32BigEndian(wal.AsSpan(PageSizeAt));
        Assert.Equal(0, (wal.Length - JournalHeader) % frame);
        yield return 0;
        yield return 1;
        for (int at = JournalHeader; at < wal.Length; at += frame)
        {
            foreach (int inside in (int[])[0, 1, FrameHeader - 1, FrameHeader, FrameHeader + 100, frame - 1]) yield return at + inside;
        }
        yield return wal.Length;
    }

    private static byte[] ReadShared(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
