using Attune.Method.Cases;
using Attune.Practice.Live;
using Attune.Practice.Safety;
using Attune.Practice.Tests.Fixtures;
using Attune.Practice.Viewing;
using Attune.Signals.Arousal;
using Attune.Signals.RecordingFiles;
using Attune.Signals.Simulation;
using static Attune.Practice.Tests.Fixtures.TestPractice;
using static Attune.Practice.Tests.Live.LiveStage;
using Partner = Attune.Method.Cases.Partner;

namespace Attune.Practice.Tests.Live;

public sealed class LiveSessionTests(SharedPractice shared)
{
    private static readonly Guid Page = Guid.Parse("0192f0aa-0000-7000-8000-00000000c001");
    private static readonly Guid Other = Guid.Parse("0192f0aa-0000-7000-8000-00000000c002");

    private static readonly LiveItem.Mark TurnsAway = new() { At = 5_000, Partner = Partner.B, What = MarkKind.Marker, Code = "withdrawal-minimal-response" };

    [Fact]
    public async Task Open_Page_GetsItsKeyAndTheSameOneAgain()
    {
        var stage = await BeginAsync(shared.Practice);

        var first = await stage.Grain.Open(stage.Own, Guid.Empty);
        var again = await stage.Grain.Open(stage.Own, first.Stream);
        var another = await stage.Grain.Open(stage.Own, Guid.Empty);

        Assert.NotEqual(Guid.Empty, first.Stream);
        Assert.Equal(32, first.Key.Length);
        Assert.Equal(first.Key, again.Key);
        Assert.NotEqual(first.Stream, another.Stream);
        Assert.NotEqual(first.Key, another.Key);
        Assert.Equal(0, first.Reply.Acknowledged);
        Assert.Equal(BaselineStanding.None, first.Reply.Baseline.Standing);
    }

    [Fact]
    public async Task Take_SameBatchTwiceOverlappingAndTooEarly_KeepsEachItemOnce()
    {
        var stage = await BeginAsync(shared.Practice);
        LiveItem[] items = [Beat(HeartOf.Therapist, 1_000, 800), TurnsAway, Beat(HeartOf.Therapist, 1_900, 810), Beat(HeartOf.A, 2_000, 700)];

        Assert.Equal(2, (await stage.TakeAsync(Page, 1, items[0], items[1])).Acknowledged);
        Assert.Equal(2, (await stage.TakeAsync(Page, 1, items[0], items[1])).Acknowledged);
        Assert.Equal(2, (await stage.TakeAsync(Page, 4, items[3])).Acknowledged);
        Assert.Equal(4, (await stage.TakeAsync(Page, 2, items[1], items[2], items[3])).Acknowledged);
        Assert.Equal(4, (await stage.TakeAsync(Page, 5)).Acknowledged);
        Done(await stage.Grain.End(stage.Own, keep: true));

        var hearts = await stage.EventsAsync<HeartHeard>();
        var (own, ofA) = (await stage.BeatsAsync(hearts.Single(one => one.Heart is HeartOf.Therapist)), await stage.BeatsAsync(hearts.Single(one => one.Heart is HeartOf.A)));
        Assert.Equal([800, 810], own);
        Assert.Equal([700], ofA);
        var mark = Assert.Single(await stage.EventsAsync<MarkPlaced>());
        Assert.Equal((Partner.B, TimeSpan.FromSeconds(5), false), (mark.Partner, mark.Into!.Value, mark.WhileAroused));
    }

    [Fact]
    public async Task Take_OtherContentUnderATakenNumber_IsRefusedAlsoLongAfter()
    {
        var stage = await BeginAsync(shared.Practice);
        await stage.TakeAsync(Page, 1, TurnsAway);
        Assert.Equal("LIV001", await stage.RefusedAsync(() => stage.TakeAsync(Page, 1, TurnsAway with { Strong = true })));

        await stage.TakeAsync(Page, 2, [.. Enumerable.Range(0, 1_500).Select(i => Beat(HeartOf.Therapist, 6_000 + (800 * i), 819))]);

        Assert.Equal("LIV001", await stage.RefusedAsync(() => stage.TakeAsync(Page, 1, TurnsAway with { Strong = true })));
        Assert.Equal(1_501, (await stage.TakeAsync(Page, 1, TurnsAway)).Acknowledged);
        // Another page has numbers of its own.
        Assert.Equal(1, (await stage.TakeAsync(Other, 1, TurnsAway with { Strong = true })).Acknowledged);
    }

