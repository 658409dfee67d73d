using System.Diagnostics;
using System.Globalization;

namespace Attune.Vault.Tests;

public sealed class TwoProcessesTests
{
    /// <summary>Each goes on until a number is taken from it; every number was acknowledged to one of them only.</summary>
    [Fact]
    public async Task Append_TwoProcessesOneCase_AcknowledgeEachNumberOnce()
    {
        await using var test = await TestRecord.CreateAsync();
        var pair = await test.CaseAsync();
        await test.Record.DisposeAsync();

        var told = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => TellAsync(WriterProcess.Start(test.Folder, appends: 300, [pair]))));

        await test.ReopenAsync();
        Assert.Equal(test.Record.Logs.Read(pair.Case).Select(row => row.Number), told.SelectMany(numbers => numbers).Order());
        Assert.Empty(test.Record.Verify());
    }

    private static async Task<long[]> TellAsync(Process writer)
    {
        using (writer)
        {
            string told = await writer.StandardOutput.ReadToEndAsync(TestRecord.Cancel);
            await writer.WaitForExitAsync(TestRecord.Cancel);
            Assert.Equal(0, writer.ExitCode);
            return
            [
                .. told.Split('\n').Where(line => line.StartsWith("ack ", StringComparison.Ordinal))
                    .Select(line => long.Parse(line.AsSpan(4), CultureInfo.InvariantCulture)),
            ];
        }
    }
}
