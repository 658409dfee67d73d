using System.Diagnostics;
using System.Globalization;

namespace Attune.Benchmarks;

/// <summary>The pages over a record of many long therapies, asked over HTTP as a browser asks: cold from the disk, and warm.</summary>
internal static class CaseloadFigures
{
    private const int Colds = 5;
    private const int Looks = 200;

    // A page that is slow is looked at less often.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static async Task<IReadOnlyList<Line>> TakeAsync(string folder)
    {
        var made = await LongCaseload.MakeAsync(folder);
        var (cold, warm, course, brief) = (new Times(), new Times(), new Times(), new Times());
        for (var run = 1; run <= Colds; run++)
        {
            using var attune = await AttuneRun.StartAsync("serve", "--data", made.Folder);
            await attune.UnsealAsync(LongCaseload.Passphrase);
            var before = attune.Cpu;
            await cold.TakeAsync(() => CaseloadAsync(attune));
            cold.CpuEach += (attune.Cpu - before).TotalMilliseconds / Colds;
            if (run < Colds)
                continue;
            await ManyAsync(attune, warm, () => CaseloadAsync(attune));
            await ManyAsync(attune, course, () => SaysAsync(attune, $"/couples/{LongCaseload.Couple(7)}", "The course"));
            await ManyAsync(attune, brief, () => SaysAsync(attune, $"/couples/{LongCaseload.Couple(8)}/sessions/{LongCouple.Sessions + 1}/plan", $"Brief for session {LongCouple.Sessions + 1}"));
        }

        var size = Text($"{LongCaseload.Couples} couples x {LongCouple.Sessions} sessions");
        return
        [
            new Line($"caseload, {size}, cold after unsealing", 3_000, cold.Median, Text($"median of {cold.Count} starts; least {cold.Least:0}, slowest {cold.P95:0}, CPU {cold.CpuEach:0}"),
                Text($"{LongCaseload.Couples * made.EventsEach:N0} events, {made.Bytes / 1e6:0} MB: AES-GCM alone {GcmMilliseconds(made.Bytes):0} ms on all cores")),
            Warm($"caseload, {size}, warm", 50, warm),
            Warm($"course of {LongCouple.Sessions} sessions, warm", 50, course),
            Warm($"brief after {LongCouple.Sessions} sessions, warm", 25, brief),
        ];
    }

    private static Line Warm(string figure, double goal, Times times) => new(figure, goal, times.P95,
        Text($"p95 of {times.Count}; median {times.Median:0.0}, least {times.Least:0.0}, CPU {times.CpuEach:0.0}"), "over HTTP; each look is noted in the audit trail before it is shown: one sync");

    private static async Task CaseloadAsync(AttuneRun attune)
    {
        var page = await attune.PageAsync("/couples");
        if (page.Split("class=\"state\"").Length - 1 != LongCaseload.Couples)
            throw new InvalidOperationException("The caseload does not show every couple.");
    }

    private static async Task SaysAsync(AttuneRun attune, string path, string words)
    {
        if (!(await attune.PageAsync(path)).Contains(words, StringComparison.Ordinal))
            throw new InvalidOperationException($"{path} does not say \"{words}\".");
    }

    private static async Task ManyAsync(AttuneRun attune, Times times, Func<Task> look)
    {
        // Until the runtime has compiled it for good.
        await UntilAsync(look);
        var before = attune.Cpu;
        await UntilAsync(() => times.TakeAsync(look));
        times.CpuEach = (attune.Cpu - before).TotalMilliseconds / times.Count;
    }

    private static async Task UntilAsync(Func<Task> look)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < Looks && Stopwatch.GetElapsedTime(start) < Patience; i++)
            await look();
    }

    private static double GcmMilliseconds(long bytes)
    {
        var times = new Times();
        var work = Limits.DecryptBytes(bytes / 100);
        for (var i = 0; i < 30; i++)
            times.Take(work);
        return times.Median * 100 / Environment.ProcessorCount;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
