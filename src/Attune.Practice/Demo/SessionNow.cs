using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Practice.Live;
using Attune.Practice.Records;
using Attune.Practice.Refusals;
using Attune.Practice.Viewing;
using Attune.Signals.Simulation;

namespace Attune.Practice.Demo;

/// <summary>
/// Marit and Oskar are in session now: twenty minutes lie behind them, and the therapist's simulated heart goes on beating, through the way that a page's
/// batches go. Its rate begins to rise two minutes after the demo opened, and crosses.
/// </summary>
internal sealed class SessionNow(IGrainFactory grains, Viewer.OwnTherapist own, CaseStore store, ulong seed)
{
    public const int Session = 9;

    private static readonly TimeSpan Behind = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private static readonly Guid Straps = new("0192f0aa-0000-7000-8000-0000000005ab");

    private readonly ImmutableArray<LiveItem> _items = Items(seed);
    private DateTimeOffset _startedAt;

    public static CoupleId Couple => MaritAndOskar.Script.Id;

    private ILiveSessionGrain Grain => grains.GetGrain<ILiveSessionGrain>(Couple.Value, Session.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>It began some time ago; what came since is sent at once.</summary>
    public async Task BeginAsync()
    {
        var (couple, keys) = store.Load(Couple.Value) ?? throw new InvalidOperationException("Marit and Oskar are not there.");
        _startedAt = store.Time.GetUtcNow() - Behind;
        await store.AppendAsync(Couple.Value, keys, couple.LastNumber,
        [
            new PartnerHeartAgreed { At = _startedAt, Partner = Partner.A, Agreed = true },
            LiveStory.Begin(couple, Session, _startedAt),
        ]);
        await SendAsync(0);
    }

    /// <summary>Goes on until it is told to stop, the hour is over, or somebody ends the session.</summary>
    public async Task GoOnAsync(CancellationToken cancel)
    {
        try
        {
            for (var sent = await SendAsync(0); sent < _items.Length; sent = await SendAsync(sent))
                await Task.Delay(Every, cancel);
        }
        catch (OperationCanceledException)
        {
            // The demo is over.
        }
    }

    /// <summary>Sends what has happened since; how much is kept now.</summary>
    private async Task<long> SendAsync(long sent)
    {
        var nowMs = (store.Time.GetUtcNow() - _startedAt).TotalMilliseconds;
        var to = _items.Count(item => item.At <= nowMs);
        try
        {
            while (sent < to)
                sent = (await Grain.Take(own, new LiveBatch(Straps, sent + 1, [.. _items.AsSpan((int)sent..Math.Min(to, (int)sent + LiveChecks.MostItems))]))).Acknowledged;
            return sent;
        }
        catch (RefusedException refused) when (refused.Code == LiveChecks.NotLive.Code)
        {
            return _items.Length;
        }
        catch (RefusedException refused) when (refused.Code == CommonRefusals.SealedCode)
        {
            // Locked for now: what was not sent is sent when it is open again.
            return sent;
        }
    }

    private static ImmutableArray<LiveItem> Items(ulong seed)
    {
        var hour = TimeSpan.FromMinutes(50);
        var ofTheTherapist = new HeartCourse(hour, 71)
        {
            Rises = [new HeartRise(TimeSpan.FromMinutes(22), 112, TimeSpan.FromMinutes(4)) { Rising = TimeSpan.FromMinutes(3) }],
        };
        var ofMarit = new HeartCourse(hour, 78) { Rises = [new HeartRise(TimeSpan.FromMinutes(12), 94, TimeSpan.FromMinutes(3))] };
        LiveItem[] taps =
        [
            new LiveItem.PageOpened { At = 500 },
            new LiveItem.Technique { At = 90_000, Code = "taking-turns" },
            new LiveItem.Mark { At = 745_000, Partner = Partner.B, What = MarkKind.Channel, Code = "eyes" },
            new LiveItem.Feeling { At = 1_020_000, Code = "far-away", Toward = ReactionToward.B },
            new LiveItem.Mark { At = 1_110_000, Partner = Partner.B, What = MarkKind.Marker, Code = "withdrawal-minimal-response" },
        ];
        return [.. LiveStory.Beats(HeartOf.Therapist, ofTheTherapist, seed).Concat(LiveStory.Beats(HeartOf.A, ofMarit, seed + 1)).Concat(taps).OrderBy(item => item.At)];
    }
}
