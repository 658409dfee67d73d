using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Attune.Vault.Tests;

public sealed class FileFaultTests
{
    [Fact]
    public async Task Open_NotADatabase_IsDamagedAndLeftAsItIs()
    {
        string folder = TestRecord.NewFolder();
        string file = Path.Combine(folder, "attune.db");
        var bytes = TestRecord.Utf8(new string('?', 10_000));
        await File.WriteAllBytesAsync(file, bytes, TestRecord.Cancel);

        Assert.Equal(VaultFaultKind.Damaged, Assert.Throws<VaultException>(() => PracticeRecord.Open(folder, TimeProvider.System)).Kind);
        Assert.Equal(VaultFaultKind.Damaged, Assert.Throws<VaultException>(() => PracticeRecord.Exists(folder)).Kind);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(file, TestRecord.Cancel));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Open_FileEmptied_IsDamaged()
    {
        string folder = TestRecord.NewFolder();
        await File.WriteAllBytesAsync(Path.Combine(folder, "attune.db"), [], TestRecord.Cancel);

        Assert.Equal(VaultFaultKind.Damaged, Assert.Throws<VaultException>(() => PracticeRecord.Open(folder, TimeProvider.System)).Kind);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Open_NewerFormat_RefusesAndWritesNothing()
    {
        await using var test = await TestRecord.CreateAsync();
        await test.Record.DisposeAsync();
        test.ExecuteRaw("update practice set format = 99");
        var before = await File.ReadAllBytesAsync(test.File, TestRecord.Cancel);

        var fault = Assert.Throws<VaultException>(() => PracticeRecord.Open(test.Folder, test.Time));

        Assert.Equal(VaultFaultKind.NewerFormat, fault.Kind);
        Assert.Equal(VaultFaultKind.NewerFormat, Assert.Throws<VaultException>(() => PracticeRecord.Exists(test.Folder)).Kind);
        Assert.Equal([test.File], Directory.GetFiles(test.Folder));
        Assert.Equal(before, await File.ReadAllBytesAsync(test.File, TestRecord.Cancel));
    }

    [Fact]
    public async Task Append_DiskFull_SaysSoAndKeepsWhatWasAcknowledged()
    {
        await using var test = await TestRecord.CreateAsync();
        var (caseId, key) = await test.CaseAsync("one");
        await test.Record.DisposeAsync();
        long pages = (long)RawFile.Scalar(test.File, "pragma page_count")!;
        await test.ReopenAsync(tuning: new SqliteTuning { MostPages = (int)pages + 2 });

        var big = test.AppendAsync(caseId, key, 1, new string('x', 100_000));
        var small = test.Record.Drawer.WriteAsync("small", TestRecord.Utf8("fits"), TestRecord.Cancel);

        Assert.Equal(VaultFaultKind.DiskFull, (await Assert.ThrowsAsync<VaultException>(() => big)).Kind);
        await small;
        Assert.Equal(["one"], test.Texts(caseId));
        await test.ReopenAsync();
        Assert.Equal(new AppendOutcome.Appended(2), await test.AppendAsync(caseId, key, 1, "two"));
        Assert.Equal(["one", "two"], test.Texts(caseId));
    }

    [Fact]
    public async Task Append_FileMayOnlyBeRead_SaysSoAndStillReads()
    {
        await using var test = await TestRecord.CreateAsync();
        var (caseId, key) = await test.CaseAsync("one");
        await test.ReopenAsync(tuning: new SqliteTuning { ReadOnly = true });

        var fault = await Assert.ThrowsAsync<VaultException>(() => test.AppendAsync(caseId, key, 1, "two"));

        Assert.Equal(VaultFaultKind.ReadOnly, fault.Kind);
        Assert.Equal(["one"], test.Texts(caseId));
    }

    [Fact]
    public async Task Open_FolderMountedReadOnly_SaysSo()
    {
        await using var test = await TestRecord.CreateAsync();
        await test.Record.DisposeAsync();
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root" && Mount("--bind", test.Folder, test.Folder), "A read-only mount needs root on Linux.");
        try
        {
            Assert.SkipUnless(Mount("-o", "remount,bind,ro", test.Folder), "This system does not remount read-only.");

            Assert.True(PracticeRecord.Exists(test.Folder));
            Assert.Equal(VaultFaultKind.ReadOnly, Assert.Throws<VaultException>(() => PracticeRecord.Open(test.Folder, test.Time)).Kind);
            var fault = await Assert.ThrowsAsync<VaultException>(() =>
                PracticeRecord.CreateAsync(Path.Combine(test.Folder, "inner"), "passphrase", test.Time, TestRecord.Cheap, TestRecord.Cancel));
            Assert.Equal(VaultFaultKind.ReadOnly, fault.Kind);
        }
        finally
        {
            Run("umount", test.Folder);
        }
    }

    [Fact]
    public async Task Append_AnotherProgramWrites_IsBusyThenWorks()
    {
        await using var test = await TestRecord.CreateAsync();
        var (caseId, key) = await test.CaseAsync("one");
        await test.ReopenAsync(tuning: new SqliteTuning { BusyWait = TimeSpan.FromMilliseconds(20) });
        using (var other = new SqliteConnection($"Data Source={test.File};Pooling=False"))
        {
            other.Open();
            using var transaction = other.BeginTransaction(deferred: false);

            Assert.Equal(VaultFaultKind.Busy, (await Assert.ThrowsAsync<VaultException>(() => test.AppendAsync(caseId, key, 1, "two"))).Kind);
            Assert.Equal(["one"], test.Texts(caseId));
        }
        Assert.Equal(new AppendOutcome.Appended(2), await test.AppendAsync(caseId, key, 1, "two"));
    }

    [Fact]
    public async Task Open_PragmaThatDoesNotHold_IsAnError()
    {
        await using var test = await TestRecord.CreateAsync();
        await test.Record.DisposeAsync();

        Assert.Throws<VaultException>(() => PracticeRecord.Open(test.Folder, test.Time, new SqliteTuning { Synchronous = "NORMAL" }));
    }

    private static bool Mount(params string[] args) => Run("mount", args) == 0;

    private static int Run(string program, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
