using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Practice.Holding;
using Attune.Signals.Arousal;

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
        return new SummedHeart(heard, isListenedTo && heart.Heart is HeartOf.Therapist ? Judge(heart, heard) : null, [.. BeatChunk.WriteTicks(series)]);
    }

    // Over the beats as they are kept, by the rule that was used live: what a recording of them would give.
    private static ArousalNoted Judge(ListenedHeart heart, HeartHeard heard)
    {
        var found = ArousalRule.OverWholeRecording(heart.Series.ToSeries(), heart.Article.Options);
        return RecordingReading.Note(heard.At, heard.Session, heard.Recording, found);
    }

    /// <summary>The events of a session that ends, in the order in which they are kept.</summary>
    public static ImmutableArray<CaseEvent> Events(CoupleCase couple, int session, LiveId live, LiveSummary summary, DateTimeOffset at)
    {
        var begun = couple.FindSession(session)!.Live.Now!;
        var reaction = couple.NextOf<OwnReactionNoted>(noted => noted.Reaction);
        var events = ImmutableArray.CreateBuilder<CaseEvent>();
        events.Add(new SessionHeld
        {
            At = at,
            Session = session,
            StartedAt = begun.StartedAt,
            Minutes = Math.Clamp((int)Math.Ceiling(summary.Until.TotalMinutes), 1, 600),
        });
        foreach (var heart in summary.Hearts)
        {
            // Under a flag a partner's heart is kept and no longer used; nothing shows it.
            var isOff = couple.HasSafetyFlag && heart.Heard.Heart is not HeartOf.Therapist;
            events.Add(isOff ? heart.Heard with { IsSetAside = true, States = [] } : heart.Heard);
            if (heart.Arousal is { } arousal)
                events.Add(arousal);
        }

        SteadyingPractised? steadied = null;
        foreach (var (item, whileAroused) in summary.Notes)
        {
            switch (item)
            {
                case LiveItem.Steadied one:
                    Close();
                    steadied = Steadying(one);
                    break;
                case LiveItem.Missing word when steadied is not null:
                    steadied = steadied with { Missing = word.Code };
                    break;
                case LiveItem.Whose whose when steadied is not null:
                    steadied = steadied with { WhoseFeeling = whose.Of };
                    break;
                default:
                    if (Event(item, whileAroused, ref reaction) is { } noted)
                        events.Add(noted);
                    break;
            }
        }

        Close();
        events.Add(new LiveSessionEnded { At = at, Session = session, Live = live, Kept = true });
        return events.ToImmutable();

        void Close()
        {
            if (steadied is not null)
                events.Add(steadied);
            steadied = null;
        }

        SteadyingPractised Steadying(LiveItem.Steadied one) => new()
        {
            At = at,
            Session = session,
            Into = Into(one.At - one.Lasted),
            Lasting = TimeSpan.FromMilliseconds(one.Lasted),
            Exercise = one.Exercise,
            Ended = one.Ended,
            Choice = one.Choice,
        };

        CaseEvent? Event(LiveItem item, bool whileAroused, ref int reaction) => item switch
        {
            LiveItem.Mark mark => new MarkPlaced
            {
                At = at,
                Session = session,
                Partner = mark.Partner,
                Kind = mark.What,
                Code = mark.Code,
                Strength = Strength(mark.Strong),
                WhileAroused = whileAroused,
                Into = Into(mark.At),
            },
            LiveItem.Feeling feeling => Reaction(feeling, whileAroused, reaction++),
            LiveItem.OwnState own => new OwnStateNoted
            {
                At = at,
                Session = session,
                Kind = own.What,
                Code = own.Code,
                Manner = own.Manner,
                Strength = Strength(own.Strong),
                WhileAroused = whileAroused,
                Into = Into(own.At),
            },
            LiveItem.Technique technique => new TechniqueTakenUp { At = at, Session = session, Technique = technique.Code, Into = Into(technique.At) },
            _ => null,
        };

        OwnReactionNoted Reaction(LiveItem.Feeling feeling, bool whileAroused, int number) => new()
        {
            At = at,
            Session = session,
            Reaction = number,
            Toward = feeling.Toward,
            // Far away and too close say which way; anxious and angry do not.
            Direction = feeling.Code switch
            {
                "far-away" => Method.Catalogue.Involvement.Under,
                "too-close" => Method.Catalogue.Involvement.Over,
                _ => Method.Catalogue.Involvement.Unclear,
            },
            Feeling = feeling.Code == "too-close" ? null : feeling.Code,
            Strength = Strength(feeling.Strong),
            WhileAroused = whileAroused,
            Into = Into(feeling.At),
        };
    }

    private static ReactionStrength Strength(bool strong) => strong ? ReactionStrength.Strong : ReactionStrength.Subtle;

    // What was noted a moment before the server's own first moment happened at the beginning.
    private static TimeSpan Into(double ms) => TimeSpan.FromMilliseconds(Math.Max(0, ms));
}
