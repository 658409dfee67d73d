using System.Globalization;

namespace Attune.Vault.Tests;

/// <summary>A kill loses no page cache, so only the kernel's own view tells whether a commit went to the disk before it was acknowledged.</summary>
public sealed class SyncTests
{
    [Fact]
    public async Task Append_ManyWriters_SyncsOnceOrMorePerGroup()
    {
        var trace = await TraceAsync(writers: 8, appends: 25);

        Assert.Equal(8 * 25, trace.Count(line => IsAcknowledgement(line)));
        Assert.InRange(Syncs(trace), Groups(trace), int.MaxValue);
        TestContext.Current.TestOutputHelper?.WriteLine($"{8 * 25} appends, {Groups(trace)} groups, {Syncs(trace)} syncs of the journal");
    }

    [Fact]
    public async Task Append_OneWriter_SyncsBeforeEveryAcknowledgement() => Assert.Equal(0, UnsyncedAcknowledgements(await TraceAsync(writers: 1, appends: 40)));

    [Fact]
    public async Task Append_SynchronousOff_IsCaughtByBothChecks()
    {
        var trace = await TraceAsync(writers: 1, appends: 40, unsafely: true);

        Assert.Equal(40, UnsyncedAcknowledgements(trace));
        Assert.InRange(Syncs(trace), 0, Groups(trace) - 1);
    }

    private static async Task<string[]> TraceAsync(int writers, int appends, bool unsafely = false)
    {
        Tools.Require("strace");
        await using var test = await TestRecord.CreateAsync();
        var cases = new (Guid, Guid)[writers];
        for (int i = 0; i < writers; i++) cases[i] = await test.CaseAsync();
        await test.Record.DisposeAsync();

        string output = Path.Combine(test.Folder, "trace");
        string[] strace = ["strace", "-f", "-y", "-s", "64", "-e", "trace=fsync,fdatasync,sync_file_range,msync,write", "-o", output];
        using var writer = WriterProcess.Start(test.Folder, appends, cases, strace, unsafely);
        await writer.StandardOutput.ReadToEndAsync(TestRecord.Cancel);
        await writer.WaitForExitAsync(TestRecord.Cancel);
        Assert.Equal(0, writer.ExitCode);
        return await File.ReadAllLinesAsync(output, TestRecord.Cancel);
    }

    private static int UnsyncedAcknowledgements(string[] trace)
    {
        int unsynced = 0;
        bool synced = false;
        foreach (string line in trace)
        {
            if (IsSync(line)) synced = true;
            if (!IsAcknowledgement(line)) continue;
            if (!synced) unsynced++;
            synced = false;
        }
        return unsynced;
    }

    private static int Syncs(string[] trace) => trace.Count(IsSync);

    private static bool IsSync(string line) => line.Contains("sync(", StringComparison.Ordinal) && line.Contains("attune.db-wal>", StringComparison.Ordinal);

    private static bool IsAcknowledgement(string line) => line.Contains("write(", StringComparison.Ordinal) && line.Contains("\"ack ", StringComparison.Ordinal);

    private static int Groups(string[] trace)
    {
        string line = Assert.Single(trace, line => line.Contains("\"groups ", StringComparison.Ordinal));
        return int.Parse(line.Split("groups ")[1].Split('\\')[0], CultureInfo.InvariantCulture);
    }
}
