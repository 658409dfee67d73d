using Attune.Method.Cases;
using Attune.Practice.Live;
using Attune.Practice.Refusals;
using Attune.Practice.Tests.Fixtures;
using Attune.Signals.Simulation;
using static Attune.Practice.Tests.Fixtures.TestPractice;
using static Attune.Practice.Tests.Live.LiveStage;

namespace Attune.Practice.Tests.Live;

/// <summary>
/// Whole sessions of three hearts and marks from one or two pages, with every fault that the server can meet mixed by chance: the record is compared with
/// what the pages took.
/// </summary>
public sealed class MixedFaultsTests
{
    private enum Fault
    {
        None,
        SentTwice,
        Overlaps,
        ComesTooEarly,
        AnswerLost,
        Sealed,
        Restarted,
    }

    [Fact]
    public async Task Session_WithFaultsByChance_IsInTheRecordOnceAndInOrder()
    {
        await using var practice = await CreateAsync();
        var random = new Random(20261124);
        for (var session = 0; session < Sessions; session++)
            await RunAsync(practice, random, session);
    }

    // A night's run: ATTUNE_LIVE_SESSIONS=2000.
    private static int Sessions => int.TryParse(Environment.GetEnvironmentVariable("ATTUNE_LIVE_SESSIONS"), out var many) ? many : 40;

    private static async Task RunAsync(TestPractice practice, Random random, int session)
    {
        var stage = await BeginAsync(practice);
        var pages = new List<FaultyPage> { new(Items(random, session, HeartOf.Therapist, HeartOf.A)) };
        if (random.Next(2) == 0)
            pages.Add(new(Items(random, session + 1_000, HeartOf.B)));
        var restarts = 0;
        while (pages.Find(page => !page.IsDone) is not null)
        {
            var open = pages.Where(page => !page.IsDone).ToArray();
            var page = open[random.Next(open.Length)];
            var fault = random.Next(4) == 0 ? (Fault)random.Next(1, 7) : Fault.None;
            switch (fault)
            {
                case Fault.Sealed:
                    practice.Door.Seal();
                    Assert.Equal(CommonRefusals.SealedCode, await stage.RefusedAsync(() => page.SendAsync(stage, random, Fault.None)));
                    await practice.UnsealAsync();
                    break;
                case Fault.Restarted when restarts++ < 1 && session % 8 == 0:
                    await practice.RestartAsync();
                    break;
                default:
                    await page.SendAsync(stage, random, fault);
                    break;
            }
        }

        Done(await stage.Grain.End(stage.Own, keep: true));
        await CompareAsync(stage, pages);
    }

    private static async Task CompareAsync(LiveStage stage, List<FaultyPage> pages)
    {
        var taken = pages.SelectMany(page => page.Items).ToArray();
        var hearts = await stage.EventsAsync<HeartHeard>();
        foreach (var heart in Enum.GetValues<HeartOf>())
        {
            var sent = taken.OfType<LiveItem.Beat>().Where(beat => beat.Heart == heart).ToArray();
            if (sent.Length == 0)
            {
                Assert.DoesNotContain(hearts, one => one.Heart == heart);
                continue;
            }

            Assert.Equal(Series(sent).IntervalsMs.ToArray().Select(ms => (int)Math.Round(ms * 1.024)), await stage.BeatsAsync(Assert.Single(hearts, one => one.Heart == heart)));
        }

        Assert.Equal(
            taken.OfType<LiveItem.Mark>().OrderBy(mark => mark.At).Select(mark => (mark.Partner, mark.Code, Into: TimeSpan.FromMilliseconds(mark.At))),
            (await stage.EventsAsync<MarkPlaced>()).Select(mark => (mark.Partner, mark.Code, mark.Into!.Value)));
        Assert.Empty(stage.Practice.Door.Record.Journals.Open());
    }

    private static LiveItem[] Items(Random random, int seed, params HeartOf[] hearts)
    {
        var beats = hearts.SelectMany(heart => Messages(heart, new HeartCourse(TimeSpan.FromSeconds(random.Next(20, 90)), random.Next(60, 110)), (ulong)((10 * seed) + (int)heart)));
        var marks = Enumerable.Range(0, random.Next(6)).Select(i => (LiveItem)new LiveItem.Mark
        {
            At = random.Next(90_000) + (seed / 10_000.0),
            Partner = (Method.Cases.Partner)random.Next(1, 3),
            What = MarkKind.Channel,
            Code = $"code-{seed}-{i}",
        });
        return [.. beats.Concat(marks).OrderBy(item => item.At)];
    }

    /// <summary>A page with its outbox: what is not acknowledged is sent again, in whatever pieces.</summary>
    private sealed class FaultyPage(LiveItem[] items)
    {
        private readonly Guid _stream = Guid.NewGuid();
        private long _acknowledged;

        public LiveItem[] Items => items;

        public bool IsDone => _acknowledged == items.Length;

        public async Task SendAsync(LiveStage stage, Random random, Fault fault)
        {
            var from = fault switch
            {
                Fault.Overlaps => random.NextInt64(0, _acknowledged + 1),
                Fault.ComesTooEarly => Math.Min(_acknowledged + random.Next(1, 20), items.Length - 1),
                _ => _acknowledged,
            };
            var batch = items[(int)from..(int)Math.Min(items.Length, from + random.Next(1, 40))];
            var reply = await stage.TakeAsync(_stream, from + 1, batch);
            if (fault is Fault.SentTwice)
                reply = await stage.TakeAsync(_stream, from + 1, batch);
            Assert.True(reply.Acknowledged >= _acknowledged);
            // After a lost answer the server is ahead of what the page knows.
            Assert.True(fault is Fault.ComesTooEarly || reply.Acknowledged >= from + batch.Length);
            if (fault is not Fault.AnswerLost)
                _acknowledged = reply.Acknowledged;
        }
    }
}
