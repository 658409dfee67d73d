using System.Collections.Immutable;
using Attune.Signals.Arousal;

namespace Attune.Practice.Live;

/// <summary>
/// What is known of a session while it goes on: the fold of its journal. Pure: the same rows give the same, also after a restart. Not thread-safe.
/// </summary>
/// <param name="usual">The therapist's usual rest; null while none was measured.</param>
/// <param name="limitBpm">Above which the therapist's rate counts.</param>
internal sealed class LiveSession(RestingBaseline? usual, double limitBpm)
{
    private readonly Dictionary<Guid, TakenStream> _streams = [];
    private readonly List<LiveNote> _notes = [];

    /// <summary>Rows of the journal that were folded in.</summary>
    public long Rows { get; private set; }

    /// <summary>The latest time of the session that anything had, in ms.</summary>
    public double LatestMs { get; private set; }

    /// <summary>In the order in which they came; what was taken back is gone.</summary>
    public IReadOnlyList<LiveNote> Notes => _notes;

    public ListenedHearts Hearts { get; } = new(usual, limitBpm);

    public LiveRest Rest { get; } = new(usual);

    public long AcknowledgedOf(Guid stream) => _streams.TryGetValue(stream, out var taken) ? taken.Acknowledged : 0;

    public TakenStream? Find(Guid stream) => _streams.GetValueOrDefault(stream);

    /// <summary>Pages other than this one from which something came since.</summary>
    public int OthersSince(Guid stream, DateTimeOffset since) => _streams.Count(one => one.Key != stream && one.Value.LastAt >= since);

    public void Seen(Guid stream, DateTimeOffset at) => Stream(stream).LastAt = at;

    /// <summary>Folds one more row in.</summary>
    public void Apply(JournalBatch batch)
    {
        Rows++;
        var stream = Stream(batch.Stream);
        stream.Took(batch.From, batch.Count);
        foreach (var (number, item, json) in batch.Items)
        {
            stream.Remember(number, json);
            LatestMs = Math.Max(LatestMs, item.At);
            Place(batch.Stream, number, item);
        }
    }

    /// <summary>A row of which nothing can be read: its place in the journal is all that is known.</summary>
    public void Withhold() => Rows++;

    /// <summary>What a page is told.</summary>
    /// <param name="nowMs">ms since the session began, by the server's clock.</param>
    public LiveReply Reply(Guid stream, double nowMs)
    {
        var now = Math.Max(nowMs, LatestMs);
        return new LiveReply(AcknowledgedOf(stream), [.. Hearts.ListenedTo.Select(one => one.At(now))], Rest.Shown) { Notes = _notes.Count };
    }

    private void Place(Guid stream, long number, LiveItem item)
    {
        switch (item)
        {
            case LiveItem.Beat beat:
                Hearts.Beat(stream, beat);
                break;
            case LiveItem.Strap strap:
                Hearts.Strap(stream, strap);
                break;
            case LiveItem.Quiet quiet:
                Rest.Turn(quiet, Hearts.Own);
                break;
            case LiveItem.Undo undo:
                _notes.RemoveAll(note => note.Stream == stream && note.Number == undo.Number);
                break;
            case LiveItem.PageOpened:
                break;
            default:
                _notes.Add(new LiveNote(stream, number, item));
                break;
        }
    }

    private TakenStream Stream(Guid stream)
    {
        if (!_streams.TryGetValue(stream, out var taken))
            _streams.Add(stream, taken = new TakenStream());
        return taken;
    }
}

/// <summary>Something that was noted and stands.</summary>
internal sealed record LiveNote(Guid Stream, long Number, LiveItem Item);
