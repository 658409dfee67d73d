using System.Diagnostics;

namespace Attune.Vault.Tests;

/// <summary>Prints, asserts nothing: run it by <c>-explicit only</c> before and after a change of the writing path.</summary>
public sealed class AppendMeasure
{
    [Theory(Explicit = true)]
    [InlineData(1, 2_000)]
    [InlineData(64, 200)]
    public async Task Append_Measured(int writers, int appends)
    {
        await using var test = await TestRecord.CreateAsync();
        var cases = new (Guid Case, Guid Key)[writers];
        for (int i = 0; i < writers; i++) cases[i] = await test.CaseAsync();
        var payload = new byte[500];
        long before = test.Record.Groups;
        var whole = Stopwatch.StartNew();

        double[] ms = [.. (await Task.WhenAll(cases.Select(pair => Task.Run(() => WriteAsync(pair))))).SelectMany(times => times).Order()];

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{writers} writers x {appends}: p50 {At(.5):F2} ms, p95 {At(.95):F2} ms, p99 {At(.99):F2} ms, {ms.Length / whole.Elapsed.TotalSeconds:F0}/s, "
            + $"{test.Record.Groups - before} groups");
        whole.Restart();
        int rows = test.Record.Logs.Read(cases[0].Case).Count;
        TestContext.Current.TestOutputHelper?.WriteLine($"read {rows} rows in {whole.Elapsed.TotalMilliseconds:F1} ms");

        double At(double share) => ms[(int)(share * (ms.Length - 1))];

        async Task<double[]> WriteAsync((Guid Case, Guid Key) pair)
        {
            var times = new double[appends];
            for (int i = 0; i < appends; i++)
            {
                long start = Stopwatch.GetTimestamp();
                await test.Record.Logs.AppendAsync(pair.Case, i, [new LogEntry(pair.Key, payload)], TestRecord.Cancel);
                times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
            return times;
        }
    }
}
