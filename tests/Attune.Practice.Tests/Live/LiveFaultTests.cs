using Attune.Method.Cases;
using Attune.Practice.Live;
using Attune.Practice.Refusals;
using Attune.Practice.Tests.Fixtures;
using Attune.Signals.Simulation;
using static Attune.Practice.Tests.Fixtures.TestPractice;
using static Attune.Practice.Tests.Live.LiveStage;

namespace Attune.Practice.Tests.Live;

/// <summary>What may happen to a session while it goes on. Each time the record holds what was acknowledged, once and in order.</summary>
public sealed class LiveFaultTests(SharedPractice shared)
{
    private static readonly Guid Page = Guid.Parse("0192f0aa-0000-7000-8000-00000000d001");
    private static readonly Guid Other = Guid.Parse("0192f0aa-0000-7000-8000-00000000d002");

    [Fact]
    public async Task Restart_InTheMiddle_GoesOnAsIfNothingHadHappened()
    {
        await using var practice = await CreateAsync();
        var (stage, twin) = (await BeginAsync(practice), await BeginAsync(practice));
        var messages = Heart();
        foreach (var one in (LiveStage[])[stage, twin])
            await one.TakeAsync(Page, 1, messages[..200]);
        var before = await stage.Grain.Open(stage.Own, Page);

        await practice.RestartAsync();

        var after = await stage.Grain.Open(stage.Own, Page);
        Assert.Equal(before.Key.AsEnumerable(), after.Key);
        Assert.Equal(200, after.Reply.Acknowledged);
        // What was under way comes again.
        var reply = await stage.TakeAsync(Page, 150, messages[149..]);
        var usual = await twin.TakeAsync(Page, 201, messages[200..]);
        Assert.Equal(Assert.Single(usual.Hearts) with { Unheard = [] }, Assert.Single(reply.Hearts) with { Unheard = [] });
        Done(await stage.Grain.End(stage.Own, keep: true));
        await IsKeptAsync(stage, messages);
    }

    /// <summary>What is nought, false or left out is written too, or the journal could not be read again.</summary>
    [Fact]
    public async Task Restart_AfterOneOfEachItemAtTheFirstMoment_ReadsThemAll()
    {
        await using var practice = await CreateAsync();
        var stage = await BeginAsync(practice);
        LiveItem[] items =
        [
            new LiveItem.PageOpened { At = 0 }, new LiveItem.Strap { At = 0, Heart = HeartOf.Therapist, Is = StrapIs.On }, Beat(HeartOf.Therapist, 0, 800),
            new LiveItem.Quiet { At = 0, Begins = true }, new LiveItem.Quiet { At = 0, Begins = false }, new LiveItem.Technique { At = 0, Code = "chair-work" },
            new LiveItem.Mark { At = 0, Partner = Method.Cases.Partner.A, What = MarkKind.Channel, Code = "eyes" },
            new LiveItem.Feeling { At = 0, Code = "angry", Toward = ReactionToward.Both }, new LiveItem.OwnState { At = 0, What = OwnStateKind.Sense, Code = "see-narrow" },
            new LiveItem.Steadied { At = 0, Exercise = "breathing", Lasted = 0, Ended = SteadyingEnd.Stopped }, new LiveItem.Missing { At = 0, Code = "open" },
            new LiveItem.Whose { At = 0, Of = FeelingOf.Mine }, new LiveItem.Undo { At = 0, Number = 6 },
        ];
        Assert.Equal(typeof(LiveItem).GetNestedTypes().Length, items.Select(item => item.GetType()).Distinct().Count());
        await stage.TakeAsync(Page, 1, items);

        await practice.RestartAsync();

        Assert.Equal(items.Length, (await stage.Grain.Open(stage.Own, Page)).Reply.Acknowledged);
        Done(await stage.Grain.End(stage.Own, keep: true));
        Assert.Single(await stage.EventsAsync<MarkPlaced>());
        Assert.Empty(await stage.EventsAsync<TechniqueTakenUp>());
    }

    [Fact]
    public async Task Seal_InTheMiddle_RefusesAndGoesOnWhenUnsealed()
    {
        await using var practice = await CreateAsync();
        var stage = await BeginAsync(practice);
        var messages = Heart();
        await stage.TakeAsync(Page, 1, messages[..200]);

        practice.Door.Seal();
        foreach (var call in (Func<Task>[])[() => stage.TakeAsync(Page, 201, messages[200..]), () => stage.Grain.Open(stage.Own, Page), () => stage.Grain.See(stage.Own), () => stage.Grain.End(stage.Own, true)])
            Assert.Equal(CommonRefusals.SealedCode, await stage.RefusedAsync(call));
        await practice.UnsealAsync();

        Assert.Equal(messages.Length, (await stage.TakeAsync(Page, 201, messages[200..])).Acknowledged);
        Done(await stage.Grain.End(stage.Own, keep: true));
        await IsKeptAsync(stage, messages);
    }