    [Fact]
    public async Task Take_WhatNoPageSends_IsRefusedWhole()
    {
        var stage = await BeginAsync(shared.Practice);
        LiveItem[] wrong =
        [
            new LiveItem.Beat { At = 0, Heart = HeartOf.A, Value = "xy" }, new LiveItem.Beat { At = 0, Heart = (HeartOf)9, Value = "10" },
            TurnsAway with { At = double.NaN }, TurnsAway with { Code = "" }, TurnsAway with { Partner = 0 }, new LiveItem.Undo { At = 0, Number = 0 },
            new LiveItem.Steadied { At = 0, Exercise = "breathing", Lasted = double.PositiveInfinity, Ended = SteadyingEnd.TimeUp },
        ];

        foreach (var item in wrong)
            Assert.Equal("LIV003", await stage.RefusedAsync(() => stage.TakeAsync(Page, 1, TurnsAway, item)));
        Assert.Equal("LIV003", await stage.RefusedAsync(() => stage.TakeAsync(Guid.Empty, 1, TurnsAway)));
        Assert.Equal("LIV003", await stage.RefusedAsync(() => stage.TakeAsync(Page, 0, TurnsAway)));
        Assert.Equal("LIV004", await stage.RefusedAsync(() => stage.TakeAsync(Page, 1, [.. Enumerable.Repeat<LiveItem>(TurnsAway, 2_001)])));
        Assert.Equal(0, (await stage.TakeAsync(Page, 1)).Acknowledged);
    }

    [Fact]
    public async Task Take_ByAPartnerOrAfterTheEnd_IsRefused()
    {
        var stage = await BeginAsync(shared.Practice);
        var partner = new Viewer.PartnerWithCheckIn(stage.Id, Partner.A, 1);
        foreach (var call in (Func<Task>[])[
            () => stage.Grain.Open(partner, Guid.Empty), () => stage.Grain.Take(partner, new LiveBatch(Page, 1, [TurnsAway])), () => stage.Grain.See(partner),
            () => stage.Grain.End(partner, keep: true), () => stage.Couple.SeeBeats(partner, 1, default)])
            Assert.Equal("PRA002", await stage.RefusedAsync(call));

        Done(await stage.Grain.End(stage.Own, keep: true));
        Done(await stage.Grain.End(stage.Own, keep: true));

        Assert.Equal("LIV002", await stage.RefusedAsync(() => stage.TakeAsync(Page, 1, TurnsAway)));
        Assert.Equal("LIV002", await stage.RefusedAsync(() => stage.Grain.Open(stage.Own, Guid.Empty)));
        Assert.Single(await stage.EventsAsync<LiveSessionEnded>());
    }

    [Fact]
    public async Task End_WithTheLidClosed_IsAHeldSessionAndNothingMore()
    {
        var stage = await BeginAsync(shared.Practice);

        Done(await stage.Grain.End(stage.Own, keep: true));

        Assert.NotNull((await stage.SeeAsync()).Session(1)!.Held);
        Assert.Empty(await stage.EventsAsync<HeartHeard>());
        Assert.Empty(await stage.EventsAsync<ArousalNoted>());
    }

    [Fact]
    public async Task End_ThrownAway_LeavesNoMarkNoBeatNoSession()
    {
        var stage = await BeginAsync(shared.Practice);
        await stage.TakeAsync(Page, 1, TurnsAway, Beat(HeartOf.Therapist, 900, 800));

        Done(await stage.Grain.End(stage.Own, keep: false));

        Assert.Null((await stage.SeeAsync()).Session(1)!.Held);
        Assert.Empty(await stage.EventsAsync<MarkPlaced>());
        Assert.Empty(await stage.EventsAsync<HeartHeard>());
        Assert.False(Assert.Single(await stage.EventsAsync<LiveSessionEnded>()).Kept);
        // It can begin anew, with nothing of the run before.
        Done(await stage.Couple.Do(stage.Own, new BeginLiveSession { Session = 1 }));
        Assert.Equal(0, (await stage.TakeAsync(Page, 1)).Acknowledged);
    }

