using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Attune.Vault.Tests;

/// <summary>
/// A process that appends to a record and says every acknowledged number, so that another can trace or kill it.
/// Prints <c>have N</c> for each case when it is unsealed, <c>ack N</c> after each acknowledged append, and at its end <c>groups N</c>.
/// </summary>
internal static class WriterProcess
{
    public const string Verb = "write-and-tell";

    /// <param name="appends">By each writer.</param>
    /// <param name="cases">One writer each, all at once: the id and the key of the case.</param>
    /// <param name="tracer">The program to start it under, with its arguments.</param>
    /// <param name="unsafely">Without syncs: what a check of syncs must catch.</param>
    public static Process Start(string folder, int appends, (Guid Case, Guid Key)[] cases, string[]? tracer = null, bool unsafely = false)
    {
        string[] command =
        [
            .. tracer ?? [], Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Attune.Vault.Tests.exe" : "Attune.Vault.Tests"), Verb, folder, appends.ToString(CultureInfo.InvariantCulture), unsafely ? "OFF" : "FULL",
            .. cases.SelectMany(pair => new[] { pair.Case.ToString(), pair.Key.ToString() }),
        ];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true };
        start.Environment["DOTNET_TieredPGO"] = "0";
        return Process.Start(start)!;
    }

    public static async Task<int> RunAsync(string[] args)
    {
        var (folder, appends, synchronous) = (args[0], int.Parse(args[1], CultureInfo.InvariantCulture), args[2]);
        await using var record = PracticeRecord.Open(folder, TimeProvider.System, new SqliteTuning { Synchronous = synchronous });
        if (await record.UnsealAsync(TestRecord.Passphrase) is not UnsealOutcome.Opened) return 1;

        await Task.WhenAll(args[3..].Select(Guid.Parse).Chunk(2).Select(pair => WriteAsync(record, pair[0], pair[1], appends)));
        Tell($"groups {record.Groups}");
        return 0;
    }

    /// <summary>What row <paramref name="number"/> holds: every length up to a few pages occurs.</summary>
    public static byte[] Payload(long number) => Encoding.UTF8.GetBytes($"row {number} " + new string('.', (int)(number * 97 % 9_000)));

    private static async Task WriteAsync(PracticeRecord record, Guid caseId, Guid key, int appends)
    {
        int last = record.Logs.Read(caseId).Count;
        Tell($"have {last}");
        for (int number = last + 1; number <= last + appends; number++)
        {
            if (await record.Logs.AppendAsync(caseId, number - 1, [new LogEntry(key, Payload(number))]) is not AppendOutcome.Appended) return;
            Tell($"ack {number}");
        }
    }

    private static void Tell(string line)
    {
        lock (Console.Out) Console.Out.WriteLine(line);
    }
}