    [Fact]
    public async Task TwoPrograms_OnOneSession_WriteInTurnAndNoneBehindTheEnd()
    {
        await using var practice = await CreateAsync();
        var stage = await BeginAsync(practice);
        var messages = Heart();
        await stage.TakeAsync(Page, 1, messages[..100]);
        await using var beside = await practice.BesideAsync();
        var second = new LiveStage(beside, stage.Id);

        Assert.Equal(200, (await second.TakeAsync(Page, 101, messages[100..200])).Acknowledged);
        // The first program does not know of these yet, and finds out by itself.
        Assert.Equal(messages.Length, (await stage.TakeAsync(Page, 101, messages[100..])).Acknowledged);
        Done(await second.Grain.End(second.Own, keep: true));

        Assert.Equal("LIV002", await stage.RefusedAsync(() => stage.TakeAsync(Page, messages.Length + 1, messages[0])));
        await IsKeptAsync(second, messages);
    }

    [Fact]
    public async Task TwoPages_HearOneHeartAtOneTime_OneIsReadAndBothAreKept()
    {
        var stage = await BeginAsync(shared.Practice);
        var messages = Heart();
        for (var i = 0; i < messages.Length; i++)
        {
            await stage.TakeAsync(Page, i + 1, messages[i]);
            await stage.TakeAsync(Other, i + 1, messages[i]);
        }

        Assert.Equal(1, (await stage.TakeAsync(Page, messages.Length + 1)).OtherPages);
        Done(await stage.Grain.End(stage.Own, keep: true));

        var hearts = await stage.EventsAsync<HeartHeard>();
        Assert.Equal([false, true], hearts.Select(heart => heart.IsSetAside));
        Assert.All(hearts, heart => Assert.Equal(messages.Length, heart.Beats));
        Assert.Empty(hearts[1].States);
        Assert.Single(await stage.EventsAsync<ArousalNoted>());
    }

    [Fact]
    public async Task ClearedStorage_NewStream_GoesOnInThePlaceOfTheOld()
    {
        var stage = await BeginAsync(shared.Practice);
        var messages = Heart();
        await stage.TakeAsync(Page, 1, messages[..200]);

        // 40 s that were only in the cleared storage are nowhere: they are shown as not heard.
        var rest = messages.Where(one => one.At > messages[199].At + 40_000).ToArray();
        var reply = await stage.TakeAsync(Other, 1, rest);

        var heart = Assert.Single(reply.Hearts);
        Assert.Equal(200 + rest.Length, heart.Beats);
        var gap = heart.Unheard[0];
        Assert.InRange((gap.End - gap.Start).TotalSeconds, 39, 41);
        Done(await stage.Grain.End(stage.Own, keep: true));
        await IsKeptAsync(stage, [.. messages[..200], .. rest]);
    }

    [Fact]
    public async Task Strap_ThatSendsNonsense_IsCountedAndNothingIsMadeOfIt()
    {
        var stage = await BeginAsync(shared.Practice);
        LiveItem.Beat Raw(double at, string hex) => new() { At = at, Heart = HeartOf.Therapist, Value = hex };

        var reply = await stage.TakeAsync(Page, 1,
            Beat(HeartOf.Therapist, 1_000, 800), Raw(1_100, ""), Raw(1_200, "ff"), Raw(1_300, "10"), Raw(1_400, "104600"), Raw(1_500, "0046"), Raw(1_600, "10460000"),
            // Ten beats of a minute each within a second.
            Beat(HeartOf.Therapist, 1_800, [.. Enumerable.Repeat(61_440, 10)]), Beat(HeartOf.Therapist, 1_900, 900));

        var heart = Assert.Single(reply.Hearts);
        Assert.Equal((2, 16), (heart.Beats, heart.Unreadable));
        Done(await stage.Grain.End(stage.Own, keep: true));
        var heard = Assert.Single(await stage.EventsAsync<HeartHeard>());
        var kept = await stage.BeatsAsync(heard);
        Assert.Equal([800, 900], kept);
        Assert.Equal(16, heard.Unreadable);
    }

    [Fact]
    public async Task Backlog_OfFiveMinutes_ComesLateAndIsReadAtItsOwnTime()
    {
        var (stage, twin) = (await BeginAsync(shared.Practice), await BeginAsync(shared.Practice));
        var messages = Heart();
        for (var i = 0; i < messages.Length; i += 5)
            await twin.TakeAsync(Page, i + 1, messages[i..Math.Min(i + 5, messages.Length)]);

        await stage.TakeAsync(Page, 1, messages[..50]);
        await stage.TakeAsync(Page, 51, messages[50..]);

        Done(await stage.Grain.End(stage.Own, keep: true));
        Done(await twin.Grain.End(twin.Own, keep: true));
        var (late, usual) = (Assert.Single(await stage.EventsAsync<HeartHeard>()), Assert.Single(await twin.EventsAsync<HeartHeard>()));
        Assert.Equal(usual.States, late.States);
        Assert.Equal(usual.StartsInto, late.StartsInto);
    }

    private static LiveItem.Beat[] Heart() => Messages(HeartOf.Therapist, new HeartCourse(TimeSpan.FromMinutes(6), 96), seed: 11, fromMs: 3_000);

    private static async Task IsKeptAsync(LiveStage stage, LiveItem.Beat[] messages)
    {
        var kept = await stage.BeatsAsync(Assert.Single(await stage.EventsAsync<HeartHeard>()));
        Assert.Equal(Series(messages).IntervalsMs.ToArray().Select(ms => (int)Math.Round(ms * 1.024)), kept);
    }
}
