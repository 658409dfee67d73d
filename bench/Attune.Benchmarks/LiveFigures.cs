using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Attune.Method.Catalogue;
using Attune.Practice.Hosting;
using Attune.Practice.Live;
using Attune.Practice.Viewing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Attune.Benchmarks;

/// <summary>Many sessions at once, one batch a second each, with three hearts: by the grain, and over HTTP. Measured from when a batch was due.</summary>
internal static class LiveFigures
{
    private const int WarmSeconds = 20;

    public static async Task<IReadOnlyList<Line>> TakeAsync(string folder, int byGrain, int overHttp, int seconds) =>
    [
        await ByGrainAsync(folder, byGrain, seconds),
        await OverHttpAsync(folder, overHttp, seconds),
    ];

    private static async Task<Line> ByGrainAsync(string folder, int sessions, int seconds)
    {
        var made = await LivePractice.MakeAsync(folder, sessions);
        await using var door = LivePractice.Door(made.Folder);
        door.Look();
        await door.UnsealAsync(LivePractice.Passphrase);
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.AddPractice(door, MethodCatalogue.BuiltIn);
        using var host = builder.Build();
        await host.StartAsync();
        var factory = host.Services.GetRequiredService<IGrainFactory>();
        var own = new Viewer.OwnTherapist(door.Therapist);
        var grains = Enumerable.Range(1, sessions).Select(number => factory.GetGrain<ILiveSessionGrain>(LivePractice.Couple(number).Value, "1")).ToArray();
        var empty = GC.GetTotalMemory(forceFullCollection: true);
        // Everybody comes in before it counts.
        await Parallel.ForAsync(0, sessions, async (i, _) => await grains[i].Open(own, LivePractice.Stream(i + 1)));
        var before = Environment.CpuUsage.TotalTime;
        var times = await PaceAsync(sessions, seconds, async (session, second) =>
        {
            var items = LivePractice.Second(second);
            var reply = await grains[session].Take(own, new LiveBatch(LivePractice.Stream(session + 1), 1 + (3 * second), [.. items]));
            if (reply.Acknowledged != 3 * (second + 1))
                throw new InvalidOperationException($"Session {session} was acknowledged to {reply.Acknowledged} in second {second}.");
        });
        var cpu = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / (sessions * (double)(WarmSeconds + seconds));
        var memory = (GC.GetTotalMemory(forceFullCollection: true) - empty) / 1024.0 / sessions;
        await host.StopAsync();
        return Text($"live, {sessions:N0} sessions, a batch a second with 3 hearts, in one process", 100, times,
            FormattableString.Invariant($"{cpu:0.000} ms of processor a batch, the sender's included; {memory:0} KB a session after {WarmSeconds + seconds} s"), "one journal row a batch, synced in groups");
    }

    private static async Task<Line> OverHttpAsync(string folder, int sessions, int seconds)
    {
        var made = await LivePractice.MakeAsync(folder, sessions);
        using var attune = await AttuneRun.StartAsync("serve", "--data", made.Folder);
        await attune.UnsealAsync(LivePractice.Passphrase);
        for (var number = 1; number <= sessions; number++)
            await attune.PostAsync($"/live/{LivePractice.Couple(number)}/1/open", Json(new { stream = LivePractice.Stream(number).ToString("N") }));
        var before = attune.Cpu;
        var times = await PaceAsync(sessions, seconds, (session, second) => attune.PostAsync(
            $"/live/{LivePractice.Couple(session + 1)}/1/take",
            Batch(LivePractice.Stream(session + 1), 1 + (3 * second), LivePractice.Second(second))));
        return Text($"live, {sessions:N0} sessions over HTTP, the sender on the same cores", 250, times,
            FormattableString.Invariant($"the program used {(attune.Cpu - before).TotalMilliseconds / times.Count:0.000} ms of processor a batch"), "the same, with a request each");
    }

    /// <summary>Each session sends once a second, all spread over the second; a batch is measured from when it was due, not from when the sender came to it.</summary>
    private static async Task<Times> PaceAsync(int sessions, int seconds, Func<int, int, Task> send)
    {
        var (times, gate) = (new Times(), new Lock());
        var running = new List<Task>();
        var start = Stopwatch.GetTimestamp();
        for (var second = 0; second < WarmSeconds + seconds; second++)
        {
            for (var session = 0; session < sessions;)
            {
                var due = second + ((double)session / sessions);
                var now = Stopwatch.GetElapsedTime(start).TotalSeconds;
                if (now < due)
                {
                    await Task.Delay(1);
                    continue;
                }

                running.Add(OneAsync(session++, second, due));
            }

            running.RemoveAll(one => one.IsCompletedSuccessfully);
        }

        await Task.WhenAll(running);
        return times;

        async Task OneAsync(int session, int second, double due)
        {
            await send(session, second);
            if (second >= WarmSeconds)
            {
                var ms = (Stopwatch.GetElapsedTime(start).TotalSeconds - due) * 1_000;
                lock (gate)
                    times.Add(ms);
            }
        }
    }

    private static Line Text(string figure, double goal, Times times, string more, string bound) => new(figure, goal, times.P99,
        string.Create(CultureInfo.InvariantCulture, $"99% of {times.Count:N0} batches; median {times.Median:0.0}, slowest {times.Slowest:0}; {more}"), bound);

    private static byte[] Json<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value);

    private static byte[] Batch(Guid stream, long from, LiveItem[] items)
    {
        var text = new StringBuilder(400);
        text.Append(CultureInfo.InvariantCulture, $"{{\"stream\":\"{stream:N}\",\"from\":{from},\"items\":[");
        for (var i = 0; i < items.Length; i++)
            text.Append(i == 0 ? "" : ",").Append(JsonSerializer.Serialize(items[i], LiveJson.Default.LiveItem));
        return Encoding.UTF8.GetBytes(text.Append("]}").ToString());
    }
}