    [Fact]
    public async Task End_WhatWasNoted_EntersTheRecordAsEvents()
    {
        var stage = await BeginAsync(shared.Practice);
        await stage.TakeAsync(Page, 1,
            TurnsAway,
            TurnsAway with { At = 6_000, Partner = Partner.A, What = MarkKind.Mode, Code = "detached-protector", Strong = true },
            new LiveItem.Feeling { At = 7_000, Code = "far-away", Toward = ReactionToward.A },
            new LiveItem.Feeling { At = 8_000, Code = "too-close", Toward = ReactionToward.B, Strong = true },
            new LiveItem.Feeling { At = 8_500, Code = "angry", Toward = ReactionToward.Both },
            new LiveItem.OwnState { At = 9_000, What = OwnStateKind.Mode, Code = "demanding-parent", Manner = ReactionManner.Rigid },
            new LiveItem.Technique { At = 9_500, Code = "chair-work" },
            new LiveItem.Feeling { At = 9_600, Code = "anxious", Toward = ReactionToward.A },
            new LiveItem.Undo { At = 9_700, Number = 8 },
            new LiveItem.Steadied { At = 100_000, Exercise = "breathing", Lasted = 90_000, Ended = SteadyingEnd.TimeUp, Choice = SteadyingChoice.SlowTheRoom },
            new LiveItem.Missing { At = 101_000, Code = "curious" },
            new LiveItem.Whose { At = 102_000, Of = FeelingOf.BUnspoken });

        Done(await stage.Grain.End(stage.Own, keep: true));

        Assert.Equal([(Partner.B, ReactionStrength.Subtle), (Partner.A, ReactionStrength.Strong)], (await stage.EventsAsync<MarkPlaced>()).Select(mark => (mark.Partner, mark.Strength)));
        Assert.Equal(
            [(1, ReactionToward.A, Method.Catalogue.Involvement.Under, (string?)"far-away"), (2, ReactionToward.B, Method.Catalogue.Involvement.Over, null), (3, ReactionToward.Both, Method.Catalogue.Involvement.Unclear, "angry")],
            (await stage.EventsAsync<OwnReactionNoted>()).Select(one => (one.Reaction, one.Toward, one.Direction, one.Feeling)));
        Assert.Equal(ReactionManner.Rigid, Assert.Single(await stage.EventsAsync<OwnStateNoted>()).Manner);
        Assert.Equal(TimeSpan.FromSeconds(9.5), Assert.Single(await stage.EventsAsync<TechniqueTakenUp>()).Into);
        var steadied = Assert.Single(await stage.EventsAsync<SteadyingPractised>());
        Assert.Equal((TimeSpan.FromSeconds(10), SteadyingChoice.SlowTheRoom, "curious", FeelingOf.BUnspoken), (steadied.Into, steadied.Choice!.Value, steadied.Missing, steadied.WhoseFeeling!.Value));
        Assert.Equal(2, Assert.Single(await stage.EventsAsync<SessionHeld>()).Minutes);
    }

