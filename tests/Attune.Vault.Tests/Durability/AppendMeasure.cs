using System.Diagnostics;

namespace Attune.Vault.Tests;

/// <summary>Prints how long appends take and asserts nothing: start the test executable with <see cref="Verb"/> before and after a change of the writing path.</summary>
internal static class AppendMeasure
{
    public const string Verb = "measure-appends";

    public static async Task<int> RunAsync()
    {
        await MeasureAsync(writers: 1, appends: 3_000);
        await MeasureAsync(writers: 64, appends: 300);
        return 0;
    }

    private static async Task MeasureAsync(int writers, int appends)
    {
        await using var test = await TestRecord.CreateAsync();
        var cases = new (Guid Case, Guid Key)[writers];
        for (int i = 0; i < writers; i++) cases[i] = await test.CaseAsync();
        long before = test.Record.Groups;
        long start = Stopwatch.GetTimestamp();

        var times = await Task.WhenAll(cases.Select(pair => Task.Run(() => WriteAsync(test.Record, pair.Case, pair.Key, appends))));

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        double[] ms = [.. times.SelectMany(each => each).Order()];
        Console.WriteLine(
            $"{writers} writers x {appends} of 500 bytes: p50 {At(.5):F2} ms, p95 {At(.95):F2} ms, p99 {At(.99):F2} ms, {ms.Length / seconds:F0}/s, "
            + $"{test.Record.Groups - before} groups");
        start = Stopwatch.GetTimestamp();
        int rows = test.Record.Logs.Read(cases[0].Case).Count;
        Console.WriteLine($"read and proved {rows} rows in {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F1} ms");

        double At(double share) => ms[(int)(share * (ms.Length - 1))];
    }

    private static async Task<double[]> WriteAsync(PracticeRecord record, Guid caseId, Guid key, int appends)
    {
        var payload = new byte[500];
        var times = new double[appends];
        for (int i = 0; i < appends; i++)
        {
            long start = Stopwatch.GetTimestamp();
            await record.Logs.AppendAsync(caseId, i, [new LogEntry(key, payload)]);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        return times;
    }
}
