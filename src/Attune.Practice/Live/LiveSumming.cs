using Attune.Method.Cases;
using Attune.Practice.Holding;
using Attune.Signals.Arousal;
using Attune.Signals.Beats;

namespace Attune.Practice.Live;

/// <summary>From what came in while a session went on to what is kept of it. Pure.</summary>
internal static class LiveSumming
{
    /// <param name="name">An id for each heart's recording.</param>
    public static LiveSummary Of(LiveSession live, int session, DateTimeOffset at, Func<RecordingId> name)
    {
        (ListenedHeart Heard, bool IsListenedTo)[] hearts = [.. live.Hearts.ListenedTo.Select(one => (one, true)), .. live.Hearts.Beside.Select(one => (one, false))];
        foreach (var (heard, _) in hearts)
            heard.Finish();
        var own = live.Hearts.Own;
        return new LiveSummary(
            TimeSpan.FromMilliseconds(Math.Max(0, live.LatestMs)),
            [.. hearts.Where(one => one.Heard.Series.Beats > 0).Select(one => Sum(one.Heard, one.IsListenedTo, session, at, name()))],
            // Taken in the order in which they happened; at one moment, as they came.
            [.. live.Notes.OrderBy(note => note.Item.At).Select(note => new SummedNote(note.Item, own?.WasAroused(note.Item.At) == true))]);
    }

    private static SummedHeart Sum(ListenedHeart heart, bool isListenedTo, int session, DateTimeOffset at, RecordingId recording)
    {
        var series = heart.Series.ToSeries();
        var heard = new HeartHeard
        {
            At = at,
            Session = session,
            Heart = heart.Heart,
            Recording = recording,
            StartsInto = TimeSpan.FromMilliseconds(heart.Series.StartMs),
            Duration = series.Duration,
            Beats = heart.Series.Beats,
            Unreadable = heart.Unreadable,
            Replayed = heart.Replayed,
            // A second page that heard the same heart: kept, and read by nobody.
            IsSetAside = !isListenedTo,
            States = isListenedTo ? heart.States : [],
            RestingBpm = isListenedTo ? heart.Baseline?.MedianBpm : null,
            ArousedAboveBpm = isListenedTo ? heart.ShownLevels.ArousedAboveBpm : null,
        };
        return new SummedHeart(heard, isListenedTo && heart.Heart is HeartOf.Therapist ? Judge(heart, heard, series) : null, [.. BeatChunk.WriteTicks(series)]);
    }

    // Over the beats as they are kept, by the rule that was used live: what a recording of them would give.
    private static ArousalNoted Judge(ListenedHeart heart, HeartHeard heard, BeatSeries series)
    {
        var found = ArousalRule.OverWholeRecording(series, heart.Article.Options);
        return RecordingReading.Note(heard.At, heard.Session, heard.Recording, found);
    }
}
