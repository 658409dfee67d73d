using System.Diagnostics;
using System.Globalization;

namespace Attune.Vault.Tests;

public sealed class KillTests
{
    private const int Folders = 4;
    private const int KillsPerFolder = 50;

    /// <summary>
    /// 200 kills. By itself this proves little (the page cache outlives a process): <see cref="SyncTests"/> and <see cref="CutJournalTests"/> are
    /// the rest.
    /// </summary>
    [Fact]
    public async Task Append_KilledAtAnyMoment_LosesNothingAcknowledged()
    {
        var kills = await Task.WhenAll(Enumerable.Range(0, Folders).Select(seed => Task.Run(() => KillAgainAndAgainAsync(seed))));

        Assert.Equal(Folders * KillsPerFolder, kills.Sum(folder => folder.Kills));
        Assert.True(kills.Sum(folder => folder.Acknowledged) > Folders * KillsPerFolder, "The kills came before anything was written.");
        TestContext.Current.TestOutputHelper?.WriteLine($"{kills.Sum(k => k.Kills)} kills, {kills.Sum(k => k.Acknowledged)} acknowledged rows, none lost");
    }

    private static async Task<(int Kills, long Acknowledged)> KillAgainAndAgainAsync(int seed)
    {
        var random = new Random(seed);
        await using var test = await TestRecord.CreateAsync();
        var pair = await test.CaseAsync();
        await test.Record.DisposeAsync();

        long acknowledged = 0;
        for (int kill = 0; kill < KillsPerFolder; kill++)
        {
            using var writer = WriterProcess.Start(test.Folder, appends: 1_000_000, [pair]);
            long have = Number(await writer.StandardOutput.ReadLineAsync(TestRecord.Cancel), "have");
            // One append may have reached the disk without its acknowledgement reaching us.
            Assert.InRange(have, acknowledged, acknowledged + 1);

            acknowledged = have;
            for (int acks = random.Next(0, 12); acks > 0; acks--) acknowledged = Number(await writer.StandardOutput.ReadLineAsync(TestRecord.Cancel), "ack");
            await Task.Delay(TimeSpan.FromMilliseconds(random.NextDouble() * 4), TestRecord.Cancel);
            writer.Kill();
            acknowledged = await LastAcknowledgedAsync(writer, acknowledged);
        }

        await test.ReopenAsync();
        var rows = test.Record.Logs.Read(pair.Case);
        Assert.InRange(rows.Count, acknowledged, acknowledged + 1);
        Assert.All(rows, row => Assert.Equal(WriterProcess.Payload(row.Number), Assert.IsType<LogRow.Opened>(row).Payload.ToArray()));
        return (KillsPerFolder, acknowledged);
    }

    private static async Task<long> LastAcknowledgedAsync(Process writer, long before)
    {
        string told = await writer.StandardOutput.ReadToEndAsync(TestRecord.Cancel);
        await writer.WaitForExitAsync(TestRecord.Cancel);
        int end = told.LastIndexOf('\n'); // a line cut by the kill was not told
        return end < 0 ? before : Number(told[..end].Split('\n')[^1], "ack");
    }

    private static long Number(string? line, string word) =>
        line is not null && line.StartsWith(word, StringComparison.Ordinal)
            ? long.Parse(line.AsSpan(word.Length + 1), CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"The writer said '{line}' where '{word} N' was expected.");
}
