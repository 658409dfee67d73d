using Attune.Method.Cases;
using Attune.Method.SelfInsight;
using Attune.Practice.Auditing;
using Attune.Practice.Records;
using Attune.Practice.Refusals;
using Attune.Practice.Therapists;
using Attune.Practice.Viewing;
using Attune.Signals.Arousal;
using Attune.Vault;

namespace Attune.Practice.Live;

/// <summary>
/// A thin shell round <see cref="LiveSession"/>: what came in is its journal, so it can be dropped at any time and by any cause, and comes back as it was.
/// </summary>
internal sealed class LiveSessionGrain(PracticeDoor door, CaseStore store, AuditBook audit) : Grain, ILiveSessionGrain
{
    private static readonly TimeSpan Recently = TimeSpan.FromSeconds(30);

    private LivePlace? _place;
    private LiveSession? _live;
    private int _opening = -1;

    private CoupleId Couple => new(this.GetPrimaryKey(out _));

    private int Session
    {
        get
        {
            _ = this.GetPrimaryKey(out var session);
            return int.Parse(session!, System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    private ICoupleLive CoupleGrain => GrainFactory.GetGrain<ICoupleLive>(Couple.Value);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        door.WasSealed += LetGo;
        return base.OnActivateAsync(cancellationToken);
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        door.WasSealed -= LetGo;
        Forget();
        return base.OnDeactivateAsync(reason, cancellationToken);
    }

    public async Task<LiveOpening> Open(Viewer viewer, Guid stream)
    {
        var (place, live) = await LoadAsync(viewer);
        await audit.LookedAsync(Couple.Value, viewer, $"live, session {Session}");
        var own = stream == Guid.Empty ? Guid.NewGuid() : stream;
        var now = store.Time.GetUtcNow();
        live.Seen(own, now);
        return new LiveOpening(own, [.. store.LiveKey(place.Live, own)], place.StartedAt, now, Reply(place, live, own));
    }

    public async Task<LiveReply> Take(Viewer viewer, LiveBatch batch)
    {
        Guard(viewer);
        if (LiveChecks.Of(batch) is { } fault)
            throw new RefusedException(fault);
        var taken = await TryTakeAsync(viewer, batch);
        if (taken is null)
        {
            // Another process wrote to the same session, or ended it: what it wrote is read first.
            Forget();
            taken = await TryTakeAsync(viewer, batch);
        }

        return taken ?? throw new RefusedException(LiveChecks.NotLive);
    }

    public async Task<LiveReply> See(Viewer viewer)
    {
        var (place, live) = await LoadAsync(viewer);
        return Reply(place, live, Guid.Empty);
    }

    public async Task<Outcome> End(Viewer viewer, bool keep)
    {
        Guard(viewer);
        var outcome = await TryEndAsync(viewer, keep);
        // Another process wrote to it, or to the couple's record, since this one looked: what it wrote is in it the next time.
        for (var again = 0; again < 5 && CommonRefusals.IsChangedMeanwhile(outcome); again++)
            outcome = await TryEndAsync(viewer, keep);
        return outcome;
    }

    private async Task<Outcome> TryEndAsync(Viewer viewer, bool keep)
    {
        if (await FindAsync(viewer) is not var (place, live))
            return new Outcome.Done(0);
        var (at, rows) = (store.Time.GetUtcNow(), live.Rows);
        var summary = keep ? LiveSumming.Of(live, Session, at, () => new RecordingId(Guid.CreateVersion7(at))) : null;
        var rest = keep ? live.Rest.Taken : null;
        // Summing ends what is judged: whatever comes of it, the next call reads the journal anew.
        Forget();
        var outcome = await CoupleGrain.EndLive(viewer, Session, place.Live, rows, summary);
        return outcome is Outcome.Done && rest is not null ? await TakeRestAsync(viewer, rest, outcome) : outcome;
    }

    // The session is in the record by now; that a resting rate did not follow it is said.
    private async Task<Outcome> TakeRestAsync(Viewer viewer, RestingBaseline rest, Outcome ended)
    {
        var own = GrainFactory.GetGrain<ITherapistGrain>(door.Therapist.Value);
        var taken = await own.TakeRest(viewer, rest.MedianBpm, rest.DeviationBpm, rest.Measured);
        for (var again = 0; again < 3 && taken is Outcome.Refused; again++)
            taken = await own.TakeRest(viewer, rest.MedianBpm, rest.DeviationBpm, rest.Measured);
        return taken is Outcome.Refused ? taken : ended;
    }

    private async Task<LiveReply?> TryTakeAsync(Viewer viewer, LiveBatch batch)
    {
        var (place, live) = await LoadAsync(viewer);
        var known = live.AcknowledgedOf(batch.Stream);
        var items = batch.Items.Select(item => (Item: item, Json: JournalParts.WriteItem(item))).ToArray();
        Compare(place, live, batch, items, known);
        live.Seen(batch.Stream, store.Time.GetUtcNow());
        // What begins later than the next number waits until what is missing has come.
        var fresh = items.AsMemory(batch.From > known + 1 ? items.Length : (int)Math.Min(known + 1 - batch.From, items.Length));
        if (!fresh.IsEmpty && !await KeepAsync(viewer, place, live, batch.Stream, known + 1, fresh.ToArray()))
            return null;
        return Reply(place, live, batch.Stream);
    }

    private async Task<bool> KeepAsync(Viewer viewer, LivePlace place, LiveSession live, Guid stream, long from, (LiveItem Item, byte[] Json)[] items)
    {
        var admitted = await AdmitAsync(viewer, live, items);
        LogEntry[] parts = [.. JournalParts.Write(stream, from, items, admitted).Select(part => new LogEntry(place.Keys[part.Subject], part.Bytes))];
        if (!await store.KeepLiveAsync(place.Live, live.Rows + 1, parts))
            return false;
        live.Apply(new JournalBatch(stream, from, items.Length, [.. items.Select((one, i) => new JournalItem(from + i, one.Item, one.Json)).Where(one => admitted(one.Item))]));
        return true;
    }

    /// <summary>
    /// What a partner has not agreed to is not kept: its numbers are. Whoever agreed when the strap was put on stays so until the end; a flag that is raised
    /// meanwhile changes nothing that can be seen.
    /// </summary>
    private async Task<Func<LiveItem, bool>> AdmitAsync(Viewer viewer, LiveSession live, (LiveItem Item, byte[] Json)[] items)
    {
        HashSet<HeartOf> refused = [];
        foreach (var heart in items.Select(one => HeartIn(one.Item)).OfType<HeartOf>().Distinct())
        {
            if (!live.Hearts.Admitted.Contains(heart) && !await CoupleGrain.MayHear(viewer, heart.AsPartner()!.Value))
                refused.Add(heart);
        }

        return item => HeartIn(item) is not { } heart || !refused.Contains(heart);
    }

    private static HeartOf? HeartIn(LiveItem item) => item switch
    {
        LiveItem.Beat beat => beat.Heart,
        LiveItem.Strap strap => strap.Heart,
        _ => null,
    };

    /// <summary>An item that comes again is what it was, or the batch is refused.</summary>
    private void Compare(LivePlace place, LiveSession live, LiveBatch batch, (LiveItem Item, byte[] Json)[] items, long known)
    {
        if (batch.From > known || live.Find(batch.Stream) is not { } stream)
            return;
        Dictionary<long, byte[]>? kept = null;
        for (var i = 0; i < items.Length && batch.From + i <= known; i++)
        {
            var number = batch.From + i;
            var isSame = stream.IsSame(number, items[i].Json)
                // Too long ago to be remembered; a part that was erased meanwhile cannot be compared.
                ?? (!(kept ??= Kept(place, batch.Stream)).TryGetValue(number, out var before) || before.AsSpan().SequenceEqual(items[i].Json));
            if (!isSame)
                throw new RefusedException(LiveChecks.OtherContent);
        }
    }

    private Dictionary<long, byte[]> Kept(LivePlace place, Guid stream) => store.ReadLive(place.Live)
        .Select(Batch).OfType<JournalBatch>().Where(batch => batch.Stream == stream)
        .SelectMany(batch => batch.Items).ToDictionary(item => item.Number, item => item.Json);

    private LiveReply Reply(LivePlace place, LiveSession live, Guid stream)
    {
        var now = store.Time.GetUtcNow();
        return live.Reply(stream, (now - place.StartedAt).TotalMilliseconds) with { OtherPages = live.OthersSince(stream, now - Recently) };
    }

    private async Task<(LivePlace Place, LiveSession Live)> LoadAsync(Viewer viewer)
    {
        Guard(viewer);
        return await FindAsync(viewer) ?? throw new RefusedException(LiveChecks.NotLive);
    }

    private async Task<(LivePlace Place, LiveSession Live)?> FindAsync(Viewer viewer)
    {
        if (_opening != store.Opening)
            Forget();
        if (_place is not null && _live is not null)
            return (_place, _live);
        if (await CoupleGrain.FindLive(viewer, Session) is not { } place)
            return null;
        var opening = store.Opening;
        var live = new LiveSession(RestOf(store.LoadTherapist()), place.ArousalLimit);
        foreach (var row in store.ReadLive(place.Live))
        {
            if (Batch(row) is { } batch)
                live.Apply(batch);
            else
                live.Withhold();
        }

        (_place, _live, _opening) = (place, live, opening);
        return (place, live);
    }

    private static JournalBatch? Batch(JournalRow row) => JournalParts.Read(row.Parts.OfType<LogRow.Opened>().Select(part => part.Payload));

    private static RestingBaseline? RestOf(TherapistProfile profile) =>
        RestingUsual.Of(profile) is { } usual ? new RestingBaseline(usual.MedianBpm, usual.DeviationBpm, TimeSpan.Zero) : null;

    private void Guard(Viewer viewer)
    {
        if (Access.ToSeeCase(viewer, door.Therapist) is { } no)
            throw new RefusedException(no);
    }

    /// <summary>Comes from whoever seals, not in the grain's turn.</summary>
    private void LetGo() => GrainContext.Deactivate(new DeactivationReason(DeactivationReasonCode.ApplicationRequested, "The record was sealed."));

    private void Forget() => (_place, _live) = (null, null);
}