    [Fact]
    public async Task Reply_ARise_GoesFromQuietToArousedAndIsKeptAsTheRuleHasItOverTheKeptBeats()
    {
        var stage = await BeginAsync(shared.Practice);
        var course = new HeartCourse(TimeSpan.FromMinutes(14), 70) { Rises = [new(TimeSpan.FromMinutes(3), 118, TimeSpan.FromMinutes(4)) { Rising = TimeSpan.FromMinutes(1), Falling = TimeSpan.FromMinutes(1) }] };
        var messages = Messages(HeartOf.Therapist, course, seed: 5, fromMs: 20_000);
        var seen = new List<HeartState>();
        foreach (var batch in messages.Chunk(10))
        {
            var reply = await stage.TakeAsync(Page, 1 + (10 * seen.Count), batch);
            Assert.Equal((10 * seen.Count) + batch.Length, reply.Acknowledged);
            seen.Add(Assert.Single(reply.Hearts).State);
        }

        await stage.TakeAsync(Page, messages.Length + 1, TurnsAway with { At = 20_000 + 420_000 });
        Assert.Equal(1, Assert.Single((await stage.Grain.See(stage.Own)).Hearts).Episodes);
        Done(await stage.Grain.End(stage.Own, keep: true));

        Assert.Equal([HeartState.Unknown, HeartState.Quiet, HeartState.Rising, HeartState.Aroused, HeartState.Recovering, HeartState.Quiet], seen.Where((state, i) => i == 0 || seen[i - 1] != state));
        var heard = Assert.Single(await stage.EventsAsync<HeartHeard>());
        Assert.Equal(seen.Distinct(), heard.States.Select(span => span.State).Distinct());
        Assert.All(heard.States.Zip(heard.States.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
        Assert.True(Assert.Single(await stage.EventsAsync<MarkPlaced>()).WhileAroused);
        // As the command line judges the beats that are kept.
        var file = System.Text.Encoding.ASCII.GetBytes(await stage.Couple.SeeBeats(stage.Own, 1, heard.Recording));
        var read = Assert.IsType<RecordingOutcome.Read>(RecordingFile.Read("beats.txt", file));
        var found = ArousalRule.OverWholeRecording(read.Beats, ArousalOptions.Live);
        var noted = Assert.Single(await stage.EventsAsync<ArousalNoted>());
        Assert.Equal(found.Episodes.Select(one => (one.Start, one.End, one.PeakBpm, one.MeanBpm)), noted.Episodes.Select(one => (one.Start, one.End, one.PeakBpm, one.MeanBpm)));
        Assert.Single(noted.Episodes);
        Assert.Equal(found.Coverage, noted.Coverage);
        Assert.Equal(Series(messages).IntervalsMs.ToArray(), read.Beats.IntervalsMs.ToArray());
    }

    [Fact]
    public async Task Take_HeartOfAPartnerWhoDidNotAgree_IsNotKeptAndTheNumbersGoOn()
    {
        var stage = await BeginAsync(shared.Practice, agreed: false);

        var reply = await stage.TakeAsync(Page, 1, new LiveItem.Strap { At = 0, Heart = HeartOf.A, Is = StrapIs.On }, Beat(HeartOf.A, 900, 800), TurnsAway);

        Assert.Equal(3, reply.Acknowledged);
        Assert.Empty(reply.Hearts);
        Done(await stage.Grain.End(stage.Own, keep: true));
        Assert.Empty(await stage.EventsAsync<HeartHeard>());
        Assert.Single(await stage.EventsAsync<MarkPlaced>());
    }

    [Fact]
    public async Task Flag_RaisedMeanwhile_ChangesNothingThatCanBeSeenAndTheHeartIsNoLongerUsed()
    {
        var (stage, twin) = (await BeginAsync(shared.Practice), await BeginAsync(shared.Practice));
        var messages = Messages(HeartOf.A, new HeartCourse(TimeSpan.FromMinutes(2), 75), seed: 3);
        foreach (var one in (LiveStage[])[stage, twin])
            await one.TakeAsync(Page, 1, messages[..60]);

        Done(await stage.Couple.Do(stage.Own, new RaiseSafetyFlag { Partner = Partner.B, Concern = SafetyConcern.Violence }));

        var (flagged, usual) = (await stage.TakeAsync(Page, 61, messages[60..]), await twin.TakeAsync(Page, 61, messages[60..]));
        Assert.Equal(Assert.Single(usual.Hearts) with { Unheard = [] }, Assert.Single(flagged.Hearts) with { Unheard = [] });
        // What was not on yet cannot be put on.
        Assert.Single((await stage.TakeAsync(Page, messages.Length + 1, Beat(HeartOf.B, 130_000, 800))).Hearts);
        Done(await stage.Grain.End(stage.Own, keep: true));
        var heard = Assert.Single(await stage.EventsAsync<HeartHeard>());
        Assert.True(heard.IsSetAside);
        Assert.Empty(heard.States);
        Assert.Equal(messages.Length, heard.Beats);
    }

    [Fact]
    public async Task Quiet_RaisedBeforeTheHour_IsRefusedWithItsReasonAndTheUsualOneIsUsed()
    {
        await using var practice = await CreateAsync();
        var before = await BeginAsync(practice);
        await QuietMinutesAsync(before, bpm: 70);
        Assert.Equal(BaselineStanding.Taken, (await before.Grain.See(before.Own)).Baseline.Standing);
        Done(await before.Grain.End(before.Own, keep: true));

        var stage = await BeginAsync(practice);
        Assert.Equal(BaselineStanding.Usual, (await stage.Grain.See(stage.Own)).Baseline.Standing);
        await QuietMinutesAsync(stage, bpm: 84);

        var baseline = (await stage.Grain.See(stage.Own)).Baseline;
        Assert.Equal(BaselineStanding.RefusedAboveUsual, baseline.Standing);
        Assert.Contains("more than a tenth above your usual one", baseline.Words, StringComparison.Ordinal);
        Assert.InRange(baseline.RestingBpm!.Value, 69, 71);
        Assert.DoesNotContain(baseline.Words, char.IsDigit);
    }

    private static async Task QuietMinutesAsync(LiveStage stage, double bpm)
    {
        var messages = Messages(HeartOf.Therapist, new HeartCourse(TimeSpan.FromMinutes(4), bpm), seed: 9);
        await stage.TakeAsync(Page, 1, [new LiveItem.Quiet { At = 1_000, Begins = true }, .. messages, new LiveItem.Quiet { At = 239_000, Begins = false }]);
    }
}
