using System.Diagnostics;
using System.Globalization;
using Attune.Method.Cases;

namespace Attune.Benchmarks;

/// <summary>The figures that a person feels, each beside its goal and beside what the machine itself allows.</summary>
internal static class Figures
{
    private const string Plan = "/couples/0192f0aa000070008000000000000001/sessions/7/plan";

    public static async Task<int> PrintAsync(string folder)
    {
        var lines = new List<Line>();
        await using (var made = await LongCase.MakeAsync(folder))
        {
            lines.Add(Fold(made));
            lines.Add(await AppendAsync(made, folder));
        }

        lines.AddRange(Pure(400, MethodFigures.All()));
        lines.Add(await StartAsync("start to first page, serve", runs: 7, () => ["serve", "--data", Directory.CreateDirectory(Path.Combine(folder, $"serve-{Guid.NewGuid():N}")).FullName], "Begin your practice"));
        lines.Add(await StartAsync("start to first page, demo", runs: 7, () => ["demo", "--no-browser"], "Alma"));
        lines.Add(await BriefAsync(folder));
        lines.AddRange(await CaseloadFigures.TakeAsync(folder));
        return Print(lines);
    }

    /// <summary>Only the pages over a large caseload.</summary>
    public static async Task<int> PrintCaseloadAsync(string folder) => Print(await CaseloadFigures.TakeAsync(folder));

    public static async Task<int> PrintLiveAsync(string folder, int byGrain, int overHttp, int seconds) => Print(await LiveFigures.TakeAsync(folder, byGrain, overHttp, seconds));

    private static int Print(IReadOnlyList<Line> lines)
    {
        Console.WriteLine(Text($"{Environment.ProcessorCount} cores; load {Load()}"));
        Console.WriteLine();
        Console.WriteLine("| figure | goal | measured | of the goal | what bounds it |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        foreach (var line in lines)
            Console.WriteLine(line);
        return lines.All(line => line.Measured <= line.Goal) ? 0 : 1;
    }

    /// <summary>Pure code: bounded by the processor alone.</summary>
    public static int PrintMethod() => Print(Pure(400, MethodFigures.All()));

    /// <summary>As <see cref="PrintMethod"/>: longer work, fewer times.</summary>
    public static int PrintHearts() => Print(Pure(30, HeartFigures.All()));

    /// <summary>As <see cref="PrintHearts"/>.</summary>
    public static int PrintLearning() => Print(Pure(15, LearningFigures.All()));

    /// <summary>As <see cref="PrintMethod"/>: longer work, fewer times.</summary>
    public static int PrintDetection() => Print(Pure(20, DetectionFigures.All()));

    private static int Print(IEnumerable<Line> figures)
    {
        var met = true;
        foreach (var line in figures)
        {
            Console.WriteLine(line);
            met &= line.Measured <= line.Goal;
        }

        return met ? 0 : 1;
    }

    private static IEnumerable<Line> Pure(int often, IEnumerable<(string Figure, double Goal, Action Work)> figures)
    {
        foreach (var (figure, goal, work) in figures)
        {
            var times = Many(often, work);
            yield return new Line(figure, goal, times.Median, Text($"median; p95 {times.P95:0.000}, least {times.Least:0.000}, CPU {times.CpuEach:0.000}"), "the processor: pure code over what is in memory");
        }
    }

    private static Line Fold(LongCase made)
    {
        var events = Story.Of(made.Couple);
        var parts = new[]
        {
            ("rows from the file", Many(30, made.ReadRows)), ("the same proven and opened", Many(30, made.Prove)),
            ("AES-GCM alone", Many(30, Limits.Decrypt(events))), ("JSON alone", Many(30, Limits.Parse(events))),
            ("the fold alone", Many(30, () => CoupleCase.Fold(events))),
        };
        var times = Many(60, () => made.Fold());
        return new Line($"fold of {Story.Events} events from disk", 15, times.Median, Text($"median; p95 {times.P95:0.0}, least {times.Least:0.0}, CPU {times.CpuEach:0.0}"),
            string.Join(", ", parts.Select(part => Text($"{part.Item1} {part.Item2.CpuEach:0.0}"))) + " ms of CPU; the file in the page cache");
    }

    // One sync and one append in turn, so that both meet the same neighbours on the disk.
    private static async Task<Line> AppendAsync(LongCase made, string folder)
    {
        var sync = Limits.Sync(folder, out var file);
        using var _ = file;
        var (appends, syncs) = (new Times(), new Times());
        var happened = new CheckInPutOff { At = default, Session = 1, Partner = Partner.A };
        long last = Story.Events;
        for (var i = 0; i < 550; i++)
        {
            if (i == 50)
                (appends, syncs) = (new Times(), new Times());
            syncs.Take(sync);
            await appends.TakeAsync(async () => last = await made.Store.AppendAsync(made.Couple.Value, made.Keys, last, [happened]));
        }

        return new Line("append, durable", (2 * syncs.P95) + 1, appends.P95, Text($"p95 of {appends.Count}; median {appends.Median:0.00}, least {appends.Least:0.00}"),
            Text($"one sync: median {syncs.Median:0.00}, p95 {syncs.P95:0.00} ms; the goal is two of them and 1 ms, at p95 (at the median {(2 * syncs.Median) + 1:0.00})"));
    }

    private static async Task<Line> StartAsync(string name, int runs, Func<string[]> args, string words)
    {
        var times = new Times();
        for (var i = 0; i < runs; i++)
        {
            var given = args();
            AttuneRun? run = null;
            await times.TakeAsync(async () =>
            {
                run = await AttuneRun.StartAsync(given);
                if (!(await run.PageAsync(run.Welcome.PathAndQuery)).Contains(words, StringComparison.Ordinal))
                    throw new InvalidOperationException($"The first page of {given[0]} does not say \"{words}\".");
            });
            run!.Dispose();
        }

        return new Line(name, 2_500, times.Median, Text($"median of {runs}; least {times.Least:0}, slowest {times.P95:0}"), "the runtime's own start, and compiling what is used for the first time");
    }

    private static async Task<Line> BriefAsync(string folder)
    {
        using var demo = await AttuneRun.StartAsync("demo", "--no-browser");
        await demo.PageAsync(demo.Welcome.PathAndQuery);
        var sync = Limits.Sync(folder, out var file);
        using var _ = file;
        var (pages, syncs) = (new Times(), new Times());
        for (var i = 0; i < 600; i++)
        {
            if (i == 200)
                (pages, syncs) = (new Times(), new Times());
            syncs.Take(sync);
            await pages.TakeAsync(() => demo.PageAsync(Plan));
        }

        return new Line("brief, warm, over HTTP", 25, pages.P95, Text($"p95 of {pages.Count}; median {pages.Median:0.0}, least {pages.Least:0.0}"),
            Text($"each look is noted in the audit trail before it is shown: one sync, p95 {syncs.P95:0.00} ms"));
    }

    /// <summary>Of the last 1, 5 and 15 minutes: above the number of cores, others were measured too.</summary>
    private static string Load() => File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]) : "not known";

    private static Times Many(int runs, Action work)
    {
        // Until the runtime has compiled it for good, which it does in the background.
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(2))
            work();
        var times = new Times();
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < runs; i++)
            times.Take(work);
        times.CpuEach = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / runs;
        return times;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
