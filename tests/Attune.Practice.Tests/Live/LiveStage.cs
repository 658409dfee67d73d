using System.Buffers.Binary;
using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Practice.Couples;
using Attune.Practice.Live;
using Attune.Practice.Refusals;
using Attune.Practice.Tests.Fixtures;
using Attune.Practice.Viewing;
using Attune.Signals.Beats;
using Attune.Signals.Simulation;
using static Attune.Practice.Tests.Fixtures.TestPractice;
using Partner = Attune.Method.Cases.Partner;

namespace Attune.Practice.Tests.Live;

/// <summary>A session that goes on, and what a page of it would do.</summary>
internal sealed class LiveStage(TestPractice practice, CoupleId id)
{
    public TestPractice Practice => practice;

    public CoupleId Id => id;

    public ICoupleGrain Couple => practice.Couple(id);

    public ILiveSessionGrain Grain => practice.Grains.GetGrain<ILiveSessionGrain>(id.Value, "1");

    public Viewer.OwnTherapist Own => practice.Own;

    /// <summary>Session 1 of a new couple has begun; both partners agreed that their hearts may be heard.</summary>
    public static async Task<LiveStage> BeginAsync(TestPractice practice, bool agreed = true)
    {
        var (id, couple) = await practice.OpenCoupleAsync();
        if (agreed)
        {
            Done(await couple.Do(practice.Own, new AgreeToHeart { Partner = Partner.A, Agreed = true }));
            Done(await couple.Do(practice.Own, new AgreeToHeart { Partner = Partner.B, Agreed = true }));
        }

        Done(await couple.Do(practice.Own, new BeginLiveSession { Session = 1 }));
        return new LiveStage(practice, id);
    }

    public Task<LiveReply> TakeAsync(Guid stream, long from, params LiveItem[] items) => Grain.Take(Own, new LiveBatch(stream, from, [.. items]));

    public async Task<CoupleView> SeeAsync() => await Couple.See(Own, "test");

    public async Task<string> RefusedAsync(Func<Task> call) => (await Assert.ThrowsAsync<RefusedException>(call)).Code;

    /// <summary>The events of the session, as the record has them.</summary>
    public async Task<ImmutableArray<CaseEvent>> EventsAsync() => [.. (await Couple.SeeRecorded(Own, "test")).Select(one => one.Event)];

    public async Task<ImmutableArray<T>> EventsAsync<T>() where T : CaseEvent => [.. (await EventsAsync()).OfType<T>()];

    /// <summary>The kept beats of a heart in ticks of 1/1024 s; gaps left out.</summary>
    public async Task<int[]> BeatsAsync(HeartHeard heard) =>
        [.. (await Couple.SeeBeats(Own, 1, heard.Recording)).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => double.Parse(line, System.Globalization.CultureInfo.InvariantCulture)).Where(ms => ms <= 3_000).Select(ms => (int)Math.Round(ms * 1.024))];

    /// <summary>One message of a strap.</summary>
    public static LiveItem.Beat Beat(HeartOf heart, double atMs, params int[] ticks) => new() { At = atMs, Heart = heart, Value = Convert.ToHexStringLower(Message(ticks)) };

    public static byte[] Message(params int[] ticks)
    {
        var bytes = new byte[2 + (2 * ticks.Length)];
        (bytes[0], bytes[1]) = (0x10, 70);
        for (var i = 0; i < ticks.Length; i++)
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(2 + (2 * i)), (ushort)ticks[i]);
        return bytes;
    }

    /// <summary>A heart as a strap sends it: a message for each beat, as it ends.</summary>
    public static LiveItem.Beat[] Messages(HeartOf heart, HeartCourse course, ulong seed, double fromMs = 0)
    {
        var series = SimulatedHeart.Record(course, seed).Beats;
        var (items, at) = (new List<LiveItem.Beat>(series.Count), fromMs);
        foreach (var ms in series.IntervalsMs)
        {
            var ticks = (int)Math.Round(ms * 1.024);
            at += ticks / 1.024;
            items.Add(Beat(heart, at, ticks));
        }

        return [.. items];
    }

    public static BeatSeries Series(IEnumerable<LiveItem.Beat> items) => BeatSeries.FromIntervals(
        [.. items.Select(item => BinaryPrimitives.ReadUInt16LittleEndian(Convert.FromHexString(item.Value).AsSpan(2)) / 1.024)]);
}
